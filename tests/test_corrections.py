"""What was corrected is read in all its parts, for events and for the case, and a correction that says nothing is refused."""

from __future__ import annotations

from pathlib import Path

from roof import home, library

from dateline import casefile
from dateline.model import Problem


def loaded(project: Path, name: str, old: str, new: str) -> tuple[casefile.CaseFile, tuple[Problem, ...]]:
    path = home(project) / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return casefile.load(project, "library")


def test_a_case_has_corrections_as_an_event_has(tmp_path: Path) -> None:
    said = (
        "corrections:\n  - date: 2026-02-01\n    was: {en: A roof}\n    now: {en: The roof}\n    because: {en: There is one.}\n"
    )
    path = home(library(tmp_path)) / "case.yaml"
    path.write_text(path.read_text("utf-8") + said, "utf-8")
    file, problems = casefile.load(tmp_path / "project", "library")
    assert problems == ()
    (one,) = file.case.corrections
    assert [texts.get("en") for texts in (one.was, one.now, one.because)] == ["A roof", "The roof", "There is one."]
    assert file.modified == "2026-02-01"


def test_a_correction_that_says_nothing_is_refused(tmp_path: Path) -> None:
    said = "    review: accepted\n    corrections: [{date: 2026-02-01, because: {en: Why not}}]\n"
    problems = loaded(library(tmp_path), "events.yaml", "    review: accepted\n", said)[1]
    assert [(problem.kind, problem.fatal) for problem in problems] == [("missing", True)]
    assert "correction number 1 says nothing" in problems[0].message


def test_a_correction_that_changes_nothing_is_named(tmp_path: Path) -> None:
    said = "corrections:\n  - {date: 2026-02-01, was: {en: The roof}, now: {en: The roof}}\n"
    path = home(library(tmp_path)) / "case.yaml"
    path.write_text(path.read_text("utf-8") + said, "utf-8")
    _, (problem,) = casefile.load(tmp_path / "project", "library")
    assert ("says now what it said before" in problem.message, problem.fatal) == (True, False)
