"""Credentials in HTTP header fields: `Authorization: …`, `Bearer …`, `Cookie: …`."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.base64_text import BASE64, is_encoded_text
from knowledge.redact.pattern import Pattern
from knowledge.redact.words import begins_a_sentence, is_secret

__all__ = ["without_authorization", "without_cookies"]

_AUTHORIZATION = Pattern(  # RFC 9110, section 11.6.2
    r"""(?P<before> \b authorization \\{0,4} ["']? \s? [:=] \s? (?: \\{0,4} ["'] )?
        (?: (?: bearer | basic | digest | token | negotiate | ntlm | aws4-hmac-sha256 ) \s )? )
    (?P<value> [^\n"'\\]{4,} )""",
    re.IGNORECASE,
)
_BEARER = Pattern(
    r"(?P<before> \b bearer \s ) (?= \S{0,80} \d ) [\w.~+/=-]{8,}", re.IGNORECASE
)  # RFC 6750, section 2.1
_BASIC = Pattern(rf"(?P<before> \b basic \s ) (?P<value> {BASE64} )", re.IGNORECASE)  # RFC 7617
_COOKIE = Pattern(  # RFC 6265
    r"""(?P<before> \b cookie2? \\{0,4} ["']? \s? : \s? (?: \\{0,4} ["'] )? ) [^\s=;"'<]{1,80} = [^\n"']*""",
    re.IGNORECASE,
)


def without_authorization(line: str) -> str:
    """`line` without credentials in `Authorization` fields or after `Bearer` and `Basic`."""
    line = _AUTHORIZATION.compiled.sub(_authorization, line)
    line = _BEARER.compiled.sub(rf"\g<before>{marks.TOKEN}", line)
    return _BASIC.compiled.sub(
        lambda match: _replaced(match) if is_encoded_text(match["value"]) else match.group(), line
    )


def _authorization(match: re.Match[str]) -> str:
    secret = is_secret(match["value"]) and not begins_a_sentence(match["value"])
    return _replaced(match) if secret else match.group()


def _replaced(match: re.Match[str]) -> str:
    return f"{match['before']}{marks.TOKEN}"


def without_cookies(line: str) -> str:
    """`line` without the cookies of `Cookie` and `Set-Cookie` fields."""
    return _COOKIE.compiled.sub(rf"\g<before>{marks.TOKEN}", line)
