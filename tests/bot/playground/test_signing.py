"""What the bot gets bears Slack's signature."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.signature import SignatureVerifier

from bot.playground.signing import signed_headers


@given(st.text(), st.text().filter(str.strip))
@settings(deadline=None)
def test_slacks_own_verifier_accepts_every_signature(body: str, secret: str) -> None:
    encoded = body.encode("utf-8", errors="replace")
    headers = signed_headers(secret=secret, timestamp=int(time.time()), body=encoded)
    assert SignatureVerifier(secret).is_valid_request(encoded.decode(), headers)


def test_another_body_or_secret_does_not_fit() -> None:
    headers = signed_headers(secret="one", timestamp=int(time.time()), body=b"body")
    assert not SignatureVerifier("one").is_valid_request("other", headers)
    assert not SignatureVerifier("two").is_valid_request("body", headers)
