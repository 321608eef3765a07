"""One attribution as the rules of this folder look at it: its words, its parse, its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.describe.cues import row_and_lemma
from kg.extract.lexicon import CueRow, cue_head
from kg.extract.spans import Spans
from kg.extract.tree import Tree
from kg.model import BlockKind, Span, SpeechAct, Token, hull

_STRAIGHT = str.maketrans("\u2018\u2019", "''")
_OTHER_CLAUSES = frozenset({"relcl", "acl", "advcl"})


@dataclass(frozen=True, slots=True)
class Scene:
    """An attribution with what the tests look up in it.

    `source`, `cue` and `content` are the tokens of the three parts; `said`, `cued` and `sayer`
    their text in lower case with straight apostrophes. `head` is the word that carries the cue,
    `predicate` the highest verb of the content (or its highest word), `main` the indexes of the
    content's tokens outside relative, participial and adverbial clauses. `paragraph` counts the
    paragraphs up to here: a heading has the number of the paragraph before it.
    """

    tree: Tree
    found: Spans
    row: CueRow | None
    lemma: str
    source: tuple[Token, ...]
    cue: tuple[Token, ...]
    content: tuple[Token, ...]
    sayer: str
    cued: str
    said: str
    head: Token | None
    predicate: Token | None
    main: frozenset[int]
    block: int
    sentence: int
    paragraph: int

    @property
    def default_act(self) -> SpeechAct:
        """Return what the cue alone does; an unknown cue asserts."""
        return self.row.act if self.row else SpeechAct.ASSERT

    @property
    def kind_of_block(self) -> BlockKind:
        """Return what stretch of the article the cue stands in."""
        return self.tree.blocks[self.block].kind if self.block >= 0 else BlockKind.PARAGRAPH

    @property
    def in_heading(self) -> bool:
        """Tell whether the attribution is a headline or a section heading."""
        return self.kind_of_block in {BlockKind.HEADLINE, BlockKind.HEADING}

    @property
    def place(self) -> tuple[int, int]:
        """Return the first and last code point that any part covers, to sort by."""
        whole = hull(self.found.source + self.found.cue + self.found.content)
        return whole.start, whole.end


def straight(text: str) -> str:
    """Return `text`, equally long, with straight apostrophes."""
    return text.translate(_STRAIGHT)


def scenes_of(tree: Tree, found: Sequence[Spans]) -> tuple[Scene, ...]:
    """Look at every attribution that has a cue and a content, in the order of the text."""
    starts = [token.span.start for token in tree.tokens]
    paragraphs = _paragraphs(tree)
    scenes = [_scene(tree, starts, paragraphs, one) for one in found if one.cue and one.content]
    return tuple(sorted(scenes, key=lambda scene: (scene.place, scene.found.cue)))


def _scene(tree: Tree, starts: list[int], paragraphs: list[int], found: Spans) -> Scene:
    source, cue, content = (
        _tokens(tree, starts, part) for part in (found.source, found.cue, found.content)
    )
    tops = _tops(content)
    row, lemma = row_and_lemma(tree.document, found.cue, cue)
    anchor = _at(tree, starts, found.cue[0].start)
    block = tree.block[anchor] if anchor >= 0 else -1
    return Scene(
        tree=tree,
        found=found,
        row=row,
        lemma=lemma,
        source=source,
        cue=cue,
        content=content,
        sayer=_words(tree, found.source),
        cued=_words(tree, found.cue),
        said=_words(tree, found.content),
        head=cue_head(cue),
        predicate=next((t for t in tops if t.pos in {"VERB", "AUX"}), next(iter(tops), None)),
        main=_main(tree, tops, content),
        block=block,
        sentence=tree.sentence[anchor] if anchor >= 0 else -1,
        paragraph=paragraphs[block] if block >= 0 else 0,
    )


def _tokens(tree: Tree, starts: list[int], spans: Sequence[Span]) -> tuple[Token, ...]:
    return tuple(
        token
        for span in spans
        for token in tree.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    )


def _at(tree: Tree, starts: list[int], position: int) -> int:
    """Return the index of the token at or before a position, -1 where there is none."""
    index = bisect_left(starts, position + 1) - 1
    return index if index >= 0 or not tree.tokens else 0


def _words(tree: Tree, spans: Sequence[Span]) -> str:
    return straight(" ".join(span.of(tree.text) for span in spans)).lower()


def _tops(tokens: Sequence[Token]) -> tuple[Token, ...]:
    inside = {token.index for token in tokens}
    return tuple(
        token
        for token in tokens
        if (token.head not in inside or token.head == token.index) and token.pos != "PUNCT"
    )


def _main(tree: Tree, tops: Sequence[Token], content: Sequence[Token]) -> frozenset[int]:
    inside = {token.index for token in content}
    main: set[int] = set()
    todo = [top.index for top in tops]
    while todo:
        index = todo.pop()
        if index in main:
            continue
        main.add(index)
        todo.extend(
            child.index
            for child in tree.kids(index)
            if child.index in inside and child.dep not in _OTHER_CLAUSES
        )
    return frozenset(main)


def _paragraphs(tree: Tree) -> list[int]:
    counts, count = [], 0
    for block in tree.blocks:
        count += block.kind is BlockKind.PARAGRAPH
        counts.append(count)
    return counts
