"""Words typed at a terminal come in; the languages and what their files lack go out: the verb `languages`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from dateline import language


@click.group(invoke_without_command=True)
@click.pass_context
def languages(ctx: click.Context) -> None:
    """List the languages that can be read and told. “check” says whether a language file is done."""
    if ctx.invoked_subcommand is None:
        click.echo("\n".join(_listed()))


@languages.command()
@click.argument("which", nargs=-1, metavar="[TAG or FILE.yaml]...")
def check(which: tuple[str, ...]) -> None:
    """Say what keeps language files from being done (default: all that come along)."""
    from dateline import proofreading, summary  # noqa: PLC0415 - start-up stays short

    failed = False
    for tag in [_known(one) for one in which] or _every():
        problems = proofreading.check(tag)
        for line in summary.problems(problems):
            click.echo(line, err=True)
        fatal = sum(problem.fatal for problem in problems)
        click.echo(f"{language.code(tag)}: {f'{fatal} to mend' if fatal else 'done' + _without(tag)}.")
        failed = failed or bool(fatal)
    if failed:
        click.get_current_context().exit(1)


def _every() -> list[str]:
    """The languages themselves: not the file of what stands in pages of every language."""
    return [tag for tag in language.tags() if tag in (*language.tags("dates"), *language.tags("labels"))]


def _known(typed: str) -> str:
    """A language's tag, or the path of a file that is there."""
    if language.is_path(typed) and Path(typed).is_file():
        return typed
    if language.is_path(typed) or typed not in _every():
        raise click.UsageError(f"There is no language file “{typed}”. Known are {', '.join(_every())}, or name a FILE.yaml.")
    return typed


def _without(tag: str) -> str:
    """Sections that the file leaves out."""
    lacking = [section for section in language.SECTIONS if not getattr(language.load(tag), section)]
    return f", without {' and '.join(lacking)}" if lacking else ""


def _listed() -> Iterator[str]:
    rows = [("tag", "language", "read", "told"), *(_row(tag) for tag in _every())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""
    yield "Of other languages that dateparser knows, “dateline dates” reads full dates, and months with their year."


def _row(tag: str) -> tuple[str, str, str, str]:
    lang = language.load(tag)
    read = "events" if lang.reading.get("triggers") else "dates" if lang.dates else "-"
    return tag, lang.name, read, "yes" if lang.labels else "-"
