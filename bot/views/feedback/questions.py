"""What is asked after a vote: which workaround did it, or what happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.views.actions import numbered
from bot.views.feedback import actions, words
from bot.views.feedback.actions import Subject
from bot.views.message import Message, button, section, short_title
from bot.views.words import TAKE_BACK
from knowledge.model import Language, Text, Workaround

__all__ = ["noted", "question_of_reason", "question_of_tried", "question_of_worked"]


def question_of_worked(
    fixes: Sequence[Workaround], *, numbers: Sequence[str], subject: Subject, language: Language
) -> Message:
    """Which of `fixes` did it; those whose keys are among `numbers` are called as on the card."""
    choices = _choices(fixes, numbers, subject, language, action=actions.WHICH)
    other = button(words.SOMETHING_ELSE.in_(language), action=actions.DISMISS, value=subject.value)
    return _question(words.WHICH_DID_IT.in_(language), [*choices, other])


def question_of_reason(subject: Subject, language: Language, *, teach: ButtonElement | None = None) -> Message:
    """Why the answer did not help; `teach` is the way to tell what did."""
    reasons = {
        actions.WRONG_ERROR: words.WRONG_ERROR,
        actions.DID_NOT_HELP: words.DID_NOT_HELP,
        actions.ALREADY_KNEW: words.ALREADY_KNEW,
        actions.IN_WORDS: words.IN_WORDS,
    }
    buttons = [button(text.in_(language), action=action, value=subject.value) for action, text in reasons.items()]
    return _question(words.WHAT_HAPPENED.in_(language), [*buttons, teach] if teach else buttons)


def question_of_tried(
    fixes: Sequence[Workaround],
    *,
    tried: Sequence[Workaround],
    numbers: Sequence[str],
    subject: Subject,
    language: Language,
) -> Message:
    """Which of `fixes` did not help, beside those that were `tried` already."""
    question = words.WHICH_ELSE_TRIED if tried else words.WHICH_TRIED
    titles = ", ".join(f"*{short_title(fix.title, language)}*" for fix in tried)
    choices = _choices(fixes, numbers, subject, language, action=actions.TRIED)
    done = button(words.DONE.in_(language), action=actions.DONE, value=subject.value)
    return _question(question.in_(language).format(titles=titles), [*choices, done])


def noted(sentence: Text, subject: Subject, language: Language, *, title: Text | None = None) -> Message:
    """That something was counted, perhaps for the workaround `title`, with ways to change it or take it back."""
    said = sentence.in_(language).format(title=short_title(title, language) if title else "")
    change = button(words.CHANGE.in_(language), action=actions.CHANGE, value=subject.value)
    back = button(TAKE_BACK.in_(language), action=actions.TAKE_BACK, value=subject.value)
    return _question(said, [change, back])


def _choices(
    fixes: Iterable[Workaround], numbers: Sequence[str], subject: Subject, language: Language, *, action: str
) -> list[ButtonElement]:
    """A button for each workaround."""
    return [
        button(_label(fix, numbers, language), action=numbered(action, place), value=subject.about(fix.key))
        for place, fix in enumerate(fixes)
    ]


def _label(fix: Workaround, numbers: Sequence[str], language: Language) -> str:
    title = fix.title.in_(language)
    return f"{numbers.index(fix.key) + 1}. {title}" if fix.key in numbers else title


def _question(sentence: str, buttons: Sequence[ButtonElement]) -> Message:
    blocks: tuple[Block, ...] = (section(sentence), ActionsBlock(elements=list(buttons)))
    return Message(text=sentence, blocks=blocks)
