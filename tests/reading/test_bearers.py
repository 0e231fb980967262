"""Whom something befell, named or not in case.yaml: two are told apart, and one under two names is not."""

from __future__ import annotations

from itertools import combinations
from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.dossier import Party
from dateline.model import Article, Document
from dateline.reading import bearers, dates, events, names, reports, sentences
from dateline.when import When

PUBLISHED = When.parse("2021-06-14")
PARTIES = (Party("port", ("Brackwater Port",)),)
TOLD = {
    "en": (
        "… was charged with fraud on 3 May 2021.",
        "… was sentenced to three years in prison on 3 May 2021.",
        "… was acquitted on 3 May 2021.",
        "… was appointed chief inspector on 3 May 2021.",
        "… resigned on 3 May 2021.",
        "Brackwater Port paid … 40,000 euros in March 2019.",
        "The regulator fined … 40,000 euros on 3 May 2021.",
        "… died on 3 May 2021.",
        "… pleaded guilty on 3 May 2021.",
        "Police arrested … on 3 May 2021.",
    ),
    "de": (
        "… wurde am 3. Mai 2021 wegen Betrugs angeklagt.",
        "Auch … wurde am 3. Mai 2021 zu drei Jahren Haft verurteilt.",
        "… wurde am 3. Mai 2021 freigesprochen.",
        "… trat am 3. Mai 2021 zurück.",
        "… starb am 3. Mai 2021.",
        "… bekannte sich am 3. Mai 2021 schuldig.",
        "… wurde am 3. Mai 2021 zum Direktor ernannt.",
    ),
    "fr": (
        "… a été mis en examen le 3 mai 2021.",
        "… a été acquitté le 3 mai 2021.",
        "Brackwater Port a versé 40 000 euros à … en mars 2019.",
        "… est mort le 3 mai 2021.",
        "La police a arrêté … le 3 mai 2021.",
    ),
    "nl": (
        "… werd op 3 mei 2021 aangeklaagd wegens fraude.",
        "… trad op 3 mei 2021 af.",
        "Brackwater Port betaalde … in maart 2019 40.000 euro.",
        "… kreeg op 3 mei 2021 een boete van 4.000 euro.",
        "De politie arresteerde … op 3 mei 2021.",
    ),
    "es": (
        "… fue imputado por fraude el 3 de mayo de 2021.",
        "… también fue condenado a tres años de cárcel el 3 de mayo de 2021.",
        "Brackwater Port pagó 40.000 euros a … en marzo de 2019.",
        "… dimitió el 3 de mayo de 2021.",
        "La policía detuvo a … el 3 de mayo de 2021.",
    ),
    "it": (
        "Anche … è stato incriminato per frode il 3 maggio 2021.",
        "… è stato assolto il 3 maggio 2021.",
        "Brackwater Port ha versato 40.000 euro a … nel marzo 2019.",
        "… è morto il 3 maggio 2021.",
        "La polizia ha arrestato … il 3 maggio 2021.",
    ),
    "pt": (
        "… foi indiciado por fraude em 3 de maio de 2021.",
        "… foi multado em 4.000 euros em 3 de maio de 2021.",
        "Brackwater Port pagou 40.000 euros a … em março de 2019.",
        "… demitiu-se em 3 de maio de 2021.",
        "A polícia deteve … em 3 de maio de 2021.",
    ),
}


def counts(*articles: tuple[str, str]) -> list[int]:
    """How many quotations each event of those articles, (language, text), has."""
    documents = [
        Document(Article(str(n), lang, published=PUBLISHED), text, PurePosixPath(str(n)))
        for n, (lang, text) in enumerate(articles)
    ]
    known, found = names.names(documents, PARTIES), []
    for document in documents:
        lang = language.load(document.article.lang)
        mentions = dates.find(document.text, lang, PUBLISHED)
        found += reports.reports(sentences.sentences(document, lang), mentions, known, document.article.id)
    return sorted(len(event.citations) for event in events.events(found))


@pytest.mark.parametrize(("lang", "told"), [(lang, told) for lang, rows in TOLD.items() for told in rows])
def test_two_whom_it_befell_are_two_events(lang: str, told: str) -> None:
    one, other = told.replace("…", "Renner"), told.replace("…", "Lindqvist")
    assert counts((lang, f"{one} {other}")) == [1, 1]
    assert counts((lang, f"{one} {one}")) == [2]


@pytest.mark.parametrize(
    "second",
    [
        "Lind was arrested on 3 May 2021.",
        "Kim was arrested on 3 May 2021, as friends call him.",
        "The former chairman was arrested on 3 May 2021.",
        "The Chairman was arrested on 3 May 2021.",
        "He was arrested on 3 May 2021.",
        "Chairman Lind was arrested on 3 May 2021.",
        "Two men were arrested on 3 May 2021.",
        "Police arrested Kim Lind, 52, on 3 May 2021.",
    ],
)
def test_one_man_under_two_names_is_one_event(second: str) -> None:
    assert counts(("en", f"Kim Lind was arrested on 3 May 2021. {second}")) == [2]


def test_a_joint_report_holds_what_each_alone_would() -> None:
    assert counts(("en", "Renner and Lindqvist were arrested on 3 May 2021. Renner was arrested on 3 May 2021 at home.")) == [2]


def test_a_noun_with_a_capital_is_nobodys_name() -> None:
    text = (
        "Otto Renner schweigt. Die Polizei nahm Renner am 3. Mai 2021 fest. Die Polizei nahm den Buchhalter am 3. Mai 2021 fest."
    )
    assert counts(("de", text)) == [2]
    text = text.replace("Die Polizei nahm den Buchhalter", "Auch Hans Lindqvist schweigt. Die Polizei nahm Lindqvist")
    assert counts(("de", text)) == [1, 1]


def test_two_sums_of_one_article_are_two_payments_whatever_their_kinds() -> None:
    one = "Brackwater Port paid Renner 40,000 euros in March 2019."
    assert counts(("en", f"{one} Lindqvist got 60,000 euros from Brackwater Port in March 2019.")) == [1, 1]
    assert counts(("en", f"{one} Brackwater Port paid Renner 60,000 euros in March 2019.")) == [1, 1]
    assert counts(("en", one), ("fr", "Brackwater Port a versé 60 000 euros à Renner en mars 2019.")) == [2]


def bearer(*words: str, party: str | None = None) -> bearers.Bearer:
    return bearers.Bearer(party, frozenset(words))


@pytest.mark.parametrize(
    ("one", "other", "one_text", "apart"),
    [
        (bearer("renner"), bearer("lindqvist"), False, True),
        (bearer("kim", "lind"), bearer("lind"), True, False),
        (bearer("zelensky"), bearer("selenskyj"), False, False),
        (bearer("zelensky"), bearer("selenskyj"), True, True),
        (bearer("lind", party="a"), bearer("lind", party="b"), False, True),
        (bearer("kim", "lind", party="a"), bearer("lind"), False, False),
    ],
)
def test_names_without_a_word_in_common_are_of_two(
    one: bearers.Bearer, other: bearers.Bearer, *, one_text: bool, apart: bool
) -> None:
    assert bearers.apart(one, other, one_text=one_text) is apart


def test_whoever_a_person_has_named_is_known_by_every_name() -> None:
    document = Document(Article("a", "en"), "Otto Lindqvist met Brackwater Port.", PurePosixPath("a"))
    found = bearers.bearers(document, names.names([document], PARTIES))
    assert found.called["port"] == bearer("brackwater", "port", party="port")
    assert all(not bearers.apart(a, b, one_text=True) for a, b in combinations([found.called["Lindqvist"], bearer("otto")], 2))


def test_a_name_that_two_articles_use_is_held_against_others_too() -> None:
    one = "On 12 May 2021 Renner was charged with fraud. Friends of Renner and of Lindqvist stay away."
    other = "Am 12. Mai 2021 wurde Lindqvist wegen Betrugs angeklagt. Freunde von Renner sagen nichts."
    assert counts(("en", one), ("de", other)) == [1, 1]
