"""What is only a wrapper around the lines of a paste is no part of what they say."""

from __future__ import annotations

from base64 import b64encode

from knowledge.smtp import read


def test_a_quoted_reply_goes_on_over_its_lines() -> None:
    (found,) = read("> 550 5.7.1 Your message was refused by the\n> receiving server's policy").diagnostics
    assert found.text == "Your message was refused by the receiving server's policy"


def test_of_a_challenge_only_the_words_of_a_refusal_come_to_light() -> None:
    """What base64 hides was not redacted."""
    said = [
        b64encode(told).decode() for told in (b'{"status":"401"}', b'{"status":"fred@example.com"}', b'{"user":"fred"}')
    ]
    shown = "".join(
        found.text for challenge in said for found in read(f"OAuth login failed\n334 {challenge}").diagnostics
    )
    assert "fred" not in shown
