"""Whether the people and channels that somebody chose in the settings are there, as Slack sees them."""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.in_passing import in_passing
from bot.views.settings import actions, words
from knowledge.model import Text
from knowledge.preferences import Preferences

__all__ = ["unseen"]

_CHANNEL_GONE = {"channel_not_found", "not_in_channel"}


def unseen(client: WebClient, wanted: Preferences, holding: Preferences) -> dict[str, Text]:
    """What of `wanted` Postmaster cannot see, by block id; what holds already is not asked about again.

    What Slack does not say in time passes: whoever uses it later will be told.
    """
    return dict(_faults(in_passing(client), wanted, holding))


def _faults(client: WebClient, wanted: Preferences, holding: Preferences) -> Iterator[tuple[str, Text]]:
    reviewers = wanted.reviewers
    if reviewers is not None and reviewers != holding.reviewers:
        if reviewers.kind == "channel":
            yield from _channel_fault(client, actions.REVIEW_CHANNEL, reviewers.id)
        else:
            yield from _group_fault(client, actions.REVIEWERS, reviewers.id)
    if wanted.on_call and wanted.on_call != holding.on_call:
        yield from _group_fault(client, actions.ON_CALL, wanted.on_call)
    if wanted.digest_channel and wanted.digest_channel != holding.digest_channel:
        yield from _channel_fault(client, actions.DIGEST_CHANNEL, wanted.digest_channel)


def _channel_fault(client: WebClient, field: str, channel: str) -> Iterator[tuple[str, Text]]:
    try:
        found = client.conversations_info(channel=channel).get("channel") or {}
    except SlackApiError as error:
        if error.response.get("error") in _CHANNEL_GONE:
            yield field, words.CHANNEL_NOT_SEEN
    except OSError:
        return
    else:
        if not found.get("is_member"):
            yield field, words.CHANNEL_NOT_SEEN


def _group_fault(client: WebClient, field: str, group: str) -> Iterator[tuple[str, Text]]:
    try:
        if not client.usergroups_users_list(usergroup=group).get("users"):
            yield field, words.NOBODY_IN_GROUP
    except SlackApiError as error:
        if error.response.get("error") == "no_such_subteam":
            yield field, words.GROUP_GONE
    except OSError:
        return
