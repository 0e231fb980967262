"""Events of the record come in; a Problem for each promise to the reader that one would break goes out.

The promises: every date has its words; no date is more precise than its source; a claim is shown as a claim, with
whose it is; protected names are not published, nor stand in an id.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dateline import agreement, archive, language, protection
from dateline.dossier import Case
from dateline.entries import untold
from dateline.model import STRENGTH, Article, Document, Event, Problem, Sentence
from dateline.reading import dates
from dateline.reading import figures as amounts
from dateline.record import Record, when_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.figures import Figure
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
        hint = "Write the date as its source does, or quote the source that says more."
        yield problem("precision", f"is dated {event.when.edtf}, more precisely than any of its sources.", hint, fatal=True)
    for words, told, line in finer(event, articles):
        hint = "Write what they say; where other words say more, quote those."
        yield problem("precision", f"takes {told} from “{words}”, which says less.", hint, fatal=True, line=line)
    for words, told, said, line in misread(event):
        hint = f"Write “value: {said.value}” and “unit: {said.unit}”, or quote the words that say otherwise."
        yield problem("figure", f"takes {told} from “{words}”, which says {said.value} {said.unit}.", hint, fatal=True, line=line)
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
    assert event.when is not None
    said = [when for citation in event.citations if (when := when_of(citation))]
    cited = (articles.get(citation.article) for citation in event.citations)
    grounds = said or [article.published for article in cited if article and article.published]
    return any(_grounds(when, event.when) for when in grounds)


def finer(event: Event, articles: Mapping[str, Article]) -> Iterator[tuple[str, str, int | None]]:
    """Dating words that, read again by themselves, say less than the time given for them; with that time and the line."""
    for citation in event.citations:
        article, told = articles.get(citation.article), when_of(citation)
        if told and article and citation.mention and article.lang in language.tags("dates"):
            words = citation.mention.words
            read = [one.when for one in dates.find(words, language.load(article.lang), article.published) if one.when]
            if read and all(told.within(when.named) and not when.named.within(told) for when in read):
                yield words, told.edtf, citation.line


def misread(event: Event) -> Iterator[tuple[str, str, Figure, int | None]]:
    """Words of figures that, read again by themselves, say another value or unit: with what is told, what they say, the line."""
    for citation in event.citations:
        for told in citation.figures:
            read = _read_again(told.words, citation.lang)
            if read and not any(_say_one(told, said) for said in read):
                yield told.words, f"{told.value} {told.unit}", read[0], citation.line


def _read_again(words: str, lang: str) -> tuple[Figure, ...]:
    """What the words of a figure say where a reader knows their language; nothing where it does not."""
    if lang not in language.tags("reading"):
        return ()
    alone = Document(Article("words", lang), words, PurePosixPath("words.txt"))
    return amounts.figures(Sentence(alone, 0, len(words), 0), language.load(lang))


def _say_one(one: Figure, other: Figure) -> bool:
    return (one.bounds, one.about, one.unit) == (other.bounds, other.about, other.unit)


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
