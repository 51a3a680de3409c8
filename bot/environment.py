"""Where the database and the pages are: what commands without Slack need, read without the whole of the settings.

Importing pydantic-settings takes a tenth of the time in which `postmaster lookup` answers.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from knowledge.errors import KnowledgeError

__all__ = [
    "DATABASE_DEFAULT",
    "DATABASE_VARIABLES",
    "ENV_FILE",
    "URL_VARIABLE",
    "SettingsError",
    "check_env_file",
    "database",
    "public_url",
    "web_address",
]

ENV_FILE = ".env"
DATABASE_VARIABLES = ("POSTMASTER_DB", "DATABASE_URL")
"""The first that is set counts."""
DATABASE_DEFAULT = "postmaster.db"
URL_VARIABLE = "POSTMASTER_URL"
_WEB_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9.\-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~\-]+)*|https?://\[[0-9A-Fa-f:]+\](?::\d{1,5})?"
)


class SettingsError(KnowledgeError):
    """The environment does not fit together; the text is one line: what is wrong and what to do."""


def database() -> str:
    """Where the database is: a file's path or a URL.

    Raises:
        SettingsError: the file `.env` cannot be read.
    """
    return _variable(*DATABASE_VARIABLES) or DATABASE_DEFAULT


def public_url() -> str:
    """Where people reach the pages, without a slash at the end; empty if nobody said.

    Raises:
        SettingsError: the file `.env` cannot be read, or what it or the environment says is no web address.
    """
    try:
        given = _variable(URL_VARIABLE)
        return web_address(given) if given else ""
    except ValueError as error:
        raise SettingsError(f"{URL_VARIABLE}: {error}") from None


def web_address(given: str) -> str:
    """`given` without a slash at the end.

    Raises:
        ValueError: it is no web address to which paths can be added.
    """
    url = given.strip().rstrip("/")
    if not _WEB_ADDRESS.fullmatch(url):
        raise ValueError("must be a web address such as https://postmaster.example.com")
    return url


def check_env_file() -> None:
    """Make sure that the file `.env`, if there is one, can be read.

    Raises:
        SettingsError: it is not UTF-8 text, or cannot be opened.
    """
    try:
        if Path(ENV_FILE).is_file():
            Path(ENV_FILE).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise SettingsError(f"{ENV_FILE} is not UTF-8 text; save it as such, or remove it") from None
    except OSError as error:
        raise SettingsError(f"{ENV_FILE} cannot be read ({error.strerror}); mend its rights, or remove it") from None


def _variable(*names: str) -> str | None:
    """What the first of `names` that is set says: in the environment, else in the file `.env`."""
    check_env_file()
    given = (source.get(name) for source in (os.environ, _env_file()) for name in names)
    return next((value for value in given if value), None)


def _env_file() -> Mapping[str, str | None]:
    if not Path(ENV_FILE).is_file():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415 - most have no such file

    return dotenv_values(ENV_FILE)
