"""Who stands behind each statement: speaker, claimant, role, and the actors it is about."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import ActorType, Attribution, Statement
from kg.resolve import bearers
from kg.resolve.refer import inquiry
from kg.resolve.register import Key, actor_id
from kg.resolve.scene import Scene
from kg.resolve.segments import tokens_in
from kg.resolve.sweep import Noted

_AUDIENCE = frozenset({"journalist", "reporter", "media", "correspondent", "press", "crowd"})
_LONGEST_CHAIN = 4


def attributions(scene: Scene, noted: Sequence[Noted]) -> tuple[Attribution, ...]:
    """Return the attribution of each statement, in their order."""
    speakers = {s.id: inquiry(scene).speaker(s) for s in scene.statements}
    issuer = _issuer(scene, speakers)
    return tuple(
        _attribution(
            scene,
            s,
            speakers[s.id] or _inherited(scene, s, speakers) or (None if s.source else issuer),
            noted,
        )
        for s in scene.statements
    )


def _issuer(scene: Scene, speakers: dict[str, Key | None]) -> Key | None:
    """Return who issues the article, a body that speaks in it: what nobody else says, it says."""
    issuer = bearers.publisher(scene)
    return issuer if issuer in speakers.values() else None


def _inherited(scene: Scene, statement: Statement, speakers: dict[str, Key | None]) -> Key | None:
    """Return the speaker of the statement whose verb governs a participle cue without a source."""
    if statement.source or not statement.cue:
        return None
    cue = next(iter(tokens_in(scene.document, statement.cue[0])), None)
    if cue is None or cue.dep not in {"advcl", "conj", "xcomp"}:
        return None
    governor = scene.document.tokens[cue.head].span
    voiced = (s for s in scene.statements if any(c.overlaps(governor) for c in s.cue))
    return next((speakers[s.id] for s in voiced if s.id != statement.id), None)


def _attribution(
    scene: Scene, statement: Statement, speaker: Key | None, noted: Sequence[Noted]
) -> Attribution:
    claimant = represented(scene, speaker)
    drafts = scene.register.drafts
    return Attribution(
        statement.id,
        actor_id(drafts[speaker]) if speaker else None,
        actor_id(drafts[claimant]) if claimant else None,
        drafts[speaker].role if speaker else None,
        tuple(actor_id(drafts[k]) for k in targets(scene, statement, speaker, noted)),
    )


def represented(scene: Scene, speaker: Key | None) -> Key | None:
    """Return whose claim it is: the last of those that one speaks for another.

    Who speaks for a person (a lawyer, a campaign) does not speak for that person's office.
    """
    drafts = scene.register.drafts
    for _ in range(_LONGEST_CHAIN):
        above = drafts[speaker].acts_for if speaker else None
        if above is None or above not in drafts:
            break
        speaker = above
        if drafts[above].type is ActorType.PERSON:
            break
    return speaker


def targets(
    scene: Scene, statement: Statement, speaker: Key | None, noted: Sequence[Noted]
) -> list[Key]:
    """Return the actors that a statement is about or speaks to.

    One's own side counts only where nobody else is spoken of.
    """
    spoken_to = [
        key
        for part in statement.addressee
        for _, key in inquiry(scene, voice=True).each(tokens_in(scene.document, part))
    ]
    spoken_to += _objects_of_cue(scene, statement)
    spoken_of = [k for span, k, _ in noted if any(c.covers(span) for c in statement.content)]
    all_keys = dict.fromkeys([*spoken_to, *spoken_of])
    others = [k for k in all_keys if k != speaker and not _is_audience(scene, k)]
    strangers = [k for k in others if not _same_side(scene, k, speaker)]
    return strangers or others


def _objects_of_cue(scene: Scene, statement: Statement) -> list[Key]:
    """Return whom the verb of saying has as object: whom one accuses, blames or praises."""
    cues = [t for part in statement.cue for t in tokens_in(scene.document, part)]
    verbs = {t.index for t in cues if t.pos == "VERB"}
    around = scene.document.tokens[cues[-1].index + 1 : cues[-1].index + 12] if verbs else ()
    heads = {t.index for t in around if t.dep in {"dobj", "obj", "dative"} and t.head in verbs}
    return list(dict.fromkeys(s.key for s in scene.seen if s.head in heads))


def _is_audience(scene: Scene, key: Key) -> bool:
    draft = scene.register.drafts[key]
    return draft.type is ActorType.GROUP and bool(draft.forms & _AUDIENCE)


def _same_side(scene: Scene, one: Key, other: Key | None) -> bool:
    if other is None:
        return False
    if represented(scene, one) == represented(scene, other):
        return True
    code = scene.country(one)
    return code is not None and code == scene.country(other)
