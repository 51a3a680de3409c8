"""Web addresses of messages, as Slack's `chat.getPermalink` gives them, without asking for each."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from knowledge.conversation import Place

__all__ = ["Links"]


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of a workspace's messages."""

    workspace: str = ""
    """The workspace's own address, as `auth.test` gives it, with a slash at its end; empty: not known."""

    def to(self, message: Place, *, thread_ts: str = "") -> str | None:
        """The address of `message`, which stands in the thread of `thread_ts` if that is another one."""
        if not self.workspace:
            return None
        address = f"{self.workspace}archives/{message.channel}/p{message.ts.replace('.', '')}"
        if thread_ts in {"", message.ts}:
            return address
        return f"{address}?{urlencode({'thread_ts': thread_ts, 'cid': message.channel})}"
