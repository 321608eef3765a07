"""Two armies on a border: every kind of dispute, and what must not be one."""

from __future__ import annotations

import pytest

from kg.model import ActorType, LinkKind, Polarity, QuoteType, Relation, SpeechAct
from kg.relate import relate
from kg.relate.links import ids
from tests.relate.stories import INFINITE, Says, Story, actor

NEG = Polarity.NEGATIVE
VELMORA = actor("Velmora", ActorType.STATE)
VELMORAN_ARMY = actor("Velmoran army", of=VELMORA)
VELMORAN_SPOKESMAN = actor("Ilin Varr", ActorType.PERSON, of=VELMORAN_ARMY)
DORRAK = actor("Dorrak", ActorType.STATE)
DORRAKAN_ARMY = actor("Dorrakan army", of=DORRAK)
DORRAKAN_MINISTER = actor("Oren Tamsik", ActorType.PERSON, of=DORRAK)
SOURCE = actor("a senior Dorrakan source", ActorType.ANONYMOUS, of=DORRAK)
PELLAND = actor("Pelland", ActorType.STATE)
ASKARIA = actor("Askaria", ActorType.STATE)
RESIDENT = actor("a resident", ActorType.ANONYMOUS)
REPORTS = actor("local reports", ActorType.ANONYMOUS)


class Clash:
    """One article on a clash, each statement by the name that the tests know it by."""

    def __init__(self) -> None:
        s = self.story = Story("clash")
        killed = Says("kill", VELMORAN_ARMY, DORRAKAN_ARMY, 58, "killed")
        self.headline = s.say(VELMORA, "58 Dorrakan soldiers killed", killed, heading=True)
        self.dead58 = s.say(VELMORA, "its forces killed 58 Dorrakan soldiers", killed)
        self.response = s.say(
            VELMORA,
            "the raid was a response to violations of Velmoran airspace by Dorrakan forces",
            Says("violate", DORRAKAN_ARMY, VELMORA),
            Says("respond", VELMORAN_ARMY),
            about=(DORRAKAN_ARMY,),
        )
        self.gain25 = s.say(
            VELMORAN_SPOKESMAN,
            "Velmoran units took 25 posts and wounded at least 30 soldiers with minimal losses",
            Says("capture", VELMORAN_ARMY, DORRAKAN_ARMY, 25, "captured", "post"),
            Says("wound", VELMORAN_ARMY, DORRAKAN_ARMY, (30, INFINITE), "wounded"),
            about=(DORRAKAN_ARMY,),
        )
        self.control = s.say(
            VELMORAN_SPOKESMAN,
            "The line is under our full control",
            quote=QuoteType.DIRECT,
        )
        self.threat = s.say(
            VELMORA,
            "Any further violation will be met with a robust response",
            act=SpeechAct.THREATEN,
        )
        self.rejects = s.say(
            DORRAKAN_ARMY,
            "Velmora's claims",
            act=SpeechAct.DENY,
            polarity=NEG,
            refers_to=(self.dead58, self.gain25),
        )
        self.dead23 = s.say(
            DORRAKAN_ARMY,
            "only 23 of its soldiers were killed",
            Says("kill", None, DORRAKAN_ARMY, 23, "killed"),
        )
        self.unprovoked = s.say(
            DORRAKAN_MINISTER, "an unprovoked assault", act=SpeechAct.CONDEMN, targets=(VELMORA,)
        )
        self.neutral200 = s.say(
            SOURCE,
            "more than 200 Velmoran fighters were neutralized",
            Says("neutralize", None, VELMORAN_ARMY, (201, INFINITE), "neutralized"),
        )
        self.gain19 = s.say(
            SOURCE,
            "the exchange began when Velmoran units fired at posts; the army seized 19 posts",
            Says("attack", VELMORAN_ARMY, DORRAKAN_ARMY),
            Says("capture", DORRAKAN_ARMY, VELMORAN_ARMY, 19, "captured", "post"),
            about=(VELMORAN_ARMY,),
        )
        self.haven = s.say(
            DORRAK,
            "Velmora is a safe haven for the militants of the Free Column",
            Says("harbor", VELMORA),
            act=SpeechAct.ACCUSE,
            targets=(VELMORA,),
        )
        self.no_haven = s.say(
            VELMORA,
            "these allegations",
            act=SpeechAct.DENY,
            polarity=NEG,
            refers_to=(self.haven,),
        )
        self.none_allowed = s.say(
            VELMORA, "insisting that nobody may use its territory", same_line=True
        )
        self.smoke = s.say(REPORTS, "plumes of smoke over the town", act=SpeechAct.TESTIFY)
        self.heard = s.say(
            RESIDENT, "We heard an explosion and saw black smoke", act=SpeechAct.TESTIFY
        )
        self.appeal = s.say(PELLAND, "restraint and dialogue", act=SpeechAct.APPEAL)
        self.echo = s.say(ASKARIA, "these appeals", act=SpeechAct.ENDORSE, refers_to=(self.appeal,))
        self.urges = s.say(ASKARIA, "both capitals to de-escalate", act=SpeechAct.APPEAL)
        self.respects = s.say(VELMORAN_SPOKESMAN, "We respect the calls to stop", about=())


@pytest.fixture(scope="module")
def clash() -> Clash:
    return Clash()


@pytest.fixture(scope="module")
def relations(clash: Clash) -> tuple[Relation, ...]:
    return relate([clash.story.reading(VELMORA, DORRAK)])[1]


def joined(relations: tuple[Relation, ...], a: str, b: str, kind: LinkKind) -> set[str]:
    """The types of the links of `kind` that have `a` on one side and `b` on the other."""
    return {
        r.type
        for r in relations
        if r.kind is kind and ((a in r.a and b in r.b) or (a in r.b and b in r.a))
    }


@pytest.mark.parametrize(
    ("one", "other", "kind", "type_"),
    [
        ("dead58", "dead23", LinkKind.DISPUTE, "numeric"),
        ("headline", "dead23", LinkKind.DISPUTE, "numeric"),
        ("gain25", "neutral200", LinkKind.DISPUTE, "losses"),
        ("gain25", "gain19", LinkKind.DISPUTE, "competing_gain"),
        ("control", "gain19", LinkKind.DISPUTE, "control"),
        ("response", "gain19", LinkKind.DISPUTE, "blame"),
        ("response", "unprovoked", LinkKind.DISPUTE, "framing"),
        ("haven", "no_haven", LinkKind.DISPUTE, "denial"),
        ("haven", "none_allowed", LinkKind.DISPUTE, "denial"),
        ("rejects", "dead58", LinkKind.DISPUTE, "rejection"),
        ("headline", "dead58", LinkKind.SAME_CLAIM, "restatement"),
        ("echo", "appeal", LinkKind.CORROBORATION, "endorsement"),
        ("urges", "appeal", LinkKind.CORROBORATION, "shared_appeal"),
        ("dead23", "dead58", LinkKind.CORROBORATION, "agreed_floor"),
        ("respects", "appeal", LinkKind.RESPONSE, "acceptance"),
    ],
)
def test_links(  # noqa: PLR0917
    clash: Clash,
    relations: tuple[Relation, ...],
    one: str,
    other: str,
    kind: LinkKind,
    type_: str,
) -> None:
    a, b = getattr(clash, one), getattr(clash, other)
    assert type_ in joined(relations, a, b, kind)


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("gain25", "gain19", "numeric"),
        ("gain25", "dead23", "numeric"),
        ("dead58", "neutral200", "numeric"),
    ],
)
def test_is_no_numeric_dispute(
    clash: Clash, relations: tuple[Relation, ...], one: str, other: str, type_: str
) -> None:
    a, b = getattr(clash, one), getattr(clash, other)
    assert type_ not in joined(relations, a, b, LinkKind.DISPUTE)


@pytest.mark.parametrize(
    ("one", "other"),
    [("appeal", "respects"), ("threat", "appeal"), ("headline", "dead58"), ("dead23", "gain19")],
)
def test_is_no_dispute_at_all(
    clash: Clash, relations: tuple[Relation, ...], one: str, other: str
) -> None:
    a, b = getattr(clash, one), getattr(clash, other)
    assert not joined(relations, a, b, LinkKind.DISPUTE)


def test_own_headline_is_no_corroboration(clash: Clash, relations: tuple[Relation, ...]) -> None:
    found = joined(relations, clash.headline, clash.dead58, LinkKind.CORROBORATION)
    assert not found


def test_a_dispute_gives_its_reason_in_numbers(relations: tuple[Relation, ...]) -> None:
    reasons = [r.because for r in relations if r.type == "numeric"]
    assert len(reasons) == 1
    assert reasons[0].endswith("against 23: same measure (killed), same whom (Dorrakan army)")


def test_the_issue_is_a_question(clash: Clash) -> None:
    issues, relations = relate([clash.story.reading(VELMORA, DORRAK)])
    asked = {i.id: i.question for i in issues}
    numeric = next(r for r in relations if r.type == "numeric")
    assert asked[numeric.issue or ""] == "How many of Dorrakan army were killed?"


def test_ids_of_a_side_are_sorted_by_place_in_the_text() -> None:
    assert ids(()) == ()
