"""What people do becomes the events that Slack sends."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.playground.testing import Person, RecordingBot, Served

MAIL, RANDOM, DIRECT = "C04MAILSUPP", "C04RANDOM42", "D04ANA7QK2F"
ANA, BOT = "U04ANA7QK2F", "U04POST9MSR"


def test_a_message_brings_text_and_rich_text(bot: RecordingBot, ana: Person) -> None:
    ana.says("#mail-support", "550 <bob@example.com>")
    event = bot.waits_for("message")[0].event
    assert event["text"] == "550 &lt;<mailto:bob@example.com|bob@example.com>&gt;"
    assert event["blocks"][0]["type"] == "rich_text"
    assert (event["user"], event["channel"], event["channel_type"]) == (ANA, MAIL, "channel")
    assert event["client_msg_id"]
    assert "thread_ts" not in event


def test_a_mention_brings_two_events_for_one_message(served: Served, bot: RecordingBot, ana: Person) -> None:
    ana.says("#mail-support", "@Postmaster 535 5.7.8")
    (mention,), (message,) = bot.waits_for("app_mention"), bot.waits_for("message")
    assert mention.event["ts"] == message.event["ts"]
    assert mention.event["text"] == message.event["text"] == f"<@{BOT}> 535 5.7.8"
    assert mention.json["event_id"] != message.json["event_id"]
    assert "channel_type" not in mention.event
    served.deliveries()
    assert len(bot.received) == 2


def test_a_mention_in_a_direct_message_is_only_a_message(served: Served, bot: RecordingBot, ana: Person) -> None:
    ana.says("bot", "@Postmaster 535 5.7.8")
    event = bot.waits_for("message")[0].event
    assert (event["channel"], event["channel_type"]) == (DIRECT, "im")
    served.deliveries()
    assert bot.named("app_mention") == []


def test_a_mention_where_the_bot_is_not_brings_slackbots_advice_instead(
    served: Served, bot: RecordingBot, ana: Person, wei: Person
) -> None:
    ana.says("#random", "@Postmaster 535 5.7.8")
    assert "/invite @Postmaster" in ana.waits_for_ephemeral().text
    wei.says("#random", "@Postmaster 535 5.7.8")
    assert "邀请" in wei.waits_for_ephemeral().text
    served.deliveries()
    assert bot.received == []


def test_a_reply_names_its_thread_and_whom_it_answers(bot: RecordingBot, ana: Person, wei: Person) -> None:
    root = ana.says("#mail-support", "root")
    wei.says("#mail-support", "reply", thread=root)
    reply = bot.waits_for("message", 2)[1].event
    assert (reply["thread_ts"], reply["parent_user_id"]) == (root.ts, ANA)


def test_an_edit_brings_the_message_before_and_after(bot: RecordingBot, ana: Person) -> None:
    message = ana.says("#mail-support", "before")
    ana.edits(message, "after")
    event = bot.waits_for("message.message_changed")[0].event
    assert (event["previous_message"]["text"], event["message"]["text"]) == ("before", "after")
    assert event["message"]["ts"] == message.ts
    assert event["message"]["edited"]["user"] == ANA
    assert event["message"]["blocks"][0]["elements"][0]["elements"] == [{"type": "text", "text": "after"}]
    assert event["hidden"]
    assert event["ts"] == event["event_ts"] > message.ts


def test_an_edit_that_changes_nothing_is_no_event(served: Served, bot: RecordingBot, ana: Person) -> None:
    message = ana.says("#mail-support", "same")
    ana.edits(message, "same")
    served.deliveries()
    assert bot.named("message.message_changed") == []


def test_editing_a_message_with_a_mention_mentions_again(bot: RecordingBot, ana: Person) -> None:
    message = ana.says("#mail-support", "535 5.7.8")
    ana.edits(message, "@Postmaster 535 5.7.8")
    mention = bot.waits_for("app_mention")[0].event
    assert mention["ts"] == message.ts
    assert mention["edited"]["user"] == ANA


def test_a_deleted_message_is_named_and_shown_for_the_last_time(bot: RecordingBot, ana: Person) -> None:
    message = ana.says("#mail-support", "gone")
    ana.deletes(message)
    event = bot.waits_for("message.message_deleted")[0].event
    assert event["deleted_ts"] == message.ts
    assert event["previous_message"]["text"] == "gone"
    assert event["hidden"]


def test_a_deleted_parent_leaves_a_tombstone_that_goes_with_the_last_reply(
    bot: RecordingBot, web: WebClient, ana: Person
) -> None:
    root = ana.says("#mail-support", "root")
    answer = web.chat_postMessage(channel=MAIL, text="answer", thread_ts=root.ts)
    ana.deletes(root)
    changed = bot.waits_for("message.message_changed")[0].event
    assert changed["previous_message"]["text"] == "root"
    assert changed["message"]["subtype"] == "tombstone"
    assert (changed["message"]["user"], changed["message"]["reply_count"]) == ("USLACKBOT", 1)
    assert ana.current(root) is None or ana.waits_for(lambda seen: seen.message(MAIL, root.ts).is_deleted)
    assert bot.named("message.message_deleted") == []
    web.chat_delete(channel=MAIL, ts=answer["ts"])
    reply, tombstone = bot.waits_for("message.message_deleted", 2)
    assert {reply.event["deleted_ts"], tombstone.event["deleted_ts"]} == {answer["ts"], root.ts}
    ana.waits_for(lambda seen: seen.message(MAIL, root.ts) is None)


def test_the_bots_own_messages_come_back_with_its_ids(bot: RecordingBot, web: WebClient) -> None:
    ts = web.chat_postMessage(channel=MAIL, text=f"<@{BOT}> says")["ts"]
    web.chat_update(channel=MAIL, ts=ts, text="changed")
    event = bot.waits_for("message")[0].event
    assert (event["user"], event["bot_id"], event["app_id"]) == (BOT, "B04POST9MSR", "A04POST9MSR")
    assert bot.waits_for("message.message_changed")[0].event["message"]["bot_id"] == "B04POST9MSR"
    assert bot.named("app_mention") == []


def test_reactions_come_with_every_skin_tone_and_their_time(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    ts = web.chat_postMessage(channel=MAIL, text="answer")["ts"]
    card = ana.waits_for(lambda seen: seen.message(MAIL, ts))
    for name in ("+1", "thumbsup::skin-tone-3", "👎"):
        ana.reacts(card, name)
    ana.unreacts(card, "+1")
    added = [request.event for request in bot.waits_for("reaction_added", 3)]
    assert sorted(event["reaction"] for event in added) == ["+1", "+1::skin-tone-3", "-1"]
    removed = bot.waits_for("reaction_removed")[0].event
    assert removed == {
        "type": "reaction_removed",
        "user": ANA,
        "reaction": "+1",
        "item": {"type": "message", "channel": MAIL, "ts": ts},
        "item_user": BOT,
        "event_ts": removed["event_ts"],
    }
    assert removed["event_ts"] > max(event["event_ts"] for event in added)


def test_a_reaction_put_twice_is_one_event(served: Served, bot: RecordingBot, ana: Person) -> None:
    message = ana.says("#mail-support", "hello")
    ana.reacts(message, "+1")
    ana.reacts(message, "+1")
    ana.unreacts(message, "-1")
    served.deliveries()
    assert len(bot.named("reaction_added")) == 1
    assert bot.named("reaction_removed") == []


def test_an_invited_bot_hears_that_it_joined_and_then_what_is_said(bot: RecordingBot, ana: Person) -> None:
    ana.invites_bot("#random")
    event = bot.waits_for("member_joined_channel")[0].event
    assert (event["user"], event["channel"], event["inviter"]) == (BOT, RANDOM, ANA)
    assert bot.waits_for("message.channel_join")[0].event["text"] == f"<@{BOT}> has joined the channel"
    ana.waits_for(lambda seen: seen.channels[RANDOM]["is_member"])
    ana.says("#random", "hello")
    assert bot.waits_for("message")[0].event["channel"] == RANDOM


def test_inviting_with_slacks_command_does_the_same(bot: RecordingBot, ana: Person) -> None:
    ana.runs("/invite", "@Postmaster", channel="#random")
    assert bot.waits_for("member_joined_channel")
    ana.invites_bot("#random")
    assert len(bot.named("member_joined_channel")) == 1


def test_looking_at_the_apps_home_brings_what_was_published(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    ana.opens_home("messages")
    ana.opens_home()
    empty = bot.waits_for("app_home_opened", 2)
    assert {request.event["tab"] for request in empty} == {"home", "messages"}
    assert all("view" not in request.event for request in empty)
    web.views_publish(user_id=ANA, view={"type": "home", "blocks": [{"type": "divider"}]})
    ana.waits_for(lambda seen: seen.home)
    ana.opens_home()
    event = bot.waits_for("app_home_opened", 3)[2].event
    assert (event["user"], event["channel"], event["view"]["type"]) == (ANA, DIRECT, "home")


def test_slackbots_welcome_after_a_reset_mentions_nobody(served: Served, bot: RecordingBot) -> None:
    served.http.post("/playground/reset", json={}).raise_for_status()
    served.deliveries()
    assert bot.named("app_mention") == []
