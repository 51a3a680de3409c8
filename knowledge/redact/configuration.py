"""Credentials on lines of configuration files that do not name what they hold; POP3's `PASS`."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.pattern import Pattern
from knowledge.redact.words import begins_a_sentence, is_secret

__all__ = ["without_configured_passwords"]

_LINES = (
    Pattern(  # Postfix's sasl_passwd: [smtp.example.com]:587 jane:secret
        r"""(?P<before> (?: .{0,200}? (?<![\w.]) )?? (?: \[[\w.-]{1,100}\] (?: :\w{1,20} )? | [\w.-]{1,100}:\d{1,5} )
            \s{1,20} [^\s:]{1,100} : )
        (?! // | \d{1,5} \s* $ ) (?P<value> [^\s"']+ ) (?= ["')\]},]* \s* $ )"""
    ),
    Pattern(  # the same without brackets and port: smtp.example.com jane:secret
        r"""(?P<before> \s* (?: sasl_passwd: \s* )? [\w-]{1,63} (?: \.[\w-]{1,63} ){1,8} \s{1,20}
            [^\s:/\[\]()]{1,100} : )
        (?! [\d.:]+ \s* $ | // ) (?P<value> [^\s:]+ ) (?= \s* $ )"""
    ),
    Pattern(  # Exim's passwd.client: smtp.example.com:jane:secret
        r"""(?P<before> \s* (?: \* | [\w-]{1,63} (?: \.[\w-]{1,63} ){1,8} ) : (?! \d{1,5} : ) [^\s:/]{1,100} : )
        (?! // | \d{1,5} \s* $ ) (?P<value> [^\s:]+ ) (?= \s* $ )"""
    ),
    Pattern(  # Exim's authenticators: client_send = : jane : secret
        r"""(?P<before> .{0,200}? \b client_send \s* = \s* (?: [^\s:]* \s* : \s* | \^ ) [^\s:^]+ \s* [:^] \s* )
        (?P<value> [^\s"']+ )"""
    ),
    Pattern(  # Postfix's static map: smtp_sasl_password_maps = static:jane:secret
        r"(?P<before> .{0,200}? \b static: [^\s:]{1,100} : ) (?P<value> \S+ )"
    ),
    Pattern(  # msmtp's and netrc's: machine smtp.example.com login jane password secret
        r"""(?P<before> \s* (?: machine \s+ \S+ \s+ )? (?: (?: login | user ) \s+ \S+ \s+ )? password \s+ )
        (?P<value> \S+ ) (?= \s* $ )""",
        re.IGNORECASE,
    ),
    Pattern(  # Sendmail's authinfo
        r"""(?P<before> .{0,200}? \b AuthInfo: [^"\n]{0,200} (?: "[^P"\n][^"\n]{0,200}" \s? ){0,4} "P[:=] )
        (?P<value> [^"\n]{1,200} ) (?=")"""
    ),
    Pattern(r"(?P<before> \W{0,8} (?: C:\s? )? PASS\  ) (?P<value> \S+ ) (?= \s* $ )"),  # RFC 1939, section 7
)


def without_configured_passwords(line: str) -> str:
    """`line` without the password, if the whole line is one of those."""
    for pattern in _LINES:
        found = pattern.compiled.match(line)
        if found and is_secret(found["value"]) and not begins_a_sentence(found["value"]):
            return f"{found['before']}{marks.PASSWORD}{line[found.end() :]}"
    return line
