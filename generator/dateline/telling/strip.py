"""Times with their status come in; the small picture of the story's shape goes out: signs on a line, in proportion."""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from dateline.telling import times
from dateline.telling.contexts import Bar, Strip, Tick
from dateline.telling.pieces import Key
from dateline.when import Day, When, bounds

LANE: Final = 17
"""Pixels from one row of signs to the next."""
LANES: Final = 8
"""Rows after which columns that count say more than signs."""
COLUMN: Final = 80
TOP: Final = 12
TICKS: Final = 7
_STEPS: Final = (1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_DOT: Final = 1.6
"""The width that a dot takes, in hundredths of the line."""


class _Span(NamedTuple):
    start: float
    end: float  # infinite where it may still go on
    status: str
    dot: bool


def strip(
    dated: Sequence[tuple[When, str]], *, title: str, statuses: Iterable[Key], year_name: Callable[[int], str], rtl: bool
) -> Strip:
    """The strip for (time, status) pairs; `year_name` has the words for a year, `rtl` turns it round."""
    spans = sorted(_span(when, status) for when, status in dated)
    first = int(min(span.start for span in spans))
    last = max(int(max(span.start if math.isinf(span.end) else span.end - 1e-6 for span in spans)), first)
    spans = [span._replace(end=min(span.end, last + 1)) for span in spans]
    scale = _Scale(first, last + 1, rtl)
    lanes = _lanes(spans, scale)
    counted = max(lanes) >= LANES
    rows = 1 + max(lanes)
    axis = TOP + (COLUMN if counted else LANE * rows)
    bars = _columns(spans, scale, axis) if counted else _bars(spans, lanes, scale, axis)
    ticks = [Tick(scale.at(year), year_name(year)) for year in scale.ticks()]
    return Strip(title, axis + 26, axis, tuple(bars), tuple(ticks), tuple(statuses), counted)


class _Scale:
    """Years as hundredths of the line, with a margin at both ends."""

    def __init__(self, first: int, last: int, rtl: bool) -> None:
        self.first, self.last, self.rtl = first, last, rtl

    def share(self, year: float) -> float:
        return 2 + 96 * (year - self.first) / (self.last - self.first)

    def at(self, year: float, width: float = 0) -> str:
        share = self.share(year)
        return f"{100 - share - width if self.rtl else share:.2f}"

    def width(self, span: _Span) -> float:
        return max(self.share(span.end) - self.share(span.start), _DOT)

    def ticks(self) -> list[int]:
        years = self.last - self.first
        step = next((step for step in _STEPS if years / step <= TICKS), _STEPS[-1])
        return list(range(self.first, self.last, step))


def _span(when: When, status: str) -> _Span:
    first, last = when.span
    start = _year(first or last)
    end = math.inf if last is None else _year(last, end=True)
    if when.end_after:
        end = max(end, _year(bounds(when.end_after)[1], end=True))
    return _Span(start, max(end, start), status, not times.coarse(when) and first is not None)


def _year(day: Day | None, *, end: bool = False) -> float:
    """A day as a fraction of its year."""
    assert day is not None
    year, month, number = day
    passed = datetime.date(2001, month, min(number, 28)).timetuple().tm_yday - (0 if end else 1)
    return year + (1.0 if end and (month, number) == (12, 31) else passed / 365)


def _lanes(spans: Sequence[_Span], scale: _Scale) -> list[int]:
    """The lowest row in which each span, in order, meets no other."""
    ends: list[float] = []
    rows = []
    for span in spans:
        start = scale.share(span.start)
        end = start + (_DOT if span.dot else scale.width(span)) + 0.2
        row = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        ends[row : row + 1] = [end]
        rows.append(row)
    return rows


def _bars(spans: Sequence[_Span], lanes: Sequence[int], scale: _Scale, axis: int) -> Iterable[Bar]:
    for span, lane in zip(spans, lanes, strict=True):
        y = axis - LANE * (lane + 1)
        width = 0 if span.dot else scale.width(span)
        yield Bar(span.status, scale.at(span.start, width), y, f"{width:.2f}", span.dot)


def _columns(spans: Sequence[_Span], scale: _Scale, axis: int) -> Iterable[Bar]:
    """One column a year, or a group of years where there are more than a hundred: its height counts the events."""
    group = -(-(scale.last - scale.first) // 100)
    counts = Counter((int(span.start) - scale.first) // group for span in spans)
    most = max(counts.values())
    for number, count in sorted(counts.items()):
        start = scale.first + number * group
        width = max(scale.share(min(start + group, scale.last)) - scale.share(start) - 0.2, 0.3)
        height = max(2, round((COLUMN - 4) * count / most))
        yield Bar("counted", scale.at(start, width), axis - height, f"{width:.2f}", False)
