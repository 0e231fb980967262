"""events.yaml or proposals.yaml comes in; its Articles and Events, and what is wrong with them, go out."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from dateline import case as cases
from dateline import corrections, folder, language, passages, yamlfile
from dateline.case import UNSAID
from dateline.dossier import Case
from dateline.entries import Entry, near
from dateline.model import (
    MAX_NAME,
    RELIABILITIES,
    Article,
    Citation,
    Event,
    Problem,
    Review,
    Status,
    Stop,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from dateline.when import When

_RESERVED: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
_SHOWN: Final = 40  # letters of an id that is too long
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
VERSION: Final = "1"
RECORD: Final = "events.yaml"
PROPOSALS: Final = "proposals.yaml"
ARTICLE_KEYS: Final = (
    *("id", "file", "lang", "title", "outlet", "author", "published", "url", "archived", "kind", "excerpt"),
    *("origin", "origin_found", "origin_why", "sha256", "reliability"),
)
EVENT_KEYS: Final = (
    *("id", "adds_to", "when", "end_after", "kind", "title", "summary", "status", "claimant", "parties", "by", "to"),
    "unidentified",
    *("review", "reviewed", "because", "note", "corrections", "citations"),
)


@dataclass(frozen=True, slots=True)
class Record:
    """One of the two files, read: `problems` are mistakes of form; `places` are the lines of the articles' entries."""

    file: str
    articles: tuple[Article, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: tuple[int, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all events, whatever was decided about them."""
        return frozenset(event.id for event in self.events)


def read(project: Path, case: Case, name: str) -> Record:
    """The case's file of that name; an empty Record where there is none. Raises Stop where it cannot be read at all."""
    path = cases.home(project, case.id) / name
    file = folder.shown(project, path)
    if not path.exists() and not path.is_symlink():
        return Record(file)
    return parse(folder.read(project, path), file, case, proposals=name == PROPOSALS)


def parse(text: str, file: str, case: Case, *, proposals: bool = False) -> Record:
    """The record that `text` holds. `proposals` says that it is the machine's file, whose events wait for a decision."""
    root = yamlfile.load(text, file)
    if root is None:
        return Record(file)
    problems: list[Problem] = []
    entry = Entry(yamlfile.fields(root, file, "a record"), file, "the record", problems, ("dateline", "articles", "events"))
    _version(entry)
    found = entry.entries("articles", ARTICLE_KEYS, "the article")
    articles = tuple(_article(item) for item in found)
    _twice(found, [article.id for article in articles], "articles")
    reader = _Events({article.id: article for article in articles}, case, proposals)
    items = entry.entries("events", EVENT_KEYS, "the event")
    events = tuple(reader.event(item) for item in items)
    _twice(items, [event.id for event in events], "events")
    return Record(file, articles, events, tuple(problems), tuple(item.line for item in found))


def _version(entry: Entry) -> None:
    version = entry.text("dateline") or VERSION
    if version != VERSION:
        line = entry.node.line("dateline")
        hint = f"Install a newer dateline, or write “dateline: {VERSION}”."
        raise Stop(Problem("version", entry.file, f"has the form of version “{version}”; this dateline reads 1.", hint, line))


def _twice(entries: Sequence[Entry], ids: Sequence[str], what: str) -> None:
    """Note each id that an earlier entry has; upper and lower case are one, as they are in many file systems."""
    first: dict[str, int] = {}
    for entry, name in zip(entries, ids, strict=True):
        if name and name.lower() in first:
            other = first[name.lower()]
            entry.note("duplicate", f"two {what} are called “{name}” (the first on line {other}).", "Rename one.", "id")
        first.setdefault(name.lower(), entry.line)


def _id(entry: Entry) -> str:
    name = entry.text("id", required="Add “id: ” and a short name in letters, digits and “-”.")
    if name is None:
        return ""
    if not folder.slug(name):
        entry.note("id", f"“{name}” cannot be an id.", "Write a short name in letters, digits and “-”.", "id")
    elif name.partition(".")[0].lower() in _RESERVED:
        entry.note("id", f"“{name}” cannot be an id: Windows has no file of that name.", f"Write “the-{name}”.", "id")
    elif name != folder.slug(name):
        hint = f"Use letters, digits, “-” and “_”, as in “{folder.slug(name)}”."
        entry.note("id", f"“{name}” cannot be an id: it becomes part of a web address.", hint, "id")
    elif len(name.encode()) > MAX_NAME:
        message = f"“{name[:_SHOWN]}…” cannot be an id: it has {len(name)} letters, and becomes the name of a folder."
        entry.note("id", message, "Shorten it to 60 letters or fewer.", "id")
    return name


def _article(entry: Entry) -> Article:
    lang = entry.text("lang", required="Add the language of the article, as in “lang: ...”.") or UNSAID
    if lang != UNSAID:
        entry.language(lang, entry.node.line("lang"), "dates", "labels")
    return Article(
        id=_id(entry),
        lang=lang,
        title=entry.text("title"),
        outlet=entry.text("outlet"),
        author=entry.text("author"),
        published=entry.when("published"),
        url=entry.url("url"),
        archived=entry.url("archived"),
        kind=entry.text("kind") or "article",
        excerpt=entry.yes("excerpt"),
        origin=entry.text("origin"),
        origin_found=entry.text("origin_found"),
        origin_why=entry.text("origin_why"),
        sha256=_sha256(entry),
        file=entry.text("file"),
        reliability=entry.choice("reliability", RELIABILITIES, "") or None,
    )


def _sha256(entry: Entry) -> str | None:
    told = entry.text("sha256")
    if told is not None and not _SHA256.fullmatch(told):
        hint = "Leave it out, or write the 64 digits and letters a to f that “dateline read” gives."
        entry.note("sha256", f"“{told}” is no sha256.", hint, "sha256")
        return None
    return told


class _Events:
    """Reads events against what they may refer to: the articles of the file and the parties of the case."""

    def __init__(self, articles: dict[str, Article], case: Case, proposals: bool) -> None:
        self.articles, self.case, self.proposals = articles, case, proposals
        self.lang = case.languages[0] if case.languages else UNSAID

    def event(self, entry: Entry) -> Event:
        reviewed = entry.entry("reviewed", ("by", "on"))
        review = self.review(entry)
        cited = entry.entries("citations", passages.KEYS, "citation")
        parties = self.parties(entry)
        return Event(
            id=_id(entry),
            when=entry.when("when", "end_after"),
            kind=entry.choice("kind", tuple(language.kinds()), "other", required="Say what happened, as in “kind: lawsuit”."),
            status=cast(
                "Status",
                entry.choice("status", passages.STATUSES, "reported", required=f"Write one of {', '.join(passages.STATUSES)}."),
            ),
            titles=entry.texts("title", self.lang),
            summaries=entry.texts("summary", self.lang),
            claimant=entry.texts("claimant", self.lang),
            parties=parties,
            by=self.side(entry, "by", parties),
            to=self.side(entry, "to", parties),
            citations=tuple(passages.citation(item, self.articles, review, self.lang) for item in cited),
            review=review,
            reviewed_by=reviewed.text("by") if reviewed else None,
            reviewed_on=reviewed.day("on") if reviewed else None,
            corrections=corrections.read(entry, self.lang),
            because=entry.text("because"),
            note=entry.text("note"),
            adds_to=entry.text("adds_to"),
            unidentified=entry.yes("unidentified"),
            line=entry.line,
        )

    def review(self, entry: Entry) -> Review:
        options: tuple[Review, ...] = ("proposed",) if self.proposals else ("accepted", "withdrawn", "rejected")
        review = cast("Review", entry.choice("review", options, options[0]))
        if review in ("withdrawn", "rejected") and entry.text("because") is None:
            entry.note(
                "missing", f"{entry.what} is {review} without a reason.", "Add “because: ...”; it is never published.", "review"
            )
        return review

    def parties(self, entry: Entry) -> tuple[str, ...]:
        known = self.known()
        parties = entry.words("parties")
        for name in parties if known and not self.proposals else ():  # a proposal may name whom reading found
            if name.lower() not in known:
                typo = near(name, known) if difflib.get_close_matches(name.lower(), known, 1) else None
                hint = typo or "List it under “parties” in case.yaml, or take it out here."
                entry.note("unknown-party", f"“{name}” is no party of the case.", hint, "parties", fatal=bool(typo))
        return tuple(dict.fromkeys(known.get(name.lower(), name) for name in parties))

    def known(self) -> dict[str, str]:
        """The ids of the case's parties by id and by each of their names, in small letters."""
        return {name.lower(): party.id for party in self.case.parties for name in (party.id, *party.names)}

    def side(self, entry: Entry, key: str, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Which of the entry's parties do it, or have it done to them."""
        known = self.known()
        found = tuple(dict.fromkeys(known.get(name.lower(), name) for name in entry.words(key)))
        for name in found:
            if name not in parties:
                hint = "List it under “parties” too, or take it out here."
                entry.note("unknown-party", f"“{name}” stands under “{key}” and is none of its parties.", hint, key)
        return found


def cited(events: Collection[Event]) -> frozenset[str]:
    """The ids of all articles that the events quote."""
    return frozenset(citation.article for event in events for citation in event.citations)


def when_of(citation: Citation) -> When | None:
    """The time that a citation's own words give, or None."""
    return citation.mention.when if citation.mention else None
