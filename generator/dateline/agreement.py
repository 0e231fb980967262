"""An event's citations come in; whether their sources agree on its date, its amounts and its counts goes out.

Copies of one report are one voice: they never agree with each other.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from dateline import figures as values
from dateline import language
from dateline.figures import MONEY, Agreement, Compared, Version
from dateline.record import when_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.model import Article, Citation, Event


def origin(name: str, articles: Mapping[str, Article]) -> str:
    """The id of the report that an article is, or is a copy of."""
    article = articles.get(name)
    return (article.origin if article else None) or name


def asserting(citations: Sequence[Citation]) -> Sequence[Citation]:
    """Those that tell the event as so, or claim it; all of them where every one denies it. A denial is no evidence for it."""
    return [citation for citation in citations if citation.voice.status != "denied"] or citations


def dates(citations: Iterable[Citation], articles: Mapping[str, Article]) -> Agreement | None:
    """How the dates that the citations give compare; None with fewer than two, or where only copies give the same."""
    said = [(when, origin(citation.article, articles)) for citation in citations if (when := when_of(citation))]
    pairs = list(combinations([when for when, _ in said], 2))
    if not all(one.overlaps(other) for one, other in pairs):
        return "conflicts"
    if any(one.within(other) != other.within(one) for one, other in pairs):
        return "refines"
    return "agrees" if len({name for _, name in said}) > 1 else None


def figures(event: Event, articles: Mapping[str, Article]) -> tuple[Compared, ...]:
    """How independent origins compare on each unit that two of them give, of those that the event's kind is about.

    Copies never agree with one another; where one says something else than the other, readers see that too.
    """
    units = dict.fromkeys(figure.unit for citation in event.citations for figure in citation.figures)
    compared = (_compared(unit, _voices(event, unit, articles)) for unit in units)
    return tuple(one for one in compared if one is not None and _tells(one, event.kind))


def _tells(one: Compared, kind: str) -> bool:
    """Two figures of that unit in an event of that kind are of the same thing; or they are if they are the same."""
    marks, unit = language.kinds().get(kind, {}), MONEY if one.unit.isupper() else one.unit
    return unit in marks.get("compares", ()) or (unit in marks.get("echoes", ()) and one.agreement == "agrees")


def _voices(event: Event, unit: str, articles: Mapping[str, Article]) -> list[list[Version]]:
    """The versions of each origin but those with an article of two figures: it tells of two things, nobody knows which."""
    told: dict[str, dict[tuple[str, str], Version]] = {}
    for citation in asserting(event.citations):
        for figure in citation.figures:
            if figure.unit == unit:
                voice = told.setdefault(origin(citation.article, articles), {})
                voice.setdefault((citation.article, figure.value), Version(citation.article, figure))
    voices = [list(voice.values()) for voice in told.values()]
    return [voice for voice in voices if _one_each(voice)]


def _one_each(voice: Sequence[Version]) -> bool:
    return len({version.article for version in voice}) == len(voice)


def _compared(unit: str, voices: Sequence[Sequence[Version]]) -> Compared | None:
    across: set[Agreement] = {how for one, other in combinations(voices, 2) for how in _pairs(one, other)}
    across |= {how for voice in voices for how in _pairs(voice, voice) if how == "conflicts"}
    if not across:
        return None
    result: Agreement = "conflicts" if "conflicts" in across else "refines" if "refines" in across else "agrees"
    return Compared(unit, result, tuple(version for voice in voices for version in voice))


def _pairs(one: Sequence[Version], other: Sequence[Version]) -> set[Agreement]:
    return {values.compare(mine.figure, yours.figure) for mine in one for yours in other}
