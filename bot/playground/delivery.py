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
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx

from bot.playground.changes import Delivered
from bot.playground.objects import Json
from bot.playground.plain_http import TRUSTS_NOBODY
from bot.playground.signing import signed_headers
from bot.playground.switches import Switches

__all__ = ["SLACKS_TIMING", "Deliverer", "Reply", "Timing", "UnansweredError"]


@dataclass(frozen=True, slots=True)
class Timing:
    """How long to wait for an answer, and before each retry of an event; in seconds."""

    timeout_s: float = 3.0
    retry_delays_s: tuple[float, ...] = (0.0, 60.0, 300.0)


SLACKS_TIMING = Timing()

_AT_ONCE = 20  # requests on their way to the bot at the same time
_KEEP_ALIVE_S = 2.0  # well before the bot's own server closes an idle connection
_REMEMBERED = 500  # attempts kept for the delivery log
_HEADERS = {"User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot answered to a command or an interaction."""

    status: int
    body: str


class UnansweredError(Exception):
    """The bot did not answer in time (`http_timeout`) or cannot be reached (`connection_failed`)."""


@dataclass(frozen=True, slots=True)
class _Parcel:
    """A request body on its way to the bot, and what the log calls it."""

    id: str
    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How one attempt ended: the HTTP status or the reason of failure, and the response if there was one."""

    status: str
    response: httpx.Response | None

    @property
    def is_final(self) -> bool:
        """Whether Slack would leave it at that."""
        if self.response is None:
            return False
        return self.response.is_success or self.response.headers.get("X-Slack-No-Retry") == "1"


class Deliverer:
    """Everything on its way to the bot; works between `start()` and `stop()`."""

    def __init__(
        self,
        *,
        url: str,
        signing_secret: str,
        switches: Switches,
        report: Callable[[Delivered], None],
        timing: Timing = SLACKS_TIMING,
    ) -> None:
        self._url = url
        self._secret = signing_secret
        self._switches = switches
        self._report = report
        self._timing = timing
        self._tasks: set[asyncio.Task[None]] = set()
        self._client: httpx.AsyncClient | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self.log: deque[Delivered] = deque(maxlen=_REMEMBERED)
        """The latest attempts, oldest first."""

    async def start(self) -> None:
        """Open the connection pool on the running loop."""
        self._loop = asyncio.get_running_loop()
        limits = httpx.Limits(max_connections=None, keepalive_expiry=_KEEP_ALIVE_S)
        self._client = httpx.AsyncClient(
            limits=limits, timeout=self._timing.timeout_s, trust_env=False, verify=TRUSTS_NOBODY
        )

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
        parcel = _Parcel(event_id, name, "application/json", json.dumps(body).encode())
        for _ in range(self._switches.copies):
            self._switches.pass_or_hold(lambda: self._begin(self._with_retries(parcel)))

    async def send_form(self, name: str, fields: Mapping[str, str]) -> Reply:
        """Deliver a command or an interaction and wait for the bot's answer.

        Raises:
            UnansweredError: there was none within the timeout.
        """
        parcel = _Parcel(name, name, "application/x-www-form-urlencoded", urlencode(fields).encode())
        outcome = await self._attempt(parcel, 1, {})
        if outcome.response is None:
            raise UnansweredError(outcome.status)
        return Reply(outcome.response.status_code, outcome.response.text)

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        """Start `work` on the loop, whichever thread asks for it; without a running deliverer it is dropped."""
        if self._loop is None:
            work.close()
        elif _running_loop() is self._loop:
            self._start(work)
        else:
            self._loop.call_soon_threadsafe(self._start, work)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _with_retries(self, parcel: _Parcel) -> None:
        await asyncio.sleep(self._switches.delay_s)
        retry_headers: dict[str, str] = {}
        for attempt, delay_s in enumerate([*self._timing.retry_delays_s, None], start=1):
            async with self._slots:
                outcome = await self._attempt(parcel, attempt, retry_headers)
            if outcome.is_final or delay_s is None:
                return
            reason = outcome.status if outcome.response is None else "http_error"
            retry_headers = {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": reason}
            await asyncio.sleep(delay_s)

    async def _attempt(self, parcel: _Parcel, attempt: int, extra: Mapping[str, str]) -> _Outcome:
        began = time.monotonic()
        outcome = await self._request(parcel, extra)
        elapsed_s = time.monotonic() - began
        delivered = Delivered(parcel.id, parcel.name, outcome.status, attempt, elapsed_s, at=time.time())
        self.log.append(delivered)
        self._report(delivered)
        return outcome

    async def _request(self, parcel: _Parcel, extra: Mapping[str, str]) -> _Outcome:
        if self._client is None:
            return _Outcome("connection_failed", None)
        signature = signed_headers(secret=self._secret, timestamp=int(time.time()), body=parcel.content)
        headers = {"Content-Type": parcel.content_type, **_HEADERS, **signature, **extra}
        try:
            async with asyncio.timeout(self._timing.timeout_s):
                response = await self._client.post(self._url, content=parcel.content, headers=headers)
        except (TimeoutError, httpx.TimeoutException):
            return _Outcome("http_timeout", None)
        except httpx.HTTPError:
            return _Outcome("connection_failed", None)
        return _Outcome(str(response.status_code), response)


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
