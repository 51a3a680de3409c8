"""What stands where something was taken out: short words in angle brackets, the same each time."""

from __future__ import annotations

__all__ = ["ADDRESS", "ANY", "IDENTIFIER", "KEY", "MESSAGE_BODY", "NAME", "PASSWORD", "PHONE", "SUBJECT", "TOKEN"]

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
