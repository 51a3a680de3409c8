"""Somebody who acts in the workspace over HTTP, as the page does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.playground.objects import Json
from bot.playground.testing.answers import checked
from bot.playground.testing.filling import by_block, filled
from bot.playground.testing.onlooker import Onlooker
from bot.playground.testing.seen import SeenMessage, element, option, seen_message

__all__ = ["Person"]


class Person(Onlooker):
    """One of the workspace's people, and what they do; stands in a `with` statement."""

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
        self, surface: SeenMessage | Json, action_id: str, *, entered: Mapping[str, Any] | None = None, **choice: Any
    ) -> None:
        """Use the element `action_id` of a message, of an open modal or of the home.

        A button needs nothing more; a menu takes the value of the option (`option="…"`), anything else the fields that
        Slack has for it (`selected_date="…"`). `entered` is what the other inputs hold, as for `submits`.
        """
        blocks = surface.blocks if isinstance(surface, SeenMessage) else tuple(surface["blocks"])
        block_id, used = element(blocks, action_id)
        action: Json = {"type": used["type"], "action_id": action_id, "block_id": block_id}
        if "option" in choice:
            action["selected_option"] = option(used, choice.pop("option"))
        body = {"action": action | choice, "values": by_block(blocks, entered or {})}
        self._post("actions", _surface(surface) | body)

    def chooses(
        self, surface: SeenMessage | Json, action_id: str, value: Any, *, entered: Mapping[str, Any] | None = None
    ) -> None:
        """Choose in a menu, an overflow menu included: an option's value, or the id of a person or a channel.

        A list of them where several can be chosen.
        """
        blocks = surface.blocks if isinstance(surface, SeenMessage) else tuple(surface["blocks"])
        _, used = element(blocks, action_id)
        self.clicks(surface, action_id, entered=entered, **filled(used, value))

    def types_into(
        self, surface: SeenMessage | Json, action_id: str, text: str, *, entered: Mapping[str, Any] | None = None
    ) -> None:
        """Write into a field and press Enter; the app hears of it if the field's block dispatches its actions."""
        self.clicks(surface, action_id, entered=entered, value=text)

    def searches(self, surface: SeenMessage | Json, action_id: str, typed: str) -> list[Json]:
        """Type into a menu whose options come from the app; returns the options, to be given to `chooses`."""
        blocks = surface.blocks if isinstance(surface, SeenMessage) else tuple(surface["blocks"])
        block_id, _ = element(blocks, action_id)
        menu = {"block_id": block_id, "action_id": action_id, "value": typed}
        answer = self._post("suggestions", _surface(surface) | menu)
        return [*answer.get("options", ()), *(o for group in answer.get("option_groups", ()) for o in group["options"])]

    def submits(self, view: Json, values: Mapping[str, Any] | None = None) -> Json:
        """Submit a modal; returns `response_action` and `errors` (block id -> sentence), if there are any.

        `values` says what the inputs hold: action id -> a text, an option's value, an id, a list of them, or Slack's
        own value object. What is left out holds what it held before.
        """
        body = {"view_id": view["id"], "values": by_block(view["blocks"], values or {})}
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
        return seen_message(checked(response)["message"])

    def invites_bot(self, channel: str) -> None:
        """Put the bot into a channel."""
        self._post("invite", {"channel": self.channel_id(channel)})

    def opens_home(self, tab: str = "home") -> None:
        """Look at the app's home; `waits_for_home` shows what the app puts there."""
        self._post("home", {"tab": tab})

    def _post(self, path: str, body: Json) -> Json:
        return checked(self._http.post(f"/playground/{path}", json={"user": self.id} | body))


def _place(message: SeenMessage) -> Json:
    return {"channel": message.channel, "ts": message.ts}


def _surface(surface: SeenMessage | Json) -> Json:
    if isinstance(surface, SeenMessage):
        return {"channel": surface.channel, "message_ts": surface.ts}
    return {"view_id": surface["id"]}
