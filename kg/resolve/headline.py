"""A headline's bare "Ministry says": the one ministry that speaks in the text below it."""

from __future__ import annotations

from kg.model import BlockKind, Token
from kg.resolve.apposition import head_noun
from kg.resolve.nouns import INSTITUTIONS, Noun, NounKind, is_firm, noun
from kg.resolve.phrases import Phrase, phrases
from kg.resolve.register import Draft, Key
from kg.resolve.scene import Scene
from kg.resolve.segments import Tokens
from kg.resolve.wording import canonical

_GENERIC = INSTITUTIONS | {NounKind.ROLE}
_ANY_FIRM = frozenset({"company", "firm"})
"""What any business may be called."""
_LONGEST = 3


def holds(scene: Scene, token: Token) -> bool:
    """Tell whether a token stands in the headline."""
    blocks = scene.document.article.blocks
    headlines = (b.span for b in blocks if b.kind is BlockKind.HEADLINE)
    return any(span.covers(token.span) for span in headlines)


def waits(scene: Scene, tokens: Tokens) -> bool:
    """Tell whether a phrase of the headline says nothing but such a noun."""
    return holds(scene, tokens[0]) and all(
        (entry := head_noun(phrase)) is not None and _bare(scene, phrase, entry)
        for phrase in phrases(tokens)
    )


def told_below(scene: Scene, phrase: Phrase, entry: Noun) -> Key | None:
    """Return the only one who acts or speaks in the text and whom the headline's noun fits."""
    if not _bare(scene, phrase, entry) or not holds(scene, phrase.head):
        return None
    keys = {
        seen.key
        for seen in scene.seen
        if seen.subject and _fits(scene.register.drafts[seen.key], entry)
    }
    return next(iter(keys)) if len(keys) == 1 else None


def _bare(scene: Scene, phrase: Phrase, entry: Noun) -> bool:
    """Tell whether a phrase names nobody: "Rights group", "Ministry", not "Oslo police"."""
    if entry.kind not in _GENERIC or phrase.owner or phrase.tail or len(phrase.words) > _LONGEST:
        return False
    if phrase.plural and entry.kind is NounKind.ROLE:
        return False
    return all(_is_common(scene, token) for token in phrase.words)


def _is_common(scene: Scene, token: Token) -> bool:
    known = noun(token.text) is not None or token.text.islower()
    return known or scene.names.bearer(token.text) is None


def _fits(draft: Draft, entry: Noun) -> bool:
    forms = {entry.form}
    organ = entry.kind is NounKind.ORGAN and entry.family != "ministry"
    if organ or entry.form in _ANY_FIRM:
        forms.add(entry.family)
    firm = entry.form in _ANY_FIRM and not draft.forms and is_firm(draft.name)
    last = canonical(draft.name).split()[-1:]
    return bool(draft.forms & forms) or firm or last == [entry.form]
