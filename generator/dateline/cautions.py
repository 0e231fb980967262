"""A case as it would be told comes in; what a careful editor would look at twice goes out, as Problems that stop nothing."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final

from dateline import accusations, faircopy, folding, language, protection
from dateline.dossier import OUTCOMES, Reply
from dateline.model import Problem
from dateline.reading import cues
from dateline.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.dossier import CaseFile, Party
    from dateline.model import Event

LONG: Final = datetime.timedelta(days=365)
"""An accusation that has stood this long without an outcome is asked about (Pressekodex 13.2)."""

_PENDING: Final = "on appeal"
"""A stage whose outcome, if one is recorded, may not be the last."""
_WEB: Final = "1991-08-06"
"""The day on which the first page of the web was announced."""
JIGSAW: Final = "jigsaw"
"""The kind of problem that an entry has whose pieces together tell who somebody is."""
_PIECES: Final = ("age", "place", "job")
"""What together tells neighbours and colleagues who somebody is."""
_SOMEBODY: Final = "X"
"""Stands where a protected name stood, so that what is said of it (“X, 28, a baker”) reads as before."""


def found(file: CaseFile, home: str, today: str | None) -> tuple[Problem, ...]:
    """All of it, for the case whose folder is `home`; without `today` (YYYY-MM-DD) the age of accusations is not counted."""
    about = f"{home}/case.yaml"
    own = [*unattributed(file, "the case", (file.case.titles, file.case.summaries), about, None)]
    for event in file.events:
        if event.review == "accepted":
            texts = (event.titles, event.summaries)
            own += unattributed(file, f"the event “{event.id}”", texts, f"{home}/events.yaml", event.line)
    dated = (*stale(file, about, today), *ahead(file, home, today)) if today else ()
    return (*own, *unnamed(file, home), *identified(file, home), *ended(file, about), *early(file, home), *dated)


def unnamed(file: CaseFile, home: str) -> Iterator[Problem]:
    """Entries that tell a step of the law against somebody and name no party: nobody is asked for a reply, nor how it ended."""
    for event in file.events:
        open_ = event.review == "accepted" and not event.parties and not event.unidentified
        if open_ and _accuses(event.kind):
            message = f"the event “{event.id}” ({event.kind}) accuses somebody, and names no party: nobody is asked for a reply."
            hint = "List who it is under “parties”, here and in case.yaml, or write “unidentified: yes” where no reader can tell."
            yield Problem("unnamed", f"{home}/events.yaml", message, hint, event.line, fatal=False)


def identified(file: CaseFile, home: str) -> tuple[Problem, ...]:
    """Where what is published may still tell who a protected person is: said at every build, for it cannot be taken back."""
    told = (event for event in file.events if event.review == "accepted")
    pieces = (problem for event in told for problem in jigsaw(file, event, f"{home}/events.yaml"))
    return (*pieces, *surnames(file, home))


def unattributed(file: CaseFile, what: str, texts: Iterable[Texts], place: str, line: int | None) -> Iterator[Problem]:
    """The desk's own sentences that say of an accused party, and of nobody's knowing, that it did wrong."""
    parties = [party for party in file.case.parties if _accused(party)]
    for lang, text in (pair for one in texts for pair in one.pairs):
        for party, words in accusations.found(lang, faircopy.even(text), parties):
            message = f"{what} says in {lang}, in your own words, “{words}” of “{party.names[0]}”, who is accused."
            yield Problem("unattributed", place, message, "Say who says so.", line, fatal=False)


def jigsaw(file: CaseFile, event: Event, place: str) -> Iterator[Problem]:
    """An entry of a case that protects somebody in which an age, a place and a job stand together."""
    if not file.case.protect:
        return
    texts = [pair for one in (event.titles, event.summaries) for pair in one.pairs]
    for citation in event.citations:
        texts += [(citation.lang, citation.prefix + citation.quote + citation.suffix), *citation.translations.pairs]
    hidden = protection.of(file.case.protect)
    named = protection.of(tuple(name for party in file.case.parties for name in party.names))
    texts = [(lang, _without_ages(lang, hidden.withhold(faircopy.even(text), _SOMEBODY), named)) for lang, text in texts]
    seen = {piece: next((cue for lang, text in texts if (cue := _seen(lang, piece, text))), None) for piece in _PIECES}
    if all(seen.values()):
        told = ", ".join(f"{piece} (“{cue}”)" for piece, cue in seen.items())
        hint = "Leave one of them out, or quote less, if they are about a person whom you protect."
        yield Problem(
            JIGSAW, place, f"the event “{event.id}” tells {told}: together they name somebody.", hint, event.line, fatal=False
        )


def _without_ages(lang: str, text: str, named: protection.Protection) -> str:
    """The text without the ages that are surely a party's, for they stand beside its name; nor are the names places."""
    spans = named.spans(text)
    found = (match.span() for match in _all(lang, "age", text))
    ages = [age for age in found if any(_beside(lang, text, age, name) for name in spans)]
    names = [name for name in spans if not any(start < name[1] and name[0] < end for start, end in ages)]
    return protection.cut(text, sorted((*ages, *names)), "")


def _beside(lang: str, text: str, age: folding.Span, name: folding.Span) -> bool:
    """“Lind, 52,” or “the 52-year-old baker Lind”: nothing stands between but what joins the two, or a job."""
    if name[0] < age[1] and age[0] < name[1]:
        return True
    between = text[name[1] : age[0]] if name[1] <= age[0] else text[age[1] : name[0]]
    job = _seen(lang, "job", between) if age[1] <= name[0] else None
    return not between.replace(job or "", "").strip(" ,(")


def _all(lang: str, rule: str, text: str) -> Iterator[re.Match[str]]:
    """Where the language's rule of that name sees something."""
    rules: Mapping[str, Mapping[str, str]] = language.load(lang).reading.get("cautions", {}) if lang in language.tags() else {}
    return cues.compiled(lang, rules[rule]["match"]).finditer(text) if rule in rules else iter(())


def _seen(lang: str, rule: str, text: str) -> str | None:
    """The first words in the text that the language's rule of that name is about."""
    return next((match[0] for match in _all(lang, rule, text)), None)


def surnames(file: CaseFile, home: str) -> Iterator[Problem]:
    """Names to protect of which one word alone would still be published; the problem tells the entry’s number, not the name."""
    hidden = protection.of(file.case.protect)
    told = [(place, hidden.withhold(text, _SOMEBODY)) for place, text in _published(file)]
    for number, entry in enumerate(file.case.protect, 1):
        words = protection.ends(entry)
        places = list(dict.fromkeys(place for place, text in told if any(protection.stands_alone(word, text) for word in words)))
        if places:
            others = f" and {len(places) - 1} more" if len(places) > 1 else ""
            message = f"the first or last word of entry {number} of “protect” would be published alone, in {places[0]}{others}."
            hint = "If it is that person’s name, add it to “protect” as an entry of its own."
            yield Problem("protected-in-part", f"{home}/case.yaml", message, hint, fatal=False)


def _published(file: CaseFile) -> Iterator[tuple[str, str]]:
    """What readers would be told, each text with where it stands."""
    case = file.case
    for texts in (case.titles, case.summaries):
        yield from (("the title or summary of the case", text) for _, text in texts.pairs)
    for n, party in enumerate(case.parties, 1):
        told = (party.role, party.outcome, party.reply.words if party.reply else Texts())
        yield from ((f"party {n}", text) for text in (party.names[0], *(text for texts in told for _, text in texts.pairs)))
    for n, article in enumerate(file.articles, 1):
        about = (article.title, article.author, article.outlet)
        yield from ((f"title, author or outlet of article {n}", text) for text in about if text)
    for event in file.events:
        if event.review == "accepted":
            yield from _told(event)


def _told(event: Event) -> Iterator[tuple[str, str]]:
    place = f"the event of line {event.line}" if event.line else "an event"
    for texts in (event.titles, event.summaries, event.claimant, *(citation.translations for citation in event.citations)):
        yield from ((place, text) for _, text in texts.pairs)
    for citation in event.citations:
        yield place, citation.prefix + citation.quote + citation.suffix
        yield place, citation.voice.who or ""


def _accused(party: Party) -> bool:
    return party.accused and party.stage != "convicted"


def ended(file: CaseFile, place: str) -> Iterator[Problem]:
    """The accused of whom the record itself tells how it ended, without a word of that where their reply stands."""
    for party in file.case.parties:
        if not party.accused or party.outcome or party.stage in OUTCOMES:
            continue
        if event := _end(file, party):
            message = (
                f"“{party.names[0]}” is accused; how it ended is told by the event “{event.id}”, and not beside the accusation."
            )
            hint = "If that is of this accusation, write “stage: ...” and “stage_on: ...”."
            yield Problem("ended", place, message, hint, party.line, fatal=False)


def _end(file: CaseFile, party: Party) -> Event | None:
    """The last event that tells how it ended for the party, as a fact, not as somebody's claim; none where an appeal is known."""
    if party.stage == _PENDING:
        return None
    told = (event for event in file.events if event.review == "accepted" and event.status == "established")
    ends = [event for event in told if _step(event.kind) == "last" and party.id in _befallen(event)]
    return max(ends, key=lambda event: event.order if event.when else (-1,), default=None)


def _befallen(event: Event) -> tuple[str, ...]:
    """Those of an event's parties whom it befalls, where its sides are told; else all of them."""
    if language.kinds()[event.kind].get("named") == "object":
        return event.to or event.parties
    return event.parties


def ahead(file: CaseFile, home: str, today: str) -> Iterator[Problem]:
    """Days on which something was done that have not come yet."""

    def late(what: str, day: str | None, name: str, line: int | None) -> Iterator[Problem]:
        if day and day > today:
            yield Problem(
                "ahead", f"{home}/{name}", f"{what} is dated {day}, and that is to come.", "Correct it.", line, fatal=False
            )

    for party in file.case.parties:
        reply = party.reply or Reply()
        days = {"stage": party.stage_on, "question": reply.asked, "reply": reply.answered}
        for what, day in days.items():
            yield from late(f"the {what} of “{party.names[0]}”", day, "case.yaml", party.line)
    for correction in file.case.corrections:
        yield from late("a correction of the case", correction.date, "case.yaml", None)
    for event in file.events:
        for correction in event.corrections:
            yield from late(f"a correction of the event “{event.id}”", correction.date, "events.yaml", event.line)


def early(file: CaseFile, home: str) -> Iterator[Problem]:
    """Corrections of a day before any article of theirs came out, or before there was a web to publish on."""
    published = {article.id: article.published.earliest for article in file.articles if article.published}

    def before(what: str, days: Iterable[str], articles: Iterable[str], name: str, line: int | None) -> Iterator[Problem]:
        known = [day for article in articles if (day := published.get(article))]
        first = max(min(known, default=_WEB), _WEB)
        for day in days:
            if day < first:
                message = f"a correction of {what} is dated {day}; nothing of it was published before {first}."
                yield Problem("early", f"{home}/{name}", message, "Correct it.", line, fatal=False)

    yield from before("the case", (one.date for one in file.case.corrections), published, "case.yaml", None)
    for event in file.events:
        cited = (citation.article for citation in event.citations)
        yield from before(f"the event “{event.id}”", (one.date for one in event.corrections), cited, "events.yaml", event.line)


def stale(file: CaseFile, place: str, today: str) -> Iterator[Problem]:
    """The accused with whom the law has come no further for a year, and of whom no outcome is recorded; `place` is case.yaml."""
    for party in file.case.parties:
        newest = _newest(file, party)
        settled = party.stage in OUTCOMES or (party.outcome and party.stage != _PENDING)
        if newest is None or settled or not party.accused or _end(file, party):
            continue
        if datetime.date.fromisoformat(today) - newest >= LONG:
            message = f"“{party.names[0]}” is accused, and since {newest} no outcome and no further step of the law is recorded."
            hint = "Find out how it ended, and write “stage: ...”, “stage_on: ...” and “outcome: ...”."
            yield Problem("stale", place, message, hint, party.line, fatal=False)


def _newest(file: CaseFile, party: Party) -> datetime.date | None:
    """The latest day of the party's stage, or of an event that tells a step of it; where none does, of any in which it takes
    part; else of any of the case.
    """
    told = [event for event in file.events if event.review == "accepted"]
    own = [event for event in told if party.id in event.parties]
    steps = [event for event in own if _step(event.kind)]
    groups = ([party.stage_on, *_ends(steps)], _ends(own), _ends(told))
    days = ([day for text in group if text and (day := _day(text))] for group in groups)
    return next((max(group) for group in days if group), None)


def _step(kind: str) -> str | None:
    """“yes” where an event of that kind is a step of the law, “last” where it may be its end."""
    return language.kinds().get(kind, {}).get("step")


def _accuses(kind: str) -> bool:
    """An event of that kind is a step of the law against somebody; who is heard may be a witness."""
    marks = language.kinds().get(kind, {})
    return bool(marks.get("step")) and not marks.get("neutral") and marks.get("named") != "subject"


def _ends(events: Iterable[Event]) -> list[str | None]:
    """The last day that each of them can be, or the first where that is open."""
    return [event.when.latest or event.when.earliest for event in events if event.when]


def _day(text: str) -> datetime.date | None:
    """The day, or None for one that no calendar of Python's holds, as those before the year 1."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
