"""Events of the record come in; a Problem for each promise to the reader that one would break goes out.

The promises: every date has its words; no date is more precise than its source; a claim is shown as a claim, with
whose it is; protected names are not published, nor stand in an id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline import agreement, archive, protection, rereading
from dateline.dossier import Case
from dateline.entries import untold
from dateline.model import STRENGTH, Article, Event, Problem
from dateline.record import Record, when_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.protection import Protection
    from dateline.when import When

_WITHHELD = "Readers will see that a name is withheld; better leave it out."
_TOLD = ("accepted", "proposed", "withdrawn")
_PUBLISHED = ("accepted", "proposed")


def check(record: Record, case: Case) -> tuple[Problem, ...]:
    """Everything about the events that would mislead a reader; what is only proposed stops nothing."""
    articles = {article.id: article for article in record.articles}
    found = list(addresses(record, case))
    for event in record.events:
        if event.review in _PUBLISHED:
            found += _of_event(record.file, event, case, articles)
    for one, other, citation in archive.doubles(record.events):
        message = f"the events “{one.id}” and “{other.id}” quote the same words of “{citation.article}”, about the same time."
        hint = f"If they are one, “dateline accept {other.id} --with {one.id}” joins them."
        found.append(Problem("double", record.file, message, hint, citation.line, fatal=False))
    return tuple(found)


def _of_event(file: str, event: Event, case: Case, articles: Mapping[str, Article]) -> Iterator[Problem]:
    def problem(kind: str, message: str, hint: str, *, fatal: bool, line: int | None = None) -> Problem:
        text = f"the event “{event.id}” {message}"
        return Problem(kind, file, text, hint, line or event.line, fatal=fatal and event.review == "accepted")

    if not event.citations:
        yield problem("no-citation", "quotes no source.", "Add at least one entry under “citations”.", fatal=True)
    elif event.when and not supported(event, articles):
        said = _said_instead(event, articles)
        what = f"and its sources say {said}." if said else "more precisely than any of its sources."
        hint = "Write the date as its source does, or quote the source that says more."
        yield problem("precision", f"is dated {event.when.edtf}, {what}", hint, fatal=True)
    for words, told, when, stated, line in rereading.misdated(event, articles):
        other = "quote the words that say otherwise" if stated else "“basis: anchor” if the article counts from another day"
        hint = f"Write “when: {when.edtf}”, or {other}."
        yield problem("misdated", f"takes {told} from “{words}”, which says {when.edtf}.", hint, fatal=True, line=line)
    for words, told, line in rereading.finer(event, articles):
        hint = "Write what they say; where other words say more, quote those."
        yield problem("precision", f"takes {told} from “{words}”, which says less.", hint, fatal=True, line=line)
    for words, told, figure, line in rereading.misread(event):
        hint = f"Write “value: {figure.value}” and “unit: {figure.unit}”, or quote the words that say otherwise."
        message = f"takes {told} from “{words}”, which says {figure.value} {figure.unit}."
        yield problem("figure", message, hint, fatal=True, line=line)
    yield from (
        problem("protected", f"names a protected person in {where}.", _WITHHELD, fatal=False)
        for where in protected(event, protection.of(case.protect))
    )
    for message, line in conflicts(event, articles):
        yield problem("conflict", message, "Check which is right; readers will see both.", fatal=False, line=line)
    if raised(event):
        hint = "Write what they say, or quote who tells it as a fact."
        yield problem("raised", f"is {event.status}, and each of its quotations is a claim.", hint, fatal=True)
    if event.status in ("alleged", "denied") and not event.claimant and not any(c.voice.who for c in event.citations):
        yield problem("claimant", f"is {event.status}, but not by whom.", "Add “claimant: ...”.", fatal=False)
    missing = untold({"title": event.titles, "summary": event.summaries}, case.languages)
    if missing and event.review == "accepted":
        yield problem("untold", f"has {missing}.", "Add it there.", fatal=False)


def conflicts(event: Event, articles: Mapping[str, Article]) -> Iterator[tuple[str, int | None]]:
    """Where sources contradict the event's date or each other's figures, with the line of what they say."""
    for citation in event.citations:
        when = when_of(citation)
        if when and event.when and not when.overlaps(event.when):
            yield f"is dated {event.when.edtf}, but “{citation.article}” says {when.edtf}.", citation.line
    for one in agreement.figures(event, articles):
        if one.agreement == "conflicts":
            said = (f"“{version.article}” says {version.figure.value} {one.unit}" for version in one.versions)
            yield f"has sources that conflict: {', '.join(said)}.", None


def raised(event: Event) -> bool:
    """The event is told as more than the strongest of its quotations says; an event without a quotation is not looked at."""
    said = [STRENGTH[citation.voice.status] for citation in event.citations]
    return bool(said) and STRENGTH[event.status] > max(said)


def supported(event: Event, articles: Mapping[str, Article]) -> bool:
    """Some cited words are at least as precise as the event's date; without dated words, the day of publication is."""
    told = event.when
    assert told is not None
    return any(_grounds(when, told) for when in _said(event, articles))


def _said(event: Event, articles: Mapping[str, Article]) -> list[When]:
    """What the quotations say of the event's date, else when their articles were published."""
    cited = (articles.get(citation.article) for citation in event.citations)
    said = [when for citation in event.citations for when in rereading.said(citation, articles)]
    return said or [article.published for article in cited if article and article.published]


def _said_instead(event: Event, articles: Mapping[str, Article]) -> str:
    """The other times that they say; empty where one of them may be the event's."""
    said = _said(event, articles)
    if event.when is None or any(when.overlaps(event.when) for when in said):
        return ""
    return " and ".join(dict.fromkeys(when.edtf for when in said))


def _grounds(source: When, told: When) -> bool:
    return source.within(told) and (told.precision != "time" or source.precision == "time")


def protected(event: Event, hidden: Protection) -> list[str]:
    """The desk's own words about the event in which a protected name stands; the name itself is not repeated."""
    texts = {"its title": event.titles, "its summary": event.summaries, "its claimant": event.claimant}
    return [where for where, said in texts.items() if any(hidden.names_somebody(text) for _, text in said.pairs)]


def addresses(record: Record, case: Case) -> Iterator[Problem]:
    """Ids and addresses that name a protected person: parts of addresses, where no mark can stand."""
    hidden = protection.of(case.protect)
    if not hidden or not record.file:
        return
    about = f"{record.file.rpartition('/')[0]}/case.yaml"
    named: list[tuple[str, str, str, int | None]] = [("the case", case.id, about, None)]
    named += [("a party", party.id, about, party.line) for party in case.parties]
    named += [("an event", event.id, record.file, event.line) for event in record.events if event.review in _TOLD]
    for article, line in zip(record.articles, record.places, strict=False):
        named += [("an article", article.id, record.file, line), ("an origin", article.origin or "", record.file, line)]
        if any(map(hidden.names_somebody, filter(None, (article.url, article.archived)))):
            message = f"an address of the article “{article.id}” names a protected person: readers get no link."
            yield Problem("protected", record.file, message, "Look whether it has another.", line, fatal=False)
    if case.base_url and hidden.names_somebody(case.base_url):
        yield Problem("protected", about, "“base_url” names a protected person.", "Publish under another address.")
    for what, name, file, place in named:
        if hidden.names_somebody(name):
            yield Problem("protected", file, f"the id of {what} names a protected person.", "Give it another id.", place)
