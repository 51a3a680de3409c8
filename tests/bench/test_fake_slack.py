"""The fake Web API remembers where messages were posted, and says so when it is asked to wait for them."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from bench.command import NotMeasuredError
from bench.fake_slack import FakeSlack
from bench.load import await_answers


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack(patience_s=0.1) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def client(slack: FakeSlack) -> WebClient:
    return WebClient(token="xoxb-test", base_url=f"http://127.0.0.1:{slack.server_port}/api/")


def test_it_says_who_the_bot_is(client: WebClient) -> None:
    assert client.auth_test()["user_id"] == "U0BENCHBOT"


def test_a_message_ends_the_wait_for_its_channel(slack: FakeSlack, client: WebClient) -> None:
    client.chat_postMessage(channel="C1", text="as a form")
    client.chat_postMessage(channel="C2", text="as JSON", blocks=[])
    await_answers(slack.server_port, ["C1", "C2"])


def test_a_channel_without_a_message_is_reported(slack: FakeSlack, client: WebClient) -> None:
    client.chat_postMessage(channel="C1", text="hello")
    with pytest.raises(NotMeasuredError, match="not every event"):
        await_answers(slack.server_port, ["C1", "C2"])
