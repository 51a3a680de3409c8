"""Files and long pastes arrive as `file_share` messages, and can be fetched by whoever may."""

from __future__ import annotations

import pytest

from bot.playground.testing import Person, RecordingBot, RefusedError, Served

TOKEN = "xoxb-test"


def test_a_file_arrives_as_a_message_with_a_file_and_an_event_of_its_own(bot: RecordingBot, ana: Person) -> None:
    ana.uploads("#mail-support", "bounce.eml", b"Subject: failed\n\nbody", text="what is this?")
    event = bot.waits_for("message.file_share")[0].event
    (file,) = event["files"]
    assert event["text"] == "what is this?"
    assert (file["name"], file["mimetype"], file["filetype"], file["mode"]) == (
        "bounce.eml",
        "message/rfc822",
        "eml",
        "hosted",
    )
    assert file["size"] == 21
    shared = bot.waits_for("file_shared")[0].event
    assert (shared["file_id"], shared["channel_id"]) == (file["id"], event["channel"])


def test_a_long_paste_becomes_a_snippet_without_text(bot: RecordingBot, ana: Person) -> None:
    paste = "535 5.7.8 <bob@example.com>\n" * 200
    ana.says("#mail-support", paste)
    event = bot.waits_for("message.file_share")[0].event
    (file,) = event["files"]
    assert event["text"] == ""
    assert "blocks" not in event
    assert (file["mode"], file["filetype"], file["mimetype"]) == ("snippet", "text", "text/plain")
    assert file["preview"] == paste[:400]
    assert file["preview_is_truncated"]
    assert file["lines"] == 201


def test_a_paste_of_exactly_the_limit_is_still_a_message(bot: RecordingBot, ana: Person) -> None:
    assert ana.says("#mail-support", "x" * 4000).text == "x" * 4000
    assert "files" not in bot.waits_for("message")[0].event


def test_a_snippet_can_go_into_a_thread(bot: RecordingBot, ana: Person) -> None:
    root = ana.says("#mail-support", "root")
    assert ana.says("#mail-support", "x" * 4001, thread=root).thread_ts == root.ts
    assert bot.waits_for("message.file_share")[0].event["thread_ts"] == root.ts


def test_the_bot_fetches_a_file_with_its_token_and_anybody_else_gets_a_page(served: Served, ana: Person) -> None:
    content = "x" * 5000
    file = ana.says("#mail-support", content).json["files"][0]
    http = served.http
    for url in (file["url_private"], file["url_private_download"]):
        fetched = http.get(url, headers={"Authorization": f"Bearer {TOKEN}"})
        assert fetched.text == content
        assert fetched.headers["content-type"].startswith("text/plain")
    stranger = http.get(file["url_private"])
    assert (stranger.status_code, stranger.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert content not in stranger.text
    assert http.get(file["url_private"], headers={"Authorization": "Bearer wrong"}).text == stranger.text


def test_people_fetch_what_was_shared_where_they_are(served: Served, ana: Person, wei: Person) -> None:
    url = ana.says("bot", "x" * 5000).json["files"][0]["url_private"]
    assert served.http.get(url, params={"user": ana.id}).text == "x" * 5000
    assert served.http.get(url, params={"user": wei.id}).text != "x" * 5000
    assert served.http.get("/playground/files/F0NOTHING").status_code == 404


def test_a_file_from_where_the_bot_is_not_stays_closed_to_it(served: Served, ana: Person) -> None:
    url = ana.says("#random", "x" * 5000).json["files"][0]["url_private"]
    assert served.http.get(url, headers={"Authorization": f"Bearer {TOKEN}"}).text != "x" * 5000


def test_an_uploaded_page_cannot_run_here(served: Served, ana: Person) -> None:
    url = ana.uploads("#mail-support", "a.html", b"<script>alert(1)</script>").json["files"][0]["url_private"]
    fetched = served.http.get(url, params={"user": ana.id})
    assert fetched.headers["content-security-policy"] == "sandbox"
    assert fetched.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "content", "mimetype", "mode"),
    [
        ("mail.log", b"550 5.1.1", "text/plain", "snippet"),
        ("note", "网易 554".encode(), "text/plain", "snippet"),
        ("blob", b"\x00\xff", "application/octet-stream", "hosted"),
        ("empty", b"", "text/plain", "snippet"),
        ("a.png", b"\x89PNG", "image/png", "hosted"),
    ],
)
def test_the_kind_of_a_file_follows_from_its_name_and_bytes(
    ana: Person, name: str, content: bytes, mimetype: str, mode: str
) -> None:
    file = ana.uploads("#mail-support", name, content).json["files"][0]
    assert (file["mimetype"], file["mode"]) == (mimetype, mode)


def test_uploads_that_cannot_be_are_refused(served: Served, ana: Person) -> None:
    http = served.http
    nothing = http.post("/playground/files", data={"user": ana.id}, files={"other": ("a", b"x")})
    assert nothing.json()["error"] == "no_file_data"
    broken = http.post("/playground/files", content=b"--x", headers={"Content-Type": "multipart/form-data; boundary=y"})
    assert broken.json()["error"] in {"invalid_form_data", "no_file_data"}
    assert http.post("/playground/files", json={}).json()["error"] == "invalid_form_data"
    huge = http.post("/playground/files", data={"user": ana.id}, files={"file": ("a", b"x" * (17 * 1024**2))})
    assert (huge.status_code, huge.json()["error"]) == (413, "file_too_large")
    with pytest.raises(RefusedError, match="msg_too_long"):
        ana.uploads("#mail-support", "a.txt", b"x", text="x" * 4001)
