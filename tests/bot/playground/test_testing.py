"""The helper for tests keeps its own promises."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot.playground.testing import Person, RefusedError, Served, serving

MAIL = "C04MAILSUPP"


def test_the_app_learns_its_port_before_it_is_built() -> None:
    ports: list[int] = []

    def app(port: int) -> Starlette:
        ports.append(port)
        return Starlette()

    with serving(app) as served:
        assert served.url == f"http://127.0.0.1:{ports[0]}"
        assert served.http.get("/").status_code == 404
    with pytest.raises(httpx.ConnectError):
        httpx.get(served.url)


def test_the_lifespan_runs_around_the_block() -> None:
    said: list[str] = []

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        said.append("up")
        yield
        said.append("down")

    with serving(lambda _port: Starlette(lifespan=lifespan)):
        said.append("block")
    assert said == ["up", "block", "down"]


def test_an_app_that_cannot_start_is_an_error() -> None:
    @asynccontextmanager
    async def broken(_app: Starlette) -> AsyncIterator[None]:
        raise OSError("no disk")
        yield

    with pytest.raises(RuntimeError, match="did not start"), serving(lambda _port: Starlette(lifespan=broken)):
        pass


def test_a_wait_that_is_in_vain_shows_what_was_there_instead(ana: Person) -> None:
    ana.says("#mail-support", "only this")
    with pytest.raises(TimeoutError, match="only this"):
        ana.waits_for(lambda _seen: None, timeout_s=0.2)


def test_a_person_sees_what_was_there_before(web: WebClient, served: Served) -> None:
    ts = web.chat_postMessage(channel=MAIL, text="earlier")["ts"]
    with served.person("sam") as sam:
        assert sam.sees().message(MAIL, ts).text == "earlier"


def test_a_reply_is_the_bots_and_younger(web: WebClient, ana: Person, wei: Person) -> None:
    root = ana.says("#mail-support", "root")
    web.chat_postMessage(channel=MAIL, text="first", thread_ts=root.ts)
    again = ana.says("#mail-support", "again", thread=root)
    wei.says("#mail-support", "me too", thread=root)
    web.chat_postMessage(channel=MAIL, text="second", thread_ts=root.ts)
    assert ana.waits_for_reply(root).text == "first"
    assert ana.waits_for_reply(again).text == "second"
    assert [m.text for m in ana.sees().replies(root)] == ["first", "again", "me too", "second"]


def test_names_that_are_not_there_are_errors(ana: Person) -> None:
    with pytest.raises(LookupError, match="no channel '#nowhere'"):
        ana.says("#nowhere", "x")
    message = ana.says("#mail-support", "no button")
    with pytest.raises(LookupError, match="no element 'more'"):
        ana.clicks(message, "more")
    with pytest.raises(RefusedError) as refused:
        ana.says("#mail-support", "")
    assert refused.value.error == "no_text"


def test_a_server_that_answers_nothing_of_the_playground_has_no_people() -> None:
    with serving(lambda _port: Starlette()) as served, pytest.raises(ValueError, match="Expecting value"):
        served.person("Ana")
