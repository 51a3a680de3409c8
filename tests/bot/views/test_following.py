"""What is said below answers keeps Slack's limits, whatever an entry says, and pings nobody but the group on call."""

from __future__ import annotations

import re

import pytest

from bot.views.following.menu import human_button, thread_menu
from bot.views.following.outcomes import call_for_human, reminder, resolved_line, thanks
from bot.views.following.steps import next_step, nothing_left
from bot.views.message import Message
from bot.views.teaching import teach_button
from knowledge import files
from knowledge.model import Entry, Language, Text
from knowledge.rating import rated_entry

REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
HOSTILE = Text(en="<!channel> `@here` <@U1> & " * 200, zh="错<!channel>" * 900)
CARD = "1700000000.000100"
PING = re.compile(r"<!|<@|@(?:here|channel|everyone)\b", re.IGNORECASE)


def words_of(message: Message) -> str:
    return str(message.as_json())


def hostile_entry() -> Entry:
    """An entry whose every word wants to ping somebody, and that is far too long."""
    fix, dead_end = REFERENCE.workarounds[0], REFERENCE.dead_ends[0]
    long_fix = {"title": HOSTILE, "how": HOSTILE, "steps": (HOSTILE,) * 9, "condition": HOSTILE, "risk": HOSTILE}
    return REFERENCE.model_copy(
        update={
            "title": HOSTILE,
            "workarounds": (fix.model_copy(update=long_fix),) * 9,
            "dead_ends": (dead_end.model_copy(update={"action": HOSTILE, "why": HOSTILE}),) * 9,
        }
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("entry", [REFERENCE, hostile_entry()], ids=["reference", "hostile"])
def test_every_step_and_the_end_fit_and_ping_nobody(entry: Entry, language: Language) -> None:
    rated = rated_entry(entry, {})
    teach = teach_button(language, "{}")
    said = [next_step(fix, number=2, card_ts=CARD, language=language) for fix in rated.workarounds]
    said.append(nothing_left(rated, count=2, card_ts=CARD, language=language, teach=teach))
    assert all(PING.search(words_of(message)) is None for message in said)


@pytest.mark.parametrize("language", Language)
def test_a_call_for_a_human_pings_its_group_and_nobody_whom_a_paste_or_a_name_mentions(language: Language) -> None:
    for entry in (REFERENCE, hostile_entry(), None):
        message = call(language, entry)
        assert PING.findall(message.text) == ["<!"]
        assert words_of(message).count("<!subteam^S04ONCALL7X>") == 2
        assert len(PING.findall(words_of(message))) == 2


def call(language: Language, entry: Entry | None) -> Message:
    """A call whose every part wants to ping somebody."""
    fixes = entry.workarounds if entry else ()
    return call_for_human(
        "S04ONCALL7X",
        name="<!channel> @here",
        asker="<@U1>",
        entry=entry,
        excerpt="535 <!everyone> ``` @channel " * 100,
        failed=fixes[:2],
        suggested=fixes[2:],
        paste_url="https://northwind.slack.com/archives/C1/p1700000000000100",
        language=language,
    )


@pytest.mark.parametrize("language", Language)
def test_names_and_lines_ping_nobody(language: Language) -> None:
    said = [words_of(thanks("<!channel>", language)), words_of(reminder(language))]
    said.append(resolved_line("@here", number=2, language=language))
    assert all(PING.search(text) is None for text in said)
    assert thread_menu(language).to_dict()
    assert human_button(language).to_dict()
