"""Quotations, of events and in replies, and the stored sources come in; a Problem for each that does not hold goes out.

A source whose bytes are those that the record names must have the quotation at its place. One that was edited since
must still have it somewhere, told apart by the words before and after; that it was edited is said.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from dateline import folder
from dateline.dossier import Case, Party, Reply
from dateline.model import Article, Citation, Event, Problem, Stop
from dateline.reading import articles as sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.record import Record


@dataclass(frozen=True, slots=True)
class _Source:
    """The text of a stored source and the sum of its bytes; `same` says that it is the one that the record names."""

    file: str
    text: str
    sha256: str
    same: bool


def quotations(project: Path, home: Path, held: Record, events: Iterable[Event]) -> tuple[Problem, ...]:
    """Check every quotation of these events of the record `held`, whose case's folder is `home`."""
    cited: dict[str, list[tuple[Event, Citation]]] = {}
    for event in events:
        for citation in event.citations:
            cited.setdefault(citation.article, []).append((event, citation))
    problems: list[Problem] = []
    for article, line in zip(held.articles, held.places, strict=True):
        pairs = cited.get(article.id, ())
        try:
            source = _source(project, home, article, held.file, line) if pairs else None
        except Stop as stop:
            problems += stop.problems
            continue
        if source:
            wrong = [one for event, citation in pairs if (one := _checked(held.file, source, event, citation))]
            accepted = any(event.review == "accepted" for event, _ in pairs)
            edited = accepted and not wrong and article.sha256 and not source.same
            problems += [*wrong, *([_edited(held.file, source, article, line)] if edited else [])]
        elif pairs:
            problems.append(_unkept(held.file, article, line, len(pairs)))
    return tuple(problems)


def replies(project: Path, home: Path, case: Case, known: Iterable[Article]) -> tuple[Problem, ...]:
    """Check the words of the accused parties' replies that are in their source's language: they stand on pages as quotations."""
    articles = {article.id: article for article in known}
    return tuple(
        problem
        for party in case.parties
        if party.reply and party.reply.words
        for name in party.reply.sources
        if name in articles and (problem := _replied(project, home, party, party.reply, articles[name]))
    )


def _replied(project: Path, home: Path, party: Party, reply: Reply, article: Article) -> Problem | None:
    """What is wrong with the reply's words in the language of that article, or None."""
    file, line = folder.shown(project, home / "case.yaml"), reply.line or 1
    said = f"the reply of “{party.names[0]}”"
    words = reply.words.get(article.lang)
    if words is None:
        message = f"{said} has no words in {article.lang}, as its source “{article.id}” is: not checked."
        return Problem("unverified", file, message, "Add them as they stand there.", line, fatal=False)
    try:
        source = _source(project, home, article, file, line)
    except Stop as stop:
        return stop.problems[0]
    if source is None:
        message = f"the source of {said}, “{article.id}”, is not kept here: not checked."
        return Problem("unverified", file, message, "Keep it in articles/ to have the words checked.", line, fatal=False)
    if words in source.text:
        return None
    hint = "Copy them from there, character for character, or take “source” out."
    return Problem("quote", file, f"the words of {said} in {article.lang} are not in {source.file}.", hint, line)


def _edited(file: str, source: _Source, article: Article, line: int) -> Problem:
    message = f"{source.file} was edited since “{article.id}” was recorded; what is quoted still stands there."
    hint = f"Look at what was changed. If it is as it should be, write “sha256: {source.sha256}” here."
    return Problem("edited", file, message, hint, line, fatal=False)


def _unkept(file: str, article: Article, line: int, count: int) -> Problem:
    said = f"{count} quotation{'s' if count > 1 else ''}"
    hint = f"Put it at “{article.file}” to have them checked." if article.file else "Name its file under “file:”."
    message = f"the source of {said}, “{article.id}”, is not kept here: not checked."
    return Problem("unverified", file, message, hint, line, fatal=False)


def _source(project: Path, home: Path, article: Article, file: str, line: int) -> _Source | None:
    if article.file is None:
        return None
    relative = PurePosixPath(article.file)
    path = home / relative
    if relative.is_absolute() or ".." in relative.parts:
        message = f"“{article.file}” leads out of the case's folder."
        raise Stop(Problem("outside", file, message, "Keep the articles in it.", line))
    if not path.exists() and not path.is_symlink():
        return None
    raw = folder.data(project, path)
    found = hashlib.sha256(raw).hexdigest()
    shown = folder.shown(project, path)
    return _Source(shown, sources.body(path, shown), found, found == article.sha256)


def _checked(file: str, source: _Source, event: Event, citation: Citation) -> Problem | None:
    """What is wrong with one quotation, or None."""
    if citation.start >= 0 and _at(source.text, citation, citation.start):
        return None
    places = [at for at in _places(source.text, citation.quote) if _at(source.text, citation, at)]
    if len(places) == 1 and citation.start >= 0 and not source.same:
        return None
    message, hint = _complaint(source, citation, places)
    if event.review == "proposed":
        hint = "The article has changed: run “dateline read” again."
    return Problem("quote", file, f"{message} (event “{event.id}”).", hint, citation.line)


def _complaint(source: _Source, citation: Citation, places: list[int]) -> tuple[str, str]:
    words = f"“{citation.quote[:40]}{'…' if len(citation.quote) > 40 else ''}”"
    if not places and _places(source.text, citation.quote):
        message = f"“prefix” or “suffix” are not the words around the quotation {words} in {source.file}"
        return message, "Copy them from there, or leave them out."
    if not places:
        return f"the quotation {words} is not in {source.file}", "Copy it from there, character for character."
    found = " or ".join(f"“start: {at}” and “end: {at + len(citation.quote)}”" for at in places[:3])
    message = f"the quotation {words} does not stand there in {source.file}"
    return message, f"Write {found}."


def _places(text: str, quote: str) -> list[int]:
    """Every place where the quotation stands."""
    places, at = [], text.find(quote) if quote else -1
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _at(text: str, citation: Citation, at: int) -> bool:
    """The quotation stands there, between the words that the record gives for before and after; their line ends may differ."""
    end = at + len(citation.quote)
    before = _on_one_line(text[max(0, at - 2 * len(citation.prefix)) : at])
    after = _on_one_line(text[end : end + 2 * len(citation.suffix)])
    around = before.endswith(_on_one_line(citation.prefix)) and after.startswith(_on_one_line(citation.suffix))
    return text[at:end] == citation.quote and around


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
