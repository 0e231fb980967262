"""What was published and is gone is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from roof import home, library

from dateline import case, edition, vanished
from dateline.model import Stop
from dateline.telling import publish

if TYPE_CHECKING:
    from pathlib import Path


def built(tmp_path: Path) -> Path:
    """The library with its site."""
    project = library(tmp_path)
    publish.publish(edition.make(project).artifacts, project / "site")
    return project


def gone(project: Path) -> list[str]:
    """What is said to have vanished."""
    files, _ = edition.load(project, case.ids(project), drafts=False)
    return [problem.message for problem in vanished.entries(project, project / "site", files)]


def test_nothing_is_gone_from_a_record_that_stayed(tmp_path: Path) -> None:
    assert gone(built(tmp_path)) == []


def test_an_entry_that_is_no_longer_in_the_record_is_named(tmp_path: Path) -> None:
    project = built(tmp_path)
    record = home(project) / "events.yaml"
    text = record.read_text("utf-8")
    first = text.index("\n  - id: ", text.index("\nevents:"))
    name = text[first:].split("id: ", 1)[1].split("\n", 1)[0]
    record.write_text(text.replace(f"id: {name}\n", f"id: {name}-other\n"), "utf-8")
    said = f"“{name}” was published and is gone."
    assert gone(project) == [said]
    assert said in [problem.message for problem in edition.check(project)]
    with pytest.raises(Stop) as stopped:
        edition.make(project, last=project / "site")
    assert [problem.message for problem in stopped.value.problems] == [said]
    (project / "site" / home(project).name / "timeline.json").unlink()  # as the hint says
    edition.make(project, last=project / "site")


def test_a_case_that_is_no_longer_there_is_named(tmp_path: Path) -> None:
    project = built(tmp_path)
    name = home(project).name
    home(project).rename(home(project).with_name("renamed"))
    assert gone(project) == ["was published and is gone."]
    with pytest.raises(Stop, match=f"content/{name}"):
        edition.make(project, last=project / "site")
    edition.make(project)  # where nothing was built before, nothing can be gone


def test_a_site_that_is_not_readable_says_nothing(tmp_path: Path) -> None:
    project = built(tmp_path)
    for path in (project / "site").rglob("timeline.json"):
        path.write_text("{", "utf-8")
    assert gone(project) == []
