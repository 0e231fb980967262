"""Nothing comes in; the frozen values that a template may see go out. What is not here cannot reach a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line. `lang` and `dir` are set only where they differ from the page's, `datetime` on a valid time."""

    text: str
    lang: str | None = None
    dir: str | None = None
    datetime: str | None = None
    href: str | None = None


Line = tuple[Piece, ...]
"""A sentence in pieces, so that a name in another language or a time inside it keeps its markup."""
Fact = tuple[str, str, str]
"""“10 dated events” as what stands before the number, the number, and what stands after."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where one can go from here; `rel` and `type` are for links in the head."""

    text: str
    href: str
    lang: str | None = None
    current: bool = False
    count: int | None = None
    rel: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """How surely: the status' id (its shape), its word, and whose claim it is."""

    status: str
    word: str
    who: Line = ()


@dataclass(frozen=True, slots=True)
class Key:
    """A term of the page and what it means; `status` is set where it has a shape."""

    term: str
    text: str
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `before + marked + after` are its exact characters, `marked` the words that date it.

    `original` is the article's address with a text fragment, `source` its entry on the page of sources. `reasons` say how the
    date was read and why the status is what it is. `draft`: proposed as further evidence, not reviewed.
    """

    lang: str
    dir: str | None
    language: str
    before: str
    marked: str
    after: str
    prefix: str
    suffix: str
    mark: Mark
    by: Line
    source: Link
    published: Line
    original: str | None
    archived: str | None
    translation_label: str | None
    translation: Piece | None
    reasons: tuple[Line, ...]
    draft: bool


@dataclass(frozen=True, slots=True)
class Version:
    """What one source says the date is."""

    source: Link
    date: Line


@dataclass(frozen=True, slots=True)
class Agreement:
    """How the sources' dates compare: agrees, refines or conflicts, in words, with each one's version."""

    status: str
    label: str
    text: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An accused party's reply, or that none is recorded; `words` are its own. `href` leads to it in full."""

    party: str
    role: Piece | None
    text: Line
    words: Piece | None
    source: Link | None
    href: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction: when, and in words; `entry` is the entry that it concerns."""

    date: Line
    text: Piece
    entry: Link | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that count as one origin, and why."""

    name: str
    why: str | None
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event. `coarse`: no month is known; `weighs`: it is more than a plain report, so replies stand in full. `withdrawn` is set on a tombstone, of which nothing else but its date and corrections is left."""

    id: str
    anchor: str
    href: str
    kind: str
    date: Line
    coarse: bool
    notes: tuple[str, ...]
    title: Piece
    summary: Piece | None
    summary_language: str | None
    mark: Mark
    origins: str
    dots: tuple[bool, ...]
    groups: tuple[Group, ...]
    quotes: tuple[Quote, ...]
    more: str | None
    worked: tuple[Line, ...]
    agreement: Agreement | None
    answers: tuple[Answer, ...]
    weighs: bool
    amendments: tuple[Amendment, ...]
    cite: str
    draft: bool
    proposed: str | None
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
    kept: str
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has around it. `root` leads from the page to the site's root; addresses are relative to the page."""

    lang: str
    dir: str
    title: str
    description: str
    root: str
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
    draft: bool
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
    undated: tuple[Entry, ...]
    timeline: str
    script: str


AnyPage = Timeline | EventPage | SourcesPage | ProsePage | FrontPage | LostPage | Widget
