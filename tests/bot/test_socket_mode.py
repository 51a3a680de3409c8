"""Socket Mode against a Slack of 100 lines that speaks its part of HTTP and of WebSocket (RFC 6455)."""

from __future__ import annotations

import base64
import hashlib
import json
import queue
import struct
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest

from bot.app import create_app
from bot.settings import Settings, SettingsError
from bot.socket_mode import SocketMode
from knowledge.base import KnowledgeBase

APP_TOKEN, BOT_TOKEN = "xapp-known", "xoxb-known"
PASTE = "535 5.7.8 Authentication credentials invalid"
TEXT_FRAME, CLOSE_FRAME, PING_FRAME, PONG_FRAME = 0x1, 0x8, 0x9, 0xA
PATIENCE_S = 10


class FakeSlack(ThreadingHTTPServer):
    """Hands out a WebSocket, sends the `envelopes` down it, keeps what comes back and what is called."""

    daemon_threads = True

    def __init__(self, *envelopes: dict[str, Any]) -> None:
        super().__init__(("127.0.0.1", 0), FakeSlackHandler)
        self.envelopes = envelopes
        self.acknowledged: queue.Queue[dict[str, Any]] = queue.Queue()
        self.posted: queue.Queue[dict[str, Any]] = queue.Queue()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_port}"


class FakeSlackHandler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: FakeSlack

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"])).decode()
        token = self.headers["Authorization"]
        match self.path:
            case "/api/apps.connections.open" if token == f"Bearer {APP_TOKEN}":
                self._answer({"ok": True, "url": f"ws://{self.server.address}/link"})
            case "/api/auth.test" if token == f"Bearer {BOT_TOKEN}":
                self._answer({"ok": True, "user_id": "UBOT", "bot_id": "BBOT", "team_id": "T1"})
            case "/api/chat.postMessage":
                is_json = self.headers["Content-Type"].startswith("application/json")
                self.server.posted.put(json.loads(content) if is_json else parse_qs(content))
                self._answer({"ok": True, "ts": "1700000001.000100", "channel": "C1"})
            case _:
                self._answer({"ok": False, "error": "invalid_auth"})

    def do_GET(self) -> None:
        key = self.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
        self.end_headers()
        for envelope in self.server.envelopes:
            self._send(TEXT_FRAME, json.dumps(envelope).encode())
        while (frame := self._receive()) is not None:
            kind, content = frame
            if kind == PING_FRAME:
                self._send(PONG_FRAME, content)
            elif kind == TEXT_FRAME:
                self.server.acknowledged.put(json.loads(content))
        self.close_connection = True

    def _answer(self, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _send(self, kind: int, content: bytes) -> None:
        length = bytes([len(content)]) if len(content) < 126 else struct.pack("!BH", 126, len(content))
        self.wfile.write(bytes([0x80 | kind]) + length + content)
        self.wfile.flush()

    def _receive(self) -> tuple[int, bytes] | None:
        """The next frame of the client (its frames are masked), or None at the end."""
        head = self.rfile.read(2)
        if len(head) < 2 or head[0] & 0x0F == CLOSE_FRAME:
            return None
        length = head[1] & 0x7F
        if length == 126:
            (length,) = struct.unpack("!H", self.rfile.read(2))
        mask = self.rfile.read(4)
        return head[0] & 0x0F, bytes(byte ^ mask[i % 4] for i, byte in enumerate(self.rfile.read(length)))


def envelope() -> dict[str, Any]:
    """An event as Slack sends it down the connection."""
    event = {"type": "message", "channel": "C1", "channel_type": "channel", "user": "U1", "ts": "1700000000.000100"}
    payload = {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": event | {"text": PASTE}}
    return {"type": "events_api", "envelope_id": "one", "accepts_response_payload": False, "payload": payload}


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """Slack, with one paste on its way."""
    with FakeSlack(envelope()) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def socket_mode(
    slack: FakeSlack, knowledge: KnowledgeBase, app_token: str = APP_TOKEN, bot_token: str = BOT_TOKEN
) -> SocketMode:
    """The connection of an app that uses `slack`."""
    settings = Settings(
        slack_bot_token=bot_token, slack_app_token=app_token, slack_api_url=f"http://{slack.address}/api/"
    )
    return SocketMode(create_app(settings, knowledge), app_token)


def test_a_paste_that_comes_down_the_connection_is_acknowledged_and_answered(
    slack: FakeSlack, knowledge: KnowledgeBase
) -> None:
    connection = socket_mode(slack, knowledge)
    connection.start()
    assert slack.acknowledged.get(timeout=PATIENCE_S) == {"envelope_id": "one"}
    assert connection.connected
    card = slack.posted.get(timeout=PATIENCE_S)
    assert card["thread_ts"] in {"1700000000.000100", ("1700000000.000100",)}
    assert "535 5.7.8" in card["text"]
    connection.stop()


def test_a_token_that_slack_refuses_is_said_in_one_line(slack: FakeSlack, knowledge: KnowledgeBase) -> None:
    for tokens, said in (
        (("xapp-other", BOT_TOKEN), r"^Slack refuses SLACK_APP_TOKEN \(invalid_auth\): make"),
        ((APP_TOKEN, "xoxb-other"), r"^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\): copy"),
    ):
        connection = socket_mode(slack, knowledge, *tokens)
        with pytest.raises(SettingsError, match=said):
            connection.start()
        connection.stop()


def test_a_slack_that_cannot_be_reached_is_tried_again(slack: FakeSlack, knowledge: KnowledgeBase) -> None:
    settings = Settings(slack_bot_token=BOT_TOKEN, slack_app_token=APP_TOKEN, slack_api_url="http://127.0.0.1:9/api/")
    app = create_app(settings, knowledge)
    connection = SocketMode(app, APP_TOKEN, retry_s=0.05)
    connection.start()
    assert not connection.connected
    app.client.base_url = f"http://{slack.address}/api/"
    assert slack.acknowledged.get(timeout=PATIENCE_S) == {"envelope_id": "one"}
    connection.stop()
