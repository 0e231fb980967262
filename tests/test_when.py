"""EDTF as ISO 8601-2 has it: bounds, precision, what is refused, and how two times compare."""

import pytest

from dateline.when import When, WhenError


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2018", "2018-01-01", "2018-12-31", "year"),
        ("2018-04", "2018-04-01", "2018-04-30", "month"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2019-03-25", "2019-03-25", "2019-03-25", "day"),
        ("2019-03-25T10:30", "2019-03-25", "2019-03-25", "time"),
        ("2018~", "2018-01-01", "2018-12-31", "year"),
        ("2018?-04", "2018-04-01", "2018-04-30", "month"),
        ("201X", "2010-01-01", "2019-12-31", "decade"),
        ("20XX", "2000-01-01", "2099-12-31", "century"),
        ("2018-XX", "2018-01-01", "2018-12-31", "year"),
        ("2018-04-XX", "2018-04-01", "2018-04-30", "month"),
        ("2018-22", "2018-06-01", "2018-08-31", "season"),
        ("2018-24", "2018-12-01", "2019-02-28", "season"),
        ("2018-34", "2018-04-01", "2018-06-30", "quarter"),
        ("2018-41", "2018-07-01", "2018-12-31", "half"),
        ("1950S2", "1900-01-01", "1999-12-31", "century"),
        ("2004/2018-04", "2004-01-01", "2018-04-30", "interval"),
        ("2019/..", "2019-01-01", None, "interval"),
        ("2019/", "2019-01-01", None, "interval"),
        ("../2019-04", None, "2019-04-30", "interval"),
        ("[2017,2018-03]", "2017-01-01", "2018-03-31", "set"),
        ("[..1984]", None, "1984-12-31", "set"),
        ("-0044", "-0044-01-01", "-0044-12-31", "year"),
        ("Y170002", "170002-01-01", "170002-12-31", "year"),
    ],
)
def test_bounds_and_precision(edtf: str, earliest: str | None, latest: str | None, precision: str) -> None:
    when = When.parse(edtf)
    assert (when.earliest, when.latest, when.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    "text",
    ["", "2018-13", "2018-00", "2018-02-30", "2019-02-29", "18-03-2019", "April 2018", "2018-4", "2018/2013", "..", "/", "[]", "[2018",
     "196u", "unknown", "2018-21-05", "2018-42", "2018?~", "2013/2014/2015"],
)  # fmt: skip
def test_what_is_no_edtf_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(WhenError, match="“"):
        When.parse(text)


def test_coarse_and_fine_are_one_time_and_the_fine_lies_within() -> None:
    year, month, other = When.parse("2018"), When.parse("2018-04"), When.parse("2018-05")
    assert year.overlaps(month)
    assert month.within(year)
    assert not year.within(month)
    assert not month.overlaps(other)


def test_open_sides_overlap_whatever_they_reach() -> None:
    assert When.parse("../2019-04").overlaps(When.parse("2019-03-25"))
    assert not When.parse("../2019-04").overlaps(When.parse("2019-05"))
    assert When.parse("2019-03-25").within(When.parse("../2019-04"))


def test_a_page_goes_from_old_to_new_and_from_coarse_to_fine() -> None:
    texts = ["2019-01-01", "2018-04-09", "2018", "2018-04", "2004/2018-04", "../2003"]
    ordered = sorted((When.parse(text) for text in texts), key=lambda when: when.order)
    assert [when.edtf for when in ordered] == ["../2003", "2004/2018-04", "2018", "2018-04", "2018-04-09", "2019-01-01"]


def test_doubt_and_approximation_are_told_apart() -> None:
    assert When.parse("2018~").approximate
    assert not When.parse("2018~").uncertain
    assert When.parse("2018?").uncertain
    both = When.parse("2018%")
    assert both.approximate
    assert both.uncertain


def test_the_bound_that_edtf_cannot_say_is_checked_too() -> None:
    assert When.parse("2013/", end_after="2013").end_after == "2013"
    with pytest.raises(WhenError):
        When.parse("2013/", end_after="later")


@pytest.mark.parametrize(
    ("edtf", "named"), [("../2018-04", "2018-04"), ("2018/..", "2018"), ("2016/2018", "2016/2018"), ("2018~", "2018~")]
)
def test_what_is_named_is_the_time_without_since_or_until(edtf: str, named: str) -> None:
    assert When(edtf).named == When(named)
