"""The application: every address of the server and what answers there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg import __version__
from kg.errors import NotFoundError, QueryError
from kg.model import Knowledge
from kg.rdf.ontology import ontology_folder
from kg.web.api import COLLECTIONS, Collection, found, listed, openapi
from kg.web.limits import Limits
from kg.web.pages import api_page
from kg.web.protocol import sparql
from kg.web.receive import Doorkeeper
from kg.web.workers import Workers

Handler = Callable[[Request], Awaitable[Response]]


def application(
    where: str, knowledge: Knowledge, site: Path, *, limits: Limits, host: str
) -> Starlette:
    """Return the ASGI application.

    Args:
        where: the store that SPARQL asks, in processes of its own.
        knowledge: what the same store holds, for the API.
        site: folder of the pages.
        limits: bounds of requests.
        host: the name that the server listens on.
    """
    description = openapi(__version__)
    page = HTMLResponse(api_page(description))
    document = JSONResponse(description)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        workers = Workers(where, limits)
        app.state.workers = workers
        try:
            await workers.start()
            yield
        finally:
            workers.close()

    app = Starlette(
        routes=[
            Route("/sparql", sparql, methods=["GET", "POST"]),
            Route("/sparql", _not_so, methods=["PUT", "PATCH", "DELETE", "OPTIONS"]),
            Route("/api", _always(page)),
            Route("/api/openapi.json", _always(document)),
            *(_list(collection, knowledge, limits) for collection in COLLECTIONS),
            *(_one(collection, knowledge) for collection in COLLECTIONS),
            Mount("/ontology", StaticFiles(directory=ontology_folder(), html=True)),
            Mount("/", StaticFiles(directory=site, html=True)),
        ],
        middleware=[Middleware(Doorkeeper, host=host)],
        exception_handlers={HTTPException: _refused, Exception: _failed},
        lifespan=lifespan,
    )
    app.state.limits = limits
    return app


async def _not_so(_: Request) -> Response:
    """Say how a query may be asked: the pages below would answer for themselves alone."""
    raise HTTPException(405, "Method Not Allowed", {"Allow": "GET, HEAD, POST"})


def _always(response: Response) -> Handler:
    async def answer(_: Request) -> Response:
        return response

    return answer


def _list(collection: Collection, knowledge: Knowledge, limits: Limits) -> Route:
    async def answer(request: Request) -> Response:
        asked = dict(request.query_params)
        try:
            page = await run_in_threadpool(listed, collection, knowledge, asked, limits.page)
        except QueryError as error:
            raise HTTPException(400, str(error)) from error
        return JSONResponse(page)

    return Route(f"/api/{collection.name}", answer)


def _one(collection: Collection, knowledge: Knowledge) -> Route:
    async def answer(request: Request) -> Response:
        key: str = request.path_params["id"]
        try:
            return JSONResponse(await run_in_threadpool(found, collection, knowledge, key))
        except NotFoundError as error:
            raise HTTPException(404, str(error)) from error

    return Route(f"/api/{collection.name}/{{id}}", answer)


async def _refused(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    said = error.detail if isinstance(error, HTTPException) else ""
    headers = error.headers if isinstance(error, HTTPException) else None
    return PlainTextResponse(f"{said}\n", status, headers=headers)


async def _failed(_: Request, error: Exception) -> Response:
    return PlainTextResponse(f"the server failed: {type(error).__name__}\n", 500)
