"""The placeholders of a signature (`<ip>`, `<address>`, …) -> values as a server would put there.

All values are reserved for documentation: RFC 2606 (names), RFC 5737 and RFC 3849 (addresses).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

__all__ = ["address", "domain", "filled", "host", "identifier", "ipv4", "ipv6", "number"]

_PLACEHOLDER = re.compile(r"<([^<>]{1,40})>")
_LOCAL_PARTS = ("alice", "billing", "info", "j.doe", "newsletter", "no-reply", "office", "sales", "support", "wei")
_DOMAINS = ("example.com", "example.net", "example.org")
_HOSTS = ("mail", "mta7", "mx", "mx1", "relay", "smtp-out2")
_IDENTIFIER = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def filled(signature: str, random: Random) -> str:
    """`signature` with a value in the place of each placeholder; a mail address in angle brackets stays one."""
    return _PLACEHOLDER.sub(lambda found: found[0] if "@" in found[1] else _value(found[1].lower(), random), signature)


def address(random: Random) -> str:
    """A mail address."""
    return f"{random.choice(_LOCAL_PARTS)}@{domain(random)}"


def domain(random: Random) -> str:
    """A domain that sends and receives mail."""
    return random.choice(_DOMAINS)


def host(random: Random) -> str:
    """A mail server's name."""
    return f"{random.choice(_HOSTS)}.{domain(random)}"


def identifier(random: Random) -> str:
    """What a server calls a message."""
    return "".join(random.choices(_IDENTIFIER, k=11))


def ipv4(random: Random) -> str:
    """A mail server's address."""
    return f"192.0.2.{random.randrange(1, 255)}"


def ipv6(random: Random) -> str:
    """The same in IP version 6."""
    return f"2001:db8::{random.randrange(1, 0xFFFF):x}"


def number(random: Random) -> str:
    """A limit, a port, a count."""
    return str(random.randrange(2, 600))


_MAKERS: tuple[tuple[frozenset[str], Callable[[Random], str]], ...] = (
    (frozenset({"ip"}), ipv4),
    (frozenset({"ipv6"}), ipv6),
    (frozenset({"address", "sender", "recipient", "login", "list", "group", "path"}), address),
    (frozenset({"domain", "identity"}), domain),
    (frozenset({"host", "server", "mx", "dnsbl"}), host),
    (frozenset({"n", "limit", "port", "a", "b", "m", "t", "x"}), number),
)
"""What a word in the name of a placeholder asks for."""


def _value(name: str, random: Random) -> str:
    """A value for the placeholder `name`; one whose name says nothing gets an identifier."""
    words = set(re.split(r"[ -]", name))
    make = next((make for names, make in _MAKERS if words & names), identifier)
    return make(random)
