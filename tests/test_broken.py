"""Each folder of broken/ holds one mistake and the sentence that a person gets for it.

`expected.txt` names the command on its first line and, below, every error that it must print: no more, no less, with
the place and what to do. A folder is a whole project, so `dateline -C tests/broken/NAME check` shows the same by hand.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import edition

BROKEN = Path(__file__).parent / "broken"
SOUND = "_sound"
SLIPS = st.sampled_from(
    [
        b"\n",
        b"\t",
        b"- ",
        b": ",
        b"[",
        b"}",
        b'"',
        b"'",
        b"#",
        b"&a ",
        b"*a",
        b"~",
        b"|",
        b"!!x ",
        b"---\n",
        b"\xff",
        b"\0",
        b"..",
        b"9" * 20,
    ]
)
MISTAKES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir() and path.name != SOUND)


def dateline(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", "-C", str(project), *words]
    source = Path(__file__).parent.parent / "generator"
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(source)}, check=False)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_gets_its_sentence(name: str, tmp_path: Path) -> None:
    project = tmp_path / name
    shutil.copytree(BROKEN / name, project, symlinks=True)
    command, *expected = (project / "expected.txt").read_text("utf-8").splitlines()
    run = dateline(project, *command.split()[1:])
    errors = [line.removeprefix("error: ") for line in run.stderr.splitlines() if line.startswith("error: ")]
    assert errors == expected
    assert run.returncode == 1
    assert "Traceback" not in run.stdout + run.stderr
    assert not (project / "site").exists()


def test_every_sentence_names_a_file_and_ends_as_a_sentence() -> None:
    assert len(MISTAKES) >= 30
    for name in MISTAKES:
        for line in (BROKEN / name / "expected.txt").read_text("utf-8").splitlines()[1:]:
            assert line.startswith("content"), name
            assert line.endswith((".", "?")), name


def test_the_same_case_without_a_mistake_passes(tmp_path: Path) -> None:
    """The folders differ from this one in their mistake only; were it refused too, they would prove nothing."""
    project = tmp_path / SOUND
    shutil.copytree(BROKEN / SOUND, project)
    run = dateline(project, "check", "--strict")
    assert (run.stderr, run.returncode) == ("", 0)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_edit_ends_in_sentences(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever a slip of the hand does to a file of the case: problems, or none, and never another exception."""
    project = tmp_path / "project"
    if not project.exists():
        shutil.copytree(BROKEN / SOUND, project)
    name = data.draw(st.sampled_from(["events.yaml", "case.yaml", "articles/gazette.txt"]))
    path = project / "content/roof" / name
    old = path.read_bytes()
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, min(len(old), start + 20)))
    path.write_bytes(old[:start] + data.draw(SLIPS | st.binary(max_size=6)) + old[end:])
    try:
        assert all(str(problem) for problem in edition.check(project))
    finally:
        path.write_bytes(old)
