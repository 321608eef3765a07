"""What the documents promise exists."""

from __future__ import annotations

import re

import typer

from kg.cli import app
from kg.pipeline import STAGES
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"`kg {name}" not in README] == []


def test_every_stage_is_in_the_readme_and_in_the_tree() -> None:
    assert f"    {' -> '.join(STAGES)}" in README
    assert [stage for stage in STAGES if not (ROOT / "kg" / stage).exists()] == []


def test_links_between_documents_lead_somewhere() -> None:
    for document in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_dependency_has_its_reason() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    listed = pyproject.split("dependencies = [", 1)[1].split("]", 1)[0]
    names = re.findall(r'"([a-z0-9-]+)[>=]', listed)
    assert names
    assert [name for name in names if name not in reasons] == []


def test_nothing_names_a_package_index_or_a_path_of_a_machine() -> None:
    for path in [ROOT / "pyproject.toml", ROOT / "Makefile", *ROOT.glob("docs/**/*.md")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"pypi\.org|files\.pythonhosted|/root/|/home/", text), path
