"""The words of a line tell its topic, whichever wording it is near to."""

from __future__ import annotations

import pytest

from knowledge.match.index import Postings
from knowledge.match.profile import profile
from knowledge.match.terms import terms
from knowledge.match.topics import Topics
from knowledge.model import Category
from tests.shipped import shipped_entries


@pytest.fixture(scope="module")
def topics() -> Topics:
    profiles = [profile(entry) for entry in shipped_entries()]
    return Topics(profiles, Postings(profiles))


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("this user is unknown to us", Category.RECIPIENT_UNKNOWN),
        ("your mail looks like spam to our filter", Category.SPAM_REJECTED),
        ("over quota, no space left in the mailbox", Category.MAILBOX_FULL),
        ("slow down, too many messages in an hour", Category.RATE_LIMITED),
        ("用户名或密码错误", Category.AUTH_ERROR),
    ],
)
def test_a_line_that_no_server_says_has_a_topic(topics: Topics, line: str, topic: Category) -> None:
    likely = topics.likely(terms(line).own)
    assert max(likely, key=lambda category: likely[category]) is topic
    assert likely[topic] == 1.0
    assert all(0 <= share <= 1 for share in likely.values())


def test_the_order_of_words_and_their_repetition_say_nothing(topics: Topics) -> None:
    assert topics.likely(["user", "unknown"]) == topics.likely(["unknown", "user", "unknown"])


def test_unknown_words_have_no_topic(topics: Topics) -> None:
    assert topics.likely(["zzyzx"]) == topics.likely([]) == {}
