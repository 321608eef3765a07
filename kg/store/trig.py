"""Triples as Turtle and TriG that people can read, written straight from sorted N-Triples lines.

https://www.w3.org/TR/trig/. An engine's own writer keeps the order in which it happens to hold the
quads; written from sorted lines, equal data give equal bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

# What needs no escape in a local name: https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*>")


class _Names(dict[str, str]):
    """IRIs as N-Triples spells them -> the shortest way to write them with these prefixes."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._spaces = {f"<{space}": f"{name}:" for name, space in prefixes.items()}
        self.spaces = tuple(self._spaces)

    def __missing__(self, iri: str) -> str:
        cut = iri.rfind("#") + 1 or iri.rfind("/") + 1
        name = self._spaces.get(iri[:cut])
        fits = name is not None and _LOCAL.fullmatch(iri, cut)
        self[iri] = f"{name}{iri[cut:-1]}" if fits else iri
        return self[iri]


def trig(graphs: Iterable[tuple[str, Sequence[str]]], prefixes: Mapping[str, str]) -> str:
    """Write named graphs, each with its sorted N-Triples lines, as TriG."""
    names = _Names(prefixes)
    blocks = (f"\n<{graph}> {{{_subjects(lines, names)}}}\n" for graph, lines in graphs)
    return "".join((_head(prefixes), *blocks))


def turtle(lines: Sequence[str], prefixes: Mapping[str, str]) -> str:
    """Write sorted N-Triples lines as Turtle."""
    return f"{_head(prefixes)}{_subjects(lines, _Names(prefixes))}"


def _head(prefixes: Mapping[str, str]) -> str:
    return "".join(f"@prefix {name}: <{space}> .\n" for name, space in sorted(prefixes.items()))


def _subjects(lines: Sequence[str], names: _Names) -> str:
    """Write each subject once. This loop is what a large export spends its time in.

    Only what begins like a namespace is looked up: names of data, the most, need no second look.
    """
    written: list[str] = []
    spaces, last = names.spaces, None
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        value = value[:-2]
        if value.startswith(spaces):
            value = names[value]
        if subject == last:
            written.append(f" ;\n  {names[predicate]} {value}")
        else:
            end = "\n" if last is None else " .\n"
            last = subject
            short = names[subject] if subject.startswith(spaces) else subject
            written.append(f"{end}{short} {names[predicate]} {value}")
    return f"{''.join(written)} .\n" if written else ""
