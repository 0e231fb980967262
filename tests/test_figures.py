"""What a figure can be, and whether two can both be true."""

from __future__ import annotations

import pytest

from dateline import figures
from dateline.figures import Figure, FigureError


def figure(value: str, unit: str = "EUR") -> Figure:
    return Figure(0, 1, "x", value, unit, "by hand")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2300000", "2300000", "agrees"),
        ("40000~", "40000", "agrees"),
        ("2300000", "2312000", "refines"),  # rounded
        ("200000", "150000", "conflicts"),
        ("2000000", "2300000", "refines"),
        ("2300000", "2100000", "conflicts"),
        ("2300000", "2400000", "conflicts"),  # as finely rounded, so one of them is wrong
        ("2300000", "2360000", "conflicts"),
        ("34", "34", "agrees"),
        ("34", "30", "conflicts"),  # counted, not rounded
        ("34", "30~", "refines"),
        ("20", "29~", "conflicts"),
        ("200", "212", "refines"),
        ("2000/..", "2134", "refines"),
        ("2000/..", "1500", "conflicts"),
        ("2000/..", "2000", "refines"),
        ("../25000", "40000~", "conflicts"),
        ("../25000", "18000", "refines"),
        ("20/30", "24", "refines"),
        ("20/30", "34", "conflicts"),
        ("20/..", "19", "conflicts"),
        ("20/..", "../30", "refines"),
        ("9.99", "9.50", "refines"),
        ("12", "1.5", "conflicts"),
    ],
)
def test_two_figures_compare_either_way(one: str, other: str, expected: str) -> None:
    assert figures.compare(figure(one), figure(other)) == expected
    assert figures.compare(figure(other), figure(one)) == expected


@pytest.mark.parametrize("value", ["", "..", "../..", "2,300", "2 million", "30/20", "-3", "1~/2", "EUR 3", "5/", "²"])
def test_what_is_no_figure_is_refused_in_a_sentence(value: str) -> None:
    with pytest.raises(FigureError, match=r"figure|ends below"):
        figures.bounds(value)


def test_money_is_told_from_counts() -> None:
    assert figure("3").money
    assert not figure("3", "person").money
    assert not figures.UNIT.fullmatch("Euro")


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ((), None),
        ((None, None), None),
        ((None, "agrees"), "agrees"),
        (("agrees", "refines"), "refines"),
        (("agrees", "conflicts", "refines"), "conflicts"),
        (("conflicts", None), "conflicts"),
    ],
)
def test_sources_agree_on_no_more_than_the_worst(parts: tuple[figures.Agreement | None, ...], whole: str | None) -> None:
    assert figures.together(parts) == whole
