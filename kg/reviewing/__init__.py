"""People's decisions on what one store holds: made, undone, listed, and kept in a file beside it.

The file is what lasts: where it and the store differ, the store is brought to what the file says
before anything else is written. A store without its file writes it again.
"""

from kg.reviewing.desk import Desk
from kg.reviewing.ledger import beside
from kg.reviewing.pen import Pen

__all__ = ["Desk", "Pen", "beside"]
