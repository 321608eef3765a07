from __future__ import annotations

from typing import Any

import pytest

from kg.annotate import Annotator
from tests.resolve.stories import cases, story

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['file']}: {case['name']}")
def test_who_speaks_for_whom(parser: Annotator, case: dict[str, Any]) -> None:
    told = story(parser, case)
    found = []
    for given, voiced in zip(case["statements"], told.voiced, strict=True):
        seen = {
            "speaker": told.name(voiced.speaker),
            "claimant": told.name(voiced.claimant),
            "role": voiced.role,
            "type": told.kind(voiced.speaker),
            "targets": sorted(str(told.name(t)) for t in voiced.targets),
        }
        found.append({key: seen[key] for key in seen if key in given} | {"source": given["source"]})
    keys = {"speaker", "claimant", "role", "type", "targets", "source"}
    wanted = [{k: v for k, v in given.items() if k in keys} for given in case["statements"]]
    for given in wanted:
        if "targets" in given:
            given["targets"] = sorted(given["targets"])
    assert found == wanted


@pytest.mark.parametrize(
    "case", [c for c in CASES if "denotes" in c], ids=lambda case: case["name"]
)
def test_whom_mentions_denote(parser: Annotator, case: dict[str, Any]) -> None:
    told = story(parser, case)
    actors = {words: told.known.actor(told.span(words)) for words in case["denotes"]}
    found = {words: actor.name if actor else None for words, actor in actors.items()}
    assert found == case["denotes"]


@pytest.mark.parametrize("case", [c for c in CASES if "places" in c], ids=lambda case: case["name"])
def test_where(parser: Annotator, case: dict[str, Any]) -> None:
    told = story(parser, case)
    places = {words: told.known.place(told.span(words)) for words in case["places"]}
    found = {words: [p.name, p.country] if p else None for words, p in places.items()}
    assert found == case["places"]
