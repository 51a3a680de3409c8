"""Keeps other web pages out: only this machine's own names, only this page's own requests.

A page from elsewhere that a person happens to have open could otherwise post to the playground (its address is well
known), or read it by pointing a host name of its own at 127.0.0.1 (DNS rebinding). The `Host` header must be an IP
address or `localhost`, which cannot be rebound; the `Origin` of a request that changes something must be the
playground itself. The bot's own calls carry no `Origin` and bring a token.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from starlette.requests import Request

from bot.playground.refusals import PersonRefusal

__all__ = ["refuse_strangers"]

_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def refuse_strangers(request: Request) -> None:
    """Go on if the request comes from the playground's own page or from a program on purpose.

    Raises:
        PersonRefusal: with status 403.
    """
    host = request.headers.get("Host", "")
    if not _is_own_name(host):
        raise PersonRefusal("forbidden_host", status=403, name=host)
    if request.method in _SAFE_METHODS:
        return
    origin = request.headers.get("Origin")
    other_site = request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}
    if other_site or (origin is not None and urlsplit(origin).netloc != host):
        raise PersonRefusal("forbidden_origin", status=403)


def _is_own_name(host: str) -> bool:
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
