"""Readings of every shape, with hostile texts in them."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from kg.model import (
    Actor,
    ActorType,
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Commitment,
    Comparator,
    Feature,
    Interval,
    Issue,
    Kind,
    LinkKind,
    Location,
    Mention,
    Polarity,
    Quantity,
    QuoteType,
    Reading,
    Relation,
    Span,
    SpeechAct,
    Stance,
    Statement,
    VerificationNote,
)

T = TypeVar("T")

HOSTILE = (
    "",
    '"',
    "\\",
    "\\u0022",
    'a" <x:y> .\n<x:a> <x:b> "c',
    "\x00\x01\x07\x08\t\n\x0b\x0c\r\x1f\x7f\x85",
    "\u200f\u202eרעש\u2028\u2029\ufeff\ufffe\uffff",
    "'''}; DROP ALL #",
    "<script>alert(1)</script>",
    "ʻ\U0001f600\U0010ffff",
)
texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"])))
ids = st.one_of(st.text("0123456789abcdef", min_size=16, max_size=16), texts)
numbers = st.floats(allow_nan=False)
spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30)
)
days = st.dates(min_value=date(1, 1, 1))


def few(values: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=most).map(tuple)


def perhaps(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | values


quantities = st.builds(
    Quantity,
    span=spans,
    measure=texts,
    unit=texts,
    value=perhaps(numbers),
    low=perhaps(numbers),
    high=perhaps(numbers),
    comparator=st.sampled_from(Comparator),
    of_whom=perhaps(ids),
    by_whom=perhaps(ids),
    of_whom_text=perhaps(texts),
)
blocks = st.builds(Block, kind=st.sampled_from(BlockKind), span=spans)
features = st.builds(Feature, name=texts, weight=numbers)
notes = st.builds(VerificationNote, span=spans, effect=texts)
intervals = st.builds(Interval, start=perhaps(days), end=perhaps(days))
articles = st.builds(
    Article,
    id=ids,
    path=texts,
    text=texts,
    blocks=few(blocks),
    url=perhaps(texts),
    outlet=perhaps(texts),
    headline=perhaps(texts),
    byline=perhaps(texts),
    published=perhaps(days),
    agency=perhaps(texts),
    dateline=perhaps(texts),
)
actors = st.builds(
    Actor,
    id=ids,
    name=texts,
    type=st.sampled_from(ActorType),
    aliases=few(texts),
    role=perhaps(texts),
    organisation=perhaps(ids),
    part_of=perhaps(ids),
    acts_for=perhaps(ids),
    state=perhaps(texts),
)
locations = st.builds(
    Location,
    id=ids,
    name=texts,
    country=perhaps(texts),
    latitude=perhaps(numbers),
    longitude=perhaps(numbers),
    gazetteer=perhaps(texts),
)
claims = st.builds(
    Claim,
    id=ids,
    issue=ids,
    predicate=texts,
    text=texts,
    agent=perhaps(ids),
    patient=perhaps(ids),
    quantity=perhaps(quantities),
    place=perhaps(ids),
    time=perhaps(intervals),
)
commitments = st.builds(
    Commitment,
    statement=ids,
    claim=ids,
    polarity=st.sampled_from(Polarity),
    modal=st.booleans(),
)
attributions = st.builds(
    Attribution,
    statement=ids,
    speaker=perhaps(ids),
    claimant=perhaps(ids),
    role=perhaps(texts),
    targets=few(ids),
)
issues = st.builds(
    Issue,
    id=ids,
    question=texts,
    predicate=texts,
    measure=perhaps(texts),
    unit=perhaps(texts),
    patient=perhaps(ids),
)
relations = st.builds(
    Relation,
    id=ids,
    kind=st.sampled_from(LinkKind),
    type=texts,
    a=few(ids),
    b=few(ids),
    because=texts,
    issue=perhaps(ids),
)


def statements(article: str) -> st.SearchStrategy[Statement]:
    return st.builds(
        Statement,
        id=ids,
        article=st.just(article),
        source=few(spans),
        cue=few(spans),
        content=few(spans),
        cue_lemma=texts,
        quote_type=st.sampled_from(QuoteType),
        speech_act=st.sampled_from(SpeechAct),
        polarity=st.sampled_from(Polarity),
        certainty=st.sampled_from(Certainty),
        stance=st.sampled_from(Stance),
        kind=st.sampled_from(Kind),
        hedges=few(spans),
        addressee=few(spans),
        verification=few(notes),
        refers_to=few(ids),
        reports=perhaps(ids),
        extractor=texts,
        confidence=numbers,
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    article = draw(articles)
    own = st.lists(statements(article.id), max_size=3, unique_by=lambda one: one.id).map(tuple)
    places = draw(few(locations))
    entities = st.sampled_from([place.id for place in places]) if places else ids
    mentions = st.builds(
        Mention, article=st.just(article.id), span=spans, entity=entities, features=few(features)
    )
    return Reading(
        article=article,
        statements=draw(own),
        actors=draw(few(actors)),
        locations=places,
        mentions=draw(few(mentions)),
        attributions=draw(few(attributions)),
        quantities=draw(few(st.tuples(ids, quantities))),
        claims=draw(few(claims)),
        commitments=draw(few(commitments)),
    )
