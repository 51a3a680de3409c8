"""A small app of the tests' own that uses what Slack offers an app: home, modals that change, menus, ephemerals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from slack_bolt import Ack, Respond

from tests.e2e.small_app import SmallApp

__all__ = ["PNG", "AppOfAll", "plain"]

MANIFEST = Path(__file__).parents[1] / "bot" / "playground" / "manifest.yml"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c6338616b0b000302015d3c7d5c520000000049454e44ae426082"
)
"""One pixel."""
ENTRIES = ("smtp-535-authentication-failed", "smtp-550-mailbox-unavailable", "smtp-421-too-many-connections")


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def option(value: str) -> dict[str, Any]:
    return {"text": plain(value), "value": value}


def button(action_id: str, text: str, **more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": plain(text), **more}


def asked(name: str, element: dict[str, Any], **more: Any) -> dict[str, Any]:
    element = {"action_id": name, **element}
    return {"type": "input", "block_id": name, "label": plain(name.title()), "element": element, **more}


def home(found: str = "") -> dict[str, Any]:
    rows = [
        {
            **mrkdwn(f"*{entry}*\nasked {number} times, nobody answered"),
            "accessory": {"type": "overflow", "action_id": "row", "options": [option("approve"), option("retire")]},
        }
        for number, entry in enumerate(ENTRIES * 6, start=1)
        if found in entry
    ]
    search = {"type": "plain_text_input", "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]}}
    tools = [
        button("new", "New proposal", style="primary"),
        {"type": "channels_select", "action_id": "where", "initial_channel": "C04MAILSUPP"},
    ]
    return {
        "type": "home",
        "blocks": [
            {"type": "header", "text": plain("Questions without an answer")},
            asked("search", search, dispatch_action=True),
            {"type": "actions", "block_id": "tools", "elements": tools},
            {"type": "divider"},
            *rows,
        ],
    }


def proposal(kind: str = "new") -> dict[str, Any]:
    kinds = {"type": "static_select", "options": [option("new"), option("existing")], "initial_option": option(kind)}
    entry = {"type": "external_select", "min_query_length": 2}
    people = {"type": "multi_users_select", "initial_users": ["U04WEI5XN8D"]}
    return {
        "type": "modal",
        "callback_id": "proposal",
        "title": plain("Proposal"),
        "submit": plain("Propose"),
        "blocks": [
            asked("cause", {"type": "plain_text_input", "multiline": True}),
            asked("kind", kinds, dispatch_action=True),
            *([asked("entry", entry)] if kind == "existing" else []),
            asked("channel", {"type": "conversations_select", "filter": {"include": ["public"]}}, optional=True),
            asked("readers", people, optional=True),
        ],
    }


class AppOfAll(SmallApp):
    """Serves all of it at a port, and keeps what was sent."""

    def __init__(self, port: int, heard: list[Any]) -> None:
        super().__init__(port, heard, manifest=MANIFEST)
        self.bolt.event("app_home_opened")(self.home)
        self.bolt.event("message")(lambda ack: ack())
        self.bolt.event("app_mention")(self.called)
        self.bolt.action("search")(self.searched)
        self.bolt.action("new")(self.proposing)
        self.bolt.action("kind")(self.kind_chosen)
        self.bolt.action("row")(self.row_chosen)
        self.bolt.action("ask")(self.asked_privately)
        self.bolt.action("answer")(self.answered)
        self.bolt.options("entry")(self.entries)
        self.bolt.view("proposal")(self.proposed)

    def home(self, event: dict[str, Any]) -> None:
        if event["tab"] == "home":
            self.client.views_publish(user_id=event["user"], view=home())

    def called(self, event: dict[str, Any]) -> None:
        """Answer in the thread with a picture, a call and a menu."""
        chart = self.client.files_upload_v2(filename="week.png", content=PNG)
        link = self.client.chat_getPermalink(channel=event["channel"], message_ts=event["ts"])["permalink"]
        blocks = [
            {
                **mrkdwn(f"<!subteam^S04ONCALL7X|@mail-oncall> please have a look at <{link}|the question>"),
                "accessory": {"type": "overflow", "action_id": "row", "options": [option("broken"), option("solved")]},
            },
            {"type": "image", "alt_text": "the week", "slack_file": {"id": chart["file"]["id"]}},
            {"type": "actions", "elements": [button("ask", "Ask me")]},
        ]
        self.client.chat_postMessage(channel=event["channel"], thread_ts=event["ts"], text="Look", blocks=blocks)

    def searched(self, ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()
        view = home(action["value"] or "")
        self.client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=view)

    def proposing(self, ack: Ack, body: dict[str, Any]) -> None:
        ack()
        self.client.views_open(trigger_id=body["trigger_id"], view=proposal())

    def kind_chosen(self, ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()
        view = proposal(action["selected_option"]["value"])
        self.client.views_update(view_id=body["view"]["id"], view=view)

    def entries(self, ack: Ack, payload: dict[str, Any]) -> None:
        ack(options=[option(entry) for entry in ENTRIES if payload["value"] in entry])

    def row_chosen(self, ack: Ack, action: dict[str, Any]) -> None:
        ack()
        self.heard.append(action["selected_option"]["value"])

    def asked_privately(self, ack: Ack, body: dict[str, Any]) -> None:
        ack()
        message = body["message"]
        buttons = {"type": "actions", "elements": [button("answer", "This one"), button("answer", "None")]}
        buttons["elements"][1]["action_id"] = "nothing"
        self.client.chat_postEphemeral(
            channel=body["channel"]["id"],
            user=body["user"]["id"],
            thread_ts=message.get("thread_ts") or message["ts"],
            text="Which one did it?",
            blocks=[mrkdwn("Which one did it?"), buttons],
        )

    def answered(self, ack: Ack, respond: Respond) -> None:
        ack()
        respond(replace_original=True, text="Thank you.")

    def proposed(self, ack: Ack, view: dict[str, Any]) -> None:
        values = view["state"]["values"]
        if len(values["cause"]["cause"]["value"]) < 5:
            ack(response_action="errors", errors={"cause": "Say a little more."})
            return
        self.heard.append(values)
        ack()
