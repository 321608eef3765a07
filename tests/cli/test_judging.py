from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import kg

TEXTS = {
    "north.json": "The Chilean government said that 23 Chilean soldiers were killed in a clash at"
    " Tarnau.",
    "south.json": "The Peruvian government said that 58 Chilean soldiers were killed in a clash at"
    " Tarnau. It said that 9 posts were destroyed.",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder whose store holds two reports that disagree."""
    folder = tmp_path_factory.mktemp("judging")
    for name, text in TEXTS.items():
        record = {"text": text, "date": "2031-04-07", "outlet": f"The {name[:5].title()} Post"}
        (folder / name).write_text(json.dumps(record))
    done = kg("add", *TEXTS, "--extractor", "rules", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def lines(*arguments: str, cwd: Path) -> list[dict[str, object]]:
    done = kg(*arguments, "--json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def stating(place: Path, words: str) -> str:
    (found,) = [s["id"] for s in lines("statements", cwd=place) if words in str(s["text"])]
    return str(found)


def test_two_figures_for_one_thing_are_comparable(place: Path) -> None:
    a, b = stating(place, "23 Chilean"), stating(place, "58 Chilean")
    (found,) = lines("compare", a, b, cwd=place)
    assert (found["a"], found["b"], found["comparable"]) == (a, b, True)
    assert "share no number" in str(found["reasons"])
    told = kg("compare", a, b, cwd=place).stdout
    assert "comparable" in told.splitlines()
    assert "58 Chilean soldiers" in told


def test_two_figures_for_different_things_are_not(place: Path) -> None:
    a, b = stating(place, "23 Chilean"), stating(place, "9 posts")
    (found,) = lines("compare", a, b, cwd=place)
    assert found["comparable"] is False
    assert found["reasons"]
    assert "not comparable because" in kg("compare", a, b, cwd=place).stdout


def test_figures_are_derived_by_named_policy(place: Path) -> None:
    (found,) = lines("figures", "soldiers were killed", cwd=place)
    figures = {f["policy"]: f for f in found["figures"]}  # type: ignore[attr-defined]
    assert (figures["range"]["low"], figures["range"]["high"]) == (23, 58)
    assert figures["own_side_admission"]["low"] == 23
    assert figures["conservative"]["statements"] == [stating(place, "23 Chilean")]
    counted = {c["text"]: c for c in found["claims"]}  # type: ignore[attr-defined]
    assert all(
        (c["mentions"], c["outlets"], c["independent"]) == (1, 1, 1) for c in counted.values()
    )
    assert lines("figures", str(found["issue"]), cwd=place) == [found]
    assert found in lines("figures", cwd=place)


def test_people_see_the_words_that_figures_rest_on(place: Path) -> None:
    told = kg("figures", cwd=place).stdout
    assert "range: 23 to 58" in told
    assert "58 Chilean soldiers were killed" in told


@pytest.mark.parametrize(
    "arguments", [("compare", "0" * 16, "1" * 16), ("figures", "how many unicorns")]
)
def test_what_is_not_there_is_one_line(place: Path, arguments: tuple[str, ...]) -> None:
    done = kg(*arguments, cwd=place)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_an_article_is_removed_by_its_path(place: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    for name in TEXTS:
        kg("add", name, "--extractor", "rules", "--store", store, cwd=place)
    assert kg("remove", "south.json", "--store", store, cwd=place).returncode == 0
    (figures,) = lines("figures", "--store", str(store), cwd=place)
    assert figures["claims"][0]["mentions"] == 1  # type: ignore[index]
    assert kg("rebuild", "--store", store, cwd=place).returncode == 0
    assert lines("figures", "--store", str(store), cwd=place) == [figures]
    assert kg("remove", "south.json", "--store", store, cwd=place).returncode == 1
