"""Who may do what: review proposals, propose something, change settings."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from knowledge.base import KnowledgeBase
from knowledge.preferences import Reviewers, Teachers

__all__ = ["ReviewersGoneError", "Rights"]

_KEPT_S = 60.0
"""Seconds for which Slack's answer about a group, a channel or a person holds."""
_PAGE = 200
"""Members of a channel that Slack is asked for at once: https://docs.slack.dev/apis/web-api/pagination."""
_REMEMBERED = 10_000
_GONE = {"no_such_subteam", "plan_upgrade_required", "channel_not_found", "not_in_channel"}
"""Slack's errors about a group or a channel that is not there, or not for Postmaster to see."""
_Key = tuple[str, ...]
"""Team, kind and id of a group, a channel or a person."""


class ReviewersGoneError(Exception):
    """The group or channel that reviews does not exist any more; the text is for logs."""


class Rights:
    """What people may do, by what the workspace set and by what Slack says about them, which is kept for a minute.

    Any thread may use it. Where Slack has to be asked and refuses, every method raises `SlackApiError`.
    """

    def __init__(
        self, client: WebClient, knowledge: KnowledgeBase, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Ask Slack through `client`; `clock` gives seconds that only grow."""
        self._client = client
        self._knowledge = knowledge
        self._clock = clock
        self._heard: dict[_Key, tuple[float, frozenset[str]]] = {}

    def reviewers(self, team: str) -> frozenset[str] | None:
        """Who reviews in `team`; None: everybody.

        Raises:
            ReviewersGoneError: nobody knows, until somebody sets it anew.
        """
        wanted = self._knowledge.preferences.workspace(team).reviewers
        return self._members(team, wanted) if wanted else None

    def may_review(self, team: str, user: str) -> bool:
        """Whether `user` may decide on what others propose.

        Raises:
            ReviewersGoneError: nobody knows.
        """
        reviewers = self.reviewers(team)
        return reviewers is None or user in reviewers

    def may_teach(self, team: str, channel: str, user: str) -> bool:
        """Whether `user` may propose something in `channel`.

        Raises:
            ReviewersGoneError: the channel leaves it to reviewers, and nobody knows who they are.
        """
        teachers = self._knowledge.preferences.channel(team, channel).teachers
        return teachers is Teachers.EVERYBODY or self.may_review(team, user)

    def may_set(self, team: str, user: str) -> bool:
        """Whether `user` may change settings: reviewers and the workspace's admins.

        Raises:
            ReviewersGoneError: `user` is no admin, and nobody knows who reviews.
        """
        if self._knowledge.preferences.workspace(team).reviewers is None:
            return True
        return self._is_admin(team, user) or self.may_review(team, user)

    def _is_admin(self, team: str, user: str) -> bool:
        return user in self._kept((team, "admin", user), lambda: self._admins_among(user))

    def _admins_among(self, user: str) -> Iterator[str]:
        found = self._client.users_info(user=user).get("user") or {}
        if found.get("is_admin") or found.get("is_owner"):
            yield user

    def _members(self, team: str, wanted: Reviewers) -> frozenset[str]:
        ask = self._of_group if wanted.kind == "group" else self._of_channel
        try:
            return self._kept((team, wanted.kind, wanted.id), lambda: ask(wanted.id))
        except SlackApiError as error:
            name = error.response.get("error")
            if name not in _GONE:
                raise
            raise ReviewersGoneError(f"the {wanted.kind} {wanted.id} of reviewers is gone: {name}") from None

    def _of_group(self, group: str) -> Iterator[str]:
        yield from self._client.usergroups_users_list(usergroup=group).get("users") or []

    def _of_channel(self, channel: str) -> Iterator[str]:
        for page in self._client.conversations_members(channel=channel, limit=_PAGE):
            yield from page.get("members") or []

    def _kept(self, about: _Key, ask: Callable[[], Iterator[str]]) -> frozenset[str]:
        """Whom `ask` names, asked at most once a minute."""
        asked_at, members = self._heard.get(about, (float("-inf"), frozenset()))
        if self._clock() - asked_at < _KEPT_S:
            return members
        members = frozenset(ask())
        if len(self._heard) >= _REMEMBERED:
            self._heard.clear()
        self._heard[about] = self._clock(), members
        return members
