"""Whom pronouns and "the ministry" point back to: candidates scored by named features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from kg.model import ActorType, Feature, Span, Statement, Token
from kg.resolve.nouns import is_firm, noun
from kg.resolve.register import Draft, Key
from kg.resolve.scene import Scene, Seen
from kg.resolve.surnames import PLACING

SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "themselves", "theirs"})
MALE = frozenset({"he", "his", "him", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
SPEAKING = frozenset({"we", "our", "us", "ours", "ourselves"})
ALONE = frozenset({"i", "my", "me", "mine", "myself"})
RELATIVE = frozenset({"who", "which", "whose", "that", "whom"})

_REACH = 3
"""Sentences that a pronoun points back over."""
_NEAR = 2
"""Sentences within which the only body there is may be meant by any noun."""
_READ_BACK = 150
"""Tokens that "the statement" points back over."""
_CLEAR = 0.25
"""By how much the best candidate must lead another one."""
_LEAST = 0.9
_LEAST_OF_PERSONS = 0.5
"""What the best candidate must reach; "it" and "they" more often mean a thing."""

_FITS: tuple[tuple[frozenset[str], dict[ActorType, float]], ...] = (
    (SINGULAR, {ActorType.ORGANISATION: 1.0, ActorType.STATE: 1.0}),
    (
        PLURAL,
        {ActorType.GROUP: 1.0, ActorType.ORGANISATION: 0.6, ActorType.STATE: 0.3},
    ),
    (MALE | FEMALE, {ActorType.PERSON: 1.0, ActorType.ANONYMOUS: 0.9}),
)
"""How well a type of actor goes with a pronoun."""


def pronoun(token: Token) -> str | None:
    """Return the pronoun that a token is, in lower case."""
    low = token.text.casefold()
    known = SINGULAR | PLURAL | MALE | FEMALE | SPEAKING | ALONE
    if low in RELATIVE and token.tag in {"WP", "WDT", "WP$"}:
        return low
    return low if low in known and token.tag in {"PRP", "PRP$"} else None


def antecedent(scene: Scene, token: Token) -> tuple[Key, tuple[Feature, ...]] | None:
    """Return whom a third-person pronoun denotes and why; None when two fit as well."""
    low = token.text.casefold()
    fits = next((fit for words, fit in _FITS if low in words), None)
    if fits is None:
        return None
    candidates = _candidates(scene, token.index)
    scored = [(s, _features(scene, s, token, fits)) for s in candidates]
    least = _LEAST_OF_PERSONS if low in MALE | FEMALE else _LEAST
    return _best((s.key, f) for s, f in scored if f and _total(f) >= least)


def _candidates(scene: Scene, index: int) -> list[Seen]:
    """Return what was spoken of in the reach of a token, but not in what the token says."""
    here, own = scene.sentence[index], _said_by(scene, scene.document.tokens[index])
    near = [s for s in scene.before(index) if s.end <= index and here - s.sentence <= _REACH]
    tokens = scene.document.tokens
    return [
        s
        for s in near
        if scene.block[index] - s.block <= 1 and not any(p.covers(tokens[s.head].span) for p in own)
    ]


def _said_by(scene: Scene, token: Token) -> list[Span]:
    """Return the contents of the statements that a token voices: nobody there is the speaker."""
    if token.index not in scene.voiced:
        return []
    voiced = (s for s in scene.statements if any(part.covers(token.span) for part in s.source))
    return [part for statement in voiced for part in statement.content]


def _features(
    scene: Scene, seen: Seen, token: Token, fits: dict[ActorType, float]
) -> tuple[Feature, ...]:
    draft = scene.register.drafts[seen.key]
    fit = fits.get(draft.type, 0.0)
    if not fit or _wrong_sex(draft, token):
        return ()
    distance = scene.sentence[token.index] - seen.sentence
    last = max(s.head for s in scene.before(token.index) if s.sentence == seen.sentence)
    named = (
        Feature(f"{draft.type.value} for {token.text.lower()}", fit),
        Feature("subject", 1.2 if seen.subject else 0.0),
        Feature("speaks, as the pronoun does", 1.0 if _both_speak(scene, seen, token) else 0.0),
        Feature("same sentence", 1.0 if distance == 0 else 0.0),
        Feature("another paragraph", 0.0 if scene.block[token.index] == seen.block else -0.5),
        Feature("sentences between", -0.5 * distance),
        Feature("nearest in its sentence", 0.3 if seen.head == last else 0.0),
        Feature("words between", -0.02 * min(25, token.index - seen.head)),
    )
    return tuple(f for f in named if f.weight)


def _both_speak(scene: Scene, seen: Seen, token: Token) -> bool:
    """Tell whether a candidate and a pronoun say something: "It said" means who spoke before."""
    return token.index in scene.voiced and seen.head in scene.voiced


def _wrong_sex(draft: Draft, token: Token) -> bool:
    low = token.text.casefold()
    return draft.female is not None and low in MALE | FEMALE and draft.female != (low in FEMALE)


def _best(
    scored: Iterable[tuple[Key, tuple[Feature, ...]]],
) -> tuple[Key, tuple[Feature, ...]] | None:
    """Return the candidate that leads all others clearly."""
    best: dict[Key, tuple[Feature, ...]] = {}
    for key, features in scored:
        if key not in best or _total(features) > _total(best[key]):
            best[key] = features
    ranked = sorted(best.items(), key=lambda item: (-_total(item[1]), item[0]))
    if not ranked:
        return None
    if len(ranked) > 1 and _total(ranked[0][1]) - _total(ranked[1][1]) < _CLEAR:
        return None
    return ranked[0]


def _total(features: tuple[Feature, ...]) -> float:
    return sum(f.weight for f in features)


def latest_called(scene: Scene, forms: Iterable[str], index: int) -> Key | None:
    """Return the actor last spoken of before a token that one of the nouns fits.

    Who speaks is first looked for among those that spoke: not in what was said of the other side.
    """
    wanted = frozenset(forms)
    fitting = [
        seen
        for seen in reversed(scene.before(index))
        if seen.end <= index and scene.register.drafts[seen.key].forms & wanted
    ]
    spoke = (s for s in fitting if index in scene.voiced and s.head in scene.voiced)
    found = next(spoke, None) or next(iter(fitting), None)
    return found.key if found else None


def foremost_called(scene: Scene, forms: Iterable[str], index: int) -> Key | None:
    """Return the actor most spoken of before a token that one of the nouns fits.

    Those who act or speak count twice; of equals the latest.
    """
    wanted, drafts = frozenset(forms), scene.register.drafts
    weights = _weights(scene, index, lambda key: bool(drafts[key].forms & wanted))
    return weights.most_common(1)[0][0] if weights else None


def _weights(scene: Scene, index: int, fits: Callable[[Key], bool]) -> Counter[Key]:
    """Count how often those that fit were spoken of before a token, latest first.

    Those who act or speak count twice.
    """
    weights: Counter[Key] = Counter()
    for seen in reversed(scene.before(index)):
        if seen.end <= index and fits(seen.key):
            weights[seen.key] += 2 if seen.subject else 1
    return weights


def issued(scene: Scene, form: str, index: int) -> Key | None:
    """Return who spoke in the sentence before a token that last named a text: "in a statement"."""
    tokens = scene.document.tokens
    named = (t.index for t in reversed(tokens[max(0, index - _READ_BACK) : index]))
    at = next((i for i in named if tokens[i].text.casefold() == form), None)
    if at is None:
        return None
    spoke = {
        s.key
        for s in scene.before(index)
        if s.subject and s.sentence == scene.sentence[at] and s.head in scene.voiced
    }
    return next(iter(spoke)) if len(spoke) == 1 else None


def only_called(scene: Scene, form: str, index: int) -> Key | None:
    """Return the one actor spoken of before a token that a noun fits; None for several."""
    keys = {s.key for s in scene.before(index) if form in scene.register.drafts[s.key].forms}
    return next(iter(keys)) if len(keys) == 1 else None


def last_acting_body(scene: Scene, index: int) -> Key | None:
    """Return the organisation that last acted or spoke, in the sentence before at the latest."""
    for seen in reversed(scene.before(index)):
        if scene.sentence[index] - seen.sentence > 1 or scene.block[index] - seen.block > 1:
            return None
        draft = scene.register.drafts[seen.key]
        if seen.subject and seen.end <= index and draft.type is ActorType.ORGANISATION:
            return seen.key
    return None


def issuer(scene: Scene, index: int) -> Key | None:
    """Return the first named organisation that acts: whose announcement it is, "the Company"."""
    named = [s for s in scene.before(index) if s.end <= index and _is_named_body(scene, s.key)]
    return next((s.key for s in named if s.subject), None) or next((s.key for s in named), None)


def _is_named_body(scene: Scene, key: Key) -> bool:
    return _is_named(scene, key) and noun(key[1]) is None


def only_body(scene: Scene, index: int, *, firm: bool = False) -> Key | None:
    """Return the one named organisation of the two sentences up to a token; None if several.

    One that its name calls something ("... Union") is not meant by another noun, nor is one that
    governs. It does something, or, where a `firm` is meant, it is not only where something is.
    """
    here = scene.sentence[index]
    spoken = [seen for seen in scene.before(index) if seen.end <= index]
    acting = {s.key for s in spoken if s.subject or (firm and not _is_placed(scene, s))}
    near = {seen.key for seen in spoken if here - seen.sentence <= _NEAR}
    keys = {key for key in near & acting if _may_be_any(scene, key, firm=firm)}
    return next(iter(keys)) if len(keys) == 1 else None


def foremost_body(scene: Scene, forms: frozenset[str], index: int) -> Key | None:
    """Return the named organisation most spoken of before a token whose name or nouns fit.

    Those who act or speak count twice; it must have done so, and lead the next one twice over.
    """
    weights = _weights(scene, index, lambda key: _is_called(scene, key, forms))
    acted = {s.key for s in scene.before(index) if s.subject and s.end <= index}
    ranked = weights.most_common(2)
    if not ranked or ranked[0][0] not in acted:
        return None
    leads = len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]
    return ranked[0][0] if leads else None


def _is_called(scene: Scene, key: Key, forms: frozenset[str]) -> bool:
    """Tell whether a named body is called by one of the nouns, or has the name of a firm."""
    draft = scene.register.drafts[key]
    firm = not draft.forms and "business" in forms and is_firm(draft.name)
    return _is_named(scene, key) and (firm or bool(draft.forms & forms))


def _may_be_any(scene: Scene, key: Key, *, firm: bool) -> bool:
    """Tell whether a key is that of a named body that no noun calls anything."""
    draft = scene.register.drafts[key]
    another = bool(draft.forms) or (not firm and is_firm(draft.name))
    return not another and _is_named(scene, key)


def _is_placed(scene: Scene, seen: Seen) -> bool:
    """Tell whether a mention stands where something is: "at Ridley Point"."""
    tokens = scene.document.tokens
    head = tokens[seen.head]
    return head.dep == "pobj" and tokens[head.head].text.casefold() in PLACING


def _is_named(scene: Scene, key: Key) -> bool:
    body = key[0] == "name" and scene.register.drafts[key].type is ActorType.ORGANISATION
    return body and scene.realm(key) is None and not scene.hears(key)


def statement_around(scene: Scene, token: Token) -> Statement | None:
    """Return the innermost statement with a token in its content."""
    around = [s for s in scene.statements if any(part.covers(token.span) for part in s.content)]
    return min(around, key=lambda s: sum(p.end - p.start for p in s.content), default=None)


def relative_head(scene: Scene, token: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for: the governor of its clause."""
    tokens, at = scene.document.tokens, token
    for _ in range(4):
        if at.dep == "relcl":
            governor = tokens[at.head]
            return governor if governor.index < token.index else None
        at = tokens[at.head]
    return None
