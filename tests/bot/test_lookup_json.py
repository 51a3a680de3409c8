"""The JSON that other people's scripts rely on."""

from __future__ import annotations

import json

import pytest

from bot.lookup_json import answer_json
from knowledge.base import KnowledgeBase
from knowledge.model import Language

PASTE = "535 5.7.8 Authentication credentials invalid"


def test_an_answer_has_the_fields_that_are_promised(knowledge: KnowledgeBase) -> None:
    shown = answer_json(knowledge.look_up(PASTE), Language.EN)
    assert shown["detected"] is True
    best = shown["answers"][0]
    assert list(best) == ["id", "category", "score", "why", "title", "root_cause", "workarounds", "dead_ends"]
    assert best["id"] == "communication/smtp-535-authentication-credentials-invalid"
    assert best["category"] == "auth_error"
    assert 0.9 < best["score"] <= 1
    assert [fix["success_rate"] for fix in best["workarounds"]] == [0.95, 0.85, 0.9]
    assert [one["fail_rate"] for one in best["dead_ends"]] == [0.7, 0.85, 0.75]
    assert list(best["workarounds"][0]) == ["how", "success_rate"]
    assert list(best["dead_ends"][0]) == ["action", "fail_rate", "why"]


def test_at_most_three_answers_are_given_best_first(knowledge: KnowledgeBase) -> None:
    scores = [one["score"] for one in answer_json(knowledge.look_up(PASTE), Language.EN)["answers"]]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("text", ["", "lunch at noon?"])
def test_what_is_no_error_is_not_detected(knowledge: KnowledgeBase, text: str) -> None:
    assert answer_json(knowledge.look_up(text), Language.EN)["detected"] is False


def test_the_prose_is_in_the_language_that_was_asked_for(knowledge: KnowledgeBase) -> None:
    shown = json.dumps(answer_json(knowledge.look_up(PASTE), Language.ZH), ensure_ascii=False)
    assert "应用专用密码" in shown
    assert "app-specific" not in shown
