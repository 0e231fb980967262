"""Hard sentences in each language's voice_specs/<tag>.yaml: whose claim an event is, and in whose words, at least as often as ever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pytest
from specs import rows

from dateline import language
from dateline.model import Article, Document, Voice
from dateline.reading import sentences, speakers, triggers, voices

FOLDER = Path(__file__).parent / "voice_specs"
FLOORS = {"en": 99.5, "fr": 99.6, "de": 100.0, "nl": 99.8, "es": 99.7, "it": 99.4, "pt": 99.7}
"""Percent of a language's sentences whose status and speaker are both right. A floor may only rise."""


class Spec(NamedTuple):
    """`words` mark the place of the event in `text`; `who` is “-” for nobody; `role` is empty where it is not asked."""

    text: str
    words: str
    status: str
    role: str
    who: str


def specs(tag: str) -> Iterator[Spec]:
    """A row is `text | words -> status/role: who`; “ ¶ ” parts paragraphs."""
    for row in rows(FOLDER / f"{tag}.yaml"):
        text, bar, words = row.told.rpartition(" | ")
        assert all((bar, words in text)), f"write “text | words -> status: who”, not “{row.told}”"
        status, _, who = row.answer.partition(": ")
        name, _, role = status.partition("/")
        yield Spec(text.replace(" ¶ ", "\n\n"), words, name, role, who or "-")


def heard(tag: str, spec: Spec) -> Voice:
    """The voice of the event at the spec's words."""
    lang = language.load(tag)
    document = Document(Article("a", tag), spec.text, PurePosixPath("a.txt"))
    every = sentences.sentences(document, lang)
    place = spec.text.index(spec.words)
    voice = speakers.voice(every, place, lang)
    sentence = next(s for s in every if s.start <= place < s.end)
    for trigger in triggers.triggers(sentence, lang):
        if trigger.start < place + len(spec.words) and place < trigger.end and language.kinds()[trigger.kind].get("official"):
            return voices.vouched(voice, trigger.kind)
    return voice


def wrong(tag: str) -> Iterator[str]:
    """Every sentence that is read otherwise, with what was found."""
    for spec in specs(tag):
        voice = heard(tag, spec)
        found = (voice.status, voice.who or "-", voice.role if spec.role else "")
        own = voice.status == spec.status == "established"  # an authority may stand behind it
        if not own and found != (spec.status, spec.who, spec.role):
            yield f"{spec.text} | {spec.words} -> {spec.status}: {spec.who}, not {voice.status}: {voice.who} ({voice.rule})"


@pytest.mark.parametrize("tag", sorted(FLOORS))
def test_status_and_speaker_are_right(tag: str) -> None:
    every, missed = list(specs(tag)), list(wrong(tag))
    assert len(every) >= 200
    right = 100 * (1 - len(missed) / len(every))
    assert right >= FLOORS[tag], "\n".join([f"{right:.1f} % of {len(every)} are right", *missed])


@pytest.mark.parametrize("tag", sorted(FLOORS))
def test_there_are_claims_denials_hearsay_and_facts_to_tell_apart(tag: str) -> None:
    found = [spec.status for spec in specs(tag)]
    assert all(found.count(status) >= 10 for status in ("established", "alleged", "denied", "reported"))
