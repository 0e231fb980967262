"""The README's commands do what it says, as typed, one after the other; and no verb or option goes unmentioned."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from dateline import proofreading
from dateline.cli import main
from dateline.proofreading import structure
from dateline.proofreading.dates import EFFECTS, KNOWN_OPERATIONS
from dateline.reading.dates.shapes import BUILT_IN

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^(?:Save this as `(?P<path>[^`]+)`:\n\n)?```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = sorted(
    [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")] + list((ROOT / "docs").glob("*.md"))
)
assert isinstance(main, click.Group)
VERBS = main.commands


def options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from (
                name for name in (*parameter.opts, *parameter.secondary_opts) if name.startswith("--") or len(parameter.opts) == 1
            )


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A fresh project with the content that comes along, and a shell in which `dateline` is there."""
    home = tmp_path_factory.mktemp("home")
    project = home / "project"
    shutil.copytree(ROOT / "content", project / "content")
    program = home / "bin/dateline"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m dateline "$@"\n')
    program.chmod(0o755)
    env = {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "HOME": str(home),
        "PYTHONPATH": str(ROOT / "generator"),
        "LANG": "C.UTF-8",
    }
    return project, env


def serves(line: str, project: Path, env: dict[str, str]) -> None:
    """`dateline serve` comes up, and Ctrl-C ends it. No browser is opened, and no port of somebody's is taken."""
    words = [*shlex.split(line), "--no-open", "--port", "0"]
    with subprocess.Popen(words, cwd=project, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        errors = process.communicate(timeout=60)[1]
    assert "http://127.0.0.1:" in said, errors
    assert process.returncode == 0, errors


def test_the_readme_can_be_typed_from_top_to_bottom(shell: tuple[Path, dict[str, str]]) -> None:
    """Files are saved, commands run, and what a `text` block shows after a command is what it prints, to the letter."""
    project, env = shell
    typed, said = [], ""
    for block in BLOCK.finditer(README):
        if block["path"]:
            (project / block["path"]).write_text(block["text"])
        elif block["kind"] == "text":
            assert said == block["text"], typed[-1]
        for line in block["text"].splitlines() if block["kind"] == "sh" else ():
            typed.append(line)
            said = type_in(line.partition(" #")[0].strip(), project, env)
    assert len(typed) > 8
    assert typed[0].startswith("make site"), "the README opens with the two commands"
    assert (project / "site/the-northgate-pool/fr/index.html").is_file()


def type_in(command: str, project: Path, env: dict[str, str]) -> str:
    if command.startswith("make "):
        assert command.split()[1] in targets(), command
    elif command.startswith("dateline serve"):
        serves(command, project, env)
    elif command != ". .venv/bin/activate":
        done = subprocess.run(["sh", "-c", command], cwd=project, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout
    return ""


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_is_in_the_readme_and_has_a_page_with_all_its_options(verb: str) -> None:
    assert f"dateline {verb}" in README
    page = (ROOT / f"docs/{verb}.md").read_text("utf-8")
    assert page.startswith(f"# dateline {verb}\n")
    assert [name for name in options(VERBS[verb]) if f"`{name}" not in page] == []
    assert f"[{verb}]({verb}.md)" in (ROOT / "docs/README.md").read_text("utf-8")


@pytest.mark.parametrize("verb", VERBS)
def test_no_page_has_an_option_that_there_is_not(verb: str) -> None:
    known = {*options(VERBS[verb]), *options(main), "--help"}
    page = (ROOT / f"docs/{verb}.md").read_text("utf-8")
    lines = [line for line in page.splitlines() if f"dateline {verb}" in line or line.startswith("| `--")]
    assert {name for line in lines for name in re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)} - known == set()


def test_options_of_all_verbs_are_in_the_manual() -> None:
    manual = (ROOT / "docs/README.md").read_text("utf-8")
    assert [name for name in options(main) if f"`{name}" not in manual] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_named_there_is(page: Path) -> None:
    assert set(re.findall(r"`make ([a-z]+)", page.read_text("utf-8"))) <= targets()


def manual(page: str) -> str:
    return (ROOT / f"docs/{page}.md").read_text("utf-8")


def test_the_language_of_the_manual_is_done_and_reads_what_it_is_shown_for(tmp_path: Path) -> None:
    (block,) = [found["text"] for found in BLOCK.finditer(manual("languages")) if found["kind"] == "yaml"]
    path = tmp_path / "da.yaml"
    path.write_text(block, "utf-8")
    assert [str(problem) for problem in proofreading.check(str(path)) if problem.fatal] == []


def keys(shape: Any) -> Iterator[str]:
    """Every key that a language file may have."""
    if isinstance(shape, dict):
        for key, inner in shape.items():
            yield key.rstrip("?")
            yield from keys(inner)
    elif isinstance(shape, (list, tuple)):
        for inner in shape:
            yield from keys(inner)


def test_every_key_of_a_language_file_is_explained() -> None:
    said = set(re.findall(r"`([^`\n]+)`", manual("languages")))
    said |= {name for text in said for name in re.findall(r"\w+", text)}
    wanted = {*keys(structure.FILE), *KNOWN_OPERATIONS, *EFFECTS, *BUILT_IN} - {"*"}
    assert wanted - said == set()


def test_the_manual_shows_what_dates_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = [found["text"] for found in BLOCK.finditer(manual("dates")) if found["kind"] == "text"]
    monkeypatch.chdir(tmp_path)
    text = "---\ntitle: Une plainte\ndate: 2019-03-27\n---\nLe 25 mars, des pêcheurs ont porté plainte.\nL’année dernière, pendant deux ans, ils attendaient.\n"
    Path("article.txt").write_text(text, "utf-8")
    assert CliRunner().invoke(main, ["dates", "article.txt"], catch_exceptions=False).output == shown
