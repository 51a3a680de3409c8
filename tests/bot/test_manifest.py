"""The manifest asks Slack for exactly what the code registers and calls."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import listeners
from bot.app import create_app
from bot.settings import Settings
from knowledge.base import KnowledgeBase

ROOT = Path(__file__).parents[2]
MANIFEST: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text(encoding="utf-8"))
SCOPES: list[str] = MANIFEST["oauth_config"]["scopes"]["bot"]
SUBSCRIBED: list[str] = MANIFEST["settings"]["event_subscriptions"]["bot_events"]

SCOPES_OF_METHOD = {
    "auth_test": (),
    "chat_delete": ("chat:write",),
    "chat_getPermalink": (),
    "chat_postEphemeral": ("chat:write",),
    "chat_postMessage": ("chat:write",),
    "chat_update": ("chat:write",),
    "conversations_info": ("channels:read", "groups:read"),
    "conversations_history": ("channels:history", "groups:history", "im:history", "mpim:history"),
    "conversations_members": ("channels:read", "groups:read"),
    "conversations_replies": ("channels:history", "groups:history", "im:history", "mpim:history"),
    "files_info": ("files:read",),
    "files_upload_v2": ("files:write",),
    "usergroups_list": ("usergroups:read",),
    "usergroups_users_list": ("usergroups:read",),
    "users_info": ("users:read",),
    "views_open": (),
    "views_publish": (),
    "views_push": (),
    "views_update": (),
}
"""https://docs.slack.dev/reference/methods. Files are downloaded with the scope of `files.info`."""

SCOPES_OF_EVENT = {
    "app_home_opened": (),
    "app_mention": ("app_mentions:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "message.mpim": ("mpim:history",),
    "reaction_added": ("reactions:read",),
    "reaction_removed": ("reactions:read",),
}
"""https://docs.slack.dev/reference/events."""


class Recorder:
    """Stands where the app stands, and notes what the listeners register."""

    client = None

    def __init__(self) -> None:
        self.events: set[str] = set()
        self.commands: set[str] = set()
        self.shortcuts: set[str] = set()

    def event(self, constraint: str | dict[str, str]) -> Callable[..., None]:
        self.events.add(constraint if isinstance(constraint, str) else constraint["type"])
        return _ignore

    def command(self, name: str) -> Callable[..., None]:
        self.commands.add(name)
        return _ignore

    def shortcut(self, callback_id: str) -> Callable[..., None]:
        self.shortcuts.add(callback_id)
        return _ignore

    def view(self, _callback_id: str) -> Callable[..., None]:
        return _ignore

    def action(self, _constraint: object) -> Callable[..., None]:
        return _ignore

    def error(self, _handler: object) -> None:
        return None

    def use(self, _middleware: object) -> None:
        return None


def _ignore(*_listener: object, **_stages: object) -> None:
    """Take a listener."""


@pytest.fixture
def registered(knowledge: KnowledgeBase) -> Recorder:
    """What the listeners register."""
    recorder = Recorder()
    listeners.register(recorder, knowledge)  # type: ignore[arg-type]
    return recorder


def called_methods() -> set[str]:
    """The Web API methods that the code calls on a client."""
    bot, playground = ROOT / "bot", ROOT / "bot" / "playground"
    modules = [path for path in bot.rglob("*.py") if not path.is_relative_to(playground)]
    calls = [node for path in modules for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    return {
        node.func.attr
        for node in calls
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func.value).rpartition(".")[2] in {"client", "_client"}
    }


def test_every_method_that_is_called_is_known_here() -> None:
    assert called_methods() == set(SCOPES_OF_METHOD)


def test_the_scopes_are_those_that_methods_and_events_need(registered: Recorder) -> None:
    of_methods = {scope for method in called_methods() for scope in SCOPES_OF_METHOD[method]}
    of_events = {scope for event in SUBSCRIBED for scope in SCOPES_OF_EVENT[event]}
    of_commands = {"commands"} if registered.commands | registered.shortcuts else set()
    assert set(SCOPES) == of_methods | of_events | of_commands


def test_the_events_are_those_that_have_a_listener(registered: Recorder) -> None:
    assert {name.partition(".")[0] for name in SUBSCRIBED} == registered.events


def test_the_commands_and_shortcuts_are_those_that_have_a_listener(registered: Recorder) -> None:
    assert {one["command"] for one in MANIFEST["features"]["slash_commands"]} == registered.commands
    assert {one["callback_id"] for one in MANIFEST["features"]["shortcuts"]} == registered.shortcuts


def test_scopes_and_events_are_listed_in_order_and_once() -> None:
    for names in (SCOPES, SUBSCRIBED):
        assert names == sorted(set(names))


def test_the_manifest_keeps_slacks_limits() -> None:
    """https://docs.slack.dev/reference/app-manifest."""
    about, features = MANIFEST["display_information"], MANIFEST["features"]
    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert 174 <= len(about["long_description"]) <= 4_000
    assert all(len(one["name"]) <= 24 and len(one["description"]) <= 150 for one in features["shortcuts"])
    assert all(len(one["description"]) <= 2_000 for one in features["slash_commands"])


def test_the_app_is_made_without_asking_slack_anything(knowledge: KnowledgeBase) -> None:
    settings = Settings(slack_bot_token="xoxb-1", slack_signing_secret="s", slack_api_url="http://127.0.0.1:9/api/")
    assert create_app(settings, knowledge).client.base_url == "http://127.0.0.1:9/api/"
