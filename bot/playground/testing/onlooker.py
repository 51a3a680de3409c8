"""Somebody who sees what happens in the workspace, and waits for it without sleeping."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

import httpx

from bot.playground.objects import Json
from bot.playground.testing.answers import checked
from bot.playground.testing.screen import DEFAULT_TIMEOUT_S, Screen
from bot.playground.testing.seen import Seen, SeenMessage, words_of

__all__ = ["Onlooker"]

_Result = TypeVar("_Result")


class Onlooker:
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

    def sees(self) -> Seen:
        """All that is on the screen now."""
        return self._screen.now()

    def pings(self) -> list[SeenMessage]:
        """The messages that call this person, oldest first."""
        return [message for message in self.sees().messages if self.id in message.pings]

    def waits_for_ping(self, *, after: str = "0", timeout_s: float = DEFAULT_TIMEOUT_S) -> SeenMessage:
        """The first message that calls this person, younger than the timestamp `after`."""

        def ping(seen: Seen) -> SeenMessage | None:
            return next((m for m in seen.messages if self.id in m.pings and m.ts > after), None)

        return self.waits_for(ping, timeout_s=timeout_s)

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

    def waits_for_view(self, words: str = "", *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Json:
        """The topmost open modal, once it says `words`."""
        return self.waits_for(
            lambda seen: seen.views[-1] if seen.views and words in words_of(seen.views[-1]) else None,
            timeout_s=timeout_s,
        )

    def waits_for_home(self, words: str = "", *, timeout_s: float = DEFAULT_TIMEOUT_S) -> Json:
        """What the app shows this person in its home, once it says `words`."""
        return self.waits_for(
            lambda seen: seen.home if seen.home and words in words_of(seen.home) else None, timeout_s=timeout_s
        )

    def waits_for_ephemeral(
        self,
        words: str = "",
        *,
        after: str = "0",
        thread: SeenMessage | None = None,
        timeout_s: float = DEFAULT_TIMEOUT_S,
    ) -> SeenMessage:
        """The newest message that only this person sees and that says `words`.

        It is younger than the timestamp `after`; with `thread` it stands in the thread of that message.
        """
        root = (thread.thread_ts or thread.ts) if thread else None

        def newest(seen: Seen) -> SeenMessage | None:
            own = [m for m in seen.messages if m.is_ephemeral and m.ts > after and (not root or m.thread_ts == root)]
            return next((m for m in reversed(own) if words in m.words), None)

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
        users = checked(self._http.get("/playground/state"))["users"]
        return next(str(user["id"]) for user in users if name.lower() in {user["name"], user["real_name"].lower()})
