"""Credentials on command lines: `swaks --au jane --ap secret`, `curl -u jane:secret`, `sendEmail -xp secret`."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.assignments import QUOTED, VALUE
from knowledge.redact.pattern import Pattern
from knowledge.redact.words import begins_a_sentence, is_secret

__all__ = ["without_command_passwords", "without_option_pairs", "without_options"]

_ARGUMENT = rf"(?! -- ) (?: {QUOTED} (?P=quote) | {VALUE} )"
_PASSWORD = Pattern(
    rf"""(?P<before> (?<! \S ) --? (?: ap | xp | [\w-]{{0,20}} (?: pass | passwd | password | pwd ) )
        (?: \s{{1,4}} | = ) ) {_ARGUMENT}""",
    re.IGNORECASE,
)
_NAME = Pattern(
    rf"""(?P<before> (?<! \S ) --? (?: au | xu | auth-user | smtp-user | username ) (?: \s{{1,4}} | = ) )
        (?! [^\s@]{{1,100}} @ ) {_ARGUMENT}""",
    re.IGNORECASE,
)
_PAIR = Pattern(
    r"""(?P<before> (?<! \S ) (?: -u | --user | --proxy-user ) [\s=]? ["']? )
    (?P<user> [^\s"':<>]{1,100} ) : [^\s"'<>]{1,200}"""
)
# Commands whose option for the password is named for nothing.
_COMMAND = Pattern(
    rf"""(?P<before> \b (?: ldap\w{{3,7}} \s [^\n]{{0,200}}? (?<=\s)-w
        | (?: sshpass | testsaslauthd ) \s [^\n]{{0,200}}? (?<=\s)-p
        | (?: mysql | mariadb ) \w{{0,10}} \s [^\n]{{0,200}}? (?<=\s)-p (?=\S) ) \s{{0,4}} ) {_ARGUMENT}"""
)
_TEST = Pattern(  # Dovecot's `doveadm auth test`, and IMAP's LOGIN after its tag (RFC 9051, section 6.2.3)
    r"""(?P<before> \b doveadm \s [^\n]{0,100}? \b auth \s (?: test | login ) \s (?: -\w \s \S{1,80} \s ){0,4}
        | (?: ^ | (?<=[\s"'>:]) ) [A-Za-z]{1,4}\d{1,6} (?: \.\d{1,6} )? \s LOGIN \s )
    (?P<user> "[^"\n]{1,100}" | [^\s"`]{1,100} ) \s{1,4} (?P<value> "[^"\n]{1,100}" | [^\s"`\\]{1,100} )"""
)
_SERVICE_NAMES = {"api", "apikey"}
"""User names that a service gives to everybody."""


def without_command_passwords(line: str) -> str:
    """`line` without the passwords that commands of LDAP, SASL, SSH, MySQL, Dovecot and IMAP take."""
    line = _COMMAND.compiled.sub(lambda match: _option(match, marks.PASSWORD), line)
    return _TEST.compiled.sub(_test, line)


def _test(match: re.Match[str]) -> str:
    user, value = match["user"], match["value"].strip('"')
    if not is_secret(value) or begins_a_sentence(value) or begins_a_sentence(user):
        return match.group()
    return f"{match['before']}{user if '@' in user else marks.NAME} {marks.PASSWORD}"


def without_options(line: str) -> str:
    """`line` without the arguments of options that name a password or a user."""
    line = _PASSWORD.compiled.sub(lambda match: _option(match, marks.PASSWORD), line)
    return _NAME.compiled.sub(lambda match: _option(match, marks.NAME), line)


def _option(match: re.Match[str], mark: str) -> str:
    value = match["quoted"] or match["value"]
    secret = is_secret(value) and not begins_a_sentence(value)
    return f"{match['before']}{mark}" if secret else match.group()


def without_option_pairs(line: str) -> str:
    """`line` without the user and password that curl's `-u` takes."""
    return _PAIR.compiled.sub(_pair, line)


def _pair(match: re.Match[str]) -> str:
    user = match["user"]
    known = "@" in user or user in _SERVICE_NAMES  # addresses have a rule of their own
    return f"{match['before']}{user if known else marks.NAME}:{marks.PASSWORD}"
