"""Files are read and written inside the project only, and never half."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import folder
from dateline.model import Stop


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("A case: of 2019!", "A-case-of-2019"),
        ("ünicöde case", "ünicöde-case"),
        ("u\u0308", "ü"),  # one letter, however the disk spells it
        ("../../etc/passwd", "etc-passwd"),
        ("дело", "дело"),
        ("a.b", "a.b"),
        ("...", ""),
        ("\u202egnp", "gnp"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert folder.slug(name) == expected


@given(st.text())
def test_a_slug_is_its_own_slug(name: str) -> None:
    slug = folder.slug(name)
    assert folder.slug(slug) == slug
    assert not set(slug) & set("/\\?#%&:<>\"' \0")
    assert slug not in (".", "..")


def test_a_link_anywhere_on_the_way_is_refused(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.yaml").write_text("a: b", "utf-8")
    project.mkdir()
    (project / "content").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Stop, match="symbolic link"):
        folder.read(project, project / "content" / "a.yaml")


def test_a_project_may_itself_be_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yaml").write_text("a: b", "utf-8")
    (tmp_path / "project").symlink_to(tmp_path / "real")
    assert folder.read(tmp_path / "project", tmp_path / "project" / "a.yaml") == "a: b"


def test_the_line_of_a_wrong_byte_is_named() -> None:
    with pytest.raises(Stop) as stop:
        folder.decode("one\ntwo\nthré".encode("latin-1"), "a.yaml")
    assert stop.value.problems[0].line == 3


def test_line_ends_are_kept(tmp_path: Path) -> None:
    folder.write(tmp_path / "a", "one\r\ntwo\n")
    assert folder.read(tmp_path, tmp_path / "a") == "one\r\ntwo\n"


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old", "utf-8")
    with pytest.raises(UnicodeEncodeError):
        folder.write(path, "new \ud800")
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]
