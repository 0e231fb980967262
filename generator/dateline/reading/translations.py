"""Reports come in; those that copies and translations of one article tell at the same place of it go out as one.

A translator keeps the order: sentences are laid side by side so that most dates fall on dates that can be the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.reading.reports import Report

_DRIFT: Final = 0.12
"""How far from each other two places may be that tell the same, as a share of their articles' lengths."""
Telling = list[Report]
"""What one article tells at one place, with the same place of its copies and translations."""


def tellings(found: Sequence[Report]) -> list[Telling]:
    """Every report in one of them, in the order given."""
    made: dict[int, Telling] = {}
    articles: dict[str, dict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for report in found:
        articles[report.origin][report.document.article.id].append(report)
    for versions in articles.values():
        _lay(list(versions.values()), made)
    return list({id(telling): telling for report in found for telling in [made[id(report)]]}.values())


def _lay(versions: Sequence[Sequence[Report]], made: dict[int, Telling]) -> None:
    """Lay each version of an article beside those before it; the first that tells a report at its place takes it."""
    for number, version in enumerate(versions):
        for earlier in versions[:number]:
            for known, report in side_by_side(earlier, version):
                telling = made[id(known)]
                if id(report) not in made and all(_can_be_one(other, report) for other in telling):
                    telling.append(report)
                    made[id(report)] = telling
        for report in version:
            made.setdefault(id(report), [report])


def side_by_side(one: Sequence[Report], other: Sequence[Report]) -> list[tuple[Report, Report]]:
    """Pairs of reports at the same place of two versions: the most that keep the order of both sentences."""
    left, right = _sentences(one), _sentences(other)
    best: list[list[tuple[float, tuple[tuple[Report, Report], ...]]]] = [[(0.0, ())] * (len(right) + 1)]
    for mine in left:
        row = [best[-1][0]]
        for index, theirs in enumerate(right):
            worth, pairs = _matched(mine, theirs)
            before = best[-1][index]
            row.append(max(best[-1][index + 1], row[index], (before[0] + worth, before[1] + pairs), key=lambda cell: cell[0]))
        best.append(row)
    return list(best[-1][-1][1])


def _sentences(version: Sequence[Report]) -> list[list[Report]]:
    found: Mapping[int, list[Report]] = defaultdict(list)
    for report in version:
        found[report.sentence.start].append(report)
    return [found[start] for start in sorted(found)]


def _matched(mine: Sequence[Report], theirs: Sequence[Report]) -> tuple[float, tuple[tuple[Report, Report], ...]]:
    """What two sentences laid side by side are worth, and which of their reports tell the same."""
    drift = abs(_place(mine[0]) - _place(theirs[0]))
    if drift > _DRIFT:
        return 0.0, ()
    pairs: list[tuple[Report, Report]] = []
    for report in mine:
        fitting = [other for other in theirs if _can_be_one(report, other) and all(other is not taken for _, taken in pairs)]
        if fitting:
            pairs.append((report, max(fitting, key=lambda other: _fit(report, other))))
    return len(pairs) * (1 - drift), tuple(pairs)


def _place(report: Report) -> float:
    return report.sentence.start / max(len(report.document.text), 1)


def _can_be_one(one: Report, other: Report) -> bool:
    return one.when is not None and other.when is not None and one.when.overlaps(other.when)


def _fit(one: Report, other: Report) -> tuple[bool, bool]:
    return one.when == other.when, one.kind == other.kind
