"""For tests: a real server on a free port, and people who act in its workspace and wait for what they see.

    with serving(my_app) as served, served.person("Ana") as ana:
        paste = ana.says("#mail-support", "535 5.7.8 Authentication credentials invalid")
        card = ana.waits_for_reply(paste)
        ana.reacts(card, "+1")
        ana.clicks(card, "more")

`my_app(port)` builds the ASGI app once the port is known: usually the bot's own server with a playground inside. Nothing
here sleeps: a person listens to the workspace's event stream and wakes at each change.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self, TypeAlias, TypeVar

import httpx
import uvicorn
from starlette.types import ASGIApp

from bot.playground.objects import Json

__all__ = ["AppFactory", "Person", "Refused", "Seen", "SeenMessage", "Served", "serving"]

AppFactory: TypeAlias = Callable[[int], ASGIApp]
"""Builds the app that will be served on that port of 127.0.0.1."""

DEFAULT_TIMEOUT_S = 10.0
"""How long people wait for something to appear."""

_Result = TypeVar("_Result")


class Refused(Exception):  # noqa: N818 - named as what happened to the person
    """The playground refused what a person did; `error` is its name, the text is for people."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(f"{error}: {message}")
        self.error = error


@dataclass(frozen=True, slots=True)
class SeenMessage:
    """A message as a person sees it."""

    channel: str
    ts: str
    user: str
    text: str
    thread_ts: str | None
    blocks: tuple[Json, ...]
    reactions: Mapping[str, tuple[str, ...]]
    """Emoji name -> user ids."""
    is_ephemeral: bool
    is_deleted: bool
    from_bot: bool
    json: Json = field(repr=False, compare=False)
    """The whole message object."""

    @property
    def words(self) -> str:
        """All that one can read: the text, and every text in the blocks."""
        return "\n".join([self.text, *_texts(list(self.blocks))])


@dataclass(frozen=True, slots=True)
class Seen:
    """All that a person sees at one moment."""

    messages: tuple[SeenMessage, ...]
    """Oldest first, in all channels, replies and ephemeral ones included."""
    views: tuple[Json, ...]
    """The modals that are open, the topmost last."""
    home: Json | None
    channels: Mapping[str, Json]

    def replies(self, message: SeenMessage) -> list[SeenMessage]:
        """What stands in the thread below `message`, oldest first."""
        return [m for m in self.messages if m.thread_ts == message.ts and m.ts != message.ts]

    def message(self, channel: str, ts: str) -> SeenMessage | None:
        """The message at that place, if it is there."""
        return next((m for m in self.messages if (m.channel, m.ts) == (channel, ts)), None)


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    url: str
    """`http://127.0.0.1:PORT`, without a slash at the end."""

    def person(self, name: str) -> Person:
        """Somebody of the workspace, by name; use it in a `with` statement."""
        return Person(self.url, name)

    def switch(self, **switches: Any) -> None:
        """Make something go wrong: the fields of `POST /playground/switches`."""
        httpx.post(f"{self.url}/playground/switches", json=switches, timeout=DEFAULT_TIMEOUT_S).raise_for_status()

    def deliveries(self) -> list[Json]:
        """What was sent to the bot, once nothing is on its way any more."""
        response = httpx.get(f"{self.url}/playground/deliveries", params={"settled": "1"}, timeout=60)
        return list(response.raise_for_status().json()["deliveries"])


@contextmanager
def serving(app_factory: AppFactory, *, timeout_s: float = 30.0) -> Iterator[Served]:
    """Serve the app on a free port of 127.0.0.1 for as long as the block runs; its lifespan runs too.

    Raises:
        RuntimeError: it did not start within `timeout_s` seconds, or failed to.
    """
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    started = threading.Event()
    config = uvicorn.Config(
        app_factory(port), log_level="warning", lifespan="on", timeout_graceful_shutdown=2, ws="none"
    )
    server = _Server(config, started)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name=f"server on {port}", daemon=True)
    thread.start()
    try:
        if not started.wait(timeout_s) or not server.started:
            raise RuntimeError("the server did not start; its log says why")
        yield Served(f"http://127.0.0.1:{port}")
    finally:
        server.should_exit = True
        thread.join(timeout_s)
        listener.close()


class _Server(uvicorn.Server):
    """Says when it listens, or that it never will."""

    def __init__(self, config: uvicorn.Config, started_or_failed: threading.Event) -> None:
        super().__init__(config)
        self._started_or_failed = started_or_failed

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets=sockets)
        finally:
            self._started_or_failed.set()


class Person:
    """Somebody who acts in the workspace and sees what happens there."""

    def __init__(self, url: str, name: str) -> None:
        self._http = httpx.Client(base_url=url, timeout=httpx.Timeout(30.0), trust_env=False)
        self._changed = threading.Condition()
        self._messages: dict[tuple[str, str], Json] = {}
        self._views: dict[str, Json] = {}
        self._home: Json | None = None
        self._channels: dict[str, Json] = {}
        self._closed = False
        self._socket: socket.socket | None = None
        self.id = self._id_of(name)
        self._watching = threading.Event()
        self._thread = threading.Thread(target=self._watch, name=f"{name} watching", daemon=True)
        self._thread.start()
        if not self._watching.wait(DEFAULT_TIMEOUT_S):
            raise RuntimeError("the event stream did not open")
        self._load()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.leaves()

    # Doing

    def says(self, channel: str, text: str, *, thread: SeenMessage | None = None) -> SeenMessage:
        """Send a message; `channel` is an id, `#name`, or `bot` for the direct message with the bot."""
        body = {"channel": self.channel_id(channel), "text": text, "thread_ts": thread.ts if thread else None}
        return _seen(self._post("messages", body)["message"])

    def edits(self, message: SeenMessage, text: str) -> SeenMessage:
        """Change a message of one's own."""
        body = {"channel": message.channel, "ts": message.ts, "text": text}
        return _seen(self._post("messages/edit", body)["message"])

    def deletes(self, message: SeenMessage) -> None:
        """Delete a message of one's own."""
        self._post("messages/delete", {"channel": message.channel, "ts": message.ts})

    def reacts(self, message: SeenMessage, name: str) -> None:
        """Put an emoji under a message."""
        self._post("reactions", {"channel": message.channel, "ts": message.ts, "name": name})

    def unreacts(self, message: SeenMessage, name: str) -> None:
        """Take an emoji back."""
        self._post("reactions", {"channel": message.channel, "ts": message.ts, "name": name, "remove": True})

    def runs(self, command: str, text: str = "", *, channel: str = "#mail-support") -> None:
        """Run a slash command."""
        self._post("commands", {"channel": self.channel_id(channel), "command": command, "text": text})

    def uses_shortcut(self, message: SeenMessage, callback_id: str) -> None:
        """Use a message shortcut."""
        self._post("shortcuts", {"channel": message.channel, "ts": message.ts, "callback_id": callback_id})

    def clicks(self, surface: SeenMessage | Json, action_id: str, **choice: Any) -> None:
        """Use the element `action_id` of a message or of an open view.

        A button needs nothing more; a menu takes the value of the option (`option="…"`), anything else the fields that
        Slack has for it (`selected_date="…"`).
        """
        blocks = surface.blocks if isinstance(surface, SeenMessage) else tuple(surface["blocks"])
        block_id, element = _element(blocks, action_id)
        action: Json = {"type": element["type"], "action_id": element["action_id"], "block_id": block_id}
        option = choice.pop("option", None)
        if option is not None:
            action["selected_option"] = _option(element, option)
        body: Json = {"action": action | choice}
        if isinstance(surface, SeenMessage):
            body |= {"channel": surface.channel, "message_ts": surface.ts}
        else:
            body["view_id"] = surface["id"]
        self._post("actions", body)

    def submits(self, view: Json, values: Mapping[str, Json] | None = None) -> Json:
        """Submit a modal with `values` (action id -> value object); returns the app's response_action, if any."""
        by_block: dict[str, Json] = {}
        for action_id, value in (values or {}).items():
            block_id, _ = _element(view["blocks"], action_id)
            by_block.setdefault(block_id, {})[action_id] = value
        answer = self._post("views/submit", {"view_id": view["id"], "values": by_block})
        return {name: answer[name] for name in ("response_action", "errors") if name in answer}

    def closes(self, view: Json) -> None:
        """Close a modal."""
        self._post("views/close", {"view_id": view["id"]})

    def uploads(
        self, channel: str, name: str, content: bytes, *, text: str = "", thread: SeenMessage | None = None
    ) -> SeenMessage:
        """Upload a file."""
        fields = {"user": self.id, "channel": self.channel_id(channel), "text": text}
        fields |= {"thread_ts": thread.ts} if thread else {}
        response = self._http.post("/playground/files", data=fields, files={"file": (name, content)})
        return _seen(_checked(response)["message"])

    def invites_bot(self, channel: str) -> None:
        """Put the bot into a channel."""
        self._post("invite", {"channel": self.channel_id(channel)})

    def opens_home(self, tab: str = "home") -> None:
        """Look at the app's home."""
        self._post("home", {"tab": tab})

    def leaves(self) -> None:
        """Stop watching."""
        self._closed = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)  # wakes the thread that reads from it
        self._thread.join(DEFAULT_TIMEOUT_S)
        self._http.close()

    # Seeing

    def sees(self) -> Seen:
        """All that is on the screen now."""
        with self._changed:
            return self._seen()

    def waits_for(
        self, predicate: Callable[[Seen], _Result | None], *, timeout_s: float = DEFAULT_TIMEOUT_S
    ) -> _Result:
        """The first truthy value of `predicate`, tried now and after each change.

        Raises:
            TimeoutError: there was none in time; the text shows the last messages.
        """
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while True:
                seen = self._seen()
                result = predicate(seen)
                if result:
                    return result
                left = deadline - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    raise TimeoutError(_what_was_seen(seen))

    def waits_for_reply(self, message: SeenMessage, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> SeenMessage:
        """The bot's first reply in the thread of `message`."""
        root = message.thread_ts or message.ts

        def reply(seen: Seen) -> SeenMessage | None:
            below = [m for m in seen.messages if m.channel == message.channel and m.thread_ts == root]
            return next((m for m in below if m.from_bot and m.ts > message.ts), None)

        return self.waits_for(reply, timeout_s=timeout_s)

    def waits_for_view(self, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Json:
        """The topmost open modal."""
        return self.waits_for(lambda seen: seen.views[-1] if seen.views else None, timeout_s=timeout_s)

    def waits_for_ephemeral(self, *, after: str = "0", timeout_s: float = DEFAULT_TIMEOUT_S) -> SeenMessage:
        """The newest message that only this person sees, later than the timestamp `after`."""

        def newest(seen: Seen) -> SeenMessage | None:
            return next((m for m in reversed(seen.messages) if m.is_ephemeral and m.ts > after), None)

        return self.waits_for(newest, timeout_s=timeout_s)

    def current(self, message: SeenMessage) -> SeenMessage | None:
        """`message` as it is now; None when it is gone."""
        return self.sees().message(message.channel, message.ts)

    def channel_id(self, name: str) -> str:
        """The id of `#name`, of the direct message with the bot (`bot`), or of an id itself.

        Raises:
            KeyError: there is no such channel.
        """
        for channel_id, channel in self._channels.items():
            if name == channel_id or (name == "bot" and channel["is_im"]):
                return channel_id
            if not channel["is_im"] and name.removeprefix("#") == channel["name"]:
                return channel_id
        raise KeyError(name)

    # Keeping up

    def _id_of(self, name: str) -> str:
        users = _checked(self._http.get("/playground/state"))["users"]
        return next(str(user["id"]) for user in users if name.lower() in {user["name"], user["real_name"].lower()})

    def _post(self, path: str, body: Json) -> Json:
        return _checked(self._http.post(f"/playground/{path}", json={"user": self.id} | body))

    def _load(self) -> None:
        """Read the whole state; what changed since the stream opened is in it or comes through the stream again."""
        state = _checked(self._http.get("/playground/state", params={"user": self.id}))
        with self._changed:
            self._channels = {channel["id"]: channel for channel in state["channels"]}
            for channel_id, messages in state["messages"].items():
                self._messages |= {(channel_id, message["ts"]): message for message in messages}
            self._views |= {view["id"]: view for view in state["views"]}
            self._home = state["home"]
            self._changed.notify_all()

    def _watch(self) -> None:
        try:
            with self._http.stream("GET", "/playground/stream", params={"user": self.id}, timeout=None) as response:
                self._socket = response.extensions["network_stream"].get_extra_info("socket")
                for line in response.iter_lines():
                    self._watching.set()
                    if line.startswith("data: "):
                        self._take(json.loads(line.removeprefix("data: ")))
        except (httpx.HTTPError, RuntimeError, ValueError):
            if not self._closed:
                raise

    def _take(self, event: Json) -> None:
        with self._changed:
            self._apply(event)
            self._changed.notify_all()

    def _apply(self, event: Json) -> None:
        match event["type"]:
            case "message" | "message_changed" | "ephemeral":
                message = event["message"]
                self._messages[message["channel"], message["ts"]] = message
            case "message_deleted":
                self._messages.pop((event["channel"], event["ts"]), None)
            case "reactions":
                key = (event["channel"], event["ts"])
                if key in self._messages:
                    self._messages[key] = self._messages[key] | {"reactions": event["reactions"]}
            case "ephemeral_replaced":
                key = (event["channel"], event["ts"])
                self._messages.pop(key, None)
                if event["message"] is not None:
                    self._messages[key] = event["message"]
            case "channel":
                self._channels[event["channel"]["id"]] = event["channel"]
            case "view_opened" | "view_updated":
                self._views[event["view"]["id"]] = event["view"]
            case "view_closed":
                self._views.pop(event["view_id"], None)
            case "home":
                self._home = event["view"]
            case "reset":
                self._messages.clear()
                self._views.clear()
                self._home = None

    def _seen(self) -> Seen:
        messages = sorted((_seen(message) for message in self._messages.values()), key=lambda message: message.ts)
        return Seen(tuple(messages), tuple(self._views.values()), self._home, dict(self._channels))


def _checked(response: httpx.Response) -> Json:
    answer: Json = response.json()
    if not answer.get("ok"):
        raise Refused(str(answer.get("error")), str(answer.get("message")))
    return answer


def _seen(message: Json) -> SeenMessage:
    return SeenMessage(
        channel=message["channel"],
        ts=message["ts"],
        user=message["user"],
        text=message["text"],
        thread_ts=message.get("thread_ts"),
        blocks=tuple(message.get("blocks", ())),
        reactions={reaction["name"]: tuple(reaction["users"]) for reaction in message["reactions"]},
        is_ephemeral=message.get("is_ephemeral", False),
        is_deleted=message.get("deleted", False),
        from_bot="bot_id" in message,
        json=message,
    )


def _element(blocks: Sequence[Json], action_id: str) -> tuple[str, Json]:
    for block in blocks:
        for element in [block.get("accessory"), block.get("element"), *block.get("elements", ())]:
            if isinstance(element, dict) and element.get("action_id") == action_id:
                return str(block["block_id"]), element
    raise KeyError(f"there is no element {action_id!r} in {json.dumps(list(blocks))[:2000]}")


def _option(element: Json, value: str) -> Json:
    offered = [*element.get("options", ()), *(o for g in element.get("option_groups", ()) for o in g["options"])]
    return next(option for option in offered if option["value"] == value)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _what_was_seen(seen: Seen) -> str:
    lines = [f"{m.ts} {m.channel} {m.user} thread={m.thread_ts}: {m.words[:200]!r}" for m in seen.messages[-8:]]
    return "what was waited for did not appear; the last messages are:\n" + "\n".join(lines)
