"""What an event is called where nobody wrote a title: who did what to whom, the kind alone, or a reporter's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample

from dateline import language
from dateline.dossier import Party
from dateline.model import Citation, Event, Mention, Voice
from dateline.telling import headings, render, speakers, words
from dateline.texts import Texts
from dateline.when import When

PARTIES = {
    party.id: party for party in (Party("marlow", ("Marlow",)), Party("denizot", ("Denizot", "Clara Denizot"), accused=True))
}
NAMED = ("denizot", "marlow")
TOLD = language.tags("labels")
SENTENCE = (
    "Drie schepen van de rederij liepen op 4 mei 2019 tegelijk de oude haven binnen, waar niemand hen verwachtte die ochtend."
)


def said(event: Event, lang: str = "en") -> str:
    return headings.title(event, words.of(lang), PARTIES).text.replace("\u202f", " ").replace("\u00a0", " ")


def sided(kind: str, *, by: tuple[str, ...] = (), to: tuple[str, ...] = ()) -> Event:
    return Event("e", None, kind, parties=(*by, *to), by=by, to=to)


@pytest.mark.parametrize(
    ("event", "titles"),
    [
        (sided("lawsuit", to=("marlow",)), ("Lawsuit against Marlow", "Action en justice contre Marlow", "Klage gegen Marlow")),
        (
            sided("lawsuit", by=("denizot",), to=("marlow",)),
            (
                "Lawsuit by Denizot against Marlow",
                "Action en justice engagée par Denizot contre Marlow",
                "Klage von Denizot gegen Marlow",
            ),
        ),
        (
            sided("payment", by=("marlow",), to=("denizot",)),
            ("Payment from Marlow to Denizot", "Paiement par Marlow à Denizot", "Zahlung von Marlow an Denizot"),
        ),
        (
            sided("contract", by=("marlow",), to=("denizot",)),
            ("Contract between Marlow and Denizot", "Contrat entre Marlow et Denizot", "Vertrag zwischen Marlow und Denizot"),
        ),
        (
            sided("arrest", to=NAMED),
            ("Arrest of Denizot and Marlow", "Arrestation : Denizot et Marlow", "Festnahme von Denizot und Marlow"),
        ),
        (sided("resignation", by=("denizot",)), ("Resignation of Denizot", "Démission : Denizot", "Rücktritt von Denizot")),
        (
            sided("accusation", by=("marlow",), to=("denizot",)),
            ("Accusation against Denizot", "Accusation contre Denizot", "Vorwurf gegen Denizot"),
        ),
    ],
)
def test_a_heading_says_who_did_what_to_whom(event: Event, titles: tuple[str, ...]) -> None:
    assert tuple(said(event, lang) for lang in ("en", "fr", "de")) == titles


@pytest.mark.parametrize(
    ("kind", "parties", "titles"),
    [
        ("lawsuit", ("marlow",), ("Lawsuit", "Action en justice")),
        ("purchase", NAMED, ("Purchase", "Achat")),
        ("contract", NAMED, ("Contract: Denizot – Marlow", "Contrat : Denizot – Marlow")),
        ("arrest", ("denizot",), ("Arrest: Denizot", "Arrestation : Denizot")),
        ("purchase", (), ("Purchase", "Achat")),
        ("other", NAMED, ("Report about Denizot and Marlow", "Information concernant Denizot et Marlow")),
        ("other", (), ("Report", "Information")),
    ],
)
def test_without_sides_no_heading_could_be_read_the_wrong_way_round(
    kind: str, parties: tuple[str, ...], titles: tuple[str, ...]
) -> None:
    assert tuple(said(Event("e", None, kind, parties=parties), lang) for lang in ("en", "fr")) == titles


@pytest.mark.parametrize("tag", TOLD)
def test_every_language_has_words_for_both_sides_wherever_a_kind_has_two(tag: str) -> None:
    forms, kinds = words.of(tag).labels["titles"], language.kinds()
    assert set(forms) <= set(kinds)
    assert {kind for kind, marks in kinds.items() if marks.get("directed") and "named" not in marks} <= {
        kind for kind, form in forms.items() if set(form) == {"by", "to", "both"}
    }
    assert {kind for kind, marks in kinds.items() if marks.get("mutual")} <= {
        kind for kind, form in forms.items() if "both" in form
    }
    for kind, form in forms.items():
        for side, text in form.items():
            names = {"by", "to"} if side == "both" else {side}
            assert {name for name in ("by", "to") if f"{{{name}}}" in text} == names, (kind, side)


def untitled(quote: str = SENTENCE, voice: Voice | None = None, **fields: object) -> Event:
    cited = Citation("a", "nl", quote, 0, len(quote), voice=voice or Voice("established"))
    return replace(Event("e", When.parse("2019-05-04"), "other", citations=(cited,)), **fields)  # type: ignore[arg-type]


def test_what_no_word_names_goes_by_the_reporters_own_words_in_their_language() -> None:
    heading = headings.title(untitled(), words.of("en"), PARTIES)
    assert heading.text == "“Drie schepen van de rederij liepen op 4 mei 2019 tegelijk de …”"
    assert (heading.lang, heading.language) == ("nl", "Dutch")
    assert headings.label(untitled(), words.of("en"), PARTIES) == "Report"
    assert headings.label(untitled(), words.of("nl"), PARTIES) is None
    assert headings.title(untitled("Kort."), words.of("nl"), PARTIES).lang is None


@pytest.mark.parametrize(
    ("quote", "words_", "heading"),
    [
        (
            "De brug ging met veel feest open voor alle bewoners op 11 november 2018, na lang wachten.",
            "11 november 2018",
            "bewoners op …”",
        ),
        (
            "Op 11 november 2018 ging de brug met veel feest open voor alle bewoners, na lang wachten.",
            "11 november 2018",
            "feest open voor …”",
        ),
        ("a" * 90, "a" * 90, "a" * 60 + " …”"),
    ],
)
def test_a_long_sentence_is_cut_where_a_word_ends_and_in_no_date(quote: str, words_: str, heading: str) -> None:
    event = untitled(quote)
    at, when = quote.index(words_), When.parse("2018-11-11")
    mention = Mention(at, at + len(words_), words_, "DATE", "2018-11-11", when, "nl/day", "stated")
    dated = replace(event, citations=(replace(event.citations[0], mention=mention),))
    found = headings.title(dated, words.of("en"), PARTIES).text
    assert found.endswith(heading)
    assert len(found) <= 64


@pytest.mark.parametrize(
    "event",
    [
        untitled(voice=Voice("alleged", "de aanklacht", "filing")),
        untitled(voice=Voice("established", "de politie", "official")),
        untitled("“Hij nam het geld aan op 4 mei 2019.”"),
        untitled("Denizot reisde op 4 mei 2019 naar Gent."),
        untitled("[name withheld] reisde op 4 mei 2019 naar Gent."),
    ],
)
def test_no_heading_quotes_a_claim_or_what_names_somebody_accused_or_protected(event: Event) -> None:
    assert said(event) == "Report: 4 May 2019"


CLAIM = untitled(voice=Voice("alleged", "Ruben Praet", "person"), status="alleged")


@pytest.mark.parametrize(
    ("event", "titles"),
    [
        (CLAIM, ("Claim by Ruben Praet", "Affirmation attribuée à Ruben Praet", "Behauptung von Ruben Praet")),
        (
            replace(CLAIM, parties=("marlow",)),
            ("Claim about Marlow", "Affirmation concernant Marlow", "Behauptung über Marlow"),
        ),
        (
            untitled(voice=Voice("alleged", "hij", "person"), status="alleged"),
            ("Claim: 4 May 2019", "Affirmation : 4 mai 2019", "Behauptung: 4. Mai 2019"),
        ),
        (
            untitled(voice=Voice("denied", "Denizot", "person"), status="denied", parties=("denizot",)),
            ("Denial by Denizot", "Démenti attribué à Denizot", "Dementi von Denizot"),
        ),
        (
            untitled(voice=Voice("denied", "de gemeente", "official"), status="denied", parties=("denizot",)),
            ("Denial concerning Denizot", "Démenti concernant Denizot", "Dementi zu Denizot"),
        ),
        (
            untitled(voice=Voice("reported"), status="reported", parties=("marlow",)),
            (
                "Unattributed report about Marlow",
                "Information sans source nommée concernant Marlow",
                "Bericht ohne genannte Quelle über Marlow",
            ),
        ),
        (
            untitled(parties=("marlow",)),
            ("Report about Marlow", "Information concernant Marlow", "Bericht über Marlow"),
        ),
    ],
)
def test_what_no_word_names_says_how_surely_it_is_told_and_of_whom(event: Event, titles: tuple[str, ...]) -> None:
    assert tuple(said(event, lang) for lang in ("en", "fr", "de")) == titles
    assert headings.alone(event, words.of("en"), PARTIES) == titles[0]


@pytest.mark.parametrize("tag", TOLD)
def test_every_language_says_of_every_status_what_it_makes_of_an_event(tag: str) -> None:
    forms = words.of(tag).labels["others"]
    assert set(forms) == set(words.of(tag).labels["statuses"])
    for status, form in forms.items():
        assert set(form) == {"alone", "about", "by"} - ({"by"} if status not in speakers.CLAIMS else set())
        assert ("{about}" in form["about"], "{by}" in form.get("by", "{by}")) == (True, True)


def test_where_no_language_can_be_marked_no_foreign_words_stand() -> None:
    assert headings.alone(untitled(), words.of("en"), PARTIES) == "Report: 4 May 2019"
    assert headings.alone(untitled(), words.of("nl"), PARTIES).startswith("“Drie schepen")


def test_a_claim_that_stands_alone_says_that_it_is_one_unless_a_person_wrote_its_title() -> None:
    claim = replace(sided("payment", by=("marlow",), to=("denizot",)), status="alleged")
    assert headings.alone(claim, words.of("en"), PARTIES) == "Payment from Marlow to Denizot · Alleged"
    assert said(claim) == "Payment from Marlow to Denizot"
    written = replace(claim, titles=Texts.of({"en": "Prosecutors speak of a payment"}))
    assert headings.alone(written, words.of("en"), PARTIES) == "Prosecutors speak of a payment"


def test_pages_mark_a_heading_in_another_language_and_name_it() -> None:
    case = sample.casefile()
    launch = next(event for event in case.events if event.id == "2009-launch")
    german = tuple(citation for citation in launch.citations if citation.lang == "de")
    bare = replace(launch, kind="other", titles=Texts(), parties=(), citations=german)
    told = replace(case, events=tuple(bare if event is launch else event for event in case.events))
    made = {
        one.path: one.data.decode() for one in render.site([told], base_url=None, templates=None) if one.path.endswith("html")
    }
    heading = '<span lang="de">“Die Fährlinie wurde 2009 eröffnet.”</span>'
    assert f'Report: {heading}</a> <small class="in">(German)</small></h3>' in made["norvik/en/index.html"]
    page = made["norvik/en/events/2009-launch/index.html"]
    assert f'Report: {heading} <small class="in">(German)</small></h1>' in page
    assert "<title>Report: 2009" in page
    assert "„Die Fährlinie wurde 2009 eröffnet.“</a></h3>" in made["norvik/de/index.html"]
    others = [page for path, page in made.items() if path.startswith("norvik/en/events/") and "2009-launch" not in path]
    assert any("> Report: 2009</a>" in page.replace("<bdi>", "").replace("</bdi>", "") for page in others)
