"""For tests: a real server on a free port, and people who act in its workspace and wait for what they see.

    with serving(my_app) as served, served.person("Ana") as ana:
        paste = ana.says("#mail-support", "535 5.7.8 Authentication credentials invalid")
        card = ana.waits_for_reply(paste)
        ana.reacts(card, "+1")
        ana.clicks(card, "more")
        view = ana.waits_for_view()

`my_app(port)` builds the ASGI app once the port is known: usually the bot's own server with a playground inside.
What one can do stands in `person.py`, what one can see and wait for in `onlooker.py`; a modal is filled in and sent:

    ana.uses_shortcut(paste, "teach_fix")
    view = ana.waits_for_view("Teach a fix")
    answer = ana.submits(view, {"cause": "The password is wrong", "kind": "new", "reviewer": wei.id})
    assert answer["errors"] == {"fix": "Say what to do."}

Nothing here sleeps: a person listens to the workspace's event stream and wakes at each change. To see what the
playground sends, put a `RecordingBot` where the bot would be.
"""

from __future__ import annotations

from bot.playground.testing.answers import RefusedError
from bot.playground.testing.person import Person
from bot.playground.testing.recording import Answer, Received, RecordingBot
from bot.playground.testing.seen import Seen, SeenMessage, words_of
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
    "words_of",
]
