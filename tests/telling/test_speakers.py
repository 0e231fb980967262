"""Whose claim it is, in the page's language: a record's word first, then a party's name, a role's word, the source's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample

from dateline import language
from dateline.dossier import Party
from dateline.model import Citation, Event, Voice
from dateline.reading import voices
from dateline.telling import speakers, words
from dateline.telling.words import plain
from dateline.texts import Texts

NOTHING = Texts()
PARTIES = {party.id: party for party in sample.case().parties}


def event(voice: Voice, claimant: Texts = NOTHING) -> Event:
    cited = Citation("a", "fr", "mots", 0, 4, voice=voice)
    return Event("e", None, "other", status=voice.status, claimant=claimant, citations=(cited,))


def who(lang: str, voice: Voice, **claimant: str) -> str:
    return plain(speakers.mark(event(voice, Texts.of(claimant)), words.of(lang), PARTIES).who)


LAWSUIT = Voice("alleged", "la poursuite", "lawsuit")


def test_what_the_record_says_comes_first() -> None:
    assert who("en", LAWSUIT, en="the fifty plaintiffs") == "the fifty plaintiffs"


def test_a_generic_speaker_has_the_languages_own_word() -> None:
    said = [who(lang, LAWSUIT) for lang in ("en", "fr", "nl", "de")]
    assert said == ["the lawsuit", "l’action en justice", "de rechtszaak", "die Klage"]


@pytest.mark.parametrize(
    ("source", "paper", "said"),
    [
        ("en", "the indictment", ("the indictment", "l’acte d’accusation", "de tenlastelegging", "die Anklageschrift")),
        ("de", "Anklage", ("the prosecution", "l’accusation", "de aanklagers", "die Anklage")),
        ("fr", "la plainte", ("the complaint", "la plainte", "de klacht", "die Klage oder Anzeige")),
        (
            "en",
            "an affidavit",
            ("the affidavit", "la déclaration sous serment", "de beëdigde verklaring", "die eidesstattliche Erklärung"),
        ),
        ("nl", "de aanklacht", ("court papers", "les documents judiciaires", "gerechtelijke stukken", "Gerichtsunterlagen")),
        ("it", "gli atti", ("the files", "le dossier", "het dossier", "die Akten")),
        ("en", "internal emails", ("documents", "des documents", "documenten", "Unterlagen")),
        ("de", "interne E-Mails", ("documents", "des documents", "documenten", "Unterlagen")),
        ("nl", "bankafschriften", ("documents", "des documents", "documenten", "Unterlagen")),
    ],
)
def test_a_paper_is_called_what_it_is(source: str, paper: str, said: tuple[str, ...]) -> None:
    voice = Voice("alleged", paper, voices.role(paper, language.load(source)))
    assert tuple(who(lang, voice) for lang in ("en", "fr", "nl", "de")) == said


def test_the_word_of_this_language_beats_the_record_in_another() -> None:
    assert who("nl", LAWSUIT, en="the plaintiffs") == "de rechtszaak"


def test_a_party_is_called_by_its_name() -> None:
    assert who("en", Voice("denied", "norvik ferries", "company")) == "Norvik"


@pytest.mark.parametrize(("lang", "said"), [("en", "“une comptable” (French)"), ("de", "„une comptable“ (Französisch)")])
def test_a_person_stands_in_the_sources_words_quoted_and_marked_as_their_language(lang: str, said: str) -> None:
    mark = speakers.mark(event(Voice("alleged", "une comptable", "person")), words.of(lang), PARTIES)
    assert plain(mark.who) == said
    assert [piece.text for piece in mark.who if piece.lang == "fr"] == ["une comptable"]


def test_a_name_stays_a_name_and_words_of_this_language_need_no_quotation_marks() -> None:
    assert who("en", Voice("alleged", "Annie McAdams", "person")) == "Annie McAdams"
    assert who("fr", Voice("alleged", "une comptable", "person")) == "une comptable"


@pytest.mark.parametrize(
    ("lang", "voice", "said"),
    [
        ("en", Voice("alleged", "leur avocate principale, Annie McAdams", "person"), "Annie McAdams"),
        ("fr", Voice("alleged", "leur avocate principale, Annie McAdams", "person"), "leur avocate principale, Annie McAdams"),
        ("en", Voice("alleged", "le procureur, Émile Zorn", "official"), "the authorities, Émile Zorn"),
        ("en", Voice("alleged", "la poursuite", "lawsuit"), "the lawsuit"),
    ],
)
def test_words_of_another_language_give_way_to_a_name(lang: str, voice: Voice, said: str) -> None:
    line = speakers.mark(event(voice), words.of(lang), PARTIES).who
    assert (plain(line), [piece.lang for piece in line]) == (said, [None])


@pytest.mark.parametrize("who", ["Hauptanwältin Annie McAdams", "l’avocate, une amie", "une comptable"])
def test_what_may_be_more_than_a_name_is_marked_as_its_language(who: str) -> None:
    line = speakers.mark(event(Voice("alleged", who, "person")), words.of("en"), PARTIES).who
    assert [piece.text for piece in line if piece.lang == "fr"] == [who]


def test_where_nothing_can_be_marked_no_foreign_words_stand(site: dict[str, str]) -> None:
    page = site["norvik/en/events/2013-payment/index.html"]
    assert '<span lang="fr">Une ancienne comptable</span>' in page
    assert "Alleged: someone quoted in the article" in page.split("<body")[0]
    assert "Une ancienne comptable" not in page.split("ld+json")[0]


def test_where_nobody_is_named_that_is_said() -> None:
    assert who("en", Voice("alleged")) == "nobody is named"


@pytest.mark.parametrize(("source", "pronoun"), [("en", "they"), ("en", "He"), ("nl", "Hij"), ("es", "Él"), ("de", "sie")])
def test_a_mere_pronoun_is_no_name(source: str, pronoun: str) -> None:
    voice = Voice("alleged", pronoun, "person")
    cited = replace(event(voice).citations[0], lang=source)
    claim = replace(event(voice), citations=(cited,))
    mark = speakers.mark(claim, words.of("en"), PARTIES)
    assert plain(mark.who) == f"someone referred to as “{pronoun}”"
    assert speakers.said(mark.who, words.of("en")) == (plain(mark.who) if source == "en" else "someone quoted in the article")
    assert speakers.named(claim, words.of("en"), PARTIES) is None
    named = replace(cited, voice=Voice("alleged", "Annie McAdams", "person"))
    assert plain(speakers.mark(replace(claim, citations=(cited, named)), words.of("en"), PARTIES).who) == "Annie McAdams"


def test_a_plain_report_is_nobodys_claim() -> None:
    assert speakers.mark(event(Voice("established", "la poursuite", "lawsuit")), words.of("en"), PARTIES).who == ()


def said(voice: Voice, kind: str = "other", quote: str = "mots") -> str:
    cited = replace(event(voice).citations[0], quote=quote)
    return plain(speakers.attribution(cited, kind, words.of("en"), PARTIES))


def test_a_quotation_says_whose_words_it_gives() -> None:
    assert said(Voice("established")) == "In the reporter’s own words"
    assert said(Voice("reported")) == "Reported; nobody is named"
    assert said(LAWSUIT) == "the lawsuit, as reported"


@pytest.mark.parametrize("kind", ["statement", "accusation", "denial", "apology", "plea", "lawsuit", "appeal"])
def test_somebodys_speech_is_never_called_the_reporters_own_words(kind: str) -> None:
    assert said(Voice("established"), kind) == "As the article reports it"
    assert said(Voice("established", "Norvik Ferries"), kind) == "Norvik, as reported"


@pytest.mark.parametrize("quote", ["On a dit « non ».", "He said “no” twice.", "Er sagte „nein“.", 'He said "no".'])
def test_a_passage_with_a_cue_or_with_quotation_marks_is_not_the_reporters_alone(quote: str) -> None:
    assert said(Voice("established", cue="selon")) == "As the article reports it"
    assert said(Voice("established"), quote=quote) == "As the article reports it"


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (Voice("alleged", "the mayor", "official"), "the mayor"),
        (Voice("alleged", "Mayor Lind", "official"), "Mayor Lind"),
        (Voice("alleged", "the police", "official"), "the authorities"),
    ],
)
def test_who_is_accused_never_speaks_as_the_authorities(voice: Voice, said: str) -> None:
    lind = Party("lind", ("Rolf Lind", "Lind"), role=Texts.of({"en": "Mayor of Haverlo"}), accused=True)
    assert plain(speakers.speaker(voice, "en", words.of("en"), {"lind": lind})) == said
    assert plain(speakers.speaker(voice, "en", words.of("en"), {"lind": replace(lind, accused=False)})) == "the authorities"


def test_a_claim_is_headed_by_whose_the_first_quotation_shown_is() -> None:
    said = [
        Citation("a", "fr", "mots", 0, 4, voice=Voice("alleged", "Nora Vilde", "person")),
        Citation("b", "en", "words", 0, 5, voice=Voice("alleged", "Oskar Brenn", "person")),
    ]
    claim = Event("e", None, "other", status="alleged", citations=tuple(said))
    assert plain(speakers.mark(claim, words.of("en"), PARTIES).who) == "Oskar Brenn"
    assert plain(speakers.mark(claim, words.of("fr"), PARTIES).who) == "Nora Vilde"
