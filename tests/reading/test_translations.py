"""What copies and translations of one article tell at the same place is one telling."""

from pathlib import PurePosixPath

from telltale import reports_of

from dateline.model import Article, Document, Mention, Sentence
from dateline.reading import translations
from dateline.reading.reports import Report
from dateline.when import When


def rows(found: list[Report]) -> list[list[tuple[str, str]]]:
    return [[(r.document.article.id, r.when.edtf) for r in telling if r.when] for telling in translations.tellings(found)]


ENGLISH = reports_of("a", "en", "o", "The crane came in 2016. The dock grew in 2016. Boats left on 2018-04-09.")
DUTCH = reports_of("b", "nl", "o", "De kraan kwam in 2016. Het dok groeide in 2016. In 2018-04 vertrokken de boten.")


def test_sentences_at_the_same_place_tell_the_same_though_their_dates_are_equal() -> None:
    assert rows(ENGLISH + DUTCH) == [
        [("a", "2016"), ("b", "2016")],
        [("a", "2016"), ("b", "2016")],
        [("a", "2018-04-09"), ("b", "2018-04")],
    ]
    first, second, _ = translations.tellings(ENGLISH + DUTCH)
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
    assert sorted(id(r) for telling in translations.tellings(found) for r in telling) == sorted(map(id, found))


def test_dates_that_cannot_be_the_same_are_two_tellings() -> None:
    document = Document(Article("d", "nl"), "In 2017 kwam de kraan.", PurePosixPath("d"))
    sentence = Sentence(document, 0, 22, 0)
    mention = Mention(3, 7, "2017", "DATE", "2017", When("2017"), "nl/year", "stated")
    (base, *_) = ENGLISH
    late = Report(sentence, "other", mention, base.voice, (), (), (), "o")
    assert len(translations.tellings([base, late])) == 2
