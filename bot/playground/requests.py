"""What the page may ask for: the bodies of its requests, checked.

All are JSON objects; fields that are not named here are refused, so that a misspelt one is noticed.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from bot.playground.interactions import Surface
from bot.playground.reading import LARGEST_BODY, BodyTooLargeError, read_body
from bot.playground.refusals import PersonRefusal

__all__ = [
    "Act",
    "CloseView",
    "Command",
    "Delete",
    "Edit",
    "Invite",
    "OpenHome",
    "Reaction",
    "Say",
    "Shortcut",
    "SubmitView",
    "Suggest",
    "Switch",
    "body_of",
]

_Json = dict[str, Any]


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _ByPerson(_Body):
    user: str


class Say(_ByPerson):
    """Send a message."""

    channel: str
    text: str
    thread_ts: str | None = None


class Edit(_ByPerson):
    """Change a message of one's own."""

    channel: str
    ts: str
    text: str


class Delete(_ByPerson):
    """Delete a message of one's own."""

    channel: str
    ts: str


class Reaction(_ByPerson):
    """Put an emoji under a message, or take it back."""

    channel: str
    ts: str
    name: str
    remove: bool = False


class Command(_ByPerson):
    """Run a slash command."""

    channel: str
    command: str
    text: str = ""


class Shortcut(_ByPerson):
    """Use a message shortcut."""

    channel: str
    ts: str
    callback_id: str


class _OnSurface(_ByPerson):
    """In a message, or in a modal or the home."""

    channel: str = ""
    message_ts: str = ""
    view_id: str = ""

    @property
    def surface(self) -> Surface:
        """Where that is."""
        return Surface(view_id=self.view_id, channel=self.channel, message_ts=self.message_ts)


class Act(_OnSurface):
    """Click, choose or tick something in a message or a view."""

    action: _Json
    values: dict[str, _Json] = {}
    """What the other inputs of the surface hold: block id -> action id -> value."""


class Suggest(_OnSurface):
    """Type into a menu whose options come from the app."""

    block_id: str
    action_id: str
    value: str = ""


class SubmitView(_ByPerson):
    """Submit a modal."""

    view_id: str
    values: dict[str, _Json] = {}


class CloseView(_ByPerson):
    """Close a modal."""

    view_id: str


class Invite(_ByPerson):
    """Put the bot into a channel."""

    channel: str


class OpenHome(_ByPerson):
    """Look at a tab of the app."""

    tab: Literal["home", "messages"] = "home"


class MethodFailure(_Body):
    """How the next calls of a method end."""

    method: str
    error: str = "ratelimited"
    times: Annotated[int, Field(ge=1)] = 1
    retry_after_s: Annotated[int, Field(ge=0)] | None = None


class Switch(_Body):
    """What to make go wrong; what is left out stays as it is."""

    copies: Annotated[int, Field(ge=1, le=10)] | None = None
    delay_s: Annotated[float, Field(ge=0, le=60)] | None = None
    hold: bool | None = None
    """True keeps events back, False lets them go."""
    newest_first: bool = False
    """With `hold: false`: the last of them goes first."""
    fail: tuple[MethodFailure, ...] = ()
    unscanned_looks: Annotated[int, Field(ge=0)] | None = None
    """So many looks at a file find that it has no kind yet: Slack scans what is uploaded before it says."""
    disabled_groups: tuple[str, ...] | None = None
    """The handles of all user groups that are disabled."""
    reset: bool = False


_AnyBody = TypeVar("_AnyBody", bound=_Body)


async def body_of(request: Request, kind: type[_AnyBody]) -> _AnyBody:
    """The body of `request`, which must be JSON of that kind.

    Raises:
        PersonRefusal: it is not; the message names the first field that is wrong.
    """
    content_type = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if content_type != "application/json":
        raise PersonRefusal("not_json", status=415)
    try:
        return kind.model_validate_json(await read_body(request))
    except BodyTooLargeError:
        limit = f"{LARGEST_BODY // 1024**2} MB"
        raise PersonRefusal("too_large", status=413, limit=limit) from None
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in fault["loc"]) or "body"
        raise PersonRefusal("invalid_arguments", where=where, fault=fault["msg"]) from None
