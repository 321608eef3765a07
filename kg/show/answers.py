"""Pages of the named questions: what each asks, and its answer as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.show.archive import Archive
from kg.show.pages import BELOW, leaf, render

ROWS = 400
# name -> (question, columns, rows)
Answers = Mapping[str, tuple[str, Sequence[str], Sequence[Sequence[str | None]]]]


def answer_pages(
    answers: Answers, held: Archive, linked: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield a page that lists the questions, and one for each with its answer."""
    listed = [(name, question, len(rows)) for name, (question, _, rows) in sorted(answers.items())]
    yield "questions.html", render("questions.html.j2", listed=listed)
    for name, (question, columns, rows) in sorted(answers.items()):
        yield (
            f"question/{leaf(name)}.html",
            render(
                "question.html.j2",
                BELOW,
                name=name,
                question=question,
                columns=columns,
                rows=[[_cell(value, held, linked) for value in row] for row in rows[:ROWS]],
                hidden=max(0, len(rows) - ROWS),
            ),
        )


def _cell(value: str | None, held: Archive, linked: frozenset[str]) -> tuple[str, str | None]:
    """Return the text of a cell and the page that it leads to: of a statement or an actor."""
    text = value or ""
    if not text.startswith(("http://", "https://")):
        return text, None
    key = text.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    if key in held.voices:
        return "the words", f"../article/{leaf(held.voices[key].article)}.html#{leaf(key)}"
    return (key, f"../actor/{leaf(key)}.html") if key in linked else (key, None)
