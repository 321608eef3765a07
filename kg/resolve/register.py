"""The actors of one article in the making: drafts by key, turned into actors at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kg.model import Actor, ActorType, content_id
from kg.resolve.nations import Nations
from kg.resolve.nouns import noun
from kg.resolve.wording import canonical

_Value = TypeVar("_Value")
Key = tuple[str, ...]
"""What makes an actor itself, the same in every article: ("state", "PE"), ("organ", "PE",
"police"), ("name", "weavers guild"), ("group", "PE", "miners"), ("office", "PE", "premier"); with
the article for those known only there: ("anon", article, "nurse"), ("local", article, "firm")."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known so far of one actor; `code` is a country, the other links are keys.

    `forms` are the nouns that it was called by, `female` what its title shows of a person.
    """

    key: Key
    type: ActorType
    name: str
    code: str | None = None
    role: str | None = None
    organisation: Key | None = None
    part_of: Key | None = None
    acts_for: Key | None = None
    forms: frozenset[str] = frozenset()
    female: bool | None = None
    plural: bool = False


@dataclass(slots=True)
class Register:
    """Drafts by key and the words they were called by."""

    nations: Nations = field(default_factory=Nations)
    drafts: dict[Key, Draft] = field(default_factory=dict)
    surfaces: dict[Key, set[str]] = field(default_factory=dict)

    def enter(self, draft: Draft) -> Key:
        """Add a draft, or fill what is still unknown of the one with the same key."""
        known = self.drafts.get(draft.key)
        draft = _of_others(draft if known is None else _filled(known, draft))
        self.drafts[draft.key] = draft
        for key in (draft.organisation, draft.part_of, draft.acts_for):
            if key is not None and key[0] == "state":
                self.state(key[1])
        if draft.code is not None and draft.type is not ActorType.STATE:
            self.state(draft.code)
        return draft.key

    def state(self, code: str) -> Key:
        """Enter a state."""
        key = ("state", code)
        land = self.nations.land(code)
        name = land.name if land else code
        self.drafts.setdefault(key, Draft(key, ActorType.STATE, name, code))
        return key

    def call(self, key: Key, words: str) -> None:
        """Note the words that an actor was called by."""
        if words:
            self.surfaces.setdefault(key, set()).add(words)

    def actors(self) -> Mapping[Key, Actor]:
        """Return the actors by key."""
        return {key: self._actor(draft) for key, draft in sorted(self.drafts.items())}

    def actor(self, key: Key | None) -> Actor | None:
        """Return the actor of a key as known so far."""
        draft = self.drafts.get(key) if key else None
        return self._actor(draft) if draft else None

    def _actor(self, draft: Draft) -> Actor:
        aliases = {s for s in self.surfaces.get(draft.key, ()) if _is_alias(s, draft)}
        return Actor(
            actor_id(draft),
            draft.name,
            draft.type,
            tuple(sorted(aliases)),
            draft.role,
            self._id(draft.organisation),
            self._id(draft.part_of),
            self._id(draft.acts_for),
            self._id(("state", draft.code or "")) if draft.type is not ActorType.STATE else None,
        )

    def _id(self, key: Key | None) -> str | None:
        return actor_id(self.drafts[key]) if key in self.drafts else None


def merged(groups: Sequence[Draft]) -> Draft:
    """Return the group of several groups: "relatives and nurses", of one land if all are."""
    name = " and ".join(draft.name for draft in groups)
    code = _shared(draft.code for draft in groups)
    return Draft(
        ("group", code or "", canonical(name)),
        ActorType.GROUP,
        name,
        code,
        organisation=_shared(draft.organisation for draft in groups),
        acts_for=_shared(draft.acts_for for draft in groups),
        forms=frozenset().union(*(draft.forms for draft in groups)),
        plural=True,
    )


def _shared(values: Iterable[_Value]) -> _Value | None:
    """Return the one value that all have."""
    different = set(values)
    return different.pop() if len(different) == 1 else None


def _is_alias(words: str, draft: Draft) -> bool:
    """Tell whether words name an actor by themselves: "UN", but not "the agency"."""
    named = any(c.isupper() for c in words) and noun(words) is None
    named = named or draft.key[0] in {"group", "anon"}
    return named and words != draft.name


def _of_others(draft: Draft) -> Draft:
    """Return a draft that belongs to others only: "the department" of its own secretary."""
    above = (draft.organisation, draft.part_of, draft.acts_for)
    if draft.key not in above:
        return draft
    organisation, part_of, acts_for = (None if key == draft.key else key for key in above)
    return replace(draft, organisation=organisation, part_of=part_of, acts_for=acts_for)


def _filled(known: Draft, new: Draft) -> Draft:
    return replace(
        known,
        code=known.code or new.code,
        role=known.role or new.role,
        organisation=known.organisation or new.organisation,
        part_of=known.part_of or new.part_of,
        acts_for=known.acts_for or new.acts_for,
        forms=known.forms | new.forms,
        female=new.female if known.female is None else known.female,
    )


def actor_id(draft: Draft) -> str:
    """Return the id of an actor: a hash of its type and key."""
    return content_id("actor", draft.type.value, *draft.key)
