"""Which sources of one article stand on one side, as far as their names tell.

A source that is named with another's name joins the two: "Port Authority spokeswoman Lena Brask"
makes *Brask* and *Port Authority* one side. What a name denotes is the concern of `kg.resolve`;
here it only keeps a speaker from being taken for the one whom he accuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.describe.wordlist import words
from kg.model import Token

# Words of titles and offices: two ministers are not one side.
_OFFICES = words(
    """minister ministry president presidency prime deputy vice chief chair chairman chairwoman
    chairperson director general secretary spokesman spokeswoman spokesperson spokespeople senator
    governor mayor judge justice king queen prince sir lord lady dr mr mrs ms prof professor rev
    colonel captain major lieutenant commander admiral sergeant marshal officer inspector
    superintendent commissioner ambassador envoy leader head foreign interior defence defense
    finance home health labour labor affairs state national federal regional local city county
    district provincial department agency office bureau council committee commission court police
    army navy air force forces military security intelligence border guard guards union unions
    federation association party government parliament assembly company corporation group
    authority authorities administration service services officials official trade workers
    analysts analyst experts expert observers witnesses residents traders"""
)
# Bodies that go by their noun alone: "police" and "police chief Moll" are one side.
_BODIES = words(
    """police army navy military ministry government opposition union company firm party commission
    court council parliament regulator board campaign bank operator club church hospital airline"""
)
_JOINED = frozenset(["united", "north", "south", "east", "west", "new", "saint", "st", "san"])
# Endings that turn a country into its people; cut off again and again to four letters or more.
_ENDINGS = (
    "istan",
    "stan",
    "land",
    "ish",
    "ese",
    "ian",
    "ain",
    "an",
    "ia",
    "ey",
    "i",
    "a",
    "y",
    "n",
    "e",
)
_CLIPPED_FROM = 4
_OUTSIDE = frozenset({"to", "in", "on", "against", "with", "from", "at", "by", "near", "over"})


_CLAUSES = frozenset({"relcl", "acl"})


def keys_of(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the stems of the names in a noun phrase: not what hangs on "in", "to" or a clause."""
    by_index = {token.index: token for token in tokens}
    keys: set[str] = set()
    joined = ""
    for rank, token in enumerate(tokens):
        word = token.text.lower().removesuffix(".")
        if not _is_name(token) or word in _OFFICES or _hangs_outside(token, by_index):
            joined = ""
        elif word in _JOINED:
            joined = word + " "
        elif not _is_forename(token, tokens[rank + 1 :]):
            keys.add(joined + stem(word))
            joined = ""
    return frozenset(keys)


def stem(word: str) -> str:
    """Cut a country and the name of its people down to the same letters (Chile, Chilean)."""
    while True:
        ending = next((e for e in _ENDINGS if word.endswith(e)), None)
        if ending is None or len(word) - len(ending) < _CLIPPED_FROM:
            return word
        word = word.removesuffix(ending)


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in {"PROPN", "ADJ"} and len(token.text) > 1


def _is_forename(token: Token, after: Sequence[Token]) -> bool:
    return token.entity == "PERSON" and bool(after) and after[0].entity == "PERSON"


def _hangs_outside(token: Token, inside: dict[int, Token]) -> bool:
    for _ in range(len(inside)):
        above = inside.get(token.head)
        if above is None or above is token:
            return False
        if above.pos == "ADP" and above.text.lower() in _OUTSIDE:
            return True
        if token.dep in _CLAUSES:
            return True
        token = above
    return False


@dataclass(frozen=True, slots=True)
class Sides:
    """The names of an article, joined into sides; `root` maps a stem to the name of its side."""

    root: dict[str, str]

    def same(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Tell whether two sets of stems have a side in common."""
        return bool({self.root.get(k, k) for k in one} & {self.root.get(k, k) for k in other})

    def together(self, one: Sequence[Token], other: Sequence[Token]) -> bool:
        """Tell whether two noun phrases share a name, or a body's noun where one has no name."""
        names = keys_of(one), keys_of(other)
        return self.same(*names) or (not all(names) and bool(_bodies(one) & _bodies(other)))


def _bodies(tokens: Sequence[Token]) -> frozenset[str]:
    return _BODIES & {token.text.lower() for token in tokens}


def sides_of(sources: Iterable[Sequence[Token]]) -> Sides:
    """Join the names that stand in one source; sources with several heads ("A and B") join none."""
    root: dict[str, str] = {}
    for tokens in sources:
        if any(token.dep in {"cc", "conj"} for token in tokens):
            continue
        keys = sorted(keys_of(tokens))
        roots = {root.setdefault(key, key) for key in keys}
        if len(roots) > 1:
            kept = min(roots)
            root = {key: kept if old in roots else old for key, old in root.items()}
    return Sides(root)
