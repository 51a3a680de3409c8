"""What somebody who asks tells of an error in their own words, where an onlooker would see none."""

from __future__ import annotations

import re

from knowledge.smtp.reading import ABOUT_MAIL, Diagnostic, Surroundings

__all__ = ["tells_of_failure"]

_LIKE_A_REPLY = re.compile(r"[45]\d\d(?:[ -]|\s+#?)[45]\.\d{1,3}\.\d{1,3}\b|[45][89]\d[ -]+[^\W\d]")
"""A reply with digits that RFC 5321, section 4.2, has no use for."""
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys)|repl(?:y|ies|ied)|responds?|responded|response|answers?|answered|returns?|returned|g[ai]ves?"
    r"|complains?|complained|logs?|logged|prints?|printed|reports?|reported)\s*[:\"“'‘]|[说報报]\s*[:：\"“]",
    re.IGNORECASE,
)
"""What comes before somebody's words."""
_DOWN = re.compile(
    r"\b(?:servers?|host|relay|gateway|smtp|mta|mailer)\b.{0,120}\b(?:down|broken?|dead|crash\w*|hangs?|stuck|dies?|died)\b"
    r"|(?:服务器|网关).{0,120}(?:挂了|宕机|坏了|崩溃)",
    re.IGNORECASE,
)


def tells_of_failure(error: Diagnostic) -> bool:
    """Whether `error`, a line of what somebody asked, is meant as one.

    It begins like a server's reply, quotes what was said about mail, or says that a mail server does not work.
    """
    if error.surroundings in {Surroundings.OTHER, Surroundings.TALK}:
        return False
    if _LIKE_A_REPLY.match(error.text):
        return True
    return error.surroundings in ABOUT_MAIL and (_SAYING.search(error.text) or _DOWN.search(error.text)) is not None
