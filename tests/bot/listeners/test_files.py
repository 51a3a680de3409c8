"""Files are read with the bot's token, which goes to Slack alone, and never in whole when they are too long."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from slack_sdk import WebClient

from bot.listeners import files
from bot.listeners.files import SIZE_LIMIT, answers_in, deadline_from_now
from bot.listeners.incoming import SharedFile
from knowledge.base import KnowledgeBase

LINE = b"535 5.7.8 Authentication credentials invalid"


class FileServer(ThreadingHTTPServer):
    """Serves `content` at every path, as long as the reader wants it, and keeps who asked with which token."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), FileHandler)
        self.content = LINE
        self.status = 200
        self.busy = 0
        """How many more downloads fail first."""
        self.pause_s = 0.0
        """Seconds before it answers."""
        self.asked: queue.Queue[str | None] = queue.Queue()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class FileHandler(BaseHTTPRequestHandler):
    """One download."""

    server: FileServer

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.server.asked.put(self.headers.get("Authorization"))
        self.server.busy -= 1
        time.sleep(self.server.pause_s)
        self.send_response(503 if self.server.busy >= 0 else self.server.status)
        if self.server.status == 302:
            self.send_header("Location", f"{self.server.url}/login")
        self.end_headers()
        try:
            self.wfile.write(self.server.content)
        except (BrokenPipeError, ConnectionResetError):
            return


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_TRIES_AFTER_S", (0.0, 0.0, 0.0))


@pytest.fixture
def slack() -> Iterator[FileServer]:
    """Slack's own server."""
    yield from _serving()


@pytest.fixture
def stranger() -> Iterator[FileServer]:
    """Somebody else's server."""
    yield from _serving()


def _serving() -> Iterator[FileServer]:
    with FileServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def found(slack: FileServer, knowledge: KnowledgeBase, *shared: SharedFile) -> list[bool]:
    """Whether an error was detected, for each file that could be read, by a bot whose Slack is `slack`."""
    client = WebClient(token="xoxb-known", base_url=f"{slack.url}/api/")
    return [
        answer.detected for answer in answers_in(client, knowledge, shared, team="T1", deadline=deadline_from_now())
    ]


def file(url: str, *, name: str = "mail.log", mimetype: str = "text/plain", size: int = 0) -> SharedFile:
    """A file that says it is at `url`."""
    return SharedFile(id="F1", name=name, mimetype=mimetype, size=size, url=url)


def test_a_file_is_read_with_the_bots_token(slack: FileServer, knowledge: KnowledgeBase) -> None:
    assert found(slack, knowledge, file(f"{slack.url}/files/a")) == [True]
    assert slack.asked.get_nowait() == "Bearer xoxb-known"


@pytest.mark.parametrize("prefix", ["", "http://slack.com.example/", "https://slack.com@"])
def test_the_token_goes_nowhere_else(
    slack: FileServer, stranger: FileServer, knowledge: KnowledgeBase, prefix: str
) -> None:
    url = f"{stranger.url}/a" if not prefix else prefix + stranger.url.removeprefix("http://")
    assert found(slack, knowledge, file(url)) == []
    assert stranger.asked.empty()


def test_a_redirect_is_not_followed(slack: FileServer, knowledge: KnowledgeBase) -> None:
    slack.status = 302
    assert found(slack, knowledge, file(f"{slack.url}/files/a")) == []
    assert slack.asked.qsize() == 1


def test_a_file_that_is_longer_than_slack_said_is_not_read_to_its_end(
    slack: FileServer, knowledge: KnowledgeBase
) -> None:
    slack.content = LINE + b"\n" * (SIZE_LIMIT + 1)
    assert found(slack, knowledge, file(f"{slack.url}/files/a", size=10)) == []


@pytest.mark.parametrize(
    ("name", "mimetype", "size"),
    [
        ("a.png", "image/png", 10),
        ("a.log", "text/plain", SIZE_LIMIT + 1),
        ("a.zip", "application/zip", 10),
        ("a", "image/png", 1),
    ],
)
def test_what_is_no_text_or_too_long_is_not_even_asked_for(
    slack: FileServer, knowledge: KnowledgeBase, name: str, mimetype: str, size: int
) -> None:
    assert found(slack, knowledge, file(f"{slack.url}/files/a", name=name, mimetype=mimetype, size=size)) == []
    assert slack.asked.empty()


def test_ten_files_of_a_message_are_read(slack: FileServer, knowledge: KnowledgeBase) -> None:
    assert found(slack, knowledge, *[file(f"{slack.url}/files/a")] * 11) == [True] * 10
    assert slack.asked.qsize() == 10


@pytest.mark.parametrize("told", [SIZE_LIMIT - 100, 0])
def test_files_are_read_as_long_as_all_together_are_not_too_long(
    slack: FileServer, knowledge: KnowledgeBase, told: int
) -> None:
    slack.content = LINE + b"\n" * (SIZE_LIMIT - 100 - len(LINE))
    assert found(slack, knowledge, *[file(f"{slack.url}/files/a", size=told)] * 2) == [True]
    assert slack.asked.qsize() == (1 if told else 2)


@pytest.mark.parametrize(("busy", "asked", "read"), [(2, 3, [True]), (3, 3, []), (0, 1, [True])])
def test_a_download_that_fails_is_tried_three_times(
    slack: FileServer, knowledge: KnowledgeBase, busy: int, asked: int, read: list[bool]
) -> None:
    slack.busy = busy
    assert found(slack, knowledge, file(f"{slack.url}/files/a")) == read
    assert slack.asked.qsize() == asked


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\x00" * 100, bytes(range(256)) * 10])
def test_no_content_makes_reading_raise(slack: FileServer, knowledge: KnowledgeBase, content: bytes) -> None:
    slack.content = content
    assert True not in found(slack, knowledge, file(f"{slack.url}/files/a"))
    assert True not in found(slack, knowledge, file(f"{slack.url}/files/a", name="a.eml", mimetype="message/rfc822"))


def test_after_the_deadline_nothing_is_asked_for(slack: FileServer, knowledge: KnowledgeBase) -> None:
    client = WebClient(token="xoxb-known", base_url=f"{slack.url}/api/")
    files = [file(""), file(f"{slack.url}/files/a")]
    assert list(answers_in(client, knowledge, files, team="T1", deadline=time.monotonic())) == []
    assert slack.asked.empty()


def test_a_server_that_does_not_answer_is_waited_for_until_the_deadline(
    slack: FileServer, knowledge: KnowledgeBase
) -> None:
    client = WebClient(token="xoxb-known", base_url=f"{slack.url}/api/")
    slack.pause_s, began = 2.0, time.monotonic()
    files = [file(f"{slack.url}/files/a")]
    assert list(answers_in(client, knowledge, files, team="T1", deadline=began + 0.2)) == []
    assert time.monotonic() - began < slack.pause_s


def test_a_server_that_is_gone_is_no_answer(slack: FileServer, knowledge: KnowledgeBase) -> None:
    client = WebClient(token="xoxb-known", base_url="http://127.0.0.1:9/api/")
    gone = [file("http://127.0.0.1:9/files/a")]
    assert list(answers_in(client, knowledge, gone, team="T1", deadline=deadline_from_now())) == []
    assert slack.asked.empty()
