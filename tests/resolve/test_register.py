from __future__ import annotations

from kg.annotate import Annotator
from kg.model import Actor, ActorType, Extraction
from kg.resolve.denotes import denotes
from tests.resolve.stories import document, story


def _actor(parser: Annotator, text: str, words: str, article: str = "story") -> Actor | None:
    parsed = document(parser, text, article=article)
    known = denotes(parsed, Extraction((), ()))
    told = story(parser, {"text": text})
    return known.actor(told.span(words))


def test_one_army_has_one_id_in_all_articles(parser: Annotator) -> None:
    first = _actor(parser, "Zambia's army said nothing.", "Zambia's army", "one")
    second = _actor(parser, "The Zambian military said nothing.", "The Zambian military", "two")
    third = _actor(parser, "Rebels shot 3 Zambian soldiers.", "3 Zambian soldiers", "three")
    assert first is not None
    assert second is not None
    assert third is not None
    assert first.id == second.id == third.id
    assert first.name == second.name == third.name
    assert first.type is ActorType.ORGANISATION
    assert first.state == first.part_of is not None


def test_an_unnamed_source_is_another_one_in_another_article(parser: Annotator) -> None:
    text = "A Zambian official said nothing."
    first, second = (_actor(parser, text, "A Zambian official", a) for a in ("one", "two"))
    assert first is not None
    assert second is not None
    assert first.anonymous
    assert first.name == second.name
    assert first.id != second.id


def test_a_person_keeps_the_id_whatever_the_title(parser: Annotator) -> None:
    first = _actor(parser, "Mayor Ana Ruiz spoke.", "Ana Ruiz", "one")
    second = _actor(parser, "Ms. Ana Ruiz, the mayor, spoke. Ruiz left.", "Ruiz", "two")
    assert first is not None
    assert second is not None
    assert first.id == second.id


def test_every_id_is_defined(parser: Annotator) -> None:
    text = "Zambia's foreign ministry spokesman Joe Banda said the Zambian navy sank a boat."
    known = story(parser, {"text": text}).known
    for actor in known.actors.values():
        linked = {actor.organisation, actor.part_of, actor.acts_for, actor.state} - {None}
        assert linked <= known.actors.keys()
    assert {a.name for a in known.actors.values()} >= {"Zambia", "Joe Banda", "Zambian navy"}
