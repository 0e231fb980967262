"""All cases make one site, or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from roof import amend, home, library

from dateline import edition, starter
from dateline.model import Stop

BASE = "https://desk.example/timelines/"


def second(project: Path, name: str) -> Path:
    """The library once more, under another name."""
    target = project / "content" / name
    target.mkdir()
    for path in home(project).rglob("*"):
        if path.is_file():
            (target / path.relative_to(home(project))).parent.mkdir(exist_ok=True)
            (target / path.relative_to(home(project))).write_bytes(path.read_bytes())
    return target


def test_the_address_is_that_of_the_cases(tmp_path: Path) -> None:
    made = edition.make(library(tmp_path))
    assert (made.base_url, edition.base_path(made.base_url), made.problems) == (BASE, "/timelines/", ())
    assert edition.stands(tmp_path / "project") == BASE
    assert b"https://desk.example/timelines/" in next(one.data for one in made.artifacts if one.path == "sitemap.xml")


def test_the_address_given_wins(tmp_path: Path) -> None:
    made = edition.make(library(tmp_path), base_url="https://other.example/")
    assert not any(b"desk.example/timelines" in one.data for one in made.artifacts)


@pytest.mark.parametrize(
    ("url", "path"), [(None, "/"), ("https://a.example", "/"), ("https://a.example/b/c", "/b/c/"), ("https://a.example//", "/")]
)
def test_base_path(url: str | None, path: str) -> None:
    assert edition.base_path(url) == path


def test_two_cases_one_site(tmp_path: Path) -> None:
    second(library(tmp_path), "second")
    paths = {one.path for one in edition.make(tmp_path / "project").artifacts}
    assert {"library/timeline.json", "second/timeline.json"} <= paths


def test_two_folders_with_the_same_web_address(tmp_path: Path) -> None:
    project = library(tmp_path)
    second(project, "a b")
    second(project, "a-b")
    with pytest.raises(Stop, match="has the web address “a-b” too"):
        edition.make(project)


def test_one_case_that_stops_stops_all_and_every_problem_is_named(tmp_path: Path) -> None:
    project = library(tmp_path)
    (second(project, "second") / "events.yaml").write_text("events: [", "utf-8")
    (home(project) / "case.yaml").write_text("tilte: x", "utf-8")
    with pytest.raises(Stop) as stop:
        edition.make(project)
    assert {problem.file for problem in stop.value.problems if problem.fatal} == {
        "content/library/case.yaml",
        "content/second/events.yaml",
    }


def test_strict_takes_warnings_for_errors(tmp_path: Path) -> None:
    project = library(tmp_path)
    (home(project) / "articles/gazette.txt").unlink()
    assert [problem.kind for problem in edition.make(project).problems] == ["unverified"]
    with pytest.raises(Stop):
        edition.make(project, strict=True)


def test_check_names_articles_that_cannot_be_read_too(tmp_path: Path) -> None:
    project = library(tmp_path)
    assert edition.check(project) == ()
    (home(project) / "articles/new.txt").write_bytes(b"\xff")
    assert [(problem.kind, problem.file) for problem in edition.check(project)] == [
        ("encoding", "content/library/articles/new.txt")
    ]


def test_check_says_where_an_article_and_the_record_differ(tmp_path: Path) -> None:
    """A date that was added to an article after it was accepted does not reach readers by itself."""
    project = library(tmp_path)
    amend(home(project) / "articles/gazette.txt", "date: 2021-05-06", "date: 2021-05-07")
    problem, edited = edition.check(project)
    assert (problem.kind, problem.fatal, edited.kind) == ("changed", False, "edited")
    assert "“gazette” says published: “2021-05-07”, the record “2021-05-06”" in problem.message


def test_check_names_a_denial_where_no_reply_is_recorded(tmp_path: Path) -> None:
    project = library(tmp_path)
    said = "---\nlang: en\ndate: 2020-05-06\n---\nA lawyer for Kestrel said the firm was never warned.\n"
    (home(project) / "articles/later.md").write_text(said, "utf-8")
    assert [problem.kind for problem in edition.check(project)] == []
    case = (home(project) / "case.yaml").read_text("utf-8")
    before, reply, rest = case.partition("    reply:\n")
    (home(project) / "case.yaml").write_text(
        before + reply + "      asked: 2021-05-01\n    stage" + rest.partition("    stage")[2], "utf-8"
    )
    (problem,) = (one for one in edition.check(project) if one.kind == "denial")
    assert (problem.file, problem.line, problem.fatal) == ("content/library/articles/later.md", 5, False)
    assert "“Kestrel Roofing” (“A lawyer for Kestrel”)" in problem.message


def test_a_case_that_is_only_begun_stops_no_other(tmp_path: Path) -> None:
    project = library(tmp_path)
    starter.new(project, "Begun", ["en"])
    made = edition.make(project)
    assert [file.case.id for file in made.cases] == ["library"]
    assert ["without it" in problem.message for problem in made.problems if problem.kind == "no-articles"] == [True]
    assert not any("begun" in artifact.path for artifact in made.artifacts)
    with pytest.raises(Stop):
        edition.make(project, strict=True)


def test_a_case_that_lost_its_articles_is_not_left_out(tmp_path: Path) -> None:
    project = library(tmp_path)
    starter.new(project, "Lost", ["en"])
    (project / "content/lost/events.yaml").write_text("", "utf-8")
    with pytest.raises(Stop) as stop:
        edition.make(project)
    assert [problem.kind for problem in stop.value.problems if problem.fatal] == ["no-articles"]


@pytest.mark.parametrize(
    ("published", "flaw"),
    [
        *(
            ("2999-01-01", "still to come"),
            ("2020-05-03", "still to come"),
            ("2020-06", "still to come"),
            ("2021", "still to come"),
        ),
        *(("2020-05-02", ""), ("2020-05", ""), ("2020", ""), ("1605", "")),
        *(("1599", "before"), ("0019-03-27", "before"), ("-0043", "before")),
    ],
)
def test_check_names_a_date_of_publication_that_cannot_be(tmp_path: Path, published: str, flaw: str) -> None:
    project = library(tmp_path)
    article = home(project) / "articles/later.md"
    article.write_text(f"---\nlang: en\ndate: {published}\n---\nThe roof of the library fell in.\n", "utf-8")
    found = [
        problem
        for problem in edition.check(project, "2020-05-01")
        if problem.file.endswith("later.md") and problem.kind == "published"
    ]
    assert [(problem.file, problem.line, problem.fatal) for problem in found] == (
        [("content/library/articles/later.md", 3, False)] if flaw else []
    )
    assert all(flaw in problem.message for problem in found)
