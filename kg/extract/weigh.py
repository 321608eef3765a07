"""How probable it is that an attribution is one: a logistic model of a few named features.

Each feature is in [0, 1]. The weights were fitted by `bench/fit_merge.py` on every twelfth text of
PolNeAR's train part, which the tagger has not seen: an attribution counts as right when source,
cue and content match a marked one (`kg.bench.measure`); what stands inside the content of a marked
one is left out, since PolNeAR marks only the outermost. `docs/attribution.md` has the figures.
"""

from __future__ import annotations

import math

from kg.extract.lexicon import lookup, tokens_in
from kg.extract.neighbours import Pages, near, same_cue, shared, touch
from kg.extract.spans import Spans
from kg.extract.tagged import Tagged, opinion
from kg.extract.tree import Tree

TAGGER = "tagger"
SHORT = 12
"""Code points; as long as one word or two."""

LIKE = 0.4
"""Share of common code points from which contents under two cues compete."""

WEIGHTS: dict[str, float] = {
    "always": -6.49,
    "cue tagged": -0.79,
    "content tagged": 0.07,
    "content covered": 1.26,
    "tags covered": 2.00,
    "content linked": 0.53,
    "source linked": 0.95,
    "other source": -1.46,
    "echoed": -2.30,
    "same content": 1.62,
    "same source": 1.15,
    "echo score": 1.34,
    "found score": 3.39,
    "by rule": 0.10,
    "rule heading": 1.19,
    "rule noun": 1.36,
    "rule passive": 0.78,
    "rule transcript": -1.91,
    "no source": 0.43,
    "short": 0.49,
    "known cue": 0.44,
    "cue in quotes": 0.49,
    "rival": -0.08,
}


def features(
    tree: Tree, tagged: Tagged, one: Spans, linked: Pages, ruled: Pages
) -> dict[str, float]:
    """Name what speaks for and against an attribution.

    `linked` and `ruled` are the finds of both sides around it.
    """
    by_rule = one.rule != TAGGER
    around_links, around_rules = near(one, linked), near(one, ruled)
    other = same_cue(one, around_links if by_rule else around_rules)
    head = tokens_in(tree.document, one.cue)
    return {
        "always": 1.0,
        **opinion(tagged, one),
        **_echo(one, other),
        "found score": one.score,
        "by rule": by_rule,
        **{f"rule {name}": one.rule == name for name in ("heading", "noun", "passive")},
        "rule transcript": one.rule == "transcript",
        "no source": not one.source,
        "short": sum(span.end - span.start for span in one.content) < SHORT,
        "known cue": lookup(tree.document, one.cue) is not None,
        "cue in quotes": any(tree.quoted[token.index] >= 0 for token in head),
        "rival": _rival(one, [*around_links, *around_rules]),
    }


def _echo(one: Spans, other: Spans | None) -> dict[str, float]:
    """Compare with what the other side finds at the same cue."""
    if other is None:
        return dict.fromkeys(("echoed", "same content", "same source", "echo score"), 0.0)
    same = touch(one.source, other.source) or not (one.source or other.source)
    return {
        "echoed": 1.0,
        "same content": shared(one.content, other.content),
        "same source": float(same),
        "echo score": other.score,
    }


def _rival(one: Spans, others: list[Spans]) -> float:
    """Return the best score of a like content under another cue."""
    rivals = (
        o for o in others if not touch(o.cue, one.cue) and shared(o.content, one.content) > LIKE
    )
    return max((rival.score for rival in rivals), default=0.0)


def chance(named: dict[str, float]) -> float:
    """Return the probability that the features give, in (0, 1)."""
    return 1 / (1 + math.exp(-sum(WEIGHTS[name] * value for name, value in named.items())))
