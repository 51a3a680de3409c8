"""Somebody who acts in the workspace over HTTP, as the page does, and sees what happens there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx

from bot.playground.objects import Json
from bot.playground.testing.screen import DEFAULT_TIMEOUT_S, Screen
from bot.playground.testing.seen import Seen, SeenMessage, element, option, seen_message

__all__ = ["Person", "RefusedError"]

_Result = TypeVar("_Result")


class RefusedError(Exception):
    """The playground refused what a person did; `error` is its name, the text is for people."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(f"{error}: {message}")
        self.error = error


class Person:
    """One of the workspace's people, who reaches it through `http`; stands in a `with` statement."""

    def __init__(self, http: httpx.Client, name: str) -> None:
        self._http = http
        self.id = self._id_of(name)
        """The user id."""
        self._screen = Screen(self._http, self.id)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._screen.close()

    # What a person does

    def says(self, channel: str, text: str, *, thread: SeenMessage | None = None) -> SeenMessage:
        """Send a message and see it; `channel` is an id, `#name`, or `bot` for the direct message with the bot."""
        body = {"channel": self.channel_id(channel), "text": text, "thread_ts": thread.ts if thread else None}
        message = seen_message(self._post("messages", body)["message"])
        self.waits_for(lambda seen: seen.message(message.channel, message.ts))
        return message

    def edits(self, message: SeenMessage, text: str) -> SeenMessage:
        """Change a message of one's own."""
        return seen_message(self._post("messages/edit", _place(message) | {"text": text})["message"])

    def deletes(self, message: SeenMessage) -> None:
        """Delete a message of one's own."""
        self._post("messages/delete", _place(message))

    def reacts(self, message: SeenMessage, name: str) -> None:
        """Put an emoji under a message."""
        self._post("reactions", _place(message) | {"name": name})

    def unreacts(self, message: SeenMessage, name: str) -> None:
        """Take an emoji back."""
        self._post("reactions", _place(message) | {"name": name, "remove": True})

    def runs(self, command: str, text: str = "", *, channel: str = "#mail-support") -> None:
        """Run a slash command."""
        self._post("commands", {"channel": self.channel_id(channel), "command": command, "text": text})

    def uses_shortcut(self, message: SeenMessage, callback_id: str) -> None:
        """Use a message shortcut."""
        self._post("shortcuts", _place(message) | {"callback_id": callback_id})

    def clicks(
        self, surface: SeenMessage | Json, action_id: str, *, entered: Mapping[str, Json] | None = None, **choice: Any
    ) -> None:
        """Use the element `action_id` of a message or of an open view.

        A button needs nothing more; a menu takes the value of the option (`option="…"`), anything else the fields that
        Slack has for it (`selected_date="…"`). `entered` is what the other inputs hold: action id -> value object.
        """
        blocks = surface.blocks if isinstance(surface, SeenMessage) else tuple(surface["blocks"])
        block_id, used = element(blocks, action_id)
        action: Json = {"type": used["type"], "action_id": action_id, "block_id": block_id}
        if "option" in choice:
            action["selected_option"] = option(used, choice.pop("option"))
        if isinstance(surface, SeenMessage):
            where = {"channel": surface.channel, "message_ts": surface.ts}
        else:
            where = {"view_id": surface["id"]}
        self._post("actions", where | {"action": action | choice, "values": _by_block(blocks, entered or {})})

    def submits(self, view: Json, values: Mapping[str, Json] | None = None) -> Json:
        """Submit a modal with `values` (action id -> value object); returns `response_action` and `errors`, if any."""
        body = {"view_id": view["id"], "values": _by_block(view["blocks"], values or {})}
        answer = self._post("views/submit", body)
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
        return seen_message(_checked(response)["message"])

    def invites_bot(self, channel: str) -> None:
        """Put the bot into a channel."""
        self._post("invite", {"channel": self.channel_id(channel)})

    def opens_home(self, tab: str = "home") -> None:
        """Look at the app's home."""
        self._post("home", {"tab": tab})

    # What a person sees

    def sees(self) -> Seen:
        """All that is on the screen now."""
        return self._screen.now()

    def current(self, message: SeenMessage) -> SeenMessage | None:
        """`message` as it is now; None when it is gone."""
        return self.sees().message(message.channel, message.ts)

    def waits_for(
        self, predicate: Callable[[Seen], _Result | None], *, timeout_s: float = DEFAULT_TIMEOUT_S
    ) -> _Result:
        """The first truthy value of `predicate`, tried now and after each change.

        Raises:
            TimeoutError: there was none within `timeout_s` seconds; the text shows the last messages.
        """
        return self._screen.wait_for(predicate, timeout_s=timeout_s)

    def waits_for_reply(self, message: SeenMessage, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> SeenMessage:
        """The bot's first message in the thread of `message` that is younger than it."""
        root = message.thread_ts or message.ts

        def reply(seen: Seen) -> SeenMessage | None:
            thread = [m for m in seen.messages if m.channel == message.channel and m.thread_ts == root]
            return next((m for m in thread if m.from_bot and m.ts > message.ts), None)

        return self.waits_for(reply, timeout_s=timeout_s)

    def waits_for_view(self, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Json:
        """The topmost open modal."""
        return self.waits_for(lambda seen: seen.views[-1] if seen.views else None, timeout_s=timeout_s)

    def waits_for_ephemeral(self, *, after: str = "0", timeout_s: float = DEFAULT_TIMEOUT_S) -> SeenMessage:
        """The newest message that only this person sees, younger than the timestamp `after`."""

        def newest(seen: Seen) -> SeenMessage | None:
            return next((m for m in reversed(seen.messages) if m.is_ephemeral and m.ts > after), None)

        return self.waits_for(newest, timeout_s=timeout_s)

    def channel_id(self, name: str) -> str:
        """The id of `#name`, of the direct message with the bot (`bot`), or of an id itself.

        Raises:
            LookupError: there is no such channel.
        """
        for channel_id, channel in self.sees().channels.items():
            known = {channel_id, "bot"} if channel["is_im"] else {channel_id, channel["name"], f"#{channel['name']}"}
            if name in known:
                return channel_id
        raise LookupError(f"there is no channel {name!r} that this person sees")

    def _id_of(self, name: str) -> str:
        users = _checked(self._http.get("/playground/state"))["users"]
        return next(str(user["id"]) for user in users if name.lower() in {user["name"], user["real_name"].lower()})

    def _post(self, path: str, body: Json) -> Json:
        return _checked(self._http.post(f"/playground/{path}", json={"user": self.id} | body))


def _place(message: SeenMessage) -> Json:
    return {"channel": message.channel, "ts": message.ts}


def _by_block(blocks: Sequence[Json], values: Mapping[str, Json]) -> Json:
    """Slack's `state.values`: block id -> action id -> value object."""
    by_block: dict[str, Json] = {}
    for action_id, value in values.items():
        block_id, _ = element(blocks, action_id)
        by_block.setdefault(block_id, {})[action_id] = value
    return by_block


def _checked(response: httpx.Response) -> Json:
    answer: Json = response.json()
    if not answer.get("ok"):
        raise RefusedError(str(answer.get("error")), str(answer.get("message")))
    return answer
