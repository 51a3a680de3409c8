"""Files and text snippets that people and the app share; a paste that is too long for a message becomes one.

Source: https://docs.slack.dev/reference/objects/file-object
"""

from __future__ import annotations

import mimetypes
import time
import uuid
from dataclasses import dataclass

from bot.playground.file_object import SharedFile
from bot.playground.identifiers import new_id
from bot.playground.lookups import channel_of, names, person, thread_root
from bot.playground.objects import Message
from bot.playground.refusals import PersonRefusal
from bot.playground.services import Services
from bot.playground.typed_text import parse

__all__ = ["LONGEST_MESSAGE", "PASTE_NAME", "Upload", "new_file", "share_file"]

PASTE_NAME = "Untitled"
"""How Slack calls a pasted snippet."""

LONGEST_MESSAGE = 4_000
"""Characters; of what is longer Slack's client makes a text snippet, and the message has no text of its own.

Source: https://docs.slack.dev/legacy/legacy-rtm-api, "Limits"
"""

_MIMETYPES = mimetypes.MimeTypes()  # the standard library's own table, whatever the machine adds to it


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody wants to share, and what they say about it."""

    name: str
    content: bytes
    text: str = ""


def share_file(services: Services, *, user: str, channel: str, upload: Upload, thread_ts: str | None = None) -> Message:
    """Upload a file into a channel, as a message of subtype `file_share`; text without a known ending is a snippet.

    Raises:
        PersonRefusal: there is no such place, or what is said about the file is too long.
    """
    workspace = services.workspace
    if len(upload.text) > LONGEST_MESSAGE:
        raise PersonRefusal("msg_too_long", limit=f"{LONGEST_MESSAGE:,}")
    author, place = person(workspace, user), channel_of(workspace, channel, user)
    thread = thread_root(workspace, place, thread_ts)
    file = new_file(services, new_id("F"), upload, user=author.id, channels=(place.id,))
    workspace.share_file(file)
    typed = parse(upload.text, names(workspace))
    return workspace.post(
        Message(
            channel=place.id,
            ts=workspace.next_ts(),
            user=author.id,
            text=typed.text,
            blocks=typed.blocks,
            subtype="file_share",
            thread_ts=thread,
            files=(file,),
            client_msg_id=str(uuid.uuid4()),
        )
    )


def new_file(services: Services, file_id: str, upload: Upload, *, user: str, channels: tuple[str, ...]) -> SharedFile:
    """The file object of what `user` uploaded into `channels`."""
    mimetype, _ = _MIMETYPES.guess_type(upload.name)
    mimetype = mimetype or ("text/plain" if _is_text(upload.content) else "application/octet-stream")
    return SharedFile(
        id=file_id,
        name=upload.name,
        mimetype=mimetype,
        filetype=_filetype(upload.name, mimetype),
        mode="snippet" if mimetype == "text/plain" else "hosted",
        user=user,
        created=int(time.time()),
        url_private=f"{services.base_url}/playground/files/{file_id}",
        content=upload.content,
        channels=channels,
    )


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _filetype(name: str, mimetype: str) -> str:
    """Slack's short name for a kind of file."""
    if mimetype == "text/plain":
        return "text"
    _, dot, ending = name.rpartition(".")
    return ending.lower() if dot else "binary"
