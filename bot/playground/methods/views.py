"""views.*: modals and the App Home.

Source: https://docs.slack.dev/reference/methods?family=views
"""

from __future__ import annotations

from dataclasses import replace

from bot.playground.arguments import Arguments
from bot.playground.methods.method import Method, Methods
from bot.playground.objects import Json, View
from bot.playground.refusals import ApiRefusal
from bot.playground.rendering import view_for_bot
from bot.playground.services import Services
from bot.playground.views import app_view, new_view, push_view

__all__ = ["METHODS"]


def open_(services: Services, arguments: Arguments) -> Json:
    """Answer views.open."""
    trigger_id = _trigger_id(arguments)
    definition = app_view(services.workspace, _view(arguments), "modal")
    _refuse_known_external_id(services, definition)
    trigger = services.triggers.redeem(trigger_id)
    view = new_view(trigger.user, definition)
    services.workspace.open_view(view)
    return {"view": view_for_bot(services.workspace, view)}


def push(services: Services, arguments: Arguments) -> Json:
    """Answer views.push: on top of the modal in which somebody just did something."""
    trigger_id = _trigger_id(arguments)
    definition = app_view(services.workspace, _view(arguments), "modal")
    _refuse_known_external_id(services, definition)
    trigger = services.triggers.redeem(trigger_id)
    below = services.workspace.views.get(trigger.view_id or "")
    if below is None:
        raise ApiRefusal("invalid_arguments", messages=["`trigger_id` does not belong to an open modal"])
    view = push_view(services.workspace, below, definition)
    return {"view": view_for_bot(services.workspace, view)}


def update(services: Services, arguments: Arguments) -> Json:
    """Answer views.update: a modal that is open, or a home that was published."""
    view_id, external_id = arguments.text("view_id"), arguments.text("external_id")
    if not view_id and not external_id:
        raise ApiRefusal("invalid_arguments", messages=["missing required field: view_id or external_id"])
    views = [*services.workspace.views.values(), *services.workspace.homes.values()]
    current = next((v for v in views if v.id == view_id or (external_id and v.external_id == external_id)), None)
    definition = app_view(services.workspace, _view(arguments), "modal" if current is None else current.type)
    if current is None:
        raise ApiRefusal("not_found")
    _refuse_old_hash(arguments, current)
    view = replace(new_view(current.user, definition), id=current.id, root_id=current.root_id)
    view = replace(view, previous_id=current.previous_id, external_id=current.external_id or view.external_id)
    if view.type == "home":
        services.workspace.publish_home(view)
    else:
        services.workspace.update_view(view)
    values = services.inputs.values(view.id, view.blocks)
    return {"view": view_for_bot(services.workspace, view, values)}


def publish(services: Services, arguments: Arguments) -> Json:
    """Answer views.publish."""
    user = arguments.required("user_id")
    if user not in services.workspace.users:
        raise ApiRefusal("user_not_found")
    definition = app_view(services.workspace, _view(arguments), "home")
    current = services.workspace.homes.get(user)
    if current is not None:
        _refuse_old_hash(arguments, current)
    view = new_view(user, definition)
    if current is not None:
        view = replace(view, id=current.id, root_id=current.id)
    services.workspace.publish_home(view)
    return {"view": view_for_bot(services.workspace, view)}


def _trigger_id(arguments: Arguments) -> str:
    return arguments.text("trigger_id") or arguments.required("interactivity_pointer")


def _view(arguments: Arguments) -> object:
    if "view" not in arguments:
        raise ApiRefusal("invalid_arguments", messages=["missing required field: view"])
    try:
        return arguments.structure("view")
    except ValueError:
        raise ApiRefusal("invalid_arguments", messages=["must be valid JSON [json-pointer:/view]"]) from None


def _refuse_known_external_id(services: Services, definition: Json) -> None:
    external_id = definition.get("external_id")
    if external_id and any(view.external_id == external_id for view in services.workspace.views.values()):
        raise ApiRefusal("duplicate_external_id")


def _refuse_old_hash(arguments: Arguments, current: View) -> None:
    if arguments.text("hash") and arguments.text("hash") != current.hash:
        raise ApiRefusal("hash_conflict")


METHODS: Methods = {
    "views.open": Method(open_),
    "views.push": Method(push),
    "views.update": Method(update),
    "views.publish": Method(publish),
}
