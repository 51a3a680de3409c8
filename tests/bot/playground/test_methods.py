"""What each method of the Web API does, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground.testing import Person

MAIL, INCIDENTS, RANDOM = "C04MAILSUPP", "C04INCIDENT", "C04RANDOM42"
ANA, WEI, BOT = "U04ANA7QK2F", "U04WEI5XN8D", "U04POST9MSR"


def refusal(call: Any, **arguments: Any) -> str:
    with pytest.raises(SlackApiError) as refused:
        call(**arguments)
    return refused.value.response["error"]


# chat


def test_a_posted_message_appears_with_its_blocks(web: WebClient, ana: Person) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*Answer*"}}]
    answer = web.chat_postMessage(channel=MAIL, text="fallback", blocks=blocks)
    shown = ana.waits_for(lambda seen: seen.message(MAIL, answer["ts"]))
    assert shown.from_bot
    assert "*Answer*" in shown.words
    assert answer["message"]["bot_id"] == "B04POST9MSR"


def test_a_reply_stands_in_its_thread_even_under_a_reply(web: WebClient, ana: Person) -> None:
    root = ana.says("#mail-support", "root")
    reply = ana.says("#mail-support", "reply", thread=root)
    answer = web.chat_postMessage(channel=MAIL, text="answer", thread_ts=reply.ts)
    assert answer["message"]["thread_ts"] == root.ts
    assert answer["message"]["parent_user_id"] == ANA


def test_a_message_can_go_to_a_user_or_a_name(web: WebClient) -> None:
    assert web.chat_postMessage(channel=ANA, text="hello")["channel"] == "D04ANA7QK2F"
    assert web.chat_postMessage(channel="#incidents", text="hello")["channel"] == INCIDENTS


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel": "C0NOWHERE", "text": "x"}, "channel_not_found"),
        ({"channel": RANDOM, "text": "x"}, "not_in_channel"),
        ({"channel": MAIL, "text": ""}, "no_text"),
        ({"channel": MAIL, "text": "  \n"}, "no_text"),
        ({"channel": MAIL, "text": "x", "thread_ts": "1.000000"}, "thread_not_found"),
        ({"channel": MAIL, "blocks": [{"type": "nothing"}]}, "invalid_blocks"),
        ({"channel": MAIL, "blocks": "{"}, "invalid_blocks_format"),
        ({"channel": MAIL, "blocks": {"type": "divider"}}, "invalid_blocks_format"),
        ({"channel": MAIL, "attachments": [1]}, "invalid_attachments"),
        ({"channel": MAIL, "attachments": [{}] * 101}, "too_many_attachments"),
        ({"channel": MAIL, "attachments": [{"blocks": [{"type": "nothing"}]}]}, "invalid_blocks"),
        ({"channel": MAIL, "text": "x", "metadata": {"event_type": "x"}}, "invalid_metadata_format"),
        ({"channel": MAIL, "text": "x", "username": "Somebody"}, "missing_scope"),
    ],
)
def test_a_post_that_slack_refuses_is_refused(web: WebClient, arguments: dict[str, Any], error: str) -> None:
    with pytest.raises(SlackApiError) as refused:
        web.api_call("chat.postMessage", json=arguments)
    assert refused.value.response["error"] == error


def test_refused_blocks_come_with_every_fault_and_its_place(web: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        web.chat_postMessage(channel=MAIL, text="x", blocks=[{"type": "header"}])
    fault = "missing required field: text [json-pointer:/blocks/0]"
    assert refused.value.response["errors"] == [fault]
    assert refused.value.response["response_metadata"]["messages"] == [f"[ERROR] {fault}"]


def test_nobody_replies_to_a_join(web: WebClient, ana: Person) -> None:
    ana.invites_bot("#random")
    joined = ana.waits_for(lambda seen: next((m for m in seen.messages if m.channel == RANDOM), None))
    assert refusal(web.chat_postMessage, channel=RANDOM, text="x", thread_ts=joined.ts) == "cannot_reply_to_message"


def test_an_endless_text_is_cut_and_slack_says_so(web: WebClient) -> None:
    answer = web.chat_postMessage(channel=MAIL, text="x" * 40_001)
    assert len(answer["message"]["text"]) == 40_000
    assert answer["response_metadata"]["warnings"] == ["message_truncated"]


def test_text_alone_takes_the_blocks_away_and_blocks_alone_keep_the_text(web: WebClient) -> None:
    divider = [{"type": "divider"}]
    ts = web.chat_postMessage(channel=MAIL, text="first", blocks=divider)["ts"]
    updated = web.api_call("chat.update", json={"channel": MAIL, "ts": ts, "blocks": divider})["message"]
    assert (updated["text"], updated["blocks"][0]["type"]) == ("first", "divider")
    assert "edited" not in updated
    updated = web.chat_update(channel=MAIL, ts=ts, text="second")["message"]
    assert updated["text"] == "second"
    assert "blocks" not in updated
    assert updated["edited"]["user"] == BOT


def test_updates_that_slack_refuses_are_refused(web: WebClient, ana: Person) -> None:
    theirs = ana.says("#mail-support", "mine")
    ts = web.chat_postMessage(channel=MAIL, text="first")["ts"]
    assert refusal(web.chat_update, channel=MAIL, ts=theirs.ts, text="x") == "cant_update_message"
    assert refusal(web.chat_update, channel=MAIL, ts="1.000000", text="x") == "message_not_found"
    assert refusal(web.chat_update, channel="C0NOWHERE", ts=ts, text="x") == "channel_not_found"
    assert refusal(web.api_call, api_method="chat.update", json={"channel": MAIL, "ts": ts}) == "no_text"
    assert refusal(web.chat_update, channel=MAIL, ts=ts, text="x" * 4001) == "msg_too_long"
    assert refusal(web.chat_update, channel=MAIL, ts=ts, text="x", blocks=[{"type": "nothing"}]) == "invalid_blocks"


def test_only_its_own_messages_can_the_bot_delete(web: WebClient, ana: Person) -> None:
    theirs = ana.says("#mail-support", "mine")
    ts = web.chat_postMessage(channel=MAIL, text="first")["ts"]
    ana.waits_for(lambda seen: seen.message(MAIL, ts))
    assert web.chat_delete(channel=MAIL, ts=ts)["ts"] == ts
    ana.waits_for(lambda seen: seen.message(MAIL, ts) is None)
    assert refusal(web.chat_delete, channel=MAIL, ts=ts) == "message_not_found"
    assert refusal(web.chat_delete, channel=MAIL, ts=theirs.ts) == "cant_delete_message"


def test_an_ephemeral_message_is_seen_by_one_person_only(web: WebClient, ana: Person, wei: Person) -> None:
    ts = web.chat_postEphemeral(channel=MAIL, user=ANA, text="psst")["message_ts"]
    assert ana.waits_for_ephemeral().ts == ts
    later = web.chat_postMessage(channel=MAIL, text="for all")["ts"]
    wei.waits_for(lambda seen: seen.message(MAIL, later))
    assert wei.sees().message(MAIL, ts) is None
    assert refusal(web.chat_update, channel=MAIL, ts=ts, text="x") == "message_not_found"


def test_ephemeral_messages_that_slack_refuses_are_refused(web: WebClient) -> None:
    assert refusal(web.chat_postEphemeral, channel=MAIL, user="U0NOBODY", text="x") == "user_not_found"
    assert refusal(web.chat_postEphemeral, channel=RANDOM, user=ANA, text="x") == "not_in_channel"
    assert refusal(web.chat_postEphemeral, channel="D04ANA7QK2F", user=WEI, text="x") == "user_not_in_channel"
    silent = {"channel": MAIL, "user": ANA, "text": ""}
    assert refusal(web.api_call, api_method="chat.postEphemeral", json=silent) == "no_text"
    assert refusal(web.chat_postEphemeral, channel=MAIL, user="", text="x") == "invalid_arguments"


def test_a_permalink_leads_to_the_message(web: WebClient, ana: Person) -> None:
    root = ana.says("#mail-support", "root")
    reply = ana.says("#mail-support", "reply", thread=root)
    link = web.chat_getPermalink(channel=MAIL, message_ts=reply.ts)["permalink"]
    assert link.endswith(f"/archives/{MAIL}/p{reply.ts.replace('.', '')}?thread_ts={root.ts}&cid={MAIL}")
    assert refusal(web.chat_getPermalink, channel=MAIL, message_ts="1.0") == "message_not_found"


# conversations


def test_channels_and_direct_messages_describe_themselves(web: WebClient) -> None:
    channel = web.conversations_info(channel=MAIL)["channel"]
    assert (channel["name"], channel["is_member"], channel["is_im"]) == ("mail-support", True, False)
    assert not web.conversations_info(channel=RANDOM)["channel"]["is_member"]
    direct = web.conversations_info(channel="D04ANA7QK2F")["channel"]
    assert (direct["is_im"], direct["user"]) == (True, ANA)
    assert BOT in web.conversations_members(channel=MAIL)["members"]
    assert refusal(web.conversations_info, channel="C0NOWHERE") == "channel_not_found"


def test_replies_begin_with_the_parent_whichever_message_is_named(web: WebClient, ana: Person) -> None:
    root = ana.says("#mail-support", "root")
    reply = ana.says("#mail-support", "reply", thread=root)
    for ts in (root.ts, reply.ts):
        messages = web.conversations_replies(channel=MAIL, ts=ts)["messages"]
        assert [message["text"] for message in messages] == ["root", "reply"]
    assert messages[0]["reply_count"] == 1
    assert messages[0]["reply_users"] == [ANA]
    assert "reply_count" not in messages[1]


def test_history_is_newest_first_without_replies_and_in_pages(web: WebClient, ana: Person) -> None:
    sent = [ana.says("#incidents", str(number)) for number in range(3)]
    ana.says("#incidents", "reply", thread=sent[0])
    first = web.conversations_history(channel=INCIDENTS, limit=2)
    assert [message["text"] for message in first["messages"]] == ["2", "1"]
    assert first["has_more"]
    rest = web.conversations_history(channel=INCIDENTS, limit=2, cursor=first["response_metadata"]["next_cursor"])
    assert [message["text"] for message in rest["messages"]] == ["0"]
    assert not rest["has_more"]


def test_history_can_be_bounded(web: WebClient, ana: Person) -> None:
    sent = [ana.says("#incidents", str(number)) for number in range(3)]
    between = web.conversations_history(channel=INCIDENTS, oldest=sent[0].ts, latest=sent[2].ts)["messages"]
    assert [message["text"] for message in between] == ["1"]
    exactly = web.conversations_history(
        channel=INCIDENTS, oldest=sent[0].ts, latest=sent[0].ts, inclusive=True, limit=1
    )["messages"]
    assert [message["text"] for message in exactly] == ["0"]


def test_reading_that_slack_refuses_is_refused(web: WebClient, ana: Person) -> None:
    sent = ana.says("#random", "secret")
    assert refusal(web.conversations_replies, channel=RANDOM, ts=sent.ts) == "not_in_channel"
    assert refusal(web.conversations_history, channel=RANDOM) == "not_in_channel"
    assert refusal(web.conversations_replies, channel=MAIL, ts="1.0") == "thread_not_found"
    assert refusal(web.conversations_history, channel=MAIL, limit="many") == "invalid_arguments"
    assert refusal(web.conversations_history, channel=MAIL, cursor="x") == "invalid_cursor"
    assert refusal(web.conversations_history, channel=MAIL, oldest="yesterday") == "invalid_ts_oldest"
    assert refusal(web.conversations_history, channel=MAIL, latest="tomorrow") == "invalid_ts_latest"


def test_a_direct_message_is_opened_by_user(web: WebClient) -> None:
    assert web.conversations_open(users=ANA)["channel"] == {"id": "D04ANA7QK2F"}
    assert web.conversations_open(users=[ANA], return_im=True)["channel"]["user"] == ANA
    assert web.conversations_open(channel="D04ANA7QK2F")["channel"]["id"] == "D04ANA7QK2F"
    assert refusal(web.conversations_open, users="U0NOBODY") == "user_not_found"
    assert refusal(web.conversations_open, users=BOT) == "cannot_dm_bot"
    assert refusal(web.conversations_open, users=[ANA, WEI]) == "method_not_supported_for_channel_type"
    assert refusal(web.conversations_open, users="") == "users_list_not_supplied"
    assert refusal(web.conversations_open, channel=MAIL) == "channel_not_found"


def test_the_bot_can_join_a_channel_once(web: WebClient) -> None:
    assert web.conversations_join(channel=RANDOM)["channel"]["is_member"]
    assert web.conversations_join(channel=RANDOM)["warning"] == "already_in_channel"
    assert refusal(web.conversations_join, channel="D04ANA7QK2F") == "method_not_supported_for_channel_type"
    assert refusal(web.conversations_join, channel="C0NOWHERE") == "channel_not_found"


# reactions


def test_reactions_come_and_go(web: WebClient, ana: Person) -> None:
    message = ana.says("#mail-support", "hello")
    place = {"channel": MAIL, "timestamp": message.ts}
    web.reactions_add(name="eyes", **place)
    assert refusal(web.reactions_add, name="eyes", **place) == "already_reacted"
    assert web.reactions_get(**place)["message"]["reactions"] == [{"name": "eyes", "users": [BOT], "count": 1}]
    ana.waits_for(lambda seen: (shown := seen.message(MAIL, message.ts)) and "eyes" in shown.reactions)
    web.reactions_remove(name="eyes", **place)
    assert refusal(web.reactions_remove, name="eyes", **place) == "no_reaction"
    assert "reactions" not in web.reactions_get(**place)["message"]


def test_reactions_that_slack_refuses_are_refused(web: WebClient, ana: Person) -> None:
    message, elsewhere = ana.says("#mail-support", "hello"), ana.says("#random", "hello")
    assert refusal(web.reactions_add, channel=MAIL, timestamp=message.ts, name="no such") == "invalid_name"
    assert refusal(web.reactions_add, channel=MAIL, timestamp="1.0", name="eyes") == "message_not_found"
    assert refusal(web.reactions_add, channel="C0NOWHERE", timestamp="1.0", name="eyes") == "channel_not_found"
    assert refusal(web.reactions_add, channel=RANDOM, timestamp=elsewhere.ts, name="eyes") == "not_in_channel"
    assert refusal(web.reactions_add, channel=MAIL, timestamp="", name="eyes") == "no_item_specified"
    for number in range(50):
        ana.reacts(message, f"emoji-{number}")
    assert refusal(web.reactions_add, channel=MAIL, timestamp=message.ts, name="eyes") == "too_many_emoji"


# people and files


def test_a_user_has_a_locale_where_it_is_asked_for(web: WebClient) -> None:
    assert web.users_info(user=WEI, include_locale=True)["user"]["locale"] == "zh-CN"
    assert "locale" not in web.users_info(user=WEI)["user"]
    assert refusal(web.users_info, user="U0NOBODY") == "user_not_found"


def test_the_bot_describes_itself(web: WebClient) -> None:
    assert web.bots_info(bot="B04POST9MSR")["bot"]["name"] == "Postmaster"
    assert refusal(web.bots_info, bot="B0OTHER") == "bot_not_found"


def test_a_file_is_visible_where_the_bot_is(web: WebClient, ana: Person) -> None:
    here = ana.uploads("#mail-support", "bounce.eml", b"Subject: failed").json["files"][0]
    there = ana.uploads("#random", "bounce.eml", b"Subject: failed").json["files"][0]
    assert web.files_info(file=here["id"])["file"]["mimetype"] == "message/rfc822"
    assert refusal(web.files_info, file=there["id"]) == "file_not_found"
    assert refusal(web.files_info, file="F0NOTHING") == "file_not_found"
