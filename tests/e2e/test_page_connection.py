"""The page and its server: lost, found, emptied, and seen by several people at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.playground.testing import Served
from tests.e2e.visitor import Visitor, row, write

pytest_plugins = ["tests.e2e.browser"]
pytestmark = pytest.mark.browser

STREAM = {"content-type": "text/event-stream"}


def test_a_lost_connection_says_so_and_what_was_missed_comes_with_the_next(visitor: Visitor, served: Served) -> None:
    page = visitor.opens()
    page.route("**/playground/stream*", lambda route: route.abort())
    page.route("**/playground/stream*", lambda route: route.fulfill(body=": and ends\n\n", headers=STREAM), times=1)
    page.reload()
    expect(page.locator("#banner")).to_contain_text("Connection to the playground lost")
    with served.person("Wei") as wei:
        wei.says("#mail-support", "did you see this?")
    page.unroute_all()
    expect(row(page, "did you see this?")).to_be_visible()
    expect(page.locator("#banner")).to_be_hidden()
    visitor.complaints.clear()  # Chromium notes each attempt that failed


def test_two_people_see_the_same_conversation(visitor: Visitor) -> None:
    ana, wei = visitor.opens(), visitor.opens()
    wei.locator(".person").click()
    wei.get_by_role("menuitemradio", name="Wei").click()
    expect(wei.locator(".person-name")).to_have_text("Wei")
    write(ana, "who restarted the gateway?")
    expect(row(wei, "who restarted")).to_be_visible()
    write(wei, "not me")
    expect(row(ana, "not me").locator(".author")).to_have_text("Wei")


def test_a_message_elsewhere_counts_as_unread_until_one_looks(visitor: Visitor, served: Served) -> None:
    page = visitor.opens()
    with served.person("Sam") as sam:
        sam.says("#incidents", "queue is growing")
    link = page.locator(".channel-link", has_text="incidents")
    expect(link.locator(".unread")).to_have_text("1")
    link.click()
    expect(link.locator(".unread")).to_have_count(0)


def test_the_bot_can_be_invited_into_a_channel(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator(".channel-link", has_text="random").click()
    page.get_by_role("button", name="Invite Postmaster").click()
    expect(page.get_by_role("button", name="Invite Postmaster")).to_be_hidden()
    write(page, "535 5.7.8 Authentication credentials invalid")
    expect(page.locator("#pane .card")).to_contain_text("What works")


def test_the_home_of_the_app_can_be_read(visitor: Visitor) -> None:
    page = visitor.opens()
    page.locator(".channel-link", has_text="Postmaster").click()
    page.get_by_role("tab", name="Home").click()
    expect(page.locator(".home")).to_contain_text("Paste an SMTP error")


def test_an_emptied_workspace_is_empty_for_everybody(visitor: Visitor) -> None:
    page = visitor.opens()
    write(page, "soon gone")
    expect(row(page, "soon gone")).to_be_visible()
    page.get_by_role("button", name="Empty the workspace").click()
    page.get_by_role("dialog").get_by_role("button", name="Empty the workspace").click()
    expect(row(page, "soon gone")).to_have_count(0)
