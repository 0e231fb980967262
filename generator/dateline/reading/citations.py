"""A Report comes in; its Citation goes out: spans and words in the characters of the article as it was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeVar

from dateline.faircopy import FairCopy
from dateline.figures import Figure
from dateline.model import Citation, Mention, Voice
from dateline.reading import relays, voices
from dateline.reading.reports import Report

Words = TypeVar("Words", Mention, Figure)
_CONTEXT: Final = 32  # characters of prefix and suffix


def citation(report: Report) -> Citation:
    """The quotation that a report is."""
    article, copy = report.document.article, report.document.written
    start, end = copy.span(report.sentence.start, report.sentence.end)
    return Citation(
        article=article.id,
        lang=article.lang,
        quote=copy.own[start:end],
        start=start,
        end=end,
        prefix=copy.own[max(0, start - _CONTEXT) : start],
        suffix=copy.own[end : end + _CONTEXT],
        mention=report.mention and _typed(report.mention, copy),
        voice=_cue(report.voice, copy),
        relays=report.relays,
        figures=tuple(_typed(figure, copy) for figure in report.figures),
    )


def relayed(report: Report, group: Iterable[Report]) -> Report:
    """The report as the claim of whom its source names, where it names no more than the outlet of that source.

    Of a source in another language only the kind of speaker is known in its own words.
    """
    for other in sources(report, group):
        by, alike = other.voice, other.document.article.lang == report.document.article.lang
        if by.who and by.status == "alleged" and (alike or by.role != "person"):
            return replace(report, voice=replace(report.voice, who=by.who if alike else None, role=by.role))
    return report


def sources(report: Report, group: Iterable[Report]) -> Iterator[Report]:
    """Those of the group that the report only passes on: of its origin, by the outlet that alone it names as who says so."""
    who = report.relays if report.voice.role == voices.OUTLET else report.voice.who
    if who is None:
        return iter(())
    others = (other for other in group if other.origin == report.origin and other.document != report.document)
    return (other for other in others if relays.speaks_for(who, other.document))


def _typed(found: Words, copy: FairCopy) -> Words:
    """The same where it stands in the article."""
    start, end = copy.span(found.start, found.end)
    return replace(found, start=start, end=end, words=copy.own[start:end])


def _cue(voice: Voice, copy: FairCopy) -> Voice:
    """The voice with its cue where that stands; `who` keeps the copy's letters, in which speakers are compared."""
    if voice.start is None or voice.end is None:
        return voice
    start, end = copy.span(voice.start, voice.end)
    return replace(voice, start=start, end=end, cue=copy.own[start:end].strip())
