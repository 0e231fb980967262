"""Every verb meets every file of a case in every state that a file can be in but the right one.

Whatever it is: a sentence with the file and what to do, exit code 1, no traceback, and no file of the case changed.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from click.testing import CliRunner, Result
from roof import BODY, COLLAPSE, CONTRACT, article, empty

from dateline import cli, decide, proposals

DAY = "2026-01-05"
YAML = {
    "a number": b"5\n",
    "a sentence": b"nothing decided yet\n",
    "a list": b"- one\n- two\n",
    "texts by name": b"one: two\nthree: four\n",
    "lists that are numbers": b"parties: 5\narticles: 5\nevents: 5\n",
    "lists of texts": b"parties: [one, two]\narticles: [one]\nevents: [one, two]\n",
    "mappings of texts": b"parties: {one: two}\narticles: {one: two}\nevents: {one: two}\n",
    "a bracket left open": b"events: [\n",
    "a tab": b"events:\n\t- id: one\n",
    "a key twice": b"title: one\ntitle: two\n",
    "two documents": b"events:\n---\nevents:\n",
}
BYTES = {"Latin-1": "title: é\n".encode("latin-1"), "UTF-16": "title: one\n".encode("utf-16"), "a NUL": b"title: one\0\n"}
ELSEWHERE = ("a folder", "a link", "nobody may read it")
ARTICLE = "articles/gazette.txt"
FRONT_MATTER = {
    **{name: b"---\n" + text + b"---\n" + BODY.encode() for name, text in (YAML | BYTES).items() if name != "two documents"},
    "front matter left open": b"---\nlang: en\n" + BODY.encode(),
    "nothing below": b"---\nlang: en\n---\n",
    "a PDF": b"%PDF-1.7\n",
}
CONTENTS = {ARTICLE: FRONT_MATTER, **dict.fromkeys(("case.yaml", "events.yaml", "proposals.yaml"), YAML | BYTES)}
EVERY = [(file, flaw) for file, flaws in CONTENTS.items() for flaw in (*flaws, *ELSEWHERE)]

DECIDING = (
    ["accept", COLLAPSE.id, "--by", "Ana"],
    ["accept", COLLAPSE.id, "--with", CONTRACT.id, "--by", "Ana"],
    ["accept", "--origins"],
    ["reject", COLLAPSE.id, "--because", "no event", "--by", "Ana"],
    ["explain", CONTRACT.id],
    ["explain", COLLAPSE.id],
)
TELLING = (["check"], ["build"], ["build", "--drafts"])
READ = ["read"]
VERBS = (*DECIDING, *TELLING, READ)


def asks(verb: list[str], file: str) -> bool:
    """The verb needs the file: decisions are made without the articles, and what is published without proposals."""
    if file == ARTICLE:
        return verb not in DECIDING
    return file != "proposals.yaml" or verb in (*DECIDING, ["build", "--drafts"])


def passes(verb: list[str], file: str, flaw: str) -> bool:
    """A warning is all there is to say: quotations are compared with what stands below the front matter, whatever that is, and
    reading passes over folders.
    """
    below = verb in (["build"], ["build", "--drafts"]) and flaw in YAML
    return file == ARTICLE and (below or (verb == READ and flaw == "a folder"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with an event recorded and one proposed, and its site."""
    project = empty(tmp_path_factory.mktemp("sound"))
    (project / "content/roof/case.yaml").write_text("title: The roof\nsummary: It fell.\nlanguages: [en]\n", "utf-8")
    proposals.propose(project, "roof", [article(project)], [CONTRACT, COLLAPSE])
    decide.accept(project, [CONTRACT.id], by="Ana", on=DAY)
    assert run(project, "build").exit_code == 0
    return project


def run(project: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.main, ["-C", str(project), *words])


def kept(project: Path) -> dict[Path, tuple[int, int]]:
    """Every file of the project but the lock, with what changes where it is written."""
    files = (path for path in project.rglob("*") if path.is_file() and ".dateline" not in path.parts)
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


@pytest.fixture
def spoilt(sound: Path, tmp_path: Path, file: str, flaw: str) -> Iterator[Path]:
    """The project with that file in that state."""
    project = tmp_path / "project"
    shutil.copytree(sound, project)
    path = project / "content/roof" / file
    content = CONTENTS[file].get(flaw)
    if content is not None:
        path.write_bytes(content)
    elif flaw == "a folder":
        path.unlink()
        path.mkdir()
    elif flaw == "a link":
        path.rename(tmp_path / "elsewhere")
        path.symlink_to(tmp_path / "elsewhere")

    with refused(path) if flaw == "nobody may read it" else contextlib.nullcontext():
        yield project


@contextlib.contextmanager
def refused(path: Path) -> Iterator[None]:
    """The system lets nobody read it; a mode would not keep out the superuser."""
    reads = Path.read_bytes

    def read_bytes(self: Path) -> bytes:
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        return reads(self)

    with mock.patch.object(Path, "read_bytes", read_bytes):
        yield


@pytest.mark.parametrize(("file", "flaw"), EVERY)
def test_a_verb_says_what_is_wrong_and_changes_nothing(spoilt: Path, file: str, flaw: str) -> None:
    for verb in (verb for verb in VERBS if asks(verb, file)):
        before = kept(spoilt)
        done = run(spoilt, *verb)
        assert done.exception is None or isinstance(done.exception, SystemExit), (verb, done.exception)
        said = [line for line in done.stderr.splitlines() if f"content/roof/{file}" in line]
        assert said, (verb, done.output)
        assert all(line.startswith(("error: ", "warning: ")) and line.endswith((".", "?")) for line in said), said
        assert done.exit_code == (0 if passes(verb, file, flaw) else 1), (verb, done.output)
        assert kept(spoilt) == before or done.exit_code == 0 or (verb, file) == (READ, ARTICLE), verb


def test_a_case_is_never_started_in_place_of_another(sound: Path) -> None:
    before = kept(sound)
    assert run(sound, "new", "Roof").exit_code == 1
    assert kept(sound) == before


def test_proposals_that_cannot_be_read_are_found_anew(sound: Path, tmp_path: Path) -> None:
    """They are the machine's: reading writes the file, whatever it held."""
    shutil.copytree(sound, tmp_path / "project")
    path = tmp_path / "project/content/roof/proposals.yaml"
    for content in (YAML | BYTES).values():
        path.write_bytes(content)
        assert run(tmp_path / "project", "read").exit_code == 0
        assert b"# Written by" in path.read_bytes()


def test_an_article_that_nobody_may_read_costs_itself_only(sound: Path, tmp_path: Path) -> None:
    shutil.copytree(sound, tmp_path / "project")
    (tmp_path / "project/content/roof/articles/courier.txt").write_text("---\nlang: en\n---\nIt fell in 2020.\n", "utf-8")
    with refused(tmp_path / "project/content/roof" / ARTICLE):
        done = run(tmp_path / "project", "read")
    assert (done.exit_code, "roof: 1 article (en 1)" in done.stdout) == (1, True)
