"""Text stays text, whoever wrote it; nothing from elsewhere is loaded."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FilePayload, expect

from tests.e2e.visitor import Visitor, card, row, write

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser

PAYLOADS = [
    "<img src=x onerror=window.hurt=1>",
    "<script>window.hurt=1</script>",
    "<b>bold</b><style>*{display:none}</style>",
    "<javascript:window.hurt=1|click me>",
    "[click me](javascript:window.hurt=1)",
    "</textarea><svg onload=window.hurt=1>",
    "&lt;script&gt;window.hurt=1&lt;/script&gt;",
]


def test_markup_in_a_message_is_shown_and_not_obeyed(visitor: Visitor) -> None:
    page = visitor.opens()
    for number, payload in enumerate(PAYLOADS):
        write(page, f"look {number}: {payload} :end")
        message = row(page, f"look {number}:").locator(".message-text")
        expect(message).to_have_text(f"look {number}: {payload} :end")
        assert message.locator("img, script, style, svg, a[href^=javascript]").count() == 0
    assert page.evaluate("window.hurt") is None


def test_markup_in_a_file_its_name_and_a_bots_answer_is_shown_and_not_obeyed(visitor: Visitor) -> None:
    page = visitor.opens()
    name = "<img src=x onerror=window.hurt=1>.txt"
    file = FilePayload(name=name, mimeType="text/plain", buffer=PAYLOADS[1].encode())
    page.locator("#channel .composer input[type=file]").set_input_files(file)
    write(page, f"/smtp 550 5.9.9 {PAYLOADS[0]}")
    write(page, f"550 5.1.1 {PAYLOADS[0]} no such user")
    expect(card(page)).to_be_visible()
    assert page.locator("#channel .message img, #pane .message img").count() == 0
    assert page.evaluate("window.hurt") is None


def test_the_page_loads_nothing_from_elsewhere_and_runs_no_inline_script(visitor: Visitor) -> None:
    page = visitor.opens()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    hosts: set[str] = set()
    page.reload()
    page.locator(".sample-send").first.click()
    expect(card(page)).to_be_visible()
    assert hosts == {urlsplit(visitor.url).netloc}
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.hurt = 1'}))")
    assert page.evaluate("window.hurt") is None
    assert any("Content Security Policy" in complaint for complaint in visitor.complaints)
    visitor.complaints.clear()
