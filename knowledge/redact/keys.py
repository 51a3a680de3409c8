"""Keys and tokens that show by their own form, whatever stands around them."""

from __future__ import annotations

import re

from knowledge.redact import marks
from knowledge.redact.base64_text import is_encoded_text
from knowledge.redact.pattern import Pattern

__all__ = ["without_blobs", "without_hashes", "without_known_keys", "without_private_keys", "without_web_tokens"]

_KNOWN = Pattern(
    r"""  SG\.[\w-]{16,}(?:\.[\w-]+)?                                     # SendGrid
        | key-(?:[0-9a-f]{20,}|[0-9a-z]{32}(?![0-9a-z])) | 1//0[\w-]{20,}  # Mailgun; Google
        | re_[A-Za-z0-9]{8}_[A-Za-z0-9]{16,}                              # Resend
        | x(?:keysib|smtpsib)-[0-9a-f]{20,}(?:-\w+)?                      # Brevo
        | mlsn\.[0-9a-f]{20,} | md-[\w-]{22} | api-[0-9A-F]{32}           # MailerSend, Mandrill, SMTP2GO
        | (?:AKIA|ASIA)[A-Z0-9]{12,}                                      # Amazon Web Services
        | AIza[\w-]{30,} | ya29\.[\w.-]{16,} | GOCSPX-[\w-]{16,}          # Google
        | gh[pousr]_[A-Za-z0-9]{16,} | github_pat_\w{20,}                 # GitHub
        | xox[a-z]-[\w-]{16,} | xapp-[\w-]{16,}                           # Slack
        | SK[0-9a-f]{32}                                                  # Twilio
        | sk[-_](?:live_|test_|proj-)?[A-Za-z0-9]{20,}                    # Stripe, OpenAI
    """
)
_HASH = Pattern(  # crypt(5), and the schemes of LDAP (RFC 2307) and Dovecot
    r"""\$ (?: 1 | 2[abxy]? | [567y] | gy | apr1 | argon2\w{1,2} | pbkdf2[\w-]{0,20} | scrypt ) \$ [\w./$=,+-]{12,}
      | \{ (?: S?SHA\d{0,3} | S?MD5 | (?: [A-Z\d]{1,20}- )? CRYPT ) \}
        [\w./$=,+-]{8,}""",
    re.IGNORECASE,
)
_WEB_TOKEN = Pattern(r"eyJ [\w-]{13,} \. [\w-]{5,} (?: \. [\w-]* )?")  # RFC 7519, section 3
_PRIVATE_KEY = Pattern(  # RFC 7468; the end may be missing
    r"""(?P<begin> -----BEGIN\ [A-Z0-9 ]{0,40} PRIVATE\ KEY (?:\ BLOCK)? ----- )
    (?P<key> (?: \s++
        (?: [A-Za-z][\w-]{1,30}:\ [^\n\\]{1,100} | [A-Za-z0-9+/=]{1,2000}+ (?! [^\s\\"'-] ) )? )++ )"""
)

_HEX = Pattern(
    r"""(?<![A-Za-z0-9]) (?= [0-9]{0,64}[a-fA-F] ) (?= [a-fA-F]{0,64}[0-9] )
    (?: [0-9a-f]{32,}+ (?: -[0-9a-f]{8} ){0,2} | [0-9A-F]{32,}+ ) (?![A-Za-z0-9])"""
)
# A challenge or a server's reason is no credential of a client (RFC 4954, section 4).
_BEGINS = r"(?<![\w+/-]) (?<!334\ ) (?<!334-) (?<!failed:\ )"
_RUN = Pattern(rf"{_BEGINS} [A-Za-z0-9+/_-]{{32,}}+ ={{0,2}}")
_PADDED = Pattern(rf"{_BEGINS} [A-Za-z0-9+/]{{10,}}+ ={{1,2}} (?![\w=])")
_OF_ONE_KIND = Pattern(r"[a-z]+ | [A-Z]+ | [0-9]+")
_SAMPLE = 200
"""Characters of a run that are looked at."""
_RANDOM_SHARE = 0.4
"""Changes of kind per character: 0.64 on average in random base64, below 0.3 in paths and names."""


def without_private_keys(text: str) -> str:
    """`text` without what stands in PEM blocks of private keys; their lines are empty, their number stays."""
    return _PRIVATE_KEY.compiled.sub(
        lambda match: f"{match['begin']}{marks.KEY}" + "\n" * match["key"].count("\n"), text
    )


def without_known_keys(line: str) -> str:
    """`line` without keys in the forms that well-known services give them."""
    return _KNOWN.compiled.sub(marks.KEY, line)


def without_hashes(line: str) -> str:
    """`line` without hashes of passwords."""
    return _HASH.compiled.sub(marks.PASSWORD, line)


def without_web_tokens(line: str) -> str:
    """`line` without JSON Web Tokens."""
    return _WEB_TOKEN.compiled.sub(marks.TOKEN, line)


def without_blobs(line: str) -> str:
    """`line` without long random words: hexadecimal from 32 digits, base64 from 32, shorter base64 that is text."""
    line = _HEX.compiled.sub(marks.TOKEN, line)
    line = _RUN.compiled.sub(lambda match: marks.TOKEN if _is_random(match.group()) else match.group(), line)
    return _PADDED.compiled.sub(lambda match: marks.TOKEN if is_encoded_text(match.group()) else match.group(), line)


def _is_random(run: str) -> bool:
    sample = run[:_SAMPLE]
    kinds = _OF_ONE_KIND.compiled.findall(sample)
    mixed = all(any(is_kind(kind) for kind in kinds) for is_kind in (str.islower, str.isupper, str.isdigit))
    return mixed and len(kinds) >= _RANDOM_SHARE * len(sample)
