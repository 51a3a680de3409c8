"""A Slack workspace on the laptop: for people a page, for the bot Slack's own protocol, for tests both.

The bot runs against it unchanged: it calls the Web API under `SLACK_API_URL` and gets signed requests at its
`/slack/events`, retries included. What Slack would refuse is refused here too, under Slack's error names.

    playground.py       the parts put together; `create_playground`
    objects.py          users, channels, messages, files, views
    state.py            the workspace: one store, one writer; seed.py: its first day
    changes.py          what can change in it, told to everybody who listens
    actions.py          what people do to messages;  typed_text.py: what becomes of what they type
    interactions.py     what people do with the app: commands, shortcuts, buttons;  modals.py: windows
    events.py           changes -> events for the bot;  payloads.py: commands and interactions for the bot
    delivery.py         signs (signing.py), sends, retries;  switches.py: what a test makes go wrong
    web_api.py          Slack's Web API for the bot;  methods/: one module per family
    block_kit/          what blocks and views may look like
    response_url.py     answers without a token;  triggers.py: the right to open a modal
    pages.py            the addresses of all this;  page_api.py: the page's requests;  stream.py: its live events
    guard.py            keeps other web pages out
    testing/            a server and people for tests
"""

from __future__ import annotations

from bot.playground.delivery import Timing
from bot.playground.playground import Playground, create_playground

__all__ = ["Playground", "Timing", "create_playground"]
