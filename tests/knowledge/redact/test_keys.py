"""Keys, tokens and cookies: none is left, whatever stands around it."""

from __future__ import annotations

import pytest

from knowledge.redact import redact

_HEX = "0123456789abcdef" * 4
KEYS = {
    "SendGrid": "SG." + "aB3dE6gH9jK2mN5pQ8rS1t" + "." + "vW4xY7zA0bC3dE6fG9hI2jK5lM8nO1pQ4rS7tU0vW3x",
    "Mailgun": "key-" + _HEX[:32],
    "Mailgun, older": "key-3ax6xnjp29jd6fds4gc373sgvjxteol0",
    "Google, refreshing": "1//0g" + "aB3dE6gH9jK2mN5pQ8rS1t",
    "Twilio": "SK" + _HEX[:32],
    "Mailgun, new": f"{_HEX[:32]}-{_HEX[:8]}-{_HEX[8:16]}",
    "Resend": "re_" + "aB3dE6gH" + "_" + "jK2mN5pQ8rS1tV4wX7yZ0aB3",
    "Brevo": "xkeysib-" + _HEX + "-aB3dE6gH9jK2mN5p",
    "Brevo, SMTP": "xsmtpsib-" + _HEX + "-aB3dE6gH9jK2mN5p",
    "Amazon": "AKIA" + "J4XQ7ZB2LWNPM6TR",
    "Amazon's secret": "wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "TZ3qVw8sLk",
    "GitHub": "ghp_" + "aB3dE6gH9jK2mN5pQ8rS1tV4wX7yZ0aB3dE6",
    "Slack": "xoxb-" + "123456789012-1234567890123-aB3dE6gH9jK2mN5pQ8rS1tV4",
    "Google": "AIza" + "SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q",
    "Google, OAuth": "ya29." + "a0AfH6SMBx7Yq2Lk9Zp3Wn5Vt8Rs1Qd4Gf",
    "Mandrill": "md-" + "aB3dE6gH9jK2mN5pQ8rS1t",
    "JSON Web Token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.dBjftJeZ4CVP-mBxK2r3Yw",
    "hexadecimal": _HEX[3:43],
    "base64": "aB3dE6gH9jK2mN5pQ8rS1tV4wX7yZ0aB3dE6gH9jK2mN5p==",
}
PLACES = (
    "{}",
    "535 authentication failed {}",
    "token={}",
    "api_key: {}",
    '"apiKey": "{}"',
    "Authorization: Bearer {}",
    "curl -H 'X-Api-Key: {}' https://api.example.com/send",
    "new Client('{}')",
    "https://api.example.com/send?key={}&x=1",
    "user apikey, pass {}",
    "({})",
    "<{}>",
)


@pytest.mark.parametrize("place", PLACES)
def test_no_key_is_left(place: str) -> None:
    for key in KEYS.values():
        assert key not in redact(place.format(key))


@pytest.mark.parametrize(
    "line",
    [
        "Authorization: Basic amFuZTpodW50ZXIy",
        "authorization: 'Basic amFuZTpodW50ZXIy'",
        '"Authorization":"Bearer hunter2amFuZTpodW50ZXIy"',
        "Proxy-Authorization: Basic amFuZTpodW50ZXIy",
        "auth=Bearer amFuZTpodW50ZXIy9",
        "Cookie: session=amFuZTpodW50ZXIy; theme=dark",
        "Set-Cookie: sid=amFuZTpodW50ZXIy; Path=/; HttpOnly",
        "PHPSESSID=amFuZTpodW50ZXIy1",
        "X-Postmark-Server-Token: amFuZTpodW50ZXIy-1",
        '{"refresh_token": "amFuZTpodW50ZXIy12"}',
        "client_secret=amFuZTpodW50ZXIy",
        "AWS_SECRET_ACCESS_KEY=amFuZTpodW50ZXIy1",
        "error for amFuZTpodW50ZXIyIQ==",
        "https://hooks.slack.com/services/T000/B000/amFuZTpodW50ZXIy",
        "https://files.example.com/x?sv=1&sig=amFuZTpodW50ZXIy%3D",
        "https://s3.example.com/x?X-Amz-Signature=amFuZTpodW50ZXIy&x=1",
    ],
)
def test_no_token_is_left(line: str) -> None:
    assert "amFuZTpodW50ZXIy" not in redact(line)


PRIVATE_KEY = """-----BEGIN {kind}PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj
MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDuictGeurT8jNbvJZHtCSuYEvu
NMoSfm76oqFvAp8Gy0iz5sxjZmSnXyCdPEovGhLa0VzMaQ8s+CLOyS56YyCFGeJZ
-----END {kind}PRIVATE KEY-----
535 5.7.8 Error: authentication failed"""


@pytest.mark.parametrize("kind", ["", "RSA ", "EC ", "ENCRYPTED ", "OPENSSH "])
def test_no_line_of_a_private_key_is_left_and_none_moves(kind: str) -> None:
    text = PRIVATE_KEY.format(kind=kind)
    redacted = redact(text)
    assert not any(line in redacted for line in text.split("\n")[1:4])
    assert redacted.split("\n")[5] == "535 5.7.8 Error: authentication failed"


def test_a_private_key_without_an_end_or_with_escaped_lines_goes_too() -> None:
    lines = PRIVATE_KEY.format(kind="").split("\n")
    assert "MIIE" not in redact("\n".join(lines[:3]))
    assert "MIIE" not in redact('{"private_key": "' + "\\n".join(lines[:5]) + '\\n"}')
