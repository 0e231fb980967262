"""Every rule of `reading:` in every language file holds for the sentences beside it, and has some.

The sentences stand in the files: `examples` are what a rule must see, `not` what looks like it and is something else.
A new language, kind or rule is tested by being written; one without sentences fails.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

import pytest

from dateline import language
from dateline.model import Article, Document, Sentence
from dateline.reading import clauses, cues, furniture, sentences, triggers, voices

LANGUAGES = language.tags("reading")
TRIGGERED = tuple(tag for tag in LANGUAGES if language.load(tag).reading.get("triggers"))
EVERYDAY = "other"  # the kind of what has no kind: it has no words of its own
Row = Mapping[str, Any]


def rows(section: str) -> Iterator[Any]:
    """(language, name, row) of every rule of a section, in every language that has it."""
    for tag in LANGUAGES:
        found = language.load(tag).reading.get(section, ())
        named = found.items() if isinstance(found, Mapping) else ((row["name"], row) for row in found)
        for name, row in named:
            yield pytest.param(tag, name, row, id=f"{tag}-{section}-{name}")


def every(section: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("tag", "name", "row"), list(rows(section)))


def single(section: str) -> pytest.MarkDecorator:
    """The languages whose section is one rule."""
    found = [(tag, language.load(tag).reading[section]) for tag in LANGUAGES if section in language.load(tag).reading]
    return pytest.mark.parametrize(("tag", "row"), found, ids=[tag for tag, _ in found])


def whole(tag: str, text: str) -> Sentence:
    """A text that is one sentence."""
    return Sentence(Document(Article("example", tag), text, PurePosixPath("example.txt")), 0, len(text), 0)


def told(tag: str, text: str) -> tuple[list[str], str]:
    """The kinds that a sentence triggers, and the same in words."""
    sentence, lang = whole(tag, text), language.load(tag)
    found = triggers.triggers(sentence, clauses.clauses(sentence, lang), lang)
    words = ", ".join(f"{trigger.kind} (“{text[trigger.start : trigger.end]}”)" for trigger in found) or "nothing"
    return [trigger.kind for trigger in found], words


def misses(tag: str, name: str, failures: list[str]) -> str:
    return "\n".join((f"{tag}/{name}:", *(f"  {failure}" for failure in failures)))


def check(tag: str, name: str, failures: list[str]) -> None:
    """One failure with every sentence of the rule that does not hold."""
    assert not failures, misses(tag, name, failures)


# ------------------------------------------------------------------ what every rule must have


@pytest.mark.parametrize("section", ["furniture", "voices", "clauses", "roles", "unreal", "triggers"])
def test_every_rule_has_examples(section: str) -> None:
    bare = [f"{param.values[0]}/{param.values[1]}" for param in rows(section) if not param.values[2].get("examples")]
    assert not bare, f"rules of {section} without examples: {', '.join(bare)}"


@pytest.mark.parametrize("section", ["furniture", "clauses", "roles", "unreal", "triggers"])
def test_every_rule_has_a_sentence_that_only_looks_like_it(section: str) -> None:
    bare = [f"{param.values[0]}/{param.values[1]}" for param in rows(section) if not param.values[2].get("not")]
    assert not bare, f"rules of {section} without `not`: {', '.join(bare)}"


@pytest.mark.parametrize("tag", TRIGGERED)
def test_a_language_has_words_for_each_kind_and_no_other(tag: str) -> None:
    kinds = {kind for kind in language.kinds() if kind != EVERYDAY}
    assert set(language.load(tag).reading["triggers"]) == kinds


@every("triggers")
def test_a_kind_has_at_least_two_examples(tag: str, name: str, row: Row) -> None:
    assert len(row["examples"]) >= 2, f"{tag}/{name} has one example: add another tense or word order"


# ------------------------------------------------------------------ page furniture


@every("furniture")
def test_furniture(tag: str, name: str, row: Row) -> None:
    pattern = next(rule.pattern for rule in furniture.rules(tag) if rule.name == f"{tag}/{name}")
    failures = [f"is not seen in “{line}”" for line in row["examples"] if not pattern.match(line.strip())]
    failures += [f"is seen in “{line}”" for line in row["not"] if pattern.match(line.strip())]
    check(tag, name, failures)


# ------------------------------------------------------------------ who says so


def speakers(tag: str, name: str, text: str) -> list[str]:
    """Who the rule names in a sentence; "-" where it names nobody."""
    sentence, lang = whole(tag, text), language.load(tag)
    found = [reach.voice for reach in voices.reaches(sentence, clauses.clauses(sentence, lang), lang)]
    return [voice.who or "-" for voice in found if voice.rule == f"{tag}/{name}"]


@every("voices")
def test_voices(tag: str, name: str, row: Row) -> None:
    failures = []
    for example in row["examples"]:
        text, arrow, who = example.partition(" => ")
        assert arrow, f"{tag}/{name}: write “sentence => who” (or “-”), not “{example}”"
        carried = speakers(tag, name, text)
        if who not in carried:
            failures.append(f"“{text}” is said by {who}, not by {' or '.join(carried) or 'anyone'}")
    failures += [f"is seen in “{text}”" for text in row.get("not", ()) if speakers(tag, name, text)]
    check(tag, name, failures)


@every("roles")
def test_roles(tag: str, name: str, row: Row) -> None:
    lang = language.load(tag)
    failures = [f"“{who}” is {found}" for who in row["examples"] if (found := voices.role(who, lang)) != name]
    failures += [f"“{who}” is no {name}" for who in row["not"] if voices.role(who, lang) == name]
    check(tag, name, failures)


@single("official_agent")
def test_official_agent(tag: str, row: Row) -> None:
    failures = [f"is not seen in “{text}”" for text in row["examples"] if not cues.find(tag, row["match"], text)]
    failures += [f"is seen in “{text}”" for text in row["not"] if cues.find(tag, row["match"], text)]
    assert row["examples"]
    check(tag, "official_agent", failures)


# ------------------------------------------------------------------ clauses and sentences


def openings(tag: str, name: str, text: str) -> list[int]:
    """Where clauses of that opening start, at their first letter."""
    found = [part for part in clauses.clauses(whole(tag, text), language.load(tag)) if part.opens == name]
    return [part.start + len(text[part.start :]) - len(text[part.start :].lstrip()) for part in found]


@every("clauses")
def test_clauses(tag: str, name: str, row: Row) -> None:
    failures = []
    for example in row["examples"]:
        before, bar, after = example.partition("| ")
        assert bar, f"{tag}/{name}: put “| ” before the opening in “{example}”"
        if len(before) not in openings(tag, name, before + after):
            failures.append(f"no {name} clause at the bar of “{example}”")
    failures += [f"a {name} clause in “{text}”" for text in row["not"] if openings(tag, name, text)]
    check(tag, name, failures)


@single("abbreviations")
def test_abbreviations(tag: str, row: Row) -> None:
    lang = language.load(tag)
    failures = [f"“{text}” is cut" for text in row["examples"] if len(sentences.split(text, lang)) != 1]
    failures += [f"“{text}” is not cut" for text in row["not"] if len(sentences.split(text, lang)) < 2]
    assert row["examples"]
    check(tag, "abbreviations", failures)


# ------------------------------------------------------------------ what happened


@every("triggers")
def test_triggers(tag: str, name: str, row: Row) -> None:
    failures = []
    for text in row["examples"]:
        kinds, words = told(tag, text)
        if set(kinds) != {name}:
            failures.append(f"“{text}” tells {words}, not just {name}")
    for text in row["not"]:
        kinds, words = told(tag, text)
        if name in kinds:
            failures.append(f"“{text}” tells {words}")
    check(tag, name, failures)


@every("unreal")
def test_unreal(tag: str, name: str, row: Row) -> None:
    """An example would tell an event but for the rule; what only looks like it tells one."""
    failures = [f"does not see “{text}”" for text in row["examples"] if not cues.find(tag, row["match"], text)]
    failures += [f"“{text}” tells {words}" for text in row["examples"] if (words := told(tag, text)[1]) != "nothing"]
    failures += [f"“{text}” tells nothing" for text in row["not"] if not told(tag, text)[0]]
    check(tag, name, failures)


@pytest.mark.parametrize("tag", TRIGGERED)
def test_a_rule_that_does_not_hold_is_named_with_its_sentence(tag: str) -> None:
    """The check can fail: handed another kind's sentence, it says language, rule, sentence and what was found."""
    (one, first), (other, _) = list(language.load(tag).reading["triggers"].items())[:2]
    with pytest.raises(AssertionError) as failure:
        test_triggers(tag, other, {"examples": first["examples"][:1], "not": []})
    assert f"{tag}/{other}" in str(failure.value)
    assert first["examples"][0] in str(failure.value)
    assert one in str(failure.value)


@pytest.mark.parametrize("tag", TRIGGERED)
def test_a_sentence_without_end_takes_linear_time(tag: str) -> None:
    """Eight times as long may take at most twenty times as long: every kind's first example, over and over, unpunctuated."""
    words = " ".join(row["examples"][0].rstrip(".") for row in language.load(tag).reading["triggers"].values())

    def seconds(times: int) -> float:
        started = time.process_time()
        told(tag, " ".join([words] * times))
        return time.process_time() - started

    seconds(1)  # compiles the patterns
    assert seconds(32) < 20 * max(seconds(4), 0.01)
