"""A digest is one that Slack takes; its picture reads alike on light and dark, and its words tell the same."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image

from bot.links import Links
from bot.playground.block_kit.blocks import block_faults
from bot.views.digest.chart import Bar, chart
from bot.views.digest.message import bars, digest_message, picture_text
from knowledge import files
from knowledge.conversation import Place
from knowledge.digest import Asked, Digest, Unanswered, Week
from knowledge.evidence import Rate
from knowledge.feedback import Movement
from knowledge.model import Entry, Language, Text
from knowledge.pages.site import Site

HOSTILE = "<!channel> @here <@U1> & `code` " * 200
REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
ENTRY: Entry = REFERENCE.model_copy(update={"title": Text(en=HOSTILE, zh=HOSTILE)})
DAYS = tuple(date(2026, 11, 16) + timedelta(days=day) for day in range(7))
MOVED = Movement(ENTRY.id, Rate(0.9, 8), Rate(0.5, 12), worked=3, votes=4)
DIGEST = Digest(
    week=Week(DAYS, 0, 1),
    pastes=(5, 0, 9, 1, 0, 0, 12),
    unknown=3,
    asked=[Asked(ENTRY.id, 9 - rank) for rank in range(5)],
    worked=[MOVED] * 5,
    fallen=[MOVED] * 5,
    unanswered=[Unanswered(HOSTILE, 2, Place("T1", "C1", "1700000000.000100"))] * 5,
    entries={ENTRY.id: ENTRY},
)


@pytest.mark.parametrize("language", Language)
def test_it_keeps_slacks_limits_and_pings_nobody(language: Language) -> None:
    links, site = Links("https://northwind.example.com/"), Site("https://postmaster.example.com")
    message = digest_message(DIGEST, language, site=site, links=links, picture="F0123456789").as_json()
    assert block_faults(message["blocks"], surface="message") == []
    texts = json.dumps([message["text"], *(block.get("text") for block in message["blocks"])], ensure_ascii=False)
    assert re.search(r"<[@!]|@(?:here|channel|everyone)\b", texts) is None


def test_the_picture_and_its_text_tell_the_same_figures() -> None:
    assert [(bar.label, bar.count) for bar in bars(DIGEST)][:2] == [("1. 535 5.7.8", 9), ("2. 535 5.7.8", 8)]
    text = picture_text(DIGEST, Language.EN)
    assert "16 Nov: 5, 17 Nov: 0, 18 Nov: 9" in text
    assert "1. 535 5.7.8: 9, 2. 535 5.7.8: 8" in text
    assert len(text) <= 1_000  # https://docs.slack.dev/reference/methods/files.getUploadURLExternal


@pytest.mark.parametrize("errors", [[], [Bar("1. 535 5.7.8", 1)], [Bar("1. ABCDEFGHIJKLMNOPQ…", 10**6)] * 5])
@pytest.mark.parametrize("most", [0, 1, 10**6])
def test_the_picture_has_a_ground_of_its_own(most: int, errors: list[Bar]) -> None:
    counted = [(day, most if day == DAYS[3] else 0) for day in DAYS]
    picture = Image.open(BytesIO(chart(counted, errors)))
    assert picture.format == "PNG"
    assert {picture.getpixel((x, y)) for x in (20, 600, 1_180) for y in (20, 400)} == {(255, 255, 255, 255)}
