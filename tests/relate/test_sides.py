from __future__ import annotations

from collections import Counter

from kg.model import Actor, ActorType, SpeechAct
from kg.relate.sides import opposite, party, rivalries, stand
from tests.relate.stories import Story

ANA = Actor("ana", "Ana Ruiz", ActorType.PERSON)
PEDRO = Actor("pedro", "Pedro Ruiz", ActorType.PERSON)
UNION = Actor("union", "Dockers", ActorType.ORGANISATION)
CAST = {one.id: one for one in (ANA, PEDRO, UNION)}


def test_two_of_one_surname_are_no_two_sides() -> None:
    """Sides go by the surname, by which another article may call either."""
    assert opposite(party(CAST, "ana"), party(CAST, "pedro")) is None
    assert opposite(party(CAST, "ana"), party(CAST, "union")) == frozenset({"ruiz", "dockers"})


def test_a_quarrel_of_two_of_one_surname_gives_no_stand() -> None:
    story = Story("kin")
    story.say(ANA, "taking the boat", act=SpeechAct.ACCUSE, targets=[PEDRO])
    reading = story.reading()
    assert stand(rivalries(reading), party(CAST, "ana")) is None
    assert stand(Counter([frozenset({"ruiz", "dockers"})]), party(CAST, "ana")) == (
        "ruiz",
        "dockers",
    )


def test_who_led_a_body_once_is_a_side_of_its_own() -> None:
    lost = Actor("eva", "Eva Lund", ActorType.PERSON, (), "former director", "union")
    leads = Actor("ada", "Ada Lund", ActorType.PERSON, (), "director", "union")
    cast = CAST | {"eva": lost, "ada": leads}
    assert opposite(party(cast, "ada"), party(cast, "union")) is None
    assert opposite(party(cast, "eva"), party(cast, "union")) == frozenset({"lund", "dockers"})
