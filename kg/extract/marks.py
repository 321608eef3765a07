"""Marks and word lists that several rules share."""

from __future__ import annotations

DASHES = frozenset({"\N{EM DASH}", "\N{EN DASH}", "-", "--"})
COMMAS = frozenset({","}) | DASHES
DIVIDERS = frozenset({";"}) | COMMAS
"""What sets a clause apart from the one before."""

ENDS = frozenset({".", "!", "?", "\N{HORIZONTAL ELLIPSIS}"})
APOSTROPHES = "'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"


def listed(words: str) -> frozenset[str]:
    """Return the words of a list set as running text.

    >>> sorted(listed("say tell"))
    ['say', 'tell']
    """
    return frozenset(words.split())


MEDIA = listed(
    "statement interview tweet speech post letter email e-mail memo message report address "
    "conference briefing news remark release filing video op-ed column book debate rally"
)
"""Where things are said: "said in a statement" is one cue (PolNeAR guidelines)."""

ISSUING = listed(
    "issue release publish post send deliver give make write share circulate air broadcast "
    "distribute put offer have express voice raise sound launch level file lodge reiterate "
    "repeat renew register show display convey receive extend pay announce sign circulate"
)
"""Light verbs that bring a noun of speech into the world ("issued a statement")."""

QUOTING = frozenset({"quote", "cite"})
"""'was quoted by the radio as saying': whoever is quoted speaks."""

MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''", "‟"})
"""Double quote marks as tokens."""
