import pytest

from kg.read.agencies import AGENCIES, TRAILING_CREDIT, agency_in, canonical


@pytest.mark.parametrize("name", AGENCIES)
def test_every_name_is_found_by_itself_and_its_short_forms(name: str) -> None:
    for alias in (name, *AGENCIES[name]):
        assert canonical(alias) == name
        assert agency_in(f"with inputs from {alias}") == name


def test_no_alias_means_two_agencies() -> None:
    aliases = [alias for name, more in AGENCIES.items() for alias in (name, *more)]
    assert len(aliases) == len(set(aliases))


def test_what_is_no_agency() -> None:
    assert canonical("the ministry") is None
    assert agency_in("with inputs from the harbour") is None


@pytest.mark.parametrize("end", [" (Reuters)", " — AFP", " (AP/AFP)", "—Xinhua."])
def test_credits_at_the_end_of_a_paragraph(end: str) -> None:
    found = TRAILING_CREDIT.search(f"The ministry said so.{end}")
    assert found is not None
    assert found[0] == end


@pytest.mark.parametrize("text", ["He works for AP", "A story (by Reuters) said so."])
def test_agencies_in_the_story_are_no_credits(text: str) -> None:
    assert TRAILING_CREDIT.search(text) is None
