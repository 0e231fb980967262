"""Each quotation is checked against its stored source: at its place, or found again where the file was edited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from roof import BODY, CONTRACT, article, citation, empty

from dateline import verify
from dateline.dossier import Case, Party, Reply
from dateline.model import Article, Citation, Problem
from dateline.record import Record
from dateline.texts import Texts

QUOTE = CONTRACT.citations[0]


def check(project: Path, cited: Citation, source: Article | None = None) -> tuple[Problem, ...]:
    held = Record("events.yaml", (source or article(project),), places=(3,))
    event = replace(CONTRACT, citations=(replace(cited, line=9),), review="accepted")
    return verify.quotations(project, project / "content/roof", held, [event])


def rewrite(project: Path, text: str) -> Article:
    """Change the article's text; what comes back is the article as the record knew it before."""
    before = article(project)
    (project / "content/roof/articles/gazette.txt").write_text(f"---\nlang: en\n---\n{text}", "utf-8")
    return before


def test_a_quotation_at_its_place_holds(tmp_path: Path) -> None:
    assert check(empty(tmp_path), QUOTE) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"quote": QUOTE.quote.replace("signed", "Signed")},
        {"quote": QUOTE.quote.replace(" ", "\u00a0", 1)},
        {"start": 1, "end": QUOTE.end + 1},
        {"start": 10_000, "end": 10_048},
        {"start": -1, "end": -1},
        {"suffix": " on 3 March"},
        {"prefix": "x"},
    ],
)
def test_one_character_off_and_it_does_not_hold(tmp_path: Path, change: dict[str, object]) -> None:
    (problem,) = check(empty(tmp_path), replace(QUOTE, **change))  # type: ignore[arg-type]
    assert (problem.fatal, problem.file, problem.line) == (True, "events.yaml", 9)


def test_the_right_place_is_named(tmp_path: Path) -> None:
    (problem,) = check(empty(tmp_path), replace(QUOTE, start=-1, end=-1))
    assert "“start: 0” and “end: 48”" in problem.hint


def test_an_edited_article_still_carries_the_quotation(tmp_path: Path) -> None:
    source = rewrite(empty(tmp_path), "Corrected on Tuesday.\n" + BODY)
    without_prefix = replace(QUOTE, prefix="")
    assert [problem.kind for problem in check(tmp_path, without_prefix, source)] == ["edited"]


def test_that_an_article_was_edited_is_said(tmp_path: Path) -> None:
    """The quotation stands; the sum of the bytes that readers get is that of another text."""
    recorded = article(empty(tmp_path))
    path = tmp_path / "content/roof/articles/gazette.txt"
    path.write_text(path.read_text("utf-8") + "A line more.\n", "utf-8")
    (problem,) = check(tmp_path, QUOTE, recorded)
    assert (problem.kind, problem.fatal) == ("edited", False)
    assert problem.message.startswith("content/roof/articles/gazette.txt was edited since “gazette” was recorded")
    assert f"“sha256: {article(tmp_path).sha256}”" in problem.hint
    assert check(tmp_path, QUOTE, article(tmp_path)) == ()
    assert check(tmp_path, QUOTE, replace(recorded, sha256=None)) == ()


def test_an_article_that_lost_the_words_fails(tmp_path: Path) -> None:
    source = rewrite(empty(tmp_path), BODY.replace("Kestrel", "the firm"))
    (problem,) = check(tmp_path, QUOTE, source)
    assert problem.fatal
    assert "is not in content/roof/articles/gazette.txt" in problem.message


def test_words_that_stand_twice_are_told_apart_by_those_around_them(tmp_path: Path) -> None:
    twice = citation("Kestrel")
    source = rewrite(empty(tmp_path), "Corrected.\n" + BODY)
    assert [problem.kind for problem in check(tmp_path, twice, source)] == ["edited"]
    (problem,) = check(tmp_path, replace(twice, prefix="", suffix=""), source)
    assert problem.hint.count("start:") == 2


@pytest.mark.parametrize("file", [None, "articles/gone.txt"])
def test_a_source_that_is_not_kept_is_said_and_stops_nothing(tmp_path: Path, file: str | None) -> None:
    empty(tmp_path)
    (problem,) = check(tmp_path, QUOTE, replace(article(tmp_path), file=file))
    assert (problem.kind, problem.fatal, problem.line) == ("unverified", False, 3)


@pytest.mark.parametrize("file", ["../../../secret.txt", "/etc/hostname", "articles/../../x.txt"])
def test_nothing_outside_of_the_case_is_opened(tmp_path: Path, file: str) -> None:
    empty(tmp_path)
    (problem,) = check(tmp_path, QUOTE, replace(article(tmp_path), file=file))
    assert (problem.kind, problem.fatal) == ("outside", True)


def reply(project: Path, said: dict[str, str], *, keep: bool = True) -> tuple[Problem, ...]:
    source = article(project) if keep else replace(article(project), file=None)
    party = Party("kestrel", ("Kestrel",), accused=True, reply=Reply(words=Texts.of(said), sources=("gazette",), line=7))
    return verify.replies(project, project / "content/roof", Case("roof", parties=(party,)), [source])


def test_a_reply_is_a_quotation_of_its_source(tmp_path: Path) -> None:
    assert reply(empty(tmp_path), {"en": "Kestrel had been warned", "fr": "Kestrel avait été averti"}) == ()


def test_a_reply_that_is_not_in_its_source_stops_with_its_line(tmp_path: Path) -> None:
    (problem,) = reply(empty(tmp_path), {"en": "Kestrel was warned"})
    assert (problem.file, problem.line, problem.fatal) == ("content/roof/case.yaml", 7, True)


def test_a_reply_whose_source_is_not_kept_or_that_only_translates_it_is_not_checked(tmp_path: Path) -> None:
    empty(tmp_path)
    for problems in (reply(tmp_path, {"en": "Kestrel"}, keep=False), reply(tmp_path, {"fr": "Kestrel"})):
        assert [(problem.kind, problem.fatal) for problem in problems] == [("unverified", False)]
