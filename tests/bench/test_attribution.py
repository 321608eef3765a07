from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kg.bench.attribution import load_baseline, outermost, run, table
from kg.errors import NotFoundError, ReadError
from kg.extract.spans import Spans
from kg.model import Span
from tests.extract.marked import unmarked

ARTICLES = Path(__file__).parent.parent / "cases" / "attribution" / "articles"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two of our own articles in the folders and the format of PolNeAR."""
    folder = tmp_path_factory.mktemp("corpus")
    for part in ("text", "attributions"):
        (folder / "dev" / part).mkdir(parents=True)
    for name in ("flood-plain", "strike-mine"):
        marked = unmarked(
            yaml.safe_load((ARTICLES / f"{name}.yaml").read_text(encoding="utf-8"))["marked"]
        )
        (folder / "dev" / "text" / f"{name}.txt").write_text(marked.text, encoding="utf-8")
        (folder / "dev" / "attributions" / f"{name}_ab.ann").write_text(
            "".join(_brat(number, gold) for number, gold in enumerate(marked.gold)),
            encoding="utf-8",
        )
    return folder


def _brat(number: int, gold: Spans) -> str:
    roles = {"Source": gold.source, "Cue": gold.cue, "Content": gold.content}
    lines, links = "", ""
    for place, (role, spans) in enumerate(roles.items()):
        if spans:
            name = f"T{10 * number + place}"
            lines += f"{name}\t{role} {';'.join(f'{s.start} {s.end}' for s in spans)}\t-\n"
            links += f" {role}:{name}"
    return f"{lines}E{number}\tAttribution:T{10 * number + 1}{links}\n"


def test_a_run_measures_what_the_rules_find(corpus: Path) -> None:
    bench = run(corpus, "dev", "rules")
    values = {inside.name: inside.value for inside, _ in table(bench)}
    assert list(bench.articles) == ["flood-plain", "strike-mine"]
    assert values["triple F1"] > 80


def test_a_saved_run_is_a_baseline_that_gains_nothing_over_itself(
    corpus: Path, tmp_path: Path
) -> None:
    bench = run(corpus, "dev", "rules")
    saved = tmp_path / "saved.json"
    saved.write_text(bench.dumps(), encoding="utf-8")
    assert all(
        f.gain == (0, 0, 0) for row in table(bench, load_baseline(saved, bench)) for f in row
    )


def test_a_baseline_of_other_articles_is_refused(corpus: Path, tmp_path: Path) -> None:
    bench = run(corpus, "dev", "rules")
    saved = tmp_path / "saved.json"
    saved.write_text(bench.dumps().replace("flood-plain", "other"), encoding="utf-8")
    with pytest.raises(ReadError, match="of other articles"):
        load_baseline(saved, bench)


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"articles": 1, "outermost": 2}'])
def test_what_is_no_baseline_is_refused(text: str, corpus: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    saved.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match="no saved benchmark"):
        load_baseline(saved, run(corpus, "dev", "rules"))


def test_without_the_corpus_the_error_says_where_to_get_it(tmp_path: Path) -> None:
    for data in (None, tmp_path):
        with pytest.raises(NotFoundError, match=r"github\.com/networkdynamics/PolNeAR"):
            run(data)


def test_an_unknown_split_is_refused(corpus: Path) -> None:
    with pytest.raises(NotFoundError, match="dev, train10, held-out"):
        run(corpus, "test")


def test_what_stands_in_the_content_of_another_is_not_outermost() -> None:
    outer = Spans((Span(0, 3),), (Span(4, 8),), (Span(9, 40),), "verb", 1.0)
    inner = Spans((Span(9, 12),), (Span(13, 18),), (Span(19, 40),), "verb", 1.0)
    assert outermost([outer, inner]) == [outer]
