"""Proposals that may be one event are named for a person; what tells two things is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from roof import COLLAPSE, CONTRACT, article, empty

from dateline import doubles, proposals
from dateline.figures import Figure
from dateline.model import ASKED, Citation, Event, Speaker, Voice
from dateline.when import When

RAID = Event("2020-raid", When("2020-03-03"), "raid", "established")


def pairs(*events: Event) -> list[tuple[str, str]]:
    return [(one.id, other.id) for one, other in doubles.doubles(events)]


@pytest.mark.parametrize(
    ("change", "may"),
    [
        ({"when": When("2020-03-05")}, True),
        ({"when": When("2020")}, True),
        ({"when": When("2020-03-11")}, False),
        ({"when": None}, False),
        ({"when": When("../2020-03-03")}, True),
        ({"kind": "arrest"}, False),
        ({"parties": ("korvaal",)}, True),
    ],
)
def test_one_kind_and_times_nearby_may_be_one_event(change: dict[str, object], *, may: bool) -> None:
    other = replace(RAID, id="2020-raid-2", **change)  # type: ignore[arg-type]
    assert bool(pairs(RAID, other)) is may


def test_two_parties_are_two_events() -> None:
    one, other = replace(RAID, parties=("korvaal",)), replace(RAID, id="2020-raid-2", parties=("varne",))
    assert pairs(one, other) == []


def test_what_is_of_no_kind_is_left_alone_in_one_language() -> None:
    one = replace(RAID, kind="other", citations=(Citation("a", "en", "x", 0, 1),))
    assert pairs(one, replace(one, id="2020-raid-2", citations=(Citation("b", "en", "x", 0, 1),))) == []


def test_what_is_asked_is_no_double() -> None:
    one, other = told("en", "other", "2020-03", (), "40000"), told("de", "other", "2020-03", (), "40000")
    assert pairs(one, other)
    assert pairs(replace(one, note=ASKED), other) == []


LIND, VOLE = (Speaker((name,), name, "en", None) for name in ("lind", "vole"))


@pytest.mark.parametrize(
    ("change", "may"),
    [
        ({}, True),
        ({"speaker": VOLE}, False),
        ({"speaker": Speaker((), "she", "en", None)}, True),
        ({"speaker": None}, True),
        ({"when": When("2020-03-04")}, False),
        ({"citations": (Citation("a", "en", "x", 0, 1),)}, False),
    ],
)
def test_what_is_said_may_be_said_once_unless_two_say_it(change: dict[str, object], *, may: bool) -> None:
    said = replace(RAID, kind="statement", speaker=LIND, citations=(Citation("a", "en", "x", 0, 1),))
    other = replace(said, id="2020-statement-2", citations=(Citation("b", "en", "x", 0, 1),))
    assert bool(pairs(said, replace(other, **change))) is may  # type: ignore[arg-type]


def told(lang: str, kind: str, when: str, parties: tuple[str, ...] = (), sum_: str = "") -> Event:
    """An event that one article of that language tells."""
    figures = (Figure(0, 1, "x", sum_, "EUR", "en/figures"),) if sum_ else ()
    cited = Citation(f"a-{lang}", lang, "x", 0, 1, figures=figures)
    return Event(f"{lang}-{kind}", When(when), kind, parties=parties, citations=(cited,))


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (told("en", "lawsuit", "2019-06", ("korvaal",)), told("nl", "other", "2019-06", ("korvaal",)), True),
        (told("en", "lawsuit", "2019", ("korvaal",)), told("nl", "charge", "2019", ("korvaal",)), True),
        (told("en", "lawsuit", "2019", ("korvaal",)), told("nl", "other", "2019", ("korvaal",)), False),
        (told("en", "lawsuit", "2019-06", ("korvaal",)), told("nl", "other", "2019-06"), False),
        (told("en", "lawsuit", "2019-06-03", ("korvaal",)), told("nl", "other", "2019-06-03"), True),
        (told("en", "lawsuit", "2019-06-03", ("korvaal",)), told("nl", "other", "2019-06-03", ("varne",)), False),
        (told("en", "lawsuit", "2019-06-03", ("korvaal",)), told("nl", "raid", "2019-06-03", ("korvaal",)), False),
        (told("en", "payment", "2016", (), "45000"), told("nl", "other", "2016", (), "45000"), True),
        (told("en", "payment", "2016", (), "45000"), told("nl", "other", "2016", (), "46000"), False),
        (told("en", "other", "2018-07-04"), told("nl", "other", "2018-07-04"), True),
        (told("en", "other", "2018-07-04"), replace(told("en", "other", "2018-07-04"), id="twin"), False),
        (replace(told("en", "denial", "2018-07"), speaker=LIND), replace(told("nl", "statement", "2018-07"), speaker=VOLE), False),
        (replace(told("en", "denial", "2018-07-04"), speaker=LIND), replace(told("nl", "statement", "2018-07-04"), speaker=LIND), True),
    ],
)  # fmt: skip
def test_two_languages_may_call_one_event_two_kinds(one: Event, other: Event, *, may: bool) -> None:
    assert bool(pairs(one, other)) is may


def test_the_file_of_proposals_begins_with_them(tmp_path: Path) -> None:
    project = empty(tmp_path)
    raid = replace(COLLAPSE, kind="raid")
    proposals.propose(project, "roof", [article(project)], [CONTRACT, raid, replace(raid, id="twin")])
    text = (project / "content/roof/proposals.yaml").read_text("utf-8")
    assert text.startswith("\n".join(proposals.HEAD))
    assert f"# Possibly one event, for you to say: {COLLAPSE.id} and twin." in text


def test_two_dates_that_cannot_both_be_right_are_named_so_and_first() -> None:
    later, vague = replace(RAID, id="2020-raid-2", when=When("2020-03-05")), replace(RAID, id="2020-raid-3", when=When("2020-03"))
    first, *rest = doubles.lines([RAID, later, vague])
    assert first == "# Two dates for what may be one event, for you to say: 2020-raid (2020-03-03) and 2020-raid-2 (2020-03-05)."
    assert len(rest) == 2
    assert all(line.startswith("# Possibly one event") for line in rest)


@pytest.mark.parametrize(
    ("paper", "when", "may"), [("indictment", "2019-01", True), ("lawsuit", "2019-01", False), ("indictment", "2019", False)]
)
def test_what_two_languages_have_from_one_paper_may_be_one(paper: str, when: str, *, may: bool) -> None:
    one, other = told("en", "other", when), told("nl", "other", when)
    said = [
        replace(event, id=event.citations[0].lang, citations=(replace(event.citations[0], voice=Voice("alleged", role=role)),))
        for event, role in ((one, "indictment"), (other, paper))
    ]
    assert bool(pairs(*said)) is may
