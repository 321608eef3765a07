from __future__ import annotations

from dataclasses import replace

from kg.extract.link import Linked
from kg.extract.merge import TRUSTED, candidates, chosen, merged
from kg.extract.spans import Spans
from kg.extract.tree import Tree, tree_of
from kg.extract.weigh import WEIGHTS, chance
from kg.model import (
    Article,
    Block,
    BlockKind,
    Document,
    Role,
    RoleLink,
    RoleTag,
    Span,
)

TEXT = "said " * 300


def tree(*tags: RoleTag, text: str = TEXT, blocks: tuple[Span, ...] = (Span(0, 1500),)) -> Tree:
    cues = [i for i, tag in enumerate(tags) if tag.role is Role.CUE]
    parts = [i for i, tag in enumerate(tags) if tag.role is not Role.CUE]
    links = tuple(RoleLink(cue, part, 0.95) for cue in cues for part in parts)
    own = tuple(Block(BlockKind.PARAGRAPH, span) for span in blocks)
    return tree_of(Document(Article("a", "a", text, own), (), (), (), (), tags, links))


def tags(cue: Span, content: Span) -> tuple[RoleTag, RoleTag]:
    return RoleTag(Role.CUE, cue, 0.95), RoleTag(Role.CONTENT, content, 0.95)


CUE, CONTENT = Span(10, 14), Span(16, 49)
SURE = tree(*tags(CUE, CONTENT))


def ruled(source: int, cue: int, content: Span, rule: str = "verb") -> Spans:
    return Spans((Span(source, source + 5),), (Span(cue, cue + 4),), (content,), rule, 0.8)


def test_rules_give_the_source_and_the_edges_that_the_tagger_left_open() -> None:
    linked = Linked((), (CUE,), (CONTENT,), 0.9)
    (found,) = merged(SURE, [linked], [ruled(0, 10, Span(15, 50))])
    assert (found.source, found.content) == ((Span(0, 5),), (Span(15, 50),))


def test_the_tagger_keeps_a_content_that_the_rules_see_otherwise() -> None:
    linked = Linked((Span(0, 5),), (CUE,), (CONTENT,), 0.9)
    (found,) = merged(SURE, [linked], [ruled(0, 10, Span(15, 200))])
    assert (found.rule, found.content) == ("tagger", (CONTENT,))


def test_a_heading_is_kept_though_the_tagger_knows_nothing_of_it() -> None:
    linked = Linked((Span(0, 5),), (CUE,), (CONTENT,), 0.9)
    found = merged(SURE, [linked], [ruled(900, 910, Span(920, 950), "heading")])
    assert [spans.rule for spans in found] == ["tagger", "heading"]


def test_what_neither_side_is_sure_of_is_left_out() -> None:
    linked = Linked((), (CUE,), (CONTENT,), 0.3)
    assert merged(tree(), [linked], []) == ()


def test_the_same_content_under_another_cue_is_not_found_twice() -> None:
    one = ruled(0, 10, Span(15, 50))
    other = replace(one, cue=(Span(60, 64),), score=0.7)
    assert chosen([other, one]) == [one]


def test_nothing_less_probable_than_trusted_is_chosen() -> None:
    one = ruled(0, 10, Span(15, 50))
    assert chosen([replace(one, score=TRUSTED - 0.01)]) == []


def test_agreement_of_both_sides_makes_an_attribution_more_probable() -> None:
    linked = Linked((Span(0, 5),), (CUE,), (CONTENT,), 0.6)
    alone = candidates(SURE, [linked], [])[0][1]
    agreed = candidates(SURE, [linked], [ruled(0, 10, CONTENT)])[0][1]
    assert chance(agreed) > chance(alone)


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    ((_, named),) = candidates(SURE, [], [ruled(0, 10, CONTENT)])
    assert set(named) == set(WEIGHTS)


def test_a_content_does_not_run_on_into_the_next_paragraph_unless_quoted() -> None:
    text = "It rained, Malk said.\n\nNext item.\n\n“And more.”"
    blocks = (Span(0, 21), Span(23, 33), Span(35, len(text)))
    cue, content = tags(Span(16, 20), Span(0, 9))
    marks = (content, cue, RoleTag(Role.CONTENT, Span(23, len(text)), 0.95))
    linked = Linked((Span(11, 15),), (Span(16, 20),), (Span(0, 9), Span(23, len(text))), 0.9)
    (found,) = merged(tree(*marks, text=text, blocks=blocks), [linked], [])
    assert [span.of(text) for span in found.content] == ["It rained", "“And more.”"]
