"""What people say in a channel that is no mail error: a bot that speaks up here is a nuisance."""

from __future__ import annotations

from random import Random

__all__ = ["harmless_talk"]

_TALK = (
    "Morning all, who is on mail duty this week?",
    "Can somebody review the new newsletter template before {n} o'clock?",
    "The customer in ticket #{code} asks when the invoice will be mailed.",
    "Ticket 5{n} 5.7.1 is the upgrade of the ticket system, not an error :)",
    "We got {code} signups yesterday, nice.",
    "Lunch is 5.50 today, soup costs 4.20.",
    "Price went from 450 to 535 euros per seat, finance is not amused.",
    "GET /api/v2/orders/{n} returned 404 Not Found again",
    "HTTP 502 Bad Gateway from the storefront, the CDN team looks at it",
    "nginx: upstream prematurely closed connection while reading response header from upstream",
    "The 550 bus is late, I am in at 9.30.",
    "Deployed mailer 4.2.1 to staging, 5.1.1 follows on Monday.",
    "I rotated the SMTP password yesterday and everything works.",
    "Did you try turning it off and on again?",
    "postfix/smtp[{n}]: {id}: to=<wei@example.com>, relay=mx.example.com[192.0.2.{byte}]:25, status=sent (250 Ok)",
    "250 2.0.0 Ok: queued as {id}",
    "postfix/qmgr[{n}]: {id}: from=<info@example.org>, size=48{n}, nrcpt=1 (queue active)",
    "220 mail.example.com ESMTP Postfix",
    "354 End data with <CR><LF>.<CR><LF>",
    "Our SPF record is fine now, DKIM too, thanks for checking!",
    "How many recipients may a message have with our provider?",
    "Please add billing@example.com to the distribution list.",
    "Mail to example.org goes through again since this morning.",
    "The mailbox migration for the Berlin office starts at 22:00.",
    "Reminder: the spam filter training is on Thursday in room 4.51.",
    "Could we raise the mailbox quota for the design team to 50 GB?",
    "She rejected the offer, so we have to look for another vendor.",
    "Access to the wiki was denied for interns, that is on purpose.",
    'psycopg.OperationalError: connection to server at "192.0.2.{byte}", port 5432 failed: Connection refused',
    "redis.exceptions.ConnectionError: Error 111 connecting to cache.example.net:6379. Connection refused.",
    "npm ERR! code ERESOLVE could not resolve dependency tree",
    "TypeError: Cannot read properties of undefined (reading 'subject')",
    "sshd[{n}]: Failed password for invalid user admin from 192.0.2.{byte} port 40{n} ssh2",
    "kubelet: Back-off restarting failed container mailer in pod mailer-{n}",
    "HTTP/1.1 429 Too Many Requests, we should slow the importer down",
    "fatal: Authentication failed for 'https://git.example.com/team/mailer.git/'",
    "ERROR 1045 (28000): Access denied for user 'app'@'192.0.2.{byte}' (using password: YES)",
    "Disk on build-{n} is full, cleaning up old artefacts.",
    "curl: (60) SSL certificate problem: certificate has expired (dashboard.example.com)",
    "java.net.SocketTimeoutException: Read timed out calling the payment service",
    "ftp> 550 Failed to change directory. The uploads folder moved, see the wiki.",
    "550 people registered for the webinar, 451 came.",
    "Version 5.7.26 of MySQL is end of life, please upgrade.",
    "Section 4.2.2 of the contract is about service hours.",
    "The printer on floor 5 is out of paper again.",
    "Retro at 15:00, bring your top three annoyances.",
    "I'm out of office until the {byte}th, Wei covers for me.",
    "Thanks, that fixed it! Closing the ticket.",
    "Is there a way to see who opened the newsletter?",
    "Sent the report to the whole team, tell me if you did not get it.",
    "Let's block the calendar for the offsite, 4 to 6 May.",
    "Who has the login for the status page?",
    "早上好，今天谁负责邮件支持？",
    "客户问发票什么时候寄出，工单 {code}。",
    "新版邮件模板已经上线，大家帮忙看看。",
    "会议室 5.35 下午三点被占用了。",
    "数据库连接被拒绝，DBA 正在看。",
    "密码昨天已经换过，现在发信正常。",
    "报价从 450 涨到 535 了。",
    "接口返回 HTTP 500，后端在查。",
    ":tada: :tada: :tada:",
    "ok",
    "+1",
    "https://status.example.com/incidents/{n}",
)


def harmless_talk(random: Random) -> list[str]:
    """Every remark once, its figures made up."""
    return [
        remark.format(
            n=random.randrange(100, 999),
            code=random.choice((421, 450, 535, 550, 554)),
            byte=random.randrange(4, 20),
            id=f"{random.randrange(1 << 40):X}",
        )
        for remark in _TALK
    ]
