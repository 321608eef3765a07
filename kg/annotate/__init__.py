"""Article to Document: tokens, sentences, names and role tags; the only room that knows spaCy."""

from kg.annotate.contradiction import dispute_types, exclude
from kg.annotate.encoder import likeness
from kg.annotate.parse import Annotator

__all__ = ["Annotator", "dispute_types", "exclude", "likeness"]
