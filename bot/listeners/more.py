"""Somebody wants to see the whole entry: "More", one of the nearest entries, or the other language."""

from __future__ import annotations

from slack_bolt import App, Args
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View

from bot.listeners.failure import guarded
from bot.listeners.press import choice_of
from bot.views import actions
from bot.views.entry_modal import entry_modal
from knowledge.base import KnowledgeBase, UnknownEntryError

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` open the modal with an entry, and change its language."""

    def acknowledge(args: Args) -> None:
        args.ack()

    def show(args: Args) -> None:
        view = _modal(args, knowledge)
        if view is not None:
            args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    def change_language(args: Args) -> None:
        view, shown = _modal(args, knowledge), args.body.get("view") or {}
        if view is None or "id" not in shown:
            return
        try:
            args.client.views_update(view_id=shown["id"], hash=shown.get("hash"), view=view)
        except SlackApiError as error:
            if error.response.get("error") not in {"hash_conflict", "not_found"}:  # pressed twice, or closed meanwhile
                raise

    app.action(actions.MORE)(ack=acknowledge, lazy=[guarded(show)])
    app.action(actions.with_number(actions.MORE))(ack=acknowledge, lazy=[guarded(show)])
    app.action(actions.LANGUAGE)(ack=acknowledge, lazy=[guarded(change_language)])


def _modal(args: Args, knowledge: KnowledgeBase) -> View | None:
    choice = choice_of(args)
    try:
        rated = knowledge.rated(choice.entry_id, team=args.context.team_id or "") if choice else None
    except UnknownEntryError:
        rated = None
    if choice is None or rated is None:
        return None
    return entry_modal(rated, language=choice.language, neighbours={entry.id: entry for entry in knowledge.entries()})
