"""Every sentence of every area exists in both languages, and asks for the same facts."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import bot.views
from knowledge.model import Text


def sentences() -> Iterator[Text]:
    """All of the modules called `words` below `bot.views`."""
    for module in pkgutil.walk_packages(bot.views.__path__, "bot.views."):
        if module.name.endswith(".words"):
            for value in vars(importlib.import_module(module.name)).values():
                yield from (
                    one for one in (value.values() if isinstance(value, dict) else [value]) if isinstance(one, Text)
                )


def test_every_sentence_asks_for_the_same_facts_in_both_languages() -> None:
    found = list(sentences())
    assert len(found) > 150
    unlike = [one for one in found if set(re.findall(r"{\w+}", one.en)) != set(re.findall(r"{\w+}", one.zh))]
    assert unlike == []
