"""An entry's id comes in; lines that say how it came to be go out: what was read, by which rule, and why it is one entry.

Everything is worked out from the record and the proposals, without the articles: what a rule found stands in them beside its
name, and the words that tell what happened are looked for again in the quotation alone.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline import case as cases
from dateline import language, provenance, record, ties
from dateline.entries import near
from dateline.model import BY_HAND, Article, Problem, Stop, halt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.dossier import Case
    from dateline.model import Citation, Event, Mention
    from dateline.texts import Texts

_WIDTH: Final = 96
_STATUSES: Final[Mapping[str, str]] = {
    "established": "told as a fact",
    "alleged": "somebody's claim",
    "denied": "somebody's denial",
    "reported": "hearsay, nobody named",
}


class NoEntry(Stop):
    """An id that no entry has, or two; a mistyped word of the command rather than a mistake in a file."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, the file and the case that it stands in, the articles that it may quote, and the ids of what may be the same."""

    event: Event
    file: str
    case: Case
    articles: Mapping[str, Article]
    maybe: tuple[str, ...] = ()


def explain(project: Path, event_id: str, case_id: str | None = None) -> tuple[str, ...]:
    """The lines about the entry of that id, recorded or proposed. Raises NoEntry, and Stop where a file has mistakes."""
    every = [one for name in ((case_id,) if case_id else cases.ids(project)) for one in _entries(project, name)]
    found = [one for one in every if one.event.id == event_id]
    if not found:
        hint = near(event_id, [one.event.id for one in every]) or "Run “dateline read” first."
        raise NoEntry(Problem("no-entry", "content", f"there is no entry “{event_id}”.", hint))
    if len({one.case.id for one in found}) > 1:
        where = " and ".join(one.case.id for one in found)
        raise NoEntry(Problem("no-entry", "content", f"“{event_id}” stands in {where}.", "Say which with --case."))
    return tuple(_lines(found[0]))


def _entries(project: Path, case_id: str) -> Iterator[Found]:
    case, problems = cases.load(project, case_id)
    held, proposed = (record.read(project, case, name) for name in (record.RECORD, record.PROPOSALS))
    halt((*problems, *held.problems, *proposed.problems))
    articles = {article.id: article for article in provenance.regrouped(held.articles, proposed.articles)}
    recorded = articles | {article.id: article for article in held.articles}
    accepted = [event for event in held.events if event.review == "accepted"]
    maybe = ties.near([*accepted, *(event for event in proposed.events if not event.adds_to)])
    for one, known in ((held, recorded), (proposed, articles)):
        yield from (Found(event, one.file, case, known, tuple(maybe.get(event.id, ()))) for event in one.events)


def _lines(found: Found) -> Iterator[str]:
    event, cited = found.event, found.event.citations
    yield from _head(found)
    yield from ("", "The date")
    yield from _flow(_dated(event))
    for number, citation in enumerate(cited, 1):
        article = found.articles.get(citation.article)
        yield from ("", f"Quotation {number} of {len(cited)}: {_source(citation.article, article)}")
        yield from _flow([f"“{citation.quote}”"])
        yield from _flow([_happened(event, citation), _date(citation, article), *_figures(citation), _voice(citation)])
    if len(cited) > 1:
        yield from ("", "Why these quotations are one entry")
        yield from _flow(ties.joined(event, found.articles))
    if found.maybe:
        yield from ("", "What may be the same event")
        yield from _flow(ties.same(event, found.maybe))
    if cited:
        yield from ("", "How many independent origins")
        yield from _flow(ties.origins(cited, found.articles))


def _head(found: Found) -> Iterator[str]:
    event = found.event
    place = found.file if event.line is None else f"{found.file}:{event.line}"
    title = _text(event.titles, found.case)
    yield f"{event.id} ({place})"
    yield from (f"“{text}”" for text in (title,) if text)
    whose = _text(event.claimant, found.case)
    status = f"{event.status}, {_STATUSES[event.status]}{f': {whose}' if whose else ''}"
    decided = f"{event.review} {ties.decided(event)}".strip()
    yield "; ".join((f"kind {event.kind}", status, decided))
    if event.because:
        yield f"Because: {event.because}"
    if event.note:
        yield f"Note: {event.note}"
    if event.adds_to:
        yield f"It is proposed as further evidence for the entry “{event.adds_to}”."


def _dated(event: Event) -> list[str]:
    """How the entry's own date follows from its quotations."""
    said = [(citation.article, when) for citation in event.citations if (when := record.when_of(citation))]
    every = ties.each((name, when.edtf) for name, when in said)
    if event.when is None:
        return [f"None is given, though {every}" if said else "None: no quotation gives one that could be placed on a calendar."]
    same = list(dict.fromkeys(name for name, when in said if when == event.when))
    if same:
        return [f"{event.when.edtf}, as the words of {ties.listed(same)} give it; each is explained below."]
    if not said:
        return [f"{event.when.edtf}: no quotation names a date; it rests on the day of publication, or a person wrote it."]
    return [f"{event.when.edtf}: no single quotation gives just this; a person, or reading, put it together: {every}"]


def _happened(event: Event, citation: Citation) -> str:
    """Which words of the quotation tell the entry's kind."""
    words = [word for kind, word in ties.told(citation) if kind == event.kind]
    if words:
        return f"what: {_quoted(words)} {_tell(words)} “{event.kind}” (triggers of languages/{citation.lang}.yaml)."
    others = [f"“{word}” tells “{kind}”" for kind, word in ties.told(citation)]
    seen = f"; {', '.join(others)}" if others else ""
    return f"what: no words of this quotation alone tell “{event.kind}”{seen}."


def _date(citation: Citation, article: Article | None) -> str:
    mention = citation.mention
    if mention is None:
        return "date: the quotation names none."
    if mention.when is None:
        why = "" if article and article.published else ": the article's own date is not known"
        return f"date: “{mention.words}” fixes no point in time{why}. {_rule(mention.rule)}"
    return f"date: “{mention.words}” {_basis(mention, article)} {mention.when.edtf}. {_rule(mention.rule)}"


def _basis(mention: Mention, article: Article | None) -> str:
    """How the words came to their date."""
    if mention.basis == "published":
        day = article.published.edtf if article and article.published else "a day that is not in the record any more"
        return f"was counted from the article's own date, {day}, and gives"
    if mention.anchor:
        return f"was counted from “{mention.anchor}”, which the article names, and gives"
    if mention.basis == "anchor":
        return "was counted from a date that the article names before, and gives"
    return "says it itself:"


def _figures(citation: Citation) -> Iterator[str]:
    """How much, and how many."""
    for figure in citation.figures:
        yield f"{'amount' if figure.money else 'count'}: “{figure.words}” says {figure.value} {figure.unit}. {_rule(figure.rule)}"


def _voice(citation: Citation) -> str:
    voice = citation.voice
    who = "".join(f", {part}" for part in (_speaker(citation), voice.role and f"a speaker of the kind “{voice.role}”") if part)
    if voice.cue:
        return f"voice: {voice.status}, {_STATUSES[voice.status]}, by the words “{voice.cue}”{who}. {_rule(voice.rule)}"
    if voice.rule or who:
        return f"voice: {voice.status}, {_STATUSES[voice.status]}{who}. {_rule(voice.rule)}"
    if voice.status == "established":
        return "voice: established: no cue of a claim, a denial or hearsay reaches these words."
    return f"voice: {voice.status}, {_STATUSES[voice.status]}: a person wrote so; no cue is recorded."


def _speaker(citation: Citation) -> str | None:
    who = citation.voice.who
    if who and language.unnamed(who, citation.lang):
        return f"said by somebody whom the quotation only calls “{who}”"
    return who and f"said by “{who}”"


def _rule(name: str | None) -> str:
    """Where the rule of that name stands."""
    tag, slash, rule = (name or "").partition("/")
    if not slash:
        return "No rule: a person wrote it." if name in (None, BY_HAND) else f"Rule {name}."
    return f"Rule “{rule}” of languages/{tag}.yaml."


def _source(name: str, article: Article | None) -> str:
    if article is None:
        return f"{name} (not in the record)"
    published = article.published.edtf if article.published else "no date"
    return f"{name} ({', '.join(part for part in (article.outlet, article.lang, published) if part)})"


def _flow(texts: Iterable[str]) -> Iterator[str]:
    """The texts as paragraphs, indented, wrapped for a terminal."""
    for text in texts:
        yield from textwrap.wrap(
            " ".join(text.split()), _WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False
        )


def _quoted(words: Iterable[str]) -> str:
    return ties.listed([f"“{word}”" for word in dict.fromkeys(words)])


def _tell(words: Sequence[str]) -> str:
    return "tells" if len(set(words)) == 1 else "tell"


def _text(texts: Texts, case: Case) -> str | None:
    found = texts.best(case.languages)
    return found[1] if found else None
