"""reactions.*: the bot puts emoji under messages, takes them back and looks at them.

Source: https://docs.slack.dev/reference/methods?family=reactions
"""

from __future__ import annotations

from bot.playground.arguments import Arguments
from bot.playground.emoji import canonical
from bot.playground.methods.method import Method, Methods, visible_message
from bot.playground.objects import Json, Message
from bot.playground.refusals import ApiRefusal
from bot.playground.rendering import message_for_bot
from bot.playground.services import Services

__all__ = ["METHODS"]

_MOST_REACTIONS = 50  # different emoji under one message, as reactions.add says (`too_many_emoji`)


def add(services: Services, arguments: Arguments) -> Json:
    """Answer reactions.add."""
    name, message = _name(arguments), _message(services, arguments)
    if not services.workspace.channels[message.channel].has(services.workspace.bot.user_id):
        raise ApiRefusal("not_in_channel")
    if message.reaction(name) is None and len(message.reactions) >= _MOST_REACTIONS:
        raise ApiRefusal("too_many_emoji")
    if not services.workspace.react(message, services.workspace.bot.user_id, name):
        raise ApiRefusal("already_reacted")
    return {}


def remove(services: Services, arguments: Arguments) -> Json:
    """Answer reactions.remove."""
    name, message = _name(arguments), _message(services, arguments)
    if not services.workspace.unreact(message, services.workspace.bot.user_id, name):
        raise ApiRefusal("no_reaction")
    return {}


def get(services: Services, arguments: Arguments) -> Json:
    """Answer reactions.get."""
    message = _message(services, arguments)
    described = message_for_bot(services.workspace, message)
    return {"type": "message", "channel": message.channel, "message": described}


def _name(arguments: Arguments) -> str:
    name = canonical(arguments.text("name"))
    if name is None:
        raise ApiRefusal("invalid_name")
    return name


def _message(services: Services, arguments: Arguments) -> Message:
    channel, ts = arguments.text("channel"), arguments.text("timestamp")
    if not channel or not ts:
        raise ApiRefusal("no_item_specified")
    return visible_message(services, channel, ts)


METHODS: Methods = {
    "reactions.add": Method(add, "reactions:write"),
    "reactions.remove": Method(remove, "reactions:write"),
    "reactions.get": Method(get, "reactions:read"),
}
