"""Requests taken in with bounds: of size, of time, and of the name that the client called."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.web.limits import LOOPBACK

_PATIENCE = 15.0  # seconds in which a body must have come
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


async def body_of(request: Request) -> bytes:
    """Return the body. Raises `HTTPException` 413 for a long one, 408 for a slow one."""
    most: int = request.app.state.limits.body
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(_PATIENCE):
            async for part in request.stream():
                size += len(part)
                if size > most:
                    raise HTTPException(413, f"a request has at most {most} bytes")
                parts.append(part)
    except TimeoutError as error:
        raise HTTPException(408, f"the request took longer than {_PATIENCE:g} s") from error
    return b"".join(parts)


class Doorkeeper:
    """Lets in who calls this machine by one of its own names, and adds headers that browsers heed.

    A page elsewhere whose name was pointed at this machine (DNS rebinding) calls it by that name.
    """

    def __init__(self, app: ASGIApp, *, host: str) -> None:
        self._app = app
        self._names = LOOPBACK if host in LOOPBACK else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        app = self._app if self._known(scope) else PlainTextResponse("unknown host\n", 421)
        await app(scope, receive, sending)

    def _known(self, scope: Scope) -> bool:
        called = Headers(scope=scope).get("host", "")
        return self._names is None or urlsplit(f"//{called}").hostname in self._names
