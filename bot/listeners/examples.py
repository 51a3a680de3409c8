"""Somebody tries one of the examples: an answer that only they see, or a search in their home."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.home.publishing import home_pressed, publish_home
from bot.listeners.incoming import Incoming
from bot.listeners.private import private_message
from bot.listeners.who import who
from bot.people import meet
from bot.views import actions
from bot.views.home.state import state_of
from knowledge.base import KnowledgeBase, Place

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` answer what its example buttons carry."""

    def receive(args: Args) -> None:
        pressed = home_pressed(args)
        if pressed is not None:
            state = state_of(pressed).with_field(_paste(args))
            afterwards(args, lambda: publish_home(args, knowledge, state))
        else:
            afterwards(args, lambda: _answer(args, knowledge, _incoming(args)))
        args.ack()

    app.action(actions.with_number(actions.TRY_EXAMPLE))(receive)


def _answer(args: Args, knowledge: KnowledgeBase, incoming: Incoming) -> None:
    meet(args.client, knowledge, team=incoming.place.team, user=incoming.author)
    message = private_message(knowledge, incoming, surface="example")
    thread_ts = incoming.thread_ts if incoming.in_thread else None
    args.respond(response_type="ephemeral", replace_original=False, thread_ts=thread_ts, **message.as_json())


def _incoming(args: Args) -> Incoming:
    """The example as if somebody had written it where its button stands."""
    body = args.body
    place = Place(who(args).team, args.context.channel_id or "", f"example-{body.get('trigger_id', '')}")
    return Incoming(
        place=place,
        thread_ts=str((body.get("message") or {}).get("thread_ts") or place.ts),
        author=who(args).user,
        text=_paste(args),
        files=(),
        is_direct=False,
        mentions_bot=True,
    )


def _paste(args: Args) -> str:
    return str((args.action or {}).get("value") or "")
