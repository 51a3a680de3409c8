"""Identifiers that are made from people's data: Message-IDs, and the names that Exchange gives to mailboxes."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.pattern import Pattern

__all__ = ["without_directory_names", "without_message_identifiers"]

_FIELD = Pattern(  # RFC 5322, section 3.6.4, and how logs name it
    r"""\b (?: message-?id | msgid | in-reply-to | references ) \\{0,4} ["']? \s{0,4} [:=]? \s{0,4} (?: \\{0,4} ["'] )?
    (?: \s{0,4} < [^<>\s@]{1,300} @ [^<>\s]{1,200} > )+""",
    re.IGNORECASE,
)
_IDENTIFIER = Pattern(r"< [^<>\s@]+ (?P<host> @[^<>\s]+ ) >")
_DISTINGUISHED_NAME = Pattern(  # RFC 4514; of certificates those have an organisation or a country
    r"""(?P<before> \b CN \s? = \s? ) (?P<name> [^,=/\n"'.]{2,80} )
    (?= , \s? (?: OU | CN | DC ) \s? = (?! .{0,300} , \s? [OC] \s? = ) )""",
    re.IGNORECASE,
)
_DIRECTORY_NAME = Pattern(r"/o= [^/\n]{1,100} (?: / [a-z]{1,3} = [^/\n,;>\"'@]{1,100} ){1,8}", re.IGNORECASE)


def without_message_identifiers(line: str) -> str:
    """`line` with the left part of each Message-ID masked; the right part names the host that gave it."""
    return _FIELD.compiled.sub(_field, line)


def _field(match: re.Match[str]) -> str:
    return _IDENTIFIER.compiled.sub(rf"{marks.IDENTIFIER}\g<host>", match.group())


def without_directory_names(line: str) -> str:
    """`line` without names in directories: `/o=…/ou=…/cn=Recipients/cn=jane`, `CN=Jane Doe,OU=…`."""
    line = _DISTINGUISHED_NAME.compiled.sub(rf"\g<before>{marks.NAME}", line)
    return _DIRECTORY_NAME.compiled.sub(_directory_name, line)


def _directory_name(match: re.Match[str]) -> str:
    """A certificate's subject is written the same way, but is no recipient."""
    return marks.ADDRESS if "/cn=recipients" in match.group().lower() else match.group()
