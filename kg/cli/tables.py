"""What the commands print for people."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.model import Relation
from kg.show.cards import Card, Voice
from kg.show.dossiers import Dossier

NOTHING = "nothing found"
_UNFOLDED = 100_000
# Article text is hostile: an escape sequence in it must not reach the terminal.
CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")


def statements(lines: Sequence[dict[str, Any]]) -> None:
    """Print one row a statement: who, cue, words, where."""
    table = _table("who", "act", "words", "where")
    for line in lines:
        who = line["speaker"] or line["claimant"]
        act = f"{line['speech_act']}, rejected" if line["rejected"] else line["speech_act"]
        place = f"{line['article']}:{line['content'][0][0]}"
        table.add_row(
            Text(who["name"] if who else "unnamed source"),
            Text(act),
            Text(_short(line["text"])),
            Text(place),
        )
    _print(table)


def relations(found: Sequence[Relation]) -> None:
    """Print one row a link: its kind, its reason, how many statements on each side."""
    table = _table("kind", "type", "statements", "because")
    for relation in found:
        sides = f"{len(relation.a)} : {len(relation.b)}"
        table.add_row(str(relation.kind), relation.type, sides, Text(relation.because))
    _print(table)


def cards(found: Sequence[Card]) -> None:
    """Print each link with the words of both sides under its question."""
    console = terminal()
    if not found:
        console.print(NOTHING)
    for card in found:
        console.print()
        console.print(Text(f"{card.question or card.because}  ({card.type})", style="bold"))
        _side(console, card.a, "▌ ", "blue")
        if card.b:
            console.print(Text("  against", style="red"))
            _side(console, card.b, "▌ ", "magenta")
        if card.question:
            console.print(Text(f"  because: {card.because}", style="dim"))
        if card.origin:
            console.print(Text(f"  {plain(card.origin)}", style="green"))


def dossier(found: Dossier) -> None:
    """Print what an actor said, what was said about them, and their disputes."""
    console = terminal()
    roles = f" · {', '.join(found.roles)}" if found.roles else ""
    console.print(Text(f"{found.actor.name} ({found.actor.type}{roles})", style="bold"))
    others = [alias for alias in found.aliases if alias != found.actor.name]
    if others:
        console.print(Text(f"also: {', '.join(others)}", style="dim"))
    for title, heard in (("said", found.said), ("said about them", found.about)):
        console.print(Text(f"\n{title}: {len(heard)}", style="bold"))
        _side(console, heard, "▌ ", "blue")
    console.print(Text(f"\ndisputes: {len(found.disputes)}", style="bold"))
    if found.disputes:
        cards(found.disputes)


def rules(explained: Iterable[tuple[str, str, str]]) -> None:
    """Print (stage, rule, what it does) rows."""
    table = _table("stage", "rule", "what it does")
    for stage, rule, does in explained:
        table.add_row(stage, rule, Text(does))
    _print(table)


def _side(console: Console, heard: Iterable[Voice], mark: str, style: str) -> None:
    for voice in heard:
        head = Text(mark, style=style)
        head.append(voice.name, style="bold")
        head.append(f" {voice.cue}: ")
        head.append(_short(voice.words, 300))
        console.print(head)
        where = [voice.outlet or voice.path, f"{voice.span.start}-{voice.span.end}"]
        where += [str(voice.published)] if voice.published else []
        where += list(voice.verification)
        console.print(Text(f"{mark}{' · '.join(where)}", style="dim"))
        for note in voice.review:
            console.print(Text(f"{mark}{plain(note)}", style="green"))


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _print(table: Table) -> None:
    if table.row_count:
        terminal().print(table)
    else:
        terminal().print(NOTHING)


def terminal() -> Console:
    """Return where tables go; what is piped on is not folded to the width of a terminal."""
    found = Console(highlight=False, markup=False)
    if not found.is_terminal and "COLUMNS" not in os.environ:
        found.width = _UNFOLDED
    return found


def plain(words: str) -> str:
    """Return words on one line, without anything that a terminal would obey."""
    return " ".join(words.translate(CONTROLS).split())


def _short(words: str, limit: int = 140) -> str:
    line = plain(words)
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
