"""Files of a paste: text snippets, logs and saved mails, downloaded with the bot's token."""

from __future__ import annotations

import codecs
import time
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import httpx
import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.listeners.incoming import SharedFile
from knowledge.base import Answer, KnowledgeBase

__all__ = ["SIZE_LIMIT", "answers_in", "deadline_from_now", "is_readable", "texts_in"]

SIZE_LIMIT = 1_048_576
"""Bytes of the files of a message, all together, that are read."""
_FILES_LIMIT = 10
"""As many as people can put into a message."""
_TIMEOUT_S = 10.0
_TRIES_AFTER_S = (0.0, 0.5, 2.0)
"""A download that fails is tried again after a pause, and once more after a longer one."""
_PATIENCE_S = 20.0
"""Seconds for all that is downloaded to answer a paste; whoever reads it has it alone for 30."""
_TEXT_SUFFIXES = {".txt", ".log", ".eml", ".out", ".err", ".csv", ".json", ".md", ".yaml", ".yml", ".xml", ""}
_TEXT_TYPES = {"application/json", "application/xml", "application/x-yaml", "message/rfc822"}
_MAIL_TYPE = "message/rfc822"
_PAGE_TYPE = "text/html"

_log = structlog.get_logger(__name__)


def answers_in(
    client: WebClient, knowledge: KnowledgeBase, files: Iterable[SharedFile], *, team: str, deadline: float
) -> Iterator[Answer]:
    """What each of the first ten `files` is about that is text, can be had and is within what is left of the limit.

    After `deadline`, seconds of `time.monotonic`, none is.
    """
    for file, data in _contents(client, files, deadline=deadline):
        if file.mimetype == _MAIL_TYPE or file.name.lower().endswith(".eml"):
            yield knowledge.look_up_message(data, team=team)
        elif text := _decoded(data):
            yield knowledge.look_up(text, team=team)


def texts_in(client: WebClient, files: Iterable[SharedFile]) -> Iterator[str]:
    """What stands in each of the same `files`."""
    yield from filter(None, (_decoded(data) for _, data in _contents(client, files, deadline=deadline_from_now())))


def deadline_from_now() -> float:
    """When reading that begins now has to end, in seconds of `time.monotonic`."""
    return time.monotonic() + _PATIENCE_S


def _contents(client: WebClient, files: Iterable[SharedFile], *, deadline: float) -> Iterator[tuple[SharedFile, bytes]]:
    left = SIZE_LIMIT
    for file in list(files)[:_FILES_LIMIT]:
        if time.monotonic() > deadline:
            return
        data = _content(client, file, limit=left, deadline=deadline) if is_readable(file, limit=left) else None
        if data is not None:
            left -= len(data)
            yield file, data


def is_readable(file: SharedFile, *, limit: int = SIZE_LIMIT) -> bool:
    """Whether there is text in `file`, of at most `limit` bytes, by what Slack says of it."""
    if file.size > limit:
        return False
    if file.mimetype.startswith("text/") or file.mimetype in _TEXT_TYPES:
        return True
    return PurePosixPath(file.name.lower()).suffix in _TEXT_SUFFIXES and not file.mimetype.startswith(
        ("image/", "video/")
    )


def _content(client: WebClient, file: SharedFile, *, limit: int, deadline: float) -> bytes | None:
    """The bytes of `file`; None if Slack does not hand them out until `deadline` or there are more than `limit`."""
    try:
        url = file.url or _address_of(client, file)
    except SlackApiError as error:
        _log.warning("a file could not be found", exc_info=error)
        return None
    if not _may_have_token(url, client.base_url):
        return None
    for pause_s in _TRIES_AFTER_S:
        if time.monotonic() + pause_s > deadline:
            break
        time.sleep(pause_s)
        try:
            return _downloaded(client, url, is_page=file.mimetype == _PAGE_TYPE, limit=limit, deadline=deadline)
        except httpx.HTTPError as error:
            _log.warning("a file could not be read", exc_info=error)
    return None


def _address_of(client: WebClient, file: SharedFile) -> str:
    """Where a file of another organisation is: its message does not say (`file_access: check_file_info`)."""
    info = client.files_info(file=file.id).get("file")
    return str(info.get("url_private", "")) if isinstance(info, dict) else ""


def _downloaded(client: WebClient, url: str, *, is_page: bool, limit: int, deadline: float) -> bytes | None:
    """What stands at `url`; None if it is too long, or not handed out: then Slack may give its page to sign in.

    Raises:
        httpx.HTTPError: it may be had another time.
    """
    headers = {"Authorization": f"Bearer {client.token}"}
    timeout_s = max(0.0, min(_TIMEOUT_S, deadline - time.monotonic()))
    with httpx.stream("GET", url, headers=headers, timeout=timeout_s, follow_redirects=False) as response:
        is_sign_in = not is_page and response.headers.get("Content-Type", "").startswith(_PAGE_TYPE)
        if response.is_server_error or response.status_code == httpx.codes.TOO_MANY_REQUESTS:
            raise httpx.HTTPError(f"status {response.status_code}")
        if response.status_code != httpx.codes.OK or is_sign_in:
            _log.warning("a file was refused", status=response.status_code)
            return None
        data = bytearray()
        for chunk in response.iter_bytes():
            data += chunk
            if len(data) > limit or time.monotonic() > deadline:
                return None
        return bytes(data)


def _may_have_token(url: str, base_url: str) -> bool:
    """Whether `url` is Slack's own: the token goes nowhere else."""
    asked, base = urlsplit(url), urlsplit(base_url)
    if (asked.scheme, asked.netloc) == (base.scheme, base.netloc):
        return True
    host = asked.hostname or ""
    return asked.scheme == "https" and (host == "slack.com" or host.endswith(".slack.com"))


def _decoded(data: bytes) -> str | None:
    """`data` as text; None if it is none."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")  # Chinese Windows logs; ASCII stays ASCII in it
