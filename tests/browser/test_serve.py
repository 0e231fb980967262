"""What a reporter sees while working: the page follows each change by itself, and a mistake is shown with its line."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CASE = "content/backpage-salesforce"


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A project with the case that comes along."""
    shutil.copytree(root / "content", tmp_path / "project/content")
    return tmp_path / "project"


@pytest.fixture
def address(root: Path, project: Path) -> Iterator[str]:
    """Where `dateline serve` serves it, under the path of its base URL."""
    env = {**os.environ, "PYTHONPATH": str(root / "generator")}
    command = [sys.executable, "-m", "dateline", "serve", "--no-open", "--port", "0", "--base-url", "https://example.org/base/"]
    with subprocess.Popen(command, cwd=project, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[0]
        process.send_signal(signal.SIGINT)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_page_follows_changes_and_shows_mistakes(project: Path, address: str, page: Any) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    assert address.endswith("/base/")
    record = project / CASE / "events.yaml"
    title = next(line for line in record.read_text("utf-8").splitlines() if line.strip().startswith("en: ")).strip()
    page.goto(f"{address}backpage-salesforce/en/")

    change(record, title, "en: A title of the test")
    page.get_by_role("heading", name="A title of the test").wait_for()

    change(record, "quote: ", "qoute: ")
    overlay = page.locator("#dateline-problems")
    number = next(n for n, line in enumerate(record.read_text("utf-8").splitlines(), 1) if "qoute: " in line)
    overlay.filter(has_text=f"{CASE}/events.yaml:{number}").wait_for()
    assert page.get_by_role("heading", name="A title of the test").is_visible(), "the last good page stays underneath"
    assert overlay.evaluate("(part) => getComputedStyle(part).position") == "fixed", "its style is let through"

    change(record, "qoute: ", "quote: ")
    overlay.wait_for(state="detached")
    assert said == []
