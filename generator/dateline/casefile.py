"""A case's folder comes in; the CaseFile that pages are told from, and everything wrong with it, go out.

The record decides what is told. Every quotation is checked against its stored source; what the record keeps to itself
(rejected events, reasons, notes) does not get past this module.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline import agreement, folder, language, promises, provenance, record, verify
from dateline import case as cases
from dateline.dossier import Case, CaseFile, Origin, Page
from dateline.entries import near
from dateline.model import Article, Event, Problem, Stop
from dateline.reading import articles as sources
from dateline.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

EMPTY: Final = "no-articles"
"""The kind of problem that a case has of which there is nothing to tell yet."""
_HEADING: Final = re.compile(r"\A\s*#\s+(?P<title>[^\r\n]+?)\s*#*\s*(?:\r?\n|\Z)")


def load(project: Path, case_id: str, drafts: bool = False) -> tuple[CaseFile, tuple[Problem, ...]]:
    """The case as decided; with `drafts`, as proposed too. Raises Stop only where a file cannot be read at all."""
    case, problems = cases.load(project, case_id)
    held, proposed = _records(project, case, drafts)
    articles = _articles(held, proposed)
    if not case.languages:
        # The plain texts of the record are in the first language told, which only its articles could say.
        case = cases.told(case, (article.lang for article in articles))
        held, proposed = _records(project, case, drafts)
    pages, page_problems = _pages(project, case)
    told = [event for event in (*held.events, *proposed.events) if event.review != "rejected"]
    found = (
        *problems,
        *(problem for one in (held, proposed) for problem in _checked(project, case, one)),
        *_missing(project, case, held, drafts=drafts, any_event=bool(told)),
        *_unknown_sources(project, case, articles),
        *verify.replies(project, cases.home(project, case.id), case, articles),
        *page_problems,
        *(
            problem
            for part in ("articles", "pages")
            for problem in sources.no_folder(project, cases.home(project, case.id) / part)
        ),
    )
    return _casefile(replace(case, id=folder.slug(case_id)), articles, told, pages, drafts), found


def _records(project: Path, case: Case, drafts: bool) -> tuple[Record, Record]:
    held = record.read(project, case, record.RECORD)
    return held, record.read(project, case, record.PROPOSALS) if drafts else Record("")


def _casefile(case: Case, articles: Sequence[Article], told: Sequence[Event], pages: tuple[Page, ...], drafts: bool) -> CaseFile:
    known = {article.id: article for article in articles}
    events = [_computed(event, known) for event in told]
    events.sort(key=lambda event: (event.when is None, event.when.order if event.when else (), event.id))
    return CaseFile(
        case,
        tuple(articles),
        origins(articles),
        tuple(events),
        pages,
        _modified(case, events),
        drafts,
        _rivals(events) if drafts else (),
    )


def _rivals(events: Sequence[Event]) -> tuple[tuple[str, str], ...]:
    """The ids of those that may be one and have two dates: which is right is for the newsroom to say."""
    from dateline import doubles  # noqa: PLC0415 - it brings what reads articles; only drafts need it

    pairs = doubles.doubles(event for event in events if event.review in ("accepted", "proposed"))
    return tuple((one.id, other.id) for one, other in pairs if doubles.two_dates(one, other))


def _checked(project: Path, case: Case, held: Record) -> tuple[Problem, ...]:
    """Mistakes of form, broken promises and quotations that do not hold, in the order of the file."""
    published = [event for event in held.events if event.review in ("accepted", "proposed")]
    home = cases.home(project, case.id)
    found = [
        *held.problems,
        *promises.check(held, case),
        *verify.quotations(project, home, held, published),
    ]
    return tuple(sorted(found, key=lambda problem: (problem.file, problem.line or 0)))


def _missing(project: Path, case: Case, held: Record, *, drafts: bool, any_event: bool) -> list[Problem]:
    """A case that lost its articles stops; one that never had any, or in which nothing is decided yet, only says so."""
    home = cases.home(project, case.id)
    kept = home / "articles"
    if not held.articles and not (kept.is_dir() and any(_is_article(path) for path in kept.iterdir())):
        name = folder.shown(project, home)
        lost = (home / record.RECORD).exists()
        return [Problem(EMPTY, name, "has no articles.", "Put them into its folder articles/, one file each.", fatal=lost)]
    if any_event or drafts:
        return []
    hint = f"Run “dateline read {case.id}”, then “dateline accept”; “dateline serve” shows the proposals."
    return [Problem("nothing-decided", held.file, "holds no event yet.", hint, fatal=False)]


def _is_article(path: Path) -> bool:
    return path.suffix in sources.ENDINGS and not path.name.startswith((".", "README"))


def _unknown_sources(project: Path, case: Case, articles: Sequence[Article]) -> list[Problem]:
    """Replies of parties that name an article that there is not."""
    known = [article.id for article in articles]
    named = [(name, party.reply.line) for party in case.parties if party.reply for name in party.reply.sources]
    file = folder.shown(project, cases.home(project, case.id) / "case.yaml")
    said = "a reply names the source “{}”, which is no article of the case."
    return [Problem("no-article", file, said.format(name), near(name, known), line) for name, line in named if name not in known]


def _articles(held: Record, proposed: Record) -> tuple[Article, ...]:
    """The record's articles, then those that only proposals know; where there are any, as origins would count with them."""
    return provenance.regrouped(held.articles, proposed.articles) if proposed.articles else held.articles


def origins(articles: Iterable[Article]) -> tuple[Origin, ...]:
    """The independent reports; an article without an origin is its own."""
    groups: dict[str, list[Article]] = {}
    for article in articles:
        groups.setdefault(article.origin or article.id, []).append(article)
    return tuple(
        Origin(
            name,
            tuple(one.id for one in group),
            "; ".join(dict.fromkeys(part for one in group if one.origin_why for part in one.origin_why.split("; "))) or None,
        )
        for name, group in groups.items()
    )


def _computed(event: Event, articles: Mapping[str, Article]) -> Event:
    """The event with what follows from its citations, and without what stays inside."""
    counted = zip(event.citations, agreement.origins(event.citations, articles), strict=True)
    citations = tuple(replace(citation, origin=name) for citation, name in counted)
    asserting = agreement.asserting(citations)
    return replace(
        event,
        citations=citations,
        origins=tuple(dict.fromkeys(citation.origin for citation in asserting if citation.origin)),
        agreement=agreement.dates(asserting, articles),
        compared=agreement.figures(event, articles),
        because=None,
        note=None,
    )


def _modified(case: Case, events: Iterable[Event]) -> str | None:
    """The latest day on which a person decided or corrected something."""
    days = [day for event in events for day in (event.reviewed_on, *(item.date for item in event.corrections)) if day]
    return max((*days, *(item.date for item in case.corrections)), default=None)


def _pages(project: Path, case: Case) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """The prose pages, named NAME.LANG.md."""
    place = cases.home(project, case.id) / "pages"
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted(place.glob("*.md")) if place.is_dir() else ():
        try:
            pages.append(_page(project, path))
        except Stop as stop:
            problems += stop.problems
    return tuple(pages), tuple(problems)


def _page(project: Path, path: Path) -> Page:
    shown = folder.shown(project, path)
    name, _, lang = path.stem.rpartition(".")
    known = language.tags("labels")
    if not name or lang not in known:
        hint = f"Name it NAME.LANGUAGE.md; languages: {', '.join(known)}."
        raise Stop(Problem("unknown-language", shown, f"is not named for a language (“{lang}”).", hint))
    if name != folder.slug(name):
        raise Stop(
            Problem("id", shown, f"“{name}” cannot be part of a web address.", f"Rename it to {folder.slug(name)}.{lang}.md.")
        )
    text = folder.read(project, path).removeprefix("\ufeff")
    heading = _HEADING.match(text)
    if heading is None:
        raise Stop(Problem("page", shown, "does not start with a title.", "Write “# ” and the title on its first line.", 1))
    return Page(name, lang, heading["title"], text, shown)
