"""Domains that say which provider an address belongs to, and nothing about the person behind it."""

from __future__ import annotations

import re

__all__ = ["is_public"]

# Millions of people share each of these domains, so it identifies nobody; it often decides which advice helps.
_MAILBOXES = frozenset(
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
# The providers' own: help desks that replies name, and addresses from which a service sends for everybody.
_OF_PROVIDERS = frozenset(
    """
    amazonses.com resend.dev brevo.com sendinblue.com messaging.microsoft.com microsoft.com apple.com corp.mail.ru
    rx.t-online.de mail.zoho.com mail.eu.zoho.com mail.zoho.eu googlegroups.com
    """.split()  # noqa: SIM905 - words read best as text
)
_FAMILIES = re.compile(
    r"(?:hotmail|live|outlook|yahoo|gmx|yandex)\.[a-z]{2,3}(?:\.[a-z]{2})?|[a-z]{2}-[a-z]+-\d\.amazonses\.com|email-bounces\.amazonses\.com"
)
"""Providers with a domain for each country or region: yahoo.co.jp, gmx.at, eu-west-1.amazonses.com, …"""


def is_public(domain: str) -> bool:
    """Whether `domain` is a well-known mailbox provider's, for everybody, or a provider's own."""
    domain = domain.lower()
    return domain in _MAILBOXES or domain in _OF_PROVIDERS or _FAMILIES.fullmatch(domain) is not None
