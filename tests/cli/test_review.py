"""`kg review`: every command on a store of a sample, with real and with bad input."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg import KnowledgeGraph
from kg.cli import main
from tests.cli.test_commands import kg as kg_process
from tests.conftest import SAMPLES

Run = Callable[..., "Done"]
SIGNED = ("--by", "Ana", "--because", "checked with the desk")
SAMPLE = SAMPLES / "lakeside-post.txt"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    with KnowledgeGraph.open(folder / "kg-store", extractor="rules") as graph:
        assert graph.add([SAMPLE]).added
    return folder


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


@pytest.fixture
def kg(place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, where the language model need not be imported again."""
    monkeypatch.chdir(place)

    def run(*command: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, command)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Done(int(ended.value.code or 0), out, err)

    return run


@pytest.fixture
def place(filled: Path, tmp_path: Path) -> Path:
    """A folder of its own with a store of one sample."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    return tmp_path


def lines(kg: Run, *command: str) -> list[dict[str, Any]]:
    done = kg(*command, "--json")
    assert (done.code, done.err) == (0, "")
    return [json.loads(line) for line in done.out.splitlines()]


def test_every_verb_is_done_listed_kept_in_the_file_and_undone(place: Path, kg: Run) -> None:
    said = lines(kg, "statements")
    before = kg("export", "-", "--format", "nq").out
    one, other, third = (line["id"] for line in said[:3])
    number = next(line for line in said if len(line["quantities"]) == 1)
    for command in (
        ["merge", "Taliban", "Zabihullah Mujahid"],
        ["split", "Taliban", "Pakistan"],
        ["split", "Pakistan", "--in", str(SAMPLE), "--name", "Another Pakistan"],
        ["rename", "Pakistani forces", "Pakistan Army"],
        ["retype", "Taliban", "group"],
        ["reject", one],
        ["confirm", other, third],
        ["edit", number["id"], "--quantity", "24..99", "--act", "deny", "--claimant", "none"],
        ["grade", other, "b2"],
        ["grade", "Taliban", "D"],
        ["link", other, third, "--as", "response"],
        ["unlink", other, third, "--as", "same-claim"],
    ):
        done = kg("review", *command, *SIGNED)
        assert (done.code, done.err) == (0, ""), command
        assert done.out
    listed = lines(kg, "review", "list")
    # In the order of seconds: what was decided within one stands by id.
    assert [line["when"] for line in listed] == sorted(line["when"] for line in listed)
    assert [line["decision"] for line in listed].count("link") == 1
    assert len(listed) == 15
    assert {line["state"] for line in listed} == {"in force"}
    assert {line["by"] for line in listed} == {"Ana"}
    kept = (place / "kg-store.review.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in kept] == [line["id"] for line in listed]
    assert kg("check").code == 0
    assert [line["rejected"] for line in lines(kg, "statements")].count(True) == 1
    assert "checked with the desk" in kg("review", "list").out
    done = kg("review", "undo", *(line["id"] for line in listed))
    assert done.out.count("undone") == 15
    assert kg("export", "-", "--format", "nq").out == before


def test_a_statement_shows_its_decision_and_grade(kg: Run) -> None:
    first = lines(kg, "statements")[0]
    assert (first["grade"], first["rejected"], first["decisions"]) == ("F6", False, [])
    act = "deny" if first["speech_act"] != "deny" else "accuse"
    kg("review", "grade", first["id"], "B2", *SIGNED)
    kg("review", "edit", first["id"], "--act", act, *SIGNED)
    after = lines(kg, "statements")[0]
    assert (after["grade"], after["speech_act"]) == ("B2", act)
    assert after["found"] == {"act": first["speech_act"]}
    assert {d["because"] for d in after["decisions"]} == {SIGNED[-1]}


def test_a_dispute_that_a_person_made_shows_in_words_and_as_a_line(kg: Run) -> None:
    one, other = (line["id"] for line in lines(kg, "statements")[:2])
    kg("review", "link", one, other, "--as", "dispute", *SIGNED)
    kg("review", "grade", one, "A1", *SIGNED)
    (line,) = (line for line in lines(kg, "disputes") if line["type"] == "reviewed")
    assert line["origin"].startswith("reviewed by Ana, ")
    assert line["because"] == SIGNED[-1]
    assert line["reviewed"][one]["grade"] == "A1"
    shown = kg("disputes").out
    assert "reviewed by Ana, " in shown
    assert "grade A1 by Ana, " in shown


def test_a_conflict_is_told_at_once_and_in_the_list(kg: Run) -> None:
    first = lines(kg, "statements")[0]["id"]
    kg("review", "reject", first, *SIGNED)
    done = kg("review", "confirm", first, "--by", "Bo", "--because", "heard it")
    assert "in conflict with" in done.out
    states = {(line["by"], line["state"]) for line in lines(kg, "review", "list")}
    assert states == {("Ana", "in conflict"), ("Bo", "in conflict")}
    assert not lines(kg, "statements")[0]["rejected"]


def test_who_decides_comes_from_the_environment(kg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = lines(kg, "statements")[0]["id"]
    nobody = kg("review", "reject", first, "--because", "x")
    assert (nobody.code, "--by NAME, or set KG_REVIEWER" in nobody.err) == (1, True)
    monkeypatch.setenv("KG_REVIEWER", "Bo")
    (made,) = lines(kg, "review", "reject", first, "--because", "x")
    assert made["by"] == "Bo"


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["reject", "0" * 16], "no such statement"),
        (["reject", "<>"], "no such statement"),
        (["merge", "Taliban"], "name two or more"),
        (["merge", "Taliban", "taliban"], "mean one actor"),
        (["merge", "Taliban", "nobody"], "no actor of that name"),
        (["merge", "Taliban", '"} <x:y> .'], "no actor of that name"),
        (["split", "Taliban", "--in", "nowhere.txt"], "no such article"),
        (["split", "Taliban", "Pakistan", "--in", str(SAMPLE)], "name one"),
        (["rename", "Taliban", " \x1b "], "the new name is empty"),
        (["retype", "Taliban", "Robot"], "choose one of Person"),
        (["edit", "ONE"], "add one of --act"),
        (["edit", "ONE", "--act", "sing"], "choose one of assert"),
        (["edit", "ONE", "--quantity", "many"], ""),
        (["grade", "ONE", "Z9"], "no Admiralty grade"),
        (["grade", "Taliban", "B2"], "a letter alone"),
        (["grade", "nobody", "B2"], "no actor of that name"),
        (["link", "ONE", "ONE", "--as", "dispute"], "linked to itself"),
        (["link", "ONE", "0000", "--as", "dispute"], "no such statement"),
        (["link", "ONE", "0000", "--as", "hug"], "choose one of dispute"),
        (["unlink", "0" * 16], "no such link"),
    ],
)
def test_what_cannot_be_decided_is_one_line_and_changes_nothing(
    place: Path, kg: Run, command: list[str], says: str
) -> None:
    first = lines(kg, "statements")[0]["id"]
    done = kg("review", *(part.replace("ONE", first) for part in command), *SIGNED)
    assert done.code == 1, done.out
    assert len(done.err.splitlines()) == 1
    assert says in done.err
    assert "Traceback" not in done.err
    assert not (place / "kg-store.review.jsonl").exists()


def test_other_bad_input_is_one_line(place: Path, kg: Run) -> None:
    (place / "bad.jsonl").write_text('{"decision": "burn"}\n', "utf-8")
    for command in (
        ["undo", "0" * 16],
        ["import", "bad.jsonl"],
        ["import", "not-there.jsonl"],
        ["export", "kg-store"],
        ["list", "--store", "not-there"],
    ):
        done = kg("review", *command)
        assert (done.code, len(done.err.splitlines())) == (1, 1), command
    assert kg("review", "burn").code == 2


def test_a_second_writer_is_told_so_in_one_line(place: Path, kg: Run) -> None:
    first = lines(kg, "statements")[0]["id"]
    with KnowledgeGraph.open(place / "kg-store"):
        done = kg_process("review", "reject", first, *SIGNED, cwd=place)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "is in use by another process" in done.stderr
    assert not (place / "kg-store.review.jsonl").exists()


def test_what_waits_in_the_file_is_told_and_damage_does_not_stop_reading(
    place: Path, kg: Run
) -> None:
    first = lines(kg, "statements")[0]["id"]
    kg("review", "reject", first, *SIGNED)
    file = place / "kg-store.review.jsonl"
    kept = file.read_text("utf-8")
    for text, says in (("", "not applied yet"), ("{", "line 1: is no decision")):
        file.write_text(text, "utf-8")
        done = kg("review", "list")
        assert done.code == 0
        assert says in done.err
        assert len(done.err.splitlines()) == 1
        assert first in kg("review", "list", "--json").out
    assert kg("add", SAMPLE).code == 1
    file.write_text(kept, "utf-8")
    done = kg("review", "import")
    assert (done.code, done.out) == (0, "0 new decisions, 1 in all\n")


def test_hostile_names_and_reasons_reach_no_terminal(kg: Run) -> None:
    first = lines(kg, "statements")[0]["id"]
    hostile = "\x1b[31m<script>\x07 \u202e\n x"
    done = kg("review", "reject", first, "--by", hostile, "--because", hostile)
    assert done.code == 0, done.err
    shown = kg("review", "list").out + kg("query", "rejected").out
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "<script>" in shown
