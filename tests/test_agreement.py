"""Whether an event's sources agree: only independent ones do, and only what is of the same thing is compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from roof import CONTRACT, article, citation

from dateline import agreement
from dateline.figures import Figure
from dateline.model import Article, Citation, Event, Voice

DATING = "The city signed a contract with Kestrel in 2017."
ORIGINS = {"gazette": "gazette", "courier": "courier", "kurier": "courier"}
ARTICLES = {name: replace(article(name=name), origin=origin) for name, origin in ORIGINS.items()}


def dated(name: str, when: str | None) -> Citation:
    return citation(DATING, "2017", when, name=name)


def costing(name: str, *values: str, unit: str = "EUR") -> Citation:
    figures = tuple(Figure(0, 8, "The city", value, unit, "by hand") for value in values)
    return replace(citation(DATING, name=name), figures=figures)


def figures(*citations: Citation, kind: str = "contract", articles: dict[str, Article] = ARTICLES) -> dict[str, str]:
    event: Event = replace(CONTRACT, kind=kind, citations=citations)
    return {one.unit: one.agreement for one in agreement.figures(event, articles)}


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([], None),
        (["2017"], None),
        (["2017", None], None),
        (["2017", "2017"], "agrees"),
        (["2017", "2017~"], "agrees"),
        (["2018", "2018-04"], "refines"),
        (["2018-04", "2018", "2018"], "refines"),
        (["2018", "2018-04", "2018-05"], "conflicts"),
        (["2017", "2018"], "conflicts"),
        (["2016/2017", "2017/2018"], "agrees"),  # both can be right, neither says more
    ],
)
def test_dates(times: list[str | None], expected: str | None) -> None:
    citations = [dated(name, when) for name, when in zip(ARTICLES, times, strict=False)]
    assert agreement.dates(citations, ARTICLES) == expected


def test_copies_do_not_agree_with_each_other() -> None:
    copies = [dated("courier", "2017"), dated("kurier", "2017")]
    assert agreement.dates(copies, ARTICLES) is None
    assert agreement.dates([*copies, dated("gazette", None)], ARTICLES) is None  # an undated third does not make them
    assert agreement.dates([*copies, dated("gazette", "2017")], ARTICLES) == "agrees"
    assert agreement.dates([dated("courier", "2017"), dated("kurier", "2018")], ARTICLES) == "conflicts"


def test_amounts_of_independent_origins_are_compared() -> None:
    assert figures(costing("gazette", "300"), costing("courier", "300")) == {"EUR": "agrees"}
    assert figures(costing("gazette", "300"), costing("courier", "400")) == {"EUR": "conflicts"}
    assert figures(costing("gazette", "300"), costing("courier", "310")) == {"EUR": "refines"}
    assert figures(costing("gazette", "300"), costing("courier", "300"), costing("kurier", "310")) == {"EUR": "refines"}


def test_copies_are_one_voice() -> None:
    assert figures(costing("courier", "300"), costing("kurier", "300")) == {}


def test_copies_that_differ_are_shown() -> None:
    assert figures(costing("courier", "300"), costing("kurier", "900")) == {"EUR": "conflicts"}
    assert figures(costing("gazette", "300"), costing("courier", "300"), costing("kurier", "900")) == {"EUR": "conflicts"}
    assert figures(costing("courier", "300"), costing("kurier", "310")) == {}


def test_an_article_with_two_figures_is_left_out() -> None:
    assert figures(costing("gazette", "300", "500"), costing("courier", "400")) == {}
    assert figures(costing("gazette", "300"), costing("gazette", "300"), costing("courier", "300")) == {"EUR": "agrees"}


def test_only_the_same_unit_and_what_the_kind_is_about() -> None:
    assert figures(costing("gazette", "300"), costing("courier", "400", unit="USD")) == {}
    one, other = costing("gazette", "5", unit="man"), costing("courier", "7", unit="man")
    assert figures(one, other, kind="arrest") == {"man": "conflicts"}
    assert figures(one, costing("courier", "7", unit="suspect"), kind="arrest") == {}
    assert figures(one, other) == {}  # men in a contract may be anybody
    assert figures(one, other, kind="other") == {}
    assert figures(costing("gazette", "300"), costing("courier", "400"), kind="lawsuit") == {}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("4/..", "employee"), ("4", "death"), {"death": "refines"}),
        (("4/..", "employee"), ("3", "death"), {"death": "conflicts"}),
        (("6", "employee"), ("4", "death"), {"death": "conflicts"}),
        (("4", "employee"), ("4", "death"), {"death": "agrees"}),
        (("4", "employee"), ("6", "death"), {}),  # four workers may be among six dead
        (("4", "miner"), ("6", "woman"), {}),
        (("4", "person"), ("5", "death"), {"person": "conflicts"}),
        (("4", "death"), ("10", "injured"), {}),
        (("4/..", "death"), ("3", "death"), {"death": "conflicts"}),
        (("4/..", "miner"), ("4", "miner"), {"miner": "refines"}),
    ],
)
def test_counts_of_those_whom_it_befell(one: tuple[str, str], other: tuple[str, str], expected: dict[str, str]) -> None:
    told = [costing(name, value, unit=unit) for name, (value, unit) in (("gazette", one), ("courier", other))]
    assert figures(*told, kind="death") == expected


def test_who_counts_all_counts_some_beside() -> None:
    whole, some = (Figure(0, 8, "The city", value, unit, "by hand") for value, unit in (("12", "person"), ("3", "woman")))
    both = replace(citation(DATING, name="gazette"), figures=(whole, some))
    assert figures(both, costing("courier", "12", unit="death"), kind="death") == {"person": "agrees"}
    assert figures(both, costing("courier", "2", unit="woman"), kind="death") == {"woman": "conflicts"}


def test_of_no_known_kind_is_compared_what_tells_itself_and_money_that_is_the_same() -> None:
    dead = [costing(name, value, unit="death") for name, value in (("gazette", "14"), ("courier", "16"))]
    assert figures(*dead, kind="other") == {"death": "conflicts"}
    assert figures(costing("gazette", "300"), costing("courier", "300"), kind="other") == {"EUR": "agrees"}
    assert figures(costing("gazette", "300"), costing("courier", "400"), kind="other") == {}  # two prices of two things
    assert figures(costing("gazette", "300"), costing("courier", "310"), kind="other") == {}


def test_every_version_is_named_with_its_article() -> None:
    event = replace(CONTRACT, citations=(costing("gazette", "300"), costing("courier", "400"), costing("kurier", "400")))
    (found,) = agreement.figures(event, ARTICLES)
    assert [(v.article, v.figure.value) for v in found.versions] == [("gazette", "300"), ("courier", "400"), ("kurier", "400")]


def test_a_denial_is_no_evidence_for_what_it_denies() -> None:
    said, denied = costing("gazette", "40000"), replace(costing("courier", "40000"), voice=Voice("denied", "Kestrel"))
    assert list(agreement.asserting([said, denied])) == [said]
    assert list(agreement.asserting([denied])) == [denied], "an entry that nobody tells as so has its denials' origins"
    assert figures(said, denied) == {}


def relaying(name: str, outlet: str, when: str | None = "2017") -> Citation:
    return replace(dated(name, when), relays=outlet)


def known(**outlets: str) -> dict[str, Article]:
    return {name: replace(article(name=name), outlet=outlet, origin=name, origin_found=name) for name, outlet in outlets.items()}


OUTLETS = known(a="The Gazette", b="Quay (Lusa)", c="Echo", d="Kurier")


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        ([dated("a", "2017"), relaying("b", "Gazette")], ("a", "a")),
        ([relaying("b", "The Gazette"), dated("a", "2017")], ("a", "a")),
        ([relaying("c", "Le Monde"), relaying("b", "Monde"), dated("a", "2017")], ("c", "c", "a")),
        ([relaying("c", "Quay"), relaying("b", "The Gazette"), dated("a", "2017")], ("a", "a", "a")),
        ([relaying("a", "Quay"), relaying("b", "Gazette"), relaying("c", "Quay")], ("a", "a", "a")),
        ([relaying("a", "Quay"), dated("a", "2017"), relaying("c", "Gazette")], ("a", "a", "a")),
    ],
    ids=[
        "its own report",
        "in any form",
        "of an outlet without a report",
        "by way of another",
        "each other",
        "its own words first",
    ],
)
def test_what_relays_an_outlet_counts_to_its_report(citations: list[Citation], expected: tuple[str, ...]) -> None:
    assert agreement.origins(citations, OUTLETS) == expected


def test_relays_do_not_agree_with_what_they_relay() -> None:
    citations = [dated("a", "2017"), relaying("b", "The Gazette")]
    assert agreement.dates(citations, OUTLETS) is None
    assert agreement.dates([*citations, dated("c", "2017")], OUTLETS) == "agrees"
    costs = [costing("a", "50"), replace(costing("b", "50"), relays="The Gazette")]
    assert figures(*costs, articles=OUTLETS) == {}
    assert figures(*costs, costing("c", "50"), articles=OUTLETS) == {"EUR": "agrees"}


def test_an_origin_that_a_person_wrote_is_that_of_all_it_tells() -> None:
    articles = OUTLETS | {"b": replace(OUTLETS["b"], origin="own")}
    assert agreement.origins([dated("a", "2017"), relaying("b", "The Gazette")], articles) == ("a", "own")


def test_nobody_agrees_where_one_gives_two_sums() -> None:
    one, other, two = costing("a", "50"), costing("b", "50"), costing("c", "50", "70")
    assert figures(one, other, articles=OUTLETS) == {"EUR": "agrees"}
    assert figures(one, other, two, articles=OUTLETS) == {}
    assert figures(one, costing("b", "90"), two, articles=OUTLETS) == {"EUR": "conflicts"}


def test_an_outlet_that_tells_it_twice_is_one_voice() -> None:
    articles = OUTLETS | {"d": replace(OUTLETS["a"], id="d", origin="d", origin_found="d")}
    twice = [dated("a", "2017"), dated("d", "2017")]
    assert agreement.origins(twice, articles) == ("a", "a")
    assert agreement.dates(twice, articles) is None
    assert agreement.dates([*twice, dated("c", "2017")], articles) == "agrees"


def test_a_shared_report_is_not_that_of_the_outlet_that_prints_it() -> None:
    """What an agency wrote and two papers print stands apart from what one of them writes itself; so does what a person said."""
    wire = {name: replace(OUTLETS[name], origin="wire", origin_found="wire") for name in ("a", "b")}
    own = replace(OUTLETS["a"], id="d", origin="d", origin_found="d")
    articles = OUTLETS | wire | {"d": own}
    assert agreement.origins([dated("a", "2017"), dated("b", "2017"), dated("d", "2017")], articles) == ("wire", "wire", "d")
    kept = OUTLETS | {"d": replace(own, origin="ours")}
    assert agreement.origins([dated("a", "2017"), dated("d", "2017")], kept) == ("a", "ours")
