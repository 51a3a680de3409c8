"""What the app's manifest grants and declares: scopes, events, commands and shortcuts.

Source: https://docs.slack.dev/reference/app-manifest
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

__all__ = ["Command", "Manifest", "Shortcut", "read_manifest"]


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command of the app."""

    command: str
    description: str
    usage_hint: str
    should_escape: bool
    """Whether its text arrives like that of a message: mentions as `<@U…>`, links marked, entities escaped."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A message shortcut of the app."""

    callback_id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts of a manifest that Slack acts on while the app runs."""

    bot_name: str
    scopes: frozenset[str]
    bot_events: frozenset[str]
    commands: tuple[Command, ...]
    shortcuts: tuple[Shortcut, ...]


def read_manifest(path: Path) -> Manifest:
    """The manifest in the YAML file `path`.

    Raises:
        ValueError: the file is not a manifest; the text says what is missing.
    """
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        features, settings = data.get("features", {}), data.get("settings", {})
        return Manifest(
            bot_name=features["bot_user"]["display_name"],
            scopes=frozenset(data["oauth_config"]["scopes"]["bot"]),
            bot_events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
            commands=tuple(_command(command) for command in features.get("slash_commands", ())),
            shortcuts=tuple(
                Shortcut(shortcut["callback_id"], shortcut["name"], shortcut["type"])
                for shortcut in features.get("shortcuts", ())
            ),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(
            f"{path}: not a complete Slack app manifest: {error} is missing or of the wrong kind"
        ) from None


def _command(data: dict[str, object]) -> Command:
    return Command(
        command=str(data["command"]),
        description=str(data["description"]),
        usage_hint=str(data.get("usage_hint", "")),
        should_escape=bool(data.get("should_escape", False)),
    )
