"""Slack's request signature, version 0: an HMAC-SHA256 over version, timestamp and body.

Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

from __future__ import annotations

import hashlib
import hmac

__all__ = ["signed_headers"]


def signed_headers(*, secret: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The two headers by which the bot knows that `body` comes from Slack; `timestamp` in seconds since 1970."""
    base = b"v0:" + str(timestamp).encode() + b":" + body
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": str(timestamp), "X-Slack-Signature": f"v0={digest}"}
