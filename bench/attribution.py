"""What finding attributions costs beside the parse, how it grows, and how much memory it takes.

    python bench/attribution.py [ARTICLE ...]

Prints seconds of processor time, which other work on the machine hardly changes, of each stage for
the articles (default: docs/samples), best of `ROUNDS`, as a share of the parse; then the time of an
article repeated 1 to 64 times; then peak memory. The parse runs on one core, the tagger on two, so
that its share of the time by the clock is smaller.
Bars: tagger and linker 0.8 of the parse, rules 0.2, time a copy constant, 1.2 GB.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from kg.annotate import Annotator
from kg.annotate.pieces import readable_blocks
from kg.annotate.tagger import Tagger
from kg.extract import found_by_rules, found_by_tagger
from kg.extract.tree import tree_of
from kg.model import Article, Block, Document, Span
from kg.read import read

Result = TypeVar("Result")
SAMPLES = Path(__file__).parent.parent / "docs" / "samples"
ROUNDS = 3
COPIES = (1, 2, 4, 8, 16, 32, 64)
APART = "\n\n"


def main(paths: Sequence[Path]) -> None:
    """Measure and print."""
    articles = [a for a in read(paths or [SAMPLES]) if isinstance(a, Article)]
    parser, tagger = Annotator.load(tagger=False), Tagger.load()
    _stages(articles, parser, tagger)
    _growth(max(articles, key=lambda article: len(article.text)), parser, tagger)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"peak memory {peak:.2f} GiB")


def _stages(articles: Sequence[Article], parser: Annotator, tagger: Tagger) -> None:
    parsed, parse = _timed(lambda: list(parser.annotate(articles)))
    tagged, tag = _timed(lambda: [_with_tags(d, tagger) for d in parsed])
    _, rules = _timed(lambda: [found_by_rules(tree_of(d)) for d in parsed])
    _, both = _timed(lambda: [found_by_tagger(tree_of(d)) for d in tagged])
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words} words; parse {parse:.2f} s")
    for name, seconds in (
        ("tagger", tag),
        ("rules", rules),
        ("linker, rules and merge", both),
        ("tagger and linker", tag + both - rules),
    ):
        print(f"  {name:24} {seconds:6.2f} s  {seconds / parse:5.2f} of the parse")


def _growth(article: Article, parser: Annotator, tagger: Tagger) -> None:
    """Time the tagger, and all that comes after the parse, on copies of one article."""
    print(f"copies of {article.path}: milliseconds a copy")
    for copies in COPIES:
        longer = _repeated(article, copies)
        _, tag = _timed(partial(tagger.tag, longer.text, readable_blocks(longer)), 1)
        (document,) = parser.annotate([longer])
        document = _with_tags(document, tagger)
        _, both = _timed(partial(found_by_tagger, tree_of(document)), 1)
        print(
            f"  {copies:3}  tagger {1e3 * tag / copies:7.1f}  the rest {1e3 * both / copies:6.1f}"
        )


def _repeated(article: Article, copies: int) -> Article:
    step = len(article.text) + len(APART)
    blocks = tuple(
        Block(block.kind, Span(block.span.start + n * step, block.span.end + n * step))
        for n in range(copies)
        for block in article.blocks
    )
    return replace(article, text=APART.join([article.text] * copies), blocks=blocks)


def _with_tags(document: Document, tagger: Tagger) -> Document:
    tags, links = tagger.tag(document.article.text, readable_blocks(document.article))
    return replace(document, tags=tags, links=links)


def _timed(work: Callable[[], Result], rounds: int = ROUNDS) -> tuple[Result, float]:
    """Return what `work` gives and its least processor time in seconds."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        result = work()
        best = min(best, time.process_time() - begun)
    return result, best


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
