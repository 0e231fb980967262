"""What comes from elsewhere is pinned: actions by their full commit, npm packages by their content and from no named host."""

from __future__ import annotations

import json
import re
from pathlib import Path


def test_actions_are_pinned_by_commit_and_say_their_version(root: Path) -> None:
    lines = [
        line
        for path in (root / ".github/workflows").glob("*.yml")
        for line in path.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    assert len(lines) >= 6
    assert [line for line in lines if not re.search(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


def test_workflows_ask_for_no_more_than_they_need(root: Path) -> None:
    for path in (root / ".github/workflows").glob("*.yml"):
        text = path.read_text("utf-8")
        assert re.search(r"^permissions:( \{\}|\n  contents: read)$", text, re.MULTILINE), path.name
        assert set(re.findall(r"^ +([\w-]+): write$", text, re.MULTILINE)) <= {"pages", "id-token"}, path.name


def test_the_npm_lock_names_content_but_no_host(root: Path) -> None:
    packages = json.loads((root / "tests/browser/package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, package in packages.items() if name and not package.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []
