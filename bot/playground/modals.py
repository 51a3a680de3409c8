"""A person submits or closes a modal, and what the app's answer makes of it.

Source: https://docs.slack.dev/surfaces/modals/#handling_submissions
"""

from __future__ import annotations

from dataclasses import replace

from bot.playground import payloads
from bot.playground.delivery import Reply
from bot.playground.input_state import missing_answers
from bot.playground.interactions import send
from bot.playground.lookups import person
from bot.playground.objects import Json, View
from bot.playground.people import User
from bot.playground.reading import decoded_object
from bot.playground.refusals import ApiRefusal, PersonRefusal
from bot.playground.services import Services
from bot.playground.views import app_view, new_view, push_view

__all__ = ["close_view", "submit_view"]


async def submit_view(services: Services, *, user: str, view_id: str, values: Json) -> Json:
    """Submit a modal with `values` (block id -> action id -> value); returns what the page must show.

    Required inputs that are empty are refused without asking the app, as Slack's client does.

    Raises:
        PersonRefusal: it is not open, or the app does not answer as it should.
    """
    actor = person(services.workspace, user)
    view = _open_view(services, actor, view_id)
    services.inputs.enter(view.id, view.blocks, values)
    held = services.inputs.values(view.id, view.blocks)
    missing = missing_answers(view.blocks, held)
    if missing:
        return {"response_action": "errors", "errors": missing}
    reply = await send(services, payloads.view_submission(services, user=actor, view=view, values=held))
    try:
        return _follow(services, view, _decoded(reply))
    except ApiRefusal as refusal:
        why = "; ".join([refusal.error, *refusal.messages])
        raise PersonRefusal("app_answer_refused", status=502, why=why) from None


async def close_view(services: Services, *, user: str, view_id: str) -> None:
    """Close a modal; the app hears of it where it asked to.

    Raises:
        PersonRefusal: it is not open, or the app does not answer.
    """
    actor = person(services.workspace, user)
    view = _open_view(services, actor, view_id)
    cleared = bool(view.definition.get("clear_on_close"))
    stack = [v for v in services.workspace.view_stack(actor.id) if v.root_id == view.root_id]
    held = services.inputs.values(view.id, view.blocks)
    for closing in reversed(stack) if cleared else [view]:
        _close(services, closing)
    if view.definition.get("notify_on_close"):
        await send(services, payloads.view_closed(services, user=actor, view=view, values=held, is_cleared=cleared))


def _open_view(services: Services, user: User, view_id: str) -> View:
    view = services.workspace.views.get(view_id)
    if view is None or view.user != user.id:
        raise PersonRefusal("view_not_found", status=404)
    return view


def _decoded(reply: Reply) -> Json:
    try:
        return decoded_object(reply.body)
    except ValueError:
        raise ApiRefusal("invalid_response") from None


def _follow(services: Services, view: View, answer: Json) -> Json:
    """Do what the app answered: nothing said closes this modal and shows the one below."""
    match answer.get("response_action"):
        case None:
            _close(services, view)
            return {}
        case "errors":
            return {"response_action": "errors", "errors": _errors(view, answer)}
        case "clear":
            for closing in reversed(services.workspace.view_stack(view.user)):
                _close(services, closing)
        case "update":
            _update(services, view, app_view(services.workspace, answer.get("view"), "modal"))
        case "push":
            push_view(services.workspace, view, app_view(services.workspace, answer.get("view"), "modal"))
        case other:
            raise ApiRefusal("invalid_response_action", messages=[f"unknown response_action: {other}"])
    return {"response_action": answer["response_action"]}


def _errors(view: View, answer: Json) -> Json:
    """Errors belong under input blocks; Slack shows none of the others."""
    errors = answer.get("errors")
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise ApiRefusal("invalid_response", messages=["`errors` must name input blocks of the view"])
    return errors


def _update(services: Services, view: View, definition: Json) -> None:
    fresh = new_view(view.user, definition)
    services.workspace.update_view(replace(fresh, id=view.id, root_id=view.root_id, previous_id=view.previous_id))


def _close(services: Services, view: View) -> None:
    services.inputs.forget(view.id)
    services.workspace.close_view(view)
