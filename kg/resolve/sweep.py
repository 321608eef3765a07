"""The sweep over an article from left to right that notes every mention of an actor or a place."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import replace

from kg.model import ActorType, Document, Extraction, Feature, Span, Token
from kg.resolve import antecedents, gazetteer, headline, sense, whose
from kg.resolve.namings import is_title_case
from kg.resolve.phrases import Phrase, phrases
from kg.resolve.refer import inquiry
from kg.resolve.register import Key
from kg.resolve.scene import Scene, Seen, span_of
from kg.resolve.segments import Tokens, joined, tokens_in

Noted = tuple[Span, Key, tuple[Feature, ...]]
Placed = tuple[Span, gazetteer.Place, tuple[Feature, ...]]


def sweep(scene: Scene, extraction: Extraction) -> tuple[list[Noted], list[Placed]]:
    """Read all base noun phrases and sources in order; note actors and places with reasons.

    A headline's bare "ministry" is read last: it is the one that the text names.
    """
    actors: list[Noted] = []
    places: list[Placed] = []
    found = _candidates(scene.document, extraction)
    for tokens, voice in sorted(found, key=lambda c: headline.waits(scene, c[0])):
        actors.extend(_actors(scene, tokens, voice))
        places.extend(_places(scene, tokens))
    return sorted(actors, key=lambda noted: noted[0]), _outside(actors, places)


def _candidates(document: Document, extraction: Extraction) -> Iterator[tuple[Tokens, bool]]:
    """Yield base noun phrases and sources in the order of the text, and whether they speak."""
    ends = dict(_chunks(document))
    spans = {(low, _with_tail(document, low, high, ends)): False for low, high in ends.items()}
    voices = (tokens_in(document, part) for s in extraction.statements for part in s.source)
    speaking = {(v[0].index, v[-1].index + 1): True for v in voices if v}
    starts = {low for low, _ in speaking}
    spans = {chunk: False for chunk in spans if chunk[0] not in starts} | speaking
    for (low, high), voice in sorted(spans.items()):
        yield document.tokens[low:high], voice


def _chunks(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the base noun phrases outside headlines in capitals, where the parse is worthless."""
    starts = [start for start, _ in document.sentences]
    shouting = [is_title_case(document.tokens[a:b]) for a, b in document.sentences]
    for low, high in document.chunks:
        if starts and not shouting[max(0, bisect_right(starts, low) - 1)]:
            yield low, high


def _with_tail(document: Document, low: int, high: int, ends: dict[int, int]) -> int:
    """Return where a phrase ends with the "of ..." or "for ..." that belongs to it."""
    after = document.tokens[high : high + 2]
    if len(after) < 2 or after[0].text not in {"of", "for"} or after[1].index not in ends:
        return high
    return ends[after[1].index] if low <= after[0].head < high else high


def _actors(scene: Scene, tokens: Tokens, voice: bool) -> Iterator[Noted]:  # noqa: FBT001 - carried from the candidate
    for part in _owners(tokens):
        key = inquiry(scene, voice=True).one(part)
        if key is not None:
            yield _note(scene, part[0], part, key, subject=False)
    governs = any(sense.governs(scene.document, t) for t in tokens if t.pos == "PROPN")
    found = inquiry(scene, voice=voice or governs).each(tokens)
    for phrase, key in found:
        if voice or not _is_place_here(scene, phrase):
            subject = voice or _is_subject(scene, phrase)
            yield _note(scene, phrase.head, _own(phrase), key, subject=subject)
    if not found:
        yield from _owners_of_things(scene, tokens)


def _owners_of_things(scene: Scene, tokens: Tokens) -> Iterator[Noted]:
    """Note whom the modifiers of a thing name: "Peruvian army" in "Peruvian army posts"."""
    for phrase in phrases(tokens):
        if phrase.owner or not phrase.modifiers:
            continue
        key = whose.owner(inquiry(scene), replace(phrase, tail=()))
        if key is not None:
            yield span_of(phrase.modifiers), key, (Feature("owner of a thing", 0.5),)


def _own(phrase: Phrase) -> Tokens:
    return (*phrase.owner, *phrase.words)


def _owners(tokens: Tokens) -> list[Tokens]:
    return [phrase.owner for phrase in phrases(tokens) if phrase.owner] if tokens else []


def _is_place_here(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether the name of a country stands for the place: "in Peru"."""
    named = bool(phrase.name) and scene.nations.named(joined(phrase.name)) is not None
    return named and sense.is_placed(scene.document, phrase.head)


def _is_subject(scene: Scene, phrase: Phrase) -> bool:
    head = phrase.head
    for _ in range(8):
        if head.dep != "conj":
            break
        head = scene.document.tokens[head.head]
    return head.dep in {"nsubj", "nsubjpass", "csubj"}


def _note(scene: Scene, head: Token, tokens: Tokens, key: Key, *, subject: bool) -> Noted:
    """Remember a mention for what points back to it, and return it with its reasons."""
    seen = Seen(
        head.index,
        tokens[0].index,
        tokens[-1].index + 1,
        key,
        scene.sentence[head.index],
        scene.block[head.index],
        subject,
    )
    insort(scene.seen, seen, key=lambda s: s.head)
    return span_of(tokens), key, _reasons(scene, head, seen)


def _reasons(scene: Scene, head: Token, seen: Seen) -> tuple[Feature, ...]:
    """Return why a mention denotes its actor."""
    if low := antecedents.pronoun(head):
        found = antecedents.antecedent(scene, head)
        other = "relative clause" if low in antecedents.RELATIVE else "speaker of the quote"
        return found[1] if found and found[0] == seen.key else (Feature(other, 1.0),)
    kind = "name" if seen.key[0] in {"name", "state"} else "description"
    only_here = scene.register.drafts[seen.key].type is ActorType.ANONYMOUS
    reasons = (
        Feature(kind, 1.0),
        Feature("acts or speaks", 0.5 if seen.subject else 0.0),
        Feature("known in this article only", 0.5 if only_here else 0.0),
    )
    return tuple(f for f in reasons if f.weight)


def _outside(actors: list[Noted], places: list[Placed]) -> list[Placed]:
    """Return the places that are no part of an actor's name: not "Lima" in "Lima police"."""
    taken = {at for span, _, _ in actors for at in range(span.start, span.end)}
    return [placed for placed in places if placed[0].start not in taken]


def _places(scene: Scene, tokens: Tokens) -> Iterator[Placed]:
    context = gazetteer.Context(scene.countries)
    found = gazetteer.find(tokens, context)
    if found is None:
        return
    place, part = found
    yield span_of(part), place, gazetteer.features(place, context)
