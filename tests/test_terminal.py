"""What a verb says to the terminal: a bar for long runs alone, problems on stderr, and an exit code."""

import click
import pytest
from click.testing import CliRunner

from dateline import terminal
from dateline.model import Problem, Stop


@pytest.mark.parametrize(("number", "typed_at", "bar"), [(500, True, True), (5, True, False), (500, False, False)])
def test_progress_is_for_long_runs_at_a_terminal(
    number: int, typed_at: bool, bar: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: typed_at)
    assert list(terminal.progress(range(number))) == list(range(number))
    assert ("article" in capsys.readouterr().err) is bar


@pytest.mark.parametrize(
    ("fatal", "strict", "code"), [(True, False, 1), (False, True, 1), (False, False, 0)], ids=["fatal", "strict", "a warning"]
)
def test_a_run_ends_with_1_where_a_problem_is_fatal_or_any_where_it_is_strict(fatal: bool, strict: bool, code: int) -> None:
    @click.command()
    def verb() -> None:
        terminal.end(terminal.say_problems([Problem("date", "a.md", "has no date.", fatal=fatal)]), strict=strict)

    run = CliRunner().invoke(verb)
    assert (run.exit_code, run.stdout) == (code, "")
    assert "a.md: has no date." in run.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["stop"], 1, "error: a.md: is broken."),
        (["open"], 1, "error: nowhere: No such file or directory."),
        (["stopp"], 2, "Did you mean “stop”?"),
    ],
)
def test_what_stops_a_verb_is_a_sentence(words: list[str], code: int, said: str) -> None:
    @click.group(cls=terminal.Verbs)
    def verbs() -> None:
        """The group."""

    @verbs.command("stop")
    def stop() -> None:
        raise Stop(Problem("shape", "a.md", "is broken."))

    @verbs.command("open")
    def opened() -> None:
        raise FileNotFoundError(2, "No such file or directory", "nowhere")

    run = CliRunner().invoke(verbs, words)
    assert run.exit_code == code
    assert said in run.stderr
