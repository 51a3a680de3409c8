"""App Home as a whole: search first, then what waits, then what one did, then how it works."""

from __future__ import annotations

from slack_sdk.models.blocks import ActionsBlock, Block, DividerBlock
from slack_sdk.models.views import View

from bot.views import words as slack_words
from bot.views.examples import example_buttons
from bot.views.home import words
from bot.views.home.contents import Contents
from bot.views.home.lists import heading
from bot.views.home.own import own_blocks
from bot.views.home.review import review_blocks
from bot.views.home.search import search_blocks
from bot.views.home.state import HomeState
from bot.views.message import section
from bot.views.settings import settings_button
from knowledge.model import Language, Text

__all__ = ["home"]


def home(contents: Contents, state: HomeState, language: Language, *, notice: Text | None = None) -> View:
    """The home of the person for whom `contents` was gathered, as `state` says, with `notice` on top."""
    blocks: list[Block] = [section(notice.in_(language))] if notice else []
    blocks += search_blocks(state, contents.findings, language)
    is_new = not (contents.recent.items or contents.votes.items or contents.findings)
    if is_new:
        blocks += [*_guide(language), DividerBlock()]
    if contents.review is not None:
        blocks += [*review_blocks(contents.review, contents, language), DividerBlock()]
    blocks += own_blocks(contents, language)
    if not is_new:
        blocks += [DividerBlock(), *_guide(language)]
    if contents.may_set:
        blocks += [DividerBlock(), ActionsBlock(elements=[settings_button(language)])]
    return View(type="home", blocks=blocks, private_metadata=state.model_dump_json())


def _guide(language: Language) -> list[Block]:
    """How Postmaster works, with examples to click."""
    explained = f"{slack_words.HELP.in_(language)}\n{words.TRY_ONE.in_(language)}"
    return [heading(words.HOW_IT_WORKS, language), section(explained), example_buttons(language)]
