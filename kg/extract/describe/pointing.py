"""Contents that point back to what was said before: "these allegations", "Norland's claims"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.describe.figures import counts, counts_dead
from kg.extract.describe.replies import matter_of
from kg.extract.describe.scene import Scene
from kg.extract.describe.sides import Sides, keys_of
from kg.extract.describe.wordlist import words
from kg.model import SpeechAct, Token

_A = SpeechAct
_PARAGRAPHS_BACK = 3
_TOLD = frozenset(
    {_A.ASSERT, _A.ACCUSE, _A.JUSTIFY, _A.ACKNOWLEDGE, _A.TESTIFY, _A.ASSESS, _A.DENY}
)
_ANY = frozenset(_A)

Fits = Callable[[Scene, SpeechAct], bool]


def _does(*acts: SpeechAct) -> Fits:
    wanted = frozenset(acts)
    return lambda _, act: act in wanted


def _gives(count: Callable[[Scene], bool]) -> Fits:
    return lambda scene, act: act in _TOLD and count(scene)


def _reports(scene: Scene, act: SpeechAct) -> bool:
    return act is _A.TESTIFY or scene.lemma in {"report", "describe", "publish"}


# Noun of speech -> which earlier statements it can stand for; the first row with a hit counts.
_NOUNS: dict[str, tuple[Fits, ...]] = {
    **dict.fromkeys(
        ("allegation", "accusation", "charge", "complaint"),
        (_does(_A.ACCUSE), lambda s, act: act in _TOLD and s.lemma in {"allege", "claim"}),
    ),
    **dict.fromkeys(
        ("claim", "assertion", "account", "version", "narrative", "rumour", "rumor", "suggestion"),
        (_does(*_TOLD - {_A.DENY}),),
    ),
    **dict.fromkeys(
        ("appeal", "call", "plea", "request", "demand"),
        (_does(_A.APPEAL), lambda s, act: act is _A.ENDORSE and "appeal" in s.said),
    ),
    **dict.fromkeys(("proposal", "offer", "invitation"), (_does(_A.APPEAL, _A.PROMISE),)),
    "threat": (_does(_A.THREATEN), _does(_A.WARN)),
    "ultimatum": (_does(_A.THREATEN, _A.APPEAL),),
    "warning": (_does(_A.WARN, _A.THREATEN),),
    "denial": (_does(_A.DENY),),
    **dict.fromkeys(("promise", "pledge", "vow", "assurance"), (_does(_A.PROMISE),)),
    **dict.fromkeys(("criticism", "condemnation", "rebuke"), (_does(_A.CONDEMN, _A.ACCUSE),)),
    **dict.fromkeys(("concern", "fear", "worry"), (_does(_A.EXPRESS_CONCERN), _does(_A.WARN))),
    **dict.fromkeys(("apology", "admission", "confession"), (_does(_A.ACKNOWLEDGE),)),
    **dict.fromkeys(("estimate", "forecast", "assessment", "projection"), (_does(_A.ASSESS),)),
    **dict.fromkeys(("justification", "explanation"), (_does(_A.JUSTIFY),)),
    "toll": (_gives(counts_dead),),
    **dict.fromkeys(("result", "outcome"), (_gives(counts),)),
    **dict.fromkeys(
        ("figure", "number", "count", "tally", "total", "list", "statistic"), (_gives(counts),)
    ),
    **dict.fromkeys(
        ("footage", "video", "photograph", "photo", "image", "picture"),
        (_does(_A.PRESENT_EVIDENCE),),
    ),
    "report": (_reports,),
    **dict.fromkeys(("remark", "comment", "statement", "word"), (_does(*_ANY),)),
}
_FIGURES = words("figure number count tally total toll claim estimate")
_NOMINAL = frozenset({"NOUN", "PROPN"})
# Too many senses to point to a saying when all that is said is whose they are ("his account").
_AMBIGUOUS = words(
    """account comment remark version call charge figure number count total tally report statement
    word
    image picture photo photograph video projection"""
)
_PLURAL = frozenset({"NNS", "NNPS"})
_POINTING = words("the this that these those such both all")
_WHOLE_WINDOW = frozenset({"both", "all"})
_PRONOUNS = frozenset({"this", "that", "it"})
# Acts that answer somebody else; the rest may point to one's own words.
_ANSWERING = frozenset(
    {_A.DENY, _A.ENDORSE, _A.ACKNOWLEDGE, _A.CONDEMN, _A.PRAISE, _A.CHARACTERIZE}
)
_EVALUATING = frozenset({_A.CHARACTERIZE, _A.CONDEMN, _A.PRAISE, _A.JUSTIFY, _A.DENY, _A.ENDORSE})
_EVENTS = words(
    """operation attack strike raid assault offensive clash shelling bombing ambush incursion
    decision move vote count deal cut layoff closure recall march protest walkout ban ruling
    verdict takeover evacuation arrest"""
)


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A noun phrase that points back.

    `owner` is the phrase that says whose words they were; an `event` may also be one that the
    source itself told of. `number` is the figure that it names ("the figure of 58"), else "".
    """

    fits: tuple[Fits, ...]
    plural: bool
    widely: bool
    owner: tuple[Token, ...]
    event: bool = False
    number: str = ""


def refers_to(
    scenes: Sequence[Scene], acts: Sequence[SpeechAct], sides: Sides
) -> tuple[tuple[int, ...], ...]:
    """Return for each statement those that its content points back to, the most recent first.

    Looked for in the last three paragraphs: the nearest that fits; when the noun is plural all of
    the nearest paragraph, when it is "both", "all" or has a named owner all of the three. A noun
    with a figure points to all that give that figure, however far back.
    Headlines are repetitions and never pointed to.
    """
    return tuple(tuple(_targets(scenes, acts, sides, rank)) for rank in range(len(scenes)))


def _targets(
    scenes: Sequence[Scene], acts: Sequence[SpeechAct], sides: Sides, rank: int
) -> Iterator[int]:
    scene, act = scenes[rank], acts[rank]
    seen: set[int] = set()
    for pointer in _pointers(scene, act):
        near = [
            before
            for before in _before(scenes, rank, anywhere=bool(pointer.number))
            if _may_point(scene, act, scenes[before], pointer, sides)
        ]
        for fits in pointer.fits:
            if found := [n for n in near if fits(scenes[n], acts[n])]:
                chosen = _chosen(found, scenes, pointer)
                yield from (n for n in chosen if n not in seen)
                seen.update(chosen)
                break


def _before(scenes: Sequence[Scene], rank: int, *, anywhere: bool = False) -> Iterator[int]:
    for before in range(rank - 1, -1, -1):
        far = scenes[rank].paragraph - scenes[before].paragraph > _PARAGRAPHS_BACK
        if far and not anywhere:
            return
        if not scenes[before].in_heading:
            yield before


def _may_point(scene: Scene, act: SpeechAct, other: Scene, pointer: _Pointer, sides: Sides) -> bool:
    if pointer.number and pointer.number not in _numbers(other):
        return False
    if pointer.owner:
        return _owns(pointer.owner, other, sides)
    if pointer.event or act not in _ANSWERING:
        return True
    return scene.sayer != other.sayer and not sides.together(scene.source, other.source)


def _numbers(scene: Scene) -> frozenset[str]:
    return frozenset(_plain(t) for t in scene.content if t.pos == "NUM" or t.text[:1].isdigit())


def _plain(token: Token) -> str:
    return token.text.lower().replace(",", "")


def _owns(owner: tuple[Token, ...], other: Scene, sides: Sides) -> bool:
    if names := keys_of(owner):
        return sides.same(names, keys_of(other.source))
    nouns = {token.lemma.lower() for token in owner if token.pos in _NOMINAL}
    return any(token.lemma.lower() in nouns for token in other.source)


def _chosen(found: Sequence[int], scenes: Sequence[Scene], pointer: _Pointer) -> Sequence[int]:
    if pointer.widely or pointer.number or (pointer.plural and pointer.owner):
        return found
    if not pointer.plural:
        return found[:1]
    return [n for n in found if scenes[n].paragraph == scenes[found[0]].paragraph]


def _pointers(scene: Scene, act: SpeechAct) -> Iterator[_Pointer]:
    alone = [token for token in scene.content if token.pos != "PUNCT"]
    if len(alone) == 1 and alone[0].text.lower() in _PRONOUNS and act in _ANSWERING:
        yield _Pointer((_does(*_ANY),), plural=False, widely=False, owner=())
    for token in scene.content:
        if token.index in scene.main and (token.pos in _NOMINAL or _misread(scene, token)):
            yield from _pointer(scene, act, token)


def _misread(scene: Scene, token: Token) -> bool:
    """Tell whether a parser took the noun of "that claim" for a verb."""
    return token.lemma.lower() in _NOUNS and _before_it(scene, token) in _POINTING


def _before_it(scene: Scene, noun: Token) -> str:
    before = scene.tree.tokens[max(noun.index - 1, 0)]
    return before.text.lower() if before.index < noun.index else ""


def _pointer(scene: Scene, act: SpeechAct, noun: Token) -> Iterator[_Pointer]:
    lemma = noun.lemma.lower()
    determiners = {t.text.lower() for t in scene.tree.kids(noun.index, "det", "predet", "amod")}
    determiners |= {_before_it(scene, noun)} & _POINTING
    owners = scene.tree.kids(noun.index, "poss")
    definite = bool(determiners & _POINTING or owners) or (scene.in_heading and not determiners)
    unclear = lemma in _AMBIGUOUS and owners and not _owner(scene, owners)
    if not definite or unclear or _spelt_out(scene, noun):
        return
    event = () if lemma in _NOUNS else _event(scene, act, noun)
    if fits := _NOUNS.get(lemma) or event:
        yield _Pointer(
            fits,
            plural=noun.tag in _PLURAL,
            widely=bool(determiners & _WHOLE_WINDOW),
            owner=_owner(scene, owners),
            event=bool(event),
            number=_number(scene, noun) if lemma in _FIGURES else "",
        )


def _number(scene: Scene, noun: Token) -> str:
    """Return the figure that a noun names: "the figure of 58", "the toll of 200 dead"."""
    below = (scene.tree.subtree(of.index) for of in scene.tree.kids(noun.index, "prep", "appos"))
    inside = sorted({index for tree in below for index in tree})
    named = (t for t in scene.content if t.index in inside and t.pos == "NUM")
    return next((_plain(token) for token in named), "")


def _owner(scene: Scene, owners: Sequence[Token]) -> tuple[Token, ...]:
    """Return the words that name an owner; "his" and "their" name nobody."""
    named = [owner.index for owner in owners if owner.pos in _NOMINAL]
    inside = {index for owner in named for index in scene.tree.subtree(owner)}
    return tuple(token for token in scene.content if token.index in inside)


def _spelt_out(scene: Scene, noun: Token) -> bool:
    """Tell whether the phrase itself says what was said ("the claim that ...")."""
    return any(
        word.lemma.lower() == "that" and word.dep == "mark"
        for clause in scene.tree.kids(noun.index, "acl", "ccomp", "relcl")
        for word in scene.tree.kids(clause.index)
    )


def _event(scene: Scene, act: SpeechAct, noun: Token) -> tuple[Fits, ...]:
    """Let "called *the operation* a success" point to what tells of an operation.

    Only the first noun of an evaluation, as what it is about, and only as the same word.
    """
    first = next((token for token in scene.content if token.pos in _NOMINAL), None)
    lemma = noun.lemma.lower()
    if act not in _EVALUATING or lemma not in _EVENTS or noun != first:
        return ()
    return (lambda other, _: lemma in matter_of(other),)
