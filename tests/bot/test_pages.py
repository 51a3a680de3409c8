"""The pages over HTTP: every form of an entry, the search, and what becomes of addresses that lead nowhere."""

from __future__ import annotations

import io
import json
import re
import sqlite3
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from bot import logs
from bot.pages import front_route, page_routes
from bot.playground.testing import Served, serving
from bot.request_body import BODY_LIMIT
from bot.server import create_server
from bot.settings import Settings
from knowledge.base import KnowledgeBase, Place, Signal
from knowledge.model import Entry
from knowledge.pages.site import Site
from tests.knowledge.pages.hostile import PAYLOADS, Page

SLUG = "smtp-535-authentication-credentials-invalid"
ENTRY = f"communication/{SLUG}"
PASTE = "535 5.7.8 Authentication credentials invalid"
SECRET, PERSON = "Tr0ub4dor-and-3", "zoe.miller@example.com"
PRIVATE = f"{PASTE} password={SECRET} for {PERSON}"
LANGUAGES = pytest.mark.parametrize("root", ["", "/zh"])


def site_of(knowledge: KnowledgeBase) -> Starlette:
    """The pages alone, with the search in front."""
    return Starlette(routes=[*page_routes(knowledge), front_route(knowledge)])


@pytest.fixture(scope="module")
def client(only_read: KnowledgeBase) -> Iterator[httpx.Client]:
    """Somebody who asks for pages, whose address nobody has set."""
    with serving(lambda _port: site_of(only_read)) as served:
        yield served.http


@LANGUAGES
def test_an_entry_comes_in_every_form_and_language(client: httpx.Client, root: str) -> None:
    page = client.get(f"{root}/e/{ENTRY}")
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert page.headers["content-language"] == ("zh-CN" if root else "en")
    assert Page(page.text).faults == []
    markdown = client.get(f"{root}/e/{ENTRY}.md")
    assert markdown.headers["content-type"] == "text/markdown; charset=utf-8"
    assert markdown.text.startswith("# 535 5.7.8 ")
    written = client.get(f"{root}/e/{ENTRY}.json")
    assert written.headers["content-type"] == "application/json"
    assert Entry.model_validate_json(written.text).id == ENTRY


def test_every_link_of_a_page_leads_somewhere(client: httpx.Client) -> None:
    for start in (f"/e/{ENTRY}", f"/zh/e/{ENTRY}", "/", "/zh/", "/search?q=gmail", "/e/", "/e/gone"):
        text = client.get(start).text
        targets = {unescape(target) for target in re.findall(r'(?:href|src|action)="(/[^"]*)"', text)}
        assert targets
        for target in sorted(targets - {"/zh/e/gone"})[:40]:  # the page itself, in Chinese
            assert client.get(target).status_code == 200, (start, target)


@pytest.mark.parametrize("form", ["", ".json", ".md"])
@LANGUAGES
def test_the_last_part_of_an_id_is_enough(client: httpx.Client, root: str, form: str) -> None:
    sent_on = client.get(f"{root}/e/{SLUG}{form}")
    assert (sent_on.status_code, sent_on.headers["location"]) == (301, f"{root}/e/{ENTRY}{form}")


@pytest.mark.parametrize("address", [f"/e/{ENTRY}/", f"/e//{ENTRY}", f"/e/{SLUG}/"])
def test_a_slash_too_many_does_no_harm(client: httpx.Client, address: str) -> None:
    assert client.get(address).headers["location"] == f"/e/{ENTRY}"


def test_an_address_without_its_last_slash_gets_it(client: httpx.Client) -> None:
    for address in ("/e", "/zh/e", "/zh"):
        assert (client.get(address).status_code, client.get(address).headers["location"]) == (301, f"{address}/")


def test_an_entry_that_does_not_exist_is_answered_with_the_nearest(client: httpx.Client) -> None:
    page = client.get("/e/communication/smtp-535-authentification-invalid")
    assert page.status_code == 404
    assert f'href="/e/{ENTRY}"' in page.text
    written = client.get("/zh/e/smtp-535-authentification-invalid.json")
    assert written.status_code == 404
    assert ENTRY in written.json()["nearest"]
    text = client.get("/e/smtp-535-authentification-invalid.md")
    assert (text.status_code, f"nearest: {ENTRY}" in text.text) == (404, True)


NOWHERE = [
    f"/e/{ENTRY}.JSON", f"/e/{ENTRY}.html", f"/e/{ENTRY}.json.md", f"/e/{ENTRY}%00", f"/e/{ENTRY}%0d%0aX:1",
    "/e/%ff%fe", "/e/%c3%28.json", "/e/..%2f..%2fetc%2fpasswd", "/e/../../secret", "/e/" + "a" * 5_000, "/e/.json",
    "/e/%F0%9F%A6%86", "/e/communication", "/e/communication/", "/e/%2e%2e/x", "/e/<script>", "/e/%252e", "/zh/e/a/b/c",
    "/e/communication%2f", "/zh/nothing", "/schema/none.json", "/pages/page.css", "/pages/..%2f__init__.py",
]  # fmt: skip


@pytest.mark.parametrize("address", NOWHERE)
def test_an_address_that_leads_nowhere_is_404(client: httpx.Client, address: str) -> None:
    answer = client.get(address, follow_redirects=True)
    assert answer.status_code == 404
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "address", [f"/e/{ENTRY}", f"/zh/e/{ENTRY}.md", f"/e/{ENTRY}.json", "/e/", "/", "/pages/copy.js"]
)
def test_what_did_not_change_is_not_sent_again(client: httpx.Client, address: str) -> None:
    first = client.get(address)
    tag = first.headers["etag"]
    assert re.fullmatch(r'"[0-9a-f]{32}"', tag)
    for asked in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        again = client.get(address, headers={"If-None-Match": asked})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200
    assert "max-age=" in first.headers["cache-control"]


def test_every_form_and_language_has_a_tag_of_its_own(client: httpx.Client) -> None:
    addresses = [f"{root}/e/{ENTRY}{form}" for root in ("", "/zh") for form in ("", ".md")]
    assert len({client.get(address).headers["etag"] for address in addresses}) == 4


def test_head_is_answered_like_get_without_the_page(client: httpx.Client) -> None:
    for address in (f"/e/{ENTRY}", f"/e/{ENTRY}.json", "/zh/e/", "/", "/search", "/search?q=gmail", "/e/gone"):
        got, asked = client.get(address), client.head(address)
        assert (asked.status_code, asked.content) == (got.status_code, b"")
        assert asked.headers["content-length"] == got.headers["content-length"]
        assert asked.headers.get("etag") == got.headers.get("etag")


def test_no_other_verb_is_taken(client: httpx.Client) -> None:
    assert client.post(f"/e/{ENTRY}").status_code == 405
    assert client.delete("/search").status_code == 405


@pytest.mark.parametrize("address", [f"/e/{ENTRY}", "/e/gone", "/", "/search?q=x", "/e/"])
def test_a_page_loads_and_runs_nothing_but_its_own(client: httpx.Client, address: str) -> None:
    page = client.get(address)
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    assert (page.headers["referrer-policy"], page.headers["x-content-type-options"]) == ("no-referrer", "nosniff")
    assert Page(page.text).faults == []


def test_the_schema_is_where_the_json_says(client: httpx.Client) -> None:
    assert '</schema/entry.json>; rel="describedby"' in client.get(f"/e/{ENTRY}.json").headers["link"]
    answer = client.get("/schema/entry.json")
    assert answer.headers["content-type"] == "application/schema+json"
    assert json.loads(answer.text)["title"] == "Entry"


def test_all_entries_are_listed_below_their_category(client: httpx.Client, only_read: KnowledgeBase) -> None:
    page = client.get("/e/").text
    assert {f"/e/{entry.id}" for entry in only_read.entries()} <= set(Page(page).links)
    count = sum(entry.category.value == "greylisted" for entry in only_read.entries())
    assert re.search(rf'id="greylisted">Greylisted <span class="count">{count}</span>', page)


def test_pages_show_the_curated_rates_whatever_a_team_votes(knowledge: KnowledgeBase) -> None:
    with serving(lambda _port: site_of(knowledge)) as served:
        addresses = (f"/e/{ENTRY}", f"/search?q={quote(PASTE)}")
        before = [served.http.get(address).text for address in addresses]
        card = Place("T1", "C1", "1700000000.000100")
        knowledge.show(card, entry_id=ENTRY, workarounds=("oauth",), since_ts="1700000000.000100")
        for voter in ("U1", "U2", "U3"):
            knowledge.vote(Signal(card, voter, "-1", "answer", worked=False, event_ts="1700000001.000100"))
        assert knowledge.rated(ENTRY, team="T1").votes == 3
        assert [served.http.get(address).text for address in addresses] == before


# Looking something up


def test_the_front_page_is_the_search(client: httpx.Client) -> None:
    assert client.get("/").text == client.get("/search").text
    assert client.get("/zh/").text == client.get("/zh/search").text
    assert '<form class="ask" action="/search" method="post">' in client.get("/").text


@LANGUAGES
def test_an_error_is_answered_whether_it_is_asked_or_pasted(client: httpx.Client, root: str) -> None:
    for page in (
        client.get(f"{root}/search", params={"q": PASTE}),
        client.post(f"{root}/search", data={"q": PASTE}),
        client.post(f"{root}/search", data={"q": f"Nov 24 mx postfix/smtp[1]: 3CB2B: status=bounced\r\n{PASTE}\r\n"}),
    ):
        assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
        first = Page(page.text).links
        assert f"{root}/e/{ENTRY}" in first
        assert "95%" in page.text
        assert "70%" in page.text


@pytest.mark.parametrize("asked", [SLUG, "credentials rejected username", "身份验证凭据无效", ENTRY])
def test_an_entry_is_found_by_words_of_its_id_and_title(client: httpx.Client, asked: str) -> None:
    assert f'href="/e/{ENTRY}"' in client.get("/search", params={"q": asked}).text


def test_a_search_for_nothing_is_the_empty_search(client: httpx.Client) -> None:
    for page in (client.get("/search?q=%20"), client.post("/search", data={"q": ""}), client.post("/search")):
        assert (page.status_code, "Look up a mail error" in page.text) == (200, True)


def test_when_nothing_is_found_the_page_says_what_helps(client: httpx.Client) -> None:
    for asked in ("holiday in spain", "\u0000", "🦆"):
        page = client.get("/search", params={"q": asked})
        assert (page.status_code, "Nothing found" in page.text) == (200, True)
    assert "没有找到" in client.get("/zh/search", params={"q": "西班牙度假"}).text


def test_an_error_that_nobody_knows_is_not_taken_for_the_nearest(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "550 5.7.1 Refused by the hamster in slot nine"})
    assert "100% sure" not in page.text


def test_nothing_private_is_repeated(client: httpx.Client) -> None:
    for page in (
        client.post("/search", data={"q": PRIVATE}),
        client.get("/search", params={"q": PRIVATE}, follow_redirects=True),
    ):
        assert page.status_code == 200
        assert SECRET not in page.text
        assert PERSON not in page.text
        assert f'href="/e/{ENTRY}"' in page.text


def test_what_is_private_leaves_the_address(client: httpx.Client) -> None:
    answer = client.get("/search", params={"q": PRIVATE})
    assert answer.status_code == 303
    assert SECRET not in answer.headers["location"]
    assert "zoe" not in answer.headers["location"]
    assert client.get(answer.headers["location"]).status_code == 200


def test_a_paste_goes_in_the_body_and_never_becomes_an_address(client: httpx.Client) -> None:
    page = client.post("/search", data={"q": f"{PASTE}\nline two of the log"})
    assert page.status_code == 200
    assert not [link for link in Page(page.text).links if "?q=" in link]


def test_a_paste_leaves_no_trace(knowledge: KnowledgeBase, database: Path) -> None:
    stream = io.StringIO()
    logs.configure("DEBUG", stream=stream)
    with serving(lambda _port: site_of(knowledge)) as served:
        served.http.post("/search", data={"q": PRIVATE})
        served.http.get("/search", params={"q": PRIVATE})
    assert "credentials invalid" not in stream.getvalue()
    assert SECRET not in stream.getvalue()
    assert knowledge.stats().conversations == 0
    assert SECRET.encode() not in database.read_bytes()


def test_a_long_paste_changes_its_language_without_becoming_an_address(client: httpx.Client) -> None:
    page = client.post("/search", data={"q": f"{PRIVATE}\nline two of the log"}).text
    (given,) = re.findall(
        r'<form class="switch" action="/zh/search" method="post">\s*<input[^>]*value="([^"]*)">', page
    )
    assert SECRET not in given
    chinese = client.post("/zh/search", data={"q": unescape(given)}).text
    assert f'href="/zh/e/{ENTRY}"' in chinese


def test_a_page_that_does_not_exist_changes_its_language_too(client: httpx.Client) -> None:
    page = client.get("/e/communication/smtp-535-authentification-invalid").text
    assert 'href="/zh/e/communication/smtp-535-authentification-invalid"' in page


def test_a_paste_that_is_too_long_is_told_so(client: httpx.Client) -> None:
    page = client.post("/search", content=b"q=" + b"x" * BODY_LIMIT)
    assert (page.status_code, "That is too long" in page.text) == (413, True)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"q=%ff%fe",
        b"q",
        b"=",
        b"&" * 5_000,
        b'{"q": "x"}',
        b"q=%00",
        b"q=" + b"%" * 9_999,
        b"q=\xed\xa0\x80",
    ],
)
def test_a_body_that_is_no_form_is_a_search_for_nothing_or_for_what_it_says(
    client: httpx.Client, content: bytes
) -> None:
    assert client.post("/search", content=content).status_code == 200


@pytest.mark.parametrize("payload", PAYLOADS)
@LANGUAGES
def test_no_query_is_obeyed(client: httpx.Client, payload: str, root: str) -> None:
    pages = [
        client.get(f"{root}/search", params={"q": payload}, follow_redirects=True),
        client.post(f"{root}/search", data={"q": f"{PASTE} {payload}\n{payload}"}),
        client.get(f"{root}/e/{quote(payload, safe='')}"),
    ]
    assert [page.status_code for page in pages] in ([200, 200, 404], [200, 200, 301])
    assert [Page(page.text).faults for page in pages] == [[], [], []]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_query_and_any_address_gets_a_whole_page(client: httpx.Client, text: str) -> None:
    asked = text.encode("utf-8", "replace").decode()
    for page in (
        client.get("/search", params={"q": asked}, follow_redirects=True),
        client.post("/search", data={"q": asked}),
        client.get(f"/e/x{quote(asked, safe='')}"),
    ):
        assert page.status_code in {200, 404}
        assert Page(page.text).faults == []


def test_a_database_that_fails_is_a_page_that_says_so(knowledge: KnowledgeBase, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("DROP TABLE votes")
    connection.close()
    with serving(lambda _port: site_of(knowledge)) as served:
        page = served.http.post("/search", data={"q": PASTE})
    assert (page.status_code, "Please try again" in page.text) == (503, True)


# Where the pages stand


def test_the_pages_have_the_address_that_was_set(knowledge: KnowledgeBase) -> None:
    published = knowledge.published(Site("https://help.example.com/mail"))
    with serving(lambda _port: site_of(published)) as served:
        page = served.http.get(f"/e/{ENTRY}").text
        assert served.http.get(f"/e/{SLUG}").headers["location"] == f"/mail/e/{ENTRY}"
        assert served.http.get("/search", params={"q": PRIVATE}).headers["location"].startswith("/mail/search?q=")
    assert f'<link rel="canonical" href="https://help.example.com/mail/e/{ENTRY}">' in page
    assert 'src="/mail/pages/copy.js"' in page


def test_the_search_is_the_front_page_in_production_and_not_in_the_playground(knowledge: KnowledgeBase) -> None:
    production = Settings(slack_bot_token="xoxb-1", slack_signing_secret="s")
    for chosen, front in ((production, "Look up a mail error"), (Settings(), "Postmaster playground")):
        with serving(lambda port, chosen=chosen: create_server(chosen, knowledge, port=port)) as served:
            assert front in served.http.get("/").text
            assert served.http.get(f"/e/{ENTRY}").status_code == 200
            assert served.http.get(f"/zh/e/{ENTRY}.md").status_code == 200
            assert "查询邮件错误" in served.http.get("/zh/").text


def test_in_the_playground_answers_know_its_own_address(knowledge: KnowledgeBase) -> None:
    with serving(lambda port: create_server(Settings(), knowledge, port=port)) as served, served.person("Ana") as ana:
        shown = _first_card(served, ana.waits_for_reply(ana.says("#mail-support", PASTE)).words)
        assert httpx.get(shown, trust_env=False).status_code == 200


def _first_card(served: Served, words: str) -> str:
    """The address of the page that a card links to."""
    found = re.search(rf"<({re.escape(served.url)}/e/[^|]+)\|", words)
    assert found, words
    return found[1]
