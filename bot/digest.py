"""The weekly digest is posted: once, though several processes run and any of them may die in the middle of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.links import Links
from bot.schedule import JobHandler
from bot.views.digest.chart import chart
from bot.views.digest.message import bars, digest_message, picture_text
from bot.views.message import Message
from knowledge.base import KnowledgeBase
from knowledge.digest import DIGEST, Digest
from knowledge.jobs import Job
from knowledge.model import Language

__all__ = ["EVENT_TYPE", "handlers"]

EVENT_TYPE = "postmaster_digest"
"""Names in a message's metadata what it is; its week stands beside: by both a digest that was posted is known."""
_PAGE = 200
"""Messages that Slack is asked for at once."""
_LOOKS = 5
"""How often Slack is asked whether a picture can be shown: it works on it for a moment after it was uploaded."""
_UNPOSTABLE = {"channel_not_found", "not_in_channel", "is_archived"}
"""Slack's errors about a channel in which nothing can be posted before somebody changes that."""
_NOT_SHOWN = {"invalid_blocks", "invalid_blocks_format", "file_not_found"}
"""Slack's errors about a picture that it does not show after all."""

_log = structlog.get_logger(__name__)


def handlers(
    client: WebClient, knowledge: KnowledgeBase, *, sleep: Callable[[float], None] = time.sleep
) -> Mapping[str, JobHandler]:
    """What does the jobs that post digests, by kind; it waits with `sleep`."""
    return {DIGEST: lambda job: _do(client, knowledge, job, sleep)}


def _do(client: WebClient, knowledge: KnowledgeBase, job: Job, sleep: Callable[[float], None]) -> None:
    """Post the digest of `job` if it is still wanted, and plan the next one: first, so that no failure ends the row."""
    knowledge.digests.plan(job.team)
    channel = knowledge.preferences.workspace(job.team).digest_channel
    if channel is None or not knowledge.digests.is_wanted(job):
        _log.info("a digest is skipped", week=job.about)
        return
    try:
        if not (job.attempts > 1 and _stands(client, channel, job)):
            _post(client, knowledge, channel, job, sleep)
    except SlackApiError as error:
        if error.response.get("error") not in _UNPOSTABLE:
            raise
        _log.warning("a digest cannot be posted", channel=channel, reason=error.response.get("error"))
    knowledge.digests.told(job)


def _stands(client: WebClient, channel: str, job: Job) -> bool:
    """Whether an earlier attempt posted the digest of `job` before it broke off."""
    oldest = f"{job.due_us // 1_000_000}.000000"
    for page in client.conversations_history(channel=channel, oldest=oldest, limit=_PAGE, include_all_metadata=True):
        for message in page.get("messages") or []:
            metadata = message.get("metadata") or {}
            week = (metadata.get("event_payload") or {}).get("week")
            if (metadata.get("event_type"), week) == (EVENT_TYPE, job.about):
                return True
    return False


def _post(client: WebClient, knowledge: KnowledgeBase, channel: str, job: Job, sleep: Callable[[float], None]) -> None:
    """Post the digest of `job`, unless there is nothing to tell, or this attempt took so long that another began."""
    digest = knowledge.digests.gather(job.team, knowledge.digests.week_of(job))
    if digest.is_empty:
        return
    language = knowledge.preferences.workspace(job.team).language or Language.EN
    links = Links(str(client.auth_test().get("url") or ""))

    def message(picture: str | None) -> Message:
        return digest_message(digest, language, site=knowledge.site, links=links, picture=picture)

    picture = _uploaded(client, digest, language, job, sleep)
    if not knowledge.jobs.holds(job):
        return
    try:
        _send(client, channel, job, message(picture))
    except SlackApiError as error:
        if picture is None or error.response.get("error") not in _NOT_SHOWN:
            raise
        _log.warning("a digest goes without its picture", reason=error.response.get("error"))
        _send(client, channel, job, message(None))


def _send(client: WebClient, channel: str, job: Job, message: Message) -> None:
    client.chat_postMessage(
        channel=channel,
        unfurl_links=False,
        unfurl_media=False,
        metadata={"event_type": EVENT_TYPE, "event_payload": {"week": job.about}},
        **message.as_json(),
    )


def _uploaded(
    client: WebClient, digest: Digest, language: Language, job: Job, sleep: Callable[[float], None]
) -> str | None:
    """The id of the chart once Slack can show it; None if that fails, and the digest goes without it."""
    days = list(zip(digest.week.days, digest.pastes, strict=True))
    try:
        file = client.files_upload_v2(
            filename=f"digest-{job.about}.png",
            content=chart(days, bars(digest)),
            alt_txt=picture_text(digest, language),
        )["file"]
        for look in range(_LOOKS):
            if (client.files_info(file=file["id"]).get("file") or {}).get("mimetype"):
                return str(file["id"])
            sleep(look + 1)
    except (SlackClientError, OSError) as error:
        _log.warning("a digest goes without its picture", exc_info=error)
    return None
