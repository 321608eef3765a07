from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kg.model import ActorType, Polarity
from kg.network import rows
from kg.pipeline import know
from kg.relate import backings, origins
from tests.network.corpora import article, counted, said, shuffled
from tests.network.corpora import rows as corpus
from tests.relate.stories import Says, Story, actor

VELMORA = actor("Velmora", ActorType.STATE)
ARMY = actor("Velmoran army", of=VELMORA)
DORRAK = actor("Dorrak", ActorType.STATE)
DAY = date(2031, 4, 2)


def stories() -> list[Story]:
    first, second, third = (Story(name, DAY) for name in ("first", "second", "third"))
    first.say(VELMORA, "58 soldiers of Dorrak", Says("kill", VELMORA, DORRAK, 58), heading=True)
    first.say(ARMY, "they lost 58 of theirs", Says("kill", ARMY, DORRAK, 58))
    second.say(VELMORA, "the enemy counts 58 dead", Says("kill", VELMORA, DORRAK, 58))
    second.say(DORRAK, "not 58", Says("kill", None, DORRAK, 58, polarity=Polarity.NEGATIVE))
    third.say(DORRAK, "we lost 23", Says("kill", VELMORA, DORRAK, 23))
    third.say(DORRAK, "it may be 30", Says("kill", VELMORA, DORRAK, 30, modal=True))
    return [first, second, third]


def test_one_figure_is_one_answer_whoever_did_it_and_one_side_one_origin() -> None:
    found = backings(rows(know([story.reading(VELMORA) for story in stories()])))
    assert [(b.low, len(b.claims), len(b.statements), len(b.origins)) for b in found] == [
        (23, 1, 1, 1),
        (58, 2, 3, 1),
    ]


def test_every_claim_has_the_origins_that_kg_figures_gives() -> None:
    knowledge = know([story.reading(VELMORA) for story in stories()])
    single = [b for b in backings(rows(knowledge)) if len(b.claims) == 1]
    assert single
    for backing in single:
        counts = origins(backing.claims[0], knowledge.readings)
        assert counts.mentions == len(backing.statements)
        assert counts.independent == len(backing.origins)


def test_copies_in_other_outlets_are_one_origin_and_own_words_are_another() -> None:
    words = "seven boats were lost when the wind turned over the bay"
    held = corpus(
        [
            said("s1", "harbour", claims=["c"], words=words),
            said("s2", "club", article="a2", claims=["c"], words=words),
            said("s3", "museum", article="a3", claims=["c"], words="of the boats seven are gone"),
        ],
        articles=[article("a1"), article("a2", "Herald"), article("a3", "Globe")],
        claims=[counted("c", 7, 7)],
    )
    (found,) = backings(held)
    assert found.origins == (("s1", "s2"), ("s3",))


def test_no_loss_is_affirmed_however_its_polarity_was_read() -> None:
    held = corpus([said("s1", "a", denies=["c"])], claims=[counted("c", 0, 0)])
    assert [b.statements for b in backings(held)] == [("s1",)]


@given(st.integers(0, 2**16))
def test_the_order_of_input_changes_nothing(seed: int) -> None:
    held = rows(know([story.reading(VELMORA) for story in stories()]))
    assert backings(shuffled(held, seed)) == backings(held)
