"""The workspace: who is there, what was said, what is open. One store, one writer: the event loop that serves it.

Every method is plain (no `await`), so nothing can come between reading and writing. Each change is told to every
listener as one object of `changes.py`, in order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.playground.changes import (
    Change,
    EphemeralReplaced,
    EphemeralShown,
    FileShared,
    HomePublished,
    MemberJoined,
    MessageChanged,
    MessageDeleted,
    MessagePosted,
    ReactionChanged,
    ViewClosed,
    ViewOpened,
    ViewUpdated,
)
from bot.playground.file_object import SharedFile
from bot.playground.identifiers import Timestamps
from bot.playground.objects import SLACKBOT, Channel, Message, Reaction, View
from bot.playground.reactions import with_reaction, without_reaction
from bot.playground.roster import FirstDay, Roster

__all__ = ["Workspace"]


class Workspace(Roster):
    """Everything that the page shows and the Web API answers from."""

    def __init__(self, first_day: FirstDay) -> None:
        super().__init__(first_day)
        self._listeners: list[Callable[[Change], None]] = []
        self._timestamps = Timestamps()
        self.clear()

    def clear(self) -> None:
        """Back to the first day: nothing said, nothing open, everybody where they were."""
        self.settle()
        self.files: dict[str, SharedFile] = {}
        self.views: dict[str, View] = {}
        self.homes: dict[str, View] = {}
        self._messages: dict[str, dict[str, Message]] = {channel: {} for channel in self.channels}
        self._replies: dict[tuple[str, str], list[str]] = {}  # channel and ts of the root -> ts of each reply

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Call `listener` with every change from now on."""
        self._listeners.append(listener)

    def tell(self, change: Change) -> None:
        """Tell every listener about `change`."""
        for listener in self._listeners:
            listener(change)

    def next_ts(self) -> str:
        """A timestamp later than any before."""
        return self._timestamps.next()

    def join(self, channel_id: str, user_id: str, *, inviter: str | None) -> Channel:
        """Make `user_id` a member, and say so in the channel; nothing happens to somebody who is one."""
        channel = self.channels[channel_id]
        if channel.has(user_id):
            return channel
        channel = replace(channel, members=channel.members | {user_id})
        self.channels[channel_id] = channel
        self.tell(MemberJoined(channel, user_id, inviter, self.next_ts()))
        self.post(
            Message(
                channel=channel_id,
                ts=self.next_ts(),
                user=user_id,
                text=f"<@{user_id}> has joined the channel",
                subtype="channel_join",
                inviter=inviter,
            )
        )
        return channel

    # Messages

    def message(self, channel_id: str, ts: str) -> Message | None:
        """The message that everybody in the channel sees at `ts`."""
        found = self._messages.get(channel_id, {}).get(ts)
        return found if found is not None and found.ephemeral_for is None else None

    def ephemeral(self, channel_id: str, ts: str) -> Message | None:
        """The message at `ts` that only one person sees."""
        found = self._messages.get(channel_id, {}).get(ts)
        return found if found is not None and found.ephemeral_for is not None else None

    def messages(self, channel_id: str, *, seen_by: str | None = None) -> list[Message]:
        """All messages of a channel, oldest first, with those that only `seen_by` sees."""
        return [
            message
            for message in self._messages.get(channel_id, {}).values()
            if message.ephemeral_for is None or message.ephemeral_for == seen_by
        ]

    def thread(self, channel_id: str, root_ts: str) -> list[Message]:
        """The message at `root_ts` and the replies below it, oldest first."""
        timestamps = [root_ts, *self._replies.get((channel_id, root_ts), ())]
        return [message for ts in timestamps if (message := self.message(channel_id, ts)) is not None]

    def post(self, message: Message) -> Message:
        """Add `message`; a reply knows whom it answers."""
        root = self.message(message.channel, message.thread_ts) if message.thread_ts else None
        if root is not None:
            message = replace(message, parent_user=root.user)
            self._replies.setdefault((root.channel, root.ts), []).append(message.ts)
        self._messages[message.channel][message.ts] = message
        self.tell(MessagePosted(message))
        return message

    def change(self, message: Message) -> None:
        """Put `message` in the place of the one with its channel and ts."""
        previous = self._messages[message.channel][message.ts]
        self._messages[message.channel][message.ts] = message
        self.tell(MessageChanged(message, previous, self.next_ts()))

    def delete(self, message: Message) -> None:
        """Take `message` away; where replies hang on it, a tombstone stays until the last of them goes."""
        if len(self.thread(message.channel, message.ts)) > 1:
            self.change(_tombstone(message))
            return
        del self._messages[message.channel][message.ts]
        self.tell(MessageDeleted(message, self.next_ts()))
        if message.is_reply and message.thread_ts is not None:
            self._replies[message.channel, message.thread_ts].remove(message.ts)
            root = self.message(message.channel, message.thread_ts)
            if root is not None and root.is_deleted and len(self.thread(root.channel, root.ts)) == 1:
                self.delete(root)

    def show(self, message: Message) -> Message:
        """Show `message` to the one person it is for."""
        self._messages[message.channel][message.ts] = message
        self.tell(EphemeralShown(message))
        return message

    def replace_ephemeral(self, previous: Message, message: Message | None) -> None:
        """Put `message` in the place of an ephemeral one, or take that away."""
        if message is None:
            del self._messages[previous.channel][previous.ts]
        else:
            self._messages[previous.channel][previous.ts] = message
        self.tell(EphemeralReplaced(previous.channel, previous.ts, previous.ephemeral_for or "", message))

    # Reactions

    def react(self, message: Message, user_id: str, name: str) -> bool:
        """Put a reaction under `message`; False: it is there already."""
        return self._set_reactions(message, with_reaction(message.reactions, name, user_id), user_id, name, added=True)

    def unreact(self, message: Message, user_id: str, name: str) -> bool:
        """Take a reaction back; False: it is not there."""
        fewer = without_reaction(message.reactions, name, user_id)
        return self._set_reactions(message, fewer, user_id, name, added=False)

    def _set_reactions(
        self, message: Message, reactions: tuple[Reaction, ...], user_id: str, name: str, *, added: bool
    ) -> bool:
        if reactions == message.reactions:
            return False
        changed = replace(message, reactions=reactions)
        self._messages[message.channel][message.ts] = changed
        self.tell(ReactionChanged(changed, user_id, name, added, self.next_ts()))
        return True

    # Files and views

    def share_file(self, file: SharedFile) -> None:
        """Keep `file` and tell that it was shared in each of its channels; without any it stays private."""
        self.files[file.id] = file
        for channel_id in file.channels:
            self.tell(FileShared(file, channel_id, self.next_ts()))

    def open_view(self, view: View) -> None:
        """Show a modal on top of those that its user has open."""
        self.views[view.id] = view
        self.tell(ViewOpened(view))

    def update_view(self, view: View) -> None:
        """Show `view` in the place of the one with its id."""
        self.views[view.id] = view
        self.tell(ViewUpdated(view))

    def close_view(self, view: View) -> None:
        """Take a modal away."""
        self.views.pop(view.id, None)
        self.tell(ViewClosed(view))

    def view_stack(self, user_id: str) -> list[View]:
        """The modals that `user_id` has open, the visible one last."""
        return [view for view in self.views.values() if view.user == user_id]

    def publish_home(self, view: View) -> None:
        """Set what `view.user` sees in the app's home."""
        self.homes[view.user] = view
        self.tell(HomePublished(view))


def _tombstone(message: Message) -> Message:
    return Message(
        channel=message.channel,
        ts=message.ts,
        user=SLACKBOT,
        text="This message was deleted.",
        subtype="tombstone",
        thread_ts=message.ts,
    )
