"""Lines of a given width, broken where English and Chinese may be broken."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from bot.cli.printing.layout import fitted, one_line, prose
from bot.cli.printing.wrapping import wrapped

TEXTS = st.text(st.sampled_from("ab，。（）中文字 x,.(-`https://é🦆\u0301")) | st.text()


@given(TEXTS.map(one_line), st.integers(2, 60))
def test_no_line_is_wider_than_it_may_be(text: str, width: int) -> None:
    assert all(cell_len(line.plain) <= width for line in wrapped(Text(text), width))


@given(TEXTS.map(one_line), st.integers(2, 60))
def test_nothing_is_lost_but_the_spaces_at_which_lines_break(text: str, width: int) -> None:
    joined = "".join(line.plain for line in wrapped(Text(text), width))
    assert joined.replace(" ", "") == text.replace(" ", "")


@given(TEXTS.map(one_line), st.integers(2, 60))
def test_what_is_wrapped_already_stays_as_it_is(text: str, width: int) -> None:
    lines = [line.plain for line in wrapped(Text(text), width)]
    assert [again.plain for line in lines for again in wrapped(Text(line), width)] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("the server said no", ["the server", "said no"]),
        ("服务器拒绝了用户名或密码", ["服务器拒绝", "了用户名或", "密码"]),
        ("不认识，请重试", ["不认识，请", "重试"]),
        ("把密码改一，改好再试", ["把密码改", "一，改好再", "试"]),
        ("请查一查（日志）", ["请查一查", "（日志）"]),
        ("启用 OAuth 2.0 后重试", ["启用 OAuth", "2.0 后重试"]),
        ("open https://example.com", ["open", "https://ex", "ample.com"]),
    ],
)
def test_lines_of_ten_cells(text: str, lines: list[str]) -> None:
    assert [line.plain for line in wrapped(Text(text), 10)] == lines


def test_styles_survive_the_end_of_a_line() -> None:
    first, second = wrapped(Text("the ").append("server said", "bold"), 10)
    assert [(span.start, span.end, span.style) for span in first.spans] == [(4, 10, "bold")]
    assert [(span.start, span.end, span.style) for span in second.spans] == [(0, 4, "bold")]


@given(st.text(), st.integers(2, 40))
def test_a_fitted_text_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    assert cell_len(fitted(text, width)) == width


@given(st.text())
def test_nothing_that_a_terminal_would_obey_is_left_in_a_line(text: str) -> None:
    assert {unicodedata.category(character) for character in one_line(text)} & {"Cc", "Cf", "Zl", "Zp"} == set()


@pytest.mark.parametrize(
    ("text", "coloured"),
    [
        ("set `smtp_tls_security_level`.", ["`smtp_tls_security_level`"]),
        (
            "see https://example.com/a?b=c, then (https://example.org/).",
            ["https://example.com/a?b=c", "https://example.org/"],
        ),
        ("打开 https://example.com/路径，然后重试", ["https://example.com/路径"]),
        ("no code here", []),
    ],
)
def test_code_and_links_stand_out(text: str, coloured: list[str]) -> None:
    shown = prose(text)
    assert [shown.plain[span.start : span.end] for span in shown.spans if span.style == "cyan"] == coloured
