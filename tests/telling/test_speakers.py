"""Whose claim it is, in the page's language: a record's word first, then a party's name, a role's word, the source's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample

from dateline.model import Citation, Event, Texts, Voice
from dateline.telling import speakers, words
from dateline.telling.words import plain

NOTHING = Texts()
PARTIES = {party.id: party for party in sample.case().parties}


def event(voice: Voice, claimant: Texts = NOTHING) -> Event:
    cited = Citation("a", "fr", "mots", 0, 4, voice=voice)
    return Event("e", None, "other", status=voice.status, claimant=claimant, citations=(cited,))


def who(lang: str, voice: Voice, **claimant: str) -> str:
    return plain(speakers.mark(event(voice, Texts.of(claimant)), words.of(lang), PARTIES).who)


FILING = Voice("alleged", "la poursuite", "filing")


def test_what_the_record_says_comes_first() -> None:
    assert who("en", FILING, en="the fifty plaintiffs") == "the fifty plaintiffs"


def test_a_generic_speaker_has_the_languages_own_word() -> None:
    assert [who(lang, FILING) for lang in ("en", "fr", "nl", "de")] == ["the lawsuit", "la plainte", "de aanklacht", "die Klage"]


def test_the_word_of_this_language_beats_the_record_in_another() -> None:
    assert who("nl", FILING, en="the plaintiffs") == "de aanklacht"


def test_a_party_is_called_by_its_name() -> None:
    assert who("en", Voice("denied", "norvik ferries", "company")) == "Norvik"


def test_a_person_stands_in_the_sources_words_marked_as_their_language() -> None:
    mark = speakers.mark(event(Voice("alleged", "une comptable", "person")), words.of("en"), PARTIES)
    assert [(piece.text, piece.lang) for piece in mark.who] == [("une comptable", "fr")]


def test_where_nobody_is_named_that_is_said() -> None:
    assert who("en", Voice("alleged")) == "nobody is named"


def test_a_plain_report_is_nobodys_claim() -> None:
    assert speakers.mark(event(Voice("established", "la poursuite", "filing")), words.of("en"), PARTIES).who == ()


def said(voice: Voice, kind: str = "other", quote: str = "mots") -> str:
    cited = replace(event(voice).citations[0], quote=quote)
    return plain(speakers.attribution(cited, kind, words.of("en"), PARTIES))


def test_a_quotation_says_whose_words_it_gives() -> None:
    assert said(Voice("established")) == "In the reporter’s own words"
    assert said(Voice("reported")) == "Reported; nobody is named"
    assert said(FILING) == "the lawsuit, as reported"


@pytest.mark.parametrize("kind", ["statement", "accusation", "denial", "apology", "plea", "lawsuit", "appeal"])
def test_somebodys_speech_is_never_called_the_reporters_own_words(kind: str) -> None:
    assert said(Voice("established"), kind) == "As the article reports it"
    assert said(Voice("established", "Norvik Ferries"), kind) == "Norvik, as reported"


@pytest.mark.parametrize("quote", ["On a dit « non ».", "He said “no” twice.", "Er sagte „nein“.", 'He said "no".'])
def test_a_passage_with_a_cue_or_with_quotation_marks_is_not_the_reporters_alone(quote: str) -> None:
    assert said(Voice("established", cue="selon")) == "As the article reports it"
    assert said(Voice("established"), quote=quote) == "As the article reports it"
