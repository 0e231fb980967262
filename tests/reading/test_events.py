"""From sentences to occurrences: which verb a date belongs to, what is one event, and what an undated report may do."""

from pathlib import PurePosixPath

import pytest
from telltale import PARTIES, read, reports_of, told

from dateline import language
from dateline.model import Article, Document
from dateline.reading import clauses, dates, events, names, reports, sentences
from dateline.when import When


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("nl", "Korvaal is een bedrijf dat in 2004 gelanceerd werd en in de loop van 2018 offline gehaald.", [("launch", "2004"), ("shutdown", "2018")]),
        ("fr", "Korvaal a signé un contrat avec Varne en 2013 malgré des efforts pour fermer le site.", [("contract", "2013")]),
        ("fr", "La collaboration aurait duré jusqu’après 2013, l’année où Korvaal fut pour la première fois accusée.", [("accusation", "2013")]),
        ("de", "Die Klage behauptet, dass Korvaal an Varne verdient hat, das im 2018-04 von Behörden nach Vorwürfen, dass es Gift verkauft hat, geschlossen wurde.", [("shutdown", "2018-04")]),
        ("en", "Korvaal paid 240,000 euros in 2017, the lawsuit says.", [("payment", "2017")]),
        ("en", "Korvaal did not sign the contract in 2017.", []),
        ("es", "La demanda contra Korvaal fue presentada en 2017-03.", [("lawsuit", "2017-03")]),
        ("en", "Korvaal was fined in 2017-03 or 2017-04.", [("fine", "[2017-03,2017-04]")]),
        ("it", "La sentenza, emessa 2017-03-02, assolve Korvaal.", [("verdict", "2017-03-02")]),
        ("en", "Korvaal, which had moved its ships to Varne in 2017-03, was acquitted.", []),
        ("nl", "Korvaal, dat in 2017-03 naar Varne verhuisde, werd vrijgesproken.", []),
        ("en", "Korvaal, which nobody had charged, denied on 2017-03-02 that it had paid.", [("denial", "2017-03-02")]),
        ("de", "Korvaal wurde 2017-03-02 durchsucht und im 2018-04 wegen Betrugs angeklagt.", [("raid", "2017-03-02"), ("charge", "2018-04")]),
        ("fr", "Les policiers ont perquisitionné le siège 2021-05-03 et 2021-05-04.", [("raid", "{2021-05-03,2021-05-04}")]),
    ],
)  # fmt: skip
def test_a_date_belongs_to_the_verb_of_its_clause(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [row for row in told(read(("a", lang, text, "2021-06-16"))) if row[0] != "other"] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The owner of Korvaal was arrested and charged on 2021-05-03.", {"arrest": "2021-05-03", "charge": "2021-05-03"}),
        ("en", "On 2021-05-03 police arrested the owner of Korvaal and seized two ships.", {"arrest": "2021-05-03", "seizure": "2021-05-03"}),
        ("en", "The owner of Korvaal was arrested on 2021-05-03 and charged on 2021-09-06.", {"arrest": "2021-05-03", "charge": "2021-09-06"}),
        ("en", "The owner of Korvaal was arrested and later charged in 2021-05.", {"charge": "2021-05", "arrest": None}),
        ("en", "Police arrested the owner of Korvaal on 2021-05-03 and seized two ships.", {"arrest": "2021-05-03", "seizure": None}),
        ("fr", "Le patron de Korvaal a été arrêté et mis en examen 2021-05-03.", {"arrest": "2021-05-03", "charge": "2021-05-03"}),
        ("de", "Der Chef von Korvaal wurde 2021-05-03 verhaftet und angeklagt.", {"arrest": "2021-05-03", "charge": "2021-05-03"}),
        ("nl", "De baas van Korvaal werd 2021-05-03 opgepakt en aangeklaagd.", {"arrest": "2021-05-03", "charge": "2021-05-03"}),
        ("es", "El dueño de Korvaal fue detenido e imputado 2021-05-03.", {"arrest": "2021-05-03", "charge": "2021-05-03"}),
        ("it", "Il titolare di Korvaal è stato arrestato e incriminato 2021-05-03.", {"arrest": "2021-05-03", "charge": "2021-05-03"}),
        ("pt", "O dono da Korvaal foi detido e indiciado 2021-05-03.", {"arrest": "2021-05-03", "charge": "2021-05-03"}),
    ],
)  # fmt: skip
def test_two_verbs_that_only_and_parts_bear_one_date(lang: str, text: str, expected: dict[str, str | None]) -> None:
    found = {r.kind: r.when.edtf if r.when else None for r in reports_of("a", lang, "a", text, "2022-06-16")}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "count"), [("Er sammelte Bilder aus dem 17. Jahrhundert.", 0), ("Er zog am 3. Mai 2017 fort.", 1)]
)
def test_a_century_alone_tells_no_event(text: str, count: int) -> None:
    document = Document(Article("a", "de"), text, PurePosixPath("a"))
    lang = language.load("de")
    story, found = sentences.sentences(document, lang), dates.find(text, lang, None)
    assert len(found) == 1
    assert len(reports.reports(story, found, names.names((), PARTIES), "a")) == count


def test_the_coarse_report_supports_the_fine_one() -> None:
    (event,) = read(
        ("a", "fr", "Korvaal a été fermée en 2018-04 par le ministère.", None),
        ("b", "nl", "Korvaal werd in de loop van 2018 gesloten.", None),
    )
    assert told([event]) == [("shutdown", "2018-04")]
    assert [c.article for c in event.citations] == ["a", "b"]


def test_a_coarse_report_that_fits_two_joins_neither() -> None:
    found = read(
        ("a", "en", "Korvaal signed a contract in 2018-04.", None),
        ("b", "en", "Korvaal signed a contract in 2018-09.", None),
        ("c", "en", "Korvaal signed a contract in 2018.", None),
    )
    assert len(found) == 3


def test_one_year_and_kind_with_other_parties_is_another_event() -> None:
    found = read(
        ("a", "en", "Korvaal and Varne signed a contract in 2018.", None),
        ("b", "en", "Korvaal and Brill signed a contract in 2018.", None),
    )
    assert len(found) == 2


def test_a_party_of_another_clause_keeps_no_report_apart() -> None:
    (event,) = [
        event
        for event in read(
            ("a", "en", "Korvaal bought Varne, and in 2018 it reached a settlement. Korvaal paid. Korvaal grew.", None),
            ("b", "fr", "Korvaal a conclu un accord à l’amiable en 2018.", None),
        )
        if event.kind == "settlement"
    ]
    assert [c.article for c in event.citations] == ["a", "b"]


def test_an_undated_report_joins_what_was_news_and_makes_nothing_alone() -> None:
    suit = ("a", "fr", "Une plainte contre Korvaal a été déposée 2021-06-14.", "2021-06-16")
    (event,) = read(suit, ("b", "nl", "Vissers klagen Korvaal aan.", None))
    assert [c.article for c in event.citations] == ["a", "b"]
    assert read(("b", "nl", "Vissers klagen Korvaal aan.", None)) == ()


def test_an_undated_report_does_not_join_what_was_old_news() -> None:
    (event,) = read(
        ("a", "fr", "Une plainte contre Korvaal a été déposée 2013.", "2021-06-16"),
        ("b", "nl", "Vissers klagen Korvaal aan.", None),
    )
    assert [c.article for c in event.citations] == ["a"]


def test_undated_reports_do_not_chain_two_events() -> None:
    found = read(
        ("a", "en", "Fishermen sued Korvaal on 2021-06-14.", "2021-06-16"),
        ("b", "en", "Farmers sued Korvaal on 2021-06-10.", "2021-06-12"),
        ("c", "en", "Residents are suing Korvaal.", None),
    )
    assert len(found) == 2
    assert all(len(event.citations) == 1 for event in found)


def test_an_open_weekday_is_dated_only_as_far_as_other_articles_allow() -> None:
    (event,) = read(
        ("a", "fr", "Une plainte contre Korvaal a été déposée lundi.", None),
        ("b", "en", "Fishermen have sued Korvaal.", "2021-06"),
    )
    assert told([event]) == [("lawsuit", "../2021-06")]


def test_a_statement_on_an_open_weekday_has_no_date() -> None:
    (event,) = read(("a", "en", "The firm had done nothing, Korvaal said on Monday.", None))
    assert told([event]) == [("statement", None)]


def test_saying_is_a_fact_whoever_says_it() -> None:
    (event,) = read(("a", "en", "The firm had done nothing, a lawyer said 2021-06-14.", None))
    assert (event.kind, event.status) == ("statement", "established")


def test_the_status_is_the_strongest_told_and_copies_do_not_raise_it() -> None:
    claim = "Korvaal a signé un contrat avec Varne en 2016, selon la plainte."
    (event,) = read(("a-1", "fr", claim, None), ("a-2", "fr", claim, None))
    assert event.status == "alleged"
    (event,) = read(("a", "fr", claim, None), ("b", "en", "Korvaal signed a contract with Varne in 2016.", None))
    assert event.status == "established"


def test_a_copy_that_drops_whose_claim_it_is_makes_no_fact_of_it() -> None:
    claim = "Korvaal a signé un contrat avec Varne en 2016, selon la plainte."
    sloppy = "Korvaal signed a contract with Varne in 2016."
    (event,) = read(("a-1", "fr", claim, None), ("a-2", "en", sloppy, None))
    assert event.status == "alleged"
    (event,) = read(("a", "fr", f"{claim} Korvaal signa le contrat avec Varne en 2016.", None))
    assert event.status == "established"  # an article that says both vouches for it itself


@pytest.mark.parametrize(
    ("lang", "denial"),
    [
        ("en", "Korvaal never paid Varne 40,000 euros in 2017-03, its lawyer said."),
        ("de", "Korvaal habe 2017-03 keine 40.000 Euro an Varne gezahlt, sagte ein Anwalt."),
        ("fr", "Korvaal n’a pas payé 40 000 euros à Varne en 2017-03, a dit son avocat."),
        ("nl", "Korvaal heeft Varne in 2017-03 geen 40.000 euro betaald, zei de advocaat."),
        ("es", "Korvaal no pagó 40.000 euros a Varne en 2017-03, dijo su abogado."),
        ("it", "Korvaal non ha pagato 40.000 euro a Varne nel 2017-03, ha detto il suo avvocato."),
        ("pt", "A Korvaal não pagou 40.000 euros a Varne em 2017-03, disse o advogado."),
    ],
)
def test_a_denial_is_no_evidence_for_what_it_denies(lang: str, denial: str) -> None:
    claim = "Korvaal paid Varne 40,000 euros in 2017-03, prosecutors said."
    found = read(("a", "en", claim, None), ("b", lang, denial, None))
    assert sorted(len(event.citations) for event in found) == [1, 1]


@pytest.mark.parametrize(
    ("lang", "other"),
    [
        ("nl", "Korvaal weigerde in 2017-03 een betaling van 40.000 euro van Varne."),
        ("de", "Korvaal verweigerte in 2017-03 eine Zahlung von 40.000 Euro von Varne."),
        ("es", "Korvaal devolvió 40.000 euros a Varne en 2017-03."),
        ("it", "Korvaal ha restituito 40.000 euro a Varne nel 2017-03."),
        ("en", "Varne offered to pay Korvaal 40,000 euros in 2017-03."),
    ],
)
def test_what_was_refused_offered_or_given_back_is_no_evidence_that_it_was_paid(lang: str, other: str) -> None:
    found = read(("a", "en", "Korvaal received 40,000 euros from Varne in 2017-03.", None), ("b", lang, other, None))
    assert sorted(event.kind for event in found) == ["other", "payment"]
    assert [len(event.citations) for event in found] == [1, 1]


def test_quotes_are_slices_with_their_surroundings() -> None:
    text = "Avant. Korvaal a signé un contrat avec Varne en 2016. Après."
    (event,) = read(("a", "fr", text, None))
    (citation,) = event.citations
    assert text[citation.start : citation.end] == citation.quote
    assert text[: citation.start].endswith(citation.prefix)
    assert text[citation.end :].startswith(citation.suffix)
    assert citation.mention is not None
    assert text[citation.mention.start : citation.mention.end] == citation.mention.words == "2016"


def test_ids_say_year_and_kind_and_stay_apart() -> None:
    found = read(("a", "en", "Korvaal and Varne signed a contract in 2018. Brill and Varne signed a contract in 2018.", None))
    assert [event.id for event in found] == ["2018-contract", "2018-contract-2"]


def test_distance_counts_boundaries() -> None:
    text = "Korvaal, which was closed in 2018, paid a fine."
    document = Document(Article("a", "en"), text, PurePosixPath("a"))
    (sentence,) = sentences.sentences(document, language.load("en"))
    parts = clauses.clauses(sentence, language.load("en"))
    assert clauses.distance(parts, text.index("2018"), text.index("closed")) == 0
    assert clauses.distance(parts, text.index("2018"), text.index("paid")) > 0


def test_an_undated_report_of_years_later_is_not_of_that_news() -> None:
    (event,) = read(
        ("a", "en", "Police arrested two Korvaal managers on 2018-06-14.", "2018-06-16"),
        ("b", "en", "Police have arrested a Korvaal manager.", "2021-06-16"),
    )
    assert [c.article for c in event.citations] == ["a"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La police a perquisitionné mardi matin le siège de Korvaal."),
        ("nl", "De politie doorzocht dinsdagochtend het hoofdkantoor van Korvaal."),
        ("en", "Police raided the headquarters of Korvaal on Tuesday morning."),
        ("de", "Die Polizei durchsuchte am Dienstagmorgen die Zentrale von Korvaal."),
    ],
)
def test_a_part_of_a_day_dates_by_its_day(lang: str, text: str) -> None:
    document = Document(Article("a", lang, published=When.parse("2023-10-12")), text, PurePosixPath("a"))
    rules = language.load(lang)
    times = dates.find(text, rules, document.article.published)
    known = names.names((), PARTIES)
    found = reports.reports(sentences.sentences(document, rules), times, known, "a")
    assert told(events.events(found)) == [("raid", "2023-10-10")]


def test_what_is_denied_is_dated_and_not_the_denial() -> None:
    (event,) = read(("a", "fr", "Il nie avoir reçu 200 000 euros de Korvaal en 2020-02.", "2023-10-12"))
    assert event.kind != "denial"
    assert event.status == "denied"


def test_what_is_announced_is_an_event_of_its_day() -> None:
    found = read(("a", "en", "The trial of Korvaal opens on 2024-01-14.", "2023-10-12"))
    assert told(found) == [("trial", "2024-01-14")]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The grocer Marc Aubertin was arrested on Monday.", False),
        ("A grocer, Marc Aubertin, is in trouble. He was arrested on Monday, like the owner of Korvaal.", False),
        ("Korvaal is in trouble. Marc Aubertin denied it, and Aubertin left. The owner was arrested on Monday.", False),
        ("Marc Aubertin is sorry for Korvaal and Varne. The owner of Korvaal was arrested on Monday.", True),
        ("The owner of Korvaal was arrested on Monday, Marc Aubertin said.", True),
    ],
)
def test_what_befell_a_stranger_to_the_case_is_none_of_its_events(text: str, joined: bool) -> None:
    dated = ("a", "en", "The owner of Korvaal was arrested on 2021-06-14.", "2021-06-15")
    found = [event for event in read(dated, ("b", "en", text, None)) if event.kind == "arrest"]
    assert [len(event.citations) for event in found] == ([2] if joined else [1, 1])


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Korvaal paid Varne from 2015/2019.", "Korvaal paid Varne in 2017.", False),
        ("Korvaal paid Varne from 2015/2019.", "Korvaal paid Varne from 2016/2019.", True),
        ("Korvaal paid Varne in 2017.", "Korvaal paid Varne on 2017-05-03.", True),
        ("The owner of Korvaal was arrested in 2015/2019.", "The owner of Korvaal was arrested in 2017.", True),
    ],
)
def test_what_goes_on_for_years_is_not_what_was_done_on_a_day_in_them(one: str, other: str, joined: bool) -> None:
    found = read(("a", "en", one, "2021-06-15"), ("b", "en", other, "2021-06-15"))
    assert [len(event.citations) for event in found] == ([2] if joined else [1, 1])


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Gegen Marc Aubertin wird ermittelt wie gegen Korvaal. Aubertin wurde am Montag festgenommen.", False),
        ("Auch Korvaal schweigt. Am Montag wurde der frühere Kassenwart Jonas Brandt festgenommen.", False),
        ("Aubertin hatte Korvaal beliefert. Die Polizei nahm den Bäcker Aubertin am Montag fest.", False),
        ("Frau Aubertin wurde am Montag festgenommen. Korvaal kennt sie nicht.", False),
        ("Der Fall der Bäckerin Sabine Lühr erinnert an Korvaal. Lühr wurde am Montag festgenommen.", False),
        ("Der Chef von Korvaal wurde am Montag festgenommen, sagte Marc Aubertin.", True),
        ("Die Polizei nahm den Chef von Korvaal am Montag fest, teilte das Landgericht Brenn mit.", True),
        ("Man wirft dem Angeklagten Betrug vor. Am Montag wurde der Chef von Korvaal festgenommen.", True),
        ("Er gab seiner Frau Geld. Am Montag wurde der Chef von Korvaal festgenommen.", True),
        ("Weil Kunden Geld verloren, wurde der Chef von Korvaal am Montag festgenommen. Geld fehlte Ende Mai.", True),
    ],
)
def test_a_stranger_is_told_from_a_noun_where_nouns_have_capitals(text: str, joined: bool) -> None:
    dated = ("a", "de", "Der Chef von Korvaal wurde am 2021-06-14 festgenommen.", "2021-06-15")
    found = [event for event in read(dated, ("b", "de", text, None)) if event.kind == "arrest"]
    assert [len(event.citations) for event in found] == ([2] if joined else [1, 1])


def test_a_stranger_is_the_same_where_both_name_them() -> None:
    dated = ("a", "en", "The grocer Marc Aubertin, of Korvaal, was arrested on 2021-06-14.", "2021-06-15")
    (event,) = read(dated, ("b", "en", "Marc Aubertin of Korvaal was arrested on Monday.", None))
    assert len(event.citations) == 2


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("“The judge told me in 2021-05: ‘Korvaal was acquitted on 2020-03-02,’” its lawyer said.", "acquittal", "alleged"),
        ("“The judge told me in 2021-05: ‘Korvaal was acquitted on 2020-03-02,’” its lawyer said.", "statement", "alleged"),
        ("The judge said: “Korvaal was acquitted on 2020-03-02.”", "acquittal", "established"),
        ("“We arrested the owner of Korvaal on 2020-03-02,” police said.", "arrest", "established"),
        ("“We arrested the owner of Korvaal,” police said on 2020-03-02.", "statement", "established"),
        ("Prosecutors allege that Brill told the board of Korvaal on 2020-03-02 that it was free.", "statement", "alleged"),
        ("Brill told the board on 2020-03-02 that Korvaal was free, prosecutors said.", "statement", "alleged"),
        ("The witness said Brill denied the payment on 2020-03-02.", "denial", "alleged"),
        ("Brill denied the claims on 2020-03-02: “All our papers are in order,” he told reporters.", "denial", "established"),
        (
            "Fishermen who accuse Brill of having lied to the board lose money, their lawyer said on 2020-03-02.",
            "statement",
            "established",
        ),
    ],
)
def test_what_a_speaker_says_that_others_said_is_the_speakers_claim(text: str, kind: str, status: str) -> None:
    found = {event.kind: event.status for event in read(("a", "en", text, "2021-06-15"))}
    assert found[kind] == status


SAID = {
    "en": "Korvaal is safe, Mayor Okafor said on 2021-06-14.",
    "fr": "Korvaal est sûre, a déclaré le maire Okafor 2021-06-14.",
    "de": "Korvaal sei sicher, sagte Bürgermeister Okafor 2021-06-14.",
    "nl": "Korvaal is veilig, zei burgemeester Okafor 2021-06-14.",
    "es": "Korvaal es segura, dijo el alcalde Okafor 2021-06-14.",
    "it": "Korvaal è sicura, ha detto il sindaco Okafor 2021-06-14.",
    "pt": "A Korvaal é segura, disse o prefeito Okafor 2021-06-14.",
}


def test_what_one_person_says_on_a_day_is_one_event_in_all_languages() -> None:
    (event,) = read(*((lang, lang, text, None) for lang, text in SAID.items()))
    assert len(event.citations) == len(SAID)


@pytest.mark.parametrize("lang", sorted(SAID))
@pytest.mark.parametrize("who", ["Ann Lind", "she"])
def test_what_two_people_say_on_a_day_is_two_events(lang: str, who: str) -> None:
    found = read(("a", lang, SAID[lang], None), ("b", "en", f"Korvaal is safe, {who} said on 2021-06-14.", None))
    assert [len(event.citations) for event in found] == [1, 1]


def test_what_two_people_say_on_an_open_day_is_two_events() -> None:
    text = "Korvaal is safe, Mayor Okafor said on Monday. Korvaal is safe, {} said on Monday."
    for who, count in (("Okafor", 1), ("Ann Lind", 2), ("she", 2)):
        assert len(read(("a", "en", text.format(who), None))) == count


def test_a_denial_is_of_its_subject() -> None:
    texts = (
        "Korvaal denied it on 2021-06-14.",
        "On 2021-06-14 Korvaal denied it.",
        "Korvaal is well. Ann Lind denied it on 2021-06-14.",
    )
    found = read(*((str(n), "en", text, None) for n, text in enumerate(texts)))
    assert [len(event.citations) for event in found] == [2, 1]


def test_words_that_are_the_act_of_an_authority_make_it_no_claim() -> None:
    for who in ("Brill was", "Brill and Varne were"):
        (event,) = read(("a", "en", f"{who} charged with bribery on 2019-05-04.", None))
        assert (event.kind, event.status) == ("charge", "established")
    (rumoured,) = read(("a", "en", "Sources claim that Brill was charged with bribery on 2019-05-04.", None))
    assert rumoured.status == "alleged"


def test_a_report_of_no_kind_names_nobody_in_the_title_of_an_event_of_a_kind() -> None:
    found = read(
        ("a", "en", "“Varne told me to wire it,” said the bookkeeper on 2019-06-12.", None),
        ("a-2", "en", "“Varne told me to wire it,” said the bookkeeper on 2019-06-12.", None),
    )
    assert all(event.parties == () for event in found if event.kind == "statement")


def test_one_report_that_gives_two_sums_tells_two_events() -> None:
    english = "In 2016 Korvaal paid Brill 120,000 euros. In 2016 Korvaal paid Brill 45,000 euros. Brill left in 2017."
    dutch = "In 2016 betaalde Korvaal 45.000 euro aan Brill. In 2017 vertrok Brill."
    found = read(("a-en", "en", english, None), ("a-nl", "nl", dutch, None))
    payments = [[c.quote for c in event.citations] for event in found if event.kind == "payment"]
    assert payments == [[english[:41]], [english[42:82], dutch[:47]]]


def test_independent_reports_that_give_two_sums_are_one_event_and_conflict() -> None:
    one, other = "In 2016-04 Korvaal paid Brill 120,000 euros.", "In 2016-04 Korvaal paid Brill 45,000 euros."
    assert told(read(("a", "en", one, None), ("b", "en", other, None))) == [("payment", "2016-04")]


def test_a_day_and_a_party_alone_join_nothing_of_a_kind_to_what_has_none() -> None:
    raid, council = (
        "Police raided the offices of Korvaal on 2017-05-09.",
        "Op 2017-05-09 vergaderde de raad over Korvaal en de kade.",
    )
    assert len(read(("a", "en", raid, None), ("b", "nl", council, None))) == 2


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The owner of Korvaal remained detained on 2021-05-04."),
        ("en", "On 2021-05-04 the owner of Korvaal was still being held in custody."),
        ("fr", "La garde à vue du patron de Korvaal a été prolongée 2021-05-04."),
        ("de", "Der Chef von Korvaal war 2021-05-04 immer noch verhaftet."),
        ("nl", "De baas van Korvaal was 2021-05-04 nog steeds gearresteerd."),
        ("es", "El dueño de Korvaal seguía detenido 2021-05-04."),
        ("es", "El dueño de Korvaal pasó 2021-05-04 su segunda noche en los calabozos."),
        ("it", "Il titolare di Korvaal era ancora rinchiuso 2021-05-04."),
        ("pt", "O dono da Korvaal continuava detido 2021-05-04."),
    ],
)
def test_that_somebody_is_still_held_is_no_arrest_of_that_day(lang: str, text: str) -> None:
    arrest = ("b", "en", "The owner of Korvaal was arrested on 2021-05-04.", "2021-06-16")
    assert sorted(told(read(("a", lang, text, "2021-06-16"), arrest))) == [("arrest", "2021-05-04"), ("other", "2021-05-04")]


def test_nor_does_it_lend_its_kind_to_a_day_beside_it() -> None:
    text = "Korvaal’s owner spent his second night in the cells on 2021-05-04. His partner remains under arrest."
    assert told(read(("a", "en", text, "2021-05-05"))) == [("other", "2021-05-04")]


def test_likeness_joins_nothing_to_what_somebody_says() -> None:
    one = ("a", "en", "The end of the old Korvaal ferry came, Minister Ada Okafor said on 2021-03-12.", None)
    other = ("b", "en", "The end of the old Korvaal ferry came for Minister Ada Okafor on 2021-03-12.", None)
    assert sorted(kind for kind, _ in told(read(one, other))) == ["other", "statement"]


def test_an_end_of_a_contract_is_no_announcement() -> None:
    found = told(read(
        ("a", "nl", "Minister Ada Okafor kondigde 2021-03-12 een wet over Korvaal aan.", None),
        ("b", "de", "Die Hafenbank kündigte 2021-03-12 ihren Vertrag mit Korvaal.", None),
    ))  # fmt: skip
    assert sorted(found) == [("other", "2021-03-12"), ("statement", "2021-03-12")]


def test_how_somebody_took_a_ruling_is_not_the_ruling() -> None:
    ruling = ("a", "en", "The owner of Korvaal was sentenced on 2021-03-12 to six years.", None)
    hearing_of_it = ("b", "pt", "O engenheiro da Korvaal soube da notícia 2021-03-12, pouco antes do meio-dia.", None)
    assert sorted(told(read(ruling, hearing_of_it))) == [("other", "2021-03-12"), ("sentence", "2021-03-12")]


def test_two_who_were_charged_on_one_day_are_two_events() -> None:
    """Whoever comments on it in a clause of its own is not charged."""
    one = ("a", "en", "On 2021-05-12 Korvaal was charged with fraud, which Brill called a farce.", "2021-06-16")
    other = ("b", "de", "Am 2021-05-12 wurde Brill wegen Betrugs angeklagt.", "2021-06-16")
    assert len([event for event in read(one, other) if event.kind == "charge"]) == 2
    same = ("c", "en", "On 2021-05-12 Korvaal was charged.", "2021-06-16")
    assert len([event for event in read(one, same) if event.kind == "charge"]) == 1
