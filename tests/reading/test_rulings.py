"""What a court decides in the sentence right behind a dated ruling bears that day, and cites both sentences."""

import pytest
from telltale import read, told

RULED = {
    "en": ("The court on 2024-02-08 sentenced Kern to three years in prison.", "It cleared Voss of all charges."),
    "fr": ("Le tribunal a condamné le 2024-02-08 Kern à trois ans de prison.", "Voss a été relaxé."),
    "de": ("Das Gericht verurteilte Kern am 2024-02-08 zu drei Jahren Haft.", "Voss wurde freigesprochen."),
    "nl": ("De rechtbank veroordeelde Kern op 2024-02-08 tot drie jaar cel.", "Voss werd vrijgesproken."),
    "es": ("El tribunal condenó el 2024-02-08 a Kern a tres años de cárcel.", "Voss fue absuelto."),
    "it": ("Il tribunale ha condannato il 2024-02-08 Kern a tre anni di carcere.", "Voss è stato assolto."),
    "pt": ("O tribunal condenou em 2024-02-08 Kern a três anos de prisão.", "Voss foi absolvido."),
}


@pytest.mark.parametrize("lang", sorted(RULED))
def test_what_else_was_decided_bears_the_day_of_the_ruling(lang: str) -> None:
    ruled, more = RULED[lang]
    events = read(("a", lang, f"{ruled} {more}", "2024-02-09"))
    assert ("acquittal", "2024-02-08") in told(events)
    (acquittal,) = (event for event in events if event.kind == "acquittal")
    assert [citation.quote for citation in acquittal.citations] == [f"{ruled} {more}"]


@pytest.mark.parametrize(
    "more",
    [
        "Voss had been acquitted in 2019.",
        "Voss had been acquitted.",
        "An appeal court later acquitted Voss.",
        "Kern went home. Voss was acquitted.",
        "\n\nVoss was acquitted.",
        "Voss was not acquitted.",
    ],
)
def test_another_day_another_paragraph_or_a_denial_bears_none(more: str) -> None:
    events = read(("a", "en", f"The court on 2024-02-08 sentenced Kern to three years in prison. {more}", "2024-02-09"))
    assert ("acquittal", "2024-02-08") not in told(events)


def test_three_decisions_are_three_events_of_one_day() -> None:
    text = (
        "The court on 2024-02-08 sentenced Kern to three years in prison. Voss was acquitted. The firm was fined 3 million euros."
    )
    assert sorted(told(read(("a", "en", text, "2024-02-09")))) == [
        (kind, "2024-02-08") for kind in ("acquittal", "fine", "sentence")
    ]


CARRIED = {
    "en": ("For the prosecutor it was a victory.", "The court, however, cleared Voss of all charges."),
    "fr": ("Pour le parquet, c'est une victoire.", "Le tribunal a en revanche relaxé Voss."),
    "de": ("Für die Anklage ist es ein Erfolg.", "Die Richter sprachen Voss dagegen frei."),
    "nl": ("Voor het parket is het een zege.", "De rechters spraken Voss dan weer vrij."),
    "es": ("Para la fiscalía es una victoria.", "El tribunal absolvió en cambio a Voss."),
    "it": ("Per la procura è una vittoria.", "I giudici hanno invece assolto Voss."),
    "pt": ("Para o Ministério Público é uma vitória.", "O tribunal absolveu, porém, Voss."),
}
ACCUSED = {
    "en": "His co-defendant Voss was acquitted.",
    "fr": "Son coprévenu Voss a été relaxé.",
    "de": "Der Mitangeklagte Voss wurde freigesprochen.",
    "nl": "Zijn medebeklaagde Voss werd vrijgesproken.",
    "es": "Su coacusado Voss fue absuelto.",
    "it": "Il coimputato Voss è stato assolto.",
    "pt": "O coarguido Voss foi absolvido.",
}
OTHERS = {
    "en": "A court in Ghent cleared Voss of all charges.",
    "fr": "Un tribunal de Gand a relaxé Voss.",
    "de": "Ein Gericht in Gent sprach Voss frei.",
    "nl": "Een rechtbank in Gent sprak Voss vrij.",
    "es": "Un tribunal de Gante absolvió a Voss.",
    "it": "Un tribunale di Gand ha assolto Voss.",
    "pt": "Um tribunal de Gante absolveu Voss.",
}
ELSEWHERE = {
    "en": "In another case a broker was on trial.",
    "fr": "Dans une autre affaire, un courtier était à la barre.",
    "de": "In einem anderen Verfahren stand ein Makler vor den Richtern.",
    "nl": "In een andere zaak stond een makelaar voor de rechters.",
    "es": "En otra causa se juzgaba a un corredor.",
    "it": "In un altro processo c'era un mediatore.",
    "pt": "Noutro processo estava um corretor.",
}


def carried(lang: str, *paragraphs: str) -> list[tuple[str, str | None]]:
    """What an article of these paragraphs behind a dated ruling tells."""
    return told(read(("a", lang, "\n\n".join((RULED[lang][0], *paragraphs)), "2024-02-09")))


@pytest.mark.parametrize("lang", sorted(CARRIED))
def test_the_same_court_goes_on_in_a_later_paragraph(lang: str) -> None:
    assert ("acquittal", "2024-02-08") in carried(lang, *CARRIED[lang])


@pytest.mark.parametrize("lang", sorted(ACCUSED))
def test_who_was_accused_beside_another_is_judged_that_day(lang: str) -> None:
    assert ("acquittal", "2024-02-08") in carried(lang, ACCUSED[lang])


@pytest.mark.parametrize("lang", sorted(OTHERS))
def test_another_court_or_another_case_bears_another_day(lang: str) -> None:
    between, more = CARRIED[lang]
    assert ("acquittal", "2024-02-08") not in carried(lang, between, OTHERS[lang])
    assert ("acquittal", "2024-02-08") not in carried(lang, ELSEWHERE[lang], more)
    assert ("acquittal", "2024-02-08") not in carried(lang, RULED[lang][1])


@pytest.mark.parametrize(
    "between",
    [
        "On 2024-02-01 they had a quarrel.",
        "Prosecutors in 2022 charged a broker.",
        "Police had arrested a broker.",
        "News from Ghent",
        f"{'The hall was full of people. ' * 50}",
        "In 2022 another court had been milder.",
    ],
)
def test_a_new_scene_before_it_bears_another_day(between: str) -> None:
    assert ("acquittal", "2024-02-08") not in carried("en", between, "The court cleared Voss of all charges.")


def test_what_was_judged_may_lie_years_back() -> None:
    between = "For the judges the firm signed a contract with Brill in 2016, and in 2018 it moved to Malta."
    assert ("acquittal", "2024-02-08") in carried("en", between, "The court, however, cleared Voss of all charges.")


def test_a_higher_court_is_not_the_same() -> None:
    text = (
        "The tribunal on 2024-02-08 sentenced Kern to three years in prison.\n\nFor Kern it is a blow.\n\nThe court cleared Voss."
    )
    assert ("acquittal", "2024-02-08") not in told(read(("a", "en", text, "2024-02-09")))


CLEARED = {
    "en": "The court on 2024-02-08 acquitted Kern.",
    "fr": "Le tribunal a relaxé Kern le 2024-02-08.",
    "de": "Das Gericht sprach Kern am 2024-02-08 frei.",
    "nl": "De rechtbank sprak Kern op 2024-02-08 vrij.",
    "es": "El tribunal absolvió a Kern el 2024-02-08.",
    "it": "Il tribunale ha assolto Kern il 2024-02-08.",
    "pt": "O tribunal absolveu Kern em 2024-02-08.",
}
DEED = {
    "en": "It jailed Voss for two years for taking 60,000 euros in May 2019.",
    "fr": "Il a condamné Voss à deux ans de prison pour avoir accepté 60 000 euros en mai 2019.",
    "de": "Es verurteilte Voss zu zwei Jahren Haft, weil er im Mai 2019 60.000 Euro angenommen hatte.",
    "nl": "Ze veroordeelde Voss tot twee jaar cel voor het aannemen van smeergeld in mei 2019.",
    "es": "Condenó a Voss a dos años de cárcel por haber aceptado 60.000 euros en mayo de 2019.",
    "it": "Ha condannato Voss a due anni di carcere per aver accettato 60.000 euro nel maggio 2019.",
    "pt": "Condenou Voss a dois anos de prisão por ter aceitado 60 000 euros em maio de 2019.",
}


@pytest.mark.parametrize("lang", sorted(DEED))
def test_the_day_of_a_deed_is_not_that_of_its_sentence(lang: str) -> None:
    found = told(read(("a", lang, f"{CLEARED[lang]} {DEED[lang]}", "2024-02-09")))
    assert ("sentence", "2024-02-08") in found
    assert any(when.startswith("2019") for _, when in found)


OUTCOMES = {
    "en": "Voss was acquitted on 2024-02-08 of bribery but convicted of fraud.",
    "fr": "Voss a été relaxé le 2024-02-08 du chef de corruption, mais condamné pour fraude.",
    "de": "Voss wurde am 2024-02-08 vom Vorwurf der Bestechung freigesprochen, aber wegen Betrugs verurteilt.",
    "nl": "Voss werd op 2024-02-08 vrijgesproken van omkoping, maar veroordeeld voor fraude.",
    "es": "Voss fue absuelto el 2024-02-08 de cohecho, pero condenado por fraude.",
    "it": "Voss è stato assolto il 2024-02-08 dall'accusa di corruzione, ma condannato per frode.",
    "pt": "Voss foi absolvido a 2024-02-08 de corrupção, mas condenado por fraude.",
}


@pytest.mark.parametrize("lang", sorted(OUTCOMES))
def test_two_outcomes_of_one_day_are_two_events(lang: str) -> None:
    events = read(("a", lang, OUTCOMES[lang], "2024-02-09"))
    assert {event.kind for event in events} == {"acquittal", "verdict" if lang == "en" else "sentence"}
    assert {event.when.edtf for event in events if event.when} == {"2024-02-08"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Voss was acquitted on 2024-02-08, but Kern had been convicted."),
        ("en", "Voss was acquitted on 2024-02-08, but a court in Oslo convicted Kern."),
        ("nl", "Voss werd op 2024-02-08 vrijgesproken, maar Kern was eerder veroordeeld."),
        ("de", "Voss wurde am 2024-02-08 freigesprochen, Kern war zuvor verurteilt worden."),
        ("it", "Voss è stato assolto il 2024-02-08, ma Kern era già stato condannato."),
    ],
)
def test_an_outcome_of_another_day_or_court_is_not_of_this(lang: str, text: str) -> None:
    assert [kind for kind, when in told(read(("a", lang, text, "2024-02-09"))) if when == "2024-02-08"] == ["acquittal"]


ABROAD = {
    "en": ("In a separate case, a judge in Oslo cleared Voss.", "The Supreme Court acquitted Voss."),
    "fr": ("Un juge d'Oslo a relaxé Voss.", "La Cour suprême a acquitté Voss."),
    "de": ("Ein Gericht in Oslo sprach Voss frei.", "Der Bundesgerichtshof sprach Voss frei."),
    "nl": ("In een andere zaak werd Voss vrijgesproken.", "De rechtbank Oslo sprak Voss vrij."),
    "es": ("Un juez de Oslo absolvió a Voss.", "El Tribunal Supremo absolvió a Voss."),
    "it": ("Un giudice di Oslo ha assolto Voss.", "La Cassazione ha assolto Voss."),
    "pt": ("Um juiz de Oslo absolveu Voss.", "O Supremo Tribunal absolveu Voss."),
}


@pytest.mark.parametrize("lang", sorted(ABROAD))
def test_another_court_in_the_next_sentence_has_a_day_of_its_own(lang: str) -> None:
    for more in ABROAD[lang]:
        assert ("acquittal", "2024-02-08") not in told(read(("a", lang, f"{RULED[lang][0]} {more}", "2024-02-09")))
