"""Modals on top of one another: three at most, each knowing the first and the one below.

Source: https://docs.slack.dev/surfaces/modals
"""

from __future__ import annotations

from dataclasses import replace

from bot.playground.identifiers import new_hash, new_id
from bot.playground.objects import Json, View
from bot.playground.refusals import ApiRefusal
from bot.playground.state import Workspace

__all__ = ["DEEPEST_STACK", "new_view", "push_view"]

DEEPEST_STACK = 3


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
