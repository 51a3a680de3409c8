"""What all lists of the home look like: a heading, rows with a button each, and the way to their other pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    HeaderBlock,
    InteractiveElement,
    PlainTextObject,
    SectionBlock,
)

from bot import slack_text
from bot.views import actions
from bot.views.choice import Choice
from bot.views.home import words
from bot.views.home.actions import TURN
from bot.views.home.contents import Page
from bot.views.home.state import Part
from bot.views.message import button, section, short_title
from knowledge.heading import Named
from knowledge.model import Language, Text

__all__ = ["excerpt", "heading", "open_button", "paged", "row", "title_of"]

_EXCERPT_LIMIT = 200
_T = TypeVar("_T")


def heading(text: Text, language: Language) -> HeaderBlock:
    """What stands above a list."""
    return HeaderBlock(text=PlainTextObject(text=text.in_(language)))


def row(title: str, facts: Iterable[str | None], *, accessory: InteractiveElement | None = None) -> SectionBlock:
    """A line of a list: what it is about, as mrkdwn, and below it those `facts` that are known."""
    shown = section(f"{title}\n{' · '.join(fact for fact in facts if fact)}")
    shown.accessory = accessory
    return shown


def paged(rows: list[Block], page: Page[_T], part: Part, language: Language) -> list[Block]:
    """`rows`, and below them the way to the pages before and after `page`, if there are any."""
    turns: list[InteractiveElement] = []
    if page.number:
        turns.append(_turn(words.BACK, part, page.number - 1, language))
    if page.has_next:
        turns.append(_turn(words.NEXT, part, page.number + 1, language))
    return [*rows, ActionsBlock(elements=turns)] if turns else rows


def open_button(entry_id: str, language: Language) -> ButtonElement:
    """A button that shows the whole entry."""
    return button(words.OPEN.in_(language), action=actions.MORE, value=Choice(entry_id, language).value)


def title_of(entry_id: str, entries: Mapping[str, Named], language: Language) -> str:
    """The title of an entry, as mrkdwn."""
    known = entries.get(entry_id)
    title = known.title if known else words.GONE
    return f"*{short_title(title, language)}*"


def excerpt(text: str) -> str:
    """The beginning of a paste, in one line, as mrkdwn."""
    line = slack_text.shortened(text.replace("`", "'"), _EXCERPT_LIMIT)
    return f"`{slack_text.mrkdwn(line, limit=2 * _EXCERPT_LIMIT)}`"


def _turn(label: Text, part: Part, page: int, language: Language) -> ButtonElement:
    return button(label.in_(language), action=actions.numbered(TURN, page), value=f"{part.value} {page}")
