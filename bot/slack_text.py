"""Slack's mangled text to plain text, and plain text to mrkdwn that can never ping anybody.

Slack escapes `&`, `<` and `>`, wraps what it recognises (`<mailto:a|a>`, `<http://x|x>`, `<@U1>`, `<!here>`) and lets
clients put in smart quotes and no-break spaces. The `rich_text` block of a message holds a cleaner copy.
Source: https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Any

from knowledge.prose import Kind, Part, parts

__all__ = ["group", "link", "message_text", "mrkdwn", "plain", "prose", "shortened"]

SECTION_LIMIT = 3_000
"""Characters that Slack takes in the text of a section."""

_TOKEN = re.compile(r"<(?P<kind>[@#!]|(?:mailto|tel|https?|ftp|slack):)(?P<body>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")
_ENTITIES = re.compile(r"&(lt|gt|amp);")
_CHARACTER_OF_ENTITY = {"lt": "<", "gt": ">", "amp": "&"}
_ESCAPED = str.maketrans({"<": "&lt;", ">": "&gt;", "&": "&amp;"})

_TIDIED = str.maketrans(
    dict.fromkeys("“”„‟", '"')
    | dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("\u00a0\u2007\u202f\u3000", " ")
    | dict.fromkeys("\u2028\u2029\x0b\x0c\x85", "\n")
    | dict.fromkeys("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
    | dict.fromkeys((*range(8234, 8239), *range(8294, 8298)), "")
    | dict.fromkeys((*range(9), *range(14, 32), 127), "")
)
_INLINE_CODE = re.compile(r"`([^`\n]+)`")

_PING = re.compile(r"@(?=(?:here|channel|everyone|group)\b)", re.IGNORECASE)
_WORD_JOINER = "\u2060"
_GROUP = re.compile(r"S[A-Z0-9]+")


def plain(text: str) -> str:
    """What a person typed, from the `text` of a Slack message or command; mentions are left out."""
    without_tokens = _TOKEN.sub(_typed, text)
    return _tidy(_ENTITIES.sub(lambda entity: _CHARACTER_OF_ENTITY[entity[1]], without_tokens))


def message_text(message: Mapping[str, Any]) -> str:
    """What a person typed, from a Slack message: its `rich_text` where there is one, with what was forwarded in it."""
    attachments = list(_dicts(message.get("attachments")))
    forwarded = [item for item in attachments if item.get("is_share") or item.get("is_msg_unfurl")]
    parts = [_own_text(message), *map(_attachment_text, forwarded)]
    if not any(part.strip() for part in parts):
        parts = [*map(_block_text, _dicts(message.get("blocks"))), *map(_attachment_text, attachments)]
    return "\n".join(part for part in parts if part.strip())


def mrkdwn(text: str, *, limit: int = SECTION_LIMIT) -> str:
    """`text` to be shown as it is, at most `limit` characters long; it pings nobody and links to nothing."""
    shown = _harmless(text[: limit + 1])
    if len(text) <= limit and len(shown) <= limit:
        return shown
    pieces = [_harmless(character) for character in _PING.sub(f"@{_WORD_JOINER}", text[: limit + 1])]
    whole = bisect_right(list(accumulate(map(len, pieces))), limit - len("…"))
    return "".join(pieces[:whole]).rstrip() + "…"


def prose(text: str, *, limit: int = SECTION_LIMIT) -> str:
    """A sentence of an entry as mrkdwn: `code` stays code, a bare URL becomes a link that ends where the URL ends."""
    linked = "".join(map(_prose_part, parts(text)))
    return linked if len(linked) <= limit else mrkdwn(text, limit=limit)


def link(url: str, label: str) -> str:
    """`label` as a link to `url`; whatever is no web address stays text."""
    if not re.fullmatch(r"https?://[^\s<>|]+", url):
        return mrkdwn(url)
    return f"<{mrkdwn(url)}|{mrkdwn(label).replace('|', '¦')}>"


def group(group_id: str) -> str:
    """What calls all members of a user group: the only text of Postmaster's that pings anybody.

    Raises:
        ValueError: `group_id` is no id of a user group.
    """
    if _GROUP.fullmatch(group_id) is None:
        raise ValueError(f"{group_id!r:.40} is no id of a user group, such as S04ONCALL7X")
    return f"<!subteam^{group_id}>"


def shortened(text: str, limit: int) -> str:
    """`text` for a plain-text field of Slack: one line, at most `limit` characters, an ellipsis where it was cut."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _harmless(text: str) -> str:
    """`text` as Slack shows it: escaped, and no `@here` in it."""
    return _PING.sub(f"@{_WORD_JOINER}", text).translate(_ESCAPED)


def _prose_part(part: Part) -> str:
    shown = _harmless(part.text)
    match part.kind:
        case Kind.URL:
            return f"<{shown}>"
        case Kind.CODE:
            return f"`{shown}`"
        case Kind.WORDS:
            return shown


def _typed(token: re.Match[str]) -> str:
    kind, body, label = token["kind"], token["body"], token["label"]
    if kind == "#":
        return f"#{label or body}"
    if kind == "!" and body.startswith("date^"):
        return label or ""
    if kind in "@!":
        return ""
    if label:
        return label
    return body if kind in {"mailto:", "tel:"} else kind + body


def _tidy(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TIDIED).replace("```", "\n")
    return _INLINE_CODE.sub(r"\1", lines).strip()


def _own_text(message: Mapping[str, Any]) -> str:
    rich = [block for block in _dicts(message.get("blocks")) if block.get("type") == "rich_text"]
    text = _tidy("\n".join(_rich_text(block) for block in rich))
    return text or plain(_string(message.get("text")))


def _rich_text(element: Mapping[str, Any], depth: int = 5) -> str:
    """The text of a rich_text block or of a part of it. Source: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block."""
    kind = element.get("type")
    if kind == "link":
        return _string(element.get("text")) or _string(element.get("url")).removeprefix("mailto:")
    if kind == "emoji":
        return f":{_string(element.get('name'))}:"
    if kind == "text":
        return _string(element.get("text"))
    if depth == 0:
        return ""
    between = "\n" if kind in {"rich_text", "rich_text_list"} else ""
    text = between.join(_rich_text(part, depth - 1) for part in _dicts(element.get("elements")))
    return "\n".join(f"> {line}" for line in text.split("\n")) if kind == "rich_text_quote" else text


def _block_text(block: Mapping[str, Any]) -> str:
    texts = [block.get("text"), *_dicts(block.get("fields")), *_dicts(block.get("elements"))]
    return "\n".join(plain(_string(text.get("text"))) for text in _dicts(texts))


def _attachment_text(attachment: Mapping[str, Any]) -> str:
    parts = [attachment.get(field) for field in ("pretext", "title", "text")]
    return plain("\n".join(filter(None, map(_string, parts))) or _string(attachment.get("fallback")))


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _dicts(values: object) -> Iterable[dict[str, Any]]:
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
