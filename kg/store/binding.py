"""Values for the variables of a query, written as the terms that they are: none becomes query text.

A variable that every match binds gets its values before the rest is looked for (VALUES). One that
may stay open (OPTIONAL, UNION) or is worked out (BIND, a query inside) gets them as a condition on
what was found: a value put first would fill the gap, and every row would seem to have it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.errors import QueryError
from kg.store.results import Term, term_of
from kg.store.scope import Scope, scope
from kg.store.sparql import Form, tokens

Value = str | float | Term
Bindings = Mapping[str, Value | tuple[Value, ...]]


def terms_of(bindings: Bindings | None) -> dict[str, tuple[Term, ...]]:
    """Return the terms of which each variable is to be one."""
    return {
        name: tuple(map(term_of, value if isinstance(value, tuple) else (value,)))
        for name, value in (bindings or {}).items()
    }


def bound(query: str, bindings: Mapping[str, Sequence[Term]], form: Form) -> str:
    """Return the query with its variables bound, at the start of its outermost group.

    Raises `QueryError` for a variable that the query does not use, or that no value can choose.
    """
    if not bindings:
        return query
    group = scope(query, form)
    clauses = "".join(_clause(query, group, *pair) for pair in bindings.items())
    inside = query[group.start : group.end]
    if group.is_query:
        inside = f"{{{inside}}}"
    return f"{query[: group.start]}{clauses} {inside}{query[group.end :]}"


def _clause(query: str, group: Scope, name: str, terms: Sequence[Term]) -> str:
    spelled = [term.spelled() for term in terms]
    if name in group.always - group.made:
        return f" VALUES ?{name} {{ {' '.join(spelled)} }}"
    if name in group.perhaps | group.made:
        return f" FILTER(?{name} IN ({', '.join(spelled)}))"
    used = sorted({text[1:] for kind, text, _ in tokens(query) if kind == "variable"})
    if name in used:
        what = "is worked out by the query, so that no value can be set for it"
        raise QueryError(name, what, "choose from the answer instead")
    known = ", ".join(used) or "none"
    raise QueryError(name, "the query has no such variable", f"its variables: {known}")
