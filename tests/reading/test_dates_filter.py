"""`dateline dates` as a filter: a line in, a line out, ranges as two dates; and no worse on the corpora than it was."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dateline.dates_cli import dates
from dateline.model import Stop
from dateline.reading.dates.filter import filter_line
from dateline.yamlfile import fields, load

SHARED = Path(__file__).parents[3] / "shared"
FLOORS = fields(
    load((Path(__file__).parent / "dates_floors.yaml").read_text("utf-8"), "dates_floors.yaml"), "dates_floors.yaml", "floors"
)


def run(*lines: str) -> Result:
    return CliRunner().invoke(dates, ["--jsonl", "-"], input="\n".join(lines))


def document(**changes: Any) -> str:
    return json.dumps({"id": "a", "lang": "fr", "dct": "2019-04-30", "text": "du 3 au 5 mai", **changes})


def test_a_range_is_two_dates_with_their_own_spans() -> None:
    found = filter_line(json.loads(document()))["dates"]
    assert [(d["text"], d["value"], d["edtf"]) for d in found] == [
        ("3", "2019-05-03", "2019-05-03"),
        ("5 mai", "2019-05-05", "2019-05-05"),
    ]


def test_a_night_named_by_both_its_days_is_its_evening_and_its_morning() -> None:
    found = filter_line(json.loads(document(lang="de", text="Es brannte in der Nacht vom 3. auf den 4. Mai 2018.")))["dates"]
    assert [(d["text"], d["value"], d["edtf"]) for d in found] == [
        ("in der Nacht vom 3", "2018-05-03TNI", "2018-05-03"),
        ("4. Mai 2018", "2018-05-04", "2018-05-04"),
    ]


def test_each_line_in_is_a_line_out_and_empty_lines_are_none() -> None:
    out = [json.loads(line) for line in run(document(), "", document(id="b", dct=None, text="hier")).output.splitlines()]
    assert [line["id"] for line in out] == ["a", "b"]
    assert out[1]["dates"] == [
        {"start": 0, "end": 4, "text": "hier", "value": "XXXX-XX-XX", "type": "DATE", "edtf": None, "rule": "fr/deictic"}
    ]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("no json", "JSON"),
        ("[]", "text"),
        ("{}", "text"),
        (document(lang="xx"), "xx"),
        (document(lang=None), "does not say its lang"),
        (document(lang=["fr"]), "fr"),
        (document(lang="languages/fr.yaml"), "not read here"),
        ("[" * 100_000, "JSON"),
        (document(dct="2019-13"), "month"),
        (document(dct=2019), "no text"),
        (document(dct=[]), "no text"),
        (document(dct=False), "no text"),
        ("[" * 100_000, "nested too deep"),
        (document(id=float("nan")), "a number that JSON does not have"),
        (document(id=0).replace("0", "9" * 6000, 1), "a number that JSON does not have"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_its_number(line: str, word: str) -> None:
    """And nothing is printed: half an answer would pass for the whole."""
    answer = run(document(), line)
    assert isinstance(answer.exception, Stop)
    assert word in str(answer.exception)
    assert answer.exception.problems[0].line == 2
    assert answer.stdout == ""


def test_bytes_that_are_no_text_are_named_and_a_mark_before_the_first_line_is_none(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + document().encode() + b"\r\n" + b'{"lang": "fr", "text": "\xe9t\xe9"}')
    stopped = CliRunner().invoke(dates, ["--jsonl", str(path)]).exception
    assert isinstance(stopped, Stop)
    assert str(stopped).startswith(f"{path}:2: This line is not UTF-8.")
    path.write_bytes(path.read_bytes().splitlines()[0])
    assert json.loads(CliRunner().invoke(dates, ["--jsonl", str(path)]).output)["id"] == "a"


def test_a_language_without_a_file_is_read_as_far_as_dateparser_knows_it() -> None:
    (found,) = filter_line(json.loads(document(lang="pl", text="Umowa z 3 maja 2018, podpisana wczoraj")))["dates"]
    assert (found["text"], found["edtf"], found["rule"]) == ("3 maja 2018", "2018-05-03", "dateparser/day-month-year")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """The scorer that lies beside the corpora."""
    path = SHARED / "tools" / "score_dates.py"
    if not path.exists():
        pytest.skip("needs the corpora that lie in ../shared")
    spec = importlib.util.spec_from_file_location("score_dates", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("corpus", FLOORS)
def test_corpora_are_read_no_worse_than_before(corpus: str, scorer: ModuleType) -> None:
    gold = scorer.load(SHARED / "corpora" / "dates" / f"{corpus}.jsonl")
    found = [filter_line(document) for document in gold]
    for types, floor in FLOORS[corpus].items():
        _, scores = scorer.score(gold, found, None if types == "all" else {types})
        assert scores["value"][2] >= float(floor), f"{corpus}, {types}: value F1 is {scores['value'][2]:.1f}"
