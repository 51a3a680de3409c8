"""The menus of people in the settings: who reviews, and who is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import InputBlock

from bot.views.settings import actions, words
from bot.views.settings.inputs import field, menu
from knowledge.model import Language
from knowledge.preferences import Preferences

__all__ = ["UserGroup", "on_call_field", "reviewers_field"]


@dataclass(frozen=True, slots=True)
class UserGroup:
    """A user group of the workspace."""

    id: str
    handle: str
    """What calls it, without the `@`."""
    name: str


def reviewers_field(groups: Sequence[UserGroup], workspace: Preferences, language: Language) -> InputBlock:
    """Who reviews: everybody, a user group, or the members of a channel."""
    reviewers = workspace.reviewers
    chosen = actions.EVERYBODY
    if reviewers is not None:
        chosen = reviewers.id if reviewers.kind == "group" else actions.MEMBERS
    fixed = {
        actions.EVERYBODY: words.EVERYBODY.in_(language),
        actions.MEMBERS: words.MEMBERS.in_(language),
    }
    choices = fixed | _choices(groups, chosen if chosen not in fixed else None, language)
    element = menu(actions.REVIEWERS, choices, chosen)
    return field(element, words.REVIEWERS, language, block_id=actions.REVIEWERS, hint=words.REVIEWERS_HINT)


def on_call_field(groups: Sequence[UserGroup], workspace: Preferences, language: Language) -> InputBlock:
    """The user group that "Need a human" calls."""
    choices = {actions.NOBODY: words.NOBODY.in_(language)} | _choices(groups, workspace.on_call, language)
    element = menu(actions.ON_CALL, choices, workspace.on_call or actions.NOBODY)
    hint = None if groups else words.NO_GROUPS
    return field(element, words.ON_CALL, language, block_id=actions.ON_CALL, hint=hint)


def _choices(groups: Sequence[UserGroup], chosen: str | None, language: Language) -> dict[str, str]:
    """The groups by handle; one that was chosen and is gone stays visible."""
    by_handle = sorted(groups, key=lambda group: group.handle)
    known = {group.id: f"@{group.handle} ({group.name})" for group in by_handle}
    gone = {chosen: words.GONE_GROUP.in_(language)} if chosen and chosen not in known else {}
    return known | gone
