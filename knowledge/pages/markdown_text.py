"""Text as Markdown that shows it unchanged: what GitHub Flavored Markdown would obey is escaped.

Source: https://github.github.com/gfm/ (sections 2.4, 4.10, 6.1, 6.3 and 6.5 to 6.11)
"""

from __future__ import annotations

import re

from knowledge.model import Language, Text
from knowledge.prose import Kind, Part, parts

__all__ = ["autolink", "cell", "code", "code_block", "link", "prose", "text"]

_OBEYED = re.compile(r"[\\`*_{}\[\]<>|~#$&]")
"""Emphasis, code, links, HTML, tables, strike-through, headings, formulas (GitHub's `$`) and entities, anywhere."""
_AT_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d{1,9})([.)]))")
"""Lists and underlines of headings."""
_NOT_IN_ADDRESS = re.compile(r"[^\w!#$%&'*+,\-./:;=?@~]", re.ASCII)


def text(shown: str) -> str:
    """`shown` on one line, as it is."""
    escaped = _OBEYED.sub(r"\\\g<0>", " ".join(shown.split()))
    return _AT_LINE_START.sub(lambda start: f"{start[1]}{start[3] or ''}\\{start[2] or start[4]}", escaped)


def prose(sentence: Text | str, language: Language) -> str:
    """A sentence of an entry: `code` stays code, bare URLs become links, everything else is text."""
    spoken = sentence if isinstance(sentence, str) else sentence.in_(language)
    return "".join(map(_marked_up, parts(" ".join(spoken.split()))))


def code(shown: str) -> str:
    """`shown` as code within a line, behind as many backticks as it takes."""
    line = " ".join(shown.split())
    if not line:
        return ""
    fence = "`" * (_longest_run(line) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def code_block(lines: str) -> str:
    """`lines` as a block of code."""
    fence = "`" * max(3, _longest_run(lines) + 1)
    return "\n".join([f"{fence}text", *lines.splitlines(), fence])


def link(label: str, address: str) -> str:
    """`label` as a link to `address`."""
    return f"[{text(label)}]({re.sub('&(?=#?[A-Za-z0-9]+;)', '&amp;', _address(address))})"


def autolink(address: str) -> str:
    """`address` as a link that shows itself."""
    return f"<{_address(address)}>"


def cell(markdown: str) -> str:
    """`markdown` for a cell of a table, where a bar ends the cell even within code."""
    return re.sub(r"(?<!\\)\|", r"\\|", markdown)


def _marked_up(part: Part) -> str:
    match part.kind:
        case Kind.CODE:
            return code(part.text)
        case Kind.URL:
            return autolink(part.text)
        case Kind.WORDS:
            return _spaced(part.text)


def _spaced(words: str) -> str:
    """`words` as text that keeps the spaces around it, which part it from what is marked up beside it."""
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return before + text(words) + after


def _address(url: str) -> str:
    """`url` without what would end it in Markdown."""
    return _NOT_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)


def _longest_run(shown: str) -> int:
    return max(map(len, re.findall(r"`+", shown)), default=0)
