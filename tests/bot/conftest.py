"""What tests of the bot need: an environment without a word about Slack."""

from __future__ import annotations

from pathlib import Path

import pytest

VARIABLES = (
    "DATABASE_URL",
    "HOST",
    "PORT",
    "POSTMASTER_DB",
    "POSTMASTER_LOG_LEVEL",
    "POSTMASTER_URL",
    "SLACK_API_URL",
    "SLACK_APP_TOKEN",
    "SLACK_BOT_TOKEN",
    "SLACK_SIGNING_SECRET",
)


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable of whoever runs the tests, and no `.env` file of theirs, reaches a test."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
