"""auth.test, api.test, users.info, bots.info, usergroups.list, files.info: who and what is there.

Source: https://docs.slack.dev/reference/methods
"""

from __future__ import annotations

from bot.playground.arguments import Arguments
from bot.playground.methods.method import Method, Methods
from bot.playground.objects import Json
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
    described = user.as_json() | {"team_id": services.workspace.team.id}
    return {"user": described | ({"locale": user.locale} if arguments.flag("include_locale") else {})}


def bots_info(services: Services, arguments: Arguments) -> Json:
    """Answer bots.info."""
    bot = services.workspace.bot
    if arguments.text("bot") not in {"", bot.bot_id}:
        raise ApiRefusal("bot_not_found")
    described = {"id": bot.bot_id, "app_id": bot.app_id, "user_id": bot.user_id, "name": bot.name, "deleted": False}
    return {"bot": described}


def usergroups_list(_services: Services, _arguments: Arguments) -> Json:
    """Answer usergroups.list: this workspace has none."""
    return {"usergroups": []}


def files_info(services: Services, arguments: Arguments) -> Json:
    """Answer files.info: a file is visible where the bot is a member."""
    workspace = services.workspace
    file = workspace.files.get(arguments.required("file"))
    if file is None or not any(workspace.channels[c].has(workspace.bot.user_id) for c in file.channels):
        raise ApiRefusal("file_not_found")
    described = file.as_json() | {"channels": list(file.channels)}
    content = file.content.decode("utf-8", errors="replace") if file.is_text else None
    answer: Json = {"file": described, "comments": [], "response_metadata": {"next_cursor": ""}}
    return answer | ({"content": content} if content is not None and file.mode == "snippet" else {})


METHODS: Methods = {
    "auth.test": Method(auth_test),
    "users.info": Method(users_info, "users:read"),
    "bots.info": Method(bots_info, "users:read"),
    "usergroups.list": Method(usergroups_list, "usergroups:read"),
    "files.info": Method(files_info, "files:read"),
}
