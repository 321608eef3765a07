"""Training of the attribution tagger on annotated texts; needs the extra `kg[train]`.

Importing this package is cheap: torch and transformers are loaded when training starts.
"""

from kg.train.run import Settings, train

__all__ = ["Settings", "train"]
