from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kg import network, show
from kg.model import Knowledge
from kg.show.archive import archive
from kg.show.deals import by_statement, deals
from kg.show.tellings import Telling, named, tellings
from kg.show.terms import counted, shortened
from tests.show.invented import knowledge, one_origin

KNOWN = knowledge(4, 2)


def _told(known: Knowledge = KNOWN) -> tuple[Telling, ...]:
    held = archive(known)
    atlas = network.atlas(network.build(known))
    dealt = deals(held.cards, atlas.axis, one_origin)
    return tellings(atlas.stories, held, by_statement(dealt))


def test_a_story_is_named_by_its_parties_and_its_question() -> None:
    first = _told()[0]
    assert len(first.parties) == 2
    assert re.fullmatch(r"Shepherd \d and Shepherd \d: how many sheep were lost\?", first.title)
    assert (first.shown.articles, first.shown.period) == (4, "1–4 Mar 2031")
    assert first.href == "story.html"


def test_a_story_of_many_pictures_counts_what_all_of_them_show() -> None:
    told = _told(knowledge(60, 2, actors=100))
    first, last = told[0], told[-1]
    assert first.parts == last.parts == len(told) > 1
    assert first.whole == last.whole
    assert first.shown.disputes < first.whole.disputes == 59
    assert first.whole.articles == 60


def test_a_question_without_two_parties_is_named_by_a_headline() -> None:
    nobody = replace(KNOWN, readings=tuple(replace(r, attributions=()) for r in KNOWN.readings))
    assert _told(nobody)[0].title == "How many sheep were lost? Sheep of farm 0 lost"


@pytest.mark.parametrize(
    ("headlines", "title"),
    [(["Sheep lost"], "Sheep lost"), (["a", "b"], "who claims what")],
)
def test_a_site_is_named_by_one_headline_or_the_leading_parties(
    headlines: list[str], title: str
) -> None:
    assert named(_told(), (), headlines).endswith(title)


def test_actors_of_one_name_are_told_apart() -> None:
    held = archive(KNOWN)
    assert len(set(held.names.values())) == len(held.names)


def test_a_choice_says_in_words_what_it_keeps() -> None:
    assert show.Choice().described() == ()
    assert show.Choice(outlet="Gazette").words() == "outlets named “Gazette”"


def test_numbers_agree_with_their_nouns() -> None:
    assert [counted(n, "row") for n in (0, 1, 1200)] == ["0 rows", "1 row", "1,200 rows"]


@pytest.mark.parametrize("path", ["news/a.txt", "C:\\news\\a.txt", "a.txt"])
def test_an_article_without_a_headline_is_named_by_its_file(path: str) -> None:
    assert shortened(path) == "a.txt"
