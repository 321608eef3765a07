import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.notices import LONGEST, notice
from tests.read.tables import rows


@pytest.mark.parametrize("row", rows("notices.tsv"), ids=lambda row: row["text"])
def test_notices(row: dict[str, str]) -> None:
    found = notice(row["text"], edge=True)
    assert found is not None
    if row["fact"]:
        assert str(getattr(found, row["fact"])) == row["value"]
    else:
        assert found == type(found)()
    assert (notice(row["text"], edge=False) is not None) == (row["edge"] == "any")


@pytest.mark.parametrize("row", rows("sentences.tsv"), ids=lambda row: row["text"])
def test_sentences_are_no_notices(row: dict[str, str]) -> None:
    assert notice(row["text"], edge=True) is None


@given(st.text("AByY. ,by|/#@()—\t", min_size=LONGEST - 40, max_size=LONGEST))
def test_every_line_is_decided(line: str) -> None:
    assert notice(line, edge=False) is None or notice(line, edge=True) is not None


def test_a_long_line_is_no_notice() -> None:
    assert notice("Photo: " + "a" * LONGEST, edge=True) is None
