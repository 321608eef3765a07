from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.web.api import COLLECTIONS
from tests.web.test_protocol import asked


def got(address: str, path: str) -> Any:  # noqa: ANN401 - whatever JSON it is
    reply, body = asked(address, "GET", path)
    assert reply.status == 200, body
    return json.loads(body)


@pytest.mark.parametrize("name", [collection.name for collection in COLLECTIONS])
def test_all_that_is_listed_is_found_by_its_id(address: str, name: str) -> None:
    items = got(address, f"/api/{name}")["items"]
    assert items
    for item in items:
        assert got(address, f"/api/{name}/{item['id']}")["id"] == item["id"]
    assert asked(address, "GET", f"/api/{name}/nobody")[0].status == 404


def test_pages_of_a_list_join_to_the_whole(address: str) -> None:
    whole = got(address, "/api/statements")
    ids: list[str] = []
    offset: int | None = 0
    while offset is not None:
        page = got(address, f"/api/statements?limit=3&offset={offset}")
        ids += [item["id"] for item in page["items"]]
        offset = page["next_offset"]
    assert ids == [item["id"] for item in whole["items"]]
    assert len(ids) == whole["total"] == 10


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        ("/api/statements?article=a1&speech_act=accuse", ["s4"]),
        ("/api/statements?actor=guard", ["s7"]),
        ("/api/statements?actor=NOBODY", []),
        ("/api/disputes?type=denial", ["r2"]),
        ("/api/actors?name=AARDEN", ["aarden"]),
        ("/api/articles?outlet=Sudria+Herald", ["a2"]),
    ],
)
def test_fields_choose(address: str, path: str, ids: list[str]) -> None:
    assert [item["id"] for item in got(address, path)["items"]] == ids


@pytest.mark.parametrize(
    "fields", ["limit=x", "offset=-1", "limit=99999999999999", "colour=red", "speech_act=sing"]
)
def test_what_is_no_parameter_is_refused(address: str, fields: str) -> None:
    assert asked(address, "GET", f"/api/statements?{fields}")[0].status == 400


def test_the_description_names_every_address(address: str) -> None:
    paths = got(address, "/api/openapi.json")["paths"]
    for collection in COLLECTIONS:
        names = {one["name"] for one in paths[f"/api/{collection.name}"]["get"]["parameters"]}
        assert names == {"limit", "offset", *collection.filters}
    page = asked(address, "GET", "/api")[1].decode()
    assert [path for path in paths if f"GET {path}" not in page] == []
    assert "<script" not in page


def test_the_pages_are_served_at_the_same_address(address: str) -> None:
    reply, body = asked(address, "GET", "/")
    assert (reply.status, reply.headers["x-content-type-options"]) == (200, "nosniff")
    assert b"<html" in body
    assert asked(address, "GET", "/article/a1.html")[0].status == 200


def refused(folder: Path, *options: str) -> str:
    command = [sys.executable, "-m", "kg", "serve", "--store", str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    return done.stderr


def test_a_port_that_is_taken_is_one_line(address: str, folder: Path) -> None:
    said = refused(folder, "--port", address.rsplit(":", 1)[1])
    assert said.count("\n") == 1
    assert "cannot be listened on" in said


def test_a_missing_store_is_one_line(tmp_path: Path) -> None:
    assert refused(tmp_path / "none", "--port", "0").count("\n") == 1
