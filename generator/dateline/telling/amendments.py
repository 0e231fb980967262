"""Corrections come in; what was corrected, as pages and programs tell it, goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.dossier import Case
from dateline.model import Correction, Event
from dateline.telling import times
from dateline.telling.pieces import Amendment, Link
from dateline.telling.words import Words, plain
from dateline.texts import Texts

Dated = tuple[str, Amendment]
"""A correction's day, YYYY-MM-DD, beside it."""


def listed(corrections: Iterable[Correction], words: Words, case: Case, entry: Link | None) -> list[Dated]:
    """Each correction that has words; `entry` leads to what they concern, None for the whole case."""
    found = []
    for one in corrections:
        text, was, now, because = (words.best(texts, case.languages) for texts in (one.text, one.was, one.now, one.because))
        if text or now:
            found.append((one.date, Amendment(times.day(one.date, words), text, was, now, because, entry)))
    return found


def whole(event: Event, words: Words) -> tuple[Correction, ...]:
    """The event's corrections; of one that was withdrawn also that, unless a correction of that day or later tells it.

    It says of what kind the entry was, and of when: its title is gone with it. Why stands where the desk wrote it for readers.
    """
    day = event.reviewed_on
    if event.review != "withdrawn" or day is None or any(one.date >= day for one in event.corrections):
        return event.corrections
    dated = [plain(times.line(event.when, words))] if event.when else []
    told = [words.ui["withdrawn"], words.name("kinds", event.kind), *dated]
    return (*event.corrections, Correction(day, Texts(((words.tag, words.ui["dot"].join(told)),))))


def newest(found: Iterable[Dated]) -> tuple[Amendment, ...]:
    """The corrections alone, newest first."""
    return tuple(amendment for _, amendment in sorted(found, key=lambda pair: pair[0], reverse=True))


def data(correction: Correction) -> dict[str, Any]:
    """A correction as timeline.json has it."""
    texts = {"text": correction.text, "was": correction.was, "now": correction.now, "because": correction.because}
    return {"date": correction.date, **{key: dict(text.pairs) for key, text in texts.items()}}


def comments(corrections: Iterable[Correction], words: Words, case: Case) -> list[dict[str, str]]:
    """The same as schema.org's CorrectionComment, in one language."""
    return [
        {"@type": "CorrectionComment", "datePublished": one.date, "text": words.ui["dot"].join(_told(one, words, case))}
        for one in corrections
    ]


def _told(correction: Correction, words: Words, case: Case) -> Iterator[str]:
    """What a page says of it: what was changed; what stood, what stands and why, each introduced."""
    if text := words.best(correction.text, case.languages):
        yield text.text
    for key in ("was", "now", "because"):
        if piece := words.best(getattr(correction, key), case.languages):
            yield f"{words.ui[key]}{words.ui['colon']}{piece.text}"


def changed(event: Event) -> str | None:
    """The latest day on which a person decided or corrected something in it."""
    days = [correction.date for correction in event.corrections]
    return max([*days, event.reviewed_on or ""]) or None
