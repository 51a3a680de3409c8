"""What identifies an error survives redaction, word for word."""

from __future__ import annotations

import pytest

from knowledge.redact import redact
from tests.shipped import shipped_entries

SURVIVORS = r"""
535 5.7.8 Username and Password not accepted. For more information, go to https://support.google.com/mail/?p=BadCredentials
535 5.7.8 https://support.google.com/mail/?p=BadCredentials x20-20020a05600c21d400b003a1b2c3d4e5si123wmj.12 - gsmtp
535-5.7.8 Username and Password not accepted. d9443c01a7336-1fd9b7c1a2bsm123456plg.100 - gsmtp
534-5.7.9 Application-specific password required. For more information, go to 534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor
535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6
535 5.7.8 Error: authentication failed: VXNlcm5hbWU6
warning: unknown[192.0.2.7]: SASL LOGIN authentication failed: UGFzc3dvcmQ6
warning: mail.example.com[192.0.2.7]: SASL PLAIN authentication failed: Connection lost to authentication server
535 5.7.3 Authentication unsuccessful [AM0EUR02FT030.eop-EUR02.prod.protection.outlook.com]
535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. [SN1PEPF0002529E.namprd05.prod.outlook.com 2024-03-01T10:00:00.000Z 08DC39A1B2C3D4E5]
451 4.7.500 Server busy. Please try again later from [192.0.2.10]. (AS77712344) [HE1EUR01FT045.eop-EUR01.prod.protection.outlook.com]
password authentication failed
Authentication failed: password expired
535 Authentication failed: password: your password has expired
Password: incorrect
SMTP Password: wrong
Password command failed: 535 5.7.8
535 Incorrect username/password
535 5.7.8 Bad username or password (Authentication failed).
Incorrect username or password {mp039} (gmx)
Error: Missing credentials for "PLAIN"
pass: undefined
pass: null
password: ********
password=***
{"password":["This field is required."]}
{"errors":{"password":"Your password is incorrect."}}
using password: YES
token: expired
Unexpected token < in JSON at position 0
535 Login Fail. Please enter your authorization code to login. More information in https://service.mail.qq.com/detail/0/53
535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy.
550 User has no permission 授权码无效
密码错误
密码：错误
授权码无效，请重新获取
登录失败：用户名或密码不正确
554 DT:SPM 163 smtp14,EsCowACXtVJ5n2Vg3xkMAA--.4567S2 1617272697,please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.7&hostid=smtp14&time=1617272697
550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726
250-AUTH PLAIN LOGIN XOAUTH2
250-AUTH=LOGIN PLAIN
250-AUTH LOGIN PLAIN CRAM-MD5 DIGEST-MD5 NTLM
250-AUTH SCRAM-SHA-256 SCRAM-SHA-256-PLUS XOAUTH2 OAUTHBEARER
AUTH LOGIN
AUTH PLAIN
AUTH PLAIN failed
AUTH LOGIN command failed
AUTH LOGIN disabled
AUTH LOGIN authentication failed
503 5.5.1 Error: authentication not enabled
504 5.7.4 Unrecognized authentication type
334 VXNlcm5hbWU6
334 UGFzc3dvcmQ6
334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZ29vZ2xlLmNvbS8ifQ==
SERVER -> CLIENT: 334 VXNlcm5hbWU6
SMTP ERROR: Password command failed: 535-5.7.8 Username and Password not accepted.
SMTP Error: Could not authenticate.
DEBUG SMTP: AUTH LOGIN command trace suppressed
CLIENT -> SERVER: [credentials hidden]
Basic authentication is disabled
530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled.
Bearer token has expired
550 5.1.1 User unknown
550 5.1.1 <address>: Recipient address rejected: User unknown in virtual mailbox table
<address>: host mx.example.com[192.0.2.7] said: 550 5.1.1 <address>@gmail.com User unknown (in reply to RCPT TO command)
220 smtp.example.com ESMTP Postfix (Debian/GNU)
220-mail.example.com ESMTP Exim 4.96 #2 Fri, 01 Mar 2024 10:00:00 +0100
220 smtp.office365.com Microsoft ESMTP MAIL Service ready at Fri, 1 Mar 2024 10:00:00 +0000
Jun  3 10:12:01 mail postfix/smtp[1234]: 3CB2B113CB6: to=<address>, relay=gmail-smtp-in.l.google.com[142.250.1.27]:25, delay=1.2, dsn=5.1.1, status=bounced
4Q1yXj2Xw8z3Qyp: removed
1rfKxY-0004Qk-2b ** <address> R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.7]: SMTP error from remote mail server after RCPT TO
250 2.0.0 OK 0100018d5a7e2b3c-4f5a6b7c-1234-5678-9abc-def012345678-000000
smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd
relayhost = [smtp.gmail.com]:587
[smtp.gmail.com]:587: Connection refused
connect to smtp.example.com[2001:db8::1]:25: Network is unreachable
Error: connect ECONNREFUSED 127.0.0.1:587
javax.mail.AuthenticationFailedException: 535 5.7.8 Error: authentication failed
com.sun.mail.smtp.SMTPSendFailedException: 530 5.7.0 Must issue a STARTTLS command first
    at com.sun.mail.smtp.SMTPTransport.authenticate(SMTPTransport.java:965)
    at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:790:19)
  File "/usr/lib/python3.11/smtplib.py", line 662, in auth
smtplib.SMTPAuthenticationError: (535, b'5.7.8 Error: authentication failed')
in /var/www/html/vendor/symfony/mailer/Transport/Smtp/SmtpTransport.php:298
server.login(user, password)
pass: process.env.SMTP_PASS,
password = os.environ["SMTP_PASSWORD"]
SSL_connect returned=1 errno=0 state=error: certificate verify failed (self-signed certificate)
0x800CCC92 Your e-mail server rejected your login. Verify your user name and password in your account properties.
Your message to <address> couldn't be delivered.
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 User unknown
From: Mail Delivery Subsystem <address>
To: undisclosed-recipients:;
Subject: Undelivered Mail Returned to Sender
Date: Fri, 1 Mar 2024 10:00:00 +0800 (CST)
Received: from mail.example.com (mail.example.com [192.0.2.7]) by mx.example.com with ESMTPS id 3CB2B113CB6
took 354 ms
all good
>>> RCPT TO:<address>
<<< 550 5.1.1 unknown or illegal alias
""".strip().split("\n")


@pytest.mark.parametrize("line", SURVIVORS)
def test_a_line_that_tells_an_error_stays(line: str) -> None:
    assert redact(line) == line


def test_all_of_them_stay_together() -> None:
    text = "\n".join(line for line in SURVIVORS if not line.startswith("AUTH"))
    assert redact(text) == text


def test_every_shipped_signature_without_an_address_stays() -> None:
    signatures = [signature for entry in shipped_entries() for signature in entry.signatures if "@" not in signature]
    assert [signature for signature in signatures if redact(signature) != signature] == []


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        (
            "550 5.1.1 <jane@customer.example>: Recipient address rejected: User unknown",
            "550 5.1.1 <address>: Recipient address rejected: User unknown",
        ),
        (
            "535 5.7.8 Error: authentication failed for jane@qq.com",
            "535 5.7.8 Error: authentication failed for <address>@qq.com",
        ),
        (
            "550 5.7.60 SMTP; Client does not have permissions to send as this sender [jane@customer.example]",
            "550 5.7.60 SMTP; Client does not have permissions to send as this sender [<address>]",
        ),
        (
            "553 5.7.1 <a@b.example>: Sender address rejected: not owned by user c@d.example",
            "553 5.7.1 <address>: Sender address rejected: not owned by user <address>",
        ),
        (
            "host mx.example.com[192.0.2.7] said: 550 5.1.1 <j@c.example>... User unknown",
            "host mx.example.com[192.0.2.7] said: 550 5.1.1 <address>... User unknown",
        ),
    ],
)
def test_only_the_person_goes(text: str, redacted: str) -> None:
    assert redact(text) == redacted
