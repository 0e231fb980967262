"""Reports come in; whether they can tell of the same people goes out.

They name parties of the case, or strangers to it, or nobody; and where both say whom it befell, one of these must be the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.reading import bearers
from dateline.reading.reports import Report
from dateline.reading.shelf import Group


def fit(group: Group, report: Report) -> bool:
    """Some report of the group may tell of the same parties; a stranger may be named in the words of any."""
    others = group if report.stranger else group.sides.values()
    same = any(_same_strangers(other, report) and _same_parties(other, report) for other in others)
    return same and not befell_others(group.sides.values(), [report])


def befell_others(some: Iterable[Report], others: Iterable[Report]) -> bool:
    """Of both it is told whom it befell, and nobody is in both: one man was charged here, another there."""
    pairs = [(one, other) for one in some if one.whom for other in others if other.whom]
    return bool(pairs) and all(
        bearers.apart(mine, yours, one_text=one.document == other.document)
        for one, other in pairs
        for mine in one.whom
        for yours in other.whom
    )


def _same_strangers(one: Report, other: Report) -> bool:
    """A stranger to the case of whom one tells is named by both."""
    names = [report.stranger.split()[-1] for report in (one, other) if report.stranger]
    return all(name in report.sentence.text for name in names for report in (one, other))


def _same_parties(one: Report, other: Report) -> bool:
    """They share a party, and neither names two of which the other, naming two, lacks one. Who names none means its topics."""
    mine, theirs = set(one.parties), set(other.parties)
    if mine & theirs:
        return min(len(mine), len(theirs)) < 2 or mine <= theirs or theirs <= mine
    if mine and theirs and one.actors and other.actors:
        return False
    return one.origin == other.origin or bool(_meant(one) & _meant(other))


def _meant(report: Report) -> set[str]:
    """Whom its clause names; where that names nobody, whom its sentence or its article does."""
    return set(report.parties) if report.actors else {*report.parties, *report.topics}
