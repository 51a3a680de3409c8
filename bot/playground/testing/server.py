"""A real server on a free port, in a thread of the test."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TypeAlias

import httpx
import uvicorn
from starlette.types import ASGIApp

from bot.playground.objects import Json
from bot.playground.plain_http import TRUSTS_NOBODY
from bot.playground.testing.person import Person

__all__ = ["AppFactory", "Served", "serving"]

AppFactory: TypeAlias = Callable[[int], ASGIApp]
"""Builds the app that will be served on that port of 127.0.0.1."""

_START_TIMEOUT_S = 30.0
_HTTP_TIMEOUT_S = 60.0  # longer than the longest wait of `/playground/deliveries`
_TICK_S = 0.01
_GRACE_S = 2.0  # for requests that are still being answered at the end


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    url: str
    """`http://127.0.0.1:PORT`, without a slash at the end."""
    http: httpx.Client
    """A client for it: paths are enough."""

    def person(self, name: str) -> Person:
        """Somebody of the workspace, by name; use it in a `with` statement."""
        return Person(self.http, name)

    def switch(self, **switches: Any) -> None:
        """Make something go wrong: the fields of `POST /playground/switches`."""
        self.http.post("/playground/switches", json=switches).raise_for_status()

    def deliveries(self) -> list[Json]:
        """What was sent to the bot, an object for each attempt, once nothing is on its way any more.

        Raises:
            TimeoutError: something still is after half a minute.
        """
        response = self.http.get("/playground/deliveries", params={"settled": "1"})
        answer: Json = response.raise_for_status().json()
        if not answer["settled"]:
            raise TimeoutError("deliveries are still on their way")
        return list(answer["deliveries"])


@contextmanager
def serving(app_factory: AppFactory) -> Iterator[Served]:
    """Serve the app on a free port of 127.0.0.1 for as long as the block runs; its lifespan runs too.

    Raises:
        RuntimeError: it did not start; its log says why.
    """
    # asyncio switches Nagle's delay off (40 ms on every answer) only where the socket says that it is TCP
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        app = app_factory(port)
        server = _Server(uvicorn.Config(app, log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run_in_thread, args=(listener,), name=f"server on {port}", daemon=True)
        thread.start()
        try:
            if not server.decided.wait(_START_TIMEOUT_S) or not server.started:
                raise RuntimeError("the server did not start; its log says why")
            url = f"http://127.0.0.1:{port}"
            with httpx.Client(base_url=url, timeout=_HTTP_TIMEOUT_S, trust_env=False, verify=TRUSTS_NOBODY) as http:
                yield Served(url, http)
        finally:
            server.should_exit = True
            thread.join(_START_TIMEOUT_S)


class _Server(uvicorn.Server):
    """Tells when it listens, or that it never will."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.decided = threading.Event()

    def run_in_thread(self, listener: socket.socket) -> None:
        """Serve until `should_exit`; uvicorn ends a process that cannot start, here only the thread ends."""
        with suppress(SystemExit):
            self.run(sockets=[listener])

    async def main_loop(self) -> None:
        """Serve until `should_exit`, which uvicorn itself looks at ten times a second only."""
        await self.on_tick(0)
        while not self.should_exit:  # noqa: ASYNC110 - another thread says when
            await asyncio.sleep(_TICK_S)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:  # noqa: ARG002 - none is left open
        """End once all work is done, without uvicorn's pause of a tenth of a second.

        The app ends first: the answers that its bot is about to give go through this very server.
        """
        await self.lifespan.shutdown()
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks, timeout=_GRACE_S)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets=sockets)
        finally:
            self.decided.set()
