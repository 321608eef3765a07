"""Whether a content puts blame on somebody other than its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.describe.scene import Scene
from kg.extract.describe.sides import Sides, keys_of
from kg.extract.describe.wordlist import words
from kg.model import Token

_HOSTILE = (
    r"(fired|opened fire|attacked|shot|shelled|struck|charged|threw|crossed|entered|raided|"
    r"ambushed|bombed|launched|stormed|hit|beat|walked (away|out)|pulled out|refused|broke|"
    r"rammed|invaded|seized|blocked|hurled|pushed|provoked|cut off)"
)
# Who began it: "the clashes began when their units fired at ours".
_BEGAN = re.compile(
    r"\b(beg[ai]n|begun|start(ed|s)?|erupt(ed)?|broke out|flared( up)?|(was|were) (triggered|"
    r"sparked|provoked|set off))\b.{0,40}?\b(when|after|as|because)\b(?P<agent>.{2,70}?)\b"
    + _HOSTILE
    + r"\b"
)
# Who struck first or is at fault; the words before name him.
_AFTER_AGENT = re.compile(
    r"\b((the )?first to (fire|attack|shoot|strike)"
    r"|(fired|shot|struck|attacked|hit) (at )?(us |them )?first|opened fire first"
    r"|started (it|the (fight|fighting|war|violence|clash|clashes|row|dispute|trouble))"
    r"|(fired|shot|shelled|bombed|attacked)( \w+)? (at |on )?(us|ours|our \w+)"
    r"|(is|are|was|were|be|been) (\w+ly )?(to blame|at fault|responsible for"
    r"|behind (the|this|these|those|a)))\b"
)
_AGENT_WITHIN = 70
_CLAUSE_START = re.compile(r"[,;:—]|\b(that|and|but|because)\b")

# What is wrong whoever does it; the second column is what must follow, None for anything.
_GUILTY = (
    r"(militant|terroris|rebel|separatist|insurgent|gang|extremist|armed group|gunm|smuggler"
    r"|mercenar)"
)
_RULES = (
    r"(ceasefire|truce|agreement|deal|laws?|contract|constitution|promises?|pledge|treaty|rules?|"
    r"border|airspace|sovereignty|rights|regulations?|code|accord|commitments?)"
)
_VICTIMS = (
    r"(civilian|protester|demonstrator|detainee|prisoner|inmate|journalist|reporter|student|child"
    r"|villager|worker|bystander|patient|marcher|striker|observer|voter|women|people)"
)
_WRONGS = {
    **dict.fromkeys(words("beat assault kick mistreat shoot club"), re.compile(_VICTIMS)),
    **dict.fromkeys(
        words("""provide give supply send offer arm fund finance back sponsor shelter harbour harbor
        host train support"""),
        re.compile(_GUILTY),
    ),
    **dict.fromkeys(
        words("violate breach break renege flout ignore disregard"), re.compile(_RULES)
    ),
    **dict.fromkeys(
        words("""rig steal cheat lie mislead deceive bribe torture abuse harass intimidate sabotage
        falsify manipulate fabricate provoke betray sack loot conceal stuff""")
    ),
}
_MARKS = ' ,-—"“”'
_SELF = words("i we it they he she who us our its their")


def blames_another(scene: Scene, sides: Sides) -> bool:
    """Tell whether the content says that another party began it, is at fault or does wrong."""
    own = keys_of(scene.source)
    return any(_is_other(scene, agent, own, sides) for agent in _agents(scene))


def _agents(scene: Scene) -> Iterator[str]:
    """Yield the words that name who is blamed."""
    if match := _BEGAN.search(scene.said):
        yield match["agent"].strip(_MARKS)
    if match := _AFTER_AGENT.search(scene.said):
        before = scene.said[max(0, match.start() - _AGENT_WITHIN) : match.start()]
        yield _CLAUSE_START.split(before)[-1].strip(_MARKS)
    for token in scene.content:
        if token.index in scene.main and _does_wrong(scene, token):
            yield from (_text(scene, subject) for subject in _doers(scene, token))


def _does_wrong(scene: Scene, verb: Token) -> bool:
    lemma = verb.lemma.lower()
    if verb.pos != "VERB" or lemma not in _WRONGS:
        return False
    if scene.tree.kid(verb.index, "neg") is not None or _is_situated(scene, verb):
        return False
    object_ = _WRONGS[lemma]
    if object_ is None or scene.tree.kid(verb.index, "nsubjpass") is not None:
        return object_ is None or bool(object_.search(scene.said))
    after = " ".join(t.text.lower() for t in scene.content if t.index > verb.index)
    return bool(object_.search(after))


def _is_situated(scene: Scene, verb: Token) -> bool:
    """Tell "the posts lie on the heights" from "they lied"."""
    return verb.lemma.lower() == "lie" and scene.tree.kid(verb.index, "prep") is not None


def _doers(scene: Scene, verb: Token) -> list[Token]:
    """Return the subject of an active verb, shared with the verbs that it is joined to."""
    tree, at = scene.tree, verb
    for _ in range(len(scene.content)):
        if tree.kid(at.index, "nsubjpass") is not None:
            by = tree.kids(at.index, "agent")
            return [noun for word in by for noun in tree.kids(word.index, "pobj")]
        if (subject := tree.kid(at.index, "nsubj")) is not None:
            return [subject]
        if at.dep not in {"conj", "xcomp"}:
            return []
        at = tree.head(at.index)
    return []


def _text(scene: Scene, noun: Token) -> str:
    inside = scene.tree.subtree(noun.index)
    return " ".join(token.text.lower() for token in scene.content if token.index in inside)


def _is_other(scene: Scene, agent: str, own: frozenset[str], sides: Sides) -> bool:
    """Tell whether `agent` (words of the content) is neither the source nor a mere pronoun."""
    words = agent.split()
    if not words or words[0] in _SELF or (len(words) == 1 and words[0] in {"there", "that"}):
        return False
    tokens = [token for token in scene.content if token.text.lower() in set(words)]
    named = keys_of(tokens)
    nouns = {t.lemma.lower() for t in tokens if t.pos == "NOUN"}
    themselves = {t.lemma.lower() for t in scene.source if t.pos == "NOUN"}
    return not sides.same(own, named) and (bool(named) or not nouns & themselves)
