"""An event's citations come in; whether their sources agree on its date, its amounts and its counts goes out.

Copies of one report are one voice: they never agree with each other. Neither does what relays an outlet with that outlet's own
report, nor with what relays it too; nor one outlet with itself, where it tells the same again in another article.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from dateline import figures as values
from dateline import language, mastheads
from dateline.figures import MONEY, Agreement, Compared, Figure, Version
from dateline.record import when_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model import Article, Citation, Event


def origin(name: str, articles: Mapping[str, Article]) -> str:
    """The id of the report that an article is, or is a copy of."""
    article = articles.get(name)
    return (article.origin if article else None) or name


def origins(citations: Sequence[Citation], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The id of the report to which each of an event's citations counts.

    One that relays an outlet counts to the report of that outlet among them; where there is none, to the article that relays it
    first. An outlet's own reports of an event count to the first of them: who repeats themselves confirms nothing. An article
    whose origin a person wrote counts to that in all that it says.
    """
    relayed = [_relayed(citation, articles) for citation in citations]
    made: dict[str, int] = {}
    for number in sorted(range(len(citations)), key=lambda number: relayed[number] is not None):
        made.setdefault(_maker(citations[number], articles), number)
    first = {outlet: number for number, outlet in reversed([*enumerate(relayed)]) if outlet}
    ends = (_heard_from(number, relayed, made, first) for number in range(len(citations)))
    own = _own_reports(citations, articles)
    return tuple(origin(citations[own.get(number, number)].article, articles) for number in ends)


def _own_reports(citations: Sequence[Citation], articles: Mapping[str, Article]) -> dict[int, int]:
    """The number of each citation of a report that one outlet alone has, with that of the first such citation of this outlet."""
    outlets: dict[str, set[str]] = {}
    for citation in citations:
        outlets.setdefault(origin(citation.article, articles), set()).add(_maker(citation, articles))
    first: dict[str, int] = {}
    found: dict[int, int] = {}
    for number, citation in enumerate(citations):
        article, maker = articles.get(citation.article), _maker(citation, articles)
        if article and maker and not article.by_hand and outlets[origin(article.id, articles)] == {maker}:
            found[number] = first.setdefault(maker, number)
    return found


def _heard_from(number: int, relayed: Sequence[str | None], made: Mapping[str, int], first: Mapping[str, int]) -> int:
    """Which citation the one of that number goes back to; where some relay each other, the first of them."""
    heard: list[int] = []
    while (outlet := relayed[number]) and number not in heard:
        heard.append(number)
        number = made.get(outlet, first[outlet])
    return min(heard[heard.index(number) :]) if number in heard else number


def _relayed(citation: Citation, articles: Mapping[str, Article]) -> str | None:
    """The outlet that a citation relays, the same for all forms of its name."""
    article = articles.get(citation.article)
    return mastheads.key(citation.relays) if citation.relays and not (article and article.by_hand) else None


def _maker(citation: Citation, articles: Mapping[str, Article]) -> str:
    """The outlet of its article, the same for all forms of its name; empty where that is unknown."""
    article = articles.get(citation.article)
    return mastheads.key(mastheads.whole(article.outlet)) if article and article.outlet else ""


def asserting(citations: Sequence[Citation]) -> Sequence[Citation]:
    """Those that tell the event as so, or claim it; all of them where every one denies it. A denial is no evidence for it."""
    return [citation for citation in citations if citation.voice.status != "denied"] or citations


def dates(citations: Sequence[Citation], articles: Mapping[str, Article]) -> Agreement | None:
    """How the dates that the citations give compare; None with fewer than two, or where only copies give the same."""
    every = zip(citations, origins(citations, articles), strict=True)
    said = [(when, name) for citation, name in every if (when := when_of(citation))]
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
    told = (_told(unit, _voices(event, unit, articles)) for unit in units)
    compared = [one for one in told if one is not None and _tells(one, event.kind)]
    people = _people(event, articles)
    if people is None:
        return tuple(compared)
    return (*(one for one in compared if not set(one.versions) <= set(people.versions)), people)


def _people(event: Event, articles: Mapping[str, Article]) -> Compared | None:
    """How the counts of those whom it befell compare, whatever word each article has for them; None where one word has them all.

    An article that counts them all counts some beside that; one that gives two counts of all, or only of some, tells neither.
    """
    marks = language.kinds().get(event.kind, {})
    whole, some = frozenset(marks.get("all", ())), frozenset(marks.get("some", ()))
    heard = asserting(event.citations)
    counts: dict[str, tuple[str, dict[str, Figure]]] = {}
    for citation, name in zip(heard, origins(heard, articles), strict=True):
        for figure in citation.figures:
            if figure.unit in whole | some:
                counts.setdefault(citation.article, (name, {}))[1].setdefault(f"{figure.unit} {figure.value}", figure)
    chosen = {article: (name, _head(tuple(found.values()), whole)) for article, (name, found) in counts.items()}
    given = [(name, Version(article, figure)) for article, (name, figure) in chosen.items() if figure]
    found: dict[frozenset[Version], Agreement] = {}
    for (name, one), (other_name, other) in combinations(given, 2):
        how = _counted(one.figure, other.figure, whole)
        if how and (name != other_name or how == "conflicts"):
            found[frozenset((one, other))] = how
    said = [version for _, version in given if any(version in pair for pair in found)]
    result = values.together(found.values())
    unclear = result == "agrees" and len(given) < len(counts)
    if result is None or unclear or len({version.figure.unit for version in said}) == 1:
        return None
    return Compared(next((v.figure.unit for v in said if v.figure.unit in whole), said[0].figure.unit), result, tuple(said))


def _head(found: Sequence[Figure], whole: frozenset[str]) -> Figure | None:
    """The article's one count of all, or else its one count of some."""
    every = [figure for figure in found if figure.unit in whole] or found
    return every[0] if len(every) == 1 else None


def _counted(one: Figure, other: Figure, whole: frozenset[str]) -> Agreement | None:
    """How two counts compare; None where the one may be of a part of the other's, or both of different parts."""
    how = values.compare(one, other)
    if one.unit == other.unit or {one.unit, other.unit} <= whole:
        return how
    if whole.isdisjoint((one.unit, other.unit)):
        return None
    part, every = (other, one) if one.unit in whole else (one, other)
    least, most = part.bounds[0], every.bounds[1]
    fits = least is None or most is None or values.compare(replace(part, value=f"{least:f}/.."), every) != "conflicts"
    return None if how == "conflicts" and fits else how


def _told(unit: str, voices: Sequence[Sequence[Version]]) -> Compared | None:
    """How those compare that give one figure an article; none agree where another gives two, and nobody knows which it means."""
    clear = [voice for voice in voices if _one_each(voice)]
    compared = _compared(unit, clear)
    return None if compared and compared.agreement == "agrees" and len(clear) < len(voices) else compared


def _tells(one: Compared, kind: str) -> bool:
    """Two figures of that unit in an event of that kind are of the same thing; or they are if they are the same."""
    marks, unit = language.kinds().get(kind, {}), MONEY if one.unit.isupper() else one.unit
    return unit in language.compared(kind) or (unit in marks.get("echoes", ()) and one.agreement == "agrees")


def _voices(event: Event, unit: str, articles: Mapping[str, Article]) -> list[list[Version]]:
    """The versions of each origin."""
    told: dict[str, dict[tuple[str, str], Version]] = {}
    heard = asserting(event.citations)
    for citation, name in zip(heard, origins(heard, articles), strict=True):
        for figure in citation.figures:
            if figure.unit == unit:
                voice = told.setdefault(name, {})
                voice.setdefault((citation.article, figure.value), Version(citation.article, figure))
    return [list(voice.values()) for voice in told.values()]


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
