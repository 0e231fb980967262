"""CaseFiles come in; every page of the site goes out as a typed context, with its path and its template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.dossier import CaseFile, Page
from dateline.model import Event
from dateline.telling import entries, headings, linked, links, prose, shells, sources, speakers, timelines, withheld, words
from dateline.telling.contexts import AnyPage, Choice, EventPage, FrontPage, LostPage, ProsePage, SourcesPage
from dateline.telling.entries import Told
from dateline.telling.pieces import Link
from dateline.telling.words import Words, own_name, plain

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Made:
    """A page: its path below site/, its template, and all that the template may see."""

    path: str
    template: str
    page: AnyPage
    words: Words


def pages(cases: Sequence[CaseFile], base_url: str | None) -> Iterator[Made]:
    """Every page of the site, front page first."""
    if not cases:
        return
    yield from _site_pages(cases, base_url)
    for file in cases:
        stories = stories_of(file, base_url)
        yield _choice_page(stories)
        for story in stories:
            yield from _told_pages(story)


def stories_of(file: CaseFile, base_url: str | None) -> list[Told]:
    """The case in each language that it is told in, the default first."""
    return [entries.told(file, words.of(tag), base_url) for tag in file.case.languages]


def _told_pages(story: Told) -> Iterator[Made]:
    def made(folder: str, template: str, page: AnyPage) -> Made:
        return Made(folder + INDEX, template, page, story.words)

    yield made(story.here, "timeline.html.j2", timelines.timeline(story))
    for folder, page in timelines.year_pages(story):
        yield made(folder, "timeline.html.j2", page)
    for event_page in _event_pages(story):
        yield made(story.here + links.path("events", event_page.entry.id), "event.html.j2", event_page)
    yield made(story.here + "sources/", "sources.html.j2", _sources_page(story))
    for prose_page in story.file.pages:
        if prose_page.lang == story.words.tag:
            yield made(story.here + links.path(prose_page.name), "prose.html.j2", _prose_page(prose_page, story))
    yield made(story.here + "embed/", "widget.html.j2", timelines.widget(story))


def _event_pages(story: Told) -> Iterator[EventPage]:
    events = story.events
    for number, event in enumerate(events):
        earlier = events[number - 1] if number else None
        later = events[number + 1] if number + 1 < len(events) else None
        yield _event_page(event, story, earlier, later)


def _event_page(event: Event, story: Told, earlier: Event | None, later: Event | None) -> EventPage:
    at = entries.place(event, story)
    withdrawn = event.review == "withdrawn"
    shown = entries.entry(event, story, at, full=True)
    case = story.title.text
    who = speakers.said(shown.mark.who, story.words)
    name = shown.title.text if withdrawn else headings.alone(event, story.words, story.parties)
    facts = [plain(shown.date), shown.mark.word + (story.words.ui["colon"] + who if who else "")]
    around = shells.shell(
        story,
        at.removeprefix(story.here),
        title=name,
        description=story.words.say("page_title", page=story.words.ui["comma"].join(facts), case=name),
        data=None if withdrawn else linked.event(event, story),
        noindex=withdrawn,
    )
    return EventPage(
        shell=around,
        entry=shown,
        timeline=Link(case, f"{links.relative(at, timelines.folder(event, story))}#{shown.anchor}", story.title.lang),
        corrections_href=links.relative(at, story.here) + "#corrections",
        earlier=entries.link(earlier, story, at) if earlier else None,
        later=entries.link(later, story, at) if later else None,
    )


def _sources_page(story: Told) -> SourcesPage:
    title = story.words.ui["sources"]
    case = story.title
    return SourcesPage(
        shell=shells.shell(
            story,
            "sources/",
            title=title,
            description=story.words.say("page_title", page=story.words.ui["sources_text"], case=case.text),
            current="sources",
        ),
        title=title,
        case=case,
        facts=timelines.facts(story)[1:],
        sources=sources.listed(story, story.here + "sources/"),
    )


def _prose_page(page: Page, story: Told) -> ProsePage:
    described = story.words.say("page_title", page=page.title, case=story.title.text)
    there = [other.lang for other in story.file.pages if other.name == page.name]
    around = shells.shell(
        story, links.path(page.name), title=page.title, description=described, languages=there, current=f"page {page.name}"
    )
    return ProsePage(around, page.title, prose.html(page))


def _choice(story: Told, at: str, languages: tuple[Link, ...]) -> Choice:
    file = story.file
    return Choice(
        title=story.title,
        summary=story.words.best(file.case.summaries, file.case.languages),
        href=links.relative(at, story.here),
        facts=timelines.facts(story),
        reviewed=timelines.reviewed(story),
        dir=story.words.dir,
        languages=languages,
    )


def _choice_page(stories: Sequence[Told]) -> Made:
    """The case's choice of language, in the default one."""
    first, file = stories[0], stories[0].file
    here = links.path(file.case.id)
    alternates = [(story.words.tag, links.absolute(first.base_url, story.here)) for story in stories]
    alternates.append(("x-default", links.absolute(first.base_url, here)))
    around = shells.bare(
        first.words,
        here,
        title=first.title.text,
        description=first.title.text,
        draft=file.drafts,
        publisher=file.case.publisher,
        publisher_href=links.web(file.case.publisher_url),
        canonical=None if file.drafts else links.absolute(first.base_url, here),
        alternates=() if file.drafts else tuple(Link("", href, tag, rel="alternate") for tag, href in alternates if href),
        licence=file.case.licence,
    )
    choices = tuple(_choice(story, here, (Link(own_name(story.words.tag), "", story.words.tag),)) for story in stories)
    return Made(here + INDEX, "languages.html.j2", FrontPage(around, first.title.text, choices), first.words)


def _site_pages(cases: Sequence[CaseFile], base_url: str | None) -> Iterator[Made]:
    """The front page and the page for what is not there, in the first case's default language."""
    told = words.of(cases[0].case.languages[0])
    cases = [withheld.file(file, told) for file in cases]
    drafts = any(file.drafts for file in cases)
    names = {file.case.publisher for file in cases}
    publisher = names.pop() if len(names) == 1 else None
    title = told.ui["timelines"]
    around = shells.bare(
        told,
        "",
        title=f"{title} – {publisher}" if publisher else title,
        description=told.ui["front_text"],
        draft=drafts,
        publisher=publisher,
        canonical=None if drafts else links.absolute(base_url, ""),
    )
    choices = tuple(_front_choice(file, base_url, told) for file in cases)
    yield Made(INDEX, "front.html.j2", FrontPage(around, title, choices), told)
    lost = shells.bare(
        told, "", title=told.ui["lost"], description=told.ui["lost"], draft=drafts, noindex=True,
        publisher=publisher, home=links.base_path(base_url),
    )  # fmt: skip
    yield Made("404.html", "lost.html.j2", LostPage(lost, told.ui["lost"]), told)


def _front_choice(file: CaseFile, base_url: str | None, told: Words) -> Choice:
    """A case on the front page, in the front page's language where it is told in it."""
    tag = told.tag if told.tag in file.case.languages else file.case.languages[0]
    story = entries.told(file, words.of(tag), base_url)
    languages = tuple(
        Link(own_name(other), links.relative("", links.path(file.case.id, other)), other) for other in file.case.languages
    )
    return _choice(story, "", languages)
