"""Every rule of `reading:` in every language file holds for the sentences beside it, and has some.

The sentences stand in the files: `examples` are what a rule must see, `not` what looks like it and is something else.
A new language, kind or rule is tested by being written; one without sentences fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from dateline import language
from dateline.proofreading import story, structure

LANGUAGES = language.tags("reading")
TRIGGERED = tuple(tag for tag in LANGUAGES if language.load(tag).reading.get("triggers"))


def rules() -> Iterator[Any]:
    """(language, section, name) of every rule."""
    for tag in LANGUAGES:
        for section in story.CHECKS:
            for name in story.names(tag, section):
                yield pytest.param(tag, section, name, id=f"{tag}-{section}-{name}")


@pytest.mark.parametrize(("tag", "section", "name"), list(rules()))
def test_a_rule_holds_for_its_sentences(tag: str, section: str, name: str) -> None:
    """One failure with every sentence of the rule that does not hold."""
    assert [miss.message for miss in story.rule(tag, section, name)] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_rule_has_examples_and_sentences_that_only_look_like_it(tag: str) -> None:
    """A language may leave sections out as long as it is not done; what stands there is whole."""
    shape = {f"{key.rstrip('?')}?": inner for key, inner in structure.READING.items()}
    assert [miss.message for miss in structure.unlike(language.load(tag).reading, shape)] == []


def test_there_are_rules_of_every_sort_to_hold() -> None:
    assert {param.values[1] for param in rules()} == set(story.CHECKS)
    assert len(list(rules())) > 200


@pytest.mark.parametrize("tag", TRIGGERED)
def test_a_language_has_words_for_each_kind_and_no_other(tag: str) -> None:
    kinds = {kind for kind in language.kinds() if kind != story.EVERYDAY}
    assert set(language.load(tag).reading["triggers"]) == kinds


@pytest.mark.parametrize("tag", TRIGGERED)
def test_a_rule_that_does_not_hold_is_named_with_its_sentence(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check can fail: handed another kind's sentence, it says rule, sentence and what was found."""
    (one, first), (other, second) = list(language.load(tag).reading["triggers"].items())[:2]
    lang = language.load(tag)
    swapped = {**lang.reading["triggers"], other: {**second, "examples": [first["examples"][0], *second["examples"]]}}
    changed = replace(lang, reading={**lang.reading, "triggers": swapped})
    monkeypatch.setattr(language, "load", lambda wanted: changed if wanted == tag else lang)
    (miss,) = story.rule(tag, "triggers", other)
    assert miss.path == ("reading", "triggers", other, "examples", 0)
    assert first["examples"][0] in miss.message
    assert one in miss.message
