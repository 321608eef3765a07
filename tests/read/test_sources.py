import io
import os
import sys
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Article
from kg.read import READERS, read
from kg.read.sources import Source, Wanted, sources

STORY = b"The union said on Monday that 1,200 workers had joined the strike."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.md", ".hidden.txt", ".git/d.txt", "e.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode() + b" " + STORY)
    return tmp_path


def names(*paths: str | Path) -> list[str]:
    return [item.path for item in read(paths) if isinstance(item, Article)]


def error(*paths: str | Path) -> ReadError:
    (found,) = read(paths)
    assert isinstance(found, ReadError)
    return found


def test_a_folder_is_read_in_order_without_hidden_or_unknown_files(folder: Path) -> None:
    assert names(folder) == [str(folder / name) for name in ("a.txt", "b.txt", "sub/c.md")]


def test_globs(folder: Path) -> None:
    assert names(f"{folder}/*.txt") == [str(folder / "a.txt"), str(folder / "b.txt")]
    assert names(f"{folder}/**/*.md") == [str(folder / "sub/c.md")]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder / "b.txt", folder, f"{folder}/*.txt")[0] == str(folder / "b.txt")
    assert len(names(folder / "b.txt", folder, f"{folder}/*.txt")) == 3


def test_a_name_with_brackets_is_a_file_first(folder: Path) -> None:
    (folder / "[a].txt").write_bytes(STORY)
    assert names(f"{folder}/[a].txt") == [f"{folder}/[a].txt"]


def test_the_path_stays_as_it_was_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert names("./a.txt", ".") == ["./a.txt", "./b.txt", "./sub/c.md"]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("missing.txt", "does not exist"),
        ("a" * 5000, "does not exist"),
        ("a\0b.txt", "does not exist"),
        ("*.rtf", "matches no file"),
        ("e.pdf", "unknown suffix '.pdf'"),
        ("empty", "holds no file"),
    ],
)
def test_what_cannot_be_found_is_an_error_that_names_it(folder: Path, name: str, what: str) -> None:
    (folder / "empty").mkdir()
    found = error(f"{folder}/{name}")
    assert found.where == f"{folder}/{name}"
    assert what in found.what


def test_one_error_does_not_stop_the_others(folder: Path) -> None:
    found = list(read(["missing.txt", folder / "a.txt"]))
    assert [type(item) for item in found] == [ReadError, Article]


def test_a_named_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "not a regular file" in error(folder / "pipe.txt").what
    assert len(names(folder)) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is readable for root")
def test_a_file_without_permission(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    assert "permission denied" in error(folder / "a.txt").what


def test_a_link_in_a_circle_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert "not a regular file" in error(tmp_path / "a.txt").what


def test_a_closed_folder_is_passed_over(folder: Path) -> None:
    found = read([folder], closed=lambda name: name.endswith("sub"))
    paths = [item.path for item in found if isinstance(item, Article)]
    assert paths == [str(folder / "a.txt"), str(folder / "b.txt")]
    (nothing,) = read([folder / "sub"], closed=lambda _: True)
    assert isinstance(nothing, ReadError)


def test_a_file_name_that_is_not_utf8(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_bytes(STORY)
    assert names(tmp_path)[0].encode().endswith("\ufffd.txt".encode())


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY)))
    (source,) = sources(["-"], Wanted(READERS, ""))
    assert source == Source("-", "", STORY)
