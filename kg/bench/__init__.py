"""How well kg reads, measured on corpora that the user brings.

Nothing of a corpus is kept: a saved baseline holds names of articles and counts.
"""
