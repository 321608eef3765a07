"""Who can speak: the test that keeps "clashes threaten the truce" out."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.marks import listed
from kg.extract.tree import Tree
from kg.model import SpeechAct, Token

PUBLIC = frozenset(
    {
        SpeechAct.ACCUSE,
        SpeechAct.APPEAL,
        SpeechAct.CONDEMN,
        SpeechAct.DENY,
        SpeechAct.ENDORSE,
        SpeechAct.EXPRESS_CONCERN,
        SpeechAct.PRAISE,
        SpeechAct.PRESENT_EVIDENCE,
        SpeechAct.WARN,
    }
)
"""Acts that an actor does in public even where no clause is quoted ("rejected the offer")."""

_PRONOUNS = listed("i we you he she they who one both many some others everyone nobody")
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_AGENTIVE = ("er", "or", "ers", "ors", "ist", "ists", "ian", "ians", "man", "men", "ant", "ants")
_ACTORS = listed(
    "analyst scholar diplomat judge general captain colonel pilot refugee veteran citizen national "
    "delegate candidate relative bishop priest imam cleric sheriff king queen prince trade-union "
    "official government ministry minister army police military force group party side union "
    "company administration state nation country council court committee parliament source "
    "resident people family member president chief head authority agency team neighbour spokesman "
    "neighbor spokeswoman spokesperson student victim witness expert critic rebel militant "
    "guerrilla tribe crowd public press media newspaper embassy coalition alliance board bank "
    "firm club campaign staff crew delegation guard patient nurse parent mother father woman man "
    "child boy girl driver doctor activist aide ally rival colleague opponent supporter foe "
    "leadership opposition majority minority panel commission body organisation organization "
    "institute university school hospital watchdog regulator junta regime cabinet senate house "
    "congress department office service unit troop command kingdom republic village community "
    "medium association federation league society charity ngo movement foundation academy church "
    "tribunal prosecution defence defense airline bloc television radio channel network station "
    "website"
)
"""Nouns for those who speak or for whom somebody does; own list."""


def can_speak(tree: Tree, source: Collection[int]) -> bool:
    """Tell whether the head of a source is a person, a body, a name or a pronoun for one."""
    head = _head(tree, source)
    return head is not None and _is_actor(head)


def _head(tree: Tree, source: Collection[int]) -> Token | None:
    tops = [tree.tokens[i] for i in sorted(source) if tree.tokens[i].head not in source]
    return tops[0] if tops else next((tree.tokens[i] for i in sorted(source)), None)


def _is_actor(head: Token) -> bool:
    lemma = head.lemma.lower()
    if head.pos == "PRON":
        return head.text.lower() in _PRONOUNS
    if head.pos == "PROPN" or head.entity in _NAMED or lemma in _ACTORS:
        return True
    return head.pos == "NOUN" and lemma.endswith(_AGENTIVE)
