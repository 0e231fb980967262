"""What copies and translations of one article tell at the same place is one telling."""

from pathlib import PurePosixPath

import pytest
from telltale import read, reports_of

from dateline.model import Article, Document, Mention, Sentence
from dateline.reading import translations
from dateline.reading.likeness import Lexicon
from dateline.reading.reports import Report
from dateline.when import When


def tellings(found: list[Report]) -> list[translations.Telling]:
    return translations.tellings(found, Lexicon.of(found))


def rows(found: list[Report]) -> list[list[tuple[str, str]]]:
    return [[(r.document.article.id, r.when.edtf) for r in telling if r.when] for telling in tellings(found)]


ENGLISH = reports_of("a", "en", "o", "The crane came in 2016. The dock grew in 2016. Boats left on 2018-04-09.")
DUTCH = reports_of("b", "nl", "o", "De kraan kwam in 2016. Het dok groeide in 2016. In 2018-04 vertrokken de boten.")


def test_sentences_at_the_same_place_tell_the_same_though_their_dates_are_equal() -> None:
    assert rows(ENGLISH + DUTCH) == [
        [("a", "2016"), ("b", "2016")],
        [("a", "2016"), ("b", "2016")],
        [("a", "2018-04-09"), ("b", "2018-04")],
    ]
    first, second, _ = tellings(ENGLISH + DUTCH)
    assert [r.sentence.text for r in first] == ["The crane came in 2016.", "De kraan kwam in 2016."]
    assert [r.sentence.text for r in second] == ["The dock grew in 2016.", "Het dok groeide in 2016."]


def test_articles_of_two_origins_are_not_laid_side_by_side() -> None:
    other = reports_of("b", "nl", "p", "De kraan kwam in 2016.")
    assert rows(reports_of("a", "en", "o", "The crane came in 2016.") + other) == [[("a", "2016")], [("b", "2016")]]


def test_what_stands_elsewhere_in_the_article_is_not_the_same() -> None:
    rest = "Nobody said why. " * 12
    early, late = f"The crane came in 2016. {rest}", f"{rest}De kraan kwam in 2016."
    assert len(rows(reports_of("a", "en", "o", early) + reports_of("b", "nl", "o", late))) == 2


def test_every_report_is_in_one_telling() -> None:
    found = ENGLISH + DUTCH + reports_of("c", "en", "o", "The crane came in 2016. Boats left in 2019.")
    assert sorted(id(r) for telling in tellings(found) for r in telling) == sorted(map(id, found))


def test_dates_that_cannot_be_the_same_are_two_tellings() -> None:
    document = Document(Article("d", "nl"), "In 2017 kwam de kraan.", PurePosixPath("d"))
    sentence = Sentence(document, 0, 22, 0)
    mention = Mention(3, 7, "2017", "DATE", "2017", When("2017"), "nl/year", "stated")
    (base, *_) = ENGLISH
    late = Report(sentence, "other", mention, base.voice, (), (), (), "o")
    assert len(tellings([base, late])) == 2


WHOLE = (
    "o-en",
    "en",
    "From 2016/2018 the firm Korvaal paid Brill 120,000 euros. Police raided the harbour office in 2017. Brill denied in 2017 that he had taken money. Korvaal won the contract in 2017. Brill was charged with bribery in 2019. A court sentenced him to two years in 2020. He appealed in 2020.",
)  # fmt: skip
"""And below, each with sentences left out, put elsewhere, cut or joined."""
SHORTER = {
    "nl": "In 2017 deed de politie een inval in het havenkantoor. Korvaal kreeg in 2017 het contract. In 2019 werd Brill aangeklaagd wegens omkoping. Hij ging in 2020 in beroep.",
    "fr": "De 2016/2018 la société Korvaal a versé 120 000 euros à Brill. En 2017 Brill a nié avoir reçu de l’argent. Korvaal a remporté le contrat en 2017. Un tribunal l’a condamné à deux ans de prison en 2020, et il a fait appel en 2020.",
    "es": "En 2017 Brill negó haber recibido dinero. La policía registró en 2017 la oficina del puerto. Entre 2016/2018 Korvaal pagó 120.000 euros a Brill. En 2019 Brill fue imputado por soborno.",
    "de": "2017 bestritt Brill, Geld genommen zu haben. Korvaal zahlte Brill 2016/2018 120.000 Euro. 2019 wurde Brill wegen Bestechung angeklagt, 2020 verurteilte ihn ein Gericht zu zwei Jahren Haft.",
    "it": "La polizia ha perquisito nel 2017 l’ufficio del porto. Nel 2020 un tribunale lo ha condannato a due anni di carcere.",
    "pt": "Brill negou em 2017 ter recebido dinheiro. Em 2020 ele recorreu da sentença.",
}  # fmt: skip
KINDS = {"payment", "raid", "denial", "contract", "charge", "sentence", "appeal"}
SHARED = {
    "nl": {"raid", "contract", "charge", "appeal"},
    "fr": {"payment", "denial", "contract", "sentence", "appeal"},
    "es": {"denial", "raid", "payment", "charge"},
    "de": {"payment", "charge", "sentence"},
    "it": {"raid", "sentence"},
    "pt": {"denial", "appeal"},
}


@pytest.mark.parametrize("tag", SHORTER)
def test_what_a_translation_leaves_out_or_puts_elsewhere_ties_nothing_else(tag: str) -> None:
    found = read((*WHOLE, None), (f"o-{tag}", tag, SHORTER[tag], None))
    assert {event.kind for event in found} == KINDS
    assert {event.kind for event in found if len(event.citations) > 1} == SHARED[tag]


def test_all_of_them_together_tell_each_event_once() -> None:
    found = read((*WHOLE, None), *((f"o-{tag}", tag, text, None) for tag, text in SHORTER.items()))
    assert {event.kind: sorted(c.lang for c in event.citations) for event in found} == {
        "payment": ["de", "en", "es", "fr"],
        "raid": ["en", "es", "it", "nl"],
        "denial": ["de", "en", "es", "fr", "pt"],
        "contract": ["en", "fr", "nl"],
        "charge": ["de", "en", "es", "nl"],
        "sentence": ["de", "en", "fr", "it"],
        "appeal": ["en", "fr", "nl", "pt"],
    }


def test_a_version_is_laid_beside_so_many_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside one, where that tells all of it; else beside the first and the last: the work grows with the number of versions."""
    laid: list[object] = []
    beside = translations.side_by_side
    monkeypatch.setattr(translations, "side_by_side", lambda *args: laid.append(args) or beside(*args))
    alike = [r for n in range(40) for r in reports_of(f"a{n}", "en", "o", "The crane came in 2016. Boats left on 2018-04-09.")]
    assert [len(telling) for telling in tellings(alike)] == [40, 40]
    assert len(laid) == 39
    laid.clear()
    own = [r for n in range(40) for r in reports_of(f"a{n}", "en", "o", f"The crane came in 2016. Boat {n} left in {1900 + n}.")]
    assert len(tellings(own)) == 41
    assert len(laid) == sum(min(n, 24) for n in range(40))
