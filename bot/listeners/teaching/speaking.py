"""What is said to one person about teaching, wherever they are: in a channel, in a modal, in the home."""

from __future__ import annotations

from slack_bolt import Args
from slack_sdk import WebClient
from slack_sdk.models.views import View

from bot.listeners.allowed import refusal, rights_of
from bot.listeners.home.publishing import home_pressed, refresh_home
from bot.listeners.press import tell
from bot.listeners.reader import language_read
from bot.listeners.who import who
from bot.names import name_of
from bot.views.notice import notice
from bot.views.teaching import words
from knowledge.base import KnowledgeBase
from knowledge.model import Text
from knowledge.teaching.model import NOBODY, Teaching
from knowledge.teaching.rules import TeachingRefusedError

__all__ = ["may_not_edit", "may_not_review", "may_not_teach", "say", "sentence_of", "show_modal"]


def may_not_teach(args: Args, channel: str) -> Text | None:
    """Why the person behind `args` may not teach in `channel`; None: they may."""
    team, user = who(args)
    return refusal(lambda: rights_of(args).may_teach(team, channel, user), words.NO_TEACHER)


def may_not_review(args: Args) -> Text | None:
    """Why the person behind `args` may not decide on what others teach; None: they may."""
    team, user = who(args)
    return refusal(lambda: rights_of(args).may_review(team, user), words.NO_REVIEWER)


def may_not_edit(args: Args, teaching: Teaching) -> Text | None:
    """Why the person behind `args` may not edit `teaching`; None: it is their own and waits, or they are a reviewer."""
    if teaching.waits and teaching.revision.body.latest.by == args.context.user_id:
        return None
    return may_not_review(args)


def sentence_of(refused: TeachingRefusedError, client: WebClient, team: str) -> Text:
    """Why something is refused, with the name of whom it mentions."""
    by: Text | str = words.FROM_FILE
    if refused.by != NOBODY:
        by = name_of(client, team=team, user=refused.by) or words.SOMEBODY
    return refused.sentence.filled(by=by)


def say(args: Args, knowledge: KnowledgeBase, sentence: Text) -> None:
    """Say `sentence` to the person behind `args`, and to nobody else."""
    if args.context.response_url:
        tell(args, sentence)
    elif home_pressed(args) is not None:
        refresh_home(args, knowledge, notice=sentence)
    else:
        show_modal(args, notice(sentence, language_read(args)))


def show_modal(args: Args, view: View) -> None:
    """Show `view`: on top of the modal in which something was pressed, if it was in one."""
    trigger = args.body["trigger_id"]
    if (args.body.get("view") or {}).get("type") == "modal":
        args.client.views_push(trigger_id=trigger, view=view)
    else:
        args.client.views_open(trigger_id=trigger, view=view)
