"""Times in words, as precise as their source and no more."""

from __future__ import annotations

import re

import pytest

from dateline import language
from dateline.telling import times, words
from dateline.when import When


def machine(edtf: str) -> list[str]:
    return [piece.datetime for piece in times.line(When.parse(edtf), words.of("en")) if piece.datetime]


@pytest.mark.parametrize(
    ("edtf", "values"),
    [
        ("2018", ["2018"]),
        ("2018-04", ["2018-04"]),
        ("2018-04-09", ["2018-04-09"]),
        ("2018-04-09T14:30", ["2018-04-09T14:30"]),
        ("2004/2018-04", ["2004", "2018-04"]),
        ("../2019-04", ["2019-04"]),
        *[
            (edtf, [])
            for edtf in ("2013~", "2018?", "201X", "2018-XX", "2018-04-XX", "2018-21", "[2016,2017]", "0000", "-0043", "Y17000")
        ],
    ],
)
def test_datetime_says_no_more_than_the_source(edtf: str, values: list[str]) -> None:
    assert machine(edtf) == values


def test_undated_is_said_and_never_placed() -> None:
    assert times.plain(None, words.of("en")) == "Undated"
    assert times.line(None, words.of("en"))[0].datetime is None
    assert times.notes(None, False, words.of("en")) == ()


def test_the_bound_that_edtf_cannot_say() -> None:
    english = words.of("en")
    assert times.plain(When.parse("2011", "2013"), english) == "2011, until after 2013"
    assert times.plain(When.parse("../2013", "2013"), english) == "until after 2013"


@pytest.mark.parametrize(
    ("edtf", "inferred", "notes"),
    [
        ("2018", False, ("year only",)),
        ("2018-04", True, ("month only", "date worked out")),
        ("2018-04-09", False, ()),
        ("2013~", False, ()),
        ("2013?", False, ("year only", "uncertain")),
        ("2013/", False, ("end unknown",)),
        ("/2013", False, ("start unknown",)),
    ],
)
def test_precision_is_said_in_words(edtf: str, inferred: bool, notes: tuple[str, ...]) -> None:
    assert times.notes(When.parse(edtf), inferred, words.of("en")) == notes


def test_a_month_is_a_dot_and_a_year_a_bar() -> None:
    assert [times.coarse(When.parse(edtf)) for edtf in ("2018", "2018-04", "2018-04-09", "2018/2019")] == [
        True,
        False,
        False,
        True,
    ]


def test_an_entry_may_name_the_weekday() -> None:
    assert re.match(
        r"Monday,? 9 April 2018", "".join(p.text for p in times.line(When.parse("2018-04-09"), words.of("en"), weekday=True))
    )


@pytest.mark.parametrize(("edtf", "key"), [("2018-04", "2018"), ("2004/2018", "2004"), ("../2019-04", "2019"), ("-0043", "-43")])
def test_the_year_under_which_it_stands(edtf: str, key: str) -> None:
    assert times.year_key(When.parse(edtf)) == key


@pytest.mark.parametrize("tag", language.tags("labels"))
@pytest.mark.parametrize(
    "edtf",
    [
        "2018-22",
        "2018-29",
        "2018-33",
        "2018-38",
        "2018-41",
        "1XXX",
        "1950S2",
        "Y17000",
        "Y-17000",
        "{2016,2018}",
        "[..2016]",
        "[2016..2018]",
        "2018-1X",
        "?2018-04",
        "2018-~04",
        "2004~/2018-04-09",
        "0000-04",
    ],
)
def test_every_form_has_words_in_every_language(tag: str, edtf: str) -> None:
    text = times.plain(When.parse(edtf), words.of(tag))
    assert text
    assert not re.search(r"[{}~?X]", text)
