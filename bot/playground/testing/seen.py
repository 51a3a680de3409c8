"""What a person sees, as frozen objects to look at in a test."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.playground.objects import Json

__all__ = ["Seen", "SeenMessage", "element", "option", "seen_message", "words_of"]

_SHOWN = 2_000  # characters of JSON in an error


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
    pings: frozenset[str]
    """The ids of those whom it calls: by name, by their user group, or with everybody."""
    from_bot: bool
    json: Json = field(repr=False, compare=False)
    """The whole message object."""

    @property
    def words(self) -> str:
        """All that one can read: the text, and every text in the blocks."""
        return "\n".join([self.text, *_values_of(list(self.blocks), "text")])


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
        return [m for m in self.messages if m.channel == message.channel and m.thread_ts == message.ts != m.ts]

    def message(self, channel: str, ts: str) -> SeenMessage | None:
        """The message at that place, if it is there."""
        return next((m for m in self.messages if (m.channel, m.ts) == (channel, ts)), None)

    def summary(self) -> str:
        """The latest messages, a line each, for the text of a failed test."""
        return "\n".join(
            f"{m.ts} {m.channel} {m.user} thread={m.thread_ts}: {m.words!r:.300}" for m in self.messages[-8:]
        )


def words_of(view: Json) -> str:
    """All that one can read in a modal or a home: title, texts, labels, options, what is filled in from the start."""
    texts = [*_values_of(view.get("title"), "text"), *_values_of(view["blocks"], "text")]
    return "\n".join([*texts, *_values_of(view["blocks"], "initial_value")])


def seen_message(message: Json) -> SeenMessage:
    """A message object of the page's protocol as a person sees it."""
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
        pings=frozenset(message.get("pings", ())),
        from_bot="bot_id" in message,
        json=message,
    )


def element(blocks: Sequence[Json], action_id: str) -> tuple[str, Json]:
    """The block id and the definition of the element called `action_id`.

    Raises:
        LookupError: there is none.
    """
    for block in blocks:
        for candidate in [block.get("accessory"), block.get("element"), *block.get("elements", ())]:
            if isinstance(candidate, dict) and candidate.get("action_id") == action_id:
                return str(block["block_id"]), candidate
    raise LookupError(f"there is no element {action_id!r} in {json.dumps(list(blocks))[:_SHOWN]}")


def option(menu: Json, value: str) -> Json:
    """The option of a menu with that value.

    Raises:
        LookupError: there is none.
    """
    offered: list[Json] = [*menu.get("options", ()), *(o for g in menu.get("option_groups", ()) for o in g["options"])]
    for candidate in offered:
        if candidate["value"] == value:
            return candidate
    raise LookupError(f"there is no option {value!r} in {json.dumps(menu)[:_SHOWN]}")


def _values_of(value: Any, name: str) -> Iterator[str]:
    """Each text that stands under `name`, however deep."""
    if isinstance(value, dict):
        if isinstance(value.get(name), str):
            yield value[name]
        for inner in value.values():
            yield from _values_of(inner, name)
    elif isinstance(value, list):
        for item in value:
            yield from _values_of(item, name)
