"""The strip: in proportion, bars for years and dots for months, nothing on top of another, mirrored from right to left."""

from __future__ import annotations

from dateline.telling.contexts import Strip
from dateline.telling.pieces import Key
from dateline.telling.strip import LANES, strip
from dateline.when import When


def made(*dates: str, rtl: bool = False, end_after: str | None = None) -> Strip:
    dated = [(When.parse(date, end_after), "alleged" if "~" in date else "established") for date in dates]
    return strip(dated, title="t", statuses=(Key("a", "b", "alleged"),), year_name=str, rtl=rtl)


def span(shown: Strip, number: int) -> tuple[float, float]:
    bar = shown.bars[number]
    return float(bar.x), float(bar.x) + float(bar.width)


def test_a_year_is_a_bar_and_a_month_a_dot() -> None:
    shown = made("2010", "2018-04", "2019-03-14")
    assert [bar.dot for bar in shown.bars] == [False, True, True]


def test_places_are_in_proportion() -> None:
    shown = made("2010", "2019", "2014-07")
    assert span(shown, 0) == (2.0, 11.6)
    assert span(shown, 2) == (88.4, 98.0)
    assert 44 < span(shown, 1)[0] < 46


def test_right_to_left_is_the_mirror_image() -> None:
    here, there = made("2010", "2019"), made("2010", "2019", rtl=True)
    for number in (0, 1):
        start, end = span(here, number)
        assert span(there, number) == (round(100 - end, 2), round(100 - start, 2))


def test_signs_that_would_meet_stand_in_rows() -> None:
    shown = made("2013", "2013", "2013-05", "2018")
    assert len({bar.y for bar in shown.bars[:3]}) == 3
    assert shown.bars[3].y == shown.bars[0].y
    assert shown.height > made("2013").height


def test_what_may_still_go_on_reaches_the_end() -> None:
    shown = made("2010/..", "2019")
    assert span(shown, 0)[1] == 98.0


def test_a_known_end_beyond_the_date_is_drawn() -> None:
    assert span(made("2011", end_after="2013"), 0) == (2.0, 98.0)


def test_an_open_start_is_a_short_bar_before_its_end() -> None:
    start, end = span(made("2010", "../2019-04", "2020"), 1)
    assert end - start < 3


def test_too_many_for_rows_are_counted_in_columns() -> None:
    shown = made(*["2018-04"] * (LANES + 5), "2017")
    assert shown.counted
    tall, short = shown.bars[1], shown.bars[0]
    assert shown.axis - tall.y > shown.axis - short.y > 0


def test_the_axis_names_few_years() -> None:
    assert [tick.name for tick in made("2004", "2019").ticks] == ["2004", "2007", "2010", "2013", "2016", "2019"]
    assert len(made("0100", "2019").ticks) <= 7
    assert [tick.name for tick in made("2019-03-14").ticks] == ["2019"]


def test_many_events_are_quick() -> None:
    assert made(*[f"{1900 + n % 120}-{1 + n % 12:02}" for n in range(5000)]).counted
