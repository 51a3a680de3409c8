"""The modal that asks why a proposal is rejected."""

from __future__ import annotations

from slack_sdk.models.blocks import InputBlock, PlainTextInputElement, PlainTextObject
from slack_sdk.models.views import View

from bot.views.teaching import actions, words
from bot.views.teaching.state import FormState

__all__ = ["reason_form"]


def reason_form(state: FormState) -> View:
    """The question why the teaching in `state` is rejected."""
    language = state.language
    return View(
        type="modal",
        callback_id=actions.REASON_FORM,
        private_metadata=state.model_dump_json(exclude_defaults=True),
        title=words.REJECT_TITLE.in_(language),
        submit=words.REJECT.in_(language),
        close=words.CANCEL.in_(language),
        blocks=[
            InputBlock(
                block_id="reason",
                label=PlainTextObject(text=words.REASON.in_(language)),
                hint=PlainTextObject(text=words.REASON_HINT.in_(language)),
                element=PlainTextInputElement(action_id=actions.REASON, multiline=True),
            )
        ],
    )
