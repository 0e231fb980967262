"""Documents as JSON lines come in; the times their texts tell go out, a line each: the verb `dates`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

import click

from dateline.model import Problem, Stop
from dateline.when import When, WhenError


@click.command()
@click.option("--jsonl", "file", type=click.File(encoding="utf-8"), required=True, help="One JSON object a line; - reads stdin.")
def dates(file: IO[str]) -> None:
    """Find the times in texts: {"id", "lang", "dct", "text"} a line in, {"id", "dates"} a line out."""
    for line in _lines(file):
        click.echo(line)


def _lines(file: IO[str]) -> Iterator[str]:
    from dateline.reading.dates.filter import filter_line  # noqa: PLC0415 - start-up stays short

    for number, line in enumerate(file, 1):
        if line.strip():
            yield json.dumps(filter_line(_document(line, getattr(file, "name", "-"), number)), ensure_ascii=False)


def _document(line: str, file: str, number: int) -> dict[str, Any]:
    """The line as a document. Raises Stop, with the line, where it is none."""
    from dateline import language  # noqa: PLC0415 - start-up stays short

    try:
        row = json.loads(line)
    except ValueError as error:
        raise Stop(Problem("jsonl", file, f"This line is not JSON: {error}.", "Write one document a line.", number)) from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise Stop(Problem("jsonl", file, "This line is no document with a text.", 'Give {"id", "lang", "dct", "text"}.', number))
    if row.get("lang") not in language.tags("dates"):
        known = ", ".join(language.tags("dates"))
        raise Stop(Problem("jsonl", file, f"“{row.get('lang')}” is not read here.", f"These are: {known}.", number))
    try:
        When.parse(row.get("dct") or "2000")
    except (WhenError, TypeError) as error:
        raise Stop(Problem("jsonl", file, f"The dct cannot be read: {error}.", "Give YYYY-MM-DD, or null.", number)) from error
    return row
