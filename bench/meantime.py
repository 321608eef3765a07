"""How well mentions of people, organisations and places are told apart across articles.

    python bench/meantime.py [FOLDER]

FOLDER holds the English part of MEANTIME (Minard et al. 2016, https://aclanthology.org/L16-1699/):
120 news articles with gold mentions and gold chains across articles, as `meantime.conll`. The
gold mentions of the types PER, ORG and LOC are given; what is scored is which of them are said to
be the same. Three ways are compared by B-cubed (Bagga and Baldwin 1998,
https://aclanthology.org/P98-1012/): the same words are the same (`string`), what the project
resolves each mention to (`kg`), and the same without joining anything across articles. "named"
are the mentions with a capital letter that are no pronoun: there the words alone tell most.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.annotate import Annotator
from kg.extract import extract
from kg.model import Article, Block, BlockKind, Document, Span, content_id
from kg.resolve.given import denoted

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "meantime"
TYPES = ("PER", "ORG", "LOC")
_CHAIN = re.compile(r"(?:cross_intra_|cross_|intra_)?(?P<id>(?P<type>[A-Z]+)\d+)$")
_PRONOUNS = frozenset(
    "i we you he she it they us me him her them our my your his its their who which".split()
)
_TIGHT_BEFORE = frozenset(". , ; : ! ? ) ] % 's ' n't 're 've 'll 'd 'm".split())
_TIGHT_AFTER = frozenset("( [ $ £ €".split())


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold mention: where it stands in its article, its chain and the type of that."""

    span: Span
    chain: str
    type: str


@dataclass(slots=True)
class Text:
    """An article in the making: its words so far, and its gold mentions."""

    name: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0


@dataclass(frozen=True, slots=True)
class Score:
    """B-cubed precision, recall and their harmonic mean, in percent."""

    precision: float
    recall: float
    f1: float


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """Score a clustering: the two sequences give each mention's gold chain and found cluster.

    Of each mention: the share of its cluster that is of its chain (precision), and the share of
    its chain that is in its cluster (recall), both with itself; then the means over all mentions
    (Bagga and Baldwin 1998, formulas 1 and 2, with equal weights).

    >>> b_cubed("aaabb", "xxyyy").f1
    73.3
    """
    both = Counter(zip(gold, found, strict=True))
    chains, clusters = Counter(gold), Counter(found)
    pairs = list(zip(gold, found, strict=True))
    precision = sum(both[pair] / clusters[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / chains[pair[0]] for pair in pairs) / len(pairs)
    f1 = 2 * precision * recall / (precision + recall)
    return Score(*(round(100 * value, 1) for value in (precision, recall, f1)))


def main() -> None:
    """Print one line of JSON for each way and type."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    texts = list(_texts(options.parse_args().folder / "meantime.conll"))
    articles = [_article(text) for text in texts]
    gold = [sorted(_mentions(text), key=lambda m: (m.span, m.chain)) for text in texts]
    documents = Annotator.load(tagger=False).annotate(articles)
    chains: list[tuple[str, str, bool]] = []
    ways: Mapping[str, list[Hashable]] = defaultdict(list)
    for document, mentions in zip(documents, gold, strict=True):
        wanted = [m for m in mentions if m.type in TYPES]
        chains += [(m.chain, m.type, _is_named(document, m)) for m in wanted]
        for way, keys in _keys(document, wanted):
            ways[way] += keys
    for name in ("all", "named", *TYPES):
        chosen = [i for i, (_, kind, named) in enumerate(chains) if _is_of(name, kind, named)]
        for way, keys in ways.items():
            score = b_cubed([chains[i][0] for i in chosen], [keys[i] for i in chosen])
            line = {"type": name, "mentions": len(chosen), "way": way}
            print(json.dumps(line | {f: getattr(score, f) for f in Score.__slots__}))


def _is_named(document: Document, mention: Gold) -> bool:
    words = mention.span.of(document.article.text)
    return re.search(r"[A-Z]", words) is not None and words.casefold() not in _PRONOUNS


def _is_of(name: str, kind: str, named: bool) -> bool:  # noqa: FBT001 - the columns of a mention
    return name in {"all", kind} or (name == "named" and named)


def _keys(document: Document, gold: Sequence[Gold]) -> Iterator[tuple[str, list[Hashable]]]:
    words = [m.span.of(document.article.text) for m in gold]
    found = denoted(document, extract(document, "rules"), [m.span for m in gold])
    article = document.article.id
    yield "string", list(words)
    yield "kg, each article alone", [(article, key) for key in found]
    yield "kg", list(found)


def _texts(path: Path) -> Iterator[Text]:
    text = Text("")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#begin"):
            text = Text(line.split("(", 1)[1].split(")", 1)[0])
        elif line.startswith("#end"):
            yield text
        elif line:
            _, sentence, place, word, chains = line.split("\t")
            _write(text, int(sentence), int(place), word)
            if chains != "-":
                text.marks += [(len(text.words) - 1, part.strip()) for part in chains.split("|")]


def _write(text: Text, sentence: int, place: int, word: str) -> None:
    """Put a word down with the blank that a writer would have put before it."""
    if place == 0:
        gap = 0 if sentence == 0 else 2 if sentence <= 2 else 1
        text.lines.append(text.length + gap)
    else:
        tight = word in _TIGHT_BEFORE or text.words[-1] in _TIGHT_AFTER
        gap = 0 if tight else 1
    text.starts.append(text.length + gap)
    text.length += gap + len(word)
    text.ends.append(text.length)
    text.words.append(word)


def _article(text: Text) -> Article:
    """Return the article: a headline, the line of its date, and the rest as one paragraph."""
    characters = [" "] * text.length
    for word, start, end in zip(text.words, text.starts, text.ends, strict=True):
        characters[start:end] = word
    for line in text.lines[1:3]:
        characters[line - 2 : line] = "\n\n"
    whole = "".join(characters)
    edges = [*text.lines[:3], text.length + 2][: min(len(text.lines), 3) + 1]
    edges[-1] = text.length + 2
    kinds = (BlockKind.HEADLINE, BlockKind.BOILERPLATE, BlockKind.PARAGRAPH)
    blocks = tuple(
        Block(kind, Span(start, end - 2))
        for kind, start, end in zip(kinds, edges, edges[1:], strict=False)
    )
    return Article(content_id("meantime", text.name), text.name, whole, blocks)


def _mentions(text: Text) -> Iterator[Gold]:
    """Yield the mentions that brackets open and close: "(A", "A)" or "(A)", "|" between them."""
    opened: dict[str, list[int]] = defaultdict(list)
    for place, part in text.marks:
        name = part.strip("()")
        if part.startswith("("):
            opened[name].append(place)
        if part.endswith(")"):
            chain = _CHAIN.match(name)
            span = Span(text.starts[opened[name].pop()], text.ends[place])
            if chain is not None:
                yield Gold(span, chain["id"], chain["type"])


if __name__ == "__main__":
    main()
