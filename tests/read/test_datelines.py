import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.datelines import dateline
from tests.read.tables import rows


@pytest.mark.parametrize("row", rows("datelines.tsv"), ids=lambda row: row["text"])
def test_datelines(row: dict[str, str]) -> None:
    found = dateline(row["text"])
    if not row["rest"]:
        assert found is None
        return
    assert found is not None
    facts = found.facts
    assert row["text"][found.length :] == row["rest"]
    stated = [str(fact or "") for fact in (facts.dateline, facts.agency, facts.published)]
    assert stated == [row["dateline"], row["agency"], row["published"]]


def test_a_speaker_of_a_transcript_is_no_place() -> None:
    assert dateline("VALE: I never said so.", colon=False) is None


@given(st.text("KABUL, ()-—:*apo.\n", max_size=200))
def test_a_dateline_is_never_longer_than_its_paragraph(text: str) -> None:
    found = dateline(text)
    assert found is None or 0 < found.length <= len(text)
