"""What is said when an error comes again."""

from __future__ import annotations

import pytest

from bot.views.quiet import Earlier, incident_message, repeat
from knowledge import files
from knowledge.conversation import Place
from knowledge.model import Language, Text
from knowledge.recurrence import Incident, Sighting, Verdicts

ENTRY = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
URL = "https://a.slack.com/archives/C1/p1"
HOSTILE = "<!channel> @here <@U1> " + "x" * 4_000


def incident(**other: object) -> Incident:
    pastes = tuple(
        Sighting(Place("T1", "C1", f"{number}.0"), f"U{number}", frozenset({"421"}), "gmail") for number in range(7)
    )
    usual = other.get("usual")
    return Incident(ENTRY.id, pastes, "421 4.7.0", "gmail", float(str(usual)) if usual is not None else None)


@pytest.mark.parametrize(
    ("usual", "english", "chinese"),
    [
        (None, "in 20 minutes.", "421 4.7.0`。"),
        (0.3, "in 20 minutes, usually less than one a day.", "，平时每天不到一次。"),
        (1.2, "in 20 minutes, usually 1 a day.", "，平时每天 1 次。"),
    ],
)
def test_an_incident_says_how_many_of_what_from_whom_and_what_is_usual(
    usual: float | None, english: str, chinese: str
) -> None:
    said = incident_message(incident(usual=usual), ENTRY, [URL], Language.EN).text
    assert said.startswith("Likely an incident: 7 pastes of `421 4.7.0` from Gmail")
    assert said.endswith(english)
    assert chinese in incident_message(incident(usual=usual), ENTRY, [URL], Language.ZH).text


def test_an_error_without_a_code_goes_by_its_title() -> None:
    nameless = Incident(ENTRY.id, incident().sightings, "", None, None)
    assert ENTRY.title.en in incident_message(nameless, ENTRY, [], Language.EN).text


@pytest.mark.parametrize("language", Language)
def test_a_link_tells_how_it_went_and_pings_nobody(language: Language) -> None:
    entry = ENTRY.model_copy(update={"title": Text(en=HOSTILE, zh=HOSTILE)})
    verdicts = Verdicts(worked=3, failed=1, workaround=entry.workarounds[0].key)
    message = repeat(Earlier(entry, URL, 1_700_000_000_000_000, verdicts, resolved_by=HOSTILE), language)
    shown = str(message.as_json())
    assert "3" in shown
    assert entry.workarounds[0].title.in_(language) in shown
    for ping in ("<!channel>", "<@U1>", "@here "):
        assert ping not in shown


def test_while_the_first_answer_is_on_its_way_the_link_leads_to_its_paste() -> None:
    message = repeat(Earlier(ENTRY, URL, None, Verdicts(0, 0, None)), Language.EN)
    assert f"<{URL}|I answer it there>" in message.text
    assert "nobody has said" not in str(message.as_json())
