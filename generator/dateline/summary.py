"""What a run did comes in; a few lines for the person at the terminal go out: what stands, what is open, what to type next."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from dateline.cautions import JIGSAW
from dateline.doubles import dated, doubles, two_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.decide import Decided
    from dateline.model import Article, Event, Problem
    from dateline.proposals import Proposed

_SHOWN: Final = 40
"""Proposals listed one by one; a case with more is looked through in the browser."""
_PAIRS: Final = 5
"""Pairs that may be one event, and reports of several articles, listed one by one."""
_COUNTED: Final = {
    "untold": ("title or summary to write", "titles or summaries to write"),
    JIGSAW: ("", "entries tell an age, a place and a job together, which may name a person whom you protect"),
}
"""Warnings that a build counts, and what it calls them; a single one of the last is named."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number and its noun: “1 article”, “5 articles”."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def problems(found: Iterable[Problem], *, strict: bool = False, brief: bool = False) -> Iterator[str]:
    """A line a problem, what stops first, titles to write last. `brief` counts those of which there may be a wall."""
    ordered = sorted(found, key=lambda problem: (not (problem.fatal or strict), problem.kind == "untold"))
    alike = {kind: [problem for problem in ordered if problem.kind == kind] for kind in _COUNTED} if brief else {}
    walls = {kind: group for kind, group in alike.items() if len(group) > (kind == JIGSAW)}
    for problem in ordered:
        if problem.kind not in walls:
            yield f"{'error' if problem.fatal or strict else 'warning'}: {problem}"
    for kind, group in walls.items():
        yield f"warning: {counted(len(group), *_COUNTED[kind])}; “dateline check” lists them"


def read(case_id: str, articles: Sequence[Article], proposed: Proposed) -> Iterator[str]:
    """What reading a case found."""
    languages = ", ".join(f"{lang} {number}" for lang, number in sorted(Counter(one.lang for one in articles).items()))
    reports = len({article.origin or article.id for article in articles})
    yield f"{case_id}: {counted(len(articles), 'article')} ({languages or 'none'}), {counted(reports, 'independent report')}"
    yield from _joined(articles)
    yield (
        f"  {counted(len(proposed.events), 'event')} proposed, {counted(len(proposed.additions), 'recorded event')} with "
        f"further quotations, {proposed.held} already decided"
    )
    listed = sorted((*proposed.events, *proposed.additions), key=attrgetter("order"))
    for event in listed[:_SHOWN]:
        yield f"    {_line(event)}"
    if (rest := len(listed) - _SHOWN) > 0:
        yield f"    and {rest} more: see content/{case_id}/proposals.yaml"
    yield from _open(articles, proposed.events)
    yield from _doubles(case_id, (*proposed.events, *proposed.additions))
    yield f"  next: {_next(case_id, articles, listed)}"


def _joined(articles: Sequence[Article]) -> Iterator[str]:
    """Which articles are one report, and why."""
    groups: dict[str, list[Article]] = {}
    for article in articles:
        groups.setdefault(article.origin or article.id, []).append(article)
    joined = [group for group in groups.values() if len(group) > 1]
    for group in joined[:_PAIRS]:
        why = next((f" ({article.origin_why})" for article in group if article.origin_why), "")
        yield f"    one report: {', '.join(article.id for article in group)}{why}"
    if (rest := len(joined) - _PAIRS) > 0:
        yield f"    and {counted(rest, 'more report')} of several articles"


def _next(case_id: str, articles: Sequence[Article], proposed: Sequence[Event]) -> str:
    """What to type now."""
    if proposed:
        return f"“dateline serve” shows them; “dateline accept {proposed[0].id}” puts one into the record"
    if not articles:
        return f"put articles into content/{case_id}/articles and read again"
    return "“dateline check”, then “dateline build”"


def _line(event: Event) -> str:
    when = event.when.edtf if event.when else "undated"
    added = f", adds to {event.adds_to}" if event.adds_to else ""
    note = f"; {event.note}" if event.note else ""
    return f"{event.id}  {when}  {event.kind}, {event.status}, {counted(len(event.citations), 'quotation')}{added}{note}"


def _open(articles: Sequence[Article], events: Sequence[Event]) -> Iterator[str]:
    undated = [article.file or article.id for article in articles if article.published is None]
    if undated:
        yield f"  open: {counted(len(undated), 'article')} without a date; add “date: YYYY-MM-DD” to {', '.join(undated)}"
    open_events = sum(event.when is None for event in events)
    if open_events:
        yield f"  open: {counted(open_events, 'proposed event')} without a date"


def _doubles(case_id: str, events: Sequence[Event]) -> Iterator[str]:
    """The pairs that were left apart and may be one event, by their ids; first those whose dates conflict."""
    found = list(doubles(events))
    apart = [pair for pair in found if two_dates(*pair)]
    pairs = [pair for pair in found if pair not in apart]
    rest = f"more: see the top of content/{case_id}/proposals.yaml"
    for pair in apart[:_PAIRS]:
        how = f"“dateline accept {pair[1].id} --with {pair[0].id}” shows both"
        yield f"  open: two dates for what may be one event: {dated(*pair)}; {how}"
    if len(apart) > _PAIRS:
        yield f"    and {len(apart) - _PAIRS} {rest}"
    if pairs:
        yield f"  open: {counted(len(pairs), 'pair')} of proposals that may be one event; nothing was joined:"
    for one, other in pairs[:_PAIRS]:
        yield f"    {one.id} and {other.id}"
    if len(pairs) > _PAIRS:
        yield f"    and {len(pairs) - _PAIRS} {rest}"


def decided(verb: str, results: Iterable[Decided], into: str | None = None) -> Iterator[str]:
    """What a decision did; `into` is the entry that all of them are now."""
    for result in results:
        one = f" as one entry, {into}" if into else ""
        yield f"{result.case_id}: {verb} {', '.join(event.id for event in result.events)}{one}; {_left(result.left)}"
        yield from (f"  {event.id}: {event.note}" for event in result.events if event.note)
        yield from _regrouped(result)


def regrouped(results: Iterable[Decided]) -> Iterator[str]:
    """Which recorded articles count to another origin since."""
    lines = [line for result in results for line in (f"{result.case_id}: origins are up to date", *_regrouped(result))]
    yield from lines or ["Nothing to change: the record counts origins as the last “dateline read” found them."]


def _regrouped(result: Decided) -> Iterator[str]:
    for article in result.regrouped:
        why = f" ({article.origin_why})" if article.origin_why else ""
        yield f"  {article.id} counts to the origin “{article.origin}” now{why}"


def _left(number: int) -> str:
    return f"{counted(number, 'proposal')} left" if number else "no proposal left; next: “dateline check”, then “dateline build”"
