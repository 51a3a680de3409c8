"""files.*: what the app learns of shared files, and how it uploads its own.

Source: https://docs.slack.dev/reference/methods?family=files
"""

from __future__ import annotations

from dataclasses import replace

from bot.playground.arguments import Arguments
from bot.playground.content import Content, message_by_app, read_blocks
from bot.playground.file_object import SharedFile
from bot.playground.files import Upload, new_file
from bot.playground.methods.method import Method, Methods, target, thread_of
from bot.playground.objects import Channel, Json
from bot.playground.refusals import ApiRefusal
from bot.playground.services import Services
from bot.playground.slack_files import app_sees

__all__ = ["METHODS"]

_LONGEST_ALT_TEXT = 1_000  # characters


def info(services: Services, arguments: Arguments) -> Json:
    """Answer files.info: a file is visible where the bot is a member; it has no kind until Slack has scanned it.

    Source: https://github.com/slackapi/node-slack-sdk/issues/2040
    """
    file = services.workspace.files.get(arguments.required("file"))
    if file is None or not app_sees(services.workspace, file):
        raise ApiRefusal("file_not_found")
    if services.switches.takes_unscanned_look():
        return {"file": _described(file) | dict.fromkeys(("mimetype", "filetype", "pretty_type"), "")}
    content = file.content.decode("utf-8", errors="replace") if file.is_text else None
    answer: Json = {"file": _described(file), "comments": [], "response_metadata": {"next_cursor": ""}}
    return answer | ({"content": content} if content is not None and file.mode == "snippet" else {})


def get_upload_url(services: Services, arguments: Arguments) -> Json:
    """Answer files.getUploadURLExternal: where the content of a new file belongs."""
    name, length, alt_txt = arguments.required("filename"), arguments.number("length", 0), arguments.text("alt_txt")
    if length < 1:
        raise ApiRefusal("invalid_arguments", messages=["must be greater than 0 [json-pointer:/length]"])
    if len(alt_txt) > _LONGEST_ALT_TEXT:
        raise ApiRefusal("alt_txt_too_large")
    upload, url = services.uploads.announce(name, length=length, alt_txt=alt_txt)
    return {"upload_url": url, "file_id": upload.file_id}


def complete_upload(services: Services, arguments: Arguments) -> Json:
    """Answer files.completeUploadExternal: without a channel the files stay private to the app."""
    named, channels = _named(arguments), _channels(services, arguments)
    thread_ts = thread_of(services, arguments, channels[0]) if channels else None
    blocks = read_blocks(services.workspace, arguments)
    files = tuple(_completed(services, file, channels) for file in named)
    for file in files:
        services.workspace.share_file(file)
    comment = arguments.text("initial_comment")
    content = Content(comment, () if comment else blocks)
    for channel in channels:
        message = message_by_app(services.workspace, channel.id, content)
        services.workspace.post(replace(message, files=files, subtype="file_share", thread_ts=thread_ts))
    return {"files": [_described(file) for file in files]}


def _named(arguments: Arguments) -> list[Json]:
    try:
        named = arguments.structure("files")
    except ValueError:
        named = None
    if not isinstance(named, list) or not named or not all(isinstance(file, dict) and "id" in file for file in named):
        raise ApiRefusal("invalid_arguments", messages=["must be an array of objects with an id [json-pointer:/files]"])
    return named


def _channels(services: Services, arguments: Arguments) -> list[Channel]:
    """Where the files will be shared: the bot must be there."""
    names = [arguments.text("channel_id"), *arguments.text("channels").split(",")]
    channels = [target(services, name) for name in names if name]
    if not all(channel.has(services.workspace.bot.user_id) for channel in channels):
        raise ApiRefusal("not_in_channel")
    return channels


def _completed(services: Services, named: Json, channels: list[Channel]) -> SharedFile:
    upload, content = services.uploads.complete(str(named["id"]))
    shared = Upload(upload.name, content)
    where = tuple(channel.id for channel in channels)
    file = new_file(services, upload.file_id, shared, user=services.workspace.bot.user_id, channels=where)
    return replace(file, title=str(named.get("title") or ""), alt_txt=upload.alt_txt)


def _described(file: SharedFile) -> Json:
    return file.as_json() | {"channels": list(file.channels)}


METHODS: Methods = {
    "files.info": Method(info, "files:read"),
    "files.getUploadURLExternal": Method(get_upload_url, "files:write"),
    "files.completeUploadExternal": Method(complete_upload, "files:write"),
}
