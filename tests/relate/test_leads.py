"""What leads a content in: its sentence up to it, where that is, a word of contrast or denial."""

from __future__ import annotations

import pytest

from kg.relate.leads import answering, before, beginning, begins, opening, outgrown


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. The dam held! Did it?", ["It rained.", "The dam held!", "Did it?"]),
        ("Dam holds\n\nIt rained.", ["Dam holds", "It rained."]),
        ('"It held." He left.', ['"It held."', "He left."]),
        ("\u201cIt held.\u201d He left.", ["\u201cIt held.\u201d", "He left."]),
        ("Mr. Osk and J. B. Tarne left.", ["Mr. Osk and J. B. Tarne left."]),
        ("Gen. Osk lost 3.5 miles. He left.", ["Gen. Osk lost 3.5 miles.", "He left."]),
        ("", [""]),
    ],
)
def test_where_sentences_begin(text: str, sentences: list[str]) -> None:
    starts = begins(text)
    ends = (*starts[1:], len(text))
    assert [text[i:j].strip() for i, j in zip(starts, ends, strict=True)] == sentences


def test_a_position_lies_in_the_sentence_that_begins_last_before_it() -> None:
    text = "It rained. The dam held."
    assert beginning(begins(text), 0) == 0
    assert beginning(begins(text), text.index("rained")) == 0
    assert beginning(begins(text), text.index("The")) == text.index("The")
    assert beginning(begins(text), text.index("held")) == text.index("The")


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("In Tarne, police said ", "In Tarne"),
        ("Near the town of Lower Osk, police said ", "Near the town of Lower Osk"),
        ("Police in Tarne said ", ""),
        ("In all, police said ", ""),
        ("", ""),
    ],
)
def test_where_a_sentence_opens(lead: str, place: str) -> None:
    assert opening(lead) == place


@pytest.mark.parametrize(
    "lead",
    [
        "But the union said ",
        "The union, however, said ",
        "The firm denied ",
        "The mayor, who denies all wrongdoing, said ",
        "The army for its part said ",
        "It disputed the figure and said ",
    ],
)
def test_words_of_contrast_and_denial(lead: str) -> None:
    assert answering(lead)


@pytest.mark.parametrize("lead", ["The union said ", "A butcher said ", ""])
def test_leads_without_such_words(lead: str) -> None:
    assert not answering(lead)


@pytest.mark.parametrize(
    ("lead", "cue", "early"),
    [
        ("The agency had ", "put", True),
        ("The agency had first ", "spoken", True),
        ("Police initially ", "said", True),
        ("The agency ", "had put", True),
        ("The agency ", "put", False),
        ("Those who had fled ", "said", False),
    ],
)
def test_what_had_been_said_before(lead: str, cue: str, early: bool) -> None:  # noqa: FBT001 - a column of the table
    assert before(lead, cue) is early


@pytest.mark.parametrize(
    ("text", "grown"),
    [
        (
            "The toll was 31| on Sunday, police said. By Monday it had risen to 48, a source said.",
            True,
        ),
        ("The toll was 31|. The number has since climbed to 1,048.", True),
        ("The toll was 31|. Prices have risen to new heights.", False),
        ("The toll was 31|. Nobody else is missing.\nIt has risen to 48.", False),
    ],
)
def test_a_figure_that_the_next_sentence_outgrows(text: str, grown: bool) -> None:  # noqa: FBT001 - a column of the table
    assert outgrown(text.replace("|", ""), text.index("|")) is grown
