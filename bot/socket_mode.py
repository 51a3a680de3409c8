"""Socket Mode: Postmaster connects to Slack, and Slack sends its requests down that connection."""

from __future__ import annotations

import threading

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.access import SlackUnreachableError, asking_slack, check_bot_token
from bot.settings import SettingsError

__all__ = ["SocketMode"]

_RETRY_S = 10.0
"""Seconds until the next try when Slack cannot be reached at the start; later on slack_sdk reconnects by itself."""
_WORKERS = 10
_ADVICE = "make an app-level token with the scope connections:write (Basic Information > App-Level Tokens)"

_log = structlog.get_logger(__name__)


class SocketMode:
    """The connection, from `start` to `stop`."""

    def __init__(self, app: App, app_token: str, *, retry_s: float = _RETRY_S) -> None:
        """Hand what arrives to `app`; `app_token` (`xapp-…`) opens the connection."""
        self._retry_s = retry_s
        self._web = app.client
        self._handler = SocketModeHandler(app, app_token, concurrency=_WORKERS)
        self._socket = self._handler.client
        self._stopped = threading.Event()
        self._retrying: threading.Thread | None = None

    @property
    def connected(self) -> bool:
        """Whether the connection stands."""
        return self._socket.is_connected()

    def start(self) -> None:
        """Connect; if Slack cannot be reached now, go on trying in the background.

        Raises:
            SettingsError: Slack does not accept a token.
        """
        try:
            self._connect()
        except SlackUnreachableError as error:
            _log.warning("Slack cannot be reached; trying again", reason=str(error), every_s=self._retry_s)
            self._retrying = threading.Thread(target=self._keep_trying, name="connecting to Slack", daemon=True)
            self._retrying.start()

    def stop(self) -> None:
        """Disconnect, once what has arrived is handled."""
        self._stopped.set()
        if self._retrying is not None:
            self._retrying.join()
        self._handler.close()  # type: ignore[no-untyped-call]

    def _connect(self) -> None:
        check_bot_token(self._web)
        with asking_slack("SLACK_APP_TOKEN", _ADVICE):
            self._socket.connect_to_new_endpoint()
        if not self.connected:
            raise SlackUnreachableError("the connection was turned down")

    def _keep_trying(self) -> None:
        while not self._stopped.wait(self._retry_s):
            try:
                self._connect()
            except SlackUnreachableError:
                continue
            except SettingsError as error:
                _log.error("Socket Mode does not work", reason=str(error))
                return
            _log.info("connected to Slack")
            return
