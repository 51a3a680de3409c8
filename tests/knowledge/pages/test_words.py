"""Pages speak every language, and Chinese with its own punctuation."""

from __future__ import annotations

import re

from knowledge.model import Text
from knowledge.pages import words

SENTENCES = {name: value for name, value in vars(words).items() if isinstance(value, Text)}


def test_every_sentence_exists_in_both_languages_and_asks_for_the_same_facts() -> None:
    assert len(SENTENCES) > 40
    for name, sentence in SENTENCES.items():
        assert set(re.findall(r"{\w+}", sentence.en)) == set(re.findall(r"{\w+}", sentence.zh)), name
        assert sentence.en != sentence.zh, name


def test_chinese_sentences_have_full_width_punctuation() -> None:
    for name, sentence in SENTENCES.items():
        assert re.search(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]|[\u4e00-\u9fff]\.", sentence.zh) is None, name
