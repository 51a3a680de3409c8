"""For tests: a real server on a free port, and people who act in its workspace and wait for what they see.

    with serving(my_app) as served, served.person("Ana") as ana:
        paste = ana.says("#mail-support", "535 5.7.8 Authentication credentials invalid")
        card = ana.waits_for_reply(paste)
        ana.reacts(card, "+1")
        ana.clicks(card, "more")
        view = ana.waits_for_view()

`my_app(port)` builds the ASGI app once the port is known: usually the bot's own server with a playground inside.
Nothing here sleeps: a person listens to the workspace's event stream and wakes at each change. To see what the
playground sends, put a `RecordingBot` where the bot would be.
"""

from __future__ import annotations

from bot.playground.testing.person import Person, RefusedError
from bot.playground.testing.recording import Answer, Received, RecordingBot
from bot.playground.testing.seen import Seen, SeenMessage
from bot.playground.testing.server import AppFactory, Served, serving

__all__ = [
    "Answer",
    "AppFactory",
    "Person",
    "Received",
    "RecordingBot",
    "RefusedError",
    "Seen",
    "SeenMessage",
    "Served",
    "serving",
]
