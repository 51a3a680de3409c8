"""Sends the bot what Slack would send: signed, in the background, and again when it does not answer in time.

Events are retried three times: at once, after a minute, after five minutes; `X-Slack-Retry-Num` counts from 1 and
`X-Slack-Retry-Reason` says why. Commands and interactions are sent once: the person waits for the answer.

Source: https://docs.slack.dev/apis/events-api/#retries
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx

from bot.playground.changes import Delivered
from bot.playground.objects import Json
from bot.playground.signing import signed_headers
from bot.playground.switches import Switches

__all__ = ["RETRY_DELAYS_S", "Deliverer", "Reply", "UnansweredError"]

RETRY_DELAYS_S = (0.0, 60.0, 300.0)
"""Seconds before each retry."""

_AT_ONCE = 20  # requests on their way to the bot at the same time
_REMEMBERED = 500  # attempts kept for the delivery log


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot answered to a command or an interaction."""

    status: int
    body: str


class UnansweredError(Exception):
    """The bot did not answer in time (`http_timeout`) or cannot be reached (`connection_failed`)."""


class Deliverer:
    """Everything on its way to the bot; works between `start()` and `stop()`."""

    def __init__(
        self,
        *,
        url: str,
        signing_secret: str,
        switches: Switches,
        report: Callable[[Delivered], None],
        retry_delays_s: Sequence[float] = RETRY_DELAYS_S,
        timeout_s: float = 3.0,
    ) -> None:
        self._url = url
        self._secret = signing_secret
        self._switches = switches
        self._report = report
        self._retry_delays_s = tuple(retry_delays_s)
        self._timeout_s = timeout_s
        self._tasks: set[asyncio.Task[None]] = set()
        self._client: httpx.AsyncClient | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self.log: deque[Delivered] = deque(maxlen=_REMEMBERED)

    async def start(self) -> None:
        """Open the connection pool on the running loop."""
        self._loop = asyncio.get_running_loop()
        self._client = httpx.AsyncClient(limits=httpx.Limits(max_connections=None), timeout=None, trust_env=False)

    async def stop(self) -> None:
        """Give up what is still on its way and close the connections."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()
        self._client, self._loop = None, None

    async def settled(self) -> None:
        """Return once nothing is on its way or waiting for a retry."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    def send_event(self, event_id: str, name: str, body: Json) -> None:
        """Deliver an event in the background; `name` is for the log."""
        content = json.dumps(body).encode()
        for _ in range(self._switches.copies):
            self._switches.pass_or_hold(lambda: self._begin(self._with_retries(event_id, name, content)))

    async def send_form(self, name: str, fields: Mapping[str, str]) -> Reply:
        """Deliver a command or an interaction and wait for the bot's answer.

        Raises:
            UnansweredError: there was none within the timeout.
        """
        content = urlencode(fields).encode()
        status, response = await self._attempt(name, name, content, "application/x-www-form-urlencoded", 1, {})
        if response is None:
            raise UnansweredError(status)
        return Reply(response.status_code, response.text)

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        """Start `work` on the loop, from whatever thread asks for it; without a running deliverer it is dropped."""
        if self._loop is None:
            work.close()
            return

        def start() -> None:
            task = asyncio.ensure_future(work)
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

        try:
            running = asyncio.get_running_loop()
        except RuntimeError:
            running = None
        if running is self._loop:
            start()
        else:
            self._loop.call_soon_threadsafe(start)

    async def _with_retries(self, event_id: str, name: str, content: bytes) -> None:
        await asyncio.sleep(self._switches.delay_s)
        retry: dict[str, str] = {}
        for attempt in range(1, len(self._retry_delays_s) + 2):
            async with self._slots:
                status, response = await self._attempt(event_id, name, content, "application/json", attempt, retry)
            answered_well = response is not None and response.is_success
            if answered_well or (response is not None and response.headers.get("X-Slack-No-Retry") == "1"):
                return
            if attempt > len(self._retry_delays_s):
                return
            reason = status if response is None else "http_error"
            retry = {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": reason}
            await asyncio.sleep(self._retry_delays_s[attempt - 1])

    async def _attempt(
        self, delivery_id: str, name: str, content: bytes, content_type: str, attempt: int, extra: Mapping[str, str]
    ) -> tuple[str, httpx.Response | None]:
        """One request: how it ended, and the response if there was one."""
        if self._client is None:
            raise UnansweredError("connection_failed")
        headers = {"Content-Type": content_type, "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)"}
        headers |= signed_headers(secret=self._secret, timestamp=int(time.time()), body=content) | dict(extra)
        began = time.monotonic()
        response = None
        try:
            async with asyncio.timeout(self._timeout_s):
                response = await self._client.post(self._url, content=content, headers=headers)
            status = str(response.status_code)
        except TimeoutError:
            status = "http_timeout"
        except httpx.HTTPError:
            status = "connection_failed"
        delivered = Delivered(delivery_id, name, status, attempt, time.monotonic() - began)
        self.log.append(delivered)
        self._report(delivered)
        return status, response
