"""Credentials in SMTP dialogues: `AUTH PLAIN …`, and the answers to a server's `334` (RFC 4954, section 4).

The server's own words stay: its list of mechanisms, its `334` challenges, and `535 … failed: UGFzc3dvcmQ6`.
"""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.base64_text import BASE64, is_encoded_text
from knowledge.redact.pattern import Pattern

__all__ = ["without_answers", "without_dialogue_answers", "without_initial_responses", "without_lone_answers"]

_MECHANISM = r"""(?: PLAIN | LOGIN | XOAUTH2 | OAUTHBEARER | CRAM-MD5 | DIGEST-MD5 | NTLM | GSSAPI
    | SCRAM-SHA-\d{1,3} (?: -PLUS )? )"""
_INITIAL_RESPONSE = Pattern(
    rf"(?P<before> \b AUTH (?: ENTICATE )? [\ =] {_MECHANISM} \s{{1,4}} (?! {_MECHANISM} ) ) (?P<response> {BASE64} )",
    re.IGNORECASE,
)
# How clients mark what they send: PHPMailer, MailKit and nodemailer, smtplib, swaks, Ruby's Net::SMTP, mail programs.
_SENT = r"""(?: CLIENT\ ->\ SERVER: | \b C: | \b send: | ~> | (?<!SERVER\ ) -> | <- | (?: ^ | (?<=\s) ) >{1,3} )"""
_ANSWER = Pattern(rf"""(?P<before> {_SENT} \s{{0,4}} b? ["']? ) (?P<response> {BASE64} ) (?= \\ | ["'<] | \s | $ )""")
_LINE_ENDS = r"""(?= [ \t\r"')\]},]* (?: <br\s?/?> [ \t\r]* )? $ )"""
_LONE_ANSWER = Pattern(rf"^ (?P<before> [ \t]* ) (?P<response> {BASE64} ) {_LINE_ENDS}", re.MULTILINE)
# A challenge ends its line; the next line is the answer, whatever it is. smtplib repeats the challenge in between.
_AFTER_CHALLENGE = Pattern(
    rf"""(?P<before> 334 (?<! \d 334 ) (?: [\ -] [A-Za-z0-9+/]* ={{0,2}} | (?<! [a-z]\ 334 ) )
        (?: \\r\\n )? ["']? (?: <br\s?/?> )?
        [ \t\r]* \n (?: [^\n]{{0,100}} \b 334 \b [^\n]{{0,400}} \n )? [^\n]{{0,80}}? (?: {_SENT} | ^ ) [ \t]* b? ["']? )
    [A-Za-z0-9+/]{{2,}}+ ={{0,2}} (?: (?= \\ | ["'] ) | {_LINE_ENDS} )""",
    re.MULTILINE,
)


def without_initial_responses(line: str) -> str:
    """`line` without the credentials that come with an AUTH command."""
    return _INITIAL_RESPONSE.compiled.sub(lambda match: _masked_if_text(match, at_least=4), line)


def without_answers(line: str) -> str:
    """`line` without the base64 that a client sent, if it is text."""
    return _ANSWER.compiled.sub(_masked_if_text, line)


def without_lone_answers(text: str) -> str:
    """`text` without lines that are nothing but text in base64."""
    return _LONE_ANSWER.compiled.sub(_masked_if_text, text)


def without_dialogue_answers(text: str) -> str:
    """`text` without the line that follows a challenge."""
    return _AFTER_CHALLENGE.compiled.sub(rf"\g<before>{marks.TOKEN}", text)


def _masked_if_text(match: re.Match[str], *, at_least: int = 8) -> str:
    return f"{match['before']}{marks.TOKEN}" if is_encoded_text(match["response"], at_least=at_least) else match.group()
