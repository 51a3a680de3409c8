"""What the app offers in a menu with external data, for what somebody has typed so far.

Source: https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload and
https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select
"""

from __future__ import annotations

from bot.playground import payloads
from bot.playground.block_kit.composition import offered_faults
from bot.playground.input_state import elements
from bot.playground.interactions import Surface, send, shown_on
from bot.playground.lookups import person
from bot.playground.objects import Json
from bot.playground.reading import decoded_object
from bot.playground.refusals import PersonRefusal
from bot.playground.services import Services

__all__ = ["suggest"]

_KINDS = {"external_select", "multi_external_select"}


async def suggest(services: Services, *, user: str, surface: Surface, menu: Json) -> Json:
    """The `options` or `option_groups` that the app offers; `menu` is its `block_id`, `action_id`, and what was typed.

    Raises:
        PersonRefusal: there is no such menu, or the app does not answer as it should.
    """
    actor = person(services.workspace, user)
    shown = shown_on(services, actor, surface)
    known = ((block["block_id"], one["action_id"]) for block, one in elements(shown.blocks) if one["type"] in _KINDS)
    if (menu["block_id"], menu["action_id"]) not in known:
        raise PersonRefusal("element_not_found", status=404)
    reply = await send(services, payloads.block_suggestion(services, user=actor, shown=shown, menu=menu))
    try:
        answer = decoded_object(reply.body)
    except ValueError:
        raise PersonRefusal("app_answer_refused", status=502, why="invalid_response") from None
    faults = offered_faults(answer)
    if faults:
        raise PersonRefusal("app_answer_refused", status=502, why="; ".join(faults))
    return answer
