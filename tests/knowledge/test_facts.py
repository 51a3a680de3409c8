"""What is said of an answer in a few words."""

from __future__ import annotations

from knowledge.base import KnowledgeBase
from knowledge.facts import why_this_answer


def test_an_answer_that_is_sure_says_why(knowledge: KnowledgeBase) -> None:
    best = knowledge.look_up("535 5.7.8 Error: authentication failed").candidates[0]
    said = why_this_answer(best)
    assert said.en == f"Why this answer: {best.why.en}"
    assert said.zh == f"为何是这个答案：{best.why.zh}"


def test_an_answer_that_is_a_guess_says_so(knowledge: KnowledgeBase) -> None:
    best = knowledge.look_up("535 5.7.8 Zorblax flange").candidates[0]
    said = why_this_answer(best)
    assert said.en.startswith(f"Only a guess, {best.score:.0%} sure: ")
    assert said.zh.startswith(f"只是推测，把握 {best.score:.0%}：")
