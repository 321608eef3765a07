"""Decisions of every kind, with hostile texts in them."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from kg.model import (
    ActorName,
    ActorType,
    Citation,
    Credibility,
    Decision,
    EditField,
    LinkKind,
    Passage,
    Polarity,
    Reliability,
    SpeechAct,
    Verb,
)
from kg.review import NOTHING, identified
from tests.rdf.strategies import days, few, ids, perhaps, texts

# "" stands for nothing there: a field without text is not written.
full = texts.filter(bool)
who = full.filter(str.strip)
citations = st.builds(
    Citation, id=ids, path=texts, url=perhaps(full), outlet=perhaps(full), published=perhaps(days)
)
passages = st.builds(
    Passage,
    statement=ids,
    citation=citations,
    words=st.lists(full, min_size=1, max_size=3).map(tuple),
    before=texts,
    after=texts,
    cue=texts,
)
names = st.builds(
    ActorName,
    actor=ids,
    type=st.sampled_from(ActorType),
    name=full,
    state=perhaps(full),
    citation=perhaps(citations),
)
times = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)
one_passage, one_name = st.tuples(passages), st.tuples(names)
grades = st.one_of(
    st.sampled_from(Reliability),
    st.sampled_from(Credibility),
    st.builds("{}{}".format, st.sampled_from(Reliability), st.sampled_from(Credibility)),
).map(str)
kinds = st.sampled_from(LinkKind).map(str)
amounts = st.sampled_from(("23", "24..99", "30..", "..9", "0.5", NOTHING))


def _of(verb: Verb, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[Decision]:
    return st.builds(
        lambda by, when, because, **more: identified(Decision("", verb, by, when, because, **more)),
        who,
        times,
        texts,
        **fields,
    )


def _edit(field: EditField, values: st.SearchStrategy[str]) -> st.SearchStrategy[Decision]:
    return _of(
        Verb.EDIT,
        passages=one_passage,
        field=st.just(field),
        found=perhaps(full),
        value=values,
    )


decisions = st.one_of(
    _of(Verb.MERGE, actors=st.lists(names, min_size=2, max_size=3).map(tuple)),
    _of(Verb.SPLIT, actors=st.lists(names, min_size=2, max_size=3).map(tuple)),
    _of(
        Verb.SPLIT,
        actors=one_name,
        citations=st.lists(citations, min_size=1, max_size=2).map(tuple),
        value=full,
    ),
    _of(Verb.RENAME, actors=one_name, value=full),
    _of(Verb.RETYPE, actors=one_name, value=st.sampled_from(ActorType).map(str)),
    _of(Verb.REJECT, passages=one_passage),
    _of(Verb.CONFIRM, passages=one_passage),
    _edit(EditField.ACT, st.sampled_from(SpeechAct).map(str)),
    _edit(EditField.POLARITY, st.sampled_from(Polarity).map(str)),
    _edit(EditField.QUANTITY, amounts),
    _edit(EditField.CLAIMANT, st.just(NOTHING)),
    _of(Verb.EDIT, passages=one_passage, field=st.just(EditField.SPEAKER), actors=one_name),
    _of(Verb.GRADE, passages=one_passage, value=grades),
    _of(Verb.LINK, passages=one_passage, against=one_passage, value=kinds),
    _of(Verb.UNLINK, passages=one_passage, against=few(passages, 2), value=perhaps(kinds)),
)
