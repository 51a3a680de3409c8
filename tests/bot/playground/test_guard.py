"""Another web page can neither drive the playground nor read it."""

from __future__ import annotations

import pytest

from bot.playground.testing import RecordingBot, Served

SAY = {"user": "U04ANA7QK2F", "channel": "C04MAILSUPP", "text": "hello"}


def port(served: Served) -> str:
    return served.url.rpartition(":")[2]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "192.0.2.7", "postmaster.localhost"])
def test_the_playgrounds_own_page_may_post_under_each_of_its_names(served: Served, host: str) -> None:
    name = f"{host}:{port(served)}"
    headers = {"Host": name, "Origin": f"http://{name}", "Sec-Fetch-Site": "same-origin"}
    assert served.http.post("/playground/messages", json=SAY, headers=headers).json()["ok"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example.com"},
        {"Origin": "http://localhost:1"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["messages", "reset", "switches", "files", "api/chat.postMessage", "response/x"])
def test_another_page_may_not_post(served: Served, bot: RecordingBot, headers: dict[str, str], path: str) -> None:
    answer = served.http.post(f"/playground/{path}", json=SAY, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (403, "forbidden_origin")
    assert bot.received == []


@pytest.mark.parametrize(
    "host", ["evil.example.com", "evil.example.com:3000", "127.0.0.1.example.com", "", "[::1", "a b"]
)
@pytest.mark.parametrize("path", ["/", "/playground/state", "/playground/stream?user=U04ANA7QK2F"])
def test_a_rebound_name_may_not_even_read(served: Served, host: str, path: str) -> None:
    answer = served.http.get(path, headers={"Host": host})
    assert (answer.status_code, answer.json()["error"]) == (403, "forbidden_host")


def test_a_form_from_elsewhere_is_no_json(served: Served) -> None:
    answer = served.http.post("/playground/messages", data=SAY)
    assert (answer.status_code, answer.json()["error"]) == (415, "not_json")


def test_the_page_runs_no_script_but_its_own_and_shows_in_no_other_page(served: Served) -> None:
    policy = served.http.get("/").headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= set(policy)
