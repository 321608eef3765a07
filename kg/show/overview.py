"""The start page: what there is, the stories, cards of disputes first, and the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import Article, Knowledge, LinkKind
from kg.show.archive import Archive
from kg.show.cards import period
from kg.show.deals import Deal
from kg.show.pages import CARDS as CARDS_SCRIPT
from kg.show.pages import PAGE, TOP, environment, leaf, render
from kg.show.subject import Subject
from kg.show.tellings import Telling
from kg.show.terms import link

CARDS, ROWS = 40, 500
EXCERPT = 160
TITLES = {
    LinkKind.DISPUTE: "Disputes",
    LinkKind.RESPONSE: "Answers, and accusations without one",
    LinkKind.CORROBORATION: "Agreement between different sources",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices of each filter: (value, text)."""

    types: tuple[tuple[str, str], ...]
    actors: tuple[tuple[str, str], ...]
    outlets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards on their pages; `pages` are the names of these."""

    pages: tuple[str, ...]
    cards: tuple[tuple[Deal, ...], ...]

    def where(self) -> dict[str, str]:
        """Return where each card lies: page and anchor."""
        return {
            deal.id: f"{name}#{leaf(deal.id)}"
            for name, page in zip(self.pages, self.cards, strict=True)
            for deal in page
        }


def deck(dealt: Iterable[Deal]) -> Deck:
    """Lay cards out over pages, the start page first."""
    chosen = [deal for deal in dealt if deal.kind in TITLES]
    cards = [tuple(chosen[i : i + CARDS]) for i in range(0, len(chosen), CARDS)] or [()]
    names = ["index.html", *(f"cards-{n}.html" for n in range(2, len(cards) + 1))]
    return Deck(tuple(names), tuple(cards))


def overview(
    subject: Subject, held: Archive, laid: Deck, told: Sequence[Telling], title: str
) -> Iterator[tuple[str, str]]:
    """Yield the start page, the pages of cards after it, and what their filters look up."""
    every = [deal for page in laid.cards for deal in page]
    filters = _filters(every, held)
    yield f"assets/{CARDS_SCRIPT}", _index(laid, filters)
    for number, (name, page) in enumerate(zip(laid.pages, laid.cards, strict=True)):
        yield (
            name,
            render(
                "index.html.j2",
                TOP,
                (CARDS_SCRIPT, PAGE),
                title=title,
                narrowing=subject.narrowing,
                sections=_sections(page),
                filters=filters,
                names=laid.pages,
                number=number,
                summary=_summary(subject.knowledge, held, every),
                period=period(held.voices.values()),
                stories=told if number == 0 else (),
                articles=_articles(subject.knowledge)[:ROWS] if number == 0 else [],
                hidden=max(0, len(subject.knowledge.readings) - ROWS),
                total=len(every),
                headed=len(subject.knowledge.readings) > 1,
            ),
        )


def _index(laid: Deck, filters: Filters) -> str:
    """Return the script that holds, for each card, what the filters ask of it."""
    outlets = {outlet: key for key, outlet in filters.outlets}
    rows = [
        [name, leaf(deal.id), *_sought(deal, outlets)]
        for name, page in zip(laid.pages, laid.cards, strict=True)
        for deal in page
    ]
    return environment().get_template("cards.js.j2").render(rows=rows)


def _sought(deal: Deal, outlets: Mapping[str, str]) -> list[Any]:
    heard = deal.voices
    words = " ".join([deal.heading, *(f"{v.name} {v.words[:EXCERPT]}" for v in heard)])
    carried = dict.fromkeys(outlets[v.outlet] for v in heard if v.outlet)
    return [leaf(deal.type), [leaf(a) for a in deal.actors], list(carried), words.casefold()]


def _sections(page: Iterable[Deal]) -> list[tuple[str, list[Deal]]]:
    dealt = list(page)
    grouped = ((title, [d for d in dealt if d.kind == kind]) for kind, title in TITLES.items())
    return [(title, group) for title, group in grouped if group]


def _filters(dealt: Sequence[Deal], held: Archive) -> Filters:
    outlets = sorted({v.outlet for deal in dealt for v in deal.voices if v.outlet})
    actors = {a: held.names[a] for deal in dealt for a in deal.actors if a in held.names}
    types = {deal.type: link(deal.type) for deal in dealt}
    return Filters(
        types=_choices({leaf(key): text for key, text in types.items()}),
        actors=_choices({leaf(key): text for key, text in actors.items()}),
        outlets=tuple((f"o{n}", outlet) for n, outlet in enumerate(outlets)),
    )


def _choices(found: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(found.items(), key=lambda pair: (pair[1].casefold(), pair[0])))


def _summary(
    knowledge: Knowledge, held: Archive, dealt: Sequence[Deal]
) -> list[tuple[int, str, str]]:
    """Return numbers with their nouns and the page that shows what they count."""
    disputes = sum(deal.kind is LinkKind.DISPUTE for deal in dealt)
    counts = (
        (len(knowledge.readings), "article", "#articles"),
        (
            len({r.article.outlet for r in knowledge.readings if r.article.outlet}),
            "outlet",
            "#articles",
        ),
        (len(held.voices), "statement", "#articles"),
        (len({*held.said, *held.about}), "actor", "actors.html"),
        (disputes, "dispute", "#disputes"),
    )
    return [(n, word if n == 1 else f"{word}s", href) for n, word, href in counts if n]


def _articles(knowledge: Knowledge) -> list[tuple[Article, int]]:
    rows = [(r.article, len(r.statements)) for r in knowledge.readings]
    return sorted(rows, key=lambda row: (str(row[0].published or ""), row[0].id))
