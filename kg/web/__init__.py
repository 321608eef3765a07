"""`kg serve`: SPARQL, a JSON API and the pages of the site at one address, for reading only."""

from kg.web.limits import Limits
from kg.web.serve import serve

__all__ = ["Limits", "serve"]
