"""What is answered to an issue: figures by named policy, and each claim with its origins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Issue, Reading
from kg.relate.figures import Figure, figures
from kg.relate.independence import Origins, origins


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim on an issue, and how many mentions, outlets and independent origins affirm it."""

    id: str
    text: str
    origins: Origins


@dataclass(frozen=True, slots=True)
class Answered:
    """An issue with the figures derived for it and the claims that answer it, by text."""

    issue: Issue
    figures: tuple[Figure, ...]
    claims: tuple[Claimed, ...]


def answered(issue: Issue, readings: Sequence[Reading]) -> Answered:
    """Return what is answered to an issue by `readings`, those that answer it among them."""
    concerned = [r for r in readings if any(claim.issue == issue.id for claim in r.claims)]
    texts = {c.id: c.text for r in concerned for c in r.claims if c.issue == issue.id}
    counted = (Claimed(key, text, origins(key, concerned)) for key, text in texts.items())
    affirmed = sorted((c for c in counted if c.origins.mentions), key=lambda c: (c.text, c.id))
    return Answered(issue, _widest(figures(issue.id, concerned)), tuple(affirmed))


def _widest(found: Sequence[Figure]) -> tuple[Figure, ...]:
    """Leave out what rests on a part of what another figure of the same policy rests on."""
    rests = [(figure.policy, frozenset(figure.statements)) for figure in found]
    return tuple(
        figure
        for figure, (policy, own) in zip(found, rests, strict=True)
        if not any(policy == other and own < wider for other, wider in rests)
    )


def asked(issues: Iterable[Issue], words: str) -> tuple[Issue, ...]:
    """Return the issues that an id or the words of a question mean; all issues for no words.

    Words are compared without case; a question asked in full is meant alone, else all that hold
    the words are.
    """
    low = words.casefold().strip()
    every = tuple(issues)
    named = tuple(i for i in every if low in {i.id, i.question.casefold()})
    return named or tuple(i for i in every if low in i.question.casefold())
