"""Long lists in pages: `limit` says how many, `cursor` where to go on.

Source: https://docs.slack.dev/apis/web-api/pagination
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.playground.arguments import Arguments
from bot.playground.refusals import ApiRefusal

__all__ = ["page_of"]

_MOST = 999
_WITHOUT_LIMIT = 100

_Item = TypeVar("_Item")


def page_of(arguments: Arguments, items: Sequence[_Item]) -> tuple[Sequence[_Item], str]:
    """As many of `items` as `limit` says, from `cursor` on; and the cursor of the next page, empty at the end.

    Raises:
        ApiRefusal: `invalid_cursor`; `invalid_arguments`, the limit is no number.
    """
    limit = min(max(1, arguments.number("limit", _WITHOUT_LIMIT)), _MOST)
    cursor = arguments.text("cursor")
    if cursor and not cursor.isdigit():
        raise ApiRefusal("invalid_cursor")
    start = int(cursor) if cursor else 0
    return items[start : start + limit], str(start + limit) if start + limit < len(items) else ""
