"""Training of the attribution tagger on annotated texts; needs the extra `kg[train]`.

Importing this package is cheap: torch and transformers are loaded when training starts.
"""

from kg.train.run import train
from kg.train.settings import DEFAULTS, Settings

__all__ = ["DEFAULTS", "Settings", "train"]
