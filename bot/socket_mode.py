"""Socket Mode: Postmaster connects to Slack, and Slack sends its requests down that connection."""

from __future__ import annotations

import threading
from urllib.error import URLError

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot.settings import SettingsError

__all__ = ["SocketMode"]

_RETRY_S = 10.0
"""Seconds until the next try when Slack cannot be reached at the start; later on slack_sdk reconnects by itself."""
_WORKERS = 10

_log = structlog.get_logger(__name__)


class SocketMode:
    """The connection, from `start` to `stop`."""

    def __init__(self, app: App, app_token: str, *, retry_s: float = _RETRY_S) -> None:
        """Hand what arrives to `app`; `app_token` (`xapp-…`) opens the connection."""
        self._retry_s = retry_s
        self._handler = SocketModeHandler(app, app_token, concurrency=_WORKERS)
        self._stopped = threading.Event()
        self._retrying: threading.Thread | None = None

    def start(self) -> None:
        """Connect; if Slack cannot be reached now, go on trying in the background.

        Raises:
            SettingsError: Slack does not accept the token.
        """
        if not self._connect():
            self._retrying = threading.Thread(target=self._keep_trying, name="connecting to Slack", daemon=True)
            self._retrying.start()

    def stop(self) -> None:
        """Disconnect, once what has arrived is handled."""
        self._stopped.set()
        if self._retrying is not None:
            self._retrying.join()
        self._handler.close()  # type: ignore[no-untyped-call]

    def _connect(self) -> bool:
        try:
            self._handler.connect()  # type: ignore[no-untyped-call]
        except SlackApiError as error:
            raise SettingsError(
                f"Slack refuses SLACK_APP_TOKEN ({error.response.get('error')}): "
                "make an app-level token with the scope connections:write (Basic Information > App-Level Tokens)"
            ) from None
        except (URLError, OSError) as error:
            _log.warning("Slack cannot be reached", exc_info=error)
            return False
        return True

    def _keep_trying(self) -> None:
        while not self._stopped.wait(self._retry_s):
            try:
                if self._connect():
                    return
            except SettingsError as error:
                _log.error("Socket Mode does not work", reason=str(error))
                return
