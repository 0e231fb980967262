"""Which trigger bears which date of a sentence, seen in what the sentence tells."""

import pytest
from telltale import read, tagged, told

from dateline.when import When


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Korvaal signed a contract in 2013 and was closed in 2018-04.", [("contract", "2013"), ("shutdown", "2018-04")]),
        ("In 2013, Korvaal signed a contract.", [("contract", "2013")]),
        ("Korvaal was fined in 2017-03, 2017-05 and 2018-04.", [("fine", "{2017-03,2017-05,2018-04}")]),
        ("Korvaal was fined in 2017-03 or 2018-04.", [("fine", "[2017-03,2018-04]")]),
        ("Varne traded until 2013, the year in which Korvaal was sued.", [("lawsuit", "2013")]),
    ],
)  # fmt: skip
def test_a_date_and_the_trigger_that_bears_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [row for row in told(read(("a", "en", text, "2021-06-16"))) if row[0] != "other"] == expected


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "“They told me to wire the money on 2019-06-12,” said Nora Vilde.", "other"),
        ("en", "Vilde said the firm was at sea on 2019-06-12.", "other"),
        ("en", "“He said we had to wire it on 2019-06-12,” Vilde recalled.", "other"),
        ("en", "Vilde told us on 2019-06-12 to wire the money.", "statement"),
        ("en", "“We wired it,” Vilde said on 2019-06-12.", "statement"),
        ("en", "Vilde said on 2019-06-12 that the firm was at sea.", "statement"),
        ("fr", "« Il m’a dit de verser l’argent le 2019-06-12 », a raconté Vilde.", "other"),
        ("fr", "Vilde a dit le 2019-06-12 que la société était en mer.", "statement"),
        ("de", "„Er sagte, wir sollten am 2019-06-12 fahren“, sagte Vilde.", "other"),
        ("de", "Vilde sagte am 2019-06-12, die Firma sei auf See.", "statement"),
        ("nl", "Vilde zei dat het schip op 2019-06-12 op zee was.", "other"),
        ("nl", "Vilde zei op 2019-06-12 dat het schip op zee was.", "statement"),
        ("es", "Vilde dijo que el barco estaba en alta mar el 2019-06-12.", "other"),
        ("es", "Vilde dijo el 2019-06-12 que el barco estaba en alta mar.", "statement"),
        ("it", "«Mi ha detto di versare i soldi il 2019-06-12», ha raccontato Vilde.", "other"),
        ("it", "Vilde ha detto il 2019-06-12 che la nave era in mare.", "statement"),
        ("pt", "«Ele disse-me para transferir o dinheiro em 2019-06-12», contou Vilde.", "other"),
        ("pt", "Vilde disse em 2019-06-12 que o navio estava no mar.", "statement"),
    ],
)  # fmt: skip
def test_a_day_within_what_is_said_dates_that_and_not_the_saying(lang: str, text: str, kind: str) -> None:
    assert told(read(("a", lang, text, None))) == [(kind, "2019-06-12")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "What happened in 2023-03, the Harbour Week revealed, was a shipwreck."),
        ("en", "What happened in 2023-03 was a shipwreck, the Harbour Week revealed."),
        ("fr", "Ce qui s’est passé en 2023-03 fut un naufrage, a révélé Le Phare."),
        ("de", "Was im 2023-03 geschah, war ein Schiffbruch, berichtete der Kurier."),
        ("nl", "Wat er in 2023-03 gebeurde, was een schipbreuk, meldde De Koerier."),
        ("es", "Lo que ocurrió en 2023-03 fue un naufragio, informó El Faro."),
        ("pt", "O que aconteceu em 2023-03 foi um naufrágio, noticiou o Farol."),
    ],
)
def test_what_an_outlet_reports_is_dated_and_not_the_reporting(lang: str, text: str) -> None:
    assert told(read(("a", lang, text, None))) == [("other", "2023-03")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In 2019-06, Kern reportedly met the mayor."),
        ("en", "In 2019-06, Kern, the director, is said to have met the mayor."),
        ("fr", "Le 2019-06-03, il aurait menacé un témoin."),
        ("fr", "En 2019-11, une responsable aurait averti la direction."),
        ("de", "Im 2019-05, kurz vor der Wahl, soll Kern die Akten vernichtet haben."),
        ("nl", "In 2019, bij een bezoek aan Gent, zou Kern de burgemeester hebben ontmoet."),
        ("es", "En 2019, la empresa habría destruido los documentos."),
        ("it", "Nel 2019, avrebbe distrutto i documenti."),
        ("it", "Una responsabile avrebbe avvertito la direzione nel 2019-05."),
        ("pt", "Em 2019, Kern teria destruído os documentos."),
    ],
)
def test_hearsay_behind_a_date_set_off_by_a_pause_and_of_what_was_said_is_hearsay(lang: str, text: str) -> None:
    assert [event.status for event in read(("a", lang, text, "2023-04-18"))] == ["reported"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In 2019-06, the mayor, who is said to be ill, left for Ghent."),
        ("en", "Kern retired in 2019, allegedly to write."),
        ("de", "Im 2019-05, kurz vor der Wahl, vernichtete Kern die Akten."),
    ],
)
def test_hearsay_of_another_clause_is_not_of_what_a_date_tells(lang: str, text: str) -> None:
    assert [event.status for event in read(("a", lang, text, "2023-04-18"))] == ["established"]


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        ("en", "Terlin was arrested on a warrant issued on 28 May by a court in Lugo.", []),
        ("fr", "Terlin a été arrêté sur mandat d’arrêt européen émis le 28 mai par la justice espagnole.", []),
        ("de", "Terlin wurde aufgrund eines am 28. Mai ausgestellten Haftbefehls festgenommen.", []),
        ("nl", "Terlin werd aangehouden op een bevel uitgevaardigd op 28 mei.", []),
        ("es", "Terlin fue detenido en virtud de una orden emitida el 28 de mayo.", []),
        ("it", "Terlin è stato arrestato su mandato d’arresto europeo emesso il 28 maggio dalla magistratura.", []),
        ("pt", "Terlin foi detido com um mandado emitido a 28 de maio.", []),
        ("en", "The pool was closed after a complaint filed on 28 May.", ["lawsuit"]),
        ("es", "El Ayuntamiento fue demandado por un contrato firmado el 28 de mayo.", ["contract"]),
        ("fr", "La plainte contre Terlin déposée le 28 mai vise la société.", ["lawsuit"]),
        ("it", "Terlin, accusato di frode, è stato arrestato il 28 maggio.", ["arrest"]),
        ("de", "Terlin wurde am 28. Mai in seinem Haus festgenommen.", ["arrest"]),
    ],
)
def test_the_date_of_a_paper_is_not_that_of_what_was_done_with_it(lang: str, text: str, kinds: list[str]) -> None:
    found = tagged(lang, text, When.parse("2018-06-08"))
    assert [kind for _, kind, when in found if when == "2018-05-28" and kind != "other"] == kinds
