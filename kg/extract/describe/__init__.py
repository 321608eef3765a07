"""From the spans of attributions to statements: act, polarity, certainty, and what they answer."""

from kg.extract.describe.assemble import statements

__all__ = ["statements"]
