"""A case is told as people decided it: checked, compared, and without what the record keeps to itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from roof import BODY, COLLAPSE, CONTRACT, WARNING, amend, article, empty, home, library

from dateline import casefile, decide, proposals
from dateline.dossier import CaseFile
from dateline.model import Article, Stop


def record(project: Path, old: str, new: str) -> Path:
    """Change the library's record."""
    amend(home(project) / "events.yaml", old, new)
    return project


def library_file(project: Path) -> CaseFile:
    file, problems = casefile.load(project, "library")
    assert problems == ()
    return file


def test_a_sound_case_has_no_problems(tmp_path: Path) -> None:
    file = library_file(library(tmp_path))
    assert [event.id for event in file.events] == ["contract", "warning", "collapse"]
    assert file.modified == "2026-01-05"
    assert not file.drafts


def test_dates_are_compared_over_citations(tmp_path: Path) -> None:
    contract, warning, collapse = library_file(library(tmp_path)).events
    assert (contract.agreement, warning.agreement, collapse.agreement) == ("agrees", "refines", None)


def test_copies_of_one_report_are_one_origin() -> None:
    def one(name: str, origin: str | None, why: str | None = None) -> Article:
        return replace(article(name=name), origin=origin, origin_why=why)

    found = casefile.origins([one("a", "wire", "same byline"), one("b", None), one("c", "wire", "translation"), one("d", "b")])
    assert [(origin.id, origin.articles, origin.why) for origin in found] == [
        ("wire", ("a", "c"), "same byline; translation"),
        ("b", ("b", "d"), None),
    ]


def test_an_event_counts_origins_not_articles(tmp_path: Path) -> None:
    project = library(tmp_path)
    assert library_file(project).events[0].origins == ("gazette", "courrier")
    record(project, "    outlet: Le Courrier\n", "    outlet: Le Courrier\n    origin: gazette\n")
    assert library_file(project).events[0].origins == ("gazette",)


def test_what_the_record_keeps_to_itself_is_not_told(tmp_path: Path) -> None:
    project = library(tmp_path)
    record(project, "    review: accepted\n", "    review: accepted\n    note: ask again\n    because: seen twice\n")
    record(
        project,
        "  - id: collapse\n",
        "  - id: rumour\n    review: rejected\n    because: no source\n    kind: other\n    status: reported\n  - id: collapse\n",
    )
    file = library_file(project)
    assert "rumour" not in [event.id for event in file.events]
    for secret in ("ask again", "seen twice", "no source"):
        assert secret not in repr(file)


def test_a_withdrawn_event_stays_as_a_tombstone(tmp_path: Path) -> None:
    project = record(library(tmp_path), "    review: accepted\n", "    review: withdrawn\n    because: never signed\n")
    assert library_file(project).events[0].review == "withdrawn"


def test_a_quotation_that_does_not_hold_is_named_with_its_line(tmp_path: Path) -> None:
    project = record(library(tmp_path), "signed a contract", "signed the contract")
    problems = [problem for problem in casefile.load(project, "library")[1] if problem.kind == "quote"]
    assert [(problem.fatal, problem.file, problem.line) for problem in problems] == [(True, "content/library/events.yaml", 35)]


def test_the_site_builds_without_the_articles(tmp_path: Path) -> None:
    """A public repository need not hold texts that belong to others: the record is all that telling needs."""
    project = library(tmp_path)
    before = library_file(project)
    for path in (home(project) / "articles").iterdir():
        path.unlink()
    file, problems = casefile.load(project, "library")
    assert file == before
    assert [(problem.kind, problem.fatal) for problem in problems] == [("unverified", False)] * 3  # two articles, one reply


def test_proposals_are_in_drafts_only(tmp_path: Path) -> None:
    proposals.propose(empty(tmp_path), "roof", [article(tmp_path)], [CONTRACT, WARNING])
    decide.accept(tmp_path, [WARNING.id], by=None, on="2026-01-05")
    told, drafts = (casefile.load(tmp_path, "roof", drafts)[0] for drafts in (False, True))
    assert [event.review for event in told.events] == ["accepted"]
    assert [(event.id, event.review) for event in drafts.events] == [(CONTRACT.id, "proposed"), (WARNING.id, "accepted")]
    assert drafts.drafts


def test_oldest_first_and_undated_last(tmp_path: Path) -> None:
    undated = replace(CONTRACT, id="a", when=None)
    proposals.propose(empty(tmp_path), "roof", [article(tmp_path)], [undated, COLLAPSE, CONTRACT])
    assert [event.id for event in casefile.load(tmp_path, "roof", drafts=True)[0].events] == [CONTRACT.id, COLLAPSE.id, "a"]


def test_without_a_case_file_the_articles_say_the_language(tmp_path: Path) -> None:
    proposals.propose(empty(tmp_path), "roof", [article(tmp_path)], [CONTRACT])
    decide.accept(tmp_path, [CONTRACT.id], by=None, on="2026-01-05")
    amend(tmp_path / "content/roof/events.yaml", "\n    status:", "\n    title: Signed\n    status:")
    file = casefile.load(tmp_path, "roof")[0]
    assert file.case.languages == ("en",)
    assert file.case.titles.get("en") == "roof"
    assert file.events[0].titles.get("en") == "Signed"


def test_a_case_with_a_name_in_letters_and_blanks(tmp_path: Path) -> None:
    empty(tmp_path, "ünicöde case")
    proposals.propose(tmp_path, "ünicöde case", [article(tmp_path, "ünicöde case")], [CONTRACT])
    assert casefile.load(tmp_path, "ünicöde case", drafts=True)[0].case.id == "ünicöde-case"


def test_pages_are_in_their_languages(tmp_path: Path) -> None:
    project = library(tmp_path)
    (home(project) / "pages/method.fr.md").write_text("\ufeff\n#  Méthode  \n\nVoilà.\n", "utf-8")
    pages = library_file(project).pages
    assert [(page.name, page.lang, page.title) for page in pages] == [
        ("method", "en", "How this was made"),
        ("method", "fr", "Méthode"),
    ]
    assert pages[0].path == "content/library/pages/method.en.md"


def test_a_reply_from_an_unknown_source(tmp_path: Path) -> None:
    project = library(tmp_path)
    amend(home(project) / "case.yaml", "source: courrier", "source: courier")
    (problem,) = casefile.load(project, "library")[1]
    assert problem.hint == "Did you mean “courrier”?"


def test_a_reply_that_its_source_does_not_carry(tmp_path: Path) -> None:
    project = library(tmp_path)
    amend(home(project) / "case.yaml", "ce qui était", "ce qui fut")
    (problem,) = casefile.load(project, "library")[1]
    assert (problem.file, problem.line, problem.fatal) == ("content/library/case.yaml", 15, True)


def test_a_record_that_cannot_be_read_stops(tmp_path: Path) -> None:
    (home(library(tmp_path)) / "events.yaml").write_text("events: [", "utf-8")
    with pytest.raises(Stop, match="not valid YAML"):
        casefile.load(tmp_path / "project", "library")
    assert BODY
