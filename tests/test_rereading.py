"""Words of the record are read again by themselves: what they contradict is said, and what a person may know is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from roof import CONTRACT, article

from dateline import promises, rereading
from dateline.dossier import Case
from dateline.model import Article, Basis, Citation, Mention, Problem
from dateline.record import Record
from dateline.when import When

PUBLISHED = When("2016-03-15")  # a Tuesday


ACCEPTED = replace(CONTRACT, review="accepted", when=When("2016-03"))


def source(lang: str = "en", published: When | None = PUBLISHED) -> Article:
    return replace(article(), lang=lang, published=published)


def cited(words: str, when: str | None, basis: Basis = "stated", quote: str = "") -> Citation:
    quote, told = quote or f"It came {words}.", When.parse(when) if when else None
    at = quote.index(words)
    mention = Mention(at, at + len(words), words, "DATE", when or "", told, "by hand", basis if told else None)
    return Citation("gazette", "en", quote, 0, len(quote), mention=mention, line=7)


def contradicted(made: Citation, of: Article) -> list[str]:
    event = replace(CONTRACT, citations=(replace(made, lang=of.lang),))
    return [when.edtf for _, _, when, _, _ in rereading.misdated(event, {of.id: of})]


@pytest.mark.parametrize(
    ("lang", "words", "wrong", "right"),
    [
        ("en", "March 2015", "2016-03", "2015-03"),
        ("de", "März 2015", "2015-04", "2015-03"),
        ("fr", "mars 2015", "2016-03", "2015-03"),
        ("nl", "maart 2015", "2014", "2015"),
        ("es", "marzo de 2015", "2016-03", "2015-03-09"),
        ("it", "marzo 2015", "2013-03", "2015"),
        ("pt", "março de 2015", "2016-03-02", "2015-03"),
        ("en", "last year", "2014", "2015"),
        ("de", "letztes Jahr", "2016", "2015-07"),
        ("fr", "l’an dernier", "2013", "2015"),
        ("nl", "vorig jaar", "2016", "2015"),
        ("es", "el año pasado", "2014", "2015"),
        ("it", "l’anno scorso", "2016", "2015"),
        ("pt", "no ano passado", "2014", "2015"),
        ("en", "on Monday", "2016-03-15", "2016-03-14"),
        ("de", "am Montag", "2016-03-13", "2016-03-07"),  # some Monday that the article has told of
        ("fr", "lundi", "2016-03-09", "2016-03-14"),
        ("nl", "maandag", "2016-03-16", "2016-03-14"),
        ("es", "el lunes", "2016-03-11", "2016-03-14"),
        ("it", "lunedì", "2016-03-10", "2016-03-14"),
        ("pt", "na segunda-feira", "2016-03-15", "2016-03-14"),
        ("en", "yesterday", "2016-03-11", "2016-03-14"),
        ("en", "this year", "2014", "2016"),
        ("en", "in March", "2015-06", "2015-03"),  # of a year that the article has named
        ("en", "on 3 May", "2015-05-04", "2012-05-03"),
        ("en", "in March", "2015-06", "2015"),
        ("en", "about 2015", "2010", "2014"),
        ("en", "since 2013", "2012", "2015"),
        ("en", "12/03/2015", "2016-03-12", "2015-12-03"),
    ],
)
def test_what_words_contradict_is_said(lang: str, words: str, wrong: str, right: str) -> None:
    assert contradicted(cited(words, wrong), source(lang))
    assert contradicted(cited(words, right), source(lang)) == []


@pytest.mark.parametrize("words", ["under the old mayor", "the following year", "two years later", "at noon"])
def test_words_that_tell_no_time_by_themselves_contradict_none(words: str) -> None:
    assert contradicted(cited(words, "2014"), source()) == []


def test_what_is_counted_from_another_day_may_be_any_that_can_be_counted_to() -> None:
    assert contradicted(cited("last year", "2009", "anchor"), source()) == []
    assert contradicted(cited("yesterday", "2009-05-04", "anchor"), source()) == []
    assert contradicted(cited("in March", "2009-06", "anchor"), source()) == ["2016-03"]
    assert contradicted(cited("March 2015", "2009-03", "anchor"), source()) == ["2015-03"]


def test_what_is_counted_from_publication_is_counted_from_that_day() -> None:
    assert contradicted(cited("in March", "2015-03", "published"), source()) == ["2016-03"]


def test_where_no_day_of_publication_is_known_any_will_do() -> None:
    undated = source(published=None)
    assert contradicted(cited("last year", "2009"), undated) == []
    assert contradicted(cited("on 3 May", "2009-05-03"), undated) == []
    assert contradicted(cited("on 3 May", "2009-06-03"), undated) != []


def test_words_mean_what_they_say_where_they_stand() -> None:
    quote = "It was built in March and April of 2011."
    assert contradicted(cited("April", "2011-04", "published", quote), source()) == []


def problems(*made: Citation) -> list[Problem]:
    return list(promises.check(Record("events.yaml", (source(),), (replace(ACCEPTED, citations=made),)), Case("roof")))


def test_sources_may_differ_each_by_its_own_words() -> None:
    assert [problem.kind for problem in problems(cited("March 2015", "2015-03"), cited("March 2016", "2016-03"))] == ["conflict"]


def test_a_contradiction_stops_the_build_with_its_line_and_what_to_do() -> None:
    (problem,) = problems(cited("March 2015", "2016-03"))
    assert (problem.kind, problem.fatal, problem.line) == ("misdated", True, 7)
    assert problem.message == "the event “2017-contract” takes 2016-03 from “March 2015”, which says 2015-03."
    assert problem.hint == "Write “when: 2015-03”, or quote the words that say otherwise."
    (problem,) = problems(cited("last year", "2016-03"))
    assert problem.hint == "Write “when: 2015”, or “basis: anchor” if the article counts from another day."


def test_a_date_that_no_source_gives_is_told_with_what_they_say() -> None:
    (problem,) = problems(cited("March 2015", None))
    assert problem.message == "the event “2017-contract” is dated 2016-03, and its sources say 2015-03."
