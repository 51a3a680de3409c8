"""The parts put together: a workspace, its deliverer, its stream and its routes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from starlette.routing import BaseRoute

from bot.playground.app_uploads import AppUploads
from bot.playground.changes import Change
from bot.playground.delivery import SLACKS_TIMING, Deliverer, Timing
from bot.playground.events import envelope, events_about
from bot.playground.identifiers import new_id
from bot.playground.input_state import InputState
from bot.playground.manifest import read_manifest
from bot.playground.pages import playground_routes
from bot.playground.response_url import ResponseUrls
from bot.playground.seed import new_workspace
from bot.playground.services import Services
from bot.playground.state import Workspace
from bot.playground.stream import Stream
from bot.playground.switches import Switches
from bot.playground.triggers import Triggers

__all__ = ["Playground", "create_playground"]


@dataclass(frozen=True, slots=True)
class Playground:
    """A local workspace; it delivers events between `startup` and `shutdown`."""

    routes: list[BaseRoute]
    """To be mounted in the bot's own server."""
    services: Services
    stream: Stream

    @property
    def switches(self) -> Switches:
        """What a test can make go wrong."""
        return self.services.switches

    @property
    def workspace(self) -> Workspace:
        """Who is there and what was said; to be changed on the server's event loop only."""
        return self.services.workspace

    async def startup(self) -> None:
        """Begin to deliver events; call it on the server's event loop."""
        await self.services.deliverer.start()

    def close_streams(self) -> None:
        """End the open event streams: a server that shuts down waits for them, so tell it before that."""
        self.stream.close()

    async def shutdown(self) -> None:
        """End the streams and stop delivering."""
        self.close_streams()
        await self.services.deliverer.stop()

    @asynccontextmanager
    async def lifespan(self) -> AsyncIterator[None]:
        """`startup` and `shutdown` around a server's life."""
        await self.startup()
        try:
            yield
        finally:
            await self.shutdown()


def create_playground(  # noqa: PLR0913 - each is something that the app and its Slack share
    *,
    events_url: str,
    signing_secret: str,
    bot_token: str,
    manifest: Path,
    timing: Timing = SLACKS_TIMING,
    pages: Mapping[str, str] | None = None,
) -> Playground:
    """A playground for the app described by `manifest`, whose routes belong on the same port as `events_url`.

    `events_url` is where the bot takes events, commands and interactions; `timing` is Slack's unless a test makes it
    shorter; `pages` says where the app's own web pages are, if it has any (by language: `en`, `zh`).

    Raises:
        OSError, ValueError: the manifest cannot be read, or is none.
    """
    declared = read_manifest(manifest)
    workspace = new_workspace(declared.bot_name)
    switches = Switches()
    parts = urlsplit(events_url)
    base_url = f"{parts.scheme}://{parts.netloc}"
    services = Services(
        workspace=workspace,
        manifest=declared,
        deliverer=Deliverer(
            url=events_url, signing_secret=signing_secret, switches=switches, report=workspace.tell, timing=timing
        ),
        switches=switches,
        triggers=Triggers(),
        response_urls=ResponseUrls(base_url),
        inputs=InputState(),
        uploads=AppUploads(base_url),
        base_url=base_url,
        bot_token=bot_token,
        pages=pages or {},
    )
    stream = Stream(workspace)
    workspace.listen(lambda change: _tell_bot(services, change))
    return Playground(playground_routes(services, stream), services, stream)


def _tell_bot(services: Services, change: Change) -> None:
    """Deliver the events about `change` that the app has subscribed to."""
    for event in events_about(change, services.workspace):
        if event.subscription in services.manifest.bot_events:
            event_id = new_id("Ev")
            body = envelope(event.body, services.workspace, event_id)
            services.deliverer.send_event(event_id, str(event.body["type"]), body)
