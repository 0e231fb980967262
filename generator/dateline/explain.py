"""An entry's id comes in; lines that say how it came to be go out: what was read, by which rule, and why it is one entry.

Everything is worked out from the record and the proposals, without the articles: what a rule found stands in them beside its
name, and the words that tell what happened are looked for again in the quotation alone.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from dateline import agreement, language, record
from dateline import case as cases
from dateline.entries import near
from dateline.faircopy import FairCopy
from dateline.model import BY_HAND, Article, Document, Problem, Sentence, Stop
from dateline.reading import clauses, triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.dossier import Case
    from dateline.model import Citation, Event, Mention, Texts

_WIDTH: Final = 96
_STATUSES: Final[Mapping[str, str]] = {
    "established": "told as a fact",
    "alleged": "somebody's claim",
    "denied": "somebody's denial",
    "reported": "hearsay, nobody named",
}


_AGREEMENTS: Final[Mapping[str, str]] = {
    "agrees": "their dates agree",
    "refines": "their dates fit, and one is more precise",
    "conflicts": "their dates conflict, and a person has to say why they are one",
}
_FIGURES: Final[Mapping[str, str]] = {
    "agrees": "independent origins agree",
    "refines": "what they say fits, and one is more precise",
    "conflicts": "independent origins conflict, and readers see each version",
}


class NoEntry(Stop):
    """An id that no entry has, or two; a mistyped word of the command rather than a mistake in a file."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, the file and the case that it stands in, and the articles that it may quote."""

    event: Event
    file: str
    case: Case
    articles: Mapping[str, Article]


def explain(project: Path, event_id: str, case_id: str | None = None) -> tuple[str, ...]:
    """The lines about the entry of that id, recorded or proposed. Raises NoEntry."""
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
    case, _ = cases.load(project, case_id)
    held = [record.read(project, case, name) for name in (record.RECORD, record.PROPOSALS)]
    articles = {article.id: article for one in reversed(held) for article in one.articles}
    for one in held:
        yield from (Found(event, one.file, case, articles) for event in one.events)


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
        yield from _flow(_joined(event, found.articles))
    if cited:
        yield from ("", "How many independent origins")
        yield from _flow(_origins(cited, found.articles))


def _head(found: Found) -> Iterator[str]:
    event = found.event
    place = found.file if event.line is None else f"{found.file}:{event.line}"
    title = _text(event.titles, found.case)
    yield f"{event.id} ({place})"
    yield from (f"“{text}”" for text in (title,) if text)
    whose = _text(event.claimant, found.case)
    status = f"{event.status}, {_STATUSES[event.status]}{f': {whose}' if whose else ''}"
    decided = " ".join(part for part in (event.review, _by(event.reviewed_by), _on(event.reviewed_on)) if part)
    yield "; ".join((f"kind {event.kind}", status, decided))
    if event.adds_to:
        yield f"It is proposed as further evidence for the entry “{event.adds_to}”."


def _dated(event: Event) -> list[str]:
    """How the entry's own date follows from its quotations."""
    said = [(citation.article, when) for citation in event.citations if (when := record.when_of(citation))]
    every = _each((name, when.edtf) for name, when in said)
    if event.when is None:
        return [f"None is given, though {every}" if said else "None: no quotation gives one that could be placed on a calendar."]
    same = list(dict.fromkeys(name for name, when in said if when == event.when))
    if same:
        return [f"{event.when.edtf}, as the words of {_and(same)} give it; each is explained below."]
    if not said:
        return [f"{event.when.edtf}: no quotation names a date; it rests on the day of publication, or a person wrote it."]
    return [f"{event.when.edtf}: no single quotation gives just this; a person, or reading, put it together: {every}"]


def _happened(event: Event, citation: Citation) -> str:
    """Which words of the quotation tell the entry's kind."""
    words = [word for kind, word in _told(citation) if kind == event.kind]
    if words:
        return f"what: {_quoted(words)} {_tell(words)} “{event.kind}” (triggers of languages/{citation.lang}.yaml)."
    others = [f"“{word}” tells “{kind}”" for kind, word in _told(citation)]
    seen = f"; {', '.join(others)}" if others else ""
    return f"what: no words of this quotation alone tell “{event.kind}”{seen}."


def _told(citation: Citation) -> list[tuple[str, str]]:
    """(kind, words) of what the quotation tells, read anew, as if it were a sentence."""
    if citation.lang not in language.tags("reading"):
        return []
    lang = language.load(citation.lang)
    copy = FairCopy.of(citation.quote)
    text = copy.text
    sentence = Sentence(Document(Article("quotation", lang.tag), text, PurePosixPath("quotation")), 0, len(text), 0)
    found = triggers.triggers(sentence, clauses.clauses(sentence, lang), lang)
    return [(trigger.kind, copy.words(trigger.start, trigger.end)) for trigger in found]


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
    if mention.basis == "anchor":
        return "was counted from a date that the article names before, and gives"
    return "says it itself:"


def _figures(citation: Citation) -> Iterator[str]:
    """How much, and how many."""
    for figure in citation.figures:
        yield f"{'amount' if figure.money else 'count'}: “{figure.words}” says {figure.value} {figure.unit}. {_rule(figure.rule)}"


def _voice(citation: Citation) -> str:
    voice = citation.voice
    who = "".join(
        f", {part}"
        for part in (voice.who and f"said by “{voice.who}”", voice.role and f"a speaker of the kind “{voice.role}”")
        if part
    )
    if voice.cue:
        return f"voice: {voice.status}, {_STATUSES[voice.status]}, by the words “{voice.cue}”{who}. {_rule(voice.rule)}"
    if voice.rule or who:
        return f"voice: {voice.status}, {_STATUSES[voice.status]}{who}. {_rule(voice.rule)}"
    if voice.status == "established":
        return "voice: established: no cue of a claim, a denial or hearsay reaches these words."
    return f"voice: {voice.status}, {_STATUSES[voice.status]}: a person wrote so; no cue is recorded."


def _rule(name: str | None) -> str:
    """Where the rule of that name stands."""
    tag, slash, rule = (name or "").partition("/")
    if not slash:
        return "No rule: a person wrote it." if name in (None, BY_HAND) else f"Rule {name}."
    return f"Rule “{rule}” of languages/{tag}.yaml."


def _joined(event: Event, articles: Mapping[str, Article]) -> list[str]:
    """Why the quotations stand in one entry: what happened, to whom, and when; and whether the sources agree."""
    said = [(citation.article, when) for citation in event.citations if (when := record.when_of(citation))]
    undated = len(event.citations) - len(said)
    found = [f"kind: all of them are filed under “{event.kind}”."]
    found += [f"parties: {_and([f'“{party}”' for party in event.parties])}."] if event.parties else []
    if said:
        how = _AGREEMENTS.get(agreement.dates(event.citations, articles) or "", "only one independent origin gives a date")
        found.append(f"dates: {how}: {_each((name, when.edtf) for name, when in said)}")
    for one in agreement.figures(event, articles):
        versions = ((version.article, f"{version.figure.value} (“{version.figure.words}”)") for version in one.versions)
        found.append(f"{one.unit}: {_FIGURES[one.agreement]}: {_each(versions)}")
    if undated:
        found.append(f"{undated} of them {'names' if undated == 1 else 'name'} no date; a date alone never joins quotations.")
    decided = "A person accepted them together." if event.review == "accepted" else "Nobody has decided yet whether they are one."
    return [*found, decided if event.review in ("accepted", "proposed") else f"The entry is {event.review}."]


def _origins(citations: Sequence[Citation], articles: Mapping[str, Article]) -> list[str]:
    """Each origin with its articles, and why several count as one."""
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(citation.article for citation in citations):
        article = articles.get(name)
        groups.setdefault((article.origin if article else None) or name, []).append(name)
    return [
        f"{len(groups)}, of {len({c.article for c in citations})} cited articles.",
        *(_origin(*one, articles) for one in groups.items()),
    ]


def _origin(name: str, members: Sequence[str], articles: Mapping[str, Article]) -> str:
    whys = dict.fromkeys(why for one in members if one in articles and (why := articles[one].origin_why))
    if len(members) > 1:
        return f"{name}: {_and(members)} count as one{_because(whys) or ' (the record gives no reason)'}."
    shared = [one.id for one in articles.values() if one.origin == name and one.id not in members]
    also = f"; {_and(shared)}, not cited here, {'counts' if len(shared) == 1 else 'count'} to it too" if shared else ""
    return f"{name}: {members[0]}{also}{_because(whys) if shared else ''}."


def _because(whys: Iterable[str]) -> str:
    said = "; ".join(whys)
    return f" ({said})" if said else ""


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


def _each(said: Iterable[tuple[str, str]]) -> str:
    """“a says 2018, b says 2018-04.”"""
    return ", ".join(f"{name} says {what}" for name, what in dict.fromkeys(said)) + "."


def _and(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _quoted(words: Iterable[str]) -> str:
    return _and([f"“{word}”" for word in dict.fromkeys(words)])


def _tell(words: Sequence[str]) -> str:
    return "tells" if len(set(words)) == 1 else "tell"


def _by(name: str | None) -> str:
    return f"by {name}" if name else ""


def _on(day: str | None) -> str:
    return f"on {day}" if day else ""


def _text(texts: Texts, case: Case) -> str | None:
    found = texts.best(case.languages)
    return found[1] if found else None
