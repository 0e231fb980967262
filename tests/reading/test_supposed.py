"""What would have happened is proposed with that doubt, and never as a fact in the outlet's own words."""

import pytest
from telltale import read

SUPPOSED = {
    "fr": "Kern aurait été condamné le 2019-05-03 si le tribunal avait siégé.",
    "nl": "Kern zou op 2019-05-03 zijn veroordeeld als de rechtbank was samengekomen.",
    "es": "Kern habría sido condenado el 2019-05-03 si el tribunal se hubiera reunido.",
    "it": "Kern sarebbe stato condannato il 2019-05-03 se il tribunale si fosse riunito.",
    "pt": "Kern teria sido condenado em 2019-05-03 se o tribunal se tivesse reunido.",
}


@pytest.mark.parametrize("lang", sorted(SUPPOSED))
def test_what_would_have_been_is_told_with_that_doubt(lang: str) -> None:
    (event,) = read(("a", lang, SUPPOSED[lang], "2020-02-07"))
    assert (event.kind, event.status, event.citations[0].voice.status) == ("other", "reported", "reported")
    assert event.note == "its words tell what would have been, not what was"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kern would have been sentenced on 2019-05-03 had the court met."),
        ("de", "Kern wäre am 2019-05-03 verurteilt worden, wenn das Gericht getagt hätte."),
    ],
)
def test_where_no_other_mood_has_these_words_nothing_is_told(lang: str, text: str) -> None:
    assert read(("a", lang, text, "2020-02-07")) == ()


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("fr", "Kern a été condamné le 2019-05-03.", "established"),
        ("fr", "Kern aurait été condamné le 2019-05-03.", "reported"),
        ("es", "Kern no fue condenado el 2019-05-03.", "established"),
        ("it", "Secondo Brill, Kern sarebbe stato condannato il 2019-05-03.", "alleged"),
    ],
)
def test_a_fact_hearsay_a_denied_deed_and_a_claim_are_no_supposition(lang: str, text: str, status: str) -> None:
    (event,) = read(("a", lang, text, "2020-02-07"))
    assert (event.status, event.note) == (status, None)


def test_what_somebody_supposes_is_their_claim() -> None:
    text = "Selon Brill, Kern aurait été condamné le 2019-05-03 si le tribunal avait siégé."
    (event,) = read(("a", "fr", text, "2020-02-07"))
    assert event.status == "alleged"
    assert event.note is not None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kern was nearly arrested on 2019-05-03."),
        ("en", "In the film, Kern is arrested on 2019-05-03."),
        ("en", "Imagine that Kern was arrested on 2019-05-03."),
        ("de", "Kern sollte am 2019-05-03 verhaftet werden, doch er war verschwunden."),
        ("de", "Angenommen, Kern wurde am 2019-05-03 verhaftet."),
        ("nl", "Kern werd op 2019-05-03 bijna gearresteerd."),
    ],
)
def test_what_nearly_was_and_what_is_imagined_is_told_with_that_doubt(lang: str, text: str) -> None:
    (event,) = read(("a", lang, text, "2020-02-07"))
    assert (event.kind, event.status) == ("other", "reported")
    assert event.note == "its words tell what would have been, not what was"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Prosecutors demanded on 2019-05-03 that Kern be jailed for five years."),
        ("en", "The paper wrongly reported that Kern was arrested on 2019-05-03."),
        ("en", "Kern offered his resignation on 2019-05-03, but the board refused it."),
        ("en", "The appeal court overturned that acquittal on 2019-05-03."),
        ("de", "Anwohner forderten am 2019-05-03, dass Kern verhaftet wird."),
        ("de", "Die Berufung gegen den Freispruch wurde am 2019-05-03 verworfen."),
        ("nl", "Kern bood op 2019-05-03 zijn ontslag aan, maar de burgemeester weigerde het."),
        ("nl", "Bewoners eisten op 2019-05-03 dat de werf werd gesloten."),
    ],
)
def test_what_was_demanded_refused_or_quashed_is_of_no_kind(lang: str, text: str) -> None:
    (event,) = read(("a", lang, text, "2020-02-07"))
    assert event.kind == "other"


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Kern was arrested on 2019-05-03 after nearly three years.", "arrest"),
        ("en", "On 2019-05-03 the judge granted what prosecutors demanded: Kern was jailed for five years.", "sentence"),
        ("en", "Kern tendered his resignation on 2019-05-03, and the board accepted it.", "resignation"),
        ("de", "Nach der Verhaftung am 2019-05-03 lehnte Kern eine Aussage ab.", "arrest"),
        ("nl", "Kern werd op 2019-05-03 tot vijf jaar cel veroordeeld, zoals het OM had geëist.", "sentence"),
    ],
)
def test_what_was_done_is_told_beside_such_words(lang: str, text: str, kind: str) -> None:
    (event,) = read(("a", lang, text, "2020-02-07"))
    assert (event.kind, event.status, event.note) == (kind, "established", None)


@pytest.mark.parametrize(
    ("lang", "text", "note"),
    [
        ("fr", "Kern a failli être arrêté le 2019-05-03.", None),
        ("es", "La fiscalía pidió el 2019-05-03 que Kern sea condenado a dos años de cárcel.", None),
        ("it", "Kern ha presentato le dimissioni il 2019-05-03, ma il consiglio le ha respinte.", None),
        ("pt", "O Ministério Público retirou em 2019-05-03 o recurso contra a absolvição de Kern.", None),
        ("fr", "Dans le film, Kern est arrêté le 2019-05-03.", "its words tell what would have been, not what was"),
    ],
)
def test_what_nearly_was_is_demanded_refused_or_imagined_is_of_no_kind(lang: str, text: str, note: str | None) -> None:
    (event,) = read(("a", lang, text, "2020-02-07"))
    assert (event.kind, event.note) == ("other", note)
