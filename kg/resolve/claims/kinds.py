"""What kind of people or things a patient's words name, so that unlike ones stay apart."""

from __future__ import annotations

import re

from kg.model import Actor, ActorType

PLAIN = frozenset(
    """
    person people man other own life victim soul individual casualty dead wounded injured they them
    we us it he she those who body corpse participant attendee
    """.split()
)
"""Nouns that say no more than that people are counted."""

FORCE = frozenset(
    """
    soldier troop trooper fighter militant gunman rebel insurgent guard serviceman personnel
    officer force army military unit side paratrooper ranger marine sailor guerrilla combatant
    """.split()
)
"""Nouns for those who fight: of a known actor they are the actor itself."""

SETTLED = frozenset("village town city district province region port island hill".split())
"""Nouns for places: "the village of Sulov" is Sulov itself."""

ALIKE = {
    "outpost": "post",
    "checkpoint": "post",
    "position": "post",
    "home": "house",
    "household": "family",
    "plane": "aircraft",
    "jet": "aircraft",
    "ballot": "vote",
    "protestor": "protester",
    "demonstrator": "protester",
    "labourer": "worker",
    "laborer": "worker",
    "employee": "worker",
}

PLAIN_IN = {
    "attend": "marcher protester demonstrator participant attendee supporter spectator crowd",
    "go_on_strike": "worker employee striker staff member picket",
    "leak": "customer user client subscriber consumer account-holder passenger guest",
    "lay_off": "worker employee staff member position",
    "vote": "voter elector",
    "win": "vote ballot election poll",
    "turn_out": "voter elector registered citizen",
}
"""Nouns that say no more than the predicate itself does, by predicate."""

_PARTITIVE = re.compile(r"^(?:one|any|some|none|all|each|many|most|several|\d+) of ", re.IGNORECASE)
_THEMSELVES = frozenset({ActorType.PERSON, ActorType.GROUP, ActorType.ANONYMOUS})
_IRREGULAR = {
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "servicemen": "serviceman",
    "policemen": "policeman",
    "gunmen": "gunman",
    "fishermen": "fisherman",
    "lives": "life",
    "gas": "gas",
    "gases": "gas",
    "series": "series",
    "bodies": "body",
}
_END = re.compile(r"\s+(?:of|in|from|at|on|who|that|which|belonging|for|with|near|to|by)\s")
_MARKS = "“”\"'’.,"


def kind(words: str | None, actor: Actor | None, predicate: str = "") -> str:
    """Return the head noun of `words` in the singular; "" where `actor` says it already.

    "Its soldiers" and "Velmoran troops" are one kind, civilians and children are kinds apart.
    Groups and persons are their own kind, and a name is no kind at all. "Marchers" say nothing of
    who marched: `predicate` tells such nouns.
    """
    if actor is not None and actor.type in _THEMSELVES:
        return ""
    head = _END.split(_PARTITIVE.sub("", words))[0].split()[-1:] if words else []
    noun = singular(head[0].strip(_MARKS).lower()) if head else ""
    noun = ALIKE.get(noun, noun)
    if noun in PLAIN_IN.get(predicate, "").split():
        return ""
    if noun in PLAIN or (actor is not None and noun in actor.name.lower().split()):
        return ""
    if noun in FORCE:
        return "" if actor else "force"
    if noun in SETTLED and actor is not None:
        return ""
    return noun


def singular(noun: str) -> str:
    """Return the singular of an English noun in lower case.

    >>> singular("parties"), singular("crossings"), singular("children")
    ('party', 'crossing', 'child')
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > len("ties"):
        return noun.removesuffix("ies") + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun.removesuffix("es")
    return noun.removesuffix("s") if not noun.endswith(("ss", "us", "is")) else noun
