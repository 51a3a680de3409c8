"""Views as the app sends them; modals on top of one another: three at most, each knowing first and the one below.

Source: https://docs.slack.dev/surfaces/modals
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.playground.block_kit.views import checked_view
from bot.playground.identifiers import new_hash, new_id
from bot.playground.objects import Json, View, ViewType
from bot.playground.refusals import ApiRefusal
from bot.playground.slack_files import image_faults
from bot.playground.state import Workspace

__all__ = ["DEEPEST_STACK", "app_view", "new_view", "push_view"]

DEEPEST_STACK = 3


def app_view(workspace: Workspace, view: Any, surface: ViewType) -> Json:
    """What the app sent as a view of that kind (an object, or its JSON text), as Slack keeps it.

    Raises:
        ApiRefusal: `invalid_arguments` with every fault, or `view_too_large`.
    """
    definition = checked_view(view, surface)
    faults = image_faults(workspace, definition["blocks"], at="/view/blocks")
    if faults:
        raise ApiRefusal("invalid_arguments", messages=faults)
    return definition


def new_view(user: str, definition: Json) -> View:
    """A view for `user`, at the bottom of its own stack."""
    view_id = new_id("V")
    return View(
        id=view_id,
        user=user,
        root_id=view_id,
        previous_id=None,
        hash=new_hash(),
        definition=definition,
        external_id=definition.get("external_id", ""),
    )


def push_view(workspace: Workspace, below: View, definition: Json) -> View:
    """Show a new view on top of `below`.

    Raises:
        ApiRefusal: `push_limit_reached`, three are open already.
    """
    if len([view for view in workspace.view_stack(below.user) if view.root_id == below.root_id]) >= DEEPEST_STACK:
        raise ApiRefusal("push_limit_reached")
    view = replace(new_view(below.user, definition), root_id=below.root_id, previous_id=below.id)
    workspace.open_view(view)
    return view
