"""App Home: how Postmaster works, and examples to try."""

from __future__ import annotations

from slack_sdk.models.blocks import DividerBlock, HeaderBlock, PlainTextObject
from slack_sdk.models.views import View

from bot import slack_text
from bot.views import words
from bot.views.message import section
from knowledge.model import Language, Text

__all__ = ["home"]

_EXAMPLES = Text(en="Try one of these in a message to me:", zh="可以把下面任意一行发给我试试：")
_PASTES = (
    "535 5.7.8 Error: authentication failed: authentication failure",
    "550 5.1.1 The email account that you tried to reach does not exist",
    "554 5.7.1 <user@example.com>: Relay access denied",
)


def home() -> View:
    """The same page for everybody, in every language: it needs to know nothing about who looks."""
    pastes = "\n".join(f"```{slack_text.mrkdwn(paste)}```" for paste in _PASTES)
    parts = [section(f"{words.HELP.in_(language)}\n\n{_EXAMPLES.in_(language)}\n{pastes}") for language in Language]
    return View(
        type="home",
        blocks=[HeaderBlock(text=PlainTextObject(text="Postmaster")), parts[0], DividerBlock(), *parts[1:]],
    )
