"""A case in one language comes in; its timeline as contexts goes out: whole, by year, and as a widget."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.model import Event
from dateline.telling import entries, linked, links, replies, snippets, sources, times, withheld
from dateline.telling.contexts import Entry, Strip, Timeline, Widget, Year
from dateline.telling.entries import Told
from dateline.telling.pieces import Fact, Key, Line, Link
from dateline.telling.shells import shell
from dateline.telling.strip import strip
from dateline.when import When

SPLIT: Final = 500
"""Events; one page with 5,000 would be 9 MB of HTML."""
LONG: Final = 150
"""Events from which a browser may leave out drawing what is far from the screen."""
SCRIPT: Final = "resize.js"


def timeline(story: Told) -> Timeline:
    """The page of the whole case; where it is split, its years lead to pages of their own."""
    split = len(story.events) > SPLIT
    shown = _shown(story, story.here, split=split)
    return _page(story, story.here, _years(story, story.here, shown, bare=split), _undated(story, shown), split=split)


def year_pages(story: Told) -> list[tuple[str, Timeline]]:
    """(folder, page) for each year of a case that is split; none for others."""
    if len(story.events) <= SPLIT:
        return []
    found = _dated(story)
    made = []
    for number, (key, events) in enumerate(found):
        at = _folder(story, key)
        years = (_year(story, key, events, at, _told(events, story, at)),)
        earlier = _year_link(story, found[number - 1], at) if number else None
        later = _year_link(story, found[number + 1], at) if number + 1 < len(found) else None
        made.append((at, _page(story, at, years, key=key, earlier=earlier, later=later)))
    return made


def folder(event: Event, story: Told) -> str:
    """Where the event stands on a timeline: the whole one, or its year's where the case is split."""
    if event.when is None or len(story.events) <= SPLIT:
        return story.here
    return _folder(story, times.year_key(event.when))


def widget(story: Told) -> Widget:
    """The timeline to stand in another page."""
    at = story.here + "embed/"
    summary = _summary(story)
    around = shell(story, "embed/", title=story.title.text, description=summary or story.title.text, noindex=True)
    split = len(story.events) > SPLIT
    shown = {} if split else _shown(story, at)
    return Widget(
        shell=around,
        title=story.title,
        facts=facts(story),
        strip=_strip(story),
        years=_years(story, at, shown, bare=split),
        split=split,
        undated=() if split else _undated(story, shown),
        timeline=links.relative(at, story.here),
        script=links.relative(at, SCRIPT),
    )


def facts(story: Told) -> tuple[Fact, ...]:
    """How many dated events, articles and independent origins the case has."""
    dated = sum(event.when is not None and event.review != "withdrawn" for event in story.events)
    words, file = story.words, story.file
    numbers = (("dated_events", dated), ("articles", len(file.articles)), ("independent_origins", len(file.origins)))
    return tuple(words.fact(key, number) for key, number in numbers)


def reviewed(story: Told) -> Line:
    """When a person last decided something about the case."""
    day = story.file.modified
    return story.words.line("reviewed_on", date=times.day(day, story.words)) if day else ()


def _page(  # noqa: PLR0913 - one page, whole or a year
    story: Told,
    at: str,
    years: tuple[Year, ...],
    undated: tuple[Entry, ...] = (),
    *,
    split: bool = False,
    key: str | None = None,
    earlier: Link | None = None,
    later: Link | None = None,
) -> Timeline:
    words, file = story.words, story.file
    whole = key is None
    name = years[0].name if key is not None else None
    summary = words.best(file.case.summaries, file.case.languages)
    described = summary.text if summary else snippets.caption(story)
    return Timeline(
        shell=shell(
            story,
            at.removeprefix(story.here),
            title=name or story.title.text,
            description=described,
            data=linked.report(story, described) if whole else None,
            current="timeline",
        ),
        title=story.title,
        summary=summary,
        facts=facts(story),
        reviewed=reviewed(story),
        strip=_strip(story) if whole else None,
        years=years,
        split=split,
        long=len(story.events) > LONG,
        year=name,
        earlier=earlier,
        later=later,
        undated=undated,
        filters=_statuses(story),
        keys=_keys(story),
        answers=entries.answers(file.case.parties, story, "") if whole else (),
        answers_text=replies.introduction(file.case.parties, words),
        amendments=entries.corrected(story.events, story, at, file.case.corrections) if whole else (),
        sources=sources.listed(story, at) if whole else (),
        sources_href=links.relative(at, story.here + "sources/"),
        snippet=snippets.snippet(story) if whole else None,
        data_href=links.relative(at, file.case.id + "/timeline.json"),
    )


def _dated(story: Told) -> list[tuple[str, list[Event]]]:
    """(year, events) in order; an event stands under the year in which it began."""
    dated = [event for event in story.events if event.when is not None]
    return [(key, list(same)) for key, same in itertools.groupby(dated, key=lambda event: times.year_key(_time(event)))]


def _time(event: Event) -> When:
    assert event.when is not None, event.id
    return event.when


def _shown(story: Told, at: str, *, split: bool = False) -> Mapping[str, Entry]:
    """What the page of the whole case shows: every entry, or the undated alone where it is split by year."""
    return _told([event for event in story.events if event.when is None or not split], story, at)


def _told(events: Iterable[Event], story: Told, at: str) -> Mapping[str, Entry]:
    """The events as entries of one page, by id; what an accused party replied stands in full once."""
    there = "" if at == story.here else links.relative(at, story.here)
    shown = replies.once((entries.entry(event, story, at) for event in events), there)
    return {entry.id: entry for entry in shown}


def _years(story: Told, at: str, shown: Mapping[str, Entry], *, bare: bool = False) -> tuple[Year, ...]:
    return tuple(_year(story, key, events, at, shown, bare=bare) for key, events in _dated(story))


def _year(  # noqa: PLR0913 - a year in full or as a link
    story: Told, key: str, events: Sequence[Event], at: str, shown: Mapping[str, Entry], *, bare: bool = False
) -> Year:
    told = () if bare else tuple(shown[event.id] for event in events)
    href = links.relative(at, _folder(story, key)) if bare else f"#y-{key}"
    return Year(times.year_name(int(key), story.words), f"y-{key}", len(events), told, href)


def _folder(story: Told, key: str) -> str:
    return story.here + links.path("years", key)


def _year_link(story: Told, year: tuple[str, list[Event]], at: str) -> Link:
    return Link(times.year_name(int(year[0]), story.words), links.relative(at, _folder(story, year[0])))


def _undated(story: Told, shown: Mapping[str, Entry]) -> tuple[Entry, ...]:
    return tuple(shown[event.id] for event in story.events if event.when is None)


def _summary(story: Told) -> str | None:
    found = story.words.best(story.file.case.summaries, story.file.case.languages)
    return found.text if found else None


def _statuses(story: Told) -> tuple[Key, ...]:
    """The statuses that occur, in the order in which the language file explains them."""
    there = {event.status for event in story.events if event.review != "withdrawn"}
    words = story.words
    return tuple(
        Key(words.name("statuses", status), words.name("status_texts", status), status)
        for status in words.labels["statuses"]
        if status in there
    )


def _keys(story: Told) -> tuple[Key, ...]:
    """How to read the page: the statuses that occur, then what holds for every page, and the mark of what is withheld."""
    rest = tuple(Key(item["term"], item["text"]) for item in story.words.labels["keys"])
    ui, told = story.words.ui, (story.file.case, story.articles, story.events, story.additions)
    mark = (Key(ui["withheld"], ui["withheld_text"]),) if withheld.marked(told, story.words) else ()
    return (*_statuses(story), *rest, *mark)


def _strip(story: Told) -> Strip | None:
    shown = [(event.when, event.status) for event in story.events if event.when is not None and event.review != "withdrawn"]
    if not shown:
        return None
    words = story.words
    counts = Counter(times.year(when, words) for when, _ in shown)
    title = words.say("strip_title", years=words.ui["comma"].join(f"{year}: {n}" for year, n in counts.items()))
    return strip(
        shown,
        title=title,
        statuses=_statuses(story),
        year_name=lambda year: times.year_name(year, words),
        rtl=words.dir == "rtl",
    )
