"""A paste as plain lines: encodings, escapes and wrappers undone, and of a long log only the lines that may tell."""

from __future__ import annotations

import base64
import html
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from knowledge.smtp.sieve import sieved

__all__ = ["Line", "lines"]

_LINE_LIMIT = 4_000
"""Characters kept of one physical line; what is longer is data, not prose."""

_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f\x7f]|\x1b\\[[\\d;?]*[A-Za-z]"
)
_SMART = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00a0": " "})
_SOFT_BREAK = re.compile(r"=\r?\n")  # RFC 2045, section 6.7
_ESCAPED_BREAK = re.compile(r"(?:\\+r)?\\+n|\\+r(?![a-z])")
_ESCAPED_TAB = re.compile(r"\\+t(?![a-z])")
_ESCAPED_SIGN = re.compile(r"""\\+(["'/<>])""")
_ESCAPED_UNICODE = re.compile(r"\\+u([0-9a-fA-F]{4})")
_ESCAPED_BYTES = re.compile(r"(?:\\+x[89a-fA-F][0-9a-fA-F]){2,}")
_QUOTED = re.compile(r"^ {0,3}> (?!>)", re.MULTILINE)
"""What Slack, mail and Markdown put before each line of a quotation."""
_HEARD = re.compile(r"^[ \t]*<\s", re.MULTILINE)
"""How a line of a dialogue begins that the client heard; there `>` marks what it said."""
_TURN = re.compile(r"\s(?=(?:<<|>>|!!) )")
"""Where in a dialogue that a client logs on one line the other side goes on."""
_TAG = re.compile(
    r"</?(?:p|br|div|span|td|tr|th|table|b|i|a|h[1-6]|ul|ol|li|pre|code|font|strong|em|html|body)\b[^<>]*>",
    re.IGNORECASE,
)
# PHPMailer's last words: the command, the reply's text, and only then its codes, each after a name in any language.
_CODE_LAST = re.compile(
    r"\bcommand failed [^:：]{2,30}[:：]\s?(?P<words>\S(?s:.){0,700}?)"
    r"\s(?:(?:Code|C[oó]d(?:igo)?|Kod|Код|Κώδικάς) (?:\w+ ){0,2})?SMTP[^:：]{0,20}[:：]\s?(?P<reply>[45]\d\d)"
    r"(?: [^:：]{0,40}SMTP[^:：]{0,30}[:：]\s?(?P<status>[45]\.\d{1,3}\.\d{1,3}))?"
)
_CHALLENGE = re.compile(r"(?<=\b334 )eyJ[A-Za-z0-9+/](?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
"""Why an OAuth login is refused, which a server sends as a challenge: JSON in base64 (RFC 7628, section 3.2.2)."""
_REFUSAL = re.compile(r'\{(?:"(?:status|schemes|scope)":"[\w :/.-]*",?)+\}')
"""What such JSON may hold to be shown; it comes to light only after the paste was redacted."""


class Line(NamedTuple):
    """A line of plain text and where it stands (from 1) among those that are read."""

    number: int
    text: str


def lines(text: str) -> list[Line]:
    """The plain lines of `text` that are worth reading, in order."""
    physical = sieved(_undo_encoding(text)).splitlines()
    return [Line(number, part) for number, line in enumerate(physical, 1) for part in _unwrapped(line[:_LINE_LIMIT])]


def _undo_encoding(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_SMART)
    if text.count("=\n") + text.count("=\r\n") > 2 or "=3D" in text:
        text = _SOFT_BREAK.sub("", text)
    text = _INVISIBLE.sub("", text)
    return text if "> " not in text or _HEARD.search(text) else _QUOTED.sub("", text)


def _unwrapped(line: str) -> Iterator[str]:
    """The lines inside `line` once escapes, entities and tags are undone."""
    if "\\" in line:
        line = _ESCAPED_UNICODE.sub(lambda match: chr(int(match[1], 16)), line)
        line = _ESCAPED_BYTES.sub(lambda match: _utf8(match.group()), line)
        line = _ESCAPED_BREAK.sub("\n", line)
        line = _ESCAPED_TAB.sub(" ", line)
        line = _ESCAPED_SIGN.sub(r"\1", line)
    if " << " in line:
        line = _TURN.sub("\n", line)
    if "&" in line:
        line = html.unescape(line)
    if "<" in line:
        line = _TAG.sub(" ", line)
    if "334 eyJ" in line:
        line = _CHALLENGE.sub(_decoded, line)
    if "command failed" in line:
        line = _CODE_LAST.sub(_with_codes_first, line)
    for part in line.splitlines() or [""]:
        yield part.rstrip()


def _with_codes_first(told: re.Match[str]) -> str:
    """The reply of which PHPMailer told the words first, on a line of its own and as the server sent it."""
    return "\n" + " ".join([told["reply"], told["status"] or "", *told["words"].split()]) + "\n"


def _decoded(challenge: re.Match[str]) -> str:
    told = base64.b64decode(challenge.group()).decode("utf-8", "replace")
    return told if _REFUSAL.fullmatch(told) else challenge.group()


def _utf8(escaped: str) -> str:
    """The characters that the escapes of a bytes repr stand for; the escapes themselves if that is not UTF-8."""
    try:
        return bytes.fromhex(re.sub(r"\\+x", "", escaped)).decode("utf-8")
    except UnicodeDecodeError:
        return escaped
