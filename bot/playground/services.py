"""The parts that a running playground is made of, handed to everything that answers a request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.playground.app_uploads import AppUploads
from bot.playground.delivery import Deliverer
from bot.playground.input_state import InputState
from bot.playground.manifest import Manifest
from bot.playground.response_url import ResponseUrls
from bot.playground.state import Workspace
from bot.playground.switches import Switches
from bot.playground.triggers import Triggers

__all__ = ["Services"]


@dataclass(frozen=True, slots=True)
class Services:
    """One of each."""

    workspace: Workspace
    manifest: Manifest
    deliverer: Deliverer
    switches: Switches
    triggers: Triggers
    response_urls: ResponseUrls
    inputs: InputState
    uploads: AppUploads
    base_url: str
    """Scheme, host and port under which people and the bot reach the playground, without a slash at the end."""
    bot_token: str
    pages: Mapping[str, str]
    """Where the app has web pages of its own on the same port, by language; none: it has none."""
