"""A case as it would be told comes in; what a careful editor would look at twice goes out, as Problems that stop nothing."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

from dateline.model import OUTCOMES, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import CaseFile, Party

LONG: Final = datetime.timedelta(days=365)
"""An accusation that has stood this long without an outcome is asked about (Pressekodex 13.2)."""


def stale(file: CaseFile, place: str, today: str) -> Iterator[Problem]:
    """The accused of whom nothing new is told for a year and no outcome is recorded; `place` is the case's case.yaml."""
    for party in file.case.parties:
        newest = _newest(file, party)
        if newest is None or party.outcome or party.stage in OUTCOMES or not party.accused:
            continue
        if datetime.date.fromisoformat(today) - newest >= LONG:
            message = f"“{party.names[0]}” is accused, and since {newest} no outcome and nothing new is recorded."
            hint = "Find out how it ended, and write “stage: ...”, “stage_on: ...” and “outcome: ...”."
            yield Problem("stale", place, message, hint, party.line, fatal=False)


def _newest(file: CaseFile, party: Party) -> datetime.date | None:
    """The latest day that anything published is about: the party's stage, or an event of the case."""
    times = [event.when.latest or event.when.earliest for event in file.events if event.when and event.review == "accepted"]
    return max((day for text in (party.stage_on, *times) if text and (day := _day(text))), default=None)


def _day(text: str) -> datetime.date | None:
    """The day, or None for one that no calendar of Python's holds, as those before the year 1."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
