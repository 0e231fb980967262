"""`dateline dates` on plain text, as typed: what is printed, what is written, what is refused, and how soon."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import cli, language

SOURCE = Path(__file__).parents[1] / "generator"
STORY = "Le 25 mars, ils ont porté plainte contre la société, selon leur avocate.\n"


def dates(*words: str, typed: str | bytes = "") -> Result:
    return CliRunner().invoke(cli.main, ["dates", *words], input=typed, catch_exceptions=False)


def test_a_file_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    run = dates(str(path), "--published", "27 mars 2019")
    assert run.exit_code == 0
    assert f"{path}: fr (guessed from the text), published 2019-03-27; 1 time\n" in run.stdout
    assert "1:1       Le 25 mars  2019-03-25  DATE  fr/day-month\n" in run.stdout


def test_what_is_piped_in_is_listed() -> None:
    assert dates("-", "--lang", "fr", typed=STORY).stdout.startswith("stdin: fr, publication date unknown; 1 time\n")
    assert dates("-", "--lang", "pl", typed="Umowa z 3 maja 2018.").stdout.count("dateparser/day-month-year") == 1


def test_a_page_is_written_beside_the_list(tmp_path: Path) -> None:
    target = tmp_path / "proof.html"
    run = dates("-", "--lang", "fr", "--html", str(target), typed=STORY)
    assert "fr/day-month" in run.stdout
    assert '<mark id="word-2" class="loose"' in target.read_text("utf-8")


def test_a_page_never_overwrites_the_text(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    assert dates(str(path), "--html", str(path)).exit_code == 2
    assert path.read_text("utf-8") == STORY


def test_a_language_file_from_elsewhere_is_tried(tmp_path: Path) -> None:
    own = tmp_path / "fr.yaml"
    own.write_text(language.path("fr").read_text("utf-8").replace("    day-month:\n", "    my-day-month:\n", 1), "utf-8")
    assert "fr/my-day-month" in dates("-", "--lang", str(own), typed=STORY).stdout
    torn = tmp_path / "torn.yaml"
    torn.write_text(own.read_text("utf-8").replace('"(le |ce )?{wd}{d} {month}(', '"(le |ce ?{wd}{d} {month}(', 1), "utf-8")
    broken = dates("-", "--lang", str(torn), typed=STORY)
    assert broken.exit_code == 1
    assert "my-day-month" in broken.stderr
    assert f"{torn}:" in broken.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "Name one text"),
        (["-", "--jsonl", "-"], 2, "nothing else"),
        (["--jsonl", "-", "--lang", "fr"], 2, "nothing else"),
        (["nowhere.txt"], 2, "does not exist"),
        (["-", "--lang", "tlh"], 1, "error: stdin: is said to be in “tlh”"),
        (["-", "--lang", "nowhere.yaml"], 1, "error: nowhere.yaml: No such file"),
        (["-", "--lang", "fr", "--published", "bientôt"], 1, "error: stdin: “bientôt” is no EDTF date"),
        (["-", "--lang", "fr", "--html", "/nowhere/at/all.html"], 1, "error: /nowhere/at/all.html: No such file"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(words: list[str], code: int, said: str) -> None:
    run = dates(*words, typed=STORY)
    assert run.exit_code == code
    assert said in run.stderr
    assert run.stdout == ""


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """For the filter no YAML either: a language that has been read before is in the cache."""
    language.load("fr")
    code = (
        "import sys; from dateline.dates_cli import dates;"
        "from click.testing import CliRunner;"
        'CliRunner().invoke(dates, ["--jsonl", "-"], input=\'{"lang": "fr", "text": "hier"}\', catch_exceptions=False);'
        "assert 'yaml' not in sys.modules;"
        'CliRunner().invoke(dates, ["-", "--lang", "fr"], input="hier", catch_exceptions=False);'
        "print([m for m in ('dateparser', 'py3langid', 'numpy', 'babel', 'jinja2', 'sentencex') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(SOURCE)}, check=True
    )
    assert run.stdout == "[]\n"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """As in `dateline dates … | head -1`."""
    lines = '{"lang": "fr", "text": "hier"}\n' * 20_000
    with subprocess.Popen(
        [sys.executable, "-m", "dateline", "dates", "--jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(SOURCE)},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(lines.encode())
        process.stdin.close()
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
