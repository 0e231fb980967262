"""Results and problems of a verb come in; they go to stdout and stderr, and an exit code out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.model import Problem

_FEW: Final = 20
"""Articles that are read within a second or two; a bar for fewer would only flicker."""
Item = TypeVar("Item")


class Verbs(click.Group):
    """Verbs whose problems become sentences: exit code 1, and never a traceback for what a person wrote."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; what stops it is said, with exit code 1."""
        from dateline.model import Stop

        try:
            return super().invoke(ctx)
        except Stop as stop:
            say_problems(stop.problems)
            ctx.exit(1)
        except BrokenPipeError:
            raise  # “dateline read … | head”: click ends the run without a word
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            click.echo(f"error: {place}{error.strerror or error}.", err=True)
            ctx.exit(1)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb of that name; for one that there is not, the nearest is named."""
        import difflib

        near = difflib.get_close_matches(args[0], self.list_commands(ctx), 1)
        if args[0] not in self.commands and near:
            ctx.fail(f"There is no verb “{args[0]}”. Did you mean “{near[0]}”?")
        return super().resolve_command(ctx, args)


def progress(items: Sequence[Item]) -> Iterable[Item]:
    """The items, with a bar on a terminal where there are many."""
    if len(items) < _FEW or not sys.stderr.isatty():
        return items
    from tqdm import tqdm

    return tqdm(items, unit="article", leave=False)


def say(lines: Iterable[str]) -> None:
    """Results, on stdout."""
    for line in lines:
        click.echo(line)


def say_problems(problems: Iterable[Problem], *, strict: bool = False, brief: bool = False) -> tuple[Problem, ...]:
    """Problems, on stderr, as `summary.problems` words them; the same come back."""
    from dateline import summary

    found = tuple(problems)
    for line in summary.problems(found, strict=strict, brief=brief):
        click.echo(line, err=True)
    return found


def end(problems: Iterable[Problem], *, strict: bool = False) -> None:
    """Exit code 1 where one of them is fatal, or where there is any and the run is strict."""
    if any(problem.fatal or strict for problem in problems):
        click.get_current_context().exit(1)
