"""Why an answer did not help people here, for those who look after the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot import slack_text
from bot.views.feedback import words
from bot.views.moments import day
from knowledge.feedback import GivenReason, Reason
from knowledge.model import Language

__all__ = ["reason_lines"]

_REASONS = {
    Reason.WRONG_ERROR: words.WRONG_ERROR,
    Reason.DID_NOT_HELP: words.DID_NOT_HELP,
    Reason.ALREADY_KNEW: words.ALREADY_KNEW,
}


def reason_lines(given: Iterable[GivenReason], language: Language) -> Iterator[str]:
    """Each of the reasons in a line of mrkdwn; nobody is named."""
    for one in given:
        yield f"• {day(one.given_us)}: {_said(one, language)}"


def _said(one: GivenReason, language: Language) -> str:
    if one.reason is not Reason.OTHER:
        return _REASONS[one.reason].in_(language)
    return f"“{slack_text.mrkdwn(' '.join(one.words.split()))}”"
