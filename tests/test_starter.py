"""A new case is ready to fill: it has no mistake but that it has no articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import case, casefile, language, starter
from dateline.model import Stop
from dateline.reading import articles


def test_a_new_case_lacks_articles_and_nothing_else(tmp_path: Path) -> None:
    home = starter.new(tmp_path, "The library: its roof")
    assert home == tmp_path / "content" / "the-library-its-roof"
    file, problems = casefile.load(tmp_path, home.name)
    assert {problem.kind: problem.fatal for problem in problems} == {"no-articles": False, "untold": False}
    assert file.case.titles.best(file.case.languages) == (file.case.languages[0], "The library: its roof")
    assert articles.read_folder(tmp_path, home.name) == ((), ())


def test_the_method_page_comes_in_the_languages_asked_for(tmp_path: Path) -> None:
    home = starter.new(tmp_path, "roof", ("fr", "nl"))
    assert case.load(tmp_path, "roof")[0].languages == ("fr", "nl")
    assert sorted(path.name for path in (home / "pages").iterdir()) == ["method.fr.md", "method.nl.md"]
    assert [page.lang for page in casefile.load(tmp_path, "roof")[0].pages] == ["fr", "nl"]


def test_where_nobody_says_a_case_is_told_in_the_languages_that_are_read_too(tmp_path: Path) -> None:
    starter.new(tmp_path, "roof")
    found = case.load(tmp_path, "roof")[0].languages
    assert found == language.usual()
    assert found[0] == "en"
    assert {"de", "fr", "nl"} <= set(found) <= set(language.tags("dates"))


@pytest.mark.parametrize("tag", language.tags("labels"))
def test_every_language_of_pages_has_a_method_page(tmp_path: Path, tag: str) -> None:
    home = starter.new(tmp_path, "roof", (tag,))
    assert (home / "pages" / f"method.{tag}.md").is_file()


@pytest.mark.parametrize("name", ["", "///", "...", "__"])
def test_a_name_without_letters_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Stop):
        starter.new(tmp_path, name)


def test_a_case_that_is_there_is_left_alone(tmp_path: Path) -> None:
    starter.new(tmp_path, "roof")
    with pytest.raises(Stop, match="is there already"):
        starter.new(tmp_path, "Roof")


def test_the_notes_in_case_yaml_are_right_when_used(tmp_path: Path) -> None:
    """Each line that a person may take the “#” from is read without a complaint."""
    path = starter.new(tmp_path, "roof", ("en", "fr")) / "case.yaml"
    lines = path.read_text("utf-8").splitlines()
    keys = ("# summary:", "# publisher:", "# base_url:", "# licence:", "# parties:", "#   ", "# protect:")
    used = [line.removeprefix("# ") if line.startswith(keys) else line for line in lines]
    path.write_text("\n".join(used), "utf-8")
    found, problems = case.load(tmp_path, "roof")
    assert [problem for problem in problems if problem.fatal] == []
    assert (found.parties[0].id, found.parties[0].accused, found.licence) == ("example-company", True, "CC BY 4.0")
