"""What the page asks the playground, one function for each request; `pages.py` gives them their addresses.

What goes to the app stands in `page_app.py`.
"""

from __future__ import annotations

import asyncio

from starlette.requests import Request

from bot.playground import actions, files, requests, seed
from bot.playground.lookups import person
from bot.playground.objects import Json, Message
from bot.playground.page_app import home_for_page
from bot.playground.rendering import (
    channel_for_page,
    delivery_for_page,
    group_for_page,
    message_for_page,
    user_for_page,
    view_for_bot,
)
from bot.playground.samples import samples
from bot.playground.services import Services
from bot.playground.uploads import read_upload

_LONGEST_WAIT_S = 30.0


async def state(services: Services, request: Request) -> Json:
    """Everything that the page draws for `user`: the workspace as that person sees it."""
    workspace = services.workspace
    user = person(workspace, request.query_params.get("user") or workspace.people()[0].id)
    channels = [channel for channel in workspace.channels.values() if channel.has(user.id)]
    return {
        "team": {"id": workspace.team.id, "name": workspace.team.name},
        "users": [user_for_page(known) for known in workspace.users.values()],
        "groups": [group_for_page(group) for group in workspace.groups.values()],
        "channels": [channel_for_page(workspace, channel) for channel in channels],
        "messages": {channel.id: _messages(services, channel.id, user.id) for channel in channels},
        "bot": {"user_id": workspace.bot.user_id, "name": workspace.bot.name},
        "commands": [
            {"command": command.command, "description": command.description, "usage_hint": command.usage_hint}
            for command in services.manifest.commands
        ],
        "shortcuts": [
            {"callback_id": shortcut.callback_id, "name": shortcut.name, "type": shortcut.type}
            for shortcut in services.manifest.shortcuts
        ],
        "pages": dict(services.pages),
        "samples": [sample.as_json() for sample in samples()],
        "views": [
            view_for_bot(workspace, view, services.inputs.values(view.id, view.blocks))
            for view in workspace.view_stack(user.id)
        ],
        "home": home_for_page(services, user.id),
        "deliveries": [delivery_for_page(delivered) for delivered in reversed(services.deliverer.log)],
    }


async def post_message(services: Services, request: Request) -> Json:
    """Send a message."""
    body = await requests.body_of(request, requests.Say)
    message = actions.say(services, user=body.user, channel=body.channel, text=body.text, thread_ts=body.thread_ts)
    return _shown(services, message)


async def edit_message(services: Services, request: Request) -> Json:
    """Change one's own message."""
    body = await requests.body_of(request, requests.Edit)
    message = actions.edit(services, user=body.user, channel=body.channel, ts=body.ts, text=body.text)
    return _shown(services, message)


async def delete_message(services: Services, request: Request) -> Json:
    """Delete one's own message."""
    body = await requests.body_of(request, requests.Delete)
    actions.delete(services, user=body.user, channel=body.channel, ts=body.ts)
    return {}


async def set_reaction(services: Services, request: Request) -> Json:
    """Put an emoji under a message, or take it back."""
    body = await requests.body_of(request, requests.Reaction)
    do = actions.unreact if body.remove else actions.react
    return _shown(services, do(services, user=body.user, channel=body.channel, ts=body.ts, name=body.name))


async def share_file(services: Services, request: Request) -> Json:
    """Upload a file or a long paste (multipart/form-data)."""
    form = await read_upload(request)
    message = files.share_file(
        services,
        user=form.fields.get("user", ""),
        channel=form.fields.get("channel", ""),
        upload=files.Upload(form.name, form.content, form.fields.get("text", "")),
        thread_ts=form.fields.get("thread_ts") or None,
    )
    return _shown(services, message)


async def reset(services: Services, _request: Request) -> Json:
    """Empty the workspace."""
    services.inputs.clear()
    services.uploads.clear()
    services.switches.reset()
    seed.reset(services.workspace)
    return {}


async def set_switches(services: Services, request: Request) -> Json:
    """Make something go wrong on purpose (see `switches.py`)."""
    body = await requests.body_of(request, requests.Switch)
    switches = services.switches
    if body.reset:
        switches.reset()
        services.workspace.disable_groups(())
    if body.disabled_groups is not None:
        services.workspace.disable_groups(body.disabled_groups)
    switches.copies = body.copies if body.copies is not None else switches.copies
    switches.delay_s = body.delay_s if body.delay_s is not None else switches.delay_s
    switches.unscanned_looks = body.unscanned_looks if body.unscanned_looks is not None else switches.unscanned_looks
    for failure in body.fail:
        switches.add_failure(
            failure.method, error=failure.error, times=failure.times, retry_after_s=failure.retry_after_s
        )
    if body.hold:
        switches.hold_events()
    elif body.hold is False:
        switches.release_events(newest_first=body.newest_first)
    return {"copies": switches.copies, "delay_s": switches.delay_s}


async def deliveries(services: Services, request: Request) -> Json:
    """What was sent to the bot; with `settled=1` only once nothing is on its way any more."""
    settled = True
    if request.query_params.get("settled"):
        try:
            async with asyncio.timeout(_LONGEST_WAIT_S):
                await services.deliverer.settled()
        except TimeoutError:
            settled = False
    return {"settled": settled, "deliveries": [delivery_for_page(delivered) for delivered in services.deliverer.log]}


def _messages(services: Services, channel_id: str, user_id: str) -> list[Json]:
    messages = services.workspace.messages(channel_id, seen_by=user_id)
    return [message_for_page(services.workspace, message) for message in messages]


def _shown(services: Services, message: Message) -> Json:
    return {"message": message_for_page(services.workspace, message)}
