"""Claims in a few words, the same in every article."""

from __future__ import annotations

from kg.model import Actor, ActorType, Claim, Comparator, Quantity

_COMPARED = {
    Comparator.EXACT: "{}",
    Comparator.AT_LEAST: "at least {}",
    Comparator.MORE_THAN: "more than {}",
    Comparator.AT_MOST: "at most {}",
    Comparator.LESS_THAN: "fewer than {}",
    Comparator.ABOUT: "about {}",
}
_PLURALS = {
    "person": "people",
    "child": "children",
    "woman": "women",
    "fisherman": "fishermen",
    "policeman": "policemen",
    "aircraft": "aircraft",
    "loss": "losses",
    "percent": "percent",
    "crew": "crew",
}
_AMOUNTS = frozenset({"litre", "gallon", "barrel", "tonne", "kilogram", "cubic metre", "hectare"})
"""Units by which a stuff is measured that has a name of its own."""

_FORCES = " forces"
_HARMED = frozenset({"losses", "casualties"})


def wording(claim: Claim, agent: Actor | None, patient: Actor | None) -> str:
    """Return a claim as "25 posts of Dorraka captured by Velmora" or "Velmora attack Dorraka".

    Built from what the claim's id is hashed from, never from one article's words.
    """
    noun, counted = claim.noun or "", claim.quantity
    if counted is None:
        done = claim.predicate.replace("_", " ")
        return _joined(_name(agent), done, _name(patient), noun)
    counting = counted.measure in _HARMED
    return _joined(
        _number(counted),
        _counted(counted.unit if counting else noun, counted.unit, patient),
        None if counting else counted.measure,
        f"by {agent.name}" if agent else None,
    )


def _counted(noun: str, unit: str, patient: Actor | None) -> str:
    """Return "Dorrakan soldiers", "members of the guild", "posts of Dorraka", "percent of votes".

    A force is its soldiers; whoever else has people has members.
    """
    if unit == "percent":
        whole = patient.name if patient else _plural(noun) if noun else ""
        return f"percent of {whole}" if whole else "percent"
    if patient is None:
        stuff = noun and unit in _AMOUNTS
        return f"{_plural(unit)} of {noun}" if stuff else _plural(noun or unit)
    if unit != "person" or noun:
        return f"{_plural(noun or unit)} of {patient.name}"
    if patient.name.endswith(_FORCES):
        return f"{patient.name.removesuffix(_FORCES)} soldiers"
    if patient.type is ActorType.GROUP:
        return patient.name
    return f"{'people' if patient.type is ActorType.STATE else 'members'} of {patient.name}"


def _name(actor: Actor | None) -> str | None:
    return actor.name if actor else None


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _plural(noun: str) -> str:
    if noun in _PLURALS or noun.isupper():
        return _PLURALS.get(noun, noun)
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _number(counted: Quantity) -> str:
    if counted.value is not None and counted.comparator in _COMPARED:
        return _COMPARED[counted.comparator].format(_digits(counted.value))
    if counted.low is None and counted.high is None:
        return "some"
    if counted.high is None:
        return f"{_digits(counted.low)} or more"
    return f"{_digits(counted.low)} to {_digits(counted.high)}"


def _digits(number: float | None) -> str:
    return "0" if number is None else f"{number:,.12g}"
