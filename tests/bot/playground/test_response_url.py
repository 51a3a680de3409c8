"""Response URLs answer without a token, five times within half an hour."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot.playground.refusals import ApiRefusal
from bot.playground.response_url import ResponseUrls
from bot.playground.testing import Person, RecordingBot, SeenMessage, Served

MAIL, RANDOM, ANA, BOT = "C04MAILSUPP", "C04RANDOM42", "U04ANA7QK2F", "U04POST9MSR"
BUTTON = [
    {
        "type": "actions",
        "elements": [{"type": "button", "action_id": "b", "text": {"type": "plain_text", "text": "B"}}],
    }
]


def after_command(bot: RecordingBot, person: Person, channel: str = "#mail-support") -> WebhookClient:
    person.runs("/smtp", channel=channel)
    return WebhookClient(bot.waits_for("/smtp")[0].form["response_url"])


def after_click(bot: RecordingBot, person: Person, message: SeenMessage) -> WebhookClient:
    person.clicks(message, "b")
    return WebhookClient(bot.waits_for("block_actions")[0].payload["response_url"])


def test_without_more_words_only_the_asker_sees_the_answer(bot: RecordingBot, ana: Person, wei: Person) -> None:
    answer = after_command(bot, ana).send(text="only you")
    assert (answer.status_code, answer.body) == (200, "ok")
    message = ana.waits_for_ephemeral()
    assert (message.text, message.user) == ("only you", BOT)
    assert wei.sees().message(MAIL, message.ts) is None


def test_in_channel_everybody_sees_it_even_where_the_bot_is_not(bot: RecordingBot, ana: Person, wei: Person) -> None:
    after_command(bot, ana, channel="#random").send(text="all", response_type="in_channel")
    wei.waits_for(lambda seen: any(m.text == "all" and m.channel == RANDOM and m.from_bot for m in seen.messages))


def test_an_ephemeral_message_can_be_replaced_and_deleted(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    web.chat_postEphemeral(channel=MAIL, user=ANA, text="first", blocks=BUTTON)
    message = ana.waits_for_ephemeral()
    url = after_click(bot, ana, message)
    url.send(text="second", replace_original=True)
    ana.waits_for(lambda seen: (shown := seen.message(MAIL, message.ts)) and shown.text == "second")
    url.send(delete_original=True)
    ana.waits_for(lambda seen: seen.message(MAIL, message.ts) is None)
    assert url.send(text="third", replace_original=True).body == "ok"
    assert ana.waits_for_ephemeral(after=message.ts).text == "third"


def test_a_message_for_all_can_be_replaced_and_deleted(
    bot: RecordingBot, web: WebClient, ana: Person, wei: Person
) -> None:
    ts = web.chat_postMessage(channel=MAIL, text="first", blocks=BUTTON)["ts"]
    url = after_click(bot, ana, ana.waits_for(lambda seen: seen.message(MAIL, ts)))
    url.send(text="second", replace_original=True)
    wei.waits_for(lambda seen: (shown := seen.message(MAIL, ts)) and shown.text == "second")
    assert bot.waits_for("message.message_changed")
    url.send(delete_original=True)
    wei.waits_for(lambda seen: seen.message(MAIL, ts) is None)


def test_an_answer_to_a_click_in_a_thread_stays_there(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    root = ana.says("#mail-support", "root")
    ts = web.chat_postMessage(channel=MAIL, text="first", blocks=BUTTON, thread_ts=root.ts)["ts"]
    after_click(bot, ana, ana.waits_for(lambda seen: seen.message(MAIL, ts))).send(text="psst")
    assert ana.waits_for_ephemeral().thread_ts == root.ts


def test_five_uses_and_no_sixth(bot: RecordingBot, ana: Person) -> None:
    url = after_command(bot, ana)
    assert [url.send(text=str(number)).status_code for number in range(6)] == [200] * 5 + [404]
    assert "used_url" in url.send(text="again").body


def test_half_an_hour_and_no_longer() -> None:
    now = 0.0
    urls = ResponseUrls("http://127.0.0.1:1", now=lambda: now)
    key = urls.issue(user=ANA, channel=MAIL).rpartition("/")[2]
    now = 30 * 60.0
    assert urls.use(key).user == ANA
    now += 1
    with pytest.raises(ApiRefusal, match="expired_url"):
        urls.use(key)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{", "invalid_payload"),
        (b"[]", "invalid_payload"),
        (b"{}", "no_text"),
        (b'{"text": ""}', "no_text"),
        (b'{"blocks": [{"type": "nothing"}]}', "unsupported type: nothing"),
    ],
)
def test_what_slack_would_refuse_is_refused(
    served: Served, bot: RecordingBot, ana: Person, body: bytes, words: str
) -> None:
    answer = served.http.post(after_command(bot, ana).url, content=body)
    assert answer.status_code == 400
    assert words in answer.text


def test_an_unknown_url_is_refused(served: Served) -> None:
    answer = served.http.post("/playground/response/nothing", json={"text": "x"})
    assert (answer.status_code, answer.json()["error"]) == (404, "expired_url")
