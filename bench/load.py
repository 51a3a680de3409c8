"""Sends events to a bot as fast as it takes them, over some connections at once."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from queue import Empty, SimpleQueue

from bench.command import NotMeasuredError
from bench.message_events import MessageEvent

__all__ = ["await_answers", "send"]

_TIMEOUT_S = 150.0


def send(port: int, events: Iterable[MessageEvent], *, connections: int) -> list[float]:
    """Send all `events` to the bot on `port`; the seconds until each was acknowledged.

    Raises:
        NotMeasuredError: the bot refuses one.
    """
    waiting: SimpleQueue[MessageEvent] = SimpleQueue()
    for event in events:
        waiting.put(event)
    with ThreadPoolExecutor(connections) as senders:
        shares = [senders.submit(_send_waiting, port, waiting) for _ in range(connections)]
        return [taken for share in shares for taken in share.result()]


def await_answers(port: int, channels: Sequence[str]) -> None:
    """Wait until the fake Slack on `port` got a message for each of `channels`.

    Raises:
        NotMeasuredError: an answer is missing.
    """
    with closing(HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT_S)) as connection:
        connection.request("POST", "/await", json.dumps(channels))
        if not json.loads(connection.getresponse().read())["ok"]:
            raise NotMeasuredError("not every event that deserves an answer got one")


def _send_waiting(port: int, waiting: SimpleQueue[MessageEvent]) -> list[float]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT_S)) as connection:
        return [_acknowledged(connection, event) for event in _taken(waiting)]


def _taken(waiting: SimpleQueue[MessageEvent]) -> Iterator[MessageEvent]:
    while True:
        try:
            yield waiting.get_nowait()
        except Empty:
            return


def _acknowledged(connection: HTTPConnection, event: MessageEvent) -> float:
    begun = time.perf_counter()
    connection.request("POST", "/slack/events", event.body, event.headers)
    response = connection.getresponse()
    response.read()
    if response.status != 200:
        raise NotMeasuredError(f"the bot answers an event with {response.status}")
    return time.perf_counter() - begun
