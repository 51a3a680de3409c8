"""Files of a paste: text snippets, logs and saved mails, downloaded with the bot's token."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import httpx
import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.listeners.incoming import SharedFile
from knowledge.base import Answer, KnowledgeBase

__all__ = ["SIZE_LIMIT", "answers_in", "texts_in"]

SIZE_LIMIT = 1_048_576
"""Bytes of a file that are read."""
_FILES_LIMIT = 5
_TIMEOUT_S = 10.0
_TEXT_SUFFIXES = {".txt", ".log", ".eml", ".out", ".err", ".csv", ".json", ".md", ".yaml", ".yml", ".xml", ""}
_TEXT_TYPES = {"application/json", "application/xml", "application/x-yaml", "message/rfc822"}
_MAIL_TYPE = "message/rfc822"
_PAGE_TYPE = "text/html"

_log = structlog.get_logger(__name__)


def answers_in(
    client: WebClient, knowledge: KnowledgeBase, files: Iterable[SharedFile], *, team: str
) -> Iterator[Answer]:
    """What each of the first five `files` is about that holds text and can be had."""
    for file, data in _contents(client, files):
        if file.mimetype == _MAIL_TYPE or file.name.lower().endswith(".eml"):
            yield knowledge.look_up_message(data, team=team)
        elif (text := _decoded(data)) is not None:
            yield knowledge.look_up(text, team=team)


def texts_in(client: WebClient, files: Iterable[SharedFile]) -> Iterator[str]:
    """What stands in each of the first five `files` that holds text and can be had."""
    yield from filter(None, (_decoded(data) for _, data in _contents(client, files)))


def _contents(client: WebClient, files: Iterable[SharedFile]) -> Iterator[tuple[SharedFile, bytes]]:
    for file in list(files)[:_FILES_LIMIT]:
        data = _content(client, file) if _is_text(file) else None
        if data is not None:
            yield file, data


def _is_text(file: SharedFile) -> bool:
    if file.size > SIZE_LIMIT:
        return False
    if file.mimetype.startswith("text/") or file.mimetype in _TEXT_TYPES:
        return True
    return PurePosixPath(file.name.lower()).suffix in _TEXT_SUFFIXES and not file.mimetype.startswith(
        ("image/", "video/")
    )


def _content(client: WebClient, file: SharedFile) -> bytes | None:
    """The bytes of `file`; None if Slack does not hand them out or there are too many."""
    try:
        url = file.url or _address_of(client, file)
        is_page = file.mimetype == _PAGE_TYPE
        return _downloaded(client, url, is_page=is_page) if _may_have_token(url, client.base_url) else None
    except (SlackApiError, httpx.HTTPError) as error:
        _log.warning("a file could not be read", exc_info=error)
        return None


def _address_of(client: WebClient, file: SharedFile) -> str:
    """Where a file of another organisation is: its message does not say (`file_access: check_file_info`)."""
    info = client.files_info(file=file.id).get("file")
    return str(info.get("url_private", "")) if isinstance(info, dict) else ""


def _downloaded(client: WebClient, url: str, *, is_page: bool) -> bytes | None:
    """What stands at `url`; None if it is too long, or not handed out: then Slack may give its page to sign in."""
    headers = {"Authorization": f"Bearer {client.token}"}
    with httpx.stream("GET", url, headers=headers, timeout=_TIMEOUT_S, follow_redirects=False) as response:
        is_sign_in = not is_page and response.headers.get("Content-Type", "").startswith(_PAGE_TYPE)
        if response.status_code != httpx.codes.OK or is_sign_in:
            _log.warning("a file was refused", status=response.status_code)
            return None
        data = bytearray()
        for chunk in response.iter_bytes():
            data += chunk
            if len(data) > SIZE_LIMIT:
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
