"""Two invented articles on an invented clash, read by hand: what the named questions are put to."""

from __future__ import annotations

from datetime import date

from kg.model import (
    Actor,
    ActorType,
    Article,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Commitment,
    Comparator,
    Feature,
    Issue,
    Knowledge,
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

POST = """Norland says 12 Sudrian soldiers died at Elm Pass
Norland's army said 12 Sudrian soldiers were killed at Elm Pass and that it seized 4 posts. \
Spokesman Piet Aarden said at least 3 Norland troops were wounded. \
He accused the Valley League of arming the other side. \
None of the figures could be verified independently."""

HERALD = """Sudria's defence ministry stated that only 5 of its soldiers were killed. \
Sudrian officials said Norland opened fire first and that 2 posts were captured. \
A border guard, who asked not to be named, said the firing began at dawn. \
Piet Aarden rejected the charge that Norland opened fire first. \
The Lake States urged both sides to hold talks. \
The ministry added that more than 20 fighters were neutralized. \
Hospital records confirm the five deaths."""


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _statement(  # noqa: PLR0917 - one row of the hand-made reading
    article: Article,
    name: str,
    source: str,
    cue: str,
    content: str,
    act: SpeechAct = SpeechAct.ASSERT,
    **more: object,
) -> Statement:
    text = article.text
    return Statement(
        id=name,
        article=article.id,
        source=(at(text, source),),
        cue=(at(text, cue),),
        content=(at(text, content),),
        cue_lemma=cue.split(maxsplit=1)[0],
        quote_type=QuoteType.INDIRECT,
        speech_act=act,
        extractor="by hand 1",
        confidence=0.9,
        **more,  # type: ignore[arg-type]
    )


NORLAND_STATE = Actor("n", "Norland", ActorType.STATE)
SUDRIA_STATE = Actor("s", "Sudria", ActorType.STATE)
NORLAND = Actor("norland", "Norland Army", ActorType.ORGANISATION, ("Norland forces",), state="n")
AARDEN = Actor(
    "aarden", "Piet Aarden", ActorType.PERSON, ("Aarden",), role="spokesman", acts_for="norland"
)
SUDRIA = Actor("sudria", "Sudrian Defence Ministry", ActorType.ORGANISATION, state="s")
SOLDIERS = Actor("soldiers", "Sudrian soldiers", ActorType.GROUP, part_of="sudria", state="s")
TROOPS = Actor("troops", "Norland troops", ActorType.GROUP, part_of="norland", state="n")
LEAGUE = Actor("league", "Valley League", ActorType.ORGANISATION)
LAKES = Actor("lakes", "Lake States", ActorType.GROUP)
GUARD = Actor("guard", "a border guard", ActorType.ANONYMOUS, role="border guard")
ELM_PASS = Location("elm", "Elm Pass", "SU", 46.5, 9.25, "example:1")

A1 = Article(
    "a1",
    "post.txt",
    POST,
    (Block(BlockKind.HEADLINE, Span(0, 49)), Block(BlockKind.PARAGRAPH, Span(50, len(POST)))),
    outlet="The Norland Post",
    headline="Norland says 12 Sudrian soldiers died at Elm Pass",
    published=date(2031, 5, 2),
    agency="Wire One",
)
A2 = Article(
    "a2",
    "herald.txt",
    HERALD,
    (Block(BlockKind.PARAGRAPH, Span(0, len(HERALD))),),
    outlet="Sudria Herald",
    published=date(2031, 5, 3),
)


def _killed(article: Article, words: str, number: float) -> Quantity:
    span = at(article.text, words)
    return Quantity(
        span, "killed", "person", number, number, number, Comparator.EXACT, of_whom="soldiers"
    )


def _posts(article: Article, words: str, number: float, by: str) -> Quantity:
    span = at(article.text, words)
    return Quantity(span, "captured", "post", number, number, number, Comparator.EXACT, by_whom=by)


K12, K5 = _killed(A1, "12 Sudrian soldiers were", 12.0), _killed(A2, "only 5", 5.0)
P4, P2 = _posts(A1, "4 posts", 4.0, "norland"), _posts(A2, "2 posts", 2.0, "sudria")
W3 = Quantity(
    at(POST, "at least 3"),
    "wounded",
    "person",
    3.0,
    3.0,
    None,
    Comparator.AT_LEAST,
    of_whom="troops",
)

CLAIM_12 = Claim(
    "c12", "i-dead", "kill", "12 Sudrian soldiers killed", None, "soldiers", K12, "elm"
)
CLAIM_5 = Claim("c5", "i-dead", "kill", "5 Sudrian soldiers killed", None, "soldiers", K5)
CLAIM_4 = Claim("c4", "i-posts-n", "capture", "Norland captured 4 posts", "norland", None, P4)
CLAIM_2 = Claim("c2", "i-posts-s", "capture", "Sudria captured 2 posts", "sudria", None, P2)
CLAIM_3 = Claim("c3", "i-hurt", "wound", "at least 3 Norland troops wounded", None, "troops", W3)
CLAIM_FIRST = Claim("first", "i-first", "start", "Norland opened fire first", "norland")

N20 = Quantity(
    at(HERALD, "more than 20 fighters"),
    "neutralized",
    "person",
    20.0,
    21.0,
    None,
    Comparator.MORE_THAN,
)
CLAIM_20 = Claim("c20", "i-out", "neutralize", "more than 20 fighters neutralized", None, None, N20)

CONFIRMED = VerificationNote(at(HERALD, "Hospital records confirm the five deaths"), "verified")
NOTE = VerificationNote(
    at(POST, "None of the figures could be verified independently"), "unverified"
)
READ_1 = Reading(
    A1,
    (
        _statement(
            A1, "s1", "Norland says", "says", "12 Sudrian soldiers died", verification=(NOTE,)
        ),
        _statement(
            A1,
            "s2",
            "Norland's army",
            "said",
            "12 Sudrian soldiers were killed at Elm Pass and that it seized 4 posts",
            verification=(NOTE,),
        ),
        _statement(
            A1, "s3", "Spokesman Piet Aarden", "said at", "at least 3 Norland troops were wounded"
        ),
        _statement(A1, "s4", "He", "accused", "arming the other side", SpeechAct.ACCUSE),
    ),
    (NORLAND, AARDEN, SOLDIERS, TROOPS, LEAGUE, SUDRIA, NORLAND_STATE, SUDRIA_STATE),
    (ELM_PASS,),
    (
        Mention("a1", at(POST, "Norland"), "norland", (Feature("alias", 0.8),)),
        Mention("a1", at(POST, "Elm Pass"), "elm"),
        Mention("a1", at(POST, "Piet Aarden"), "aarden", (Feature("full name", 1.0),)),
    ),
    (
        Attribution("s1", "norland", "norland", None, ("soldiers",)),
        Attribution("s2", "norland", "norland", None, ("soldiers",)),
        Attribution("s3", "aarden", "norland", "spokesman", ("troops",)),
        Attribution("s4", "aarden", "norland", "spokesman", ("league",)),
    ),
    (("s1", K12), ("s2", K12), ("s2", P4), ("s3", W3)),
    (CLAIM_12, CLAIM_4, CLAIM_3),
    (
        Commitment("s1", "c12"),
        Commitment("s2", "c12"),
        Commitment("s2", "c4"),
        Commitment("s3", "c3"),
    ),
)
READ_2 = Reading(
    A2,
    (
        _statement(
            A2,
            "s5",
            "Sudria's defence ministry",
            "stated",
            "only 5 of its soldiers were killed",
            stance=Stance.DISTANCING,
            verification=(CONFIRMED,),
        ),
        _statement(
            A2,
            "s6",
            "Sudrian officials",
            "said",
            "Norland opened fire first and that 2 posts were captured",
            SpeechAct.ACCUSE,
        ),
        _statement(A2, "s7", "A border guard", "said the", "the firing began at dawn"),
        _statement(
            A2,
            "s8",
            "Piet Aarden",
            "rejected",
            "the charge that Norland opened fire first",
            SpeechAct.DENY,
            polarity=Polarity.NEGATIVE,
            refers_to=("s6",),
        ),
        _statement(
            A2,
            "s9",
            "The Lake States",
            "urged",
            "both sides to hold talks",
            SpeechAct.APPEAL,
        ),
        _statement(A2, "s10", "The ministry", "added", "more than 20 fighters were neutralized"),
    ),
    (NORLAND, AARDEN, SUDRIA, SOLDIERS, GUARD, LAKES, NORLAND_STATE, SUDRIA_STATE),
    (),
    (Mention("a2", at(HERALD, "Sudria"), "sudria"),),
    (
        Attribution("s5", "sudria", "sudria", None, ("soldiers",)),
        Attribution("s6", "sudria", "sudria", "officials", ("norland",)),
        Attribution("s7", "guard", "guard", "border guard"),
        Attribution("s8", "aarden", "norland", "spokesman", ("sudria",)),
        Attribution("s9", "lakes", "lakes", None, ("norland", "sudria")),
        Attribution("s10", "sudria", "sudria"),
    ),
    (("s5", K5), ("s6", P2), ("s10", N20)),
    (CLAIM_5, CLAIM_2, CLAIM_FIRST, CLAIM_20),
    (
        Commitment("s5", "c5"),
        Commitment("s6", "first"),
        Commitment("s6", "c2"),
        Commitment("s10", "c20"),
        Commitment("s8", "first", Polarity.NEGATIVE),
    ),
)
KNOWLEDGE = Knowledge(
    (READ_1, READ_2),
    (
        Issue(
            "i-dead",
            "How many Sudrian soldiers were killed?",
            "kill",
            "killed",
            "person",
            "soldiers",
        ),
        Issue("i-first", "Did Norland open fire first?", "start"),
    ),
    (
        Relation(
            "r1",
            LinkKind.DISPUTE,
            "numeric",
            ("s1", "s2"),
            ("s5",),
            "[12, 12] and [5, 5] do not meet",
            "i-dead",
        ),
        Relation(
            "r2",
            LinkKind.DISPUTE,
            "denial",
            ("s6",),
            ("s8",),
            "one affirms what the other denies",
            "i-first",
        ),
        Relation(
            "r3", LinkKind.SAME_CLAIM, "restatement", ("s1",), ("s2",), "the headline repeats it"
        ),
        Relation(
            "r4",
            LinkKind.CORROBORATION,
            "agreed_floor",
            ("s1",),
            ("s5",),
            "both say 5 or more",
            "i-dead",
        ),
        Relation("r5", LinkKind.RESPONSE, "unanswered", ("s4",), (), "Valley League is not heard"),
    ),
)
