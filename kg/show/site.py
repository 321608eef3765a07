"""The static site: what stands on which page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from kg.model import Picture, Reading
from kg.show.about import provenance, versions
from kg.show.analysis import FOLDER, analysis_pages
from kg.show.answers import Answers, Ways, answer_pages
from kg.show.deals import Deal
from kg.show.dossiers import filed
from kg.show.maps import maps
from kg.show.material import Material, material
from kg.show.network import network_parts
from kg.show.overview import overview
from kg.show.pages import ALONE, ASSETS, BELOW, GRAPH_SCRIPTS, PAGE, TOP, asset, leaf, render
from kg.show.places import named_places
from kg.show.reader import marked
from kg.show.story import Drawing, story
from kg.show.subject import Subject
from kg.show.tellings import Telling
from kg.show.terms import shortened
from kg.show.timeline import NARROW, timeline

LISTED = 60
ROWS = 1000
NOTE = (
    "A line sums up what one actor says about another: how many statements, and how many of them "
    "accuse or deny. Choose an actor to read the words."
)

Page = tuple[str, str]


def site(subject: Subject, out: Path, answers: Answers | None = None) -> Path:
    """Write the pages to folder `out` and return the start page.

    Args:
        subject: what to show.
        out: made if it is not there; pages of an earlier run are replaced, and removed where
            this run has none of their name.
        answers: questions with their results as tables, by name.
    """
    m = material(subject)
    asked = answer_pages(answers or {}, _ways(m), narrowed=bool(subject.narrowing))
    measured = analysis_pages(subject.tables, m.held, m.linked)
    written = set()
    for name, text in chain(_assets(), _pages(m), asked, measured):
        _write(out / name, text)
        written.add(out / name)
    _sweep(out, written)
    return out / "index.html"


def single_story(subject: Subject, out: Path) -> Path:
    """Write the first story graph to the one file `out`, with all that it needs inside."""
    m = material(subject)
    _write(out, _story(m, subject.atlas.stories[0], m.told[0], alone=True))
    return out


def _ways(m: Material) -> Ways:
    where = m.laid.where()
    cards = {key: where[d.id] for page in m.laid.cards for d in page for key in (d.id, *d.members)}
    return Ways(m.held, m.linked, cards, _headlines(m))


def _headlines(m: Material) -> dict[str, str]:
    return {r.article.id: r.article.headline or shortened(r.article.path) for r in m.readings}


def _assets() -> Iterator[Page]:
    for name in ASSETS:
        yield f"assets/{name}", asset(name)


def _pages(m: Material) -> Iterator[Page]:
    yield from overview(m.subject, m.held, m.laid, m.told, m.title)
    yield from _stories(m)
    yield from _networks(m)
    yield "actors.html", _actors(m)
    for actor, picture in m.atlas.egos.items():
        yield f"actor/{leaf(actor)}.html", _dossier(m, actor, picture)
    for reading in m.readings:
        yield f"article/{leaf(reading.article.id)}.html", _article(m, reading)
    order = sorted(m.held.said, key=lambda a: (-len(m.held.said[a]), a))
    broad, narrow = timeline(m.held, order), timeline(m.held, order, NARROW)
    yield "timeline.html", render("timeline.html.j2", chart=broad, narrow=narrow, linked=m.linked)
    yield "map.html", _map(m)
    rests = provenance(m.subject.knowledge)
    yield "about.html", render("about.html.j2", versions=versions(), provenance=rests)


def _map(m: Material) -> str:
    spots = named_places(m.subject.knowledge)
    return render(
        "map.html.j2",
        maps=maps(spots),
        spots=spots[:ROWS],
        hidden=max(0, len(spots) - ROWS),
        held=m.held,
        titles=_headlines(m),
    )


def _stories(m: Material) -> Iterator[Page]:
    for told, picture in zip(m.told, m.atlas.stories, strict=True):
        yield told.href, _story(m, picture, told)


def _story(m: Material, picture: Picture, told: Telling, *, alone: bool = False) -> str:
    over = {d.id for n in picture.places for d in m.disputed.get(n, ())}
    dealt = [deal for page in m.laid.cards for deal in page if deal.id in over]
    return story(
        Drawing(m.subject.graph, picture, m.held, m.labels(picture), told, dealt),
        place=ALONE if alone else TOP,
        others=m.told,
        linked=frozenset() if alone else m.linked,
    )


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
    return m.held.names[min(picture.places, key=lambda a: (-m.held.weight(a), a))]


def _actors(m: Material) -> str:
    order = sorted({*m.held.said, *m.held.about}, key=lambda a: (-m.held.weight(a), a))
    rows = [
        (
            m.held.described[a][0],
            len(m.held.said.get(a, ())),
            len(m.held.about.get(a, ())),
            len(_disputes(m, a)),
        )
        for a in order[:ROWS]
    ]
    hidden = max(0, len(order) - ROWS)
    return render("actors.html.j2", rows=rows, linked=m.linked, names=m.held.names, hidden=hidden)


def _disputes(m: Material, actor: str) -> list[Deal]:
    """Return the disputes in which the actor's statements stand."""
    said = m.held.said.get(actor, ())
    return list(dict.fromkeys(deal for s in said for deal in m.disputed.get(s, ())))


def _dossier(m: Material, actor: str, picture: Picture) -> str:
    alone = len(picture.places) < 2
    return render(
        "dossier.html.j2",
        BELOW,
        (PAGE,) if alone else GRAPH_SCRIPTS,
        file=filed(m.held, actor),
        name=m.held.names[actor],
        listed=LISTED,
        alone=alone,
        disputed=_disputes(m, actor),
        drawn=m.drawn,
        headed=len(m.readings) > 1,
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
        disputed=m.disputed,
        cards=m.laid.where(),
        drawn=m.drawn,
        blocks=marked(reading, m.held.voices),
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    try:
        part.replace(path)
    except OSError:
        part.unlink()
        raise


def _sweep(out: Path, written: set[Path]) -> None:
    """Remove pages of ours that an earlier run left in our own folders."""
    folders = (
        f"{folder}/*.html" for folder in ("actor", "article", "community", "question", FOLDER)
    )
    for pattern in (*folders, "cards-*.html", "story-*.html"):
        for page in out.glob(pattern):
            if page not in written:
                page.unlink()
