"""usergroups.*: groups of people that one mention calls.

Source: https://docs.slack.dev/reference/methods?family=usergroups
"""

from __future__ import annotations

from bot.playground.arguments import Arguments
from bot.playground.methods.method import Method, Methods
from bot.playground.objects import Json
from bot.playground.people import UserGroup
from bot.playground.refusals import ApiRefusal
from bot.playground.services import Services

__all__ = ["METHODS"]


def list_(services: Services, arguments: Arguments) -> Json:
    """Answer usergroups.list: without the disabled ones unless they are asked for."""
    groups = [group for group in services.workspace.groups.values() if _is_shown(group, arguments)]
    return {"usergroups": [_described(services, group, arguments) for group in groups]}


def users(services: Services, arguments: Arguments) -> Json:
    """Answer usergroups.users.list."""
    group = services.workspace.groups.get(arguments.required("usergroup"))
    if group is None or not _is_shown(group, arguments):
        raise ApiRefusal("no_such_subteam")
    return {"users": list(group.users)}


def _is_shown(group: UserGroup, arguments: Arguments) -> bool:
    return not group.is_disabled or arguments.flag("include_disabled")


def _described(services: Services, group: UserGroup, arguments: Arguments) -> Json:
    described = group.as_json(services.workspace.team.id)
    if arguments.flag("include_users"):
        described["users"] = list(group.users)
    if arguments.flag("include_count"):
        described["user_count"] = len(group.users)
    return described


METHODS: Methods = {
    "usergroups.list": Method(list_, "usergroups:read"),
    "usergroups.users.list": Method(users, "usergroups:read"),
}
