"""Somebody wants to see the whole entry: "More", one of the nearest entries, or the other language."""

from __future__ import annotations

from slack_bolt import App, Args
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View

from bot.listeners.afterwards import afterwards
from bot.listeners.press import choice_of
from bot.views import actions
from bot.views.entry_modal import entry_modal
from knowledge.base import KnowledgeBase, UnknownEntryError

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` open the modal with an entry, and change its language."""

    def show(args: Args) -> None:
        view, trigger = _modal(args, knowledge), args.body.get("trigger_id")
        if view is not None and trigger is not None:
            afterwards(args, lambda: args.client.views_open(trigger_id=trigger, view=view))
        args.ack()

    def change_language(args: Args) -> None:
        view, shown = _modal(args, knowledge), args.body.get("view") or {}
        if view is not None and "id" in shown:
            afterwards(args, lambda: _replace(args, view_id=shown["id"], hash_=shown.get("hash"), view=view))
        args.ack()

    app.action(actions.MORE)(show)
    app.action(actions.with_number(actions.MORE))(show)
    app.action(actions.LANGUAGE)(change_language)


def _replace(args: Args, *, view_id: str, hash_: str | None, view: View) -> None:
    """Show `view` in place of the one that somebody looks at, if it is still the one that was pressed."""
    try:
        args.client.views_update(view_id=view_id, hash=hash_, view=view)
    except SlackApiError as error:
        if error.response.get("error") not in {"hash_conflict", "not_found"}:  # pressed twice, or closed meanwhile
            raise


def _modal(args: Args, knowledge: KnowledgeBase) -> View | None:
    choice = choice_of(args)
    try:
        rated = knowledge.rated(choice.entry_id, team=args.context.team_id or "") if choice else None
    except UnknownEntryError:
        rated = None
    if choice is None or rated is None:
        return None
    neighbours = knowledge.entries_called(rated.entry.neighbours)
    return entry_modal(rated, language=choice.language, neighbours=neighbours, site=knowledge.site)
