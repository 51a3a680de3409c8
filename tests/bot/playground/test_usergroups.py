"""User groups: who is in them, and whom a mention calls."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground.testing import Person, Served

MAIL = "C04MAILSUPP"
ANA, WEI, SAM = "U04ANA7QK2F", "U04WEI5XN8D", "U04SAM3BT6H"
REVIEWERS, ON_CALL = "S04REVIEWER", "S04ONCALL7X"


def groups(web: WebClient, **arguments: Any) -> dict[str, dict[str, Any]]:
    return {group["handle"]: group for group in web.usergroups_list(**arguments)["usergroups"]}


def test_groups_show_their_people_where_they_are_asked_for(web: WebClient) -> None:
    assert groups(web)["mail-oncall"]["id"] == ON_CALL
    assert "users" not in groups(web)["mail-oncall"]
    described = groups(web, include_users=True, include_count=True)["mail-reviewers"]
    assert (described["users"], described["user_count"]) == ([ANA, WEI], 2)
    assert web.usergroups_users_list(usergroup=REVIEWERS)["users"] == [ANA, WEI]


def test_a_disabled_group_is_as_good_as_gone_until_it_is_asked_for(web: WebClient, served: Served) -> None:
    served.switch(disabled_groups=["mail-oncall"])
    assert set(groups(web)) == {"mail-reviewers"}
    assert groups(web, include_disabled=True)["mail-oncall"]["date_delete"] > 0
    for usergroup in (ON_CALL, "S0NOBODY"):
        with pytest.raises(SlackApiError, match="no_such_subteam"):
            web.usergroups_users_list(usergroup=usergroup)
    assert web.usergroups_users_list(usergroup=ON_CALL, include_disabled=True)["users"] == [SAM]


def test_a_group_is_called_by_its_id_and_a_person_by_theirs(web: WebClient, ana: Person, served: Served) -> None:
    with served.person("Sam") as sam:
        web.chat_postMessage(channel=MAIL, text=f"<!subteam^{ON_CALL}> please, <@{WEI}> told me")
        assert sam.waits_for_ping().text.startswith("<!subteam^")
        assert ana.pings() == []


def test_what_is_shown_calls_and_plain_text_never_does(web: WebClient, ana: Person, wei: Person) -> None:
    def section(kind: str, text: str) -> list[dict[str, Any]]:
        return [{"type": "section", "text": {"type": kind, "text": text}}]

    web.chat_postMessage(channel=MAIL, text=f"<@{WEI}>", blocks=section("mrkdwn", f"<!subteam^{REVIEWERS}>"))
    web.chat_postMessage(channel=MAIL, text="-", blocks=section("plain_text", f"<@{ANA}>"))
    web.chat_postMessage(channel=MAIL, text=f"&lt;@{ANA}&gt;")
    web.chat_postEphemeral(channel=MAIL, user=ANA, text=f"<@{ANA}>")
    last = web.chat_postMessage(channel=MAIL, text="<!here>")["ts"]
    for person in (ana, wei):
        person.waits_for(lambda seen: seen.message(MAIL, last))
        assert [message.words[:9] for message in person.pings()] == ["<@U04WEI5", "<!here>"]


def test_a_disabled_group_calls_nobody(web: WebClient, served: Served) -> None:
    served.switch(disabled_groups=["mail-oncall"])
    with served.person("Sam") as sam:
        ts = web.chat_postMessage(channel=MAIL, text=f"<!subteam^{ON_CALL}>")["ts"]
        sam.waits_for(lambda seen: seen.message(MAIL, ts))
        assert sam.pings() == []


def test_people_have_a_time_zone_and_one_is_an_admin(web: WebClient) -> None:
    people = {user["name"]: user for user in web.users_list(include_locale=True)["members"]}
    assert [name for name, user in people.items() if user["is_admin"]] == ["ana"]
    assert (people["wei"]["tz"], people["wei"]["tz_offset"], people["wei"]["locale"]) == (
        "Asia/Shanghai",
        28_800,
        "zh-CN",
    )


def test_long_lists_come_in_pages(web: WebClient) -> None:
    first = web.conversations_members(channel=MAIL, limit=3)
    rest = web.conversations_members(channel=MAIL, limit=3, cursor=first["response_metadata"]["next_cursor"])
    assert len(first["members"]) == 3
    assert len(rest["members"]) == 1
    assert rest["response_metadata"]["next_cursor"] == ""
