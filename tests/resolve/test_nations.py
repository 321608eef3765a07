from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.model import Extraction
from kg.resolve.denotes import Denotes, denotes
from kg.resolve.nations import stem
from tests.resolve.stories import document


def read(parser: Annotator, article: str, text: str) -> Denotes:
    return denotes(document(parser, text, article=article), Extraction((), ()))


def ids(known: Denotes, *names: str) -> list[str]:
    return [actor.id for actor in known.actors.values() if actor.name in names]


@pytest.mark.parametrize(
    ("noun", "adjective"),
    [("Orvania", "Orvanian"), ("Dreska", "Dreskan"), ("Pelk", "Pelki"), ("Sarun", "Saruni")],
)
def test_a_state_and_its_adjective_share_a_stem(noun: str, adjective: str) -> None:
    assert stem(noun) == stem(adjective)


def test_different_states_have_different_stems() -> None:
    assert len({stem(name) for name in ("Orvania", "Dreska", "Pelk", "Sarun")}) == 4


def test_forces_are_one_in_all_articles_whether_noun_or_adjective_names_them(
    parser: Annotator,
) -> None:
    one = read(parser, "a", "The Orvanian army said on Friday that it had left the hills.")
    other = read(parser, "b", "Orvania's army and Orvania's defence ministry were silent.")
    assert ids(one, "Orvanian forces") == ids(other, "Orvania forces")
    assert ids(one, "Orvanian") == ids(other, "Orvania")
    assert len(ids(one, "Orvanian forces", "Orvanian")) == 2


def test_police_of_the_only_town_are_one_in_all_articles(parser: Annotator) -> None:
    one = read(parser, "a", "Police said they had closed a bridge in Torvik.")
    other = read(parser, "b", "The Torvik police department said the bridge was closed.")
    assert ids(one, "Torvik police") == ids(other, "Torvik police") != []


def test_a_company_with_guards_is_no_state(parser: Annotator) -> None:
    known = read(parser, "a", "Lactona's security forces beat the farmers, Lactona said.")
    assert {actor.type.value for actor in known.actors.values()} <= {"Organisation", "Group"}
