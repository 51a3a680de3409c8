"""The rich_text block: sections, lists, quotes and preformatted text.

Source: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.block_kit.composition import BLOCK_ID
from bot.playground.block_kit.schema import Rule, anything, array, boolean, by_type, integer, one_of, shape, string

__all__ = ["RICH_TEXT"]

_MOST = 3000  # elements; Slack names no number, its total size limit comes first

_STYLE = shape({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline", "highlight", "unlink"), boolean))
_TYPE: Mapping[str, Rule] = {"type": anything}
_STYLED: Mapping[str, Rule] = {"style": _STYLE}
_ID = string(most=255)
_INLINE = by_type(
    {
        "text": shape({**_TYPE, "text": string(most=40_000)}, _STYLED),
        "link": shape({**_TYPE, "url": string(most=3000)}, {**_STYLED, "text": string(most=40_000), "unsafe": boolean}),
        "user": shape({**_TYPE, "user_id": _ID}, _STYLED),
        "channel": shape({**_TYPE, "channel_id": _ID}, _STYLED),
        "usergroup": shape({**_TYPE, "usergroup_id": _ID}, _STYLED),
        "team": shape({**_TYPE, "team_id": _ID}, _STYLED),
        "emoji": shape({**_TYPE, "name": _ID}, {**_STYLED, "unicode": _ID, "skin_tone": integer(1, 6)}),
        "broadcast": shape({**_TYPE, "range": one_of("here", "channel", "everyone")}, _STYLED),
        "color": shape({**_TYPE, "value": _ID}, _STYLED),
        "date": shape({**_TYPE, "timestamp": integer(0, 10**11), "format": _ID}, {"url": _ID, "fallback": _ID}),
    }
)
_INLINES = array(_INLINE, most=_MOST, least=0)
_SECTION = shape({**_TYPE, "elements": _INLINES})
_PARTS = by_type(
    {
        "rich_text_section": _SECTION,
        "rich_text_preformatted": shape(
            {**_TYPE, "elements": _INLINES}, {"border": integer(0, 1), "language": string(most=255)}
        ),
        "rich_text_quote": shape({**_TYPE, "elements": _INLINES}, {"border": integer(0, 1)}),
        "rich_text_list": shape(
            {
                **_TYPE,
                "style": one_of("bullet", "ordered"),
                "elements": array(by_type({"rich_text_section": _SECTION}), most=_MOST),
            },
            {"indent": integer(0, 8), "offset": integer(0, 10_000), "border": integer(0, 1)},
        ),
    }
)

RICH_TEXT = shape({**_TYPE, "elements": array(_PARTS, most=_MOST)}, {"block_id": BLOCK_ID})
