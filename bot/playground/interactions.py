"""What people do with the app: commands, shortcuts, buttons. Each waits for the app's answer, as Slack does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

from bot.playground import payloads
from bot.playground.actions import invite
from bot.playground.arguments import Arguments
from bot.playground.block_action import performed
from bot.playground.content import message_by_app, read_content
from bot.playground.delivery import Reply, UnansweredError
from bot.playground.language import of_locale
from bot.playground.lookups import channel_of, message_of, names, person
from bot.playground.objects import SLACKBOT, Channel, Json, Message, View
from bot.playground.people import User
from bot.playground.reading import decoded_object
from bot.playground.refusals import ApiRefusal, PersonRefusal
from bot.playground.sentences import SLACKBOT_SAYS
from bot.playground.services import Services
from bot.playground.typed_text import parse

__all__ = ["Surface", "act", "run_command", "send", "shown_on", "use_shortcut"]


async def run_command(services: Services, *, user: str, channel: str, command: str, text: str) -> None:
    """Run a slash command; where the app fails, Slackbot says so to its user.

    Raises:
        PersonRefusal: there is no such command or place.
    """
    workspace = services.workspace
    runner, place = person(workspace, user), channel_of(workspace, channel, user)
    if command == "/invite":
        invite(services, user=user, channel=channel)
        return
    declared = next((known for known in services.manifest.commands if known.command == command), None)
    if declared is None:
        raise PersonRefusal("unknown_command", status=404, name=command)
    sent = parse(text, names(workspace)).text if declared.should_escape else text
    fields = payloads.slash_command(services, user=runner, channel=place, command=declared, text=sent.strip())
    try:
        reply = await services.deliverer.send_form(command, fields)
    except UnansweredError as error:
        reason = "operation_timeout" if str(error) == "http_timeout" else "dispatch_failed"
        _slackbot_says(services, runner, place, "command_failed", command=command, error=reason)
        return
    if reply.status != HTTPStatus.OK:
        _slackbot_says(services, runner, place, "command_failed", command=command, error="dispatch_failed")
    else:
        _show_answer(services, runner, place, reply)


async def use_shortcut(services: Services, *, user: str, channel: str, ts: str, callback_id: str) -> None:
    """Use a message shortcut.

    Raises:
        PersonRefusal: there is no such shortcut or message, or the app does not answer.
    """
    workspace = services.workspace
    actor, place = person(workspace, user), channel_of(workspace, channel, user)
    message = message_of(workspace, channel, ts, user)
    declared = (shortcut for shortcut in services.manifest.shortcuts if shortcut.type == "message")
    if not any(shortcut.callback_id == callback_id for shortcut in declared):
        raise PersonRefusal("unknown_shortcut", status=404, name=callback_id)
    payload = payloads.message_action(services, user=actor, channel=place, message=message, callback_id=callback_id)
    await send(services, payload)


@dataclass(frozen=True, slots=True)
class Surface:
    """Where somebody clicks: a view, or a message of a channel."""

    view_id: str = ""
    channel: str = ""
    message_ts: str = ""


async def act(
    services: Services, *, user: str, surface: Surface, action: Json, values: Mapping[str, Json] | None = None
) -> None:
    """Click a button, choose from a menu, tick a box.

    `values` is what the inputs of the surface hold besides, where the page knows more than was sent so far.

    Raises:
        PersonRefusal: the element is not there, or the app does not answer.
    """
    actor = person(services.workspace, user)
    shown = shown_on(services, actor, surface)
    key = shown.id if isinstance(shown, View) else f"{shown.channel}/{shown.ts}/{actor.id}"
    services.inputs.enter(key, shown.blocks, values or {})
    done = performed(shown.blocks, action)
    if done.value is not None:
        services.inputs.change(key, done.payload["block_id"], done.payload["action_id"], done.value)
    if not done.is_dispatched:
        return
    held_now = services.inputs.values(key, shown.blocks)
    payload = payloads.block_actions(services, user=actor, shown=shown, action=done.payload, values=held_now)
    await send(services, payload)


async def send(services: Services, payload: Json) -> Reply:
    """Send an interaction and return the app's answer.

    Raises:
        PersonRefusal: there is none, or it is not a success.
    """
    try:
        reply = await services.deliverer.send_form(str(payload["type"]), {"payload": json.dumps(payload)})
    except UnansweredError as error:
        raise PersonRefusal(str(error), status=502) from None
    if reply.status != HTTPStatus.OK:
        raise PersonRefusal("http_error", status=502, code=reply.status)
    return reply


def shown_on(services: Services, user: User, surface: Surface) -> Message | View:
    """The view or message at `surface`, if `user` sees it.

    Raises:
        PersonRefusal: it is not there.
    """
    workspace = services.workspace
    if surface.view_id:
        view = workspace.views.get(surface.view_id) or workspace.homes.get(user.id)
        if view is None or view.id != surface.view_id or view.user != user.id:
            raise PersonRefusal("view_not_found", status=404)
        return view
    channel_of(workspace, surface.channel, user.id)
    ephemeral = workspace.ephemeral(surface.channel, surface.message_ts)
    if ephemeral is not None and ephemeral.ephemeral_for == user.id:
        return ephemeral
    return message_of(workspace, surface.channel, surface.message_ts, user.id)


def _show_answer(services: Services, user: User, channel: Channel, reply: Reply) -> None:
    """What the app wrote straight into its acknowledgement: plain text, or a message as JSON."""
    if not reply.body.strip():
        return
    try:
        arguments = Arguments(decoded_object(reply.body))
    except ValueError:
        arguments = Arguments({"text": reply.body})
    try:
        content = read_content(services.workspace, arguments)
    except ApiRefusal as refusal:
        _slackbot_says(services, user, channel, "answer_refused", error=refusal.error)
        return
    message = message_by_app(services.workspace, channel.id, content)
    if arguments.text("response_type") == "in_channel":
        services.workspace.post(message)
    else:
        services.workspace.show(replace(message, ephemeral_for=user.id))


def _slackbot_says(services: Services, user: User, channel: Channel, what: str, **values: str) -> None:
    workspace = services.workspace
    ts, text = workspace.next_ts(), SLACKBOT_SAYS[what].in_(of_locale(user.locale)).format(**values)
    workspace.show(Message(channel=channel.id, ts=ts, user=SLACKBOT, text=text, ephemeral_for=user.id))
