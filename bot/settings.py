"""All configuration: the environment (and a `.env` file), checked once at the start."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.environment import (
    DATABASE_DEFAULT,
    DATABASE_VARIABLES,
    ENV_FILE,
    URL_VARIABLE,
    SettingsError,
    check_env_file,
    web_address,
)

__all__ = ["Mode", "Settings", "SettingsError", "load_settings"]


class Mode(StrEnum):
    """How Postmaster talks to Slack."""

    PLAYGROUND = "playground"
    """No Slack: a local workspace in the browser."""
    SOCKET = "socket"
    """Socket Mode: Postmaster connects to Slack, nobody needs to reach it."""
    HTTP = "http"
    """Slack sends its requests to `POST /slack/events`."""


class Settings(BaseSettings):
    """The environment variables of Postmaster; one that is empty counts as not set."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    database: Annotated[str, Field(validation_alias=AliasChoices(*DATABASE_VARIABLES))] = DATABASE_DEFAULT
    """POSTMASTER_DB, else DATABASE_URL: a SQLite file's path."""
    slack_bot_token: SecretStr | None = None
    """SLACK_BOT_TOKEN: the bot token of the installed app, `xoxb-…`."""
    slack_app_token: SecretStr | None = None
    """SLACK_APP_TOKEN: an app-level token with `connections:write`, `xapp-…`. Asks for Socket Mode."""
    slack_signing_secret: SecretStr | None = None
    """SLACK_SIGNING_SECRET: proves that a request comes from Slack. Asks for HTTP mode unless there is an app token."""
    slack_api_url: str = "https://slack.com/api/"
    """SLACK_API_URL: another Web API base, ending in `/api/`."""
    port: Annotated[int, Field(ge=0, le=65_535)] = 3_000
    """PORT: where pages, health and Slack's requests are served; 0 takes any free port."""
    host: str | None = None
    """HOST: the address to listen on. Not set: this machine only in playground mode, else all interfaces."""
    url: Annotated[str | None, Field(validation_alias=AliasChoices(URL_VARIABLE))] = None
    """POSTMASTER_URL: where people reach the pages; answers link to them there. The playground knows its own."""
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"], Field(validation_alias=AliasChoices("POSTMASTER_LOG_LEVEL"))
    ] = "INFO"
    """POSTMASTER_LOG_LEVEL: DEBUG, INFO, WARNING or ERROR."""

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("slack_api_url")
    @classmethod
    def _api_base(cls, url: str) -> str:
        base = url.rstrip("/") + "/"
        if not base.startswith(("https://", "http://")) or not base.endswith("/api/"):
            raise ValueError("must be a web address that ends in /api/")
        return base

    @field_validator("url")
    @classmethod
    def _whole_url(cls, url: str | None) -> str | None:
        return web_address(url) if url else None

    @property
    def mode(self) -> Mode:
        """What the Slack secrets that are set ask for.

        Raises:
            SettingsError: only half of what a mode needs is there, or a token is of the wrong kind.
        """
        bot, app = _value(self.slack_bot_token), _value(self.slack_app_token)
        _check_prefix("SLACK_BOT_TOKEN", bot, "xoxb-", "OAuth & Permissions > Bot User OAuth Token")
        _check_prefix("SLACK_APP_TOKEN", app, "xapp-", "Basic Information > App-Level Tokens")
        if bot and app:
            return Mode.SOCKET
        if bot and self.slack_signing_secret:
            return Mode.HTTP
        if bot:
            raise SettingsError(
                "SLACK_BOT_TOKEN is set without SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP): "
                "set one of them, or unset SLACK_BOT_TOKEN for the playground"
            )
        if app or self.slack_signing_secret:
            name = "SLACK_APP_TOKEN" if app else "SLACK_SIGNING_SECRET"
            raise SettingsError(f"{name} is set without SLACK_BOT_TOKEN: set it, or unset {name} for the playground")
        return Mode.PLAYGROUND

    @property
    def address(self) -> str:
        """The address to listen on."""
        return self.host or ("127.0.0.1" if self.mode is Mode.PLAYGROUND else "0.0.0.0")


def load_settings(*, port: int | None = None) -> Settings:
    """The settings that the environment asks for; `port` goes before PORT.

    Raises:
        SettingsError: a value is not usable, or the Slack secrets do not fit together.
    """
    check_env_file()
    try:
        settings = Settings() if port is None else Settings(port=port)
    except ValidationError as error:
        raise SettingsError("; ".join(map(_fault, error.errors()))) from None
    _ = settings.mode
    return settings


def _value(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


def _check_prefix(name: str, token: str, prefix: str, where: str) -> None:
    if token and not token.startswith(prefix):
        raise SettingsError(f"{name} must begin with {prefix}: copy it from your Slack app's page, {where}")


def _fault(error: ErrorDetails) -> str:
    """One line for a fault that pydantic found: the variable and what is wrong, never the value."""
    return f"{str(error['loc'][0]).upper()}: {error['msg'].removeprefix('Value error, ')}"
