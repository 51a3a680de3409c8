"""Files that the app uploads, and pictures that it shows."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground.testing import Person, Served

MAIL, RANDOM = "C04MAILSUPP", "C04RANDOM42"
PNG = b"\x89PNG\r\n\x1a\n" + b"a picture"


def picture(**source: str) -> list[dict[str, Any]]:
    return [{"type": "image", "alt_text": "a chart", "slack_file": source}]


def test_an_upload_with_a_channel_is_a_message_of_the_app(web: WebClient, ana: Person, served: Served) -> None:
    web.files_upload_v2(
        channel=MAIL, filename="week.png", content=PNG, title="The week", initial_comment="*Look*", alt_txt="a chart"
    )
    shown = ana.waits_for(lambda seen: next((m for m in seen.messages if m.json.get("files")), None))
    (file,) = shown.json["files"]
    assert (shown.text, shown.from_bot) == ("*Look*", True)
    assert (file["title"], file["name"], file["mimetype"], file["size"]) == (
        "The week",
        "week.png",
        "image/png",
        len(PNG),
    )
    assert served.http.get(file["url_private"], params={"user": ana.id}).content == PNG


def test_a_private_upload_can_be_shown_in_a_block_by_id_or_by_url(web: WebClient, ana: Person, served: Served) -> None:
    file = web.files_upload_v2(filename="week.png", content=PNG)["file"]
    described = web.files_info(file=file["id"])["file"]
    assert (described["is_public"], described["channels"]) == (False, [])
    for blocks in (picture(id=file["id"]), picture(url=described["url_private"])):
        ts = web.chat_postMessage(channel=MAIL, text="chart", blocks=blocks)["ts"]
        assert ana.waits_for(lambda seen, ts=ts: seen.message(MAIL, ts)).blocks[0]["slack_file"]
    assert served.http.get(described["url_private"], params={"user": ana.id}).content == PNG


def test_a_file_has_no_kind_until_slack_has_scanned_it(web: WebClient, served: Served) -> None:
    served.switch(unscanned_looks=1)
    file = web.files_upload_v2(filename="week.png", content=PNG)["file"]["id"]
    assert [web.files_info(file=file)["file"]["mimetype"] for _ in range(2)] == ["", "image/png"]


def test_a_block_with_a_file_that_is_no_picture_or_not_there_is_refused(web: WebClient, ana: Person) -> None:
    text = web.files_upload_v2(filename="week.txt", content="words")["file"]["id"]
    theirs = ana.uploads("#random", "secret.png", PNG).json["files"][0]["id"]
    for file in ("F0NOTHING", text, theirs):
        with pytest.raises(SlackApiError) as refused:
            web.chat_postMessage(channel=MAIL, text="chart", blocks=picture(id=file))
        assert refused.value.response["errors"] == ["invalid slack file [json-pointer:/blocks/0/slack_file]"]
    with pytest.raises(SlackApiError, match="but not both"):
        web.chat_postMessage(channel=MAIL, text="chart", blocks=picture(id=theirs, url="https://example.com"))


def test_an_upload_that_slack_refuses_is_refused(web: WebClient, served: Served) -> None:
    announced = web.files_getUploadURLExternal(filename="a.png", length=3)
    file = {"id": announced["file_id"]}
    assert served.http.post(announced["upload_url"], content=b"four").status_code == 400
    with pytest.raises(SlackApiError, match="file_not_found"):
        web.files_completeUploadExternal(files=[file])
    assert served.http.post(announced["upload_url"], files={"filename": ("a.png", b"abc")}).status_code == 200
    with pytest.raises(SlackApiError, match="not_in_channel"):
        web.files_completeUploadExternal(files=[file], channel_id=RANDOM)
    assert web.files_completeUploadExternal(files=[file])["files"][0]["id"] == file["id"]
    with pytest.raises(SlackApiError, match="file_not_found"):
        web.files_completeUploadExternal(files=[file])
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        web.files_getUploadURLExternal(filename="a.png", length=0)


def test_metadata_stays_with_the_message_and_comes_where_it_is_asked_for(web: WebClient) -> None:
    about = {"event_type": "answered", "event_payload": {"case": 7}}
    ts = web.chat_postMessage(channel=MAIL, text="x", metadata=about)["ts"]
    web.chat_update(channel=MAIL, ts=ts, text="y")
    newest = web.conversations_history(channel=MAIL, limit=1, include_all_metadata=True)["messages"][0]
    assert (newest["text"], newest["metadata"]) == ("y", about)
    assert "metadata" not in web.conversations_history(channel=MAIL, limit=1)["messages"][0]
