"""What a workspace and its channels set in Slack, and what holds then."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground.testing import Person, SeenMessage, Served
from knowledge.base import KnowledgeBase
from knowledge.model import Language
from knowledge.preferences import ChannelPreferences, Listening, Preferences, Reviewers, Teachers
from knowledge.services.preferences import PreferenceBook

TEAM, MAIL, INCIDENTS = "T04NORTHWND", "C04MAILSUPP", "C04INCIDENT"
ANA, WEI, SAM = "U04ANA7QK2F", "U04WEI5XN8D", "U04SAM3BT6H"
REVIEWERS, ON_CALL = "S04REVIEWER", "S04ONCALL7X"
PASTE = "535 5.7.8 Error: authentication failed: authentication failure"


def own_messages(person: Person, channel: str) -> list[SeenMessage]:
    place = person.channel_id(channel)
    return [message for message in person.sees().messages if message.channel == place and message.from_bot]


def chosen(view: dict[str, Any], field: str, value: str) -> dict[str, Any]:
    """What a menu of `view` holds once somebody chose `value`."""
    elements = [block["element"] for block in view["blocks"] if "element" in block]
    menu = next(element for element in elements if element["action_id"] == field)
    option = next(one for one in menu["options"] if one["value"] == value)
    return {field: {"type": "static_select", "selected_option": option}}


def typed(field: str, value: str) -> dict[str, Any]:
    return {field: {"type": "plain_text_input", "value": value}}


def in_channel(field: str, channel: str) -> dict[str, Any]:
    return {field: {"type": "conversations_select", "selected_conversation": channel}}


def words_of(view: dict[str, Any]) -> str:
    return str(view["blocks"])


def now_in(knowledge: KnowledgeBase) -> PreferenceBook:
    """What any other process sees a second later."""
    return knowledge.published(knowledge.site).preferences


def opened(person: Person, channel: str = "#mail-support") -> dict[str, Any]:
    person.runs("/smtp", "settings", channel=channel)
    return person.waits_for_view()


def test_everybody_can_set_what_holds_in_a_channel_until_there_are_reviewers(
    sam: Person, knowledge: KnowledgeBase
) -> None:
    view = opened(sam)
    wanted = chosen(view, "settings_listening", "mention") | chosen(view, "settings_teachers", "reviewers")
    assert sam.submits(view, wanted | chosen(view, "settings_channel_language", "zh")) == {}
    expected = ChannelPreferences(listening=Listening.MENTION, language=Language.ZH, teachers=Teachers.REVIEWERS)
    assert now_in(knowledge).channel(TEAM, MAIL) == expected
    in_their_zone = Preferences(time_zone="Atlantic/Reykjavik")  # that of who saves first, until somebody sets another
    assert now_in(knowledge).workspace(TEAM) == in_their_zone


def test_another_channel_shows_its_own_settings_and_keeps_what_was_typed_below(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    knowledge.preferences.set_channel(TEAM, INCIDENTS, ChannelPreferences(listening=Listening.OFF), by=SAM)
    view = opened(ana, channel="bot")  # which has no settings of its own
    ana.clicks(view, "settings_channel", selected_conversation=INCIDENTS, entered=typed("settings_reminder", "48"))
    turned = ana.waits_for(lambda seen: next((v for v in seen.views if f"<@{SAM}>" in words_of(v)), None))
    assert is_off(turned)
    ana.submits(turned, chosen(turned, "settings_listening", "listen"))
    assert now_in(knowledge).channel(TEAM, INCIDENTS).listening is Listening.LISTEN
    assert now_in(knowledge).channel(TEAM, MAIL) == ChannelPreferences()
    assert now_in(knowledge).workspace(TEAM).reminder_hours == 48


def is_off(view: dict[str, Any]) -> bool:
    elements = [block["element"] for block in view["blocks"] if "element" in block]
    listening = next(element for element in elements if element["action_id"] == "settings_listening")
    return bool(listening["initial_option"]["value"] == "off")


def test_the_whole_workspace_is_set_at_once(ana: Person, knowledge: KnowledgeBase) -> None:
    view = opened(ana)
    box = next(b["element"] for b in view["blocks"] if b.get("block_id") == "settings_self_approval")
    values = (
        chosen(view, "settings_reviewers", REVIEWERS)
        | {"settings_self_approval": {"type": "checkboxes", "selected_options": box["options"]}}
        | chosen(view, "settings_on_call", ON_CALL)
        | typed("settings_reminder", "0")
        | in_channel("settings_digest_channel", INCIDENTS)
        | chosen(view, "settings_weekday", "4")
        | chosen(view, "settings_hour", "17")
        | typed("settings_time_zone", "Asia/Shanghai")
        | chosen(view, "settings_language", "zh")
    )
    assert ana.submits(view, values) == {}
    assert now_in(knowledge).workspace(TEAM) == Preferences(
        reviewers=Reviewers(kind="group", id=REVIEWERS),
        self_approval=True,
        on_call=ON_CALL,
        reminder_hours=0,
        digest_channel=INCIDENTS,
        digest_weekday=4,
        digest_hour=17,
        time_zone="Asia/Shanghai",
        language=Language.ZH,
    )
    again = opened(ana)
    assert f"<@{ANA}>" in words_of(again)


def test_what_is_wrong_stands_under_its_field_in_the_persons_language_and_nothing_changes(
    wei: Person, knowledge: KnowledgeBase
) -> None:
    view = opened(wei)
    assert "整个工作区" in words_of(view)
    values = chosen(view, "settings_reviewers", "members") | typed("settings_time_zone", "Europe/Berln")
    answer = wei.submits(view, values | in_channel("settings_digest_channel", "C04RANDOM42"))
    assert answer["errors"] == {
        "settings_review_channel": "请选择由哪个频道的成员审核。",
        "settings_time_zone": "没有这个时区。您是指 Europe/Berlin 吗？",
    }
    values = chosen(view, "settings_reviewers", "everybody") | typed("settings_time_zone", "UTC")
    answer = wei.submits(view, values | in_channel("settings_digest_channel", "C04RANDOM42"))
    assert set(answer["errors"]) == {"settings_digest_channel"}
    assert now_in(knowledge).workspace(TEAM) == Preferences()


@pytest.mark.parametrize("gone", [False, True])
def test_who_may_not_set_is_told_so_and_sees_no_settings(
    sam: Person, served: Served, knowledge: KnowledgeBase, *, gone: bool
) -> None:
    reviewers = Reviewers(kind="group", id="S04NOWHERE0" if gone else REVIEWERS)
    knowledge.preferences.set_workspace(TEAM, Preferences(reviewers=reviewers), by=ANA)
    sam.runs("/smtp", "settings")
    told = sam.waits_for_ephemeral().text
    assert told.startswith("The group or channel that reviews does not exist" if gone else "Only reviewers and the")
    served.deliveries()
    assert sam.sees().views == ()


def test_a_modal_that_was_open_saves_nothing_for_who_may_not_any_more(
    ana: Person, sam: Person, knowledge: KnowledgeBase
) -> None:
    view, anas = opened(sam), opened(ana)
    ana.submits(anas, chosen(anas, "settings_reviewers", REVIEWERS))
    sam.submits(view, typed("settings_reminder", "1"))
    sam.waits_for(lambda seen: "Only reviewers" in words_of(seen.views[-1]))
    saved = now_in(knowledge).workspace(TEAM)
    assert (saved.reviewers, saved.reminder_hours) == (Reviewers(kind="group", id=REVIEWERS), 24)


def test_where_postmaster_is_off_it_says_nothing_to_anybody_but_who_asks(
    ana: Person, sam: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    knowledge.preferences.set_channel(TEAM, MAIL, ChannelPreferences(listening=Listening.OFF), by=ANA)
    message = ana.says("#mail-support", PASTE)
    ana.edits(message, f"{PASTE}!")
    ana.says("#mail-support", f"@Postmaster {PASTE}")
    assert ana.waits_for_ephemeral().text.startswith("I am switched off in this channel")
    sam.uses_shortcut(message, "look_up_error")
    assert sam.waits_for_ephemeral().text.startswith("I am switched off in this channel")
    sam.runs("/smtp", PASTE)
    private = sam.waits_for(lambda seen: next((m for m in seen.messages if "Share in channel" in m.words), None))
    sam.clicks(private, "share")
    sam.waits_for(lambda seen: [m for m in seen.messages if "switched off" in m.text][1:])
    served.deliveries()
    assert own_messages(ana, "#mail-support") == [m for m in own_messages(ana, "#mail-support") if m.is_ephemeral]
    assert knowledge.by_paste(message_place(message)) is None


def message_place(message: SeenMessage) -> Any:
    return (TEAM, message.channel, message.ts)


def test_a_channels_language_goes_before_everybodys_own(ana: Person, knowledge: KnowledgeBase) -> None:
    knowledge.preferences.set_channel(TEAM, MAIL, ChannelPreferences(language=Language.ZH), by=ANA)
    assert "解决率" in ana.waits_for_reply(ana.says("#mail-support", PASTE)).words
    assert "Fix rate" in ana.waits_for_reply(ana.says("#incidents", PASTE)).words


def test_where_it_only_answers_when_asked_it_overhears_nothing(
    ana: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    knowledge.preferences.set_channel(TEAM, MAIL, ChannelPreferences(listening=Listening.MENTION), by=ANA)
    message = ana.says("#mail-support", PASTE)
    served.deliveries()
    assert own_messages(ana, "#mail-support") == []
    ana.says("#mail-support", "@Postmaster", thread=message)
    assert "Fix rate" in ana.waits_for_reply(message).words
