"""site/ holds exactly what was made, whole at every moment, and nothing of anybody else's is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.model import Artifact, Stop
from dateline.telling import paths
from dateline.telling.publish import MARKER, publish

ROOT = Path(__file__).parents[2]


def made(**files: str) -> tuple[Artifact, ...]:
    """Artifacts; in names `__` stands for `/`, and `_` for `.`"""
    return tuple(Artifact(path.replace("__", "/").replace("_", "."), text.encode()) for path, text in files.items())


def tree(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text() for path in files if path.name != MARKER}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def test_makes_changes_keeps_and_removes(site: Path) -> None:
    first = publish(made(index_html="1", a__index_html="a", b__c__index_html="c"), site)
    assert first.changed == ("a/index.html", "b/c/index.html", "index.html")
    os.utime(site / "a/index.html", (1, 1))
    second = publish(made(index_html="2", a__index_html="a", d_txt="d"), site)
    assert (second.changed, second.removed, second.unchanged) == (("d.txt", "index.html"), ("b/c/index.html",), ("a/index.html",))
    assert tree(site) == {"index.html": "2", "a/index.html": "a", "d.txt": "d"}
    assert not (site / "b").exists(), "a folder that holds nothing any more is gone"
    assert (site / "a/index.html").stat().st_mtime == 1, "what is the same is left alone"
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"], "nothing is left beside"


def test_what_another_put_there_since_is_gone_but_not_the_newsrooms_own(site: Path) -> None:
    publish(made(index_html="1"), site)
    for name in ("stale/old.html", "CNAME", ".well-known/security.txt", ".git/HEAD"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("x")
    assert publish(made(index_html="1"), site).removed == ("stale/old.html",)
    assert tree(site).keys() == {"index.html", "CNAME", ".well-known/security.txt", ".git/HEAD"}


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_modes_do_not_follow_the_umask(site: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        publish(made(index_html="1", a__b__c_html="c"), site)
        (site / "a").chmod(0o700)
        (site / "index.html").chmod(0o600)
        publish(made(index_html="1", a__b__c_html="c"), site)
    finally:
        os.umask(before)
    modes = {path.relative_to(site.parent).as_posix(): path.stat().st_mode & 0o777 for path in (site, *site.rglob("*"))}
    assert modes == {
        "site": 0o755, "site/.dateline": 0o644, "site/index.html": 0o644,
        "site/a": 0o755, "site/a/b": 0o755, "site/a/b/c.html": 0o644,
    }  # fmt: skip


def test_a_file_may_become_a_folder_and_back(site: Path) -> None:
    publish(made(a="file", z="1"), site)
    publish(made(a__b="below", z="1"), site)
    assert tree(site) == {"a/b": "below", "z": "1"}
    publish(made(a="file", z="1"), site)
    assert tree(site) == {"a": "file", "z": "1"}


def test_a_folder_of_somebody_else_is_refused(site: Path) -> None:
    site.mkdir()
    (site / "thesis.txt").write_text("years of work")
    with pytest.raises(Stop, match=r"did not make \(such as thesis.txt\)"):
        publish(made(index_html="1"), site)
    assert tree(site) == {"thesis.txt": "years of work"}


def test_an_empty_folder_or_one_with_only_the_newsrooms_own_is_taken(site: Path) -> None:
    site.mkdir()
    (site / "CNAME").write_text("timeline.example")
    publish(made(index_html="1"), site)
    assert tree(site) == {"CNAME": "timeline.example", "index.html": "1"}


@pytest.mark.parametrize("where", ["site", "site/a", "site/a/index.html", "site/other", ".dateline", "site/.dateline"])
def test_symbolic_links_are_refused_and_never_followed(site: Path, where: str) -> None:
    outside = site.parent / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("not yours")
    link = site.parent / where
    link.parent.mkdir(parents=True, exist_ok=True)
    if link.parent != site.parent and where != "site/.dateline":
        (site / MARKER).write_text("")
    link.symlink_to(outside / "index.html" if where in {"site/a/index.html", "site/.dateline"} else outside)
    with pytest.raises(Stop, match="symbolic link"):
        publish(made(a__index_html="ours"), site)
    assert tree(outside) == {"index.html": "not yours"}


@pytest.mark.parametrize(
    "path",
    [
        "", "/etc/passwd", "../up", "a/../../up", "a//b", "a/./b", "a/", "./a", "a\\b", "..\\up", "nul\0byte", "a\nb", "C:/x",
        "a:b", "q?", "st*r", "<x>", 'q"', "p|pe", "con", "CON.html", "a/nul", "com1.txt", "LPT9", "aux/index.html", "dot.",
        "blank ", "a/b /c", "x" * 256, "\ud800", ".dateline", ".dateline/x",
    ],
)  # fmt: skip
def test_paths_that_have_no_safe_place_are_refused(site: Path, path: str) -> None:
    with pytest.raises(Stop, match="cannot be a file of the site"):
        publish((Artifact("index.html", b"1"), Artifact(path, b"2")), site)
    assert not site.exists(), "nothing at all is written"


@pytest.mark.parametrize(
    "pair", [("a.html", "A.html"), ("a/x", "A/y"), ("é", "e\u0301"), ("a", "a/b"), ("A", "a/b"), ("x", "x"), ("ß", "SS")]
)
def test_paths_that_are_one_on_some_disks_are_refused(pair: tuple[str, str]) -> None:
    assert [problem.kind for problem in paths.problems(pair)] == ["path"]


def test_ordinary_paths_of_all_scripts_are_fine() -> None:
    every = [
        "index.html",
        "case/fr/événements/2013-contrat/index.html",
        ".nojekyll",
        "ملف/index.html",
        "コン/index.html",
        "console.js",
        "null.txt",
    ]
    assert paths.problems(every) == ()


def test_a_folder_that_cannot_be_written_is_a_sentence(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(made(index_html="1"), site)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "index.html")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Stop, match="No space left on device"):
        publish(made(index_html="2"), site)
    assert tree(site) == {"index.html": "1"}, "the site of before still stands"


WRITER = """
import itertools, sys
from pathlib import Path
from dateline.model import Artifact
from dateline.telling.publish import publish
print("ready", flush=True)
for turn in itertools.count():
    pages = [Artifact(f"page/{n}/index.html", f"{turn} {'x' * 2000} end".encode()) for n in range(60)]
    publish([*pages, Artifact(f"only/{turn}.html", b"0 end")], Path(sys.argv[1]))
"""


def writer(site: Path, code: str) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    return subprocess.Popen([sys.executable, "-c", code, str(site)], stdout=subprocess.PIPE, env=env)


def test_killed_at_any_moment_every_page_is_there_and_whole(site: Path) -> None:
    pages = {f"page/{number}/index.html" for number in range(60)}
    publish([Artifact(path, b"0 end") for path in pages], site)
    chance = random.Random(2)
    for _ in range(12):
        with writer(site, WRITER) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.0, 0.12))
            process.send_signal(signal.SIGKILL)
        after = tree(site)
        assert after.keys() >= pages
        assert all(text.endswith(" end") for text in after.values())
    assert publish([Artifact(path, b"1 end") for path in pages], site).changed == tuple(sorted(pages))
    assert tree(site).keys() == pages
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"], "what the killed runs left is cleared away"


def test_two_runs_at_once_take_turns(site: Path) -> None:
    codes = [WRITER.replace("itertools.count()", f"range({start}, {start + 8})") for start in (100, 200)]
    with writer(site, codes[0]) as one, writer(site, codes[1]) as other:
        assert (one.wait(), other.wait()) == (0, 0)
    assert len({text.split()[0] for path, text in tree(site).items() if path.startswith("page/")}) == 1
