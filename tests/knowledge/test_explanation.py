"""An explanation is the look-up itself, step by step."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from knowledge.base import KnowledgeBase
from knowledge.match.score import probability

PASTES = {
    "a reply": "535 5.7.8 Error: authentication failed",
    "a stack trace": (
        "Traceback (most recent call last):\n  smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not"
        " accepted. https://support.google.com/mail/?p=BadCredentials jane@example.com - gsmtp')"
    ),
    "two replies": "<<< 550 5.7.1 Relaying denied\n<<< 503 5.0.0 Need RCPT (recipient)",
    "a code alone": "550",
    "words alone": "connection refused",
    "no error": "lunch at noon?",
    "a long log": "Oct 11 22:14:15 mx postfix/smtp[1]: A: status=sent (250 ok)\n" * 2_000 + "550 5.1.1 User unknown",
}


@pytest.mark.parametrize("paste", PASTES.values(), ids=PASTES)
def test_its_candidates_and_its_verdict_are_the_answer_s(knowledge: KnowledgeBase, paste: str) -> None:
    explained, answer = knowledge.explain(paste), knowledge.look_up(paste)
    assert [(one.entry.id, one.score, one.why) for one in explained.matches] == [
        (one.rated.entry.id, one.score, one.why) for one in answer.candidates
    ]
    assert explained.detected is answer.detected
    assert [error.diagnostic for error in explained.errors] == list(answer.reading.diagnostics)


@pytest.mark.parametrize("paste", PASTES.values(), ids=PASTES)
def test_every_score_is_the_sum_of_its_parts(knowledge: KnowledgeBase, paste: str) -> None:
    for match in knowledge.explain(paste).matches:
        fit = match.fit
        assert fit.total == pytest.approx((fit.wording + fit.code + fit.named + fit.topic) * fit.factor)
        assert match.score == probability(fit.total)


@pytest.mark.parametrize("paste", PASTES.values(), ids=PASTES)
def test_a_listener_speaks_up_when_one_candidate_makes_it_sure_enough(knowledge: KnowledgeBase, paste: str) -> None:
    explained = knowledge.explain(paste)
    surest = explained.surest
    assert explained.detected is (surest is not None and surest.heard >= explained.threshold)


def test_a_bounce_is_explained_as_it_is_looked_up(knowledge: KnowledgeBase) -> None:
    bounce = EmailMessage()
    bounce["Subject"] = "Undelivered Mail Returned to Sender"
    bounce.set_content("<jane@example.org>: host mx.example.org said: 550 5.1.1 User unknown (in reply to RCPT TO)\n")
    explained, answer = knowledge.explain(bytes(bounce)), knowledge.look_up_message(bytes(bounce))
    assert [one.entry.id for one in explained.matches] == [one.rated.entry.id for one in answer.candidates]


def test_it_counts_what_was_taken_out_and_holds_none_of_it(knowledge: KnowledgeBase) -> None:
    explained = knowledge.explain(
        "jane@example.com: 535 5.7.8 failed for <address>, password=hunter2\nTo: joe@example.com"
    )
    assert explained.taken_out == {"<address>": 2, "<password>": 1}
    assert "hunter2" not in repr(explained)
    assert "jane@" not in repr(explained)


def test_of_a_long_log_it_keeps_the_lines_that_were_read(knowledge: KnowledgeBase) -> None:
    explained = knowledge.explain(PASTES["a long log"])
    assert explained.given == 2_001
    assert [line.text for line in explained.lines][-1] == "550 5.1.1 User unknown"
    assert len(explained.lines) < 10


def test_an_entry_somebody_asks_about_is_followed_wherever_it_ends_up(knowledge: KnowledgeBase) -> None:
    far = knowledge.explain("550", entry_id="communication/smtp-550-user-unknown")
    assert far.asked is not None
    assert far.asked.place is not None
    assert far.asked.place > len(far.matches)
    near = knowledge.explain("550", entry_id=far.matches[1].entry.id)
    assert near.asked is not None
    assert (near.asked.place, near.asked.match) == (2, near.matches[1])
    assert near.matches == far.matches == knowledge.explain("550").matches


def test_an_entry_that_shares_nothing_is_no_candidate(knowledge: KnowledgeBase) -> None:
    asked = knowledge.explain("connection refused", entry_id="communication/smtp-550-user-unknown").asked
    assert asked is not None
    assert (asked.place, asked.match) == (None, None)
