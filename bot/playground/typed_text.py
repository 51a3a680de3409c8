"""What a person types -> the two copies that Slack sends: `text` with its marks and links, and a `rich_text` block.

Slack escapes `&`, `<` and `>` in `text`, wraps what looks like an address or a host name into `<…>` (in code too), and
turns emoji into their `:names:`. The rich_text block holds the same words unescaped, split into sections, quotes and
preformatted parts.

Source: https://docs.slack.dev/messaging/formatting-message-text and
https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.playground.emoji import EMOJI
from bot.playground.identifiers import new_id
from bot.playground.objects import Json

__all__ = ["Typed", "escape", "parse"]

_FENCE = re.compile(r"```(.+?)```", re.DOTALL)
_QUOTED_LINES = re.compile(r"(?:^|(?<=\n))(?:>[^\n]*(?:\n|$))+")
_TOP_LEVEL = "com|org|net|edu|gov|mil|int|info|io|dev|cn|de|fr|uk|jp|eu|ru|br|in|nl|ch|at|se|pl|it|es|us|ca|au|co|me"
_LINK = re.compile(
    r"(?P<url>https?://[^\s<>|\"`]+)"
    r"|(?P<email>[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})"
    rf"|(?P<host>(?<![\w@./:-])(?:[a-z0-9-]+\.)+(?:{_TOP_LEVEL})(?![\w-])(?!\.\w)(?::\d+)?(?:/[^\s<>|\"`]*)?)",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|<@(?P<user>[UW][A-Z0-9]+)>"
    r"|<!subteam\^(?P<usergroup>S[A-Z0-9]+)>"
    r"|<#(?P<channel>C[A-Z0-9]+)(?:\|[^>]*)?>"
    r"|(?<!\w)@(?P<broadcast>here|channel|everyone)\b"
    r"|(?<![\w*])\*(?P<bold>(?![\s*])[^*\n]*[^*\s])\*(?![\w*])"
    r"|(?<![\w_])_(?P<italic>(?![\s_])[^_\n]*[^_\s])_(?![\w_])"
    r"|(?<![\w~])~(?P<strike>(?![\s~])[^~\n]*[^~\s])~(?![\w~])"
    r"|(?P<emoji>" + "|".join(map(re.escape, sorted(EMOJI, key=len, reverse=True))) + ")"
)
_STYLES = {"bold": "*", "italic": "_", "strike": "~"}
_SIGNS = {"user": "@", "usergroup": "!subteam^", "channel": "#"}
_SENTENCE_END = ".,;:!?)]}'\""


@dataclass(frozen=True, slots=True)
class Typed:
    """A message as Slack passes it on."""

    text: str
    blocks: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the message: in `text`, and as elements of the rich_text block."""

    text: str
    elements: tuple[Json, ...]


def parse(typed: str, names: Mapping[str, str]) -> Typed:
    """The message that becomes of `typed`; `names` maps what may follow an `@` (lower case) to its mention."""
    pieces = list(_parts(_with_mentions(typed, names)))
    if not pieces:
        return Typed(text="", blocks=())
    elements = [element for piece in pieces for element in piece.elements]
    block = {"type": "rich_text", "block_id": new_id("")[:5], "elements": elements}
    return Typed(text="".join(piece.text for piece in pieces), blocks=(block,))


def escape(text: str) -> str:
    """`text` with the three characters that Slack escapes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _with_mentions(typed: str, names: Mapping[str, str]) -> str:
    if not names:
        return typed
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w@`])@({known})(?![\w-])", re.IGNORECASE)
    outside_code = re.split(r"(```.+?```|`[^`\n]+`)", typed, flags=re.DOTALL)
    outside_code[::2] = [pattern.sub(lambda found: names[found[1].lower()], part) for part in outside_code[::2]]
    return "".join(outside_code)


def _parts(typed: str) -> Iterator[_Piece]:
    """Preformatted parts, and what stands between them."""
    position = 0
    for fence in _FENCE.finditer(typed):
        yield from _lines(typed[position : fence.start()])
        inner = _linked(fence[1], {})
        stripped = _linked(fence[1].removeprefix("\n").removesuffix("\n"), {})
        yield _Piece(f"```{inner.text}```", ({"type": "rich_text_preformatted", "elements": list(stripped.elements)},))
        position = fence.end()
    yield from _lines(typed[position:])


def _lines(typed: str) -> Iterator[_Piece]:
    """Quotes, and the sections between them."""
    position = 0
    for quote in _QUOTED_LINES.finditer(typed):
        yield from _section(typed[position : quote.start()])
        inner = "\n".join(line.removeprefix(">").removeprefix(" ") for line in quote[0].rstrip("\n").split("\n"))
        yield _Piece(
            _inline(quote[0], {}).text, ({"type": "rich_text_quote", "elements": [*_inline(inner, {}).elements]},)
        )
        position = quote.end()
    yield from _section(typed[position:])


def _section(typed: str) -> Iterator[_Piece]:
    if typed:
        piece = _inline(typed, {})
        yield _Piece(piece.text, ({"type": "rich_text_section", "elements": list(piece.elements)},))


def _inline(typed: str, style: Json) -> _Piece:
    """A stretch with marks in it: code, mentions, emphasis, emoji, links."""
    pieces: list[_Piece] = []
    position = 0
    for mark in _MARK.finditer(typed):
        pieces += [_linked(typed[position : mark.start()], style), _marked(mark, style)]
        position = mark.end()
    return _joined([*pieces, _linked(typed[position:], style)])


def _marked(mark: re.Match[str], style: Json) -> _Piece:
    kind, inner = mark.lastgroup or "", mark[mark.lastgroup or 0]
    if kind in _STYLES:
        piece = _inline(inner, style | {kind: True})
        return _Piece(_STYLES[kind] + piece.text + _STYLES[kind], piece.elements)
    if kind == "code":
        piece = _linked(inner, style | {"code": True})
        return _Piece(f"`{piece.text}`", piece.elements)
    if kind == "emoji":
        return _Piece(f":{EMOJI[inner]}:", ({"type": "emoji", "name": EMOJI[inner]},))
    if kind == "broadcast":
        return _Piece(f"<!{inner}>", ({"type": "broadcast", "range": inner},))
    return _Piece(f"<{_SIGNS[kind]}{inner}>", ({"type": kind, f"{kind}_id": inner},))


def _linked(typed: str, style: Json) -> _Piece:
    """A stretch without marks: plain words and what looks like a link."""
    pieces: list[_Piece] = []
    position = 0
    for found in _LINK.finditer(typed):
        shown = found[0].rstrip(_SENTENCE_END)
        pieces += [_plain(typed[position : found.start()], style), _link(found.lastgroup or "", shown, style)]
        position = found.start() + len(shown)
    return _joined([*pieces, _plain(typed[position:], style)])


def _link(kind: str, shown: str, style: Json) -> _Piece:
    url = {"url": "", "email": "mailto:", "host": "http://"}[kind] + shown
    label = "" if kind == "url" else f"|{escape(shown)}"
    element: Json = {"type": "link", "url": url} | ({} if kind == "url" else {"text": shown})
    return _Piece(f"<{escape(url)}{label}>", (_styled(element, style),))


def _plain(typed: str, style: Json) -> _Piece:
    if not typed:
        return _Piece("", ())
    return _Piece(escape(typed), (_styled({"type": "text", "text": typed}, style),))


def _styled(element: Json, style: Json) -> Json:
    return element | ({"style": style} if style else {})


def _joined(pieces: list[_Piece]) -> _Piece:
    return _Piece("".join(piece.text for piece in pieces), tuple(e for piece in pieces for e in piece.elements))
