"""Credentials on lines of configuration files that do not name what they hold; POP3's `PASS`."""

from __future__ import annotations

import re
from itertools import chain

from knowledge.redact import marks
from knowledge.redact.pattern import Pattern
from knowledge.redact.words import begins_a_sentence, is_secret

__all__ = ["without_configured_passwords"]

_NO_LABEL = r"(?! (?i: error | reason | status | code | host | port | timeout | tls | said | javax?\.[\w.]+ ) : )"
"""What logs put before a word that is no password, where configuration files have the user."""
_LINES = (
    Pattern(  # Postfix's sasl_passwd without brackets: smtp.example.com jane:secret
        rf"""(?P<before> \s* (?: sasl_passwd: \s* )? [\w-]{{1,63}} (?: \.[\w-]{{1,63}} ){{1,8}} (?: :\d{{1,5}} )?
            \s{{1,20}} {_NO_LABEL} [^\s:/\[\]()]{{1,100}} : )
        (?! [\d.:]+ \s* $ | // ) (?P<value> [^\s:]+ ) (?= \s* $ )"""
    ),
    Pattern(  # Exim's passwd.client: smtp.example.com:jane:secret
        rf"""(?P<before> \s* (?: \* | [\w-]{{1,63}} (?: \.[\w-]{{1,63}} ){{1,8}} ) : (?! \d{{1,5}} : )
            {_NO_LABEL} [^\s:/]{{1,100}} : )
        (?! // | \d{{1,5}} \s* $ ) (?P<value> [^\s:]+ ) (?= \s* $ )"""
    ),
    Pattern(  # msmtp's and netrc's: machine smtp.example.com login jane password secret
        r"""(?P<before> \s* (?: machine \s+ \S+ \s+ )? (?: (?: login | user ) \s+ \S+ \s+ )? password \s+ )
        (?P<value> \S+ ) (?= \s* $ )""",
        re.IGNORECASE,
    ),
    Pattern(r"(?P<before> \W{0,8} (?: C:\s? )? PASS\  ) (?P<value> \S+ ) (?= \s* $ )"),  # RFC 1939, section 7
)
_ANYWHERE = (
    Pattern(  # Postfix's sasl_passwd: [smtp.example.com]:587 jane:secret
        rf"""(?P<before> \[[\w.-]{{1,100}}\] (?: :\w{{1,20}} )? \s{{1,20}} {_NO_LABEL} [^\s:]{{1,100}} : )
        (?! // | \d{{1,5}} \s* $ ) (?P<value> [^\s"']+ ) (?= ["')\]}},]* \s* $ )"""
    ),
    Pattern(  # Exim's authenticators: client_send = : jane : secret
        r"""(?P<before> client_send \s* = \s* (?: [^\s:]* \s* : \s* | \^ ) [^\s:^]+ \s* [:^] \s* )
        (?P<value> [^\s"']+ )"""
    ),
    Pattern(  # Postfix's static map: smtp_sasl_password_maps = static:jane:secret
        r"(?P<before> static: [^\s:]{1,100} : ) (?P<value> \S+ )"
    ),
    Pattern(  # Sendmail's authinfo
        r"""(?P<before> AuthInfo: [^"\n]{0,200} (?: "[^P"\n][^"\n]{0,200}" \s? ){0,4} "P[:=] )
        (?P<value> [^"\n]{1,200} ) (?=")"""
    ),
)


def without_configured_passwords(line: str) -> str:
    """`line` without the password, if the whole line is one of those, or holds one of those that show everywhere."""
    found = chain(
        (pattern.compiled.match(line) for pattern in _LINES), (pattern.compiled.search(line) for pattern in _ANYWHERE)
    )
    for match in filter(None, found):
        if is_secret(match["value"]) and not begins_a_sentence(match["value"]):
            return f"{line[: match.start()]}{match['before']}{marks.PASSWORD}{line[match.end() :]}"
    return line
