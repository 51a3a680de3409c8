"""Slack's mangled text to plain text and back, without ever pinging anybody."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import slack_text

PIECES = [
    "<!channel>",
    "<!here|here>",
    "@channel",
    "@here",
    "@everyone",
    "<@U123>",
    "<!subteam^S1|@mail>",
    "&lt;!channel&gt;",
    *"&<>`|… \n\u200b",
    "https://example.com/a?b=1&c=2",
    "550 5.1.1",
    "邮件",
]
TEXT = st.text(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def pings(mrkdwn: str) -> bool:
    """Whether Slack would notify anybody because of `mrkdwn`."""
    return re.search(r"<[!@]|@(?:here|channel|everyone|group)\b", mrkdwn, re.IGNORECASE) is not None


@pytest.mark.parametrize(
    ("mangled", "typed"),
    [
        ("550 5.1.1 &lt;a@example.com&gt; &amp; more", "550 5.1.1 <a@example.com> & more"),
        ("&amp;lt;", "&lt;"),
        ("<mailto:a@example.com|a@example.com>: rejected", "a@example.com: rejected"),
        ("<http://smtp.example.com|smtp.example.com> said: 535", "smtp.example.com said: 535"),
        ("see <https://example.com/a?b=1&amp;c=2>", "see https://example.com/a?b=1&c=2"),
        ("<@U04ABC> <!here> <!subteam^S1|@mail> 535", "535"),
        ("in <#C04ABC|mail-support>", "in #mail-support"),
        ("<!date^1700000000^{date}|2023-11-14>", "2023-11-14"),
        ("“535” ‘5.7.8’", "\"535\" '5.7.8'"),
        ("535\u00a05.7.8\u200b Bad\u2060", "535 5.7.8 Bad"),
        ("look:```535 5.7.8 Bad```", "look:\n535 5.7.8 Bad"),
        ("it says `535 5.7.8` here", "it says 535 5.7.8 here"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\u202e535\u202c", "535"),
        ("500 < 600", "500 < 600"),
        ("Message-ID: <CAF123@mail.example.com>", "Message-ID: <CAF123@mail.example.com>"),
    ],
)
def test_what_slack_mangled_reads_as_it_was_typed(mangled: str, typed: str) -> None:
    assert slack_text.plain(mangled) == typed


@given(TEXT)
def test_no_text_makes_reading_raise(text: str) -> None:
    assert isinstance(slack_text.plain(text), str)


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E, exclude_characters="`"), max_size=300))
def test_what_is_written_reads_back_as_it_was(text: str) -> None:
    shown = slack_text.mrkdwn(text, limit=3_000)
    assert slack_text.plain(shown) == text.strip()


@given(TEXT, st.integers(min_value=1, max_value=400))
def test_no_output_pings_anybody(text: str, limit: int) -> None:
    assert not pings(slack_text.mrkdwn(text, limit=limit))
    assert not pings(slack_text.prose(text, limit=limit))
    assert not pings(slack_text.link(text, text))


@given(TEXT, st.integers(min_value=1, max_value=400))
def test_no_output_is_longer_than_its_limit_and_a_cut_is_shown(text: str, limit: int) -> None:
    for write in (slack_text.mrkdwn, slack_text.prose):
        shown = write(text, limit=limit)
        assert len(shown) <= limit
        assert shown.endswith("…") or len(text) <= limit
    assert len(slack_text.shortened(text, limit)) <= limit


@given(TEXT, st.integers(min_value=2, max_value=60))
def test_a_cut_never_halves_an_entity(text: str, limit: int) -> None:
    assert re.search(r"&(?!lt;|gt;|amp;)", slack_text.mrkdwn(text, limit=limit)) is None


def test_an_address_in_prose_is_a_link_that_ends_where_the_address_ends() -> None:
    assert slack_text.prose("（Google：https://a.example/x）。") == "（Google：<https://a.example/x>）。"
    assert slack_text.prose("see https://a.example/x?y=1&z=2.") == "see <https://a.example/x?y=1&amp;z=2>."
    assert slack_text.prose("run `curl https://a.example`") == "run `curl https://a.example`"


def test_only_web_addresses_become_links() -> None:
    assert slack_text.link("https://a.example/x", "a|b <c>") == "<https://a.example/x|a¦b &lt;c&gt;>"
    assert slack_text.link("javascript:alert(1)", "x") == "javascript:alert(1)"
    assert slack_text.link("https://a.example/>|<!channel>", "x") == "https://a.example/&gt;|&lt;!channel&gt;"


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    """A message whose rich text has `elements`."""
    return {"text": "mangled", "blocks": [{"type": "rich_text", "elements": list(elements)}]}


def test_the_rich_text_of_a_message_goes_before_its_mangled_text() -> None:
    message = rich(
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "user", "user_id": "U1"},
                {"type": "text", "text": " it says “no” to "},
                {"type": "link", "url": "mailto:a@example.com", "text": "a@example.com"},
                {"type": "link", "url": "https://b.example"},
                {"type": "broadcast", "range": "channel"},
            ],
        },
        {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "535 5.7.8 &lt;literally&gt;"}]},
        {
            "type": "rich_text_list",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]}] * 2,
        },
    )
    assert slack_text.message_text(message) == (
        'it says "no" to a@example.comhttps://b.example\n535 5.7.8 &lt;literally&gt;\none\none'
    )


def test_a_quotation_is_still_one() -> None:
    quote = {"type": "rich_text_quote", "elements": [{"type": "text", "text": "See you\nMonday"}]}
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": "Joe wrote:"}]}
    assert slack_text.message_text(rich(section, quote)) == "Joe wrote:\n> See you\n> Monday"


def test_a_forwarded_message_is_part_of_the_text() -> None:
    forwarded, preview = {"is_share": True, "text": "535 5.7.8 Bad"}, {"text": "a preview"}
    message = {"text": "what is this?", "attachments": [forwarded, preview]}
    assert slack_text.message_text(message) == "what is this?\n535 5.7.8 Bad"


def test_an_alert_of_another_bot_is_read_from_its_blocks_and_attachments() -> None:
    message = {
        "text": "",
        "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "Mail failed"}, "fields": [{"text": "535"}]}],
        "attachments": [{"fallback": "550 5.1.1 No such user"}],
    }
    assert slack_text.message_text(message) == "Mail failed\n535\n550 5.1.1 No such user"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "text", "elements", "blocks", "attachments", "fields", "url", "name", "fallback"]),
            inner | st.sampled_from(["rich_text", "rich_text_section", "link", "text", "emoji", "section"]),
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["text", "blocks", "attachments"]), JSON))
def test_no_message_makes_reading_raise(message: dict[str, Any]) -> None:
    assert isinstance(slack_text.message_text(message), str)


def test_rich_text_nested_without_end_is_read_without_end_too() -> None:
    element: dict[str, Any] = {"type": "text", "text": "deep"}
    for _ in range(5_000):
        element = {"type": "rich_text_section", "elements": [element]}
    assert slack_text.message_text({"text": "535", "blocks": [{"type": "rich_text", "elements": [element]}]}) == "535"


def test_only_the_call_for_a_human_pings_anybody_and_only_a_user_group() -> None:
    assert slack_text.group("S04ONCALL7X") == "<!subteam^S04ONCALL7X>"
    for wrong in ("", "channel", "U04ANA7QK2F", "S04ONCALL7X> <!channel", "s04oncall7x"):
        with pytest.raises(ValueError, match="no id of a user group"):
            slack_text.group(wrong)
    bot = Path(slack_text.__file__).parent
    modules = {path: path.read_text(encoding="utf-8") for path in bot.rglob("*.py") if "playground" not in path.parts}
    callers = [path.relative_to(bot).as_posix() for path, code in modules.items() if "slack_text.group(" in code]
    assert callers == ["views/following/outcomes.py"]
