"""What a share button carries fits into it, whatever was pasted."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.listeners.share import carried
from knowledge.conversation import Conversation, Place
from knowledge.model import Language

IDS = st.lists(st.text(alphabet="abc-/", min_size=1, max_size=60), max_size=5).map(tuple)


@given(st.text(max_size=2_000), IDS, st.sampled_from(Language))
def test_it_is_never_longer_than_slack_allows_and_keeps_what_it_can(
    excerpt: str, ids: tuple[str, ...], language: Language
) -> None:
    conversation = Conversation(Place("T1", "C1", "1.1"), "1.1", "U1", True, language, excerpt, ids)  # noqa: FBT003
    value = carried(conversation)
    parts = json.loads(value)
    assert len(value) <= 2_000
    assert (parts["l"], tuple(parts["e"])) == (language.value, ids)
    assert excerpt.startswith(parts["x"])
    assert len(parts["x"]) == len(excerpt) or len(value) > 1_000
