"""The settings are shown to whoever may change them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from slack_bolt import Args

from bot.listeners.afterwards import afterwards
from bot.listeners.allowed import refusal, rights_of
from bot.listeners.groups import user_groups
from bot.listeners.press import tell
from bot.listeners.reader import language_read
from bot.listeners.who import who
from bot.people import time_zone_of
from bot.views.notice import notice
from bot.views.settings import Settings, UserGroup, settings_modal, words
from knowledge.base import KnowledgeBase
from knowledge.model import Language, Text
from knowledge.preferences import ChannelPreferences

__all__ = ["forbidden", "open_settings", "settings_of"]


def open_settings(args: Args, knowledge: KnowledgeBase, _text: str = "") -> None:
    """Show the settings, those of the channel at hand above, or say that whoever asks may not change them."""
    afterwards(args, lambda: _open(args, knowledge))
    args.ack()


def forbidden(args: Args) -> Text | None:
    """Why whoever is behind `args` may not change settings; None: they may."""
    team, user = who(args)
    return refusal(lambda: rights_of(args).may_set(team, user), words.MAY_NOT_SET)


def settings_of(
    knowledge: KnowledgeBase, team: str, channel: str | None, *, groups: Sequence[UserGroup] = ()
) -> Settings:
    """What holds in `team` and in its `channel`."""
    book = knowledge.preferences
    return Settings(
        channel=channel,
        here=book.channel(team, channel) if channel else ChannelPreferences(),
        workspace=book.workspace(team),
        groups=groups,
        changed=book.last_change(team),
        changed_here=book.last_change(team, channel) if channel else None,
    )


def _open(args: Args, knowledge: KnowledgeBase) -> None:
    language = language_read(args) or Language.EN
    fault = forbidden(args)
    if fault is not None and args.context.response_url:
        tell(args, fault)
        return
    view = notice(fault, language) if fault else None
    if view is None:
        settings = settings_of(
            knowledge, who(args).team, _channel(args.context.channel_id), groups=user_groups(args.client)
        )
        view = settings_modal(settings if settings.changed else _in_their_zone(args, knowledge, settings), language)
    args.client.views_open(trigger_id=args.body["trigger_id"], view=view)


def _in_their_zone(args: Args, knowledge: KnowledgeBase, settings: Settings) -> Settings:
    """`settings`, which nobody has saved yet, with the time zone of whoever opens them."""
    team, user = who(args)
    zone = time_zone_of(args.client, knowledge, team=team, user=user)
    return replace(settings, workspace=settings.workspace.model_copy(update={"time_zone": zone}))


def _channel(channel: str | None) -> str | None:
    """`channel`, unless it is a direct message, which has no settings."""
    return channel if channel and not channel.startswith("D") else None
