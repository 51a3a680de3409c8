"""Domains that say which mailbox provider an address belongs to, and nothing about the person behind it."""

from __future__ import annotations

import re

__all__ = ["is_public"]

# Millions of people share each of these domains, so it identifies nobody; it often decides which advice helps.
_DOMAINS = frozenset(
    """
    gmail.com googlemail.com outlook.com msn.com passport.com aol.com aim.com icloud.com me.com mac.com
    ymail.com rocketmail.com qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net 188.com sina.com sina.cn
    sohu.com 139.com 189.cn aliyun.com web.de freenet.de t-online.de arcor.de mail.ru bk.ru list.ru inbox.ru
    rambler.ru ya.ru ukr.net seznam.cz wp.pl o2.pl onet.pl zoho.com zohomail.com zoho.eu proton.me
    protonmail.com pm.me fastmail.com hey.com mail.com email.com tutanota.com tuta.io orange.fr wanadoo.fr
    free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it terra.com.br uol.com.br bol.com.br
    comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net btinternet.com
    sky.com shaw.ca rogers.com bigpond.com optusnet.com.au naver.com daum.net hanmail.net nate.com
    rediffmail.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp
    """.split()  # noqa: SIM905 - words read best as text
)
_FAMILIES = re.compile(r"(?:hotmail|live|outlook|yahoo|gmx|yandex)\.[a-z]{2,3}(?:\.[a-z]{2})?")
"""Providers with a domain for each country: yahoo.co.jp, gmx.at, …"""


def is_public(domain: str) -> bool:
    """Whether `domain` is a well-known public mailbox provider's."""
    domain = domain.lower()
    return domain in _DOMAINS or _FAMILIES.fullmatch(domain) is not None
