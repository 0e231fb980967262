"""The same content makes the same bytes, whatever the clock's zone, the language, the hash seed, the umask and the folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WORLDS = {
    "one": ({"TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}, 0o022),
    "other": ({"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "4242"}, 0o077),
}


def tell(root: Path, project: Path, env: dict[str, str], umask: int, drafts: bool) -> dict[str, tuple[bytes, int]]:
    """Read and build a copy of the project's content there; every file with its bytes and mode."""
    project.mkdir(parents=True)
    shutil.copytree(root / "content", project / "content")
    if drafts:
        for record in project.glob("content/*/events.yaml"):
            record.unlink()  # so that there is something to propose
    base = {"PATH": os.environ["PATH"], "HOME": str(project), "PYTHONPATH": str(root / "generator"), **env}
    for words in (["read"], ["build", *(["--drafts"] if drafts else [])]):
        done = subprocess.run(
            [sys.executable, "-m", "dateline", *words],
            cwd=project,
            env=base,
            umask=umask,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    made = [path for path in (*project.glob("site/**/*"), *project.glob("content/*/proposals.yaml")) if path.is_file()]
    # Proposals are the reporter's own and keep the umask; what is published does not.
    return {
        str(path.relative_to(project)): (path.read_bytes(), path.stat().st_mode if "site" in path.parts else 0) for path in made
    }


@pytest.mark.parametrize("drafts", [False, True], ids=["record", "drafts"])
def test_two_builds_are_the_same_to_the_byte(root: Path, tmp_path: Path, drafts: bool) -> None:
    one, other = (
        tell(root, tmp_path / name / ("deep/er" if name == "other" else "p"), env, umask, drafts)
        for name, (env, umask) in WORLDS.items()
    )
    assert one.keys() == other.keys()
    assert len(one) > 10
    assert [path for path in one if one[path] != other[path]] == []


def test_a_second_build_changes_nothing(root: Path, tmp_path: Path) -> None:
    env, umask = WORLDS["one"]
    tell(root, tmp_path / "p", env, umask, drafts=False)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "p/site").rglob("*") if path.is_file()}
    subprocess.run([sys.executable, "-m", "dateline", "-C", str(tmp_path / "p"), "build"], check=True, capture_output=True)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "p/site").rglob("*") if path.is_file()} == before


def test_the_committed_site_tells_the_record(root: Path, tmp_path: Path) -> None:
    """The same pages, and the same data to the byte. Wording may differ with the version of the locale data."""
    env, umask = WORLDS["one"]
    made = {
        path: data for path, (data, _) in tell(root, tmp_path / "p", env, umask, drafts=False).items() if path.startswith("site/")
    }
    committed = {path.relative_to(root).as_posix(): path for path in (root / "site").rglob("*") if path.is_file()}
    assert made.keys() == committed.keys(), "run make site, and commit what it changed"
    data = [path for path in made if path.endswith(("timeline.json", ".js"))]
    assert len(data) > 1
    assert [path for path in data if committed[path].read_bytes() != made[path]] == [], (
        "run make site, and commit what it changed"
    )
