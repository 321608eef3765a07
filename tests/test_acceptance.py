"""The questions of the acceptance case, each answered by a named question of `kg query`.

What is asked and what is right stand in the benchmark's gold.yaml; skipped where it is absent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg import KnowledgeGraph
from kg.store import Rows

Row = dict[str, str | None]


class Gold:
    """The gold data: who bears which name, which words belong to which statement."""

    def __init__(self, folder: Path) -> None:
        parsed = yaml.safe_load((folder / "gold.yaml").read_text("utf-8"))
        self.wanted: list[Any] = [one["a"] for one in parsed["expected"]["acceptance_queries"]]
        self.entities: dict[str, dict[str, Any]] = parsed["entities"]
        self._words: dict[str, set[str]] = {
            one["id"]: _tokens(" ".join(span["text"] for span in one["content"]))
            for one in parsed["statements"]
        }

    def who(self, name: str | None) -> str:
        """Return the id of the one entity that bears a name."""
        (found,) = [key for key, one in self.entities.items() if _plain(name) in _names(one)]
        return found

    def side(self, name: str | None) -> str:
        return str(self.entities[self.who(name)]["side"])

    def said(self, words: str | None) -> str:
        """Return the id of the statement whose words are these, at least half."""
        shares = {key: _f1(_tokens(words or ""), gold) for key, gold in self._words.items()}
        best = max(shares, key=shares.__getitem__)
        assert shares[best] >= 0.5, words
        return best


def _plain(name: str | None) -> str:
    return re.sub(r"^(the|a|an) ", "", re.sub(r"[’']s\b", "", (name or "").lower())).strip()


def _names(entity: dict[str, Any]) -> set[str]:
    label = re.sub(r" *\(.*\)", "", entity["label"])
    return {*map(_plain, [entity["label"], label, *entity["aliases"], *entity.get("metonyms", [])])}


def _tokens(words: str) -> set[str]:
    return set(re.findall(r"\w+", words.lower()))


def _f1(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


@pytest.fixture(scope="module")
def gold(shared: Path) -> Gold:
    return Gold(shared / "data" / "seed")


@pytest.fixture(scope="module")
def graph(shared: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.in_memory() as graph:
        assert not graph.add([shared / "data" / "seed" / "article.txt"]).failed
        yield graph


Ask = Callable[..., list[Row]]
Wanted = Any  # numbers, lists and mappings, as the gold data has them


def killed_by_side(ask: Ask, gold: Gold, wanted: Wanted) -> None:
    rows = [row for row in ask("killed") if gold.side(row["ofWhom"]) == "pakistani"]
    assert all(row["low"] == row["high"] for row in rows)
    assert {gold.side(row["claimant"]): int(row["low"] or 0) for row in rows} == wanted


def agreed_floor(ask: Ask, _: Gold, wanted: Wanted) -> None:
    (row,) = [row for row in ask("agreed-floor") if "killed" in (row["question"] or "")]
    assert int(row["floor"] or 0) == wanted


def independent_sources(ask: Ask, _: Gold, wanted: Wanted) -> None:
    (row,) = [row for row in ask("origins") if (row["figure"] or "").startswith("58 ")]
    assert int(row["origins"] or 0) == wanted
    assert int(row["mentions"] or 0) > wanted


def captured_by_side(ask: Ask, gold: Gold, wanted: Wanted) -> None:
    assert {gold.who(r["capturer"]): int(r["low"] or 0) for r in ask("captured")} == wanted


def a_figure(measure: str, ask: Ask, gold: Gold, wanted: Wanted) -> None:
    (row,) = ask("figure-words", measure=measure)
    assert row["high"] is None
    value = int(row["low"] or 0) - (row["comparator"] == "gt")  # more than 200 begins at 201
    found = {"value": value, "comparator": row["comparator"], "source": gold.who(row["speaker"])}
    assert found == wanted


def who_appeals(ask: Ask, gold: Gold, wanted: Wanted) -> None:
    assert {gold.who(row["speaker"]) for row in ask("appeals")} == set(wanted)


def verified(ask: Ask, _: Gold, wanted: Wanted) -> None:
    assert ask("verified") == wanted


def who_denies(ask: Ask, gold: Gold, wanted: Wanted) -> None:
    denied = [row for row in ask("denials") if row["denied"]]
    found = [row for row in denied if gold.said(row["denied"]) == wanted["denies"]]
    assert {gold.who(row["speaker"]) for row in found} == {wanted["speaker"]}


def unnamed(ask: Ask, gold: Gold, wanted: Wanted) -> None:
    assert sorted(gold.said(row["words"]) for row in ask("unnamed")) == wanted


def who_started(ask: Ask, gold: Gold, wanted: Wanted) -> None:
    rows = ask("started")
    named = {who: re.findall(r"S\d\d", says)[0] for who, says in wanted.items()}
    assert {gold.who(row["speaker"]): gold.said(row["words"]) for row in rows} == named
    blamed = [row for row in rows if row["starter"]]
    assert all(gold.side(row["starter"]) != gold.side(row["speaker"]) for row in blamed)


def unanswered(ask: Ask, gold: Gold, wanted: Wanted) -> None:
    (row,) = ask("unanswered")
    assert [gold.who(row["accused"]), gold.said(row["words"])] == re.findall(r"\w+", wanted)


# In the order of the gold data.
ANSWERS: dict[str, Callable[[Ask, Gold, Wanted], None]] = {
    "killed-by-side": killed_by_side,
    "agreed-floor": agreed_floor,
    "independent-sources": independent_sources,
    "captured-by-side": captured_by_side,
    "wounded": partial(a_figure, "wounded"),
    "neutralized": partial(a_figure, "neutralized"),
    "who-appeals": who_appeals,
    "verified": verified,
    "who-denies": who_denies,
    "unnamed": unnamed,
    "who-started": who_started,
    "unanswered": unanswered,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_named_question_gives_the_gold_answer(
    graph: KnowledgeGraph, gold: Gold, name: str
) -> None:
    def ask(name: str, **bindings: str) -> list[Row]:
        rows = graph.query(name, bindings)
        assert isinstance(rows, Rows)
        return list(rows)

    ANSWERS[name](ask, gold, gold.wanted[[*ANSWERS].index(name)])


def test_every_question_of_the_acceptance_case_is_asked(gold: Gold) -> None:
    assert len(gold.wanted) == len(ANSWERS) == 12
