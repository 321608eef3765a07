"""Same claim: one claimant says it again, in a heading, in other words, in another outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import LinkKind, QuoteType, Relation, SpeechAct
from kg.relate.blocks import Block
from kg.relate.evidence import Evidence
from kg.relate.independence import same_wording
from kg.relate.links import link, names
from kg.relate.numeric import camps
from kg.relate.sides import one_side
from kg.relate.stances import Stance, stances
from kg.relate.words import fingerprints, overlap

PARAPHRASED = 0.4
"""The share of content words from which a quotation repeats the paraphrase before it."""

_FEW = 2
_LOSSES = frozenset({Stance.HIT, Stance.SPARED, Stance.GAINED})
_BREAK = re.compile(r"\n")


def restatement(block: Block) -> Iterator[Relation]:
    """Same claim: one claimant, or who speaks for it, gives the same figure or claim again."""
    for camp in camps(block):
        members = camp.evidence
        if camp.answer.quantity is None:
            members = tuple(e for e in members if _alike(e, _anchor(members)))
        yield from _again(members, block.shared, camp.answer.claim.text)


def copy(block: Block) -> Iterator[Relation]:
    """Same claim: articles carry the same words of one claimant (an agency's copy)."""
    first: dict[str, Evidence] = {}
    for e in block.evidence:
        if e.claimant is None:
            continue
        anchor = first.setdefault(e.claimant.root, e)
        if anchor.article.id != e.article.id and _copied(anchor, e, block.shared):
            because = f"the same words of {names([anchor])} in another article"
            yield link(LinkKind.SAME_CLAIM, "copy", [e], [anchor], because)


def _copied(one: Evidence, other: Evidence, mark: str) -> bool:
    """Tell whether the words are the same; of all blocks where both are, the first one says so."""
    marks = set(fingerprints(one.words)) & set(fingerprints(other.words))
    return mark == min(marks) and same_wording(one, other)


def paraphrase(block: Block) -> Iterator[Relation]:
    """Same claim: a paraphrase and the quotation of the same speaker right after it."""
    run: list[Evidence] = []
    for one, other in pairwise(block.evidence):
        run = [*run, one] if run and _same_speaker(run[-1], one) else [one]
        if other.statement.quote_type is not QuoteType.DIRECT or not _same_speaker(one, other):
            continue
        said = [e for e in run if _indirect(e) and _near(e, other)]
        if any(_repeats(e, other) for e in said):
            because = f"the quotation of {names([other])} repeats what was paraphrased before it"
            yield link(LinkKind.SAME_CLAIM, "paraphrase", said, [other], because)


def heading(block: Block) -> Iterator[Relation]:
    """Same claim: a headline or heading says what the text below says by the same claimant."""
    body = [e for e in block.evidence if not e.heading]
    for head in (e for e in block.evidence if e.heading):
        below = [e for e in _section(head, block.evidence) if one_side(head.claimant, e.claimant)]
        said = [e for e in below or body if one_side(head.claimant, e.claimant) and _says(head, e)]
        if said:
            because = f"a heading of what {names(said)} said below it"
            yield link(LinkKind.SAME_CLAIM, "heading", [head], said, because)


def _again(camp: Sequence[Evidence], issue: str, text: str) -> Iterator[Relation]:
    anchor = _anchor(camp)
    others = [e for e in camp if e.id != anchor.id]
    if others:
        because = f"one source, {names([anchor])}: {text}"
        yield link(LinkKind.SAME_CLAIM, "restatement", others, [anchor], because, issue)


def _anchor(camp: Sequence[Evidence]) -> Evidence:
    """Return the first statement that is not a heading, else the first."""
    return next((e for e in camp if not e.heading), camp[0])


def _alike(one: Evidence, other: Evidence) -> bool:
    """Tell whether two statements of a claim without a figure speak of one thing, not of two."""
    return one.id == other.id or overlap(one.stems, other.stems) >= PARAPHRASED


def _section(head: Evidence, ordered: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence between a heading and the next one."""
    later = [e for e in ordered if e.at > head.at]
    stop = next((e.at for e in later if e.heading), float("inf"))
    return [e for e in later if e.at < stop]


def _says(head: Evidence, e: Evidence) -> bool:
    """Tell whether `e` does what its heading says: denies, takes the same stance, same words.

    A heading with a figure is a matter of `restatement`.
    """
    if SpeechAct.DENY in {head.statement.speech_act, e.statement.speech_act}:
        return head.statement.speech_act is e.statement.speech_act
    if any(a.quantity is not None and a.quantity.low is not None for a in head.answers):
        return False
    if stances(head) & stances(e) & _LOSSES:
        return True
    return len(head.stems & e.stems) > _FEW and overlap(head.stems, e.stems) >= PARAPHRASED


def _same_speaker(one: Evidence, other: Evidence) -> bool:
    return (
        one.speaker is not None and other.speaker is not None and one.speaker.id == other.speaker.id
    )


def _indirect(e: Evidence) -> bool:
    return e.statement.quote_type is not QuoteType.DIRECT


def _near(one: Evidence, other: Evidence) -> bool:
    """Tell whether both stand in one paragraph or in neighbouring ones."""
    between = one.article.text[one.statement.content[-1].end : other.at]
    return len(_BREAK.findall(between.replace("\n\n", "\n"))) <= 1


def _repeats(one: Evidence, other: Evidence) -> bool:
    shared = one.stems & other.stems
    return len(shared) >= _FEW and overlap(one.stems, other.stems) >= PARAPHRASED
