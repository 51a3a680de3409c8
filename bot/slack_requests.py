"""The door to Bolt over HTTP: only what has the shape of a request of Slack's gets in.

Bolt takes requests apart as if they had that shape. Socket Mode does not pass this door, so listeners still look where
it matters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from slack_bolt import BoltRequest
from slack_bolt.adapter.starlette.handler import to_bolt_request
from starlette.requests import Request

from bot.request_body import TooLongError, read_body

__all__ = ["NotFromSlackError", "read_request"]

_TIMESTAMP = re.compile(r"[0-9]{1,12}")


class NotFromSlackError(Exception):
    """A request that Slack does not make; the text says in one line why, and holds nothing of the request."""

    def __init__(self, why: str, *, status: int = 400) -> None:
        """`status` is what HTTP answers."""
        super().__init__(why)
        self.status = status


async def read_request(request: Request) -> BoltRequest:
    """`request` as Bolt takes it; Bolt checks whether the signature is right.

    Raises:
        NotFromSlackError: it cannot be signed, or its body has not the shape of its type.
    """
    if not _may_be_signed(request.headers):
        raise NotFromSlackError("the request is not signed", status=401)
    try:
        bolt_request = to_bolt_request(request, await read_body(request))
    except TooLongError as error:
        raise NotFromSlackError(str(error)) from None
    except Exception:  # noqa: BLE001 - Bolt takes the body apart as if Slack had sent it
        raise NotFromSlackError("the body is none of Slack's") from None
    _check(bolt_request.body)
    return bolt_request


def _may_be_signed(headers: Mapping[str, str]) -> bool:
    """Whether Bolt can check the signature: https://docs.slack.dev/authentication/verifying-requests-from-slack."""
    timestamp, signature = headers.get("x-slack-request-timestamp", ""), headers.get("x-slack-signature", "")
    return _TIMESTAMP.fullmatch(timestamp) is not None and signature.isascii()


def _check(body: Mapping[str, Any]) -> None:
    """Let pass what has the shape of its type; types that no listener knows pass too.

    Raises:
        NotFromSlackError: it has another shape.
    """
    kind = body.get("type")
    try:
        _SHAPES.get(kind if isinstance(kind, str) else "", _Body).model_validate(body)
    except ValidationError as error:
        field = error.errors()[0]["loc"][0]  # what stands below it may be a key that the request chose
        raise NotFromSlackError(f"{field!r} is not as Slack sends it") from None


class _Object(BaseModel):
    """Of an object the fields that are relied on, if they are there; what else is in it is not looked at."""

    model_config = ConfigDict(strict=True, extra="ignore")


class _Named(_Object):
    id: str | None = None


def _named(value: object) -> object:
    """What is named by its id alone, as an object."""
    return {"id": value} if isinstance(value, str) else value


_Reference = Annotated[_Named | None, BeforeValidator(_named)]
_Objects = dict[str, Any]


class _Item(_Object):
    channel: str | None = None
    ts: str | None = None


class _Event(_Object):
    type: str
    user: _Reference = None
    channel: _Reference = None
    item: _Item | None = None


class _Option(_Object):
    value: str | None = None


class _Action(_Object):
    action_id: str
    value: str | None = None
    selected_option: _Option | None = None


class _State(_Object):
    values: dict[str, dict[str, _Objects]] = {}


class _View(_Object):
    id: str | None = None
    callback_id: str | None = None
    private_metadata: str | None = None
    state: _State | None = None


class _Body(_Object):
    team: _Reference = None
    user: _Reference = None
    channel: _Reference = None
    team_id: str | None = None
    user_id: str | None = None
    channel_id: str | None = None
    trigger_id: str | None = None
    response_url: str | None = None
    container: _Objects | None = None
    message: _Objects | None = None
    view: _View | None = None


class _EventCallback(_Body):
    event: _Event


class _BlockActions(_Body):
    actions: list[_Action] = Field(min_length=1)


class _Submission(_Body):
    view: _View = Field()


_SHAPES: Mapping[str, type[_Body]] = {
    "event_callback": _EventCallback,
    "block_actions": _BlockActions,
    "view_submission": _Submission,
    "view_closed": _Submission,
}
"""The shapes of https://docs.slack.dev/apis/events-api and https://docs.slack.dev/reference/interaction-payloads."""
