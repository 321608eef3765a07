"""Put the answers of all describing rules together, one statement for one attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.describe.acts import speech_act
from kg.extract.describe.addressee import addressee
from kg.extract.describe.certainty import certainty, hedges
from kg.extract.describe.coverage import verification
from kg.extract.describe.nesting import reports
from kg.extract.describe.pointing import refers_to
from kg.extract.describe.polarity import polarity
from kg.extract.describe.quoting import quote_type
from kg.extract.describe.replies import with_denials
from kg.extract.describe.scene import Scene, scenes_of
from kg.extract.describe.sides import sides_of
from kg.extract.spans import Spans
from kg.extract.tree import tree_of
from kg.model import Document, Kind, Span, SpeechAct, Stance, Statement, content_id


def statements(document: Document, found: Sequence[Spans]) -> tuple[Statement, ...]:
    """Describe each attribution: what is done by saying it, how surely, and about which other.

    The result is in the order of the text. Attributions with the same spans become one, that of
    the highest score; those without a cue or a content are left out. `confidence` is that score:
    how sure whatever found the spans was that they belong together (1.0 for spans given by hand).
    """
    tree = tree_of(document)
    scenes = scenes_of(tree, _unique(found))
    sides = sides_of(scene.source for scene in scenes)
    acts = with_denials(scenes, [speech_act(scene, sides) for scene in scenes], sides)
    told = [_statement(scene, act) for scene, act in zip(scenes, acts, strict=True)]
    links = zip(
        told,
        verification(tree, scenes),
        refers_to(scenes, acts, sides),
        reports(scenes),
        _addressees(scenes),
        strict=True,
    )
    return tuple(
        replace(
            one,
            verification=notes,
            refers_to=tuple(told[other].id for other in back),
            reports=None if inner is None else told[inner].id,
            addressee=heard,
        )
        for one, notes, back, inner, heard in links
    )


def _unique(found: Sequence[Spans]) -> list[Spans]:
    best: dict[tuple[tuple[Span, ...], ...], Spans] = {}
    for one in sorted(found, key=lambda spans: (-spans.score, spans.rule)):
        best.setdefault((one.source, one.cue, one.content), one)
    return list(best.values())


def _statement(scene: Scene, act: SpeechAct) -> Statement:
    found = scene.found
    article = scene.tree.document.article.id
    return Statement(
        id=content_id("statement", article, *map(_pairs, (found.source, found.cue, found.content))),
        article=article,
        source=found.source,
        cue=found.cue,
        content=found.content,
        cue_lemma=scene.lemma,
        quote_type=quote_type(scene),
        speech_act=act,
        polarity=polarity(scene, act),
        certainty=certainty(scene, act),
        stance=scene.row.stance if scene.row else Stance.NEUTRAL,
        kind=scene.row.kind if scene.row else Kind.ASSERTION,
        hedges=hedges(scene),
        extractor=found.rule,
        confidence=min(1.0, max(0.0, found.score)),
    )


def _pairs(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


@dataclass(frozen=True, slots=True)
class _Heard:
    sentence: int
    source: tuple[Span, ...]
    addressee: tuple[Span, ...]


def _addressees(scenes: Sequence[Scene]) -> tuple[tuple[Span, ...], ...]:
    """Name who heard it; "told reporters ..., adding ..." has one audience."""
    heard: list[tuple[Span, ...]] = []
    before = _Heard(-1, (), ())
    for scene in scenes:
        own = addressee(scene)
        if not own and (scene.sentence, scene.found.source) == (before.sentence, before.source):
            own = before.addressee
        before = _Heard(scene.sentence, scene.found.source, own)
        heard.append(own)
    return tuple(heard)
