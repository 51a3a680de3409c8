"""Emoji that people put under messages or type, and the names that Slack gives them.

Slack knows thousands; these are the ones in the page's picker and the ones most often seen beside an error. Any other
name is taken as it comes.
"""

from __future__ import annotations

import re

__all__ = ["EMOJI", "canonical"]

EMOJI = {
    "👍": "+1",
    "👎": "-1",
    "1️⃣": "one",
    "2️⃣": "two",
    "3️⃣": "three",
    "✅": "white_check_mark",
    "❌": "x",
    "👀": "eyes",
    "🙏": "pray",
    "🎉": "tada",
    "🔥": "fire",
    "🤔": "thinking_face",
    "😀": "grinning",
    "😂": "joy",
    "😢": "cry",
    "😡": "rage",
    "🚀": "rocket",
    "🚨": "rotating_light",
    "💡": "bulb",
    "📧": "e-mail",
    "📨": "incoming_envelope",
    "❤️": "heart",
    "❗": "exclamation",
    "❓": "question",
    "⚠️": "warning",
    "🐛": "bug",
    "🎯": "dart",
    "💯": "100",
    "👋": "wave",
    "🙌": "raised_hands",
}
"""Character -> name."""

_ALIASES = {"thumbsup": "+1", "thumbsdown": "-1", "thumbs_up": "+1", "thumbs_down": "-1", "email": "e-mail"}
_ENCLOSED = re.compile(r":([^:].*[^:]):")
_NAME = re.compile(r"[a-z0-9_+'-]{1,100}")
_TONE = re.compile(r"skin-tone-[2-6]")


def canonical(name: str) -> str | None:
    """The name under which Slack stores a reaction, tone included; None: no such name.

    >>> canonical("thumbsup::skin-tone-3")
    '+1::skin-tone-3'
    """
    enclosed = _ENCLOSED.fullmatch(name)
    base, separator, tone = (enclosed[1] if enclosed else name).partition("::")
    base = EMOJI.get(base, base)
    base = _ALIASES.get(base, base)
    if not _NAME.fullmatch(base) or (separator and not _TONE.fullmatch(tone)):
        return None
    return f"{base}::{tone}" if separator else base
