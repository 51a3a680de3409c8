"""What a reply code says by itself (RFC 5321, section 4.2.3), for replies that come without words."""

from __future__ import annotations

__all__ = ["MEANINGS"]

MEANINGS = {
    "421": "Service not available, closing transmission channel",
    "450": "Requested mail action not taken: mailbox unavailable",
    "451": "Requested action aborted: local error in processing",
    "452": "Requested action not taken: insufficient system storage",
    "454": "Temporary authentication failure",
    "500": "Syntax error, command unrecognized",
    "501": "Syntax error in parameters or arguments",
    "502": "Command not implemented",
    "503": "Bad sequence of commands",
    "504": "Command parameter not implemented",
    "530": "Authentication required",
    "535": "Authentication credentials invalid",
    "550": "Requested action not taken: mailbox unavailable",
    "551": "User not local",
    "552": "Requested mail action aborted: exceeded storage allocation",
    "553": "Requested action not taken: mailbox name not allowed",
    "554": "Transaction failed",
    "555": "MAIL FROM/RCPT TO parameters not recognized or not implemented",
}
"""The standard text of each; of 454, 530 and 535 that of RFC 4954, section 6."""
