"""A person's screen: the state once, then every change as it comes; whoever waits wakes at each of them."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import httpx

from bot.playground.objects import Json
from bot.playground.testing.seen import Seen, seen_message

__all__ = ["DEFAULT_TIMEOUT_S", "Screen"]

DEFAULT_TIMEOUT_S = 10.0
"""How long people wait for something to appear, in seconds."""

_Result = TypeVar("_Result")


class Screen:
    """What one user sees, kept up to date by a thread that reads the event stream until `close()`."""

    def __init__(self, http: httpx.Client, user_id: str) -> None:
        self._http = http
        self._user_id = user_id
        self._changed = threading.Condition()
        self._messages: dict[tuple[str, str], Json] = {}
        self._views: dict[str, Json] = {}
        self._home: Json | None = None
        self._channels: dict[str, Json] = {}
        self._socket: socket.socket | None = None
        self._opened, self._loaded, self._closed = threading.Event(), threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._watch, name=f"screen of {user_id}", daemon=True)
        self._thread.start()
        if not self._opened.wait(DEFAULT_TIMEOUT_S):
            raise RuntimeError("the event stream did not open")
        self._load()

    def close(self) -> None:
        """Stop watching."""
        self._closed.set()
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)  # wakes the thread that reads from it
        self._thread.join(DEFAULT_TIMEOUT_S)

    def now(self) -> Seen:
        """All that is on the screen now."""
        with self._changed:
            return self._seen()

    def wait_for(self, predicate: Callable[[Seen], _Result | None], *, timeout_s: float) -> _Result:
        """The first truthy value of `predicate`, tried now and after each change.

        Raises:
            TimeoutError: there was none within `timeout_s` seconds; the text shows the last messages.
        """
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while True:
                seen = self._seen()
                result = predicate(seen)
                if result:
                    return result
                left_s = deadline - time.monotonic()
                if left_s <= 0 or not self._changed.wait(left_s):
                    raise TimeoutError(f"it did not appear; the last messages are:\n{self._seen().summary()}")

    def _seen(self) -> Seen:
        messages = sorted(
            (seen_message(message) for message in self._messages.values()), key=lambda message: message.ts
        )
        return Seen(tuple(messages), tuple(self._views.values()), self._home, dict(self._channels))

    def _load(self) -> None:
        """Read the whole state; changes since the stream opened wait until then, and may be in it already."""
        state = self._http.get("/playground/state", params={"user": self._user_id}).raise_for_status().json()
        with self._changed:
            self._channels = {channel["id"]: channel for channel in state["channels"]}
            self._messages = {
                (channel_id, message["ts"]): message
                for channel_id, messages in state["messages"].items()
                for message in messages
            }
            self._views = {view["id"]: view for view in state["views"]}
            self._home = state["home"]
        self._loaded.set()

    def _watch(self) -> None:
        try:
            with self._http.stream(
                "GET", "/playground/stream", params={"user": self._user_id}, timeout=None
            ) as response:
                self._socket = response.extensions["network_stream"].get_extra_info("socket")
                for line in response.iter_lines():
                    self._opened.set()
                    if line.startswith("data: "):
                        self._loaded.wait(DEFAULT_TIMEOUT_S)
                        self._take(json.loads(line.removeprefix("data: ")))
        except httpx.HTTPError:
            if not self._closed.is_set():
                raise

    def _take(self, event: Json) -> None:
        with self._changed:
            kind = str(event["type"])
            if kind in _MESSAGE_EVENTS:
                self._take_message(event)
            else:
                self._take_other(event)
            self._changed.notify_all()

    def _take_message(self, event: Json) -> None:
        """Something about one message; only new and changed ones come whole."""
        message: Json | None = event.get("message")
        key = (message["channel"], message["ts"]) if message else (event["channel"], event["ts"])
        if message is not None:
            self._messages[key] = message
        elif event["type"] == "reactions":
            self._messages[key] = self._messages.get(key, {}) | {"reactions": event["reactions"]}
        else:
            self._messages.pop(key, None)

    def _take_other(self, event: Json) -> None:
        match event["type"]:
            case "channel":
                self._channels[event["channel"]["id"]] = event["channel"]
            case "view_opened" | "view_updated":
                self._views[event["view"]["id"]] = event["view"]
            case "view_closed":
                self._views.pop(event["view_id"], None)
            case "home":
                self._home = event["view"]
            case "reset":
                self._load()


_MESSAGE_EVENTS = {"message", "message_changed", "message_deleted", "reactions", "ephemeral", "ephemeral_replaced"}
