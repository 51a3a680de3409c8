"""What stands where a password could stand without being one: words of errors, of sentences, of forms and of code."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from knowledge.redact import marks

__all__ = ["begins_a_sentence", "is_secret", "is_secret_in_quotes"]

_OF_ERRORS = frozenset(
    """
    incorrect wrong invalid bad expired required missing failed fails failing fail failure failures rejected
    refused denied error errors mismatch unknown unset unchanged changed accepted disabled enabled locked reset
    blocked empty blank unsuccessful unacceptable unavailable unsupported deprecated obsolete encrypted hashed
    cleartext plaintext plain normal protected secured stored saved hidden redacted filtered removed masked
    suppressed omitted unencrypted base64 utf8 utf-8
    """.split()  # noqa: SIM905 - words read best as text
)
_OF_CODE = frozenset(
    "no none nil null undefined true false yes str string int bool".split()  # noqa: SIM905 - as above
)
_OF_SENTENCES = frozenset(
    """
    not is isn't are was has hasn't have must should shall cannot can can't could couldn't does doesn't do don't
    did didn't will won't would the this that these your you it its it's my our we i he she they a an for from
    and or of in on to at by be been being with without too as if when while because but so than then there here
    what which why how also only just may might please try again enter use using used after before until once
    """.split()  # noqa: SIM905 - words read best as text
)
_OF_FORMS = frozenset(
    """
    authentication authenticated authenticate auth authorization login logon log command username user usernames
    users account accounts app application application-specific oauth oauth2 xoauth2 smtp imap pop3 tls ssl
    starttls credentials credential server field entry policy length check input prompt text type hash file line
    """.split()  # noqa: SIM905 - words read best as text
)
_AFTER_EQUALS = _OF_ERRORS | _OF_CODE
_AFTER_COLON = _AFTER_EQUALS | _OF_SENTENCES | _OF_FORMS
_IN_SENTENCES_ABOUT_PASSWORDS = _OF_ERRORS | {"must", "cannot", "can't", "match", "field"}

_REFERENCE = re.compile(
    r"""["'`]?(?:process\.env|os\.environ|os\.getenv|getenv\(|env\(|config\(|System\.getenv|\$\{|\{\{|ENV\[)""",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"""[\[({"'`\\]{0,4}([\w'-]+)(?=[\s,;:!?\\/]|[)\]}"'`]{1,4}(?!\w)|\.+(?:\s|$|["'<])|$)""")
_REPLY_CODE = re.compile(r"[2-5]\d\d")  # RFC 5321, section 4.2.1
_MASKED = re.compile(rf"""["'`\\]*{marks.ANY}["'`\\]*""", re.VERBOSE)
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def is_secret(value: str) -> bool:
    """Whether `value` is one after `password=`: all but words of errors and of code, and what is masked already."""
    masked = _MASKED.fullmatch(value) or not _LETTER_OR_DIGIT.search(value)
    return not (masked or _REFERENCE.match(value) or _begins_with(value, _AFTER_EQUALS))


def begins_a_sentence(value: str) -> bool:
    """Whether `value` goes on, as a sentence, with what `password:` began: `password: incorrect`."""
    return _begins_with(value, _AFTER_COLON)


def is_secret_in_quotes(value: str) -> bool:
    """Whether `value` is one after `"password": "`: quotes may also hold a sentence about the password."""
    later = (word.strip(".,;:!?") for word in value.lower().split()[1:])
    return is_secret(value) and not any(word in _IN_SENTENCES_ABOUT_PASSWORDS for word in later)


def _begins_with(value: str, words: AbstractSet[str]) -> bool:
    first = _FIRST_WORD.match(value)
    return first is not None and (first[1].lower() in words or _REPLY_CODE.fullmatch(first[1]) is not None)
