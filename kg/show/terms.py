"""What the graph's terms are called on pages: kinds of links, acts, actors, remarks, days."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from kg.model import Comparator

# type of link -> (what it is called on a chip, the heading of a card without a question)
LINKS = {
    "numeric": ("different figures", ""),
    "denial": ("denied", ""),
    "contradiction": ("contradicted", ""),
    "losses": ("losses", "How heavy were the losses?"),
    "competing_gain": ("competing gains", "Who took what from the other?"),
    "control": ("control", "Who is in control?"),
    "blame": ("blame", "Who began it?"),
    "framing": ("framing", "Attack or answer?"),
    "outcome": ("outcome", ""),
    "rejection": ("rejected", ""),
    "acceptance": ("appeal taken up", ""),
    "unanswered": ("no reply found", ""),
    "agreed_floor": ("agreed at least", ""),
    "agreement": ("same claim", ""),
    "occurrence": ("both say so", ""),
    "partial": ("agrees in part", ""),
    "shared_appeal": ("same appeal", ""),
    "endorsement": ("endorsed", ""),
    "eyewitness": ("two witnesses", ""),
    "evidence": ("shown, not only said", ""),
}
ACTORS = {
    "Person": "person",
    "Organisation": "organisation",
    "State": "state",
    "Group": "group",
    "AnonymousSource": "unnamed source",
}
# What the reporter remarks on a statement (`VerificationNote.effect`).
REMARKS = {
    "unverified": "reporter: not verified",
    "weak_evidence": "reporter: weak evidence",
    "disputed": "reporter: disputed",
    "distancing": "reporter: keeps a distance",
    "verified": "reporter: verified",
}
COMPARATORS = {
    Comparator.EXACT: "exactly",
    Comparator.AT_LEAST: "at least",
    Comparator.MORE_THAN: "more than",
    Comparator.AT_MOST: "at most",
    Comparator.LESS_THAN: "fewer than",
    Comparator.ABOUT: "about",
    Comparator.RANGE: "between",
    Comparator.VAGUE: "roughly",
}
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# Acts that set themselves against somebody, and acts that want something; the rest says.
AGAINST = frozenset({"accuse", "deny"})
WISHES = frozenset({"appeal", "threaten", "warn", "promise"})


def spaced(term: str) -> str:
    """Return a term of the ontology as words."""
    return term.replace("_", " ")


def link(kind: str) -> str:
    """Return what a type of link is called."""
    return LINKS[kind][0] if kind in LINKS else spaced(kind)


def asked(kind: str) -> str:
    """Return the question behind a type of link, "" where it has none of its own."""
    return LINKS[kind][1] if kind in LINKS else ""


def actor(kind: str) -> str:
    """Return what a type of actor is called."""
    return ACTORS.get(kind, spaced(kind))


def remark(effect: str) -> str:
    """Return what a reporter's remark is called."""
    return REMARKS.get(effect, f"reporter: {spaced(effect)}")


def compared(sign: str) -> str:
    """Return what a comparator is called."""
    return COMPARATORS[Comparator(sign)] if sign in set(Comparator) else sign


def sentence(text: str) -> str:
    """Return text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def day(when: date | None) -> str:
    """Return a day as every reader understands it: "12 Oct 2025"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}" if when else ""


def days(first: date, last: date) -> str:
    """Return a stretch of days, what both share written once.

    >>> days(date(2025, 10, 12), date(2025, 10, 13))
    '12–13 Oct 2025'
    >>> days(date(2025, 1, 14), date(2025, 11, 18))
    '14 Jan–18 Nov 2025'
    """
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]}–{day(last)}"
    return f"{day(first)}–{day(last)}"


def shortened(path: str) -> str:
    """Return the last part of a path, as a name for an article that has no other."""
    return PurePosixPath(path.replace("\\", "/")).name or path


def counted(number: int, word: str) -> str:
    """Return a number with its noun: "1 row", "1,200 rows"."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
