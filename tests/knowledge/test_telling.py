"""Who asks about something means an error by it more often than an onlooker would see one."""

from __future__ import annotations

import pytest

from knowledge.smtp import read
from knowledge.telling import tells_of_failure


@pytest.mark.parametrize(
    ("asked", "is_one"),
    [
        ("599 5.9.9 flux capacitor misaligned on mx.example.com", True),
        ("584-flux capacitor misaligned", True),
        ("my mail server said: flux capacitor misaligned", True),
        ("our mail server is down", True),
        ("邮件服务器挂了", True),
        ("our mail server" + " x" * 100 + " is down", False),
        ("how are you today?", False),
        ("500 people got my mail", False),
        ("what does the mail server say to this?", False),
        ("thanks, the mail server works", False),
        ("what is smtp?", False),
        ("order 599 was shipped by mail", False),
    ],
)
def test_it_is_told_by_digits_by_what_a_server_said_and_by_its_being_down(asked: str, *, is_one: bool) -> None:
    assert any(map(tells_of_failure, read(asked).diagnostics)) is is_one
