"""What scripts and monitors get over HTTP."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.playground.testing import Served, serving
from bot.request_body import BODY_LIMIT
from bot.web import public_routes
from knowledge.base import KnowledgeBase

PASTE = "535 5.7.8 Authentication credentials invalid"
ENTRY = "communication/smtp-535-authentication-credentials-invalid"


@pytest.fixture
def served(knowledge: KnowledgeBase) -> Iterator[Served]:
    """The public routes alone."""
    with serving(lambda _port: Starlette(routes=list(public_routes(knowledge)))) as server:
        yield server


def test_a_lookup_answers_however_it_is_asked(served: Served) -> None:
    url = f"{served.url}/api/lookup"
    answers = [
        httpx.get(url, params={"q": PASTE}),
        httpx.post(url, json={"text": PASTE}),
        httpx.post(url, json={"q": PASTE, "lang": "en"}),
        httpx.post(url, content=PASTE.encode(), headers={"Content-Type": "Text/Plain; charset=utf-8"}),
        httpx.post(url, content=PASTE.encode()),
        httpx.post(url, data={"q": PASTE}),
        httpx.post(url, content=PASTE.encode(), headers={"Content-Type": "application/x-www-form-urlencoded"}),
        httpx.post(url, params={"q": PASTE}),
    ]
    assert [answer.status_code for answer in answers] == [200] * 8
    assert [answer.json() for answer in answers] == [answers[0].json()] * 8
    assert answers[0].json()["answers"][0]["id"] == ENTRY


def test_a_lookup_answers_in_chinese(served: Served) -> None:
    for answer in (
        served.http.get("/api/lookup", params={"q": PASTE, "lang": "zh"}),
        served.http.post("/api/lookup", json={"text": PASTE, "lang": "zh"}),
        served.http.post("/api/lookup", data={"text": PASTE, "lang": "zh"}),
        served.http.post("/api/lookup", params={"lang": "zh"}, content=PASTE.encode()),
    ):
        assert "身份验证凭据无效" in answer.json()["answers"][0]["title"]


def test_an_empty_text_is_no_error(served: Served) -> None:
    answer = served.http.get("/api/lookup", params={"q": ""})
    assert answer.json() == {"detected": False, "answers": []}


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"{", 400, "the body is not JSON"),
        (b"[" * 100_000, 400, "the body is not JSON"),
        (b"[]", 400, "the body is not an object"),
        (b"{}", 400, "nothing to look up"),
        (b'{"text": 5}', 400, "nothing to look up"),
        (b'{"text": "x", "lang": "fr"}', 400, "there is no such language"),
        (b'{"text": "x", "lang": ["en"]}', 400, "there is no such language"),
        (b"x" * (BODY_LIMIT + 1), 413, "that is too long"),
    ],
)
def test_a_bad_question_is_told_what_is_wrong_in_one_line(
    served: Served, content: bytes, status: int, said: str
) -> None:
    answer = served.http.post("/api/lookup", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert answer.json()["error"].startswith(said)
    assert "\n" not in answer.json()["error"]


@pytest.mark.parametrize("content_type", ["image/png", "multipart/form-data; boundary=x", "\x7f"])
def test_a_body_of_another_kind_is_refused_in_one_line(served: Served, content_type: str) -> None:
    answer = served.http.post("/api/lookup", content=PASTE.encode(), headers={"Content-Type": content_type})
    assert answer.status_code == 415
    assert "send text/plain, application/json or application/x-www-form-urlencoded" in answer.json()["error"]


def test_a_form_of_many_fields_is_refused(served: Served) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = served.http.post("/api/lookup", content=b"q=" + b"&" * 1_000, headers=headers)
    assert (answer.status_code, answer.json()["error"].partition(";")[0]) == (400, "the form has too many fields")


def test_a_question_without_a_text_is_told_so(served: Served) -> None:
    answer = served.http.get("/api/lookup")
    assert (answer.status_code, answer.json()["error"]) == (400, 'nothing to look up; give ?q=… or {"text": "…"}')


def test_health_knows_whether_the_database_can_be_used(served: Served, database: Path) -> None:
    answer = served.http.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["ok"] is True
    assert answer.json()["entries"] > 50
    with sqlite3.connect(database) as connection:
        connection.execute("DROP TABLE entries")
    connection.close()
    assert served.http.get("/healthz").status_code == 503


def test_metrics_count_what_was_looked_up(served: Served) -> None:
    def looked_up() -> float:
        lines = served.http.get("/metrics").text.splitlines()
        return sum(
            float(line.split()[-1]) for line in lines if line.startswith('postmaster_pastes_total{surface="api"}')
        )

    before = looked_up()
    served.http.get("/api/lookup", params={"q": PASTE})
    assert looked_up() == before + 1
    assert "postmaster_lookup_seconds_bucket" in served.http.get("/metrics").text
