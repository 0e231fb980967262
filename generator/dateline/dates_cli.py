"""A text, or documents as JSON lines, come in; the times that they tell go out: the verb `dates`."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

import click

from dateline.model import Problem, Stop
from dateline.when import When, WhenError

_SHAPE: Final = 'Give {"id", "lang", "dct", "text"}.'

STDIN: Final = "-"
_IN_MEMORY: Final = 1 << 20
"""Bytes; what is longer waits on the disk."""
_FILE: Final = click.Path(exists=True, dir_okay=False, allow_dash=True)


@click.command()
@click.argument("file", required=False, type=_FILE)
@click.option("--lang", metavar="TAG", help="The text's language, or the path of a language file (default: the text tells).")
@click.option("--published", metavar="DATE", help="When it was published: 2019-03-27, 2019-03, or as people type it.")
@click.option("--html", "target", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Also write a page.")
@click.option("--jsonl", "lines", type=_FILE, metavar="FILE", help="Filter documents instead, one JSON object a line.")
def dates(file: str | None, lang: str | None, published: str | None, target: Path | None, lines: str | None) -> None:
    """Find the times in a text: FILE, or - for what is piped in.

    With --jsonl: {"id", "lang", "dct", "text"} a line in, {"id", "dates"} a line out; - for what is piped in.
    """
    if lines is None and file is not None:
        _look(file, lang, published, target)
    elif lines is None or file or lang or published or target:
        raise click.UsageError("Name one text (a FILE, or -), or documents with --jsonl FILE and nothing else.")
    else:
        _filter(lines)


def _look(file: str, lang: str | None, published: str | None, target: Path | None) -> None:
    from dateline import galley, language  # noqa: PLC0415 - start-up stays short
    from dateline.galley.listing import listing  # noqa: PLC0415
    from dateline.galley.page import page  # noqa: PLC0415
    from dateline.reading import clippings  # noqa: PLC0415

    if lang and language.is_path(lang):
        _legible(lang)
    if target is not None and file != STDIN and target.exists() and target.samefile(file):
        raise click.UsageError("The page would overwrite the text; give --html another name.")
    raw = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    clipping = clippings.read(raw, _called(file), lang=lang, published=published)
    slips = galley.slips(clipping, clippings.times(clipping.text, clipping.lang, clipping.published))
    if target is not None:
        target.write_bytes(page(clipping, slips))
    click.echo("\n".join(listing(clipping, slips)))


def _legible(lang: str) -> None:
    """Stop, with what to mend, where no text can be read by that language file yet."""
    from dateline import proofreading  # noqa: PLC0415 - only who tunes a language pays for it

    if problems := proofreading.unreadable(lang):
        raise Stop(*problems)


def _called(file: str) -> str:
    return "stdin" if file == STDIN else file


def _filter(file: str) -> None:
    """Every line is looked at before the first is answered: what is printed is whole, or nothing is."""
    from dateline.reading.dates.filter import filter_line  # noqa: PLC0415 - start-up stays short

    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as kept:
        with click.open_file(file, "rb") as source:
            for number, line in enumerate(_lines(source), 1):
                if line.strip():
                    _document(line, _called(file), number)
                    kept.write(line.rstrip(b"\n") + b"\n")
        kept.seek(0)
        for line in kept:
            click.echo(json.dumps(filter_line(json.loads(line)), ensure_ascii=False))


def _lines(source: IO[bytes]) -> Iterator[bytes]:
    """The lines, without the mark that some programs put before the first."""
    for number, line in enumerate(source):
        yield line if number else line.removeprefix(b"\xef\xbb\xbf")


def _document(line: bytes, file: str, number: int) -> None:
    """Look whether the line is a document. Raises Stop, with the line, where it is none."""
    try:
        row = json.loads(line.decode("utf-8").strip(), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise Stop(Problem("jsonl", file, "This line is not UTF-8.", "Save the file as UTF-8.", number)) from error
    except (ValueError, RecursionError) as error:
        why = f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else _beyond(error)
        raise Stop(Problem("jsonl", file, f"This line is not JSON: {why}.", "Write one document a line.", number)) from error
    if flaw := _flaw(row):
        raise Stop(Problem("jsonl", file, *flaw, number))


def _no_number(name: str) -> None:
    raise ValueError(name)


def _beyond(error: Exception) -> str:
    """Python's own words for what its parser does not take on name its settings."""
    return "nested too deep" if isinstance(error, RecursionError) else "it holds a number that JSON does not have"


def _flaw(row: Any) -> tuple[str, str] | None:
    """What keeps it from being a document, and what to do; None where nothing does."""
    from dateline import language  # noqa: PLC0415 - start-up stays short
    from dateline.reading.dates import elsewhere  # noqa: PLC0415

    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return "This line is no document with a text.", _SHAPE
    lang, dct = row.get("lang"), row.get("dct")
    if lang is None:
        return "This document does not say its lang.", _SHAPE
    if not isinstance(lang, str) or not elsewhere.readable(lang):
        known = f"These are: {', '.join(language.tags('dates'))}, and full dates in those that dateparser knows."
        return f"“{lang}” is not read here.", known
    if dct is not None and not isinstance(dct, str):
        return "The dct is no text.", 'Give "YYYY-MM-DD", or null.'
    try:
        When.parse(dct or "2000")
    except WhenError as error:
        return f"The dct cannot be read: {error}.", "Give YYYY-MM-DD, or null."
    return None
