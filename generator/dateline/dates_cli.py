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
    from dateline import language  # noqa: PLC0415 - start-up stays short
    from dateline.reading import clippings  # noqa: PLC0415

    try:
        row: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Stop(Problem("jsonl", file, "This line is not UTF-8.", "Save the file as UTF-8.", number)) from error
    except (ValueError, RecursionError) as error:
        why = f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise Stop(Problem("jsonl", file, f"This line is not JSON: {why}.", "Write one document a line.", number)) from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise Stop(Problem("jsonl", file, "This line is no document with a text.", 'Give {"id", "lang", "dct", "text"}.', number))
    lang = row.get("lang")
    if not isinstance(lang, str) or not clippings.readable(lang):
        known = f"These are: {', '.join(language.tags('dates'))}, and full dates in those that dateparser knows."
        raise Stop(Problem("jsonl", file, f"“{lang}” is not read here.", known, number))
    try:
        When.parse(row.get("dct") or "2000")
    except (WhenError, TypeError) as error:
        raise Stop(Problem("jsonl", file, f"The dct cannot be read: {error}.", "Give YYYY-MM-DD, or null.", number)) from error
