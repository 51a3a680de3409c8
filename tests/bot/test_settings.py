"""The environment is checked once, and what is wrong with it is one line without a secret in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.environment import database, public_url
from bot.settings import Mode, SettingsError, load_settings

BOT, APP, SECRET = "xoxb-1-secret", "xapp-1-secret", "0123456789abcdef"


def fault(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    """What is said about an environment with `variables`."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        load_settings()
    return str(raised.value)


@pytest.mark.parametrize(
    ("variables", "mode", "address"),
    [
        ({}, Mode.PLAYGROUND, "127.0.0.1"),
        ({"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": ""}, Mode.PLAYGROUND, "127.0.0.1"),
        ({"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}, Mode.SOCKET, "0.0.0.0"),
        ({"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP, "SLACK_SIGNING_SECRET": SECRET}, Mode.SOCKET, "0.0.0.0"),
        ({"SLACK_BOT_TOKEN": BOT, "SLACK_SIGNING_SECRET": SECRET}, Mode.HTTP, "0.0.0.0"),
        ({"SLACK_BOT_TOKEN": BOT, "SLACK_SIGNING_SECRET": SECRET, "HOST": "::1"}, Mode.HTTP, "::1"),
    ],
)
def test_the_secrets_that_are_set_decide_the_mode(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], mode: Mode, address: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert (settings.mode, settings.address) == (mode, address)


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"SLACK_BOT_TOKEN": BOT}, "SLACK_BOT_TOKEN is set without SLACK_APP_TOKEN"),
        ({"SLACK_APP_TOKEN": APP}, "SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN"),
        ({"SLACK_SIGNING_SECRET": SECRET}, "SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN"),
        ({"SLACK_BOT_TOKEN": APP, "SLACK_APP_TOKEN": APP}, "SLACK_BOT_TOKEN must begin with xoxb-"),
        ({"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": BOT}, "SLACK_APP_TOKEN must begin with xapp-"),
        ({"PORT": "many"}, "PORT: "),
        ({"PORT": "70000"}, "PORT: "),
        ({"SLACK_API_URL": "ftp://slack.example/api/"}, "SLACK_API_URL: must be a web address that ends in /api/"),
        ({"SLACK_API_URL": "https://slack.example/"}, "SLACK_API_URL: must be a web address that ends in /api/"),
        ({"POSTMASTER_URL": "postmaster.example.com"}, "POSTMASTER_URL: must be a web address such as https://"),
        ({"POSTMASTER_URL": "https://jane:x@example.com"}, "POSTMASTER_URL: must be a web address such as https://"),
        ({"POSTMASTER_URL": "javascript://example.com"}, "POSTMASTER_URL: must be a web address such as https://"),
        ({"POSTMASTER_LOG_LEVEL": "LOUD"}, "POSTMASTER_LOG_LEVEL: "),
    ],
)
def test_what_does_not_fit_is_said_in_one_line_without_the_secret(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str
) -> None:
    line = fault(monkeypatch, **variables)
    assert line.startswith(said)
    assert "\n" not in line
    assert not any(secret in line for secret in (BOT, APP, SECRET))


def test_without_an_environment_the_usual_places_are_used() -> None:
    settings = load_settings()
    assert (settings.port, settings.database, settings.log_level) == (3000, "postmaster.db", "INFO")
    assert settings.slack_api_url == "https://slack.com/api/"


def test_a_port_given_by_hand_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "4000")
    assert load_settings().port == 4000
    assert load_settings(port=5000).port == 5000


def test_the_database_is_named_by_its_own_variable_or_by_the_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "host.db")
    assert (database(), load_settings().database) == ("host.db", "host.db")
    monkeypatch.setenv("POSTMASTER_DB", "own.db")
    assert (database(), load_settings().database) == ("own.db", "own.db")


def test_the_database_can_be_found_though_slack_is_set_up_wrongly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", BOT)
    assert database() == "postmaster.db"


def test_a_dot_env_file_counts_as_environment(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"SLACK_BOT_TOKEN={BOT}\nSLACK_APP_TOKEN={APP}\nOTHER=1\n", encoding="utf-8")
    assert load_settings().mode is Mode.SOCKET


def test_an_api_address_without_its_last_slash_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_API_URL", "https://slack.example/api")
    assert load_settings().slack_api_url == "https://slack.example/api/"


def test_the_address_of_the_pages_ends_without_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (public_url(), load_settings().url) == ("", None)
    for given in ("https://help.example.com/mail", "https://help.example.com/mail/"):
        monkeypatch.setenv("POSTMASTER_URL", given)
        assert public_url() == load_settings().url == "https://help.example.com/mail"


def test_an_address_that_is_none_is_one_clear_line_for_the_command_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTMASTER_URL", "help")
    with pytest.raises(SettingsError, match=r"^POSTMASTER_URL: must be a web address such as https://\S+$"):
        public_url()


def test_printing_the_settings_shows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", BOT)
    monkeypatch.setenv("SLACK_APP_TOKEN", APP)
    assert "secret" not in repr(load_settings()).replace("slack_signing_secret", "").replace("SecretStr", "")


def test_the_database_stands_in_the_env_file_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("POSTMASTER_DB=file.db\n", encoding="utf-8")
    assert (database(), load_settings().database) == ("file.db", "file.db")


def test_an_env_file_that_is_no_text_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00")
    for read in (database, load_settings):
        with pytest.raises(SettingsError, match=r"^\.env is not UTF-8 text; save it as such, or remove it$"):
            read()
