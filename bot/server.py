"""The server: one port for Slack's requests, pages, health and metrics, in each of the three modes."""

from __future__ import annotations

import asyncio
import errno
import os
import secrets
import signal
import socket
from collections import ChainMap
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import structlog
import uvicorn
from pydantic import SecretStr
from slack_bolt import App
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot import digest, logs
from bot.access import SlackUnreachableError, check_bot_token
from bot.app import create_app
from bot.listeners import following, teaching
from bot.listeners.overdue import OverdueAnswers
from bot.pages import front_route, page_routes
from bot.playground import Playground, create_playground
from bot.schedule import Schedule
from bot.settings import Mode, Settings, SettingsError
from bot.socket_mode import SocketMode
from bot.web import public_routes, slack_route
from knowledge.base import KnowledgeBase
from knowledge.model import Language
from knowledge.pages.site import Site, search_path

__all__ = ["MANIFEST", "create_server", "serve"]

MANIFEST = Path(__file__).parents[1] / "manifest.yml"
_GRACE_S = 3
"""Seconds that open requests get when the server ends."""
_PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")

_log = structlog.get_logger(__name__)


def serve(settings: Settings) -> None:
    """Run Postmaster until somebody ends it (Ctrl-C, SIGTERM).

    Raises:
        SettingsError: the port is taken, or Slack refuses a token.
        StoreError, EntryError: the knowledge cannot be used.
    """
    logs.configure(settings.log_level)
    with _listener(settings.address, settings.port) as listener:
        port: int = listener.getsockname()[1]
        knowledge = KnowledgeBase.open(settings.database)
        try:
            server = create_server(settings, knowledge, port=port)
            connected = _meet_slack(settings, server)
            _run(server, listener, greeting=_greeting(settings, port, connected=connected))
        finally:
            knowledge.close()


def create_server(settings: Settings, knowledge: KnowledgeBase, *, port: int) -> Starlette:
    """The ASGI app that answers from `knowledge`, to be served on `port`; its lifespan starts and ends what it needs.

    In Socket Mode `state.socket_mode` is the connection, not open yet.

    Raises:
        SettingsError: the Slack secrets do not fit together.
    """
    if settings.mode is Mode.PLAYGROUND:
        return _playground_server(settings, knowledge, port=port)
    knowledge = knowledge.published(Site(settings.url or ""))
    app = create_app(settings, knowledge)
    pages: list[BaseRoute] = [*page_routes(knowledge), front_route(knowledge)]
    if settings.mode is Mode.HTTP:
        return _server(app, knowledge, routes=[*public_routes(knowledge), *pages, slack_route(app)])
    token = settings.slack_app_token.get_secret_value() if settings.slack_app_token else ""
    connection = SocketMode(app, token)
    routes = [*public_routes(knowledge, connected=lambda: connection.connected), *pages]
    return _server(app, knowledge, routes=routes, socket_mode=connection)


def _meet_slack(settings: Settings, server: Starlette) -> bool:
    """Begin with Slack what the mode asks for, and say so where it cannot be reached; whether a connection stands.

    Raises:
        SettingsError: Slack refuses a token.
    """
    connection: SocketMode | None = server.state.socket_mode
    if connection is not None:
        connection.start()
        return connection.connected
    if settings.mode is Mode.HTTP:
        try:
            check_bot_token(server.state.bolt.client)
        except SlackUnreachableError as error:
            _log.warning("Slack cannot be reached; its token is not checked", reason=str(error))
    return False


def _playground_server(settings: Settings, knowledge: KnowledgeBase, *, port: int) -> Starlette:
    """A server that is its own Slack: the bot reaches the playground on `port`, and the playground the bot."""
    for name in _PROXIES:  # nothing stands between a machine and itself
        os.environ.pop(name, None)
    base_url = f"http://127.0.0.1:{port}"
    token, secret = f"xoxb-playground-{secrets.token_hex(16)}", secrets.token_hex(16)
    own = settings.model_copy(
        update={
            "slack_bot_token": SecretStr(token),
            "slack_signing_secret": SecretStr(secret),
            "slack_api_url": f"{base_url}/playground/api/",
        }
    )
    knowledge = knowledge.published(Site(settings.url or base_url))
    app = create_app(own, knowledge)
    playground = create_playground(
        events_url=f"{base_url}/slack/events",
        signing_secret=secret,
        bot_token=token,
        manifest=MANIFEST,
        pages={language.value: search_path(language) for language in Language},
    )
    routes = [*public_routes(knowledge), *page_routes(knowledge), slack_route(app), *playground.routes]
    return _server(app, knowledge, routes=routes, playground=playground)


def _server(
    app: App,
    knowledge: KnowledgeBase,
    *,
    routes: list[BaseRoute],
    playground: Playground | None = None,
    socket_mode: SocketMode | None = None,
) -> Starlette:
    overdue = OverdueAnswers(app.client, knowledge)
    jobs = [part.handlers(app.client, knowledge) for part in (following, teaching, digest)]
    schedule = Schedule(knowledge, ChainMap(*jobs))

    @asynccontextmanager
    async def lifespan(_server: Starlette) -> AsyncIterator[None]:
        if playground is not None:
            await playground.startup()
        await asyncio.to_thread(knowledge.look_up, "")  # builds the index, so that nobody has to wait for it
        overdue.start()
        await asyncio.to_thread(knowledge.digests.plan_all)
        schedule.start()
        yield
        if socket_mode is not None:
            await asyncio.to_thread(socket_mode.stop)
        await asyncio.to_thread(schedule.stop)
        await asyncio.to_thread(overdue.stop)
        await asyncio.to_thread(app.listener_runner.listener_executor.shutdown, wait=True, cancel_futures=True)
        if playground is not None:
            await playground.shutdown()

    server = Starlette(routes=routes, lifespan=lifespan)
    server.state.bolt, server.state.socket_mode, server.state.playground = app, socket_mode, playground
    return server


def _listener(address: str, port: int) -> socket.socket:
    """A socket that listens on `port` of `address`.

    Raises:
        SettingsError: it cannot be had.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        listener = socket.create_server((address, port), family=family, backlog=2_048)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SettingsError(f"port {port} is taken; stop what uses it, or set PORT to another one") from None
        raise SettingsError(f"cannot listen on {address}:{port}: {error.strerror}; set HOST and PORT") from None
    # Else the last packet of every answer waits for the acknowledgement of the one before, some 40 ms: asyncio switches
    # this off itself only for sockets that name their protocol, which those of create_server do not.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _greeting(settings: Settings, port: int, *, connected: bool) -> str:
    """What the terminal says once everything answers; in Socket Mode, whether it is `connected`."""
    host = f"[{settings.address}]" if ":" in settings.address else settings.address
    url = f"http://{host}:{port}"
    match settings.mode:
        case Mode.PLAYGROUND:
            return f"Postmaster's playground is open: {url}  (Ctrl-C ends it)"
        case Mode.SOCKET:
            state = "is connected to Slack" if connected else "is not connected to Slack yet and goes on trying"
            return f"Postmaster {state}; its health is at {url}/healthz"
        case Mode.HTTP:
            return f"Postmaster waits for Slack at {url}/slack/events"


class _Server(uvicorn.Server):
    """Says where it is once it answers, and does not wait for pages that only listen when it ends."""

    def __init__(self, config: uvicorn.Config, *, greeting: str, playground: Playground | None) -> None:
        super().__init__(config)
        self._greeting = greeting
        self._playground = playground

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets=sockets)
        if self.started:
            print(self._greeting, flush=True)  # noqa: T201 - for the person at the terminal

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Finish what was begun."""
        if self._playground is not None:
            self._playground.stream.close()
        await super().shutdown(sockets=sockets)


def _run(app: Starlette, listener: socket.socket, *, greeting: str) -> None:
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="on",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=_GRACE_S,
    )
    server = _Server(config, greeting=greeting, playground=app.state.playground)
    for signal_ in (signal.SIGINT, signal.SIGTERM):  # uvicorn ends well on them, and then raises them again
        signal.signal(signal_, lambda _number, _frame: None)
    server.run(sockets=[listener])
    if not server.started:
        raise SettingsError("the server did not start; the log above says why")
