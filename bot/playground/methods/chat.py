"""chat.*: the bot says, changes and deletes.

Source: https://docs.slack.dev/reference/methods?family=chat
"""

from __future__ import annotations

from dataclasses import replace

from bot.playground.arguments import Arguments
from bot.playground.content import TEXT_LIMIT, message_by_app, read_blocks, read_content
from bot.playground.methods.method import Method, Methods, require, target, thread_of, visible_message
from bot.playground.objects import Channel, Json
from bot.playground.refusals import ApiRefusal
from bot.playground.rendering import message_for_bot
from bot.playground.services import Services

__all__ = ["METHODS"]

_UPDATE_LIMIT = 4_000  # characters of text that chat.update takes


def post_message(services: Services, arguments: Arguments) -> Json:
    """Answer chat.postMessage."""
    workspace = services.workspace
    channel = target(services, arguments.required("channel"))
    if not channel.has(workspace.bot.user_id) and "chat:write.public" not in services.manifest.scopes:
        raise ApiRefusal("not_in_channel")
    content = read_content(workspace, arguments)
    message = workspace.post(
        replace(message_by_app(workspace, channel.id, content), **_options(services, arguments, channel))
    )
    answer = {"channel": channel.id, "ts": message.ts, "message": message_for_bot(workspace, message)}
    return answer | (_truncation_warning() if content.truncated else {})


def post_ephemeral(services: Services, arguments: Arguments) -> Json:
    """Answer chat.postEphemeral."""
    workspace = services.workspace
    channel = target(services, arguments.required("channel"))
    user = arguments.required("user")
    if user not in workspace.users:
        raise ApiRefusal("user_not_found")
    if not channel.has(workspace.bot.user_id):
        raise ApiRefusal("not_in_channel")
    if not channel.has(user):
        raise ApiRefusal("user_not_in_channel")
    message = message_by_app(workspace, channel.id, read_content(workspace, arguments))
    shown = workspace.show(replace(message, ephemeral_for=user, thread_ts=thread_of(services, arguments, channel)))
    return {"message_ts": shown.ts}


def update(services: Services, arguments: Arguments) -> Json:
    """Answer chat.update: text without blocks takes the blocks away; without either, the blocks stay."""
    workspace = services.workspace
    channel_id, ts = arguments.required("channel"), arguments.required("ts")
    previous = visible_message(services, channel_id, ts)
    if previous.bot is None or previous.is_deleted:
        raise ApiRefusal("cant_update_message")
    text = arguments.text("text")
    if len(text) > _UPDATE_LIMIT:
        raise ApiRefusal("msg_too_long")
    blocks = read_blocks(workspace, arguments)
    if not text.strip() and "blocks" not in arguments:
        raise ApiRefusal("no_text")
    metadata = _metadata(arguments) or previous.metadata
    changed = replace(previous, text=text or previous.text, blocks=blocks, metadata=metadata)
    if not blocks:  # Slack marks only messages without blocks as edited
        changed = replace(changed, edited_by=workspace.bot.user_id, edited_ts=workspace.next_ts())
    workspace.change(changed)
    return {
        "channel": channel_id,
        "ts": ts,
        "text": text or previous.text,
        "message": message_for_bot(workspace, visible_message(services, channel_id, ts)),
    }


def delete(services: Services, arguments: Arguments) -> Json:
    """Answer chat.delete."""
    channel_id, ts = arguments.required("channel"), arguments.required("ts")
    message = visible_message(services, channel_id, ts)
    if message.bot is None:
        raise ApiRefusal("cant_delete_message")
    services.workspace.delete(message)
    return {"channel": channel_id, "ts": ts}


def get_permalink(services: Services, arguments: Arguments) -> Json:
    """Answer chat.getPermalink."""
    channel_id, ts = arguments.required("channel"), arguments.required("message_ts")
    message = visible_message(services, channel_id, ts)
    link = f"{services.base_url}/archives/{channel_id}/p{ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel_id}"
    return {"channel": channel_id, "permalink": link}


def _options(services: Services, arguments: Arguments, channel: Channel) -> Json:
    """The fields of the message that only `chat.postMessage` sets."""
    options: Json = {"thread_ts": thread_of(services, arguments, channel)}
    if arguments.text("username"):
        require(services, "chat:write.customize")
        options["username"] = arguments.text("username")
    if options["thread_ts"] and arguments.flag("reply_broadcast"):
        options |= {"broadcast": True, "subtype": "thread_broadcast"}
    return options | {"metadata": _metadata(arguments)}


def _metadata(arguments: Arguments) -> Json | None:
    """What the app hangs on a message for itself: a kind of event and its payload."""
    try:
        metadata = arguments.structure("metadata")
    except ValueError:
        raise ApiRefusal("invalid_metadata_format") from None
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not {"event_type", "event_payload"} <= set(metadata):
        raise ApiRefusal("invalid_metadata_format")
    return metadata


def _truncation_warning() -> Json:
    text = f"Your message was truncated but still posted. The `text` field accepts up to {TEXT_LIMIT:,} characters."
    return {"response_metadata": {"messages": [f"[WARN] {text}"], "warnings": ["message_truncated"]}}


METHODS: Methods = {
    "chat.postMessage": Method(post_message, "chat:write"),
    "chat.postEphemeral": Method(post_ephemeral, "chat:write"),
    "chat.update": Method(update, "chat:write"),
    "chat.delete": Method(delete, "chat:write"),
    "chat.getPermalink": Method(get_permalink),
}
