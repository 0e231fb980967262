"""Words typed at a terminal come in; the verbs run, results go to stdout, problems to stderr, and an exit code out.

A verb imports what it needs when it runs, so that `dateline --help` answers at once.
"""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from dateline import __version__, dates_cli, languages_cli, terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.decide import Decided
    from dateline.model import Problem, Stop

_PROJECT: Final = click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True)


def _base_url(_ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    from dateline.entries import base_flaw

    if value is not None and (flaw := base_flaw(value)):
        raise click.BadParameter(f"“{value}” {flaw}; write it as https://example.org/timelines/.")
    return value


@click.group(
    cls=terminal.Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all is well, 1 a problem stopped the run, 2 the command was mistyped.",
)
@click.option("-C", "project", type=_PROJECT, default=".", metavar="DIR", help="The project's folder (default: this one).")
@click.version_option(__version__, prog_name="dateline")
@click.pass_context
def main(ctx: click.Context, project: Path) -> None:
    """A pile of articles in; a cited, multilingual timeline out.

    Articles lie in content/CASE/articles. “read” proposes dated events, “accept” puts them into the record, “build” makes the
    site of it in site/.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that is not UTF-8 shows what it can instead of ending the run.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    ctx.obj = project


@main.command()
@click.argument("cases", nargs=-1)
@click.pass_obj
def read(project: Path, cases: tuple[str, ...]) -> None:
    """Read the articles of CASES (default: all) and propose dated events."""
    from dateline import case as folders
    from dateline import proposals, summary
    from dateline.model import halt
    from dateline.reading import desk

    problems: list[Problem] = []
    for case_id in _cases(project, cases):
        case, found = folders.load(project, case_id)
        halt(found)
        reading = desk.read(project, case, terminal.progress)
        problems += terminal.say_problems((*found, *reading.problems))
        proposed = proposals.propose(project, case_id, reading.articles, reading.events)
        problems += terminal.say_problems(proposed.problems)
        terminal.say(summary.read(case_id, reading.articles, proposed))
    terminal.end(problems)


def _decision(verb: Callable[..., None], *, required: bool = True) -> Callable[..., None]:
    """What “accept” and “reject” have in common."""
    by = click.option("--by", envvar="DATELINE_BY", metavar="NAME", help="Who decides (or set DATELINE_BY).")
    case = click.option("--case", "case_id", metavar="CASE", help="The case, where two propose the same id.")
    return click.argument("ids", nargs=-1, required=required)(case(by(click.pass_obj(verb))))


@main.command()
@functools.partial(_decision, required=False)
@click.option("--with", "into", metavar="ENTRY", help="All of them are one with this entry, proposed or recorded.")
@click.option("--origins", is_flag=True, help="Only count recorded articles to the origins that reading finds by now.")
def accept(  # noqa: PLR0913, PLR0917 - one an option
    project: Path, ids: tuple[str, ...], case_id: str | None, by: str | None, into: str | None, origins: bool
) -> None:
    """Put the proposals IDS into the record, events.yaml, and bring its origins up to date. Nothing else in it changes."""
    from dateline import decide, summary

    if not ids and not origins:
        raise click.UsageError("Missing argument: name the proposals, as “dateline read” lists them, or say --origins.")
    if origins and (ids or into):
        raise click.UsageError("--origins stands alone; accepting a proposal brings the origins up to date too.")
    if origins:
        _cases(project, [case_id] if case_id else [])
        terminal.say(summary.regrouped(decide.regroup(project, case_id)))
        return
    done = functools.partial(decide.accept, project, ids, case_id, by=by, on=_today(), into=into)
    _decide(project, case_id, by, done, "accepted", into)


@main.command()
@_decision
@click.option("--because", required=True, metavar="REASON", help="Why; it stays in the record and is never published.")
def reject(project: Path, ids: tuple[str, ...], case_id: str | None, by: str | None, because: str) -> None:
    """Note in the record that the proposals IDS are none, so that they are not proposed again."""
    from dateline import decide

    done = functools.partial(decide.reject, project, ids, case_id, by=by, on=_today(), because=because)
    _decide(project, case_id, by, done, "rejected")


@main.command()
@click.argument("event")
@click.option("--case", "case_id", metavar="CASE", help="The case, where two have an entry of that id.")
@click.pass_obj
def explain(project: Path, event: str, case_id: str | None) -> None:
    """Say how the entry EVENT came to be: which rule found what in each quotation, and why they are one entry."""
    from dateline import explain as explaining

    _cases(project, [case_id] if case_id else [])
    try:
        terminal.say(explaining.explain(project, event, case_id))
    except explaining.NoEntry as stop:
        raise _mistyped(stop) from stop


@main.command()
@click.option("--strict", is_flag=True, help="Warnings are errors too.")
@click.pass_obj
def check(project: Path, strict: bool) -> None:
    """List everything that would stop a build or mislead a reader."""
    from dateline import edition

    problems = terminal.say_problems(edition.check(project, _today()), strict=strict)
    fatal = sum(problem.fatal or strict for problem in problems)
    click.echo(f"{fatal} to mend, {len(problems) - fatal} to look at." if problems else "Nothing to mend.")
    terminal.end(problems, strict=strict)


@main.command()
@click.option("--drafts", is_flag=True, help="Show proposals too, marked as not reviewed.")
@click.option("--strict", is_flag=True, help="Warnings stop the build.")
@click.option("--base-url", metavar="URL", callback=_base_url, help="Where the site will stand.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Default: site/ in the project.")
@click.pass_obj
def build(project: Path, drafts: bool, strict: bool, base_url: str | None, output: Path | None) -> None:
    """Make the site of the record. Where something is wrong, the old site stays as it is."""
    from dateline import edition, summary
    from dateline.telling import publish

    site = output or project / "site"
    made = edition.make(project, drafts=drafts, strict=strict, base_url=base_url, last=site)
    terminal.say_problems(made.problems, brief=True)
    done = publish.publish(made.artifacts, site)
    events = sum(len(file.events) for file in made.cases)
    click.echo(
        f"{site}: {summary.counted(len(made.cases), 'case')}, {summary.counted(events, 'event')}; {len(done.changed)} files "
        f"written, {len(done.removed)} removed, {len(done.unchanged)} as before"
    )


@main.command()
@click.option("--port", default=8000, show_default=True, help="0 takes any that is free.")
@click.option("--host", default="127.0.0.1", show_default=True, help="An address of this machine.")
@click.option("--open/--no-open", "browse", default=True, help="Open the browser.")
@click.option("--drafts/--no-drafts", default=True, help="Show proposals too.")
@click.option("--base-url", metavar="URL", callback=_base_url, help="Where the site will stand.")
@click.pass_obj
def serve(  # noqa: PLR0913, PLR0917 - one an option
    project: Path, port: int, host: str, browse: bool, drafts: bool, base_url: str | None
) -> None:
    """Show the site, proposals included, and show it again whenever a file changes. Ctrl-C ends it."""
    from dateline import edition
    from dateline.telling import preview

    def ready(address: str) -> None:
        click.echo(f"{address}  (Ctrl-C ends it)")
        if browse:
            preview.show(address)

    preview.serve(
        lambda: edition.make(project, drafts=drafts, base_url=base_url).artifacts,
        [project / "content", project / "templates"],
        host=host,
        port=port,
        base_path=edition.base_path(base_url or edition.stands(project)),
        ready=ready,
        complain=terminal.say_problems,
    )


@main.command()
@click.argument("name")
@click.option("--lang", "languages", multiple=True, metavar="LANG", help="A language to tell it in; may be repeated.")
@click.pass_obj
def new(project: Path, name: str, languages: tuple[str, ...]) -> None:
    """Start a case: content/NAME with all that it needs. NAME may have spaces."""
    from dateline import language, starter

    for tag in languages:
        if tag not in language.tags("labels"):
            raise click.UsageError(f"“{tag}” is no language that pages can be told in: {', '.join(language.tags('labels'))}.")
    home = starter.new(project, name, languages)
    place = home.relative_to(project).as_posix()
    click.echo(f"{place} is ready. Put the articles into {place}/articles, say who is who in {place}/case.yaml,")
    click.echo(f"then type “dateline read {home.name}”.")


main.add_command(dates_cli.dates)
main.add_command(languages_cli.languages)


def _cases(project: Path, wanted: Sequence[str]) -> Sequence[str]:
    """The cases of these names, or all. A name that there is not is a mistyped command."""
    from dateline import case as folders
    from dateline.entries import near

    known = folders.ids(project)
    for name in wanted:
        if name not in known:
            raise click.UsageError(f"There is no case “{name}” in {project / 'content'}. {near(name, known)}")
    if not known:
        raise click.UsageError(f"There is no case in {project / 'content'}. Start one with “dateline new NAME”.")
    return wanted or known


def _today() -> str:
    """The day on the reporter's own calendar, wherever they are."""
    from datetime import date

    return date.today().isoformat()


def _decide(  # noqa: PLR0913, PLR0917 - what was decided, where, by whom, and how it is said
    project: Path,
    case_id: str | None,
    by: str | None,
    decision: Callable[[], tuple[Decided, ...]],
    word: str,
    into: str | None = None,
) -> None:
    from dateline import decide, summary

    if case_id:
        _cases(project, [case_id])
    try:
        results = decision()
    except decide.NotProposed as stop:
        raise _mistyped(stop) from stop
    terminal.say(summary.decided(word, results, into))
    if not by:
        click.echo("warning: the record names nobody who decided this. Say who with --by NAME, or set DATELINE_BY.", err=True)


def _mistyped(stop: Stop) -> click.UsageError:
    return click.UsageError("\n".join(f"{problem.message} {problem.hint}" for problem in stop.problems))
