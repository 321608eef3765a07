"""The static site: what stands on which page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import networkx as nx

from kg.model import Atlas, Knowledge, Picture, Reading
from kg.show.about import versions
from kg.show.answers import Answers, answer_pages
from kg.show.archive import Archive, archive
from kg.show.cards import Card, Voice, rejected_voices
from kg.show.dossiers import filed
from kg.show.network import network_parts
from kg.show.overview import deck, overview
from kg.show.pages import ALONE, ASSETS, BELOW, GRAPH_SCRIPTS, PAGE, TOP, asset, leaf, render
from kg.show.places import drawn_map, named_places
from kg.show.reader import marked
from kg.show.story import story
from kg.show.timeline import timeline
from kg.show.wording import labels

LISTED = 80
ROWS = 1000
NOTE = "Lines sum up statements of one actor about another; choose an actor to read them."

Page = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Material:
    """What pages are made of; `title` is plain text."""

    knowledge: Knowledge
    graph: nx.MultiDiGraph
    atlas: Atlas
    held: Archive
    labels: Mapping[str, str]
    title: str
    rejected: Mapping[str, tuple[Voice, ...]]

    @property
    def linked(self) -> frozenset[str]:
        """Return the actors that have a page."""
        return frozenset(self.atlas.egos)


def site(
    knowledge: Knowledge,
    graph: nx.MultiDiGraph,
    atlas: Atlas,
    out: Path,
    answers: Answers | None = None,
) -> Path:
    """Write the pages to folder `out` and return the start page.

    Args:
        knowledge: what to show.
        graph: what `kg.network.build` made of it.
        atlas: the pictures of `graph` that the pages draw.
        out: made if it is not there; pages of an earlier run are replaced, and removed where
            this run has none of their name.
        answers: questions with their results as tables, by name.
    """
    material = _material(knowledge, graph, atlas)
    asked = answer_pages(answers or {}, material.held, material.linked)
    written = set()
    for name, text in chain(_assets(), _pages(material), asked):
        _write(out / name, text)
        written.add(out / name)
    _sweep(out, written)
    return out / "index.html"


def single_story(knowledge: Knowledge, graph: nx.MultiDiGraph, atlas: Atlas, out: Path) -> Path:
    """Write the first story graph to the one file `out`, with all that it needs inside."""
    m = _material(knowledge, graph, atlas)
    _write(out, story(graph, atlas.stories[0], m.held, m.labels, m.title, place=ALONE))
    return out


def _material(knowledge: Knowledge, graph: nx.MultiDiGraph, atlas: Atlas) -> Material:
    held = archive(knowledge)
    drawn = {n for picture in atlas.stories for n in picture.places if n in held.voices}
    words = {key: held.voices[key].words for key in drawn}
    return Material(
        knowledge,
        graph,
        atlas,
        held,
        labels(knowledge, held.cards, words),
        _title(knowledge),
        rejected_voices(knowledge),
    )


def _assets() -> Iterator[Page]:
    for name in ASSETS:
        yield f"assets/{name}", asset(name)


def _pages(m: Material) -> Iterator[Page]:
    yield from overview(m.knowledge, m.held, m.title)
    yield from _stories(m)
    yield from _networks(m)
    yield "actors.html", _actors(m)
    for actor, picture in m.atlas.egos.items():
        yield f"actor/{leaf(actor)}.html", _dossier(m, actor, picture)
    for reading in m.knowledge.readings:
        yield f"article/{leaf(reading.article.id)}.html", _article(m, reading)
    order = sorted(m.held.said, key=lambda a: (-len(m.held.said[a]), a))
    yield (
        "timeline.html",
        render("timeline.html.j2", chart=timeline(m.held, order), linked=m.linked),
    )
    spots = named_places(m.knowledge)
    yield (
        "map.html",
        render(
            "map.html.j2",
            map=drawn_map(spots),
            spots=spots[:ROWS],
            hidden=max(0, len(spots) - ROWS),
        ),
    )
    yield "about.html", render("about.html.j2", versions=versions())


def _stories(m: Material) -> Iterator[Page]:
    names = ["story.html", *(f"story-{n}.html" for n in range(2, len(m.atlas.stories) + 1))]
    for name, picture in zip(names, m.atlas.stories, strict=True):
        yield name, story(m.graph, picture, m.held, m.labels, m.title, pages=names, linked=m.linked)


def _networks(m: Material) -> Iterator[Page]:
    groups = [
        (_chief(m, picture), f"community/{number}.html", len(picture.places) + picture.hidden)
        for number, picture in enumerate(m.atlas.communities, 1)
    ]
    shared: dict[str, Any] = {"groups": groups, "note": NOTE}
    parts = network_parts(m.atlas.network, m.held, TOP, m.linked)
    title = "Who speaks about whom"
    yield (
        "network.html",
        render("network.html.j2", TOP, GRAPH_SCRIPTS, title=title, **shared, **parts),
    )
    for (chief, name, _), picture in zip(groups, m.atlas.communities, strict=True):
        parts = network_parts(picture, m.held, BELOW, m.linked)
        title = f"Community around {chief}"
        yield name, render("network.html.j2", BELOW, GRAPH_SCRIPTS, title=title, **shared, **parts)


def _chief(m: Material, picture: Picture) -> str:
    """Return the name of the member with most statements."""
    first = min(picture.places, key=lambda a: (-m.held.weight(a), a))
    return m.held.described[first][0].name


def _actors(m: Material) -> str:
    order = sorted({*m.held.said, *m.held.about}, key=lambda a: (-m.held.weight(a), a))
    rows = [
        (
            m.held.described[a][0],
            len(m.held.said.get(a, ())),
            len(m.held.about.get(a, ())),
            len(m.held.disputes.get(a, ())),
        )
        for a in order[:ROWS]
    ]
    return render("actors.html.j2", rows=rows, linked=m.linked, hidden=max(0, len(order) - ROWS))


def _dossier(m: Material, actor: str, picture: Picture) -> str:
    file = filed(m.held, actor)
    alone = len(picture.places) < 2
    return render(
        "dossier.html.j2",
        BELOW,
        (PAGE,) if alone else GRAPH_SCRIPTS,
        file=file,
        listed=LISTED,
        alone=alone,
        disputed=deck(file.disputes[:LISTED]),
        note=NOTE,
        **network_parts(picture, m.held, BELOW, m.linked, centre=actor),
    )


def _article(m: Material, reading: Reading) -> str:
    voices = [m.held.voices[s.id] for s in reading.statements]
    return render(
        "article.html.j2",
        BELOW,
        article=reading.article,
        voices=voices,
        rejected=m.rejected.get(reading.article.id, ()),
        linked=m.linked,
        disputed=_disputed(m.held.cards, {v.statement for v in voices}),
        blocks=marked(reading, m.held.voices),
    )


def _disputed(cards: Sequence[Card], statements: set[str]) -> dict[str, list[Card]]:
    found: dict[str, list[Card]] = {}
    for card in cards:
        for voice in (*card.a, *card.b):
            if card.kind == "dispute" and voice.statement in statements:
                found.setdefault(voice.statement, []).append(card)
    return found


def _title(knowledge: Knowledge) -> str:
    headlines = [r.article.headline for r in knowledge.readings if r.article.headline]
    if len(headlines) == 1:
        return headlines[0]
    return f"{len(knowledge.readings)} articles: who claims what about whom"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def _sweep(out: Path, written: set[Path]) -> None:
    """Remove pages of ours that an earlier run left in our own folders."""
    for folder in ("actor", "article", "community", "question"):
        for page in (out / folder).glob("*.html"):
            if page not in written:
                page.unlink()
