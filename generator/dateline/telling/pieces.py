"""Nothing comes in; the frozen parts of a page go out: words, links, signs, quotations, replies, corrections."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line. `lang`, `dir` and `language` (its name) are set only where they differ from the page's.

    A name that may be of any language has no `lang`, and “auto” as its `dir`.
    `datetime` is set on a time that HTML has a valid value for.
    """

    text: str
    lang: str | None = None
    dir: str | None = None
    datetime: str | None = None
    language: str | None = None


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
    translation: Piece | None
    reasons: tuple[Line, ...]
    draft: bool


@dataclass(frozen=True, slots=True)
class Version:
    """A source and what it gives, or its own date. `language` tells translations of one report apart.

    `told`: the entry is dated so.
    """

    source: Link
    language: str
    said: Line
    told: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """How sources compare on something: agrees, refines or conflicts, in words, with each one's version."""

    status: str
    label: str
    text: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An accused party's reply, or that none is recorded.

    `words` stand in quotation marks where a source has them, in that source's language or `translated` by the newsroom; without
    one they report the reply. `language` names theirs where it is not the page's. `stage` is how far the law has come with the
    party, `outcome` what came of it. `full` leads to the whole reply from where it stands in short.
    """

    party: str
    role: Piece | None
    text: Line
    words: Line
    language: str | None
    translated: bool
    source: Link | None
    anchor: str
    stage: Line
    outcome: Piece | None
    full: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction: when, in words, what stood, what stands and why; `entry` is what it concerns, None for the whole case."""

    date: Line
    text: Piece | None
    was: Piece | None
    now: Piece | None
    because: Piece | None
    entry: Link | None


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that count as one origin, and why."""

    name: str
    why: str | None
    sources: tuple[Version, ...]
