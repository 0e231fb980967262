"""Documents as JSON lines come in; the times their texts tell go out, a line each: the verb `dates`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

import click

from dateline.model import Problem, Stop


@click.command()
@click.option(
    "--jsonl", "file", type=click.File(encoding="utf-8"), required=True, help="Documents, one JSON object a line; - reads stdin."
)
def dates(file: IO[str]) -> None:
    """Find the times in texts: {"id", "lang", "dct", "text"} a line in, {"id", "dates"} a line out."""
    for line in _lines(file):
        click.echo(line)


def _lines(file: IO[str]) -> Iterator[str]:
    from dateline.reading.dates.filter import WhenError, filter_line  # noqa: PLC0415  start-up stays short

    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            yield json.dumps(filter_line(json.loads(line)), ensure_ascii=False)
        except ValueError as error:
            what = f"has a dct that cannot be read: {error}." if isinstance(error, WhenError) else f"is not JSON: {error}."
            raise _stop(file, number, what, "Write one document a line.") from error
        except (KeyError, TypeError, AttributeError) as error:
            raise _stop(file, number, f"lacks what a document needs ({error}).", 'Give "id", "lang" and "text".') from error


def _stop(file: IO[str], line: int, what: str, hint: str) -> Stop:
    return Stop(Problem("jsonl", getattr(file, "name", "-"), what, hint, line))
