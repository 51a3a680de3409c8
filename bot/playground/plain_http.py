"""For clients that never leave this machine and speak plain HTTP: no certificates, which take long to read."""

from __future__ import annotations

import ssl

__all__ = ["TRUSTS_NOBODY"]

TRUSTS_NOBODY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
