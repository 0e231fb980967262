"""Groups of reports come in, each put where its time is; those that can be of a given time go out.

Without it every report is held against every group: the time that takes grows with the square of their number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.model import Speaker
from dateline.reading.reports import Report
from dateline.when import When

_WIDE: Final = 36  # months from which on a time stands under none of them


class Group(list[Report]):
    """Reports of one event. It only grows, and counts as it does: what is asked of it at every report is at hand.

    `kind` is the one that at least half of its reports tell: what the words of one language seem to say binds no other.
    `times` are those that its reports fix, `speakers` whose acts of saying they are, each once, `sides` one report for each
    different set of those of whom they tell, `sums` for each origin, and each article, one for each different set of figures;
    `negated`: one tells what did not happen; `asked`: asks whether it did; `ongoing`: tells what still went on.
    """

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        super().__init__()
        self.kind = "other"
        self.times: dict[When, None] = {}
        self.speakers: dict[Speaker | None, None] = {}
        self.negated = self.asked = self.ongoing = False
        self.sides: dict[object, Report] = {}
        self.sums: dict[tuple[str, str], dict[object, Report]] = {}
        self._kinds: Counter[str] = Counter()
        self.extend(reports)

    def append(self, report: Report) -> None:
        """Take it in."""
        super().append(report)
        if report.when is not None:
            self.times[report.when] = None
        self.speakers[report.speaker] = None
        self.negated = self.negated or report.negated
        self.asked = self.asked or report.asked
        self.ongoing = self.ongoing or report.ongoing
        stranger = report.stranger and (report.stranger, report.sentence)
        whom = report.parties, report.actors, report.whom, report.topics
        self.sides.setdefault((whom, report.kind, report.origin, stranger), report)
        if report.figures:
            said = frozenset((figure.value, figure.unit) for figure in report.figures)
            for where in ("origin", report.origin), ("article", report.document.article.id):
                self.sums.setdefault(where, {}).setdefault((said, report.kind), report)
        if report.kind != "other":
            self._kinds[report.kind] += 1
        kind = max(self._kinds, key=self._kinds.__getitem__, default="other")
        self.kind = kind if 2 * self._kinds[kind] >= len(self) else "other"

    def extend(self, reports: Iterable[Report]) -> None:
        """Take them in."""
        for report in reports:
            self.append(report)


class Shelf:
    """Every group, in the order in which it was put there; those of a narrow time under each of its months, too."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._wide: list[Group] = []
        self._months: dict[int, list[Group]] = defaultdict(list)

    def put(self, group: Group, when: When) -> None:
        """Add a group whose reports all can be of that time."""
        self.groups.append(group)
        months = _months(when)
        if months is None:
            self._wide.append(group)
        for month in months or ():
            self._months[month].append(group)

    def near(self, when: When) -> Iterator[Group]:
        """The groups whose time can overlap that one, each once."""
        months = _months(when)
        if months is None:
            yield from self.groups
            return
        found = {id(group): group for month in months for group in self._months.get(month, ())}
        yield from (*found.values(), *self._wide)


def _months(when: When) -> range | None:
    """The months that the time named touches, counted from year 0; None where they are many, or one end is open."""
    first, last = when.named.span
    if first is None or last is None:
        return None
    start, end = first[0] * 12 + first[1], last[0] * 12 + last[1]
    return range(start, end + 1) if end - start < _WIDE else None
