"""Reports come in; those that copies and translations of one article tell at the same place of it go out as one.

A translator keeps the order: sentences are laid side by side so that most tell one kind of event at one time. Where one version
tells a time more often than the other, a sentence was left out, and the place says nothing: then words must be shared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.reading import likeness, whom
from dateline.reading.likeness import Lexicon
from dateline.reading.reports import Report
from dateline.when import When

_DRIFT: Final = 0.12
"""How far from each other two places may be that tell the same, as a share of their articles' lengths."""
_LONGER: Final = 2.5
"""How much longer than the other a sentence may be that tells the same in other words."""
_SAME_WORDS: Final = 0.15
"""How alike sentences of two versions must be where neither a kind in common nor their place tells that they are one."""
_BESIDE: Final = 12
"""Versions at either end beside which another is laid; a wire report in more hands than twice that is rare."""
_OTHER: Final = "other"
Telling = list[Report]
"""What one article tells at one place, with the same place of its copies and translations."""


def tellings(found: Sequence[Report], lexicon: Lexicon) -> list[Telling]:
    """Every report in one of them, in the order given."""
    made: dict[int, Telling] = {}
    articles: dict[str, dict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for report in found:
        articles[report.origin][report.document.article.id].append(report)
    for versions in articles.values():
        _lay(list(versions.values()), made, lexicon)
    return list({id(telling): telling for report in found for telling in [made[id(report)]]}.values())


def _lay(versions: Sequence[Sequence[Report]], made: dict[int, Telling], lexicon: Lexicon) -> None:
    """Lay each version of an article beside those before it; the first that tells a report at its place takes it."""
    told: dict[int, dict[object, Report]] = {}  # of each telling, one report for all that can be one with the same
    for number, version in enumerate(versions):
        for earlier in _before(versions, number):
            if all(id(report) in made for report in version):
                break
            for known, report in side_by_side(earlier, version, lexicon):
                telling = made[id(known)]
                aspects = told[id(telling)]
                if id(report) not in made and all(_can_be_one(other, report) for other in aspects.values()):
                    telling.append(report)
                    aspects.setdefault(_aspect(report), report)
                    made[id(report)] = telling
        for report in version:
            if id(report) not in made:
                made[id(report)] = [report]
                told[id(made[id(report)])] = {_aspect(report): report}


def _before(versions: Sequence[Sequence[Report]], number: int) -> Sequence[Sequence[Report]]:
    """The versions that one is laid beside: the first, which told most of it before any other, and the last, which told what is
    new. Else the time that it takes grows with the square of their number.
    """
    return versions[:number] if number <= 2 * _BESIDE else [*versions[:_BESIDE], *versions[number - _BESIDE : number]]


def _aspect(report: Report) -> object:
    """All by which two reports of different articles can be one or not."""
    return report.kind, report.when, tuple((figure.unit, figure.value) for figure in report.figures), report.whom


def side_by_side(one: Sequence[Report], other: Sequence[Report], lexicon: Lexicon) -> list[tuple[Report, Report]]:
    """Pairs of reports at the same place of two versions: the most that keep the order of both sentences."""
    left, right = _sentences(one), _sentences(other)
    match = _Match(lexicon, *(_Times(version) for version in (left, right)))
    best: list[list[tuple[float, tuple[tuple[Report, Report], ...]]]] = [[(0.0, ())] * (len(right) + 1)]
    for mine in left:
        row = [best[-1][0]]
        for index, theirs in enumerate(right):
            worth, pairs = match.sentences(mine, theirs)
            before = best[-1][index]
            row.append(max(best[-1][index + 1], row[index], (before[0] + worth, before[1] + pairs), key=lambda cell: cell[0]))
        best.append(row)
    return list(best[-1][-1][1])


def _sentences(version: Sequence[Report]) -> list[list[Report]]:
    found: Mapping[int, list[Report]] = defaultdict(list)
    for report in version:
        found[report.sentence.start].append(report)
    return [found[start] for start in sorted(found)]


class _Times:
    """In how many sentences a version of an article tells each time."""

    def __init__(self, version: Sequence[Sequence[Report]]) -> None:
        self._told = [{report.when.named for report in sentence if report.when} for sentence in version]
        self._counts: dict[When, int] = {}

    def count(self, when: When) -> int:
        """The sentences whose time can be that one."""
        if when not in self._counts:
            self._counts[when] = sum(any(when.overlaps(other) for other in told) for told in self._told)
        return self._counts[when]


@dataclass(frozen=True, slots=True)
class _Match:
    """What tells that sentences of two versions are one."""

    lexicon: Lexicon
    left: _Times
    right: _Times

    def sentences(self, mine: Sequence[Report], theirs: Sequence[Report]) -> tuple[float, tuple[tuple[Report, Report], ...]]:
        """What two sentences laid side by side are worth, and which of their reports tell the same."""
        drift = abs(_place(mine[0]) - _place(theirs[0]))
        if drift > _DRIFT:
            return 0.0, ()
        pairs: list[tuple[Report, Report]] = []
        for report in mine:
            fitting = [
                other for other in theirs if self._reports(report, other) and all(other is not taken for _, taken in pairs)
            ]
            if fitting:
                pairs.append((report, max(fitting, key=lambda other: _fit(report, other))))
        return sum(self._worth(*pair) for pair in pairs) * (1 - drift), tuple(pairs)

    def _reports(self, one: Report, other: Report) -> bool:
        """They can be one; unless words tell the same kind in both, other words or their place must tell that they are."""
        if not _can_be_one(one, other):
            return False
        alike, denied = self.lexicon.alike(one, other), one.negated != other.negated
        if denied or (one.kind != other.kind and _OTHER not in (one.kind, other.kind)):
            return one.when == other.when and alike >= _SAME_WORDS and self._same_place(one, other)
        return one.kind == other.kind != _OTHER or alike >= _SAME_WORDS or self._same_place(one, other)

    def _same_place(self, one: Report, other: Report) -> bool:
        """Nothing that tells their times is left out, and they are about as long."""
        short, long = sorted(len(report.sentence.text) for report in (one, other))
        times = [report.when.named for report in (one, other) if report.when]
        return long <= _LONGER * short and all(self.left.count(when) == self.right.count(when) for when in times)

    def _worth(self, one: Report, other: Report) -> float:
        """The surer it is that two tell the same, the more."""
        return 1 + sum(_fit(one, other)) / 4 + self.lexicon.alike(one, other)


def _place(report: Report) -> float:
    return report.sentence.start / max(len(report.document.text), 1)


def _can_be_one(one: Report, other: Report) -> bool:
    """At times that can be the same they tell one kind, or kinds that words of two languages can tell of one event."""
    if one.when is None or other.when is None or not likeness.kin(one.kind, other.kind):
        return False
    if likeness.contradict(one, other) or whom.befell_others([one], [other]):
        return False
    return likeness.one_time(one.when, other.when, other.kind if one.kind == _OTHER else one.kind)


def _fit(one: Report, other: Report) -> tuple[bool, bool]:
    return one.when == other.when, one.kind == other.kind
