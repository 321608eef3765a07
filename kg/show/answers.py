"""Pages of the named questions: what each asks, and its answer as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.show.archive import Archive
from kg.show.pages import BELOW, leaf, render
from kg.show.terms import compared, link, sentence, shortened, spaced

ROWS = 400
# Columns whose values are written otherwise: terms of the ontology, and paths of one machine.
TERMS = {"type": link, "comparator": compared, "act": spaced, "path": shortened}
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Answer:
    """A named question, its text in SPARQL, and its result as a table."""

    question: str
    sparql: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str | None]]


Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Ways:
    """The pages that a thing (by id) can lead to; `cards` as seen from the start page."""

    held: Archive
    linked: frozenset[str]
    cards: Mapping[str, str]
    headlines: Mapping[str, str]

    def leading(self, key: str) -> tuple[str, str | None]:
        """Return words for a thing and the page that it leads to, None for no page."""
        if key in self.held.voices:
            voice = self.held.voices[key]
            return "in the article", f"../article/{leaf(voice.article)}.html#{leaf(key)}"
        if key in self.linked:
            return self.held.names[key], f"../actor/{leaf(key)}.html"
        if key in self.cards:
            return "both sides", f"../{self.cards[key]}"
        if key in self.headlines:
            return self.headlines[key], f"../article/{leaf(key)}.html"
        return self.held.names.get(key) or shortened(key), None


def answer_pages(
    answers: Answers, ways: Ways, *, narrowed: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield a page that lists the questions, and one for each with its answer.

    `narrowed` tells that the other pages show less than the answers.
    """
    listed = [(name, answer.question, len(answer.rows)) for name, answer in sorted(answers.items())]
    yield "questions.html", render("questions.html.j2", listed=listed, narrowed=narrowed)
    for name, answer in sorted(answers.items()):
        columns = [n for n in range(len(answer.columns)) if any(row[n] for row in answer.rows)]
        yield (
            f"question/{leaf(name)}.html",
            render(
                "question.html.j2",
                BELOW,
                name=name,
                asks=answer,
                narrowed=narrowed,
                columns=[_heading(answer.columns[n]) for n in columns],
                rows=[
                    [_cell(answer.columns[n], row[n], ways) for n in columns]
                    for row in answer.rows[:ROWS]
                ],
                hidden=max(0, len(answer.rows) - ROWS),
            ),
        )


def _heading(variable: str) -> str:
    """Return a variable's name as words: "claimantA" is "Claimant A", "ofWhom" is "Of whom"."""
    words = HUMP.split(spaced(variable))
    return sentence(" ".join(word if len(word) == 1 else word.lower() for word in words))


def _cell(column: str, value: str | None, ways: Ways) -> tuple[str, str | None]:
    """Return the text of a cell and the page that it leads to."""
    text = value or ""
    if column in TERMS:
        return TERMS[column](text), None
    if not text.startswith(("http://", "https://")):
        return text, None
    return ways.leading(text.rsplit("/", 1)[-1].rsplit("#", 1)[-1])
