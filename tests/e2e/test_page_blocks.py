"""Slack's markup and blocks, drawn by the page's own modules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from bot.playground.testing import serving
from tests.e2e.test_page_modals import FormApp
from tests.e2e.visitor import Visitor

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser

DRAWN = """
    async ({ module, call, input }) => {
        const drawing = await import(`/playground/static/js/${module}.js`);
        const frame = document.createElement("div");
        frame.append(...drawing[call](input, { act: () => {} }));
        return frame.innerHTML;
    }
"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page for all tests of this file: they change nothing in it."""
    with serving(lambda port: FormApp(port, []).server()) as served:
        page = Visitor(chromium, served.url).opens()
        yield page
        page.context.close()


def drawn(page: Page, module: str, call: str, given: Any) -> str:
    """The HTML that `call(given)` of a module makes, without links' and styles' attributes."""
    html = str(page.evaluate(DRAWN, {"module": module, "call": call, "input": given}))
    return re.sub(r' (?:target|rel|style|role|title|aria-label)="[^"]*"', "", html)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*bold* _italic_ ~gone~", "<strong>bold</strong> <em>italic</em> <s>gone</s>"),
        ("*bold _and italic_*", "<strong>bold <em>and italic</em></strong>"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("*535*5.7.8", "*535*5.7.8"),
        ("`a *b* &lt;c&gt;`", "<code>a *b* &lt;c&gt;</code>"),
        ("&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;"),
        ("<https://example.com/?a=1&amp;b=2|docs>", '<a href="https://example.com/?a=1&amp;b=2">docs</a>'),
        ("see https://example.com/a.", 'see <a href="https://example.com/a">https://example.com/a</a>.'),
        ("<mailto:a@example.com|a@example.com>", '<a href="mailto:a@example.com">a@example.com</a>'),
        ("<javascript:alert(1)|x>", "&lt;javascript:alert(1)|x&gt;"),
        ("<!channel> <!here>", '<span class="mention mention-all">@channel</span> '
         '<span class="mention mention-all">@here</span>'),
        (":tada: :nosuch: 12:30:45", '<span class="emoji">🎉</span> :nosuch: 12:30:45'),
        (":+1::skin-tone-4:", '<span class="emoji">👍🏽</span>'),
        ("one\ntwo", "one<br>two"),
        ("&gt; said\n&gt; more\nand", "<blockquote>said<br>more</blockquote>and"),
        ("• one\n• *two*", '<div class="list-line"><span class="list-marker">•</span><span>one</span></div>'
         '<div class="list-line"><span class="list-marker">•</span><span><strong>two</strong></span></div>'),
        ("unclosed *bold and `code", "unclosed *bold and `code"),
        ("", ""),
    ],
)  # fmt: skip
def test_mrkdwn_is_drawn_as_slack_draws_it(page: Page, text: str, html: str) -> None:
    assert drawn(page, "mrkdwn", "mrkdwn", text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# Title", '<div class="markdown-heading" aria-level="3">Title</div>'),
        ("a **b** *c* ~~d~~", "<p>a <strong>b</strong> <em>c</em> <s>d</s></p>"),
        ("- one\n- two", '<ul class="rich-list"><li>one</li><li>two</li></ul>'),
        ("[docs](https://example.com)", '<p><a href="https://example.com">docs</a></p>'),
        ("[x](javascript:alert(1))", "<p><span>x</span>)</p>"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", '<div class="table-frame"><table><thead><tr><th>a</th><th>b</th></tr>'
         "</thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
    ],
)  # fmt: skip
def test_markdown_is_drawn_as_slack_draws_it(page: Page, text: str, html: str) -> None:
    assert drawn(page, "markdown", "markdown", text) == html


@pytest.mark.parametrize(
    ("block", "shows"),
    [
        ({"type": "header", "text": {"type": "plain_text", "text": "A *title*"}}, "A *title*"),
        ({"type": "section", "text": {"type": "mrkdwn", "text": "*b*"}}, "<strong>b</strong>"),
        ({"type": "section", "fields": [{"type": "mrkdwn", "text": "_f_"}]}, "<em>f</em>"),
        ({"type": "context", "elements": [{"type": "mrkdwn", "text": "small"}]}, "small"),
        ({"type": "divider"}, '<hr class="block-divider block">'),
        ({"type": "image", "image_url": "https://example.com/x.png", "alt_text": "x"}, 'alt="x"'),
        ({"type": "markdown", "text": "**m**"}, "<strong>m</strong>"),
        ({"type": "table", "rows": [[{"type": "raw_text", "text": "cell"}]]}, "<th>cell</th>"),
        ({"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "ordered", "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "r", "style": {"bold": True}}]}]}]},
         "<li><strong>r</strong></li>"),
        ({"type": "actions", "elements": [{"type": "button", "action_id": "b", "style": "primary",
            "text": {"type": "plain_text", "text": "Go"}}]}, "button-primary"),
        ({"type": "hologram"}, "“hologram”"),
    ],
    ids=lambda value: value["type"] if isinstance(value, dict) else "",
)  # fmt: skip
def test_every_kind_of_block_is_drawn_and_an_unknown_one_says_so(page: Page, block: dict[str, Any], shows: str) -> None:
    assert shows in drawn(page, "blocks", "renderBlocks", [block])
