"""The SPARQL 1.1 Protocol, its query operation: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg import store
from kg.errors import KgError, QueryError
from kg.web.negotiate import ANSWER, HTML, ROWS, TRIPLES, chosen
from kg.web.pages import shown, sparql_page
from kg.web.receive import body_of
from kg.web.workers import BusyError, Question

_OFFERED = {
    store.Form.SELECT: ROWS,
    store.Form.ASK: ANSWER,
    store.Form.CONSTRUCT: TRIPLES,
    store.Form.DESCRIBE: TRIPLES,
}
_FORM, _QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
_UPDATE = "application/sparql-update"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)
Fields = Sequence[tuple[str, str]]


async def sparql(request: Request) -> Response:
    """Answer a query, or say what is offered here."""
    fields = await _fields(request)
    if request.method in {"GET", "HEAD"} and not fields:
        return _description(request)
    question, media = _question(fields, request.headers.get("accept"))
    try:
        answer = await request.app.state.workers.ask(question)
    except KgError as error:
        raise _refusal(error) from error
    if media == HTML:
        named = store.named_queries().values()
        answer = sparql_page(named, question.sparql, shown(answer, question.form))
    return Response(answer, media_type=media, headers={"Vary": "Accept"})


def _refusal(error: KgError) -> HTTPException:
    """Return what the protocol says: 400 for a malformed query, 500 for one that failed."""
    busy = 503 if isinstance(error, BusyError) else 500
    return HTTPException(400 if isinstance(error, QueryError) else busy, str(error))


def _question(fields: Fields, accept: str | None) -> tuple[Question, str]:
    texts = [text for name, text in fields if name == "query"]
    if any(name == "update" for name, _ in fields):
        raise HTTPException(400, "updates are refused: this endpoint is read only")
    if len(texts) != 1:
        raise HTTPException(400, f"there must be one query, not {len(texts)}")
    try:
        offered = _OFFERED[store.checked_form(texts[0])]
    except QueryError as error:
        raise HTTPException(400, str(error)) from error
    media = chosen(accept, offered)
    if media is None:
        raise HTTPException(406, f"this answer can be had as {', '.join(offered)}")
    return Question(texts[0], offered[media], _dataset(fields)), media


def _dataset(fields: Fields) -> store.Dataset:
    return store.Dataset(
        tuple(text for name, text in fields if name == "default-graph-uri"),
        tuple(text for name, text in fields if name == "named-graph-uri"),
    )


async def _fields(request: Request) -> Fields:
    address = _parsed(request.scope["query_string"])
    if request.method != "POST":
        return address
    body = await body_of(request)
    media = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media == _FORM:
        return [*address, *_parsed(body)]
    if media == _QUERY:
        return [*address, ("query", _text(body))]
    if media == _UPDATE:
        raise HTTPException(400, "updates are refused: this endpoint is read only")
    raise HTTPException(415, f"a query is posted as {_QUERY} or {_FORM}")


def _parsed(encoded: bytes) -> Fields:
    try:
        return parse_qsl(_text(encoded), keep_blank_values=True, errors="strict")
    except ValueError as error:
        raise HTTPException(400, "the request is not UTF-8, or has too many fields") from error


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the request is not UTF-8") from error


def _description(request: Request) -> Response:
    """Give people a form, and programs a service description."""
    offered = ("text/turtle", HTML)
    media = chosen(request.headers.get("accept"), offered)
    vary = {"Vary": "Accept"}
    if media == HTML:
        return HTMLResponse(sparql_page(store.named_queries().values()), headers=vary)
    formats = ", ".join(f"<{_FORMATS}{name}>" for name in _RESULTS)
    service = (
        "@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .\n"
        "<> a sd:Service ;\n  sd:endpoint <> ;\n  sd:supportedLanguage sd:SPARQL11Query ;\n"
        f"  sd:feature sd:UnionDefaultGraph ;\n  sd:resultFormat {formats} .\n"
    )
    return Response(service, media_type="text/turtle", headers=vary)
