"""What is installed from the wheel has everything that it needs, and works away from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("dateline-*.whl")
    return made


def test_templates_languages_and_all_else_are_in_it(root: Path, wheel: Path) -> None:
    source = root / "generator/dateline"
    wanted = {
        f"dateline/{path.relative_to(source)}" for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    wanted |= {
        f"dateline/templates/{path.relative_to(root / 'templates')}" for path in (root / "templates").rglob("*") if path.is_file()
    }
    names = set(zipfile.ZipFile(wheel).namelist())
    assert wanted - names == set()
    assert any(name.endswith("LICENSE") for name in names)
    assert [name for name in names if name.split("/")[0] not in {"dateline"} and ".dist-info/" not in name] == []


def test_it_works_away_from_the_checkout(root: Path, wheel: Path, tmp_path: Path) -> None:
    library, project = tmp_path / "lib", tmp_path / "project"
    zipfile.ZipFile(wheel).extractall(library)
    shutil.copytree(root / "content", project / "content")
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(library)}

    def run(*words: str) -> str:
        done = subprocess.run([sys.executable, *words], cwd=project, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert run("-c", "import dateline; print(dateline.__file__)").startswith(str(library)), "the checkout is not what runs"
    run("-m", "dateline", "new", "A new case")
    shutil.rmtree(project / "content/a-new-case")
    run("-m", "dateline", "read")
    run("-m", "dateline", "build")
    assert (project / "site/index.html").is_file()
