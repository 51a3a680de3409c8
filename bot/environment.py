"""Where the database is: all that a command without Slack needs to know, read without the whole of the settings.

Importing pydantic-settings takes a tenth of the time in which `postmaster lookup` answers.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from knowledge.errors import KnowledgeError

__all__ = ["DATABASE_DEFAULT", "DATABASE_VARIABLES", "ENV_FILE", "SettingsError", "check_env_file", "database"]

ENV_FILE = ".env"
DATABASE_VARIABLES = ("POSTMASTER_DB", "DATABASE_URL")
"""The first that is set counts."""
DATABASE_DEFAULT = "postmaster.db"


class SettingsError(KnowledgeError):
    """The environment does not fit together; the text is one line: what is wrong and what to do."""


def database() -> str:
    """Where the database is: a file's path or a URL.

    Raises:
        SettingsError: the file `.env` cannot be read.
    """
    check_env_file()
    sources = (os.environ, _env_file())
    given = (source.get(name) for source in sources for name in DATABASE_VARIABLES)
    return next((value for value in given if value), DATABASE_DEFAULT)


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


def _env_file() -> Mapping[str, str | None]:
    if not Path(ENV_FILE).is_file():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415 - most have no such file

    return dotenv_values(ENV_FILE)
