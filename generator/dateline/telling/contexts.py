"""Nothing comes in; the frozen values that a template may see go out: what is not here or in pieces.py reaches no page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.telling.pieces import Agreement, Amendment, Answer, Fact, Group, Key, Line, Link, Mark, Piece, Quote


@dataclass(frozen=True, slots=True)
class Entry:
    """One event. `coarse`: no month is known; `answers`: wherever an accused party is in it, unless it is neutral.

    `agreement` is what sources agree on, `differences` where they do not.

    `withdrawn` is set on a tombstone, of which nothing else but its date and corrections is left.
    """

    id: str
    anchor: str
    href: str
    kind: str
    date: Line
    coarse: bool
    notes: tuple[str, ...]
    label: str | None
    title: Piece
    summary: Piece | None
    mark: Mark
    origins: str
    dots: tuple[bool, ...]
    groups: tuple[Group, ...]
    quotes: tuple[Quote, ...]
    more: str | None
    worked: tuple[Line, ...]
    agreement: Agreement | None
    differences: tuple[Agreement, ...]
    answers: tuple[Answer, ...]
    amendments: tuple[Amendment, ...]
    cite: str
    draft: bool
    proposed: str | None
    rivals: tuple[Link, ...]
    reviewed: Line
    withdrawn: Line


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of a year, oldest first; `href` leads to its own page where the case is split by year."""

    name: str
    anchor: str
    count: int
    entries: tuple[Entry, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One sign on the strip: x and width in hundredths of the line, y in pixels. `dot`: a month or a day is known."""

    status: str
    x: str
    y: int
    width: str
    dot: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the strip's axis."""

    x: str
    name: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The shape of the story; `statuses` are those that occur. `counted`: columns count events instead of showing each."""

    title: str
    height: int
    axis: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    statuses: tuple[Key, ...]
    counted: bool


@dataclass(frozen=True, slots=True)
class Source:
    """An article: what is known of it. `checksum` is the first twelve digits of its SHA-256."""

    anchor: str
    title: Piece
    kind: str
    outlet: str | None
    author: str | None
    published: Line
    language: str
    original: str | None
    archived: str | None
    origin: str
    why: str | None
    checksum: str | None
    reliability: str | None
    kept: str
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has around it. Addresses are relative to the page."""

    lang: str
    dir: str
    title: str
    description: str
    canonical: str | None
    alternates: tuple[Link, ...]
    links: tuple[Link, ...]
    publisher: str | None
    publisher_href: str | None
    home: str
    case: Link | None
    languages: tuple[Link, ...]
    nav: tuple[Link, ...]
    licence: str | None
    draft: bool
    noindex: bool
    data: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The timeline in one language, or one year of it."""

    shell: Shell
    title: Piece
    summary: Piece | None
    facts: tuple[Fact, ...]
    reviewed: Line
    strip: Strip | None
    years: tuple[Year, ...]
    split: bool
    long: bool
    year: str | None
    earlier: Link | None
    later: Link | None
    undated: tuple[Entry, ...]
    filters: tuple[Key, ...]
    keys: tuple[Key, ...]
    answers: tuple[Answer, ...]
    answers_text: str
    amendments: tuple[Amendment, ...]
    sources: tuple[Source, ...]
    sources_href: str
    snippet: str | None
    data_href: str


@dataclass(frozen=True, slots=True)
class EventPage:
    """One entry with all its evidence."""

    shell: Shell
    entry: Entry
    timeline: Link
    corrections_href: str
    earlier: Link | None
    later: Link | None


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Every article of the case, and which count as one origin."""

    shell: Shell
    title: str
    case: Piece
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page of the newsroom's own words; `html` went through the sanitiser."""

    shell: Shell
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One case on the front page, or its page of languages."""

    title: Piece
    summary: Piece | None
    href: str
    facts: tuple[Fact, ...]
    reviewed: Line
    dir: str
    languages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The site's front page, and a case's choice of language."""

    shell: Shell
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class LostPage:
    """What stands where nothing is."""

    shell: Shell
    title: str


@dataclass(frozen=True, slots=True)
class Widget:
    """The timeline to stand in another page."""

    shell: Shell
    title: Piece
    facts: tuple[Fact, ...]
    strip: Strip | None
    years: tuple[Year, ...]
    split: bool
    undated: tuple[Entry, ...]
    timeline: str
    script: str


AnyPage = Timeline | EventPage | SourcesPage | ProsePage | FrontPage | LostPage | Widget
