"""The start page: cards of disputes first, then answers and agreement, and the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Article, Knowledge, LinkKind
from kg.show.archive import Archive
from kg.show.cards import ORDER, Card, Voice
from kg.show.pages import render

CARDS, ROWS = 40, 500
TITLES = {
    LinkKind.DISPUTE: "Disputes",
    LinkKind.RESPONSE: "Answers, and accusations without one",
    LinkKind.CORROBORATION: "Agreement between different sources",
}


@dataclass(frozen=True, slots=True)
class Dealt:
    """A card with what filters ask of it: ids of actors, numbers of outlets."""

    card: Card
    actors: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices of each filter: (value, text)."""

    types: tuple[tuple[str, str], ...]
    actors: tuple[tuple[str, str], ...]
    outlets: tuple[tuple[str, str], ...]


def overview(knowledge: Knowledge, held: Archive, title: str) -> Iterator[tuple[str, str]]:
    """Yield the start page and, where there are more cards than fit, the pages after it."""
    chosen = sorted((c for c in held.cards if c.kind in TITLES), key=_order)
    pages = [chosen[i : i + CARDS] for i in range(0, len(chosen), CARDS)] or [[]]
    names = ["index.html", *(f"cards-{n}.html" for n in range(2, len(pages) + 1))]
    for number, (name, page) in enumerate(zip(names, pages, strict=True)):
        dealt = deck(page)
        yield (
            name,
            render(
                "index.html.j2",
                title=title,
                sections=_sections(dealt),
                filters=_filters(dealt),
                names=names,
                number=number,
                summary=_summary(knowledge, held),
                period=_period(knowledge),
                articles=_articles(knowledge)[:ROWS] if number == 0 else [],
                hidden=max(0, len(knowledge.readings) - ROWS),
                total=len(chosen),
            ),
        )


def deck(cards: Iterable[Card]) -> list[Dealt]:
    """Return cards with what filters ask of them."""
    found = []
    for card in cards:
        voices = (*card.a, *card.b)
        actors = dict.fromkeys(a for v in voices for a in (v.claimant_id, v.speaker_id) if a)
        outlets = dict.fromkeys(v.outlet for v in voices if v.outlet)
        found.append(Dealt(card, tuple(actors), tuple(outlets)))
    return found


def _order(card: Card) -> tuple[int, int, int, str]:
    """Order by kind, type, and how widely it is carried."""
    rank = ORDER.index(card.type) if card.type in ORDER else len(ORDER)
    return list(TITLES).index(card.kind), rank, -len(card.a + card.b), card.id


def _sections(dealt: list[Dealt]) -> list[tuple[str, list[Dealt]]]:
    grouped = ((title, [d for d in dealt if d.card.kind == kind]) for kind, title in TITLES.items())
    return [(title, group) for title, group in grouped if group]


def _filters(dealt: list[Dealt]) -> Filters:
    voices = [v for d in dealt for v in (*d.card.a, *d.card.b)]
    outlets = sorted({v.outlet for v in voices if v.outlet})
    types = sorted({d.card.type for d in dealt})
    return Filters(
        types=tuple((t, t.replace("_", " ")) for t in types),
        actors=tuple(sorted(_names(voices).items(), key=lambda pair: (pair[1], pair[0]))),
        outlets=tuple((str(n), outlet) for n, outlet in enumerate(outlets)),
    )


def _names(voices: Iterable[Voice]) -> dict[str, str]:
    pairs = ((v.claimant_id, v.claimant, v.speaker_id, v.speaker) for v in voices)
    found: dict[str, str] = {}
    for claimant, its_name, speaker, their_name in pairs:
        found |= {
            key: name for key, name in ((claimant, its_name), (speaker, their_name)) if key and name
        }
    return found


def _summary(knowledge: Knowledge, held: Archive) -> list[tuple[int, str]]:
    disputes = sum(c.kind is LinkKind.DISPUTE for c in held.cards)
    counts = (
        (len(knowledge.readings), "article"),
        (len({r.article.outlet for r in knowledge.readings if r.article.outlet}), "outlet"),
        (len(held.voices), "statement"),
        (len(held.described), "actor"),
        (disputes, "dispute"),
    )
    return [(n, word if n == 1 else f"{word}s") for n, word in counts]


def _articles(knowledge: Knowledge) -> list[tuple[Article, int]]:
    rows = [(r.article, len(r.statements)) for r in knowledge.readings]
    return sorted(rows, key=lambda row: (str(row[0].published or ""), row[0].id))


def _period(knowledge: Knowledge) -> str:
    days = sorted(r.article.published for r in knowledge.readings if r.article.published)
    return " to ".join(dict.fromkeys((days[0].isoformat(), days[-1].isoformat()))) if days else ""
