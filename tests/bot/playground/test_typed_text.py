"""What people type arrives as from Slack: `text` with marks and links, `rich_text` with the clean words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import RichTextBlock

from bot.playground.block_kit.blocks import block_faults
from bot.playground.typed_text import parse

NAMES = {"postmaster": "<@U0BOT>", "ana": "<@U0ANA>", "mail-oncall": "<!subteam^S0CALL>"}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("plain words", "plain words"),
        ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
        ("<bob@example.com>", "&lt;<mailto:bob@example.com|bob@example.com>&gt;"),
        ("see https://example.com/a?b=1&c=2.", "see <https://example.com/a?b=1&amp;c=2>."),
        ("smtp.example.com refuses", "<http://smtp.example.com|smtp.example.com> refuses"),
        ("smtp.example.com:587", "<http://smtp.example.com:587|smtp.example.com:587>"),
        ("535 5.7.8 at 192.0.2.1", "535 5.7.8 at 192.0.2.1"),
        ("@Postmaster help", "<@U0BOT> help"),
        ("@postmaster, help", "<@U0BOT>, help"),
        ("<@U0ANA> look", "<@U0ANA> look"),
        ("@mail-oncall, help", "<!subteam^S0CALL>, help"),
        ("@here now", "<!here> now"),
        ("mail@here", "mail@here"),
        ("see <#C0MAIL|mail>", "see <#C0MAIL>"),
        ("it works 👍", "it works :+1:"),
        ("`<a@example.com>`", "`&lt;<mailto:a@example.com|a@example.com>&gt;`"),
        ("```550 <a@example.com>```", "```550 &lt;<mailto:a@example.com|a@example.com>&gt;```"),
        ("`@postmaster`", "`@postmaster`"),
        ("```@postmaster```", "```@postmaster```"),
        ("> quoted\nplain", "&gt; quoted\nplain"),
        ("*bold* _it_ ~no~", "*bold* _it_ ~no~"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_text_is_mangled_as_slack_mangles_it(typed: str, text: str) -> None:
    assert parse(typed, NAMES).text == text


def _elements(typed: str) -> list[dict[str, Any]]:
    (block,) = parse(typed, NAMES).blocks
    return block["elements"]


def test_rich_text_holds_the_words_unescaped() -> None:
    assert _elements("550 <bob@example.com>") == [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "550 <"},
                {"type": "link", "url": "mailto:bob@example.com", "text": "bob@example.com"},
                {"type": "text", "text": ">"},
            ],
        }
    ]


def test_code_fences_become_preformatted_parts() -> None:
    section, code, rest = _elements("before ```\nline 1\nline 2\n``` after")
    assert section["elements"] == [{"type": "text", "text": "before "}]
    assert code == {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "line 1\nline 2"}]}
    assert rest["elements"] == [{"type": "text", "text": " after"}]


def test_quoted_lines_become_one_quote_without_their_signs() -> None:
    quote, rest = _elements("> one\n> two\nthree")
    assert quote == {"type": "rich_text_quote", "elements": [{"type": "text", "text": "one\ntwo"}]}
    assert rest["elements"] == [{"type": "text", "text": "three"}]


def test_marks_become_styles() -> None:
    (section,) = _elements("*b* `c` @ana @here 👍")
    assert [element for element in section["elements"] if element.get("text") != " "] == [
        {"type": "text", "text": "b", "style": {"bold": True}},
        {"type": "text", "text": "c", "style": {"code": True}},
        {"type": "user", "user_id": "U0ANA"},
        {"type": "broadcast", "range": "here"},
        {"type": "emoji", "name": "+1"},
    ]


TYPED = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            [
                "```",
                "`",
                "\n",
                "> ",
                "*",
                "_",
                "~",
                "<",
                ">",
                "&",
                "@ana",
                "a@example.com",
                "smtp.example.com:25",
                " ",
                "x",
            ]
        )
    ).map("".join),
)


@given(TYPED)
@settings(deadline=None)
def test_whatever_is_typed_gives_blocks_that_slack_accepts(typed: str) -> None:
    blocks = list(parse(typed, NAMES).blocks)
    assert block_faults(blocks, surface="message") == []
    for block in blocks:
        RichTextBlock(**block).to_dict()


@given(TYPED)
@settings(deadline=None)
def test_no_bare_angle_bracket_of_a_person_survives(typed: str) -> None:
    outside = re.sub(r"<(?:mailto:|https?://|[@#!])[^<>]*>", "", parse(typed, NAMES).text)
    assert "<" not in outside
    assert ">" not in outside


@given(TYPED)
@settings(deadline=None)
def test_taking_the_marks_out_again_gives_what_was_typed(typed: str) -> None:
    without_names: dict[str, str] = {}
    text = parse(typed, without_names).text
    text = re.sub(r"<(?:mailto:|http://)[^<>|]*\|([^<>]*)>", r"\1", text)
    text = re.sub(r"<(https?://[^<>|]*)>", r"\1", text)
    text = re.sub(r"<!(\w+)>", r"@\1", text)
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    if not re.search(r"<[@#]|[^\x00-\x7f]", typed):
        assert text == typed
