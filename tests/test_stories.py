"""How well links hold on stories that no rule was written for.

`tests/cases/stories` were written first and used while building; `tests/cases/reports`, of longer
reports in the manner of wires, broadcasters, papers and press offices, by somebody who had not seen
the rules; so were `tests/cases/bulletins`, of plain news, and `tests/cases/dispatches`, modelled on
the news of many countries. Of the reports half were used afterwards, of the bulletins those where a
false dispute had been drawn, of the dispatches two thirds; the others were looked at once, for
the last mends, or only measured. `tests/cases/cables`, whose lists are the longest, were used for
rules of figures and for the weights of signs, `tests/cases/telegrams`, by the same writers, were
only measured.

A case is a story told by two to five articles. `expect` lists the links that a reader would draw
between two statements, each named by a fragment of its content (or several, any of which will do;
an empty one fits whatever is there), `never` the links that would be false, `tolerated` disputes
that are right but need not be found. Headlines and paragraphs stand on lines of their own.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg import pipeline
from kg.annotate import Annotator
from kg.model import Article, Knowledge, Reading, Relation
from kg.read.articles import assemble
from kg.read.facts import Facts
from kg.read.pieces import plain_pieces

CASES_FOLDER = Path(__file__).parent / "cases"
KINDS = {"border clash", "strike", "disaster toll", "protest", "company", "election"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link between a statement with one of the fragments `a` and one with one of `b`."""

    kind: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    kind: str
    hard: bool
    articles: tuple[Article, ...]
    expect: tuple[Link, ...]
    never: tuple[Link, ...]
    tolerated: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the links of one case are worth, in words."""

    case: Case
    found: tuple[str, ...]
    missed: tuple[str, ...]
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    violated: tuple[str, ...]
    other_found: tuple[str, ...]
    other_missed: tuple[str, ...]


# ---- cases ---------------------------------------------------------------------------------------


def load(path: Path) -> Case:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    articles = tuple(_article(path.stem, n, told) for n, told in enumerate(data["articles"]))
    expect, never, tolerated = (
        tuple(_link(item) for item in data.get(part, ()))
        for part in ("expect", "never", "tolerated")
    )
    hard = data.get("hard", False)
    return Case(path.stem, data["kind"], hard, articles, expect, never, tolerated)


def _article(case: str, number: int, told: Mapping[str, Any]) -> Article:
    """Read an article as a file of plain text is read, with its dateline and agency credit."""
    headline, published = told["headline"], told.get("published")
    text = "\n\n".join([headline, *told["text"].splitlines()]) + "\n"
    if isinstance(published, str):
        published = date.fromisoformat(published)
    stated = Facts(
        outlet=told["outlet"], headline=headline, published=published, agency=told.get("agency")
    )
    return assemble(f"{case}/{number}", text, plain_pieces(text), stated)


def _link(item: Mapping[str, Any]) -> Link:
    return Link(item["kind"], _fragments(item["a"]), _fragments(item["b"]), item.get("type"))


def _fragments(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


FLOORS = {
    "stories": 0.90,
    "reports": 0.50,
    "bulletins": 0.56,
    "dispatches": 0.33,
    "cables": 0.30,
    "telegrams": 0.30,
}
"""Collection -> the least recall of disputes: what is reached must not be lost again."""

RIGHT = {
    "stories": 0.95,
    "reports": 0.90,
    "bulletins": 0.83,
    "dispatches": 0.75,
    "cables": 0.80,
    "telegrams": 0.77,
}
"""Collection -> the least precision of disputes."""

FALSE = {"stories": 0, "reports": 0, "bulletins": 1, "dispatches": 4, "cables": 2, "telegrams": 2}
"""Collection -> how many links at most are drawn that its stories say would be false."""

OPPOSED = {"denial", "contradiction"}
"""Types between which readers do not agree: is "not one bottle came" a denial?"""

COLLECTIONS = {
    name: tuple(load(path) for path in sorted((CASES_FOLDER / name).glob("*.yaml")))
    for name in FLOORS
}
CASES = tuple(case for cases in COLLECTIONS.values() for case in cases)

HARD = {"cables": 0.25, "telegrams": 0.2}
"""Collection -> the least share of stories made of what only looks like a dispute; else a half."""

EVERY = {"dispatches": 3, "cables": 8, "telegrams": 8}
"""Collection -> of how many stories one is judged here, so that the suite ends in time.

`bench/stories.py` judges all.
"""


# ---- judging -------------------------------------------------------------------------------------


def says(words: str, fragments: Iterable[str]) -> bool:
    """Tell whether a content has one of the fragments as whole words, whatever their case."""
    return any(
        re.search(rf"(?<!\w){re.escape(part)}(?!\w)", words, re.IGNORECASE) for part in fragments
    )


def contents(readings: Iterable[Reading]) -> dict[str, str]:
    """Return the words of each statement's content by its id."""
    return {
        statement.id: " ".join(
            " ".join(span.of(reading.article.text) for span in statement.content).split()
        )
        for reading in readings
        for statement in reading.statements
    }


def holds(link: Link, relation: Relation, words: Mapping[str, str], *, typed: bool = True) -> bool:
    """Tell whether `relation` links two different statements as `link` describes."""
    types = {None, relation.type} | (OPPOSED if relation.type in OPPOSED else set())
    if link.kind != relation.kind.value or (typed and link.type not in types):
        return False
    return any(_fits(link, pair, words) for pair in _pairs(relation))


def _pairs(relation: Relation) -> Iterator[tuple[str, str]]:
    for one in relation.a or ("",):
        for other in relation.b or ("",):
            if one != other:
                yield from ((one, other), (other, one))


def _fits(link: Link, pair: tuple[str, str], words: Mapping[str, str]) -> bool:
    return says(words.get(pair[0], ""), link.a) and says(words.get(pair[1], ""), link.b)


def judged_all(cases: Sequence[Case], annotator: Annotator) -> tuple[Verdict, ...]:
    """Read and relate the articles of each case, and judge the links."""
    articles = [article for case in cases for article in case.articles]
    read = list(pipeline.read_articles(articles, annotator))
    readings = {r.article.id: r for r in read if isinstance(r, Reading)}
    assert len(readings) == len(articles)
    known = ((case, [readings[a.id] for a in case.articles]) for case in cases)
    return tuple(judge(case, pipeline.know(told)) for case, told in known)


def judge(case: Case, known: Knowledge) -> Verdict:
    words = contents(known.readings)
    links = known.relations
    hit = {link: any(holds(link, r, words) for r in links) for link in case.expect}
    disputes = [link for link in hit if link.kind == "dispute"]
    others = [link for link in hit if link.kind != "dispute"]
    marks = [(_mark(case, r, words), r) for r in links if r.kind.value == "dispute"]
    return Verdict(
        case=case,
        found=tuple(_said(link) for link in disputes if hit[link]),
        missed=tuple(_said(link) for link in disputes if not hit[link]),
        right=tuple(_shown(r, words) for mark, r in marks if mark == "right"),
        wrong=tuple(_shown(r, words) for mark, r in marks if mark == "wrong"),
        violated=tuple(
            _shown(r, words) for r in links if any(holds(n, r, words) for n in case.never)
        ),
        other_found=tuple(_said(link) for link in others if hit[link]),
        other_missed=tuple(_said(link) for link in others if not hit[link]),
    )


def _mark(case: Case, dispute: Relation, words: Mapping[str, str]) -> str:
    def any_of(links: Sequence[Link], *, typed: bool) -> bool:
        return any(holds(link, dispute, words, typed=typed) for link in links)

    if any_of(case.never, typed=True):
        return "wrong"
    if any_of(case.expect, typed=False):
        return "right"
    return "tolerated" if any_of(case.tolerated, typed=False) else "wrong"


def _said(link: Link) -> str:
    return f"{link.kind} {link.type or ''} {' | '.join(link.a)!r} - {' | '.join(link.b)!r}"


def _shown(relation: Relation, words: Mapping[str, str]) -> str:
    a, b = (" + ".join(repr(words[s]) for s in side) for side in (relation.a, relation.b))
    return f"{relation.kind.value} {relation.type}: {a} - {b} ({relation.because})"


# ---- figures -------------------------------------------------------------------------------------


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def count(verdicts: Iterable[Verdict]) -> Counter[str]:
    total: Counter[str] = Counter()
    for verdict in verdicts:
        total["cases"] += 1
        for part in (
            "found",
            "missed",
            "right",
            "wrong",
            "violated",
            "other_found",
            "other_missed",
        ):
            total[part] += len(getattr(verdict, part))
    return total


def precision(total: Counter[str]) -> float:
    return share(total["right"], total["right"] + total["wrong"])


def recall(total: Counter[str]) -> float:
    return share(total["found"], total["found"] + total["missed"])


def table(verdicts: Sequence[Verdict]) -> str:
    groups = [(kind, [v for v in verdicts if v.case.kind == kind]) for kind in sorted(KINDS)]
    rows = [
        f"{'':16}{'cases':>6}{'precision':>18}{'recall':>18}{'other links':>13}{'violated':>10}"
    ]
    rows += [_row(name, count(group)) for name, group in [*groups, ("all", verdicts)]]
    return "\n".join(rows)


def _row(name: str, n: Counter[str]) -> str:
    right = f"{n['right']}/{n['right'] + n['wrong']} = {precision(n):.2f}"
    found = f"{n['found']}/{n['found'] + n['missed']} = {recall(n):.2f}"
    other = f"{n['other_found']}/{n['other_found'] + n['other_missed']}"
    return f"{name:16}{n['cases']:6}{right:>18}{found:>18}{other:>13}{n['violated']:10}"


def complaints(verdicts: Iterable[Verdict], *parts: str) -> str:
    return "\n".join(
        f"{verdict.case.name}: {part}: {words}"
        for verdict in verdicts
        for part in parts
        for words in getattr(verdict, part)
    )


# ---- tests ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=COLLECTIONS)
def judged(request: pytest.FixtureRequest, annotator: Annotator) -> tuple[str, tuple[Verdict, ...]]:
    cases = COLLECTIONS[request.param][:: EVERY.get(request.param, 1)]
    verdicts = judged_all(cases, annotator)
    sys.stdout.write(f"\n{request.param}\n{table(verdicts)}\n")
    return request.param, verdicts


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_collection_is_broad_and_half_of_it_hard(name: str) -> None:
    cases = COLLECTIONS[name]
    assert len(cases) >= 48
    assert {case.kind for case in cases} == KINDS
    assert sum(case.hard for case in cases) >= HARD.get(name, 0.5) * len(cases)
    assert all(2 <= len(case.articles) <= 5 for case in cases)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_fragment_stands_in_an_article(case: Case) -> None:
    texts = [" ".join(article.text.split()) for article in case.articles]
    fragments = [
        f for link in (*case.expect, *case.never, *case.tolerated) for f in link.a + link.b
    ]
    assert [f for f in fragments if not any(says(text, [f]) for text in texts)] == []


def test_disputes_are_right(judged: tuple[str, tuple[Verdict, ...]]) -> None:
    name, verdicts = judged
    assert precision(count(verdicts)) >= RIGHT[name], complaints(verdicts, "wrong")


def test_disputes_are_found(judged: tuple[str, tuple[Verdict, ...]]) -> None:
    name, verdicts = judged
    found = recall(count(verdicts))
    assert found >= FLOORS[name], complaints(verdicts, "missed", "other_missed")


@pytest.mark.xfail(
    strict=True, reason="the goal: not half are found in reports, a third in dispatches"
)
def test_four_of_five_disputes_of_longer_news_are_found(
    judged: tuple[str, tuple[Verdict, ...]],
) -> None:
    name, verdicts = judged
    if name == "stories":
        pytest.skip("reached there")
    assert recall(count(verdicts)) >= 0.80


def test_few_links_are_drawn_that_would_be_false(judged: tuple[str, tuple[Verdict, ...]]) -> None:
    """None would be right; those that are left come from parts and places read as the whole."""
    name, verdicts = judged
    assert count(verdicts)["violated"] <= FALSE[name], complaints(verdicts, "violated")
