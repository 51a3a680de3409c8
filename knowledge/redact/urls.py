"""Credentials in URLs: `smtp://jane:secret@smtp.example.com:587` (RFC 3986, section 3.2.1), signatures, webhooks."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.pattern import Pattern

__all__ = ["without_url_credentials", "without_url_keys"]

# People forget to encode the password: it may hold "@" and "/".
_AUTHORITY = Pattern(
    r""":// (?: (?P<user> [^\s"'<>/]{1,128} )
        | (?P<pair> [^\s"'<>/:@]{0,100} : (?! \d{1,5} [/?\#] ) [^\s"'<>]{1,128} ) ) @ (?= [\w\[] )"""
)

_KEY = Pattern(  # whoever has such a URL may use it: Slack, Discord, Teams; signed ones of Azure, Amazon and Google
    r"""(?P<before> hooks\.slack\.com/\w{1,20}/ | discord(?:app)?\.com/api/webhooks/ | webhook\.office\.com/\w{1,20}/
      | [?&] (?: sig | signature | x-(?:amz|goog)-signature ) = )
    [^\s"'<>&\#]{6,}""",
    re.IGNORECASE,
)


def without_url_credentials(line: str) -> str:
    """`line` without user names and passwords before the host of a URL."""
    return _AUTHORITY.compiled.sub(_credentials, line)


def _credentials(match: re.Match[str]) -> str:
    has_password = match["pair"] or ":" in match["user"]
    return f"://{marks.NAME}:{marks.PASSWORD}@" if has_password else f"://{marks.NAME}@"


def without_url_keys(line: str) -> str:
    """`line` without the parts of URLs that let anybody use them."""
    return _KEY.compiled.sub(rf"\g<before>{marks.KEY}", line)
