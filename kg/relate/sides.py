"""Who speaks with whom: the side that an actor stands on, and the sides it stands against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Actor, ActorType, Reading, SpeechAct

HOSTILE_PREDICATES = frozenset(
    "attack bomb capture clash destroy detain fire harbor injure invade kill neutralize raid"
    " shell shoot shoot_down start strike support violate wound abduct assault arrest".split()
)
"""Predicates whose agent and patient are set against each other (PLOVER ASSAULT, COERCE)."""

HOSTILE_ACTS = frozenset(
    {SpeechAct.ACCUSE, SpeechAct.CONDEMN, SpeechAct.DENY, SpeechAct.THREATEN, SpeechAct.WARN}
)


_FORMER = ("former ", "ex-", "ousted ", "sacked ")
"""How actors are called that no longer speak for what they belonged to."""

_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
NATION = "nation:"
"""What stands before the id of a state where its people, not its government, are the side."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as one who takes sides.

    `chain` holds the ids of the actor and of all that it speaks for or belongs to. `root` is what
    another article may call the last of them by (`kg.model.Actor.short`), `short` the same of the
    actor itself; `nation` labels the state that the root is or belongs to.
    """

    id: str
    name: str
    chain: frozenset[str]
    root: str
    nation: str | None
    anonymous: bool = False
    short: str = ""

    @property
    def labels(self) -> frozenset[str]:
        """Return the sides that the actor can be on: its root's, and its nation's abroad."""
        return frozenset({self.root, self.nation or self.root})


def related(one: Party, other: Party) -> bool:
    """Tell whether one speaks for the other, belongs to it, or both belong to the same body."""
    return bool(one.chain & other.chain) or same_name(one, other)


def others(one: Party | None, other: Party | None) -> bool:
    """Tell whether two parties are known and none speaks for the other."""
    return one is not None and other is not None and not related(one, other)


def one_side(one: Party | None, other: Party | None) -> bool:
    """Tell whether two parties are known and one speaks for the other, or both for one body."""
    return one is not None and other is not None and related(one, other)


def same_name(one: Party, other: Party) -> bool:
    """Tell whether two parties are one, or one may be the surname of the other alone."""
    if one.id == other.id:
        return True
    alone = one.name.casefold() == one.short or other.name.casefold() == other.short
    return alone and one.short == other.short


def same_body(one: Party, other: Party) -> bool:
    """Tell whether two parties are one, or one may be the other's short name ("police")."""
    if related(one, other):
        return True
    a, b = (set(party.name.lower().split()) for party in (one, other))
    short, long = (one, b) if len(a) <= len(b) else (other, a)
    return not proper(short) and set(short.name.lower().split()) <= long


def strangers(one: Party | None, other: Party | None) -> bool:
    """Tell whether two parties are known, and neither may be the other or speak for it."""
    known = one is not None and other is not None and not same_body(one, other)
    return known and not any(_anybodys(party) for party in (one, other))


def _anybodys(party: Party | None) -> bool:
    """Tell whether a party speaks for others and it is not known for whom: "the spokesman"."""
    return party is not None and party.chain == {party.id} and party.name.lower() in _SPEAKERS


def proper(party: Party | None) -> bool:
    """Tell whether a party has a name of its own: "police" may be anybody's."""
    return party is not None and not party.anonymous and party.name != party.name.lower()


def opposite(one: Party | None, other: Party | None) -> frozenset[str] | None:
    """Return the two sides when the parties are set against each other; None for one side.

    Abroad the sides are nations; at home they are bodies (a union and the police).
    """
    if one is None or other is None or related(one, other):
        return None
    if one.nation is not None and other.nation is not None and one.nation != other.nation:
        return frozenset({one.nation, other.nation})
    return frozenset({one.root, other.root}) if one.root != other.root else None


def party(actors: Mapping[str, Actor], key: str | None) -> Party | None:
    """Return the actor with id `key` as a party; None when there is none."""
    if key is None or key not in actors:
        return None
    chain = _chain(actors, key)
    root = actors[chain[-1]]
    state = root.id if root.type is ActorType.STATE else root.state or actors[key].state
    nation = f"{NATION}{state}" if state else None
    actor = actors[key]
    chain_ids = frozenset(chain)
    return Party(key, actor.name, chain_ids, root.short, nation, actor.anonymous, actor.short)


def _chain(actors: Mapping[str, Actor], key: str) -> tuple[str, ...]:
    chain = [key]
    called = (actors[key].name.lower(), (actors[key].role or "").lower())
    if any(words.startswith(_FORMER) for words in called):
        return (key,)
    while (above := _above(actors[chain[-1]])) in actors and above not in chain:
        chain.append(str(above))
    return tuple(chain)


def _above(actor: Actor) -> str | None:
    if actor.type is ActorType.STATE:
        return None
    return actor.acts_for or actor.organisation or actor.part_of


def rivalries(reading: Reading) -> Counter[frozenset[str]]:
    """Count, for each pair of sides, how often an article sets one against the other."""
    actors = {actor.id: actor for actor in reading.actors}
    acts = {s.id: s.speech_act for s in reading.statements}
    hostile = [(c.agent, c.patient) for c in reading.claims if c.predicate in HOSTILE_PREDICATES]
    hostile += [
        (who.claimant, target)
        for who in reading.attributions
        if acts.get(who.statement) in HOSTILE_ACTS
        for target in who.targets
    ]
    pairs = (opposite(party(actors, one), party(actors, other)) for one, other in hostile)
    return Counter(pair for pair in pairs if pair is not None)


def stand(rivals: Counter[frozenset[str]], who: Party | None) -> tuple[str, str] | None:
    """Return the side of `who` and the one most often set against it; None for none or a tie.

    Of equals, two nations come first.
    """
    if who is None:
        return None
    own = {pair: (n, abroad(pair)) for pair, n in rivals.items() if len(pair & who.labels) == 1}
    ranked = sorted(own, key=own.__getitem__, reverse=True)
    if not ranked or (len(ranked) > 1 and own[ranked[0]] == own[ranked[1]]):
        return None
    (side,), (rival,) = ranked[0] & who.labels, ranked[0] - who.labels
    return side, rival


def abroad(pair: Iterable[str]) -> bool:
    """Tell whether both sides are nations."""
    return all(side.startswith(NATION) for side in pair)
