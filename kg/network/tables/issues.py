"""Tables of issues and of the answers to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.model import Backing, Column, Measured, Row, Table
from kg.network import measures
from kg.network.tables.material import Material, counted, table, value


def origins(m: Material) -> Table:
    """From how many independent origins each answer comes, and how often it is repeated.

    Mentions: statements that affirm it. Origins: those that are not one source's, one wire's or
    one wording's. Echo: mentions for each origin.
    """
    rows = []
    for backing in m.backings:
        outlets = {str(m.graph.nodes[s]["outlet"]) for s in backing.statements} - {""}
        cells = (
            counted(backing.statements),
            Measured(float(len(outlets)), backing.statements),
            measures.origins(backing),
            measures.echo(backing),
        )
        rows.append(Row(backing.claims[0], backing.text, cells, "claim"))
    rows.sort(key=lambda r: (-value(r.cells[0]), r.label, r.key))
    columns = (
        Column("mentions", "Mentions", "count"),
        Column("outlets", "Outlets", "count"),
        Column("origins", "Independent origins", "count"),
        Column("echo", "Echo", "score"),
    )
    return table(origins, columns, rows)


def issues(m: Material) -> Table:
    """How few sources each issue rests on, how old it is, and how often figures were revised.

    Concentration: 1 is a single claimant, 0.5 two of equal share, 0.25 four. Age: days from the
    first statement to the last day of the corpus; span: to the last statement.
    """
    index = measures.herfindahl(m.graph, m.issues)
    history = measures.ages(m.graph, m.issues)
    rows = []
    for issue, statements in m.issues.items():
        age = history[issue]
        cells = (
            counted(statements),
            index[issue],
            age.first,
            age.days,
            age.span,
            age.revisions,
        )
        rows.append(Row(issue, m.name(issue), cells, "issue"))
    rows.sort(key=lambda r: (-value(r.cells[0]), r.label, r.key))
    columns = (
        Column("statements", "Statements", "count"),
        Column("concentration", "Concentration", "score"),
        Column("first", "First", "date"),
        Column("age", "Age", "days"),
        Column("span", "Span", "days"),
        Column("revisions", "Revised", "count"),
    )
    return table(issues, columns, rows)


def agreement(m: Material) -> Table:
    """Agreement, not truth: which share of the independent origins gives each answer.

    Shown only beside the range of all figures, in the order of the figures, and only for issues
    with enough independent origins. It says how many say so, not who is right.
    """
    rows = []
    for issue, shares in sorted(
        measures.agreement(m.backings).items(), key=lambda x: (-_origins(m, x[1]), m.name(x[0]))
    ):
        given = [m.backings[place] for place in shares]
        if len(given) > 1:
            whole, question = _range(given), m.name(issue)
            rows += [
                Row(b.claims[0], b.text, (share, whole, _figure(b), question), "claim")
                for share, b in zip(shares.values(), given, strict=True)
            ]
    columns = (
        Column("agreement", "Agreement", "share"),
        Column("range", "Range of the issue", "figure"),
        Column("figure", "Figure", "figure"),
        Column("issue", "Issue", "words"),
    )
    return table(agreement, columns, rows)


def _origins(m: Material, places: Iterable[int]) -> int:
    return sum(len(m.backings[place].origins) for place in places)


def _range(given: Sequence[Backing]) -> str:
    counted = [backing for backing in given if backing.counted]
    return _interval(*_bounds(counted)) if counted else ""


def _bounds(given: Sequence[Backing]) -> tuple[float | None, float | None]:
    lows, highs = [b.low for b in given], [b.high for b in given]
    low = None if None in lows else min(x for x in lows if x is not None)
    high = None if None in highs else max(x for x in highs if x is not None)
    return low, high


def _figure(backing: Backing) -> str:
    return _interval(backing.low, backing.high) if backing.counted else ""


def _interval(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"{low:,g}" if low == high else f"{low:,g} to {high:,g}"
    if low is not None:
        return f"{low:,g} or more"
    return "unbounded" if high is None else f"up to {high:,g}"
