"""N-Quads spelling of terms, in the canonical form that Oxigraph writes too.

https://www.w3.org/TR/n-quads/#grammar-production-STRING_LITERAL_QUOTE
"""

from __future__ import annotations

import math
from decimal import Decimal
from urllib.parse import quote, unquote

XSD = "http://www.w3.org/2001/XMLSchema#"

_SHORT = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
_ESCAPES = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)},
    **_SHORT,
}
# Oxigraph keeps decimals exactly within these bounds.
_DECIMAL_LIMIT = 10**15
_DECIMAL_DIGITS = 18


def text(value: str) -> str:
    """Spell a string."""
    return f'"{value.translate(_ESCAPES)}"'


def typed(lexical: str, datatype: str) -> str:
    """Spell a literal of a datatype of XML Schema ("date", "boolean", "integer")."""
    return f'"{lexical}"^^<{XSD}{datatype}>'


def number(value: float) -> str:
    """Spell a number as the decimal that it is, or as a double where a decimal would not do.

    The digits are the shortest that give the same float back.
    """
    if not math.isfinite(value):
        return typed({math.inf: "INF", -math.inf: "-INF"}.get(value, "NaN"), "double")
    exact = Decimal(repr(float(value))).normalize()
    lexical = format(exact, "f")
    places = -int(exact.as_tuple().exponent)
    fits = abs(exact) < _DECIMAL_LIMIT and places <= _DECIMAL_DIGITS and lexical != "-0"
    return typed(lexical, "decimal" if fits else "double")


def read_number(lexical: str) -> float:
    """Read what `number` spelled."""
    return float(lexical.replace("INF", "inf"))


def iri(address: str) -> str:
    """Spell an IRI whose parts went through `part`."""
    return f"<{address}>"


def part(value: str) -> str:
    """Percent-encode one part of an IRI; hexadecimal ids stay as they are.

    Raises `UnicodeEncodeError` for half a surrogate pair.
    """
    return value if value.isalnum() and value.isascii() else quote(value, safe="")


def read_part(encoded: str) -> str:
    """Read what `part` spelled."""
    return unquote(encoded) if "%" in encoded else encoded
