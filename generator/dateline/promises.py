"""Events of the record come in; a Problem for each promise to the reader that one would break goes out.

The promises: every date has its words; no date is more precise than its source; a claim is shown as a claim, with
whose it is; protected names are not published.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dateline import protection
from dateline.entries import untold
from dateline.model import Article, Case, Event, Problem
from dateline.record import PROPOSALS, Record, when_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.when import When

_PUBLISHED = ("accepted", "proposed")


def check(record: Record, case: Case) -> tuple[Problem, ...]:
    """Everything about the events that would mislead a reader; what is only proposed stops nothing."""
    articles = {article.id: article for article in record.articles}
    proposed = PurePosixPath(record.file).name == PROPOSALS
    found: list[Problem] = []
    for article in record.articles:
        found += _of_article(record.file, article, case.protect, fatal=not proposed)
    for event in record.events:
        if event.review in _PUBLISHED:
            found += _of_event(record.file, event, case, articles)
    return tuple(found)


def _of_event(file: str, event: Event, case: Case, articles: Mapping[str, Article]) -> Iterator[Problem]:
    def problem(kind: str, message: str, hint: str, *, fatal: bool, line: int | None = None) -> Problem:
        text = f"the event “{event.id}” {message}"
        return Problem(kind, file, text, hint, line or event.line, fatal=fatal and event.review == "accepted")

    if not event.citations:
        yield problem("no-citation", "quotes no source.", "Add at least one entry under “citations”.", fatal=True)
    elif event.when and not supported(event, articles):
        hint = "Write the date as its source does, or quote the source that says more."
        yield problem("precision", f"is dated {event.when.edtf}, more precisely than any of its sources.", hint, fatal=True)
    yield from (
        problem("protected", f"names a protected person in {where}.", protection.HINT, fatal=True)
        for where in protected(event, case.protect)
    )
    for citation in event.citations:
        when = when_of(citation)
        if when and event.when and not when.overlaps(event.when):
            message = f"is dated {event.when.edtf}, but “{citation.article}” says {when.edtf}."
            hint = "Check which is right; readers will see both."
            yield problem("conflict", message, hint, fatal=False, line=citation.line)
    if event.status in ("alleged", "denied") and not event.claimant and not any(c.voice.who for c in event.citations):
        yield problem("claimant", f"is {event.status}, but not by whom.", "Add “claimant: ...”.", fatal=False)
    missing = untold({"title": event.titles, "summary": event.summaries}, case.languages)
    if missing and event.review == "accepted":
        yield problem("untold", f"has {missing}.", "Add it there.", fatal=False)


def supported(event: Event, articles: Mapping[str, Article]) -> bool:
    """Some cited words are at least as precise as the event's date; without dated words, the day of publication is."""
    assert event.when is not None
    said = [when for citation in event.citations if (when := when_of(citation))]
    cited = (articles.get(citation.article) for citation in event.citations)
    grounds = said or [article.published for article in cited if article and article.published]
    return any(_grounds(when, event.when) for when in grounds)


def _grounds(source: When, told: When) -> bool:
    return source.within(told) and (told.precision != "time" or source.precision == "time")


def protected(event: Event, names: Sequence[str]) -> list[str]:
    """The parts of the event in which a protected name stands; the name itself is not repeated."""
    parts: tuple[tuple[str, tuple[object, ...]], ...] = (
        ("its id", (event.id,)),
        ("its title", (event.titles,)),
        ("its summary", (event.summaries,)),
        ("its claimant", (event.claimant,)),
        ("its parties", event.parties),
        ("its corrections", event.corrections),
        *((f"a quotation of “{c.article}”", (c.prefix + c.quote + c.suffix, c.voice)) for c in event.citations),
        *((f"a translation from “{c.article}”", (c.translations,)) for c in event.citations),
    )
    return [where for where, values in parts if protection.stands(names, *values)]


def _of_article(file: str, article: Article, names: Sequence[str], *, fatal: bool) -> Iterator[Problem]:
    """Pages name every article of the record: its title, its author, its web address."""
    if protection.stands(names, article):
        message = f"what is said of the article “{article.id}” names a protected person."
        yield Problem("protected", file, message, protection.HINT, fatal=fatal)
