"""Proposed Events come in; the pairs that may be one event, for a person to say, go out. Nothing is joined here."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal

from dateline import language
from dateline.model import ASKED
from dateline.reading import identity, likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.model import Event
    from dateline.when import Day, When

_NEAR: Final = 7
"""Days; sources that differ over the day of one event are mostly as near as that."""
_PAPERS: Final = ("indictment", "affidavit", "lawsuit", "complaint", "petition", "filing")
"""Roles of speakers that are papers: of one kind a case has few, so that what two languages have from it may be one."""
_OTHER: Final = "other"
_DAYS: Final = ("time", "day")
_MONTH: Final = "month"
Mark = str | tuple[str, str]
"""A day or a party; the unit and value of a sum; or “party” and that of a deed of no kind."""


def doubles(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Two of one kind, at times that can be the same or are a few days apart, that name nobody whom the other lacks.

    Of two acts of saying the time must be the same, articles differ, and nothing may tell that two people speak. And two of one
    time whose words only seem to tell two kinds, mostly in two languages.
    """
    by_kind: dict[str, list[tuple[int, int, Event]]] = defaultdict(list)
    by_mark: dict[tuple[When, Mark], list[Event]] = defaultdict(list)
    for event in events:
        if ASKED in (event.note or "").split("; "):
            continue  # a question is no evidence for anything
        days = _days(event)
        if days and event.kind != _OTHER:
            by_kind[event.kind].append((*days, event))
        for mark in _marks(event):
            by_mark[mark].append(event)
    for alike in by_kind.values():
        yield from _near(sorted(alike, key=lambda dated: dated[:2]))
    found = [pair for (_, mark), alike in by_mark.items() for pair in combinations(alike, 2) if _elsewhere(*pair, mark)]
    yield from {(one.id, other.id): (one, other) for one, other in found}.values()


def alike(one: Event, other: Event) -> bool:
    """The same of two events, one of them decided, where their times can be the same: some days apart is no likeness."""
    same_time = one.when is not None and other.when is not None and one.when.overlaps(other.when)
    return one.kind == other.kind != _OTHER and same_time and _nobody_apart(one, other)


def two_dates(one: Event, other: Event) -> bool:
    """Both have a date, and both dates cannot be right: if the two are one event, sources conflict over it."""
    return one.when is not None and other.when is not None and not one.when.named.overlaps(other.when.named)


def dated(one: Event, other: Event) -> str:
    """Two of them, each with its date."""
    return " and ".join(f"{event.id} ({event.when.edtf})" for event in (one, other) if event.when)


def lines(events: Iterable[Event]) -> list[str]:
    """The same as comment lines of a file of proposals, those first whose dates conflict."""
    found = list(doubles(events))
    apart = [f"# Two dates for what may be one event, for you to say: {dated(*pair)}." for pair in found if two_dates(*pair)]
    near = [
        f"# Possibly one event, for you to say: {one.id} and {other.id}." for one, other in found if not two_dates(one, other)
    ]
    return [*apart, *near]


def _near(alike: Sequence[tuple[int, int, Event]]) -> Iterator[tuple[Event, Event]]:
    """`alike` are in the order of their first days."""
    for at, (_, last, one) in enumerate(alike):
        for first, _, other in alike[at + 1 :]:
            if first - last > _NEAR:
                break
            if _nobody_apart(one, other):
                yield one, other


def _marks(event: Event) -> Iterator[tuple[When, Mark]]:
    """What another entry may share at the very same time: a sum; the day; a party, where none or both have a kind, or in a month.

    And in a month, the kind of paper that says so.
    """
    if event.when is None:
        return
    for figure in {(figure.unit, figure.value) for citation in event.citations for figure in citation.figures}:
        yield event.when, figure
    if event.when.precision in _DAYS:
        yield event.when, "day"
        yield from ((event.when, ("party", party)) for party in event.parties if event.kind == _OTHER)
    elif event.kind != _OTHER or event.when.precision == _MONTH:
        yield from ((event.when, party) for party in event.parties)
    if event.when.precision == _MONTH:
        papers = {citation.voice.role for citation in event.citations if citation.voice and citation.voice.role in _PAPERS}
        yield from ((event.when, f"paper: {paper}") for paper in papers)


def _elsewhere(one: Event, other: Event, mark: Mark) -> bool:
    """Of two that share a mark: other articles tell them, of kinds that may be one; other languages, unless a sum or no kind."""
    if not _kin(one, other) or not _nobody_apart(one, other) or _both(one, other, "article"):
        return False
    return isinstance(mark, tuple) or not _both(one, other, "lang")


def _both(one: Event, other: Event, what: Literal["article", "lang"]) -> bool:
    """Both are told by one article, or in one language."""
    mine, yours = ({getattr(citation, what) for citation in event.citations} for event in (one, other))
    return not mine.isdisjoint(yours)


def _kin(one: Event, other: Event) -> bool:
    """What words call so in one language they call otherwise, or nothing at all, in the next; of two who say it, one does."""
    if one.kind == other.kind != _OTHER:
        return False
    marks = [language.kinds()[event.kind] for event in (one, other)]
    if all("speech" in mark for mark in marks):
        return identity.same(one.speaker, other.speaker) == "yes"
    return likeness.kin(one.kind, other.kind)


def _nobody_apart(one: Event, other: Event) -> bool:
    """Neither names only parties that the other lacks; what is said may be said by one."""
    mine, theirs = set(one.parties), set(other.parties)
    return (not mine or not theirs or bool(mine & theirs)) and _may_be_said_once(one, other)


def _may_be_said_once(one: Event, other: Event) -> bool:
    if language.kinds()[one.kind].get("speech") != "yes":
        return True
    articles = {citation.article for event in (one, other) for citation in event.citations}
    return one.when == other.when and len(articles) > 1 and identity.same(one.speaker, other.speaker) != "no"


def _days(event: Event) -> tuple[int, int] | None:
    """First and last day that it can be, counted so that they can be compared; None where one is open."""
    first, last = event.when.named.span if event.when else (None, None)
    return (_count(first), _count(last)) if first and last else None


def _count(day: Day) -> int:
    year, month, number = day
    return year * 372 + month * 31 + number
