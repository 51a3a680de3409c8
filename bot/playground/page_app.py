"""What people do with the app through the page, one function for each request."""

from __future__ import annotations

from starlette.requests import Request

from bot.playground import actions, interactions, modals, requests, suggestions
from bot.playground.objects import Json
from bot.playground.rendering import channel_for_page, view_for_bot
from bot.playground.services import Services

__all__ = [
    "act",
    "close_view",
    "home_for_page",
    "invite",
    "open_home",
    "run_command",
    "submit_view",
    "suggest",
    "use_shortcut",
]


async def run_command(services: Services, request: Request) -> Json:
    """Run a slash command."""
    body = await requests.body_of(request, requests.Command)
    await interactions.run_command(services, user=body.user, channel=body.channel, command=body.command, text=body.text)
    return {}


async def use_shortcut(services: Services, request: Request) -> Json:
    """Use a message shortcut."""
    body = await requests.body_of(request, requests.Shortcut)
    await interactions.use_shortcut(
        services, user=body.user, channel=body.channel, ts=body.ts, callback_id=body.callback_id
    )
    return {}


async def act(services: Services, request: Request) -> Json:
    """Click, choose or tick something."""
    body = await requests.body_of(request, requests.Act)
    await interactions.act(services, user=body.user, surface=body.surface, action=body.action, values=body.values)
    return {}


async def suggest(services: Services, request: Request) -> Json:
    """Type into a menu whose options come from the app."""
    body = await requests.body_of(request, requests.Suggest)
    menu = body.model_dump(include={"block_id", "action_id", "value"})
    return await suggestions.suggest(services, user=body.user, surface=body.surface, menu=menu)


async def submit_view(services: Services, request: Request) -> Json:
    """Submit a modal."""
    body = await requests.body_of(request, requests.SubmitView)
    return await modals.submit_view(services, user=body.user, view_id=body.view_id, values=body.values)


async def close_view(services: Services, request: Request) -> Json:
    """Close a modal."""
    body = await requests.body_of(request, requests.CloseView)
    await modals.close_view(services, user=body.user, view_id=body.view_id)
    return {}


async def invite(services: Services, request: Request) -> Json:
    """Put the bot into a channel."""
    body = await requests.body_of(request, requests.Invite)
    channel = actions.invite(services, user=body.user, channel=body.channel)
    return {"channel": channel_for_page(services.workspace, channel)}


async def open_home(services: Services, request: Request) -> Json:
    """Look at the app's home."""
    body = await requests.body_of(request, requests.OpenHome)
    actions.open_home(services, user=body.user, tab=body.tab)
    return {"view": home_for_page(services, body.user)}


def home_for_page(services: Services, user_id: str) -> Json | None:
    """What the app shows somebody in its home, with what they have entered there; None: nothing yet."""
    home = services.workspace.homes.get(user_id)
    return view_for_bot(services.workspace, home, services.inputs.values(home.id, home.blocks)) if home else None
