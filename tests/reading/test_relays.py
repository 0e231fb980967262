"""Who says that a report is another's: whom a text names, and what makes of that a relay."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from dateline.model import Article, Document
from dateline.reading import prints, relays
from dateline.when import When

SOURCE = "The port of Varne paid Korvaal 62,000 euros in 2016 and 14,500 euros in 2019, letters show."
RELAY = "Korvaal got 62,000 euros from Varne in 2016 and 14,500 in 2019, The Tide Gazette reported."


def links(*documents: Document) -> list[relays.Link]:
    return list(relays.links(documents, {one.article.id: prints.fingerprint(one) for one in documents}))


def article(name: str, text: str, outlet: str, published: str | None = None, agency: str | None = None) -> Document:
    when = When.parse(published) if published else None
    return Document(Article(name, "en", outlet=outlet, published=when), text, PurePosixPath("a.txt"), agency=agency)


SOURCED = article("source", SOURCE, "The Tide Gazette", "2021-05-04")


def test_a_report_that_retells_another_and_says_so_is_linked_to_it() -> None:
    assert links(SOURCED, article("relay", RELAY, "Quay")) == [relays.Link("relay", "The Tide Gazette", "source")]


@pytest.mark.parametrize(
    "relay",
    [
        article("relay", RELAY, "Quay", "2021-05-03"),
        article("relay", "x" * 500 + ". " + RELAY, "Quay"),
        article("relay", RELAY.replace("2016", "2014").replace("62,000", "9").replace("14,500", "11"), "Quay"),
    ],
    ids=["it came before", "it says so far below", "it tells other figures"],
)
def test_else_it_only_cites_the_outlet(relay: Document) -> None:
    assert links(SOURCED, relay) == [relays.Link("relay", "The Tide Gazette", None)]


def test_an_outlet_whose_article_is_not_here_is_cited() -> None:
    assert links(article("a", "She told CNBC that nobody knew.", "Quay")) == [relays.Link("a", "CNBC", None)]


def test_ones_own_outlet_and_agency_are_cited_by_nobody() -> None:
    assert links(article("a", "She told the Quay that nobody knew.", "Quay"), SOURCED) == []
    assert links(article("a", "She told Reuters that nobody knew.", "Quay", agency="Reuters")) == []


def test_a_name_is_found_with_either_apostrophe_and_over_a_line_break_and_with_its_span() -> None:
    text = "She told L’Écho\nde Varne that nobody knew."
    (cue,) = relays.found(text, "en", {"L'Écho de Varne"})
    assert cue == relays.Cue("L'Écho de Varne", 4, 24, "en/told")
    assert text[cue.start : cue.end] == "told L’Écho\nde Varne"


def test_an_outlet_is_known_without_the_article_that_it_bears() -> None:
    known = {"Il Corriere di Sanvito", "L’Eco"}
    for text in (
        "Lo ha detto al Corriere di Sanvito.",
        "Lo riporta il Corriere di Sanvito.",
        "Lo scrive Il Corriere di Sanvito.",
    ):
        assert [cue.outlet for cue in relays.found(text, "it", known)] == ["Il Corriere di Sanvito"]
    assert [cue.outlet for cue in relays.found("Lo ha detto all'Eco.", "it", known)] == ["L’Eco"]
    assert [cue.outlet for cue in relays.found("She told Italy’s Corriere di Sanvito.", "en", known)] == [
        "Il Corriere di Sanvito"
    ]


@pytest.mark.parametrize("name", ["EL ECO", "«El Eco»", "_El Eco_", "el Eco", "ECO"])
def test_an_outlet_is_known_in_capitals_and_in_quotation_marks(name: str) -> None:
    assert [cue.outlet for cue in relays.found(f"Lo publicó {name}.", "es", {"El Eco"})] == ["El Eco"]


def test_an_outlet_that_the_front_matter_calls_otherwise_is_the_same() -> None:
    """“The Tide Gazette” and “Tide Gazette” are one: it does not cite itself, and its article is what others retell."""
    assert links(article("a", "She told the Tide Gazette that nobody knew.", "Tide Gazette"), SOURCED) == []
    renamed = article("source", SOURCE, "Tide Gazette", "2021-05-04")
    assert links(renamed, article("relay", RELAY, "Quay")) == [relays.Link("relay", "Tide Gazette", "source")]


def test_a_longer_name_is_no_outlet() -> None:
    assert relays.found("She told The Post Office that nobody knew.", "en", {"The Post"}) == []
    assert relays.found("She told the Post’s lawyer that nobody knew.", "en", {"The Post"}) == []


def test_what_is_no_outlet_is_no_source() -> None:
    assert relays.found("She told Judge Vilde that nobody knew.", "en", {"Quay"}) == []


SHORT = [
    (
        "en",
        "The Halden Lantern",
        "He was fired, the Lantern reported. He told the Lantern so. According to the Lantern, he left.",
        3,
    ),
    ("fr", "La Voix du Port", "Il est parti, selon la Voix. Il l’a dit à la Voix. C’est ce qu’a révélé la Voix.", 3),
    ("de", "Ellery Zeitung", "Laut der Zeitung verkaufte er. Das sagte er der Zeitung.", 2),
    ("nl", "Het Havense Nieuwsblad", "Hij vertrok, meldt het Nieuwsblad. Dat zei hij tegen het Nieuwsblad.", 2),
    ("es", "Diario de Ilva", "Se fue, según el Diario. Se lo dijo al Diario.", 2),
    ("it", "Il Corriere di Sanvito", "È partito, secondo il Corriere. Lo ha detto al Corriere.", 2),
    ("pt", "Gazeta do Cais", "Saiu, segundo a Gazeta. Disse-o à Gazeta.", 2),
]


@pytest.mark.parametrize(("lang", "outlet", "text", "count"), SHORT, ids=[row[0] for row in SHORT])
def test_what_is_left_of_a_name_is_a_source_where_the_whole_name_stands(lang: str, outlet: str, text: str, count: int) -> None:
    found = relays.found(f"{outlet}: {text}", lang, [outlet])
    assert [cue.outlet for cue in found] == [outlet] * count
    assert relays.found(text, lang, [outlet]) == []
