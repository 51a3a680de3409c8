"""A line as it will be read: what JSON, code, HTML, URLs and terminals hide in it is to be redacted as well."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

from knowledge.redact.pattern import Pattern

__all__ = ["escaped", "lines_with_escapes", "undone"]

_UNSEEN = r"\u00ad\u200b-\u200f\u2060\ufeff"
_WIDE = r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_SIGNS = ("\\", "%", "&", "\x1b")
_SIGN = Pattern(rf"[\\%&\x1b{_UNSEEN}{_WIDE}]")
_WIDE_LETTERS = Pattern(rf"[{_WIDE}]+")
_INVISIBLE = Pattern(rf"[{_UNSEEN}] | \x1b \[ [\d;?]* [A-Za-z]")
_BACKSLASHES = r"(?<! \\ ) \\++"  # from their first on, so that a long run is read once
_CODE = Pattern(  # neither controls (but ESC) nor halves of surrogate pairs
    rf"{_BACKSLASHES} (?: u (?! 000 | 001[^b] | d[89a-f] ) (?P<u> [0-9a-f]{{4}} ) | x (?P<x> 1b | [2-7][0-9a-f] ) )",
    re.IGNORECASE,
)
_BREAK = Pattern(rf"{_BACKSLASHES} (?: n | r (?: \\++ n )? )")
_TAB = Pattern(rf"{_BACKSLASHES} t")
_CHARACTER = Pattern(rf"""{_BACKSLASHES} (["'/<>])""")

# What a string of several lines holds begins and ends a line, in a way that nothing undone does.
_STRING = Pattern(r"""(?<! \\ ) (?: " (?: [^"\\] | \\. )++ " | ' (?: [^'\\] | \\. )++ ' )""")
_EDGE = "\r\n"


def lines_with_escapes(text: str) -> list[int]:
    """Numbers (from 0) of the lines of `text` in which something may be undone."""
    if text.isascii() and not any(sign in text for sign in _SIGNS):
        return []
    return [number for number, line in enumerate(text.split("\n")) if _SIGN.compiled.search(line)]


def undone(line: str) -> str:
    """`line` without escapes and what nobody sees, as the several lines that it may hold."""
    line = _WIDE_LETTERS.compiled.sub(lambda letters: unicodedata.normalize("NFKC", letters.group()), line)
    for sign, undo in _UNDOING:
        if sign in line:
            line = undo(line)
    return _INVISIBLE.compiled.sub("", line)


def _from_url(line: str) -> str:
    return unquote(line).replace("\0", "\N{REPLACEMENT CHARACTER}").replace(_EDGE, "\n")


def _from_html(line: str) -> str:
    return html.unescape(line).replace(_EDGE, "\n")


def _from_code(line: str) -> str:
    if "\\n" in line or "\\r" in line:
        line = _STRING.compiled.sub(_edged, line)
    line = _CODE.compiled.sub(lambda match: chr(int(match["u"] or match["x"], 16)), line)
    line = _BREAK.compiled.sub("\n", line)
    return _CHARACTER.compiled.sub(r"\1", _TAB.compiled.sub("\t", line))


_UNDOING = (("%", _from_url), ("&", _from_html), ("\\", _from_code))


def _edged(string: re.Match[str]) -> str:
    quoted = string.group()
    has_lines = "\\n" in quoted or "\\r" in quoted
    return f"{quoted[0]}{_EDGE}{quoted[1:-1]}{_EDGE}{quoted[-1]}" if has_lines else quoted


def escaped(text: str) -> str:
    """`text`, which was undone, as one line."""
    return text.replace(_EDGE, "").replace("\n", "\\n")
