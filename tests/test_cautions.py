"""What an editor would look at twice: accusations that nobody followed up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from roof import COLLAPSE, CONTRACT, empty

from dateline import cautions, edition
from dateline.model import Case, CaseFile, Event, Party, Texts
from dateline.when import When

KESTREL = Party("kestrel", ("Kestrel",), accused=True, line=4)
ACCEPTED = replace(CONTRACT, review="accepted")


def case(party: Party = KESTREL, *events: Event) -> CaseFile:
    return CaseFile(Case("roof", ("en",), parties=(party,)), (), (), events or (ACCEPTED,))


def stale(file: CaseFile, today: str) -> list[str]:
    return [problem.message for problem in cautions.stale(file, "case.yaml", today)]


@pytest.mark.parametrize(
    ("party", "today", "asked"),
    [
        (KESTREL, "2018-12-30", False),  # the contract of 2017 may be of its last day
        (KESTREL, "2018-12-31", True),
        (replace(KESTREL, stage="on trial", stage_on="2020-03-01"), "2021-02-28", False),
        (replace(KESTREL, stage="on trial", stage_on="2020-03-01"), "2021-03-01", True),
        (replace(KESTREL, stage="acquitted"), "2030-01-01", False),
        (replace(KESTREL, outcome=Texts.of({"en": "It was settled."})), "2030-01-01", False),
        (replace(KESTREL, accused=False), "2030-01-01", False),
    ],
)
def test_an_accusation_without_an_outcome_is_asked_about_after_a_year(party: Party, today: str, asked: bool) -> None:
    assert bool(stale(case(party), today)) is asked


def test_only_what_is_published_counts_as_news() -> None:
    fresh = replace(COLLAPSE, when=When("2029-01-01"))
    assert stale(case(KESTREL, ACCEPTED, replace(fresh, review="withdrawn")), "2030-01-01")
    assert not stale(case(KESTREL, ACCEPTED, replace(fresh, review="accepted", when=When("2029-06-01"))), "2030-01-01")


def test_times_that_no_calendar_has_are_passed_over() -> None:
    assert stale(case(KESTREL, replace(ACCEPTED, when=When("-0043"))), "2030-01-01") == []


def test_the_day_is_given_and_never_asked_of_a_clock(tmp_path: Path) -> None:
    """So that the same record makes the same site on any day."""
    project = empty(tmp_path)
    (project / "content/roof/case.yaml").write_text(
        "title: Roof\nlanguages: [en]\nparties:\n  - {name: Kestrel, accused: yes, stage: charged, stage_on: 2019-01-01}\n",
        "utf-8",
    )

    def kinds(today: str | None) -> set[str]:
        return {problem.kind for problem in edition.check(project, today)}

    assert "stale" in kinds("2021-01-01")
    assert "stale" not in kinds("2019-05-01") | kinds(None)
    for name in ("cautions", "casefile", "edition"):
        source = (Path(cautions.__file__).parent / f"{name}.py").read_text("utf-8")
        assert "today()" not in source
        assert ".now(" not in source
