"""auth.test, users.*, bots.info: who is there.

Source: https://docs.slack.dev/reference/methods
"""

from __future__ import annotations

import time

from bot.playground.arguments import Arguments
from bot.playground.methods.method import Method, Methods
from bot.playground.methods.paging import page_of
from bot.playground.objects import Json
from bot.playground.people import User
from bot.playground.refusals import ApiRefusal
from bot.playground.services import Services

__all__ = ["METHODS"]


def auth_test(services: Services, _arguments: Arguments) -> Json:
    """Answer auth.test."""
    workspace = services.workspace
    return {
        "url": f"{services.base_url}/",
        "team": workspace.team.name,
        "user": workspace.bot.name.lower(),
        "team_id": workspace.team.id,
        "user_id": workspace.bot.user_id,
        "bot_id": workspace.bot.bot_id,
        "is_enterprise_install": False,
    }


def users_info(services: Services, arguments: Arguments) -> Json:
    """Answer users.info."""
    user = services.workspace.users.get(arguments.required("user"))
    if user is None:
        raise ApiRefusal("user_not_found")
    return {"user": _described(services, user, arguments)}


def users_list(services: Services, arguments: Arguments) -> Json:
    """Answer users.list: people and bots, in pages."""
    users, cursor = page_of(arguments, list(services.workspace.users.values()))
    described = [_described(services, user, arguments) for user in users]
    return {"members": described, "cache_ts": int(time.time()), "response_metadata": {"next_cursor": cursor}}


def _described(services: Services, user: User, arguments: Arguments) -> Json:
    described = user.as_json() | {"team_id": services.workspace.team.id}
    return described | ({"locale": user.locale} if arguments.flag("include_locale") else {})


def bots_info(services: Services, arguments: Arguments) -> Json:
    """Answer bots.info."""
    bot = services.workspace.bot
    if arguments.text("bot") not in {"", bot.bot_id}:
        raise ApiRefusal("bot_not_found")
    described = {"id": bot.bot_id, "app_id": bot.app_id, "user_id": bot.user_id, "name": bot.name, "deleted": False}
    return {"bot": described}


METHODS: Methods = {
    "auth.test": Method(auth_test),
    "users.info": Method(users_info, "users:read"),
    "users.list": Method(users_list, "users:read"),
    "bots.info": Method(bots_info, "users:read"),
}
