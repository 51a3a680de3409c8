"""A mail message, most often a bounce, -> the text that tells what went wrong.

A delivery report (RFC 6522) has three parts: a notification for people, the delivery status for machines (RFC 3464) and
the returned message. The first two are read. The returned message is somebody's mail and never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from html.parser import HTMLParser

__all__ = ["is_message", "message_text"]

_HEADER = re.compile(r"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.ASCII)  # RFC 5322, section 2.2
_MIME = re.compile(r"^(?:MIME-Version|Content-Type|Received|Return-Path):", re.IGNORECASE | re.MULTILINE)
_RETURNED = {"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"}
_TOLD_IN_HEADERS = ("Subject", "X-Failed-Recipients", "X-Supplementary-Info")


def is_message(text: str) -> bool:
    """Whether `text` is a whole mail message: header fields first, some of which only mail has."""
    head = _HEADER.match(text.lstrip().replace("\r\n", "\n")[:20_000])
    return head is not None and _MIME.search(head.group()) is not None


def message_text(data: bytes) -> str:
    """The telling text of the message `data`: subject, notification and delivery status, not the returned mail.

    Never raises: what is not a message, or a broken one, gives as much text as can be made out.
    """
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    parts = [f"{name}: {message[name]}" for name in _TOLD_IN_HEADERS if _safe_header(message, name)]
    parts += [text.strip() for text in _telling_parts(message)]
    return "\n\n".join(part for part in parts if part)


def _safe_header(message: Message, name: str) -> bool:
    try:
        return bool(message[name])
    except (ValueError, IndexError, AttributeError):  # the standard parser gives up on some malformed header fields
        return False


def _telling_parts(message: Message) -> Iterator[str]:
    kind = message.get_content_type()
    if kind in _RETURNED:
        return
    if kind in {"message/delivery-status", "message/global-delivery-status"}:
        yield _delivery_status(message)
    elif message.is_multipart():
        for part in message.get_payload():  # of alternatives all: one may say more than the other
            if isinstance(part, Message):
                yield from _telling_parts(part)
    elif kind == "text/html":
        yield _text_of_html(_decoded(message))
    elif kind.startswith("text/"):
        yield _decoded(message)


def _delivery_status(message: Message) -> str:
    """The fields of all groups, one line each (RFC 3464, section 2.1)."""
    groups = message.get_payload()
    if not isinstance(groups, list):
        return _decoded(message)
    return "\n".join(
        f"{name}: {' '.join(str(value).split())}"
        for group in groups
        if isinstance(group, Message)
        for name, value in group.raw_items()
    )


def _decoded(message: Message) -> str:
    if isinstance(message, EmailMessage):
        try:
            return str(message.get_content())
        except (LookupError, ValueError, AssertionError):  # an unknown or wrongly declared charset or encoding
            pass
    payload = message.get_payload(decode=True)
    return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else str(message.get_payload())


class _Text(HTMLParser):
    """Collects the visible text of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's
        if tag in {"script", "style"}:
            self._hidden += 1
        elif tag in {"br", "p", "div", "tr", "li", "table", "h1", "h2", "h3"}:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"} and self._hidden:
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def _text_of_html(source: str) -> str:
    parser = _Text()
    parser.feed(source)
    parser.close()
    return "\n".join(line for line in (" ".join(part.split()) for part in "".join(parser.parts).split("\n")) if line)
