"""A Web API that says yes to everything and remembers which channels were posted to.

`python -m bench.fake_slack DELAY` runs it; DELAY is how many seconds it takes for a message. It costs as little as it
can, so that what is measured is the bot. `POST /await` with a JSON list of channels answers as
soon as each of them got a message, with `"ok": false` if that takes too long.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

__all__ = ["BOT_USER", "FakeSlack", "serving"]

BOT_USER = "U0BENCHBOT"
_PATIENCE_S = 120.0
_WHO_WE_ARE = {"url": "https://bench.slack.com/", "team": "Bench", "team_id": "T0BENCH001", "user": "postmaster"}


class FakeSlack(ThreadingHTTPServer):
    """The server, and what was posted to it."""

    request_queue_size = 1_024  # every call comes on a connection of its own
    daemon_threads = True

    def __init__(self, *, delay_s: float = 0.0, patience_s: float = _PATIENCE_S) -> None:
        """Listen on a free port. A message takes `delay_s`; `patience_s` is how long messages are waited for."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self._delay_s = delay_s
        self._patience_s = patience_s
        self._posted: set[str] = set()
        self._changed = threading.Condition()

    def post(self, channel: str) -> str:
        """Keep a message; returns its timestamp."""
        time.sleep(self._delay_s)
        with self._changed:
            self._posted.add(channel)
            self._changed.notify_all()
            return f"{time.time():.6f}"

    def wait_for(self, channels: Iterable[str]) -> bool:
        """Wait until each of `channels` has a message; False if one has none when patience is at its end."""
        wanted = set(channels)
        with self._changed:
            return self._changed.wait_for(lambda: wanted <= self._posted, self._patience_s)


class _Handler(BaseHTTPRequestHandler):
    server: FakeSlack

    def do_GET(self) -> None:
        """Answer a method of the Web API that only reads."""
        self.do_POST()

    def do_POST(self) -> None:
        """Answer a method of the Web API, or tell when all is answered."""
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        method = urlsplit(self.path).path.rpartition("/")[2]
        answer = {"ok": True, **self._answer(method, body)}
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: a line for every call would cost more than the call."""

    def _answer(self, method: str, body: bytes) -> dict[str, object]:
        match method:
            case "auth.test":
                return {**_WHO_WE_ARE, "user_id": BOT_USER, "bot_id": "B0BENCHBOT"}
            case "chat.postMessage":
                channel = _channel(body)
                return {"channel": channel, "ts": self.server.post(channel), "message": {"text": ""}}
            case "users.info":
                return {"user": {"locale": "en-US", "tz": "Etc/UTC"}}
            case "await":
                return {"ok": self.server.wait_for(json.loads(body))}
        return {}


def _channel(body: bytes) -> str:
    """The channel that a call names; slack_sdk sends JSON where there are blocks, and a form where there are none."""
    if body.startswith(b"{"):
        return str(json.loads(body)["channel"])
    return parse_qs(body.decode())["channel"][0]


def serving(delay_s: float) -> None:
    """Serve until somebody ends the process."""
    with FakeSlack(delay_s=delay_s) as server:
        print(f"http://127.0.0.1:{server.server_port}/api/", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    serving(float(sys.argv[1]))
