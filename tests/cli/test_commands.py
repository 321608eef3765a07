from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
import rdflib

from kg import __version__
from tests.conftest import SAMPLES

SAMPLE = next(path for path in sorted(SAMPLES.iterdir()) if path.suffix == ".txt")


def kg(
    *arguments: object, cwd: Path, stdin: bytes = b"", browser: str = ""
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": "120", "BROWSER": browser, "DISPLAY": ""},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder whose store holds the samples."""
    folder = tmp_path_factory.mktemp("place")
    done = kg("add", SAMPLES, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 8,
    "latin1.txt": "Der Sprecher erkl\xe4rte am Montag, es gebe keine Toten.".encode("latin-1"),
    "nothing.html": b"<html><head><title>x</title></head><body></body></html>",
    "one-line.txt": b"All quiet, the ministry said. " * (20 * 2**20 // 30),
}


def test_bad_input_is_one_line_each_and_the_good_file_is_added(tmp_path: Path) -> None:
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
    paths = [*BAD, "not-there.txt", SAMPLE]
    done = kg("add", *paths, "--store", "store", cwd=tmp_path)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == len(paths) - 1, done.stderr
    for name in [*BAD, "not-there.txt"]:
        assert sum(name in line for line in lines) == 1, done.stderr
    assert all(";" in line for line in lines), "each names the way out"
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("1 added")
    again = kg("statements", "--json", "--store", "store", cwd=tmp_path)
    assert again.returncode == 0
    assert again.stdout.splitlines()


@pytest.mark.parametrize("command", ["statements", "relations", "disputes"])
def test_json_is_one_object_a_line(place: Path, command: str) -> None:
    done = kg(command, "--json", cwd=place)
    assert done.returncode == 0
    assert all(json.loads(line)["id"] for line in done.stdout.splitlines())
    assert done.stdout


@pytest.mark.parametrize(
    "command", [["statements"], ["relations"], ["disputes"], ["rules"], ["query"]]
)
def test_people_get_a_table(place: Path, command: list[str]) -> None:
    done = kg(*command, cwd=place)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) > 3


def test_statements_of_a_file_need_no_store(tmp_path: Path) -> None:
    done = kg("statements", SAMPLE, "--json", "--extractor", "rules", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    line = json.loads(done.stdout.splitlines()[0])
    assert line["article"] == str(SAMPLE)
    assert not (tmp_path / "kg-store").exists()


def test_standard_input_is_read(tmp_path: Path) -> None:
    text = b"The mayor of Eastwick said on Monday that 12 people were injured in the fire."
    done = kg("statements", "-", "--json", "--extractor", "rules", cwd=tmp_path, stdin=text)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[0])["cue_lemma"] == "say"


def test_any_sparql_by_name_file_or_stdin(place: Path) -> None:
    ask = "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }"
    (place / "mine.rq").write_text(ask)
    by_file = kg("query", "mine.rq", "--json", cwd=place)
    by_stdin = kg("query", "-", "--json", cwd=place, stdin=ask.encode())
    assert by_file.returncode == by_stdin.returncode == 0, by_file.stderr
    assert by_file.stdout == by_stdin.stdout
    assert int(json.loads(by_file.stdout)["results"]["bindings"][0]["n"]["value"]) > 100


NAMES = "SELECT ?name ?n WHERE { ?a rdfs:label ?name BIND(2 AS ?n) } ORDER BY ?name"


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rows_can_be_read_by_other_programs(place: Path, form: str) -> None:
    done = kg("query", "-", "--format", form, cwd=place, stdin=NAMES.encode())
    assert (done.returncode, done.stderr) == (0, "")
    rows = rdflib.query.Result.parse(BytesIO(done.stdout.encode()), format=form).bindings
    names = [str(row[rdflib.Variable("name")]) for row in rows]
    assert len(names) > 10
    assert names == sorted(names)
    assert {str(row[rdflib.Variable("n")]) for row in rows} == {"2"}


@pytest.mark.parametrize(("form", "parser"), [("turtle", "turtle"), ("ntriples", "nt")])
def test_triples_can_be_read_by_other_programs(place: Path, form: str, parser: str) -> None:
    construct = b"CONSTRUCT { ?a rdfs:label ?name } WHERE { ?a rdfs:label ?name }"
    done = kg("query", "-", "--format", form, cwd=place, stdin=construct)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(rdflib.Graph().parse(data=done.stdout, format=parser)) > 10


@pytest.mark.parametrize(
    ("sparql", "form", "said"),
    [("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "turtle"), (NAMES, "turtle", "csv")],
)
def test_a_format_that_does_not_fit_is_one_line_that_names_those_that_do(
    place: Path, sparql: str, form: str, said: str
) -> None:
    done = kg("query", "-", "--format", form, cwd=place, stdin=sparql.encode())
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert said in done.stderr


@pytest.mark.parametrize(
    ("kind", "answer"), [("kg:Statement", "yes"), ("kg:NothingOfTheKind", "no")]
)
def test_yes_and_no_are_said_in_words(place: Path, kind: str, answer: str) -> None:
    done = kg("query", "-", cwd=place, stdin=f"ASK {{ ?s a {kind} }}".encode())
    assert (done.returncode, done.stdout) == (0, f"{answer}\n")


REFUSED = [
    "# SELECT\nInSeRt/**/DATA { <x:a> <x:b> <x:c> }",
    "SELECT * { ?s ?p ?o } ; DROP ALL",
    "SELECT * { { SELECT * { OPTIONAL { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } } }",
    "ASK { FILTER EXISTS { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } }",
    "LOAD <file:///etc/passwd>",
]


def test_what_would_write_or_ask_elsewhere_is_refused(place: Path) -> None:
    count = b"SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    before = kg("query", "-", cwd=place, stdin=count).stdout
    for sparql in REFUSED:
        done = kg("query", "-", cwd=place, stdin=sparql.encode())
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), sparql
    assert kg("query", "-", cwd=place, stdin=count).stdout == before


ENDLESS = """SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i
  FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = "none") }"""


def test_sparql_can_be_written_out(place: Path) -> None:
    done = kg("query", "ASK { ?s a kg:Statement }", cwd=place)
    assert (done.returncode, done.stdout) == (0, "yes\n"), done.stderr


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "1e9"])
def test_a_timeout_that_no_query_could_meet_is_bad_usage(place: Path, seconds: str) -> None:
    done = kg("query", "killed", "--timeout", seconds, cwd=place)
    assert done.returncode == 2
    assert "above 0" in done.stderr


@pytest.mark.parametrize(
    ("sparql", "said"),
    [
        ("SELECT ?s { ?s a nope:X }", "uses a prefix that is not declared"),
        ("SELECT * { ?s", "is not SPARQL 1.1: error at 1:14"),
    ],
)
def test_what_is_malformed_is_said_in_a_short_line(place: Path, sparql: str, said: str) -> None:
    done = kg("query", sparql, cwd=place)
    assert said in done.stderr
    assert len(done.stderr) < 150


def test_a_table_that_is_piped_on_is_not_folded(place: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    command = [sys.executable, "-m", "kg", "query", "statements-in"]
    done = subprocess.run(command, cwd=place, env=env, capture_output=True, check=True)
    rows = kg("query", "statements-in", "--json", cwd=place).stdout
    assert done.stdout.count(b"\n") == 1 + len(json.loads(rows)["results"]["bindings"])


def test_the_version_is_told(tmp_path: Path) -> None:
    assert kg("--version", cwd=tmp_path).stdout == f"kg {__version__}\n"


def test_a_query_ends_after_its_timeout_and_says_so(place: Path) -> None:
    # Whatever went on would hold the pipe of standard output open, and this would not return.
    done = kg("query", "-", "--timeout", "0.5", cwd=place, stdin=ENDLESS.encode())
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kg: the query: took longer than 0.5 s and was ended;")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "no such question"],
        ["query", "-"],
        ["actor", "nobody of that name"],
        ["statements", "--store", "not-a-store"],
        ["export", "out.docx"],
        ["remove", "0" * 16],
    ],
)
def test_what_cannot_be_done_is_one_line(place: Path, arguments: list[str]) -> None:
    done = kg(*arguments, cwd=place, stdin=b"DELETE WHERE { ?s ?p ?o }")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_bad_usage_is_exit_code_2(tmp_path: Path) -> None:
    assert kg("add", cwd=tmp_path).returncode == 2
    assert kg("no-such-command", cwd=tmp_path).returncode == 2


def test_export_by_suffix(place: Path) -> None:
    for name in ("out.nq", "out.trig", "out.ttl"):
        assert kg("export", name, cwd=place).returncode == 0
        assert (place / name).stat().st_size > 1000


def test_a_site_is_written_and_opened(place: Path) -> None:
    narrow = kg("page", "-o", "site", "--outlet", "upland", "--title", "Two articles", cwd=place)
    assert narrow.returncode == 0, narrow.stderr
    start = place / "site" / "index.html"
    assert "<h1>Two articles</h1>" in start.read_text(encoding="utf-8")
    keep = f'{sys.executable} -c \'import sys; open("opened", "w").write(sys.argv[1])\' %s'
    assert kg("open", cwd=place, browser=keep).returncode == 0
    assert (place / "opened").read_text() == start.as_uri()


def test_a_story_alone_is_a_file_beside_the_site(place: Path) -> None:
    assert kg("page", cwd=place).returncode == 0
    alone = kg("page", "--single-file", cwd=place)
    assert alone.returncode == 0, alone.stderr
    assert (place / "story.html").is_file()
    assert (place / "site" / "story.html").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ["page", "--actor", "nobody at all"],
        ["page", "--since", "2025-13-45"],
        ["page", "--since", "2025-10-13", "--until", "2025-10-12"],
        ["page", "--outlet", "no such paper"],
        ["page", "--issue", "no such question"],
        ["page", "-o", "kg-store", "--single-file"],
        ["page", "-o", "site/index.html"],
        ["page", "--store", "not-there"],
        ["open", "not-there"],
        ["open"],
    ],
    ids=" ".join,
)
def test_pages_that_cannot_be_are_one_line(place: Path, arguments: list[str]) -> None:
    done = kg(*arguments, cwd=place, browser="false")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert ";" in done.stderr
    assert not list(place.glob("*.part"))


def test_help_imports_nothing_heavy() -> None:
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kg", "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    for heavy in ("spacy", "networkx", "rdflib", "pyvis", "trafilatura", "onnxruntime"):
        assert f"| {heavy}\n" not in loaded.replace(" ", " ").replace("|   ", "| "), heavy
