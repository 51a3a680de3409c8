"""What the team taught about an entry: by whom, the history of each piece, and what a reviewer can do with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement
from slack_sdk.models.views import View

from bot import slack_text
from bot.views.choice import Choice
from bot.views.message import button, section
from bot.views.teaching import actions, words
from bot.views.teaching.proposal import named, teaching_button, with_note
from bot.views.teaching.state import FormState
from bot.views.words import CLOSE
from knowledge.model import Entry, Language
from knowledge.teaching.model import NOBODY, Revision, State, Teaching
from knowledge.teaching.prose import said_of_dead_end, said_of_fix

__all__ = ["History", "history_button", "history_modal", "people_in_history"]

_LIMIT = 150
"""Characters of what was taught."""
_STEPS = 6
"""Of a history: the latest."""

History = Mapping[Teaching, Sequence[Revision]]
"""Each teaching about an entry with its revisions, the first one first."""


def history_button(entry_id: str, language: Language) -> ButtonElement:
    """The button that opens `history_modal`."""
    return button(words.HISTORY.in_(language), action=actions.HISTORY, value=Choice(entry_id, language).value)


def history_modal(
    entry_id: str, history: History, *, names: Mapping[str, str], language: Language, reviews: bool
) -> View:
    """What was taught about the entry, with buttons for whoever `reviews`."""
    state = FormState(language=language, about=entry_id)
    return View(
        type="modal",
        private_metadata=state.model_dump_json(exclude_defaults=True),
        title=words.HISTORY.in_(language),
        close=CLOSE.in_(language),
        blocks=list(_blocks(history, names, language, reviews=reviews)),
    )


def _blocks(history: History, names: Mapping[str, str], language: Language, *, reviews: bool) -> Iterator[Block]:
    if not history:
        yield section(words.NOTHING_TAUGHT.in_(language))
    for teaching, revisions in history.items():
        yield section("\n".join(_lines(teaching, revisions, names, language)))
        buttons = list(_buttons(teaching, language)) if reviews else []
        if buttons:
            yield ActionsBlock(elements=buttons)


def people_in_history(history: History) -> set[str]:
    """The user ids of everybody in it."""
    return {revision.by for revisions in history.values() for revision in revisions} - {NOBODY}


def _lines(
    teaching: Teaching, revisions: Sequence[Revision], names: Mapping[str, str], language: Language
) -> Iterator[str]:
    yield f"*{_summary(teaching, language)}*"
    for revision in revisions[-_STEPS:]:
        by = named(revision.by, names, language)
        step = words.STEPS[revision.state].in_(language).format(by=by)
        day = datetime.fromtimestamp(revision.at_us / 1_000_000, tz=UTC).date().isoformat()
        yield f"• {day} {with_note(step, revision, language)}"


def _summary(teaching: Teaching, language: Language) -> str:
    """What it brings, in a line."""
    known = teaching.knowledge
    said = (
        *((known.title.in_(language),) if isinstance(known, Entry) else ()),
        *(said_of_fix(fix, language) for fix in known.workarounds),
        *(said_of_dead_end(end, language) for end in known.dead_ends),
        *known.signatures,
    )
    piece = slack_text.mrkdwn(slack_text.shortened(said[0].partition("\n")[0], _LIMIT), limit=2 * _LIMIT)
    return words.PIECES[teaching.kind].in_(language).format(said=piece)


def _buttons(teaching: Teaching, language: Language) -> Iterator[ButtonElement]:
    if teaching.state is not State.RETIRED:
        yield teaching_button(words.EDIT, actions.EDIT, teaching, language)
    if teaching.in_force is not None:
        yield teaching_button(words.RETIRE, actions.RETIRE, teaching, language, style="danger")
    if teaching.revision.number > 1:
        yield teaching_button(words.UNDO, actions.UNDO, teaching, language)
