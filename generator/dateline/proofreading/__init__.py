"""A language file comes in; what keeps it from being done goes out, each with its line and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from dateline import language, yamlfile
from dateline.model import Problem, Stop
from dateline.proofreading import dates, labels, story, structure, timing
from dateline.proofreading.miss import Miss, place

_MEANS = {
    "dates": "no times are found in its texts",
    "reading": "no events are found in its articles",
    "labels": "no pages are told in it",
}


def check(tag: str) -> tuple[Problem, ...]:
    """Everything about the language's file (or the file at that path) that is not right yet, in the order of the file."""
    try:
        file, data = opened(tag)
    except Stop as stop:
        return stop.problems
    found = list(structure.misses(data)) or list(_content(tag))
    made = [_problem(file, data, miss) for miss in found]
    return tuple(sorted(made, key=lambda problem: (problem.line or 0, problem.column or 0)))


def unreadable(tag: str) -> tuple[Problem, ...]:
    """What keeps texts from being read by the file at that path, finished or not. Raises Stop where it is no YAML."""
    file, data = opened(tag)
    found = list(structure.misses(data)) or list(_undated(tag)) or dates.unreadable(dates.opened(tag))
    return tuple(_problem(file, data, miss) for miss in found)


def opened(tag: str) -> tuple[str, yamlfile.Fields]:
    """How the file is called, and its content with places. Raises Stop where it cannot be read at all."""
    file = language.path(tag)
    shown = str(file) if language.is_path(tag) else f"languages/{file.name}"
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise Stop(Problem("language-file", shown, "is not UTF-8.", "Save it again as UTF-8.")) from error
    return shown, yamlfile.fields(yamlfile.load(text, shown), shown, "a language file")


def _content(tag: str) -> Iterator[Miss]:
    """What is wrong with a file that has the right shape; times are taken only of one that is right."""
    lang = language.load(tag)
    found = []
    for section, checks in (("dates", dates), ("reading", story), ("labels", labels)):
        if getattr(lang, section):
            found += checks.misses(tag)
        else:
            yield _lack(section, fatal=section == "dates" and bool(lang.reading or not lang.labels))
    yield from found or timing.misses(tag)


def _undated(tag: str) -> Iterator[Miss]:
    """Without “dates” nothing can be read."""
    if not language.load(tag).dates:
        yield _lack("dates", fatal=True)


def _lack(section: str, *, fatal: bool) -> Miss:
    return Miss((), f"has no section “{section}”: {_MEANS[section]}.", "Take it over from another language.", fatal=fatal)


def _problem(file: str, data: yamlfile.Fields, miss: Miss) -> Problem:
    at = place(data, miss.path)
    return Problem("language-file", file, miss.message, miss.hint, at.line, at.column, miss.fatal)
