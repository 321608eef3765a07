"""What `kg check` finds, and in which words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.rdf import derived_nquads, read_rdf, reading_nquads
from kg.rdf.check import check
from kg.store import open_store
from tests.queries.border import KNOWLEDGE
from tests.store.test_engines import put_all

NQUADS = "".join([*map(reading_nquads, KNOWLEDGE.readings), *derived_nquads(KNOWLEDGE).values()])


def without(words: str) -> str:
    kept = [line for line in NQUADS.splitlines(keepends=True) if words not in line]
    assert len(kept) < NQUADS.count("\n")
    return "".join(kept)


def changed(before: str, after: str) -> str:
    assert before in NQUADS
    return NQUADS.replace(before, after)


def test_nothing_is_found_in_what_kg_writes() -> None:
    assert check(NQUADS) == ()


@pytest.mark.parametrize(
    ("nquads", "article", "thing", "wrong"),
    [
        (without("statement/s1> <https://w3id.org/newsclaims/ns#content>"), "post.txt",
         "statement s1", "a statement has a content (missing)"),
        (changed('"0.9"', '"1.5"'), "herald.txt", 'statement s10 ("more than 20 fighters',
         "a confidence is from 0 to 1 (here: 1.5)"),
        (without("claim/c12> <http://www.w3.org/2000/01/rdf-schema#label>"), "",
         "claim c12", "has one label (missing)"),
        (changed('exact> "the firing began', 'exact> "no firing began'), "herald.txt", "span a2-",
         "its words are not those of the article"),
        (NQUADS + '<https://w3id.org/newsclaims/id/actor/aarden> '
         '<http://www.w3.org/2000/01/rdf-schema#label> "Piet Aarden" '
         "<https://w3id.org/newsclaims/id/graph/a2> .\n", "", "actor aarden", "in two graphs"),
    ],
)  # fmt: skip
def test_a_finding_says_where_what_and_what_to_do(
    nquads: str, article: str, thing: str, wrong: str
) -> None:
    found = check(nquads)
    assert [one for one in found if one.article == article and wrong in one.wrong], found
    one = next(one for one in found if wrong in one.wrong)
    assert one.thing.startswith(thing)
    assert "`kg " in one.way_out
    assert "\n" not in str(one)


def test_a_bad_number_prints_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    check(changed('low> "3"', 'low> "23x"'))
    assert not caplog.records


def test_a_file_that_ends_early_is_found_out_wherever_a_line_ends() -> None:
    """What a full disk or a broken download leaves of an export, whose lines are sorted.

    Words of closed lists that nothing uses stand at its end, and no reading lacks them.
    """
    lines = sorted(NQUADS.splitlines(keepends=True))
    used = {line.split(" ", 2)[2].split(">")[0].removeprefix("<") for line in lines}
    last = max(
        n for n, line in enumerate(lines) if "notation>" in line and line[1:].split(">")[0] in used
    )
    for kept in (*range(1, last, 61), last):
        assert check("".join(lines[:kept])), lines[kept]
    assert check("".join(lines[: last + 1])) == ()


def test_a_graph_of_something_else_is_not_well_made() -> None:
    (found,) = check('<http://e/s> <http://e/p> "x" .\n')
    assert "nothing in it is a reading" in found.wrong


def test_what_is_no_rdf_is_refused() -> None:
    with pytest.raises(StoreError, match="not N-Quads"):
        check("nonsense")


def kg(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    environment = {**os.environ, "COLUMNS": "200"}
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env=environment
    )


def test_the_command_says_it_in_words_and_by_its_exit_code(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg-store") as store:
        put_all(store, KNOWLEDGE)
        (tmp_path / "good.trig").write_bytes(store.dump("trig"))
    (tmp_path / "bad.nq").write_text(without("ns#content>"), "utf-8")
    (tmp_path / "cut.trig").write_bytes((tmp_path / "good.trig").read_bytes()[:-40])
    assert kg("check", cwd=tmp_path).returncode == 0
    assert kg("check", "good.trig", cwd=tmp_path).stdout == "good.trig: well made\n"
    bad = kg("check", "bad.nq", cwd=tmp_path)
    assert bad.returncode == 1
    assert len(bad.stdout.splitlines()) == 10
    cut = kg("check", "cut.trig", cwd=tmp_path)
    assert (cut.returncode, cut.stderr.count("\n")) == (1, 1)
    assert "damaged or cut off" in cut.stderr


@pytest.mark.parametrize(("name", "said"), [("x.docx", "no RDF by its suffix"), ("x.nq", "read")])
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        read_rdf(tmp_path / name)
    assert "\n" not in str(caught.value)
