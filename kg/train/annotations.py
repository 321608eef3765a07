"""Annotated texts from brat standoff folders or JSON Lines."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.errors import ReadError
from kg.model import Role, Span

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_BLANK = re.compile(r"\s*")
_TEXT_BOUND = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"E\d+\t\S+((?: \S+:\S+)*)")
_ARGUMENT = re.compile(r"(source|cue|content)\d*:(\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution as a person marked it; spans in order, `source` may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def spans(self, role: Role) -> tuple[Span, ...]:
        """Return the spans in one role."""
        spans: tuple[Span, ...] = getattr(self, role.value)
        return spans


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its attributions; `name` orders texts and keeps them apart."""

    name: str
    text: str
    attributions: tuple[Gold, ...]

    def blocks(self) -> tuple[Span, ...]:
        """Return the paragraphs: the lines that are not blank."""
        return tuple(Span(m.start(), m.end()) for m in PARAGRAPH.finditer(self.text))


def read(paths: Sequence[Path]) -> tuple[Annotated, ...]:
    """Read every folder of brat files and every `.jsonl` file of `paths`, sorted by name.

    A brat folder holds `X.ann` beside `X.txt`, or, as PolNeAR has it, `attributions/X_ANN.ann`
    beside `text/X.txt`, where `ANN` names the annotator; of several annotators the first counts.
    A line of JSON Lines is `{"text": ..., "attributions": [{"source": [[start, end], ...],
    "cue": ..., "content": ...}, ...]}`. Offsets are code points, half-open. Attributions without
    cue or content are left out.

    Raises `ReadError` when nothing is found or a line cannot be understood.
    """
    texts = sorted(chain.from_iterable(map(_read_one, paths)), key=lambda a: a.name)
    if not texts:
        where = ", ".join(map(str, paths))
        raise ReadError(where, "no annotated text", "name a folder of .ann files or a .jsonl file")
    return tuple(texts)


def _read_one(path: Path) -> Iterator[Annotated]:
    return _from_lines(path) if path.is_file() else _from_brat(path)


def _words(file: Path) -> str:
    """Read a file as it is: offsets count every code point, line ends too."""
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            return stream.read()
    except (OSError, UnicodeDecodeError) as fault:
        raise ReadError(str(file), f"cannot be read ({fault})", "save it as UTF-8") from fault


def _from_lines(path: Path) -> Iterator[Annotated]:
    for number, line in enumerate(_words(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _from_record(f"{path.name}:{number:07}", json.loads(line))
        except (AttributeError, KeyError, TypeError, ValueError) as fault:
            where = f"{path}, line {number}"
            what = f"is not an annotated text ({fault})"
            raise ReadError(where, what, "docs/attribution.md shows the format") from fault


def _from_record(name: str, record: Mapping[str, object]) -> Annotated:
    text, given = record["text"], record["attributions"]
    if not isinstance(text, str) or not isinstance(given, list):
        message = "text is no string or attributions no list"
        raise TypeError(message)
    spans = ({r: [Span(*pair) for pair in a.get(r, ())] for r in Role} for a in given)
    return Annotated(name, text, _golds(text, spans))


def _from_brat(folder: Path) -> Iterator[Annotated]:
    by_text: dict[Path, list[Path]] = defaultdict(list)
    for file in sorted(folder.rglob("*.ann")):
        text = _text_of(file)
        if text:
            by_text[text].append(file)
    for text, files in by_text.items():
        words = _words(text)
        yield Annotated(text.stem, words, _golds(words, _events(_words(files[0]))))


def _text_of(file: Path) -> Path | None:
    names = (file.stem, file.stem.rpartition("_")[0])
    places = (file.parent, file.parent.parent / "text")
    candidates = (place / f"{name}.txt" for name in names if name for place in places)
    return next((c for c in candidates if c.is_file()), None)


def _events(standoff: str) -> Iterator[dict[Role, list[Span]]]:
    bounds = {m[1]: _fragments(m[2]) for m in map(_TEXT_BOUND.match, standoff.split("\n")) if m}
    for event in filter(None, map(_EVENT.match, standoff.split("\n"))):
        spans: dict[Role, list[Span]] = {role: [] for role in Role}
        for role, bound in _ARGUMENT.findall(event[1]):
            spans[Role(role.lower())] += bounds.get(bound, [])
        yield spans


def _fragments(offsets: str) -> list[Span]:
    return [Span(*map(int, pair.split())) for pair in offsets.split(";")]


def _golds(text: str, found: Iterable[Mapping[Role, Sequence[Span]]]) -> tuple[Gold, ...]:
    merged = ({role: _merged(text, spans[role]) for role in Role} for spans in found)
    golds = [
        Gold(m[Role.SOURCE], m[Role.CUE], m[Role.CONTENT])
        for m in merged
        if m[Role.CUE] and m[Role.CONTENT]
    ]
    return tuple(sorted(golds, key=lambda g: min(g.cue + g.content)))


def _merged(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Join fragments with only white space between them: brat splits spans at line breaks."""
    merged: list[Span] = []
    for span in sorted(set(spans)):
        if merged and _BLANK.fullmatch(text, merged[-1].end, max(merged[-1].end, span.start)):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
