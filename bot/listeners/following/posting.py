"""Messages in a thread: for everybody, or for one person."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.people import language_read_by
from bot.views.message import Message, spoken
from knowledge.base import KnowledgeBase, Place
from knowledge.jobs import Job
from knowledge.model import Text

__all__ = ["post", "thread_of", "whisper"]


def thread_of(job: Job) -> Place:
    """The thread that the `job` is about."""
    channel, ts, *_ = job.about.split()
    return Place(job.team, channel, ts)


def post(client: WebClient, thread: Place, message: Message) -> str:
    """Say `message` in `thread`; its timestamp."""
    response = client.chat_postMessage(
        channel=thread.channel, thread_ts=thread.ts, unfurl_links=False, unfurl_media=False, **message.as_json()
    )
    return str(response["ts"])


def whisper(client: WebClient, knowledge: KnowledgeBase, thread: Place, user: str, sentence: Text) -> None:
    """Say `sentence` to `user` in `thread`, in their language and to nobody else."""
    language = language_read_by(client, knowledge, team=thread.team, user=user)
    text = spoken(sentence, language)
    client.chat_postEphemeral(channel=thread.channel, user=user, thread_ts=thread.ts, text=text)
