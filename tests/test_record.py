"""Ids of events become names of files and addresses: what cannot be one is a sentence with its line."""

from __future__ import annotations

import pytest

from dateline import record
from dateline.dossier import Case
from dateline.model import Problem


def problems(*names: str) -> tuple[Problem, ...]:
    events = "".join(f"  - id: {name}\n    kind: other\n    status: reported\n" for name in names)
    return record.parse(f"dateline: 1\nevents:\n{events}", "events.yaml", Case("roof")).problems


@pytest.mark.parametrize("name", ['""', '"."', '".."', '"-"', "con", "NUL", "lpt1", "aux.2019", '"a/b"', '"a b"'])
def test_an_id_that_is_no_name_of_a_file(name: str) -> None:
    (problem,) = problems("first", name)
    assert (problem.kind, problem.file, problem.line, problem.fatal) == ("id", "events.yaml", 6, True)
    assert problem.hint


def test_ids_that_differ_in_case_alone_are_one() -> None:
    (problem,) = problems("2019-lawsuit", "2019-Lawsuit")
    assert (problem.kind, problem.line) == ("duplicate", 6)


@pytest.mark.parametrize(("name", "letters"), [("a" * 256, 256), ("é" * 128, 128), ("2019-" + "lawsuit-" * 50 + "x", 406)])
def test_an_id_too_long_for_the_name_of_a_folder(name: str, letters: int) -> None:
    (problem,) = problems("2019-lawsuit", name)
    assert (problem.kind, problem.file, problem.line, problem.fatal) == ("id", "events.yaml", 6, True)
    assert f"{name[:40]}…" in problem.message
    assert f"{letters} letters" in problem.message
    assert "60 letters" in problem.hint
    assert problems("a" * 255, "é" * 127) == ()


def test_other_ids_are_left_alone() -> None:
    assert problems("console", "2019-lawsuit", "null-and-void", "été") == ()


@pytest.mark.parametrize("told", ["abc123", "Z" * 64, "a" * 63])
def test_a_sum_that_is_none_is_said(told: str) -> None:
    found = record.parse(f"dateline: 1\narticles:\n  - id: post\n    lang: en\n    sha256: {told}\n", "events.yaml", Case("roof"))
    assert [(problem.kind, problem.line) for problem in found.problems] == [("sha256", 5)]


def test_empty_relays_are_said() -> None:
    cited = "    citations:\n      - article: post\n        quote: It rained.\n        relays: ''\n"
    text = f"dateline: 1\narticles:\n  - {{id: post, lang: en}}\nevents:\n  - id: one\n    kind: other\n    status: reported\n{cited}"
    assert ("missing", 11) in [(one.kind, one.line) for one in record.parse(text, "events.yaml", Case("roof")).problems]
