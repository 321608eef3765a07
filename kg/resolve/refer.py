"""Whom any noun phrase of an article denotes: pronouns, names, titles, common nouns."""

from __future__ import annotations

from dataclasses import replace

from kg.model import ActorType, Statement, Token
from kg.resolve import antecedents, headline, named, nominal, whose
from kg.resolve.apposition import head_noun
from kg.resolve.inquiry import Inquiry
from kg.resolve.nouns import INSTITUTIONS, Noun, NounKind, noun
from kg.resolve.phrases import Phrase, phrases
from kg.resolve.register import Key
from kg.resolve.scene import Scene
from kg.resolve.segments import Tokens, joined
from kg.resolve.voices import voice


def inquiry(scene: Scene, *, voice: bool = False) -> Inquiry:
    """Return the inquiry into an article; `voice` for phrases that speak or act."""
    return Inquiry(scene, of_phrase, voice)


def owner(scene: Scene, tokens: Tokens) -> Key | None:
    """Return whom a thing belongs to: "Pakistani military posts" to the Pakistani military."""
    found = {whose.owner(inquiry(scene), phrase) for phrase in phrases(tokens)} - {None}
    return next(iter(found)) if len(found) == 1 else None


def of_phrase(asked: Inquiry, phrase: Phrase) -> Key | None:
    """Return whom a phrase denotes, and note the words as what it was called by."""
    if len(phrase.words) == 1 and (low := antecedents.pronoun(phrase.head)):
        one = named.beside(asked, phrase, None) if low == "them" else None
        return one or _of_pronoun(asked, phrase.head, low)
    key = _of_apposed(asked.scene, phrase) or _of_words(asked, phrase) or voice(asked, phrase)
    if key is not None:
        asked.scene.register.call(key, _surface(phrase))
    return key


def _of_apposed(scene: Scene, phrase: Phrase) -> Key | None:
    """Return the bearer of the name that "a spokeswoman for the guild" stands beside."""
    governor = scene.document.tokens[phrase.head.head]
    if phrase.head.dep != "appos" or phrase.name or phrase.title or governor.pos != "PROPN":
        return None
    entry = head_noun(phrase)
    describes = entry is not None and entry.kind in {NounKind.ROLE, NounKind.ORG}
    known = describes and governor.index < phrase.head.index and phrase.head.text.islower()
    return _seen_at(scene, governor.index) if known else None


def _surface(phrase: Phrase) -> str:
    words = phrase.name or phrase.words
    owned = phrase.owner and phrase.owner[0].tag != "PRP$"
    return f"{joined(phrase.owner)}'s {joined(words)}" if owned else joined(words)


def _of_words(asked: Inquiry, phrase: Phrase) -> Key | None:
    entry = head_noun(phrase)
    if entry is not None and (below := headline.told_below(asked.scene, phrase, entry)):
        return below
    if phrase.title:
        return named.titled(asked, phrase)
    if _is_surname(asked.scene, phrase):
        phrase = replace(phrase, name=phrase.words)
    if phrase.name and not (_is_organ(asked.scene, phrase, entry) or _is_office(phrase, entry)):
        return named.by_name(asked, phrase)
    beside = named.beside(asked, phrase, entry)
    if beside is not None:
        return beside
    if entry is None:
        return nominal.unknown(asked, phrase)
    key = nominal.BY_KIND[entry.kind](asked, phrase, entry)
    return named.by_name(asked, phrase) if key is None and phrase.name else key


def _is_surname(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a word taken for a plural is the surname of somebody known: "Combs"."""
    bare = len(phrase.words) == 1 and not (phrase.determiner or phrase.owner or phrase.name)
    written = bare and phrase.head.text[:1].isupper() and noun(phrase.head.text) is None
    return written and scene.names.bearer(phrase.head.text) in scene.names.people


def _is_office(phrase: Phrase, entry: Noun | None) -> bool:
    """Tell whether capitals are those of an office: "Minister for the Marine"."""
    role = entry is not None and entry.kind is NounKind.ROLE
    return role and any(token.text in {"for", "of"} for token in phrase.words)


def _is_organ(scene: Scene, phrase: Phrase, entry: Noun | None) -> bool:
    """Tell whether a name of capitals is that of an organ: "Defence Ministry", "State Police"."""
    known = entry is not None and entry.kind in INSTITUTIONS - {NounKind.ORG, NounKind.FORCE}
    return known and scene.names.bearer(joined(phrase.words)) not in scene.names.people


def _of_pronoun(asked: Inquiry, token: Token, low: str) -> Key | None:
    scene = asked.scene
    if low in antecedents.RELATIVE:
        head = antecedents.relative_head(scene, token)
        return _seen_at(scene, head.index) if head else None
    around = antecedents.statement_around(scene, token)
    if low in antecedents.SPEAKING | antecedents.ALONE:
        return _first_person(asked, around, low) if around else None
    found = antecedents.antecedent(scene, token)
    if found is not None:
        return found[0]
    return _fitting_speaker(asked, around, token) if around else None


def _seen_at(scene: Scene, index: int) -> Key | None:
    return next((s.key for s in reversed(scene.seen) if s.start <= index < s.end), None)


def _first_person(asked: Inquiry, around: Statement, low: str) -> Key | None:
    """Return the speaker of a quote for "I", whom he or she speaks for, for "we"."""
    speaker = asked.inside().speaker(around)
    if speaker is None or low in antecedents.ALONE:
        return speaker
    draft = asked.scene.register.drafts[speaker]
    return draft.acts_for or draft.organisation or speaker


def _fitting_speaker(asked: Inquiry, around: Statement, token: Token) -> Key | None:
    """Return the speaker who is named only after the quote, if the pronoun may stand for it."""
    if not around.source or around.source[0].start < token.span.start:
        return None
    key = asked.inside().speaker(around)
    draft = asked.scene.register.drafts.get(key) if key else None
    fits = draft is not None and draft.type in {ActorType.ORGANISATION, ActorType.STATE}
    low = token.text.casefold()
    return key if fits and low in antecedents.SINGULAR | antecedents.PLURAL else None
