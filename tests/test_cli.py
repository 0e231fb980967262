"""The verbs as typed: what they do, what they say and where, and the exit code."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from roof import COLLAPSE, CONTRACT, amend, article, empty, home, library

from dateline import cli, edition, proposals, record
from dateline.dossier import Case
from dateline.model import Problem, Stop
from dateline.telling import preview

SOURCE = Path(__file__).parent.parent / "generator"


def dateline(project: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.main, ["-C", str(project), *words], catch_exceptions=False)


@pytest.fixture
def proposed(tmp_path: Path) -> Path:
    empty(tmp_path)
    proposals.propose(tmp_path, "roof", [article(tmp_path)], [CONTRACT, COLLAPSE])
    return tmp_path


def test_it_answers_at_once() -> None:
    """Under 0.3 s of work: nothing heavy is imported before a verb needs it. Other programs' load does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        [sys.executable, "-m", "dateline", "--help"], capture_output=True, env={"PYTHONPATH": str(SOURCE)}, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert b"build" in run.stdout
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3


def test_heavy_parts_are_not_imported_to_check_a_record(tmp_path: Path) -> None:
    heavy = ("dateparser", "py3langid", "numpy", "watchfiles", "tqdm", "sentencex")
    code = f"import sys; from dateline import edition; edition.make(__import__('pathlib').Path({str(library(tmp_path))!r})); print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(SOURCE)}, check=True
    )
    assert run.stdout.strip() == "[]"


def test_the_whole_way(tmp_path: Path) -> None:
    """new, an article, read, accept, check, build: as a reporter would, to a page with the quotation on it."""
    assert dateline(tmp_path, "new", "The roof", "--lang", "en").exit_code == 0
    body = "The city of Marrow signed a contract with Kestrel Roofing in 2017. Kestrel Roofing was founded in 1998.\n"
    (tmp_path / "content/the-roof/articles/gazette.txt").write_text(f"---\nlang: en\ndate: 2021-05-06\n---\n{body}", "utf-8")
    read = dateline(tmp_path, "read")
    assert read.exit_code == 0, read.output
    assert "the-roof: 1 article (en 1), 1 independent report" in read.stdout
    (contract,) = [line.split()[0] for line in read.stdout.splitlines() if "  2017  contract" in line]
    assert dateline(tmp_path, "accept", contract, "--by", "Ana").exit_code == 0
    assert dateline(tmp_path, "check").exit_code == 0
    built = dateline(tmp_path, "build")
    assert built.exit_code == 0, built.output
    assert "1 case, 1 event" in built.stdout
    assert "signed a contract with Kestrel Roofing in" in (tmp_path / "site/the-roof/en/index.html").read_text("utf-8")
    again = dateline(tmp_path, "build")
    assert " 0 files written, 0 removed" in again.stdout


def test_drafts_are_built_only_when_asked_for(proposed: Path) -> None:
    dateline(proposed, "build", "--output", str(proposed / "told"))
    dateline(proposed, "build", "--drafts", "--output", str(proposed / "drafts"))
    quote = "The city signed a contract with Kestrel in"
    assert quote not in (proposed / "told/roof/timeline.json").read_text("utf-8")
    assert quote in (proposed / "drafts/roof/timeline.json").read_text("utf-8")


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    project = library(tmp_path)
    dateline(project, "build")
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    amend(home(project) / "events.yaml", "signed a contract", "signed the contract")
    failed = dateline(project, "build")
    assert failed.exit_code == 1
    assert "error: content/library/events.yaml:35:" in failed.stderr
    assert failed.stdout == ""
    assert {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()} == before


def test_reject_needs_a_reason(proposed: Path) -> None:
    assert dateline(proposed, "reject", CONTRACT.id).exit_code == 2
    assert dateline(proposed, "reject", CONTRACT.id, "--because", "a plan").exit_code == 0
    assert "no proposal left" not in dateline(proposed, "check").stdout


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["acept", "x"], "Did you mean “accept”?"),
        (["read", "rof"], "Did you mean “roof”?"),
        (["accept", "2017-contrct"], "Did you mean “2017-contract”?"),
        (["accept", "2017-contract", "--case", "rof"], "Did you mean “roof”?"),
        (["accept"], "Missing argument"),
        (["build", "--base-url", "desk.example"], "does not start with http://"),
        (["new", "x", "--lang", "tlh"], "is no language"),
        (["build", "--stric"], "--strict"),
    ],
)
def test_a_mistyped_command_is_exit_code_2(proposed: Path, words: list[str], hint: str) -> None:
    run = dateline(proposed, *words)
    assert (run.exit_code, run.stdout) == (2, "")
    assert hint in run.stderr


def test_a_folder_that_is_not_there() -> None:
    assert CliRunner().invoke(cli.main, ["-C", "/nowhere", "check"]).exit_code == 2


def test_an_empty_project(tmp_path: Path) -> None:
    assert dateline(tmp_path, "read").exit_code == 2
    assert dateline(tmp_path, "check").exit_code == 1
    built = dateline(tmp_path, "build")
    assert (built.exit_code, (tmp_path / "site").exists()) == (1, False)
    assert "dateline new NAME" in built.stderr


def test_check_says_how_much_there_is(tmp_path: Path) -> None:
    project = library(tmp_path)
    assert dateline(project, "check").stdout == "Nothing to mend.\n"
    (home(project) / "articles/gazette.txt").unlink()
    assert dateline(project, "check").stdout == "0 to mend, 1 to look at.\n"
    strict = dateline(project, "check", "--strict")
    assert (strict.stdout, strict.exit_code) == ("1 to mend, 0 to look at.\n", 1)


def test_an_article_that_cannot_be_read_does_not_stop_the_others(proposed: Path) -> None:
    (proposed / "content/roof/articles/bad.txt").write_bytes(b"\xff\xfe")
    run = dateline(proposed, "read")
    assert run.exit_code == 1
    assert "error: content/roof/articles/bad.txt" in run.stderr
    assert "1 article (en 1)" in run.stdout


def test_a_disk_that_says_no_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "content").touch()
    run = dateline(tmp_path, "new", "roof")
    assert run.exit_code == 1
    assert run.stderr.startswith("error: ")
    assert run.stderr.count("\n") == 1


def test_serve_builds_drafts_under_the_base_path_and_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = library(tmp_path)
    seen: dict[str, object] = {}

    def serve(build: object, watch: object, *, ready: object, **where: object) -> None:
        seen.update(where, watch=watch, pages=len(build()))  # type: ignore[operator]
        ready("http://127.0.0.1:8001/timelines/")  # type: ignore[operator]

    monkeypatch.setattr(preview, "serve", serve)
    run = dateline(project, "serve", "--no-open", "--port", "8001")
    assert run.exit_code == 0
    assert run.stdout.startswith("http://127.0.0.1:8001/timelines/")
    assert (seen["host"], seen["port"], seen["base_path"]) == ("127.0.0.1", 8001, "/timelines/")
    assert seen["watch"] == [project / "content", project / "templates"]
    assert seen["pages"]


@pytest.mark.parametrize(("words", "shown"), [((), ["http://127.0.0.1:8000/"]), (("--no-open",), [])])
def test_serve_opens_the_browser_unless_told_not_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], shown: list[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(preview, "serve", lambda *_, ready, **__: ready("http://127.0.0.1:8000/"))
    monkeypatch.setattr(preview, "show", opened.append)
    assert dateline(library(tmp_path), "serve", *words).stdout == "http://127.0.0.1:8000/  (Ctrl-C ends it)\n"
    assert opened == shown


def test_serve_starts_although_a_case_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mistake is shown in the browser, where the reporter is looking."""
    project = library(tmp_path)
    (home(project) / "events.yaml").write_text("events: [", "utf-8")

    def serve(build: object, *_: object, **__: object) -> None:
        with pytest.raises(Stop):
            build()  # type: ignore[operator]

    monkeypatch.setattr(preview, "serve", serve)
    assert dateline(project, "serve", "--no-open").exit_code == 0


def test_problems_of_a_template_are_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(*_: object, **__: object) -> None:
        raise Stop(Problem("template", "templates/base.html.j2", "cannot be read.", "Mend it.", 3))

    monkeypatch.setattr(edition, "make", make)
    run = dateline(library(tmp_path), "build")
    assert (run.exit_code, run.stderr) == (1, "error: templates/base.html.j2:3: cannot be read. Mend it.\n")


def test_a_terminal_that_is_not_utf8_ends_no_run(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dateline", "-C", str(tmp_path), "new", "Ünï"]
    run = subprocess.run(
        command, capture_output=True, env={"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "latin-1"}, check=False
    )
    assert run.returncode == 0
    assert b"content/\xfcn\xef is ready" in run.stdout
    assert b"\\u201cdateline read" in run.stdout


def test_serve_says_in_the_terminal_too_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def serve(*_: object, complain: Callable[[tuple[Problem, ...]], object], **__: object) -> None:
        complain((Problem("quote", "content/x/events.yaml", "is wrong.", line=3),))

    monkeypatch.setattr(preview, "serve", serve)
    assert "error: content/x/events.yaml:3: is wrong." in dateline(library(tmp_path), "serve", "--no-open").stderr


@pytest.mark.parametrize("verb", [["accept"], ["reject", "--because", "a plan"]])
def test_a_decision_that_nobody_signs_is_warned_of(proposed: Path, verb: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_BY", raising=False)
    run = dateline(proposed, *verb, CONTRACT.id)
    assert run.exit_code == 0
    assert run.stderr == "warning: the record names nobody who decided this. Say who with --by NAME, or set DATELINE_BY.\n"
    assert dateline(proposed, *verb, COLLAPSE.id, "--by", "Ana").stderr == ""


def test_a_reader_who_leaves_ends_the_run_without_a_word(tmp_path: Path) -> None:
    """As with “dateline read | head”."""
    come, go = os.pipe()
    os.close(come)
    try:
        run = subprocess.run(
            [sys.executable, "-m", "dateline", "-C", str(empty(tmp_path)), "read"],
            stdout=go,
            stderr=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": str(SOURCE)},
            check=False,
        )
    finally:
        os.close(go)
    assert "roken pipe" not in run.stderr
    assert "Traceback" not in run.stderr


def test_two_entries_become_one_and_origins_are_brought_up_to_date(proposed: Path) -> None:
    done = dateline(proposed, "accept", COLLAPSE.id, "--with", CONTRACT.id, "--by", "Ana")
    assert done.output.startswith(f"roof: accepted {COLLAPSE.id}, {CONTRACT.id} as one entry, {CONTRACT.id}; no proposal left")
    assert "Nothing to change" in dateline(proposed, "accept", "--origins").output
    path = proposed / "content/roof/proposals.yaml"
    amend(path, "kind: article", "kind: article\n    origin: wire\n    origin_found: wire")
    assert dateline(proposed, "accept", "--origins").exit_code == 0
    assert [dateline(proposed, "accept", *words).exit_code for words in ([], ["--origins", CONTRACT.id])] == [2, 2]


@pytest.mark.parametrize(
    ("story", "names"),
    [
        ("ferry", ("kueste-de", "coastal-en", "rivage-fr")),  # a wire
        ("leak", ("seepost-de", "courrier-fr", "tanner-en")),  # a relay before what it relays
    ],
)
def test_copies_that_come_after_acceptance_confirm_nothing(tmp_path: Path, story: str, names: tuple[str, ...]) -> None:
    """One report in three languages, read one after the other: what readers get counts one origin at every step."""
    articles = tmp_path / "content/case/articles"
    articles.mkdir(parents=True)
    for number, name in enumerate(names, 1):
        shutil.copy(Path(__file__).parent / f"reading/pairs/{story}/{name}.md", articles)
        assert dateline(tmp_path, "read").exit_code == 0
        ids = [event.id for event in record.read(tmp_path, Case("case"), record.PROPOSALS).events]
        assert dateline(tmp_path, "accept", *ids, "--by", "Ana").exit_code == 0
        assert dateline(tmp_path, "build").exit_code == 0
        told = json.loads((tmp_path / "site/case/timeline.json").read_text("utf-8"))
        assert [len(origin["articles"]) for origin in told["origins"]] == [number]
        assert {len(event["origins"]) for event in told["events"]} == {1}
        assert "agrees" not in {event["agreement"] for event in told["events"]}
    assert max(len({one["article"] for one in event["citations"]}) for event in told["events"]) > 1
