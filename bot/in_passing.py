"""Asking Slack in passing: while somebody waits for an acknowledgement, which has 3 seconds."""

from __future__ import annotations

from slack_sdk import WebClient

__all__ = ["in_passing"]

_PATIENCE_S = 1
"""Seconds in which Slack must answer."""


def in_passing(client: WebClient) -> WebClient:
    """`client`, but in a hurry: it waits for a second, and tries once."""
    return WebClient(
        client.token, client.base_url, timeout=_PATIENCE_S, ssl=client.ssl, proxy=client.proxy, retry_handlers=[]
    )
