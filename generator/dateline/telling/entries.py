"""Events come in; entries as a page shows them go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Final

from dateline import language
from dateline.dossier import CaseFile, Party
from dateline.model import Article, Citation, Correction, Event
from dateline.telling import agreements, amendments, evidence, headings, leads, links, replies, speakers, times, withheld
from dateline.telling.contexts import Entry
from dateline.telling.pieces import Amendment, Answer, Group, Line, Link, Mark, Piece
from dateline.telling.words import Words, capital, plain

_SAME_OUTLET: Final = "same outlet"
"""Among the reasons why articles count as one: here, because an outlet that tells an event twice is one voice."""


@dataclass(frozen=True, slots=True)
class Told:
    """A case in one language: what every entry needs to be told. `additions` are proposed citations by event id.

    `denying` are the parties of whom an article tells a denial; `rivals`, in a draft, the events that may be one with each at
    another date.
    """

    file: CaseFile
    words: Words
    base_url: str | None
    articles: Mapping[str, Article]
    parties: Mapping[str, Party]
    events: tuple[Event, ...]
    additions: Mapping[str, tuple[Citation, ...]]
    denying: frozenset[str]
    rivals: Mapping[str, tuple[Event, ...]]

    @property
    def here(self) -> str:
        """The folder of this case in this language."""
        return links.path(self.file.case.id, self.words.tag)

    @property
    def title(self) -> Piece:
        """The case's title."""
        case = self.file.case
        return self.words.best(case.titles, case.languages) or Piece(case.id)


def told(file: CaseFile, words: Words, base_url: str | None) -> Told:
    """Pick what may be shown: decided events, and proposals in drafts only; oldest first, undated last; no protected name."""
    file = withheld.file(file, words)
    shown = [event for event in file.events if _may_show(event, file.drafts)]
    ids = {event.id for event in shown if event.adds_to is None}
    additions: dict[str, tuple[Citation, ...]] = {}
    for event in shown:
        if event.adds_to in ids:
            additions[event.adds_to] = additions.get(event.adds_to, ()) + event.citations
    own = sorted((event for event in shown if event.adds_to not in ids), key=attrgetter("order"))
    articles = {article.id: article for article in file.articles}
    parties = {party.id: party for party in file.case.parties}
    denying, rivals = replies.denying(shown, parties.values()), _rivals(file.rivals if file.drafts else (), own)
    return Told(file, words, base_url, articles, parties, tuple(own), additions, denying, rivals)


def _rivals(pairs: Iterable[tuple[str, str]], events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    """By an event's id, those that may be the same at another date."""
    own, found = {event.id: event for event in events}, dict[str, tuple[Event, ...]]()
    for one, other in (pair for pair in pairs if own.keys() >= set(pair)):
        found[one] = (*found.get(one, ()), own[other])
        found[other] = (*found.get(other, ()), own[one])
    return found


def _may_show(event: Event, drafts: bool) -> bool:
    return event.review in ("accepted", "withdrawn") or (drafts and event.review == "proposed")


def name(event: Event, story: Told) -> Piece:
    """What a link to the event says: its title, or that it was withdrawn."""
    if event.review == "withdrawn":
        return Piece(story.words.ui["withdrawn_entry"])
    return Piece(headings.alone(event, story.words, story.parties))


def link(event: Event, story: Told, at: str) -> Link:
    """The way from the folder `at` to the event's own page."""
    said = name(event, story)
    return Link(said.text, links.relative(at, place(event, story)), said.lang)


def _rival(event: Event, story: Told, at: str) -> Link:
    """To an event that may be the same, by its date and by who gives it."""
    outlets = dict.fromkeys(story.articles[citation.article].outlet or citation.article for citation in event.citations)
    date = plain(times.line(event.when, story.words))
    return Link(f"{date} ({', '.join(outlets)})", links.relative(at, place(event, story)))


def place(event: Event, story: Told) -> str:
    """The folder of the event's own page."""
    return story.here + links.path("events", event.id)


def entry(event: Event, story: Told, at: str, *, full: bool = False) -> Entry:
    """The event as a page in the folder `at` shows it; `full` with all its evidence, else with its best quotation."""
    if event.review == "withdrawn":
        return _tombstone(event, story, at)
    words = story.words
    home = at == story.here  # the timeline lists the sources itself
    sources = "" if home else links.relative(at, story.here + "sources/")
    added = story.additions.get(event.id, ())
    citations = [(c, event.review == "proposed") for c in leads.ordered(event, words.tag)]
    return Entry(
        id=event.id,
        anchor=f"e-{event.id}",
        href=links.relative(at, place(event, story)),
        kind=words.name("kinds", event.kind),
        date=capital(times.line(event.when, words, weekday=True)),
        coarse=times.coarse(event.when),
        notes=(*times.notes(event.when, evidence.inferred(event), words), *_announced(event, story)),
        label=headings.label(event, words, story.parties),
        title=headings.title(event, words, story.parties),
        summary=words.best(event.summaries, story.file.case.languages),
        mark=speakers.mark(event, words, story.parties),
        origins=_counted(event, words),
        dots=tuple(n < len(event.origins) for n in range(max(3, len(event.origins)))),
        groups=_groups(event, story, sources),
        quotes=tuple(
            evidence.quote(
                c, story.articles[c.article], words, kind=event.kind, parties=story.parties, sources=sources, draft=draft
            )
            for c, draft in (citations + [(c, True) for c in added] if full else citations[:1])
        ),
        more=words.count("quotations", len(event.citations)) if event.citations else None,
        worked=evidence.worked(event, story.articles, words),
        agreement=agreements.agreed(event, story.articles, words, sources),
        differences=agreements.differences(event, story.articles, words, sources),
        answers=answers(_accused(event, story), story, sources),
        amendments=corrected([event], story, at),
        cite=_cite(event, story),
        draft=event.review == "proposed",
        proposed=words.count("proposed", len(added)) if added else None,
        rivals=tuple(_rival(other, story, at) for other in story.rivals.get(event.id, ())),
        reviewed=_reviewed(event, story),
        withdrawn=(),
    )


def answers(parties: Iterable[Party], story: Told, sources: str) -> tuple[Answer, ...]:
    """What the accused among the parties answered, or what is known without; `sources` is the way to the page of sources."""
    return replies.answers(parties, story.articles, story.words, sources=sources, denying=story.denying, drafts=story.file.drafts)


def _announced(event: Event, story: Told) -> tuple[str, ...]:
    """A word for what was still to come when every one of its sources was published."""
    first = event.when.span[0] if event.when else None
    told = [
        article.published.span[1] if article.published else None
        for c in event.citations
        if (article := story.articles[c.article])
    ]
    ahead = first and told and all(day and day < first for day in told)
    return (story.words.ui["announced"],) if ahead else ()


def _tombstone(event: Event, story: Told, at: str) -> Entry:
    words = story.words
    day = event.reviewed_on
    return Entry(
        id=event.id,
        anchor=f"e-{event.id}",
        href=links.relative(at, place(event, story)),
        kind="",
        date=capital(times.line(event.when, words, weekday=True)),
        coarse=False,
        notes=(),
        label=None,
        title=Piece(words.ui["withdrawn_entry"]),
        summary=None,
        mark=Mark("withdrawn", words.ui["withdrawn"]),
        origins="",
        dots=(),
        groups=(),
        quotes=(),
        more=None,
        worked=(),
        agreement=None,
        differences=(),
        answers=(),
        amendments=amendments.newest(amendments.listed(event.corrections, words, story.file.case, link(event, story, at))),
        cite="",
        draft=False,
        proposed=None,
        rivals=(),
        reviewed=(),
        withdrawn=words.line("withdrawn_on", date=times.day(day, words)) if day else words.line("withdrawn_once"),
    )


def corrected(events: Iterable[Event], story: Told, at: str, own: Iterable[Correction] = ()) -> tuple[Amendment, ...]:
    """The corrections of these events, and those of the case itself, newest first, each with the entry that it concerns."""
    words, case = story.words, story.file.case
    found = amendments.listed(own, words, case, None)
    for event in events:
        found += amendments.listed(amendments.whole(event, words), words, case, link(event, story, at))
    return amendments.newest(found)


def _accused(event: Event, story: Told) -> Sequence[Party]:
    """The accused who take part or are named, except where all tell as a fact what says nothing against anybody."""
    added = story.additions.get(event.id, ())
    facts = all(status == "established" for status in (event.status, *(c.voice.status for c in (*event.citations, *added))))
    if facts and language.kinds().get(event.kind, {}).get("neutral"):
        return ()
    said = [text for texts in (event.titles, event.summaries) for _, text in texts.pairs]
    said += [citation.quote for citation in (*event.citations, *added)]
    accused = {party.id: party for party in story.parties.values() if party.accused}
    first = [accused.pop(one) for one in event.parties if one in accused]
    return first + [party for party in accused.values() if any(map(_known(party, story).named_in, said))]


def _known(party: Party, story: Told) -> Party:
    """The party without names that are withheld: the mark in their place could stand for anybody."""
    mark = story.words.ui["withheld"]
    known = tuple(name for name in party.names if mark not in name)
    return party if known == party.names else replace(party, names=known)


def _groups(event: Event, story: Told, sources: str) -> tuple[Group, ...]:
    """The event's origins, each with those of its articles that are cited here."""
    found = []
    for number, origin in enumerate(story.file.origins, 1):
        if origin.id not in event.origins:
            continue
        own = [citation for citation in event.citations if citation.origin == origin.id]
        cited = {citation.article for citation in own}
        there = [article for article in story.file.articles if article.id in cited]
        again = any(not one.relays and one.article not in origin.articles for one in own)
        reasons = "; ".join(filter(None, (origin.why, _SAME_OUTLET if again else None))) or None
        why = story.words.counted(reasons, (one.relays for one in own if one.relays), alone=len(there) == 1)
        shown = tuple(evidence.version(article, article.published, story.words, sources) for article in there)
        found.append(Group(story.words.say("origin_number", n=str(number)), why, shown))
    return tuple(found)


def _reviewed(event: Event, story: Told) -> Line:
    """When a person decided, and where the case wants that known, who."""
    if event.reviewed_on is None:
        return ()
    date = times.day(event.reviewed_on, story.words)
    if event.reviewed_by and story.file.case.reviewers:
        return story.words.line("reviewed_by", who=story.words.own_way(event.reviewed_by), date=date)
    return story.words.line("reviewed_on", date=date)


def _counted(event: Event, words: Words) -> str:
    """Origins, not articles, are what counts; the articles stand behind: “1 origin, 2 articles”."""
    articles = words.count("articles", len({citation.article for citation in event.citations}))
    return words.say("origins_articles", origins=words.count("origins", len(event.origins)), articles=articles)


def _cite(event: Event, story: Told) -> str:
    case = story.file.case
    words = story.words
    address = links.absolute(story.base_url, place(event, story))
    date = plain(times.line(event.when, words))
    name, own = headings.alone(event, words, story.parties), headings.quoted(event, words, story.parties)
    named = name if own and own.lang is None else words.say("quoted", text=name)
    parts = [named, date, story.title.text, case.publisher, address]
    return words.ui["comma"].join(part for part in parts if part)
