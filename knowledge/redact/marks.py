"""What stands where something was taken out: short words in angle brackets, the same each time."""

from __future__ import annotations

import re
from collections import Counter

__all__ = [
    "ADDRESS",
    "ANY",
    "IDENTIFIER",
    "KEY",
    "MESSAGE_BODY",
    "NAME",
    "PASSWORD",
    "PHONE",
    "SUBJECT",
    "TOKEN",
    "counted",
]

ADDRESS = "<address>"
IDENTIFIER = "<id>"
KEY = "<key>"
MESSAGE_BODY = "<message body>"
NAME = "<name>"
PASSWORD = "<password>"  # noqa: S105 - what stands in a password's place
PHONE = "<phone>"
SUBJECT = "<subject>"
TOKEN = "<token>"  # noqa: S105 - what stands in a token's place

ANY = r"<(?:address|id|key|message\ body|name|password|phone|subject|token)>"
"""Pattern of any mark, also within verbose patterns."""


def counted(text: str) -> Counter[str]:
    """How often each mark stands in `text`."""
    return Counter(re.findall(ANY, text))
