"""Commands that say why: what can be compared, and which figures follow from what was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.text import Text

from kg.cli.tables import plain, terminal
from kg.relate import Answered, Comparison, Figure
from kg.show.cards import Voice

NOTHING = "nothing found"


def comparison_line(a: str, b: str, found: Comparison) -> dict[str, Any]:
    """Return a comparison as a JSON-ready dict."""
    return {"a": a, "b": b, **asdict(found)}


def print_comparison(found: Comparison, voices: Sequence[Voice]) -> None:
    """Print both statements, the verdict and its reasons."""
    console = terminal()
    for voice in voices:
        console.print(Text(f"▌ {voice.name} {plain(voice.cue)}: {plain(voice.words)}"))
    console.print(Text("comparable" if found.comparable else "not comparable because", "bold"))
    for reason in found.reasons:
        console.print(Text(f"  {plain(reason)}"))


def figures_line(found: Answered) -> dict[str, Any]:
    """Return what is answered to an issue as a JSON-ready dict."""
    return {
        "issue": found.issue.id,
        "question": found.issue.question,
        "figures": [asdict(figure) for figure in found.figures],
        "claims": [{"id": c.id, "text": c.text, **asdict(c.origins)} for c in found.claims],
    }


def print_figures(every: Sequence[Answered], voices: Mapping[str, Voice]) -> None:
    """Print each question, its figures with what they rest on, and the origins of each claim."""
    console = terminal()
    for found in every:
        console.print(Text(f"\n{plain(found.issue.question)}", style="bold"))
        for figure in found.figures:
            console.print(Text(f"  {figure.policy.replace('_', ' ')}: {bounds(figure)}"))
            for key in figure.statements:
                if key in voices:
                    console.print(Text(f"    ▌ {_said(voices[key])}", style="dim"))
        for claim in found.claims:
            n = claim.origins
            counts = f"{n.mentions} mentions, {n.outlets} outlets, {n.independent} independent"
            console.print(Text(f"  {plain(claim.text)}: {counts}"))
    if not every:
        console.print(NOTHING)


def bounds(figure: Figure) -> str:
    """Write the interval of a figure: "23 to 58", "23", "30 or more"."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        return f"{low:,g}" if low == high else f"{low:,g} to {high:,g}"
    if low is not None:
        return f"{low:,g} or more"
    return "unbounded" if high is None else f"up to {high:,g}"


def _said(voice: Voice) -> str:
    return f"{voice.name}: {plain(voice.words)} ({plain(voice.outlet or voice.path)})"
