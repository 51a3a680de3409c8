"""Passwords, in every place where people paste them: none is left."""

from __future__ import annotations

import re

import pytest

from knowledge.redact import redact

PASSWORDS = ("hunter2", "S3cr3t!Pass", "p@ss/w0rd#1", "letmein", "$2y$10$abcd", "Tr0ub4dor&3", "пароль-9", "qwfp%20zx")
PLACES = (
    "password={}",
    "Password: {}",
    "pass: {}",
    "pwd={}",
    "passwd:{}",
    "PASSWORD = {}",
    '"pass":"{}"',
    '"password": "{}", "host": "smtp.example.com"',
    "'password' => '{}',",
    "auth: {{ user: 'jane', pass: '{}' }},",
    '{{"auth":{{"user":"jane","pass":"{}"}}}}',
    '\\"password\\":\\"{}\\"',
    "SMTP_PASSWORD={}",
    "export MAIL_PASSWORD='{}'",
    "MAIL_PASSWORD={}\nMAIL_ENCRYPTION=tls",
    "EMAIL_HOST_PASSWORD = '{}'",
    "  smtp_password: {}",
    "spring.mail.password={}",
    "$mail->Password   = '{}';  // SMTP password",
    "smtpPassword: `{}`",
    "mailPass={}",
    "set smtp_pass={}",
    '<add key="smtpPassword" value="{}" />',
    '<network host="smtp.example.com" password="{}" userName="jane" />',
    "<password>{}</password>",
    "<td>Password: {}</td>",
    "smtp://jane:{}@smtp.example.com:587",
    "MAILER_DSN=smtps://jane%40example.com:{}@smtp.example.com:465?verify_peer=0",
    "swaks --to joe@example.com --au jane --ap {} --server smtp.example.com",
    "swaks -s smtp.example.com --auth-user jane --auth-password {}",
    "sendEmail -f jane@example.com -s smtp.example.com -xu jane -xp {}",
    "curl --url smtp://smtp.example.com -u jane:{} --mail-from jane@example.com",
    'curl smtps://smtp.example.com --user "jane:{}"',
    "mailsend -user jane -pass {}",
    'server.login("jane", "{}")',
    "smtp.login('jane@example.com', '{}')",
    'auth := smtp.PlainAuth("", "jane", "{}", "smtp.example.com")',
    'client.Credentials = new NetworkCredential("jane", "{}");',
    'client.Authenticate("jane", "{}");',
    'return new PasswordAuthentication("jane", "{}");',
    "$mail->setPassword('{}');",
    'props.put("mail.smtp.password", "{}");',
    "[smtp.example.com]:587 jane:{}",
    "smtp_sasl_password_maps = static:jane:{}",
    "client_send = : jane : {}",
    "smtp.example.com:jane:{}",
    'transport.connect("smtp.example.com", "jane", "{}");',
    "Net::SMTP.start('smtp.example.com', 587, 'localhost', 'jane', '{}', :login)",
    "$smtp->auth('jane', '{}');",
    "(given password: {})",
    "define('SMTP_PASS', '{}');",
    'AuthInfo:smtp.example.com "U:jane" "P:{}" "M:PLAIN"',
    "password {}",
    "machine smtp.example.com login jane password {}",
    "user=jane password={} 535 5.7.8 Authentication failed",
    "PASS {}",
    "密码：{}",
    "密码是{}",
    "Passwort: {}",
    "mot de passe : {}",
    "contraseña: {}",
    "Server=smtp.example.com;User=jane;Password={};Port=587",
    "https://api.example.com/send?user=jane&password={}&x=1",
    "my password is: {}",
    "pass word: {}",
    "*Password:* `{}`",
    "Password:\n{}",
    "> SMTP password:\n\n> {}\n",
    "| user | password |\n|--|--|\n| jane | {} |",
    "user,password\njane,{}",
    "credentials: jane / {}",
    "creds are jane:{}",
    "log in with jane@example.com / {}",
    "relayhost_auth = jane:{}",
    "client_send = ^jane^{}",
    "[smtp.example.com] jane:{}",
    "smtp.example.com jane:{}",
    "doveadm auth test jane {}",
    "a1 LOGIN jane {}",
    "ldapsearch -x -D cn=admin -w {}",
    "sshpass -p {} ssh mx",
    "mysql -u root -p{} mail",
    "AUTH PLAIN \\0jane\\0{}",
    "b'\\x00jane\\x00{}'",
    "<smtp-password>{}</smtp-password>",
)


SENTENCES = (
    "my password is hunter2 and it says 535",
    "the pass is Tr0ub4dor",
    "user jane pass hunter2",
    'with password "correct-horse"',
    "授权码 abcdefghijklmnop",
    "授权码abcdefghijklmnop 登录失败",
    "密码为 hunter2，报错 535",
    "SMTP_PASSWORD=correct horse battery",
    "password: correct horse battery staple",
    '"pass": "correct horse battery"',
    '"password":"se\\"cret-horse"',
    "Password: hunter2 535 5.7.8 Username and Password not accepted",
    "app password: abcd efgh ijkl mnop",
    "I used qwrt zxcv asdf poiu and get 535",
    "qwrt zxcv asdf poiu",
    "pass = 'qwrt zxcv asdf poiu'",
    "app password abcdefghijklmnop",
    "I use qwrt-zxcv-asdf-poiu",
    'tried password "staple" and "battery"',
    "tried hunter2 as the password",
    "la password è hunter2",
    "la contraseña es hunter2",
    "a senha é hunter2",
    "le mot de passe est hunter2",
    "das Passwort lautet hunter2",
    "jane:$6$salt$hunter2hunter2",
    "{SSHA}hunter2hunter2",
)
SECRETS = re.compile(r"hunter2|Tr0ub4dor|horse|battery|staple|abcdefghijklmnop|abcd|mnop|qwrt|poiu")


@pytest.mark.parametrize("place", PLACES)
def test_no_password_is_left(place: str) -> None:
    for password in PASSWORDS:
        assert password not in redact(place.format(password))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_password_in_a_sentence_is_left(sentence: str) -> None:
    assert SECRETS.search(redact(sentence)) is None


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("password=hunter2", "password=<password>"),
        ('{"user":"apikey","pass":"hunter2","port":587}', '{"user":"apikey","pass":"<password>","port":587}'),
        (
            "Password: hunter2, 535 5.7.8 Error: authentication failed",
            "Password: <password>, 535 5.7.8 Error: authentication failed",
        ),
        ("smtp://jane:hunter2@smtp.example.com:587", "smtp://<name>:<password>@smtp.example.com:587"),
        ("curl -u api:hunter2 smtp://smtp.example.com", "curl -u api:<password> smtp://smtp.example.com"),
        ("[smtp.example.com]:587 jane@example.com:hunter2", "[smtp.example.com]:587 <address>:<password>"),
        (
            'smtp.PlainAuth("", "jane", "hunter2", "smtp.example.com")',
            'smtp.PlainAuth("", "<password>", "<password>", "smtp.example.com")',
        ),
        ("密码：hunter2 登录失败", "密码：<password> 登录失败"),
    ],
)
def test_only_the_password_goes(text: str, redacted: str) -> None:
    assert redact(text) == redacted


@pytest.mark.parametrize(
    "line",
    [
        "smtp.gmail.com error:EAUTH",
        "mx1.example.com Error:ECONNREFUSED",
        "mx1.example.com status:bounced",
        "[mx1.example.com]:25 host:unreachable",
        "mx1.example.com:timeout:25s",
        "mx1.example.com java.net.UnknownHostException:mx1",
    ],
)
def test_what_a_log_says_of_a_server_stays_as_it_is(line: str) -> None:
    assert redact(line) == line
