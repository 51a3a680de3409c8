"""The settings are changed: another channel is looked at, or what was typed is saved."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.modals import replace_view
from bot.listeners.reader import language_read
from bot.listeners.settings.entered import channel_form, workspace_form
from bot.listeners.settings.opening import forbidden, open_settings, settings_of
from bot.listeners.settings.seen import unseen
from bot.listeners.who import who
from bot.views.notice import notice
from bot.views.settings import actions, with_channel
from knowledge.base import KnowledgeBase
from knowledge.model import Language

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` show and save settings."""

    def turn(args: Args) -> None:
        afterwards(args, lambda: _turn(args, knowledge))
        args.ack()

    app.action(actions.OPEN)(lambda args: open_settings(args, knowledge))
    app.action(actions.CHANNEL)(turn)
    app.view(actions.SUBMIT)(lambda args: _save(args, knowledge))


def _turn(args: Args, knowledge: KnowledgeBase) -> None:
    """Show the settings of the channel that was just chosen."""
    channel = (args.action or {}).get("selected_conversation")
    settings = settings_of(knowledge, who(args).team, channel)
    replace_view(args, with_channel(args.body["view"], settings, language_read(args) or Language.EN))


def _save(args: Args, knowledge: KnowledgeBase) -> None:
    """Keep what was typed, or say under the fields what is wrong with it."""
    (team, user), view = who(args), args.body["view"]
    language = language_read(args) or Language.EN
    fault = forbidden(args)
    if fault is not None:
        args.ack(response_action="update", view=notice(fault, language))
        return
    holding = knowledge.preferences.workspace(team)
    form, here = workspace_form(view, holding, language), channel_form(view)
    unseen_there = unseen(args.client, form.wanted, holding)
    faults = dict(form.faults) | {field: sentence.in_(language) for field, sentence in unseen_there.items()}
    if faults:
        args.ack(response_action="errors", errors=faults)
        return
    if form.wanted != holding:
        knowledge.preferences.set_workspace(team, form.wanted, by=user)
        knowledge.digests.plan(team)
    if here is not None and here.wanted != knowledge.preferences.channel(team, here.channel):
        knowledge.preferences.set_channel(team, here.channel, here.wanted, by=user)
    args.ack()
