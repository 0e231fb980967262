"""Quotations: exact, in their language, with their dating words marked and their reading explained."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample

from dateline.model import BY_HAND, Event
from dateline.telling import evidence, words
from dateline.telling.pieces import Piece
from dateline.telling.words import plain

ARTICLES = {article.id: article for article in sample.articles()}
PARTIES = {party.id: party for party in sample.case().parties}
EVENTS = {event.id: event for event in sample.events()}


def shown(event: Event, number: int = 0, lang: str = "en") -> evidence.Quote:
    citation = event.citations[number]
    return evidence.quote(
        citation, ARTICLES[citation.article], words.of(lang), kind=event.kind, parties=PARTIES, sources="../sources/"
    )


@pytest.mark.parametrize("event", sample.events(), ids=lambda event: event.id)
def test_marking_changes_no_character(event: Event) -> None:
    for citation in event.citations:
        before, marked, after = evidence.split(citation)
        assert before + marked + after == citation.quote
        assert marked == (citation.mention.words if citation.mention else "")


def test_words_that_are_not_where_they_should_be_are_not_marked() -> None:
    citation = EVENTS["2009-launch"].citations[0]
    assert citation.mention is not None
    for wrong in (-3, 2, 400):
        moved = replace(citation, mention=replace(citation.mention, start=wrong, end=wrong + 4))
        assert evidence.split(moved) == (citation.quote, "", "")


def test_the_original_opens_at_the_words_and_a_bad_address_is_no_link() -> None:
    citation = EVENTS["2009-launch"].citations[0]
    assert (
        shown(EVENTS["2009-launch"]).original
        == "https://news.example/courier-en/story.html#:~:text=The%20ferry%20line%20Norvik%20opened%20in%202009."
    )
    bad = replace(ARTICLES["courier-en"], url="javascript:alert(1)", archived="data:x")
    quote = evidence.quote(citation, bad, words.of("en"), kind="other", parties=PARTIES, sources="")
    assert (quote.original, quote.archived) == (None, None)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "“in 2009” counts from “October 2008”, which the article names, and gives 2009."),
        ("de", "„in 2009“ zählt ab „October 2008“, das der Artikel nennt, und ergibt 2009."),
    ],
)
def test_the_date_from_which_words_count_is_named(lang: str, expected: str) -> None:
    citation = EVENTS["2009-launch"].citations[0]
    assert citation.mention is not None
    mention = replace(citation.mention, words="in 2009", basis="anchor", anchor="October 2008")
    line = evidence.reading(replace(citation, mention=mention), ARTICLES[citation.article], words.of(lang))
    assert plain(line) == expected
    assert [piece.lang for piece in line if piece.text == "October 2008"] == [None if lang == "en" else "en"]


def test_a_translation_is_offered_where_it_helps() -> None:
    launch = EVENTS["2009-launch"]
    assert shown(launch, lang="fr").translation == Piece("La ligne Norvik a ouvert en 2009.")
    assert shown(launch, lang="en").translation is None
    assert shown(launch, lang="nl").translation is None


@pytest.mark.parametrize(
    ("event", "number", "said"),
    [
        ("2018-arrests", 0, "“last year” in an article of 28 March 2019 gives 2018."),
        ("2018-closure", 0, "“avril 2018” stands in the article and gives April 2018."),
        ("lawsuit", 1, "“Monday” cannot be dated, because the article’s own date is unknown."),
        ("lawsuit", 2, "“maandag” cannot be placed on a calendar."),
        ("denial", 0, "This passage names no date."),
    ],
)
def test_how_a_date_was_read_is_said(event: str, number: int, said: str) -> None:
    assert plain(shown(EVENTS[event], number).reasons[0]) == said


def test_every_inference_names_its_rule() -> None:
    reasons = [plain(line) for line in shown(EVENTS["2011-contract"]).reasons]
    assert reasons[1:] == ["Rule: fr/year.", "“selon la plainte” makes it “Alleged”.", "Rule: fr/according-to."]


def test_only_a_date_that_no_quotation_states_was_worked_out() -> None:
    inferred = {event.id for event in sample.events() if evidence.inferred(event)}
    assert inferred == {"2018-arrests", "consultant", "withdrawn-claim", "rejected-one"}


def test_a_date_put_together_by_a_person_says_so() -> None:
    found = evidence.worked(EVENTS["consultant"], ARTICLES, words.of("en"))
    assert [plain(line) for line in found] == [
        "No single quotation gives this date; an editor put it together from the evidence."
    ]


def test_the_translation_stands_below_the_original(site: dict[str, str]) -> None:
    page = site["norvik/fr/index.html"].split('id="e-2009-launch"')[1].split("</article>")[0]
    ours, original = page.index("La ligne Norvik a ouvert en 2009."), page.index('<blockquote lang="en">')
    assert original < ours < page.index("anglais", original)
    assert "(notre traduction)" in page[ours:]
    assert "<mark>2009</mark>" in page[original:ours]


@pytest.mark.parametrize(
    ("outlet", "title", "url", "name"),
    [
        ("The Courier", "A title", "https://www.courier.example/a", "The Courier"),
        (None, "A title", "https://www.courier.example/a", "courier.example"),
        (None, "A title", None, "A title"),
        (None, "The town that built a bridge, and nobody crossed it", None, "The town that built a bridge…"),
        (None, "B" * 40, "javascript:alert(1)", "B" * 32 + "…"),
        (None, None, None, "courier-en"),
    ],
)
def test_a_source_goes_by_a_short_name(outlet: str | None, title: str | None, url: str | None, name: str) -> None:
    found = evidence.source_link(replace(ARTICLES["courier-en"], outlet=outlet, title=title, url=url), "")
    assert found.text == name


def test_what_a_person_read_names_no_rule() -> None:
    launch = EVENTS["2009-launch"]
    mention = launch.citations[0].mention
    assert mention is not None
    by_hand = replace(launch, citations=(replace(launch.citations[0], mention=replace(mention, rule=BY_HAND)),))
    assert plain(shown(by_hand, lang="nl").reasons[1]) == "Geen regel: een mens heeft het gelezen."


def test_the_context_stands_on_one_line_and_the_quotation_as_it_is() -> None:
    citation = replace(EVENTS["denial"].citations[0], quote="one\n two", prefix="a \n\n b ", suffix="\tc")
    found = evidence.quote(citation, ARTICLES["kade-nl"], words.of("en"), kind="other", parties=PARTIES, sources="")
    assert (found.prefix, found.before, found.suffix) == ("a b ", "one\n two", " c")


def test_ratings_are_shown_where_there_are_any(site: dict[str, str]) -> None:
    launch = EVENTS["2009-launch"]
    rated = replace(launch, citations=(replace(launch.citations[0], credibility="2"),))
    assert plain(shown(rated).reasons[-1]) == "Credibility: 2, probably true."
    assert not any("Credibility" in plain(reason) for reason in shown(launch).reasons)
    assert site["norvik/en/sources/index.html"].count("B, usually reliable") == 1
