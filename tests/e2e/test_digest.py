"""The week is told in its channel: once, whatever several processes do and wherever one of them dies."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot import digest
from bot.playground.testing import Person, Seen, SeenMessage, Served, serving
from bot.schedule import Schedule
from bot.server import create_server
from bot.settings import Settings
from knowledge import files, opening
from knowledge.base import KnowledgeBase
from knowledge.jobs import Job
from knowledge.model import Language
from knowledge.pages.site import Site
from knowledge.preferences import Preferences

PASTE = "535 5.7.8 Authentication credentials invalid"
TITLE = "535 5.7.8 Authentication credentials invalid: SMTP server rejected username/password"
UNKNOWN = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"
TEAM = "T04NORTHWND"
EARLIER = timedelta(days=2)
"""How far the clock of the process that people talk to is behind: what they paste was pasted before the digest is due."""


@dataclass
class Later:
    """A running Postmaster, and another process on the same database whose clock a test sets."""

    served: Served
    client: WebClient
    now: datetime
    knowledge: KnowledgeBase = field(init=False)

    def clock(self) -> float:
        """The seconds since 1970 by this process's clock."""
        return self.now.timestamp()

    def comes(self, **after: float) -> None:
        """Let the clock go on by `after` (days, minutes, …), and do what is due then."""
        self.now += timedelta(**after)
        handlers = digest.handlers(self.client, self.knowledge, sleep=lambda _seconds: None)
        Schedule(self.knowledge, handlers).do_what_is_due()


@pytest.fixture
def knowledge(database: Path) -> Iterator[KnowledgeBase]:
    """Of the process that people talk to, two days ago."""
    stored = opening.open_database(str(database), files.ENTRIES)
    base = KnowledgeBase(*stored, now=lambda: time.time() - EARLIER.total_seconds())
    yield base
    base.close()


@pytest.fixture
def later(knowledge: KnowledgeBase, database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Later]:
    """The other process, within an hour of the time at which the digest is due."""
    for name in ("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "POSTMASTER_URL"):
        monkeypatch.delenv(name, raising=False)
    servers: list[Starlette] = []

    def server(port: int) -> Starlette:
        servers.append(create_server(Settings(), knowledge, port=port))
        return servers[0]

    with serving(server) as served:
        process = Later(served, servers[0].state.bolt.client, datetime.now(UTC))
        stored = opening.open_database(str(database), files.ENTRIES)
        process.knowledge = KnowledgeBase(*stored, now=process.clock, site=Site(served.url))
        yield process
        process.knowledge.close()


@pytest.fixture
def ana(later: Later) -> Iterator[Person]:
    with later.served.person("Ana") as person:
        yield person


def wants_digest(later: Later, knowledge: KnowledgeBase, person: Person, *, language: Language | None = None) -> None:
    wanted = Preferences(
        digest_channel=person.channel_id("#incidents"),
        digest_weekday=later.now.weekday(),
        digest_hour=later.now.hour,
        language=language,
    )
    knowledge.preferences.set_workspace(TEAM, wanted, by=person.id)
    knowledge.digests.plan(TEAM)


def a_week(later: Later, person: Person) -> None:
    """Somebody pastes an error and is not helped, and one that nobody knows."""
    person.clicks(person.waits_for_reply(person.says("#mail-support", PASTE)), "vote_failed")
    person.waits_for_reply(person.says("#mail-support", f"@Postmaster {UNKNOWN}"))
    later.served.deliveries()


def digests(person: Person) -> list[SeenMessage]:
    """All that Postmaster said in the digest's channel."""
    there = person.channel_id("#incidents")
    return [message for message in person.sees().messages if message.channel == there and message.from_bot]


def waits_for_digest(person: Person) -> SeenMessage:
    there = person.channel_id("#incidents")

    def posted(seen: Seen) -> SeenMessage | None:
        return next((one for one in seen.messages if one.channel == there and one.from_bot), None)

    return person.waits_for(posted)


def picture(message: SeenMessage) -> dict[str, str] | None:
    return next((block for block in message.blocks if block["type"] == "image"), None)


def test_the_week_is_told_with_a_picture_that_says_the_same(
    later: Later, ana: Person, knowledge: KnowledgeBase
) -> None:
    wants_digest(later, knowledge, ana)
    a_week(later, ana)
    later.comes()
    told = waits_for_digest(ana)
    assert "*2* errors were pasted; I had no answer to *1* of them." in told.words
    assert f"|{TITLE}>" in told.words
    assert "What stopped working" in told.words
    assert "Zorblax flange" in told.words
    assert "/archives/" in told.words
    shown = picture(told)
    assert shown is not None
    assert ": 2, " in shown["alt_text"]
    assert "The most frequent: 1. 535 5.7.8: 1." in shown["alt_text"]


def test_of_several_processes_one_tells_it(later: Later, ana: Person, knowledge: KnowledgeBase) -> None:
    wants_digest(later, knowledge, ana)
    a_week(later, ana)
    processes = [threading.Thread(target=later.comes) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    later.comes(minutes=2)
    waits_for_digest(ana)
    later.served.deliveries()
    assert len(digests(ana)) == 1


def test_a_process_that_dies_after_posting_leaves_one_digest(
    later: Later, ana: Person, knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    wants_digest(later, knowledge, ana)
    a_week(later, ana)

    def dies(_job: Job) -> None:
        raise SystemError

    with monkeypatch.context() as patched:
        patched.setattr(later.knowledge.digests, "told", dies)
        later.comes()
    waits_for_digest(ana)
    later.comes(minutes=2)
    later.comes(minutes=2)
    assert len(digests(ana)) == 1


def test_what_cannot_be_shown_is_left_out(later: Later, ana: Person, knowledge: KnowledgeBase) -> None:
    wants_digest(later, knowledge, ana)
    a_week(later, ana)
    later.served.switch(fail=[{"method": "files.getUploadURLExternal", "error": "upload_failed", "times": 9}])
    later.comes()
    told = waits_for_digest(ana)
    assert TITLE in told.words
    assert picture(told) is None


@pytest.mark.parametrize(("late", "told"), [({"days": 1, "hours": 22}, 1), ({"days": 2}, 0)])
def test_a_missed_week_is_made_up_for_within_two_days_and_never_twice(
    later: Later, ana: Person, knowledge: KnowledgeBase, late: dict[str, float], told: int
) -> None:
    wants_digest(later, knowledge, ana)
    a_week(later, ana)
    for passed in (late, {"minutes": 2}, {"days": 3}):
        later.comes(**passed)
    if told:
        waits_for_digest(ana)
    assert len(digests(ana)) == told


def test_a_week_without_a_paste_is_not_told(later: Later, ana: Person, knowledge: KnowledgeBase) -> None:
    wants_digest(later, knowledge, ana)
    later.comes()
    assert digests(ana) == []


def test_it_speaks_the_language_of_the_workspace(later: Later, ana: Person, knowledge: KnowledgeBase) -> None:
    wants_digest(later, knowledge, ana, language=Language.ZH)
    a_week(later, ana)
    later.comes()
    assert "共贴出 *2* 个错误，其中 *1* 个没有答案。" in waits_for_digest(ana).words
