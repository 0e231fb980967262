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

BROKEN = Path(__file__).parent / "broken"
SOUND = "_sound"
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
