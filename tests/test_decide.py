"""A decision moves a proposal into the record, whole, once, and never half."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from roof import BODY, COLLAPSE, CONTRACT, WARNING, amend, article, empty

from dateline import decide, proposals, record
from dateline.dossier import Case
from dateline.model import Event, Stop

DAY = "2026-01-05"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    empty(tmp_path)
    proposals.propose(tmp_path, "roof", [article(tmp_path)], [CONTRACT, COLLAPSE, WARNING])
    return tmp_path


def events(project: Path, name: str = record.RECORD, case_id: str = "roof") -> dict[str, Event]:
    return {event.id: event for event in record.read(project, Case(case_id), name).events}


def test_accepted_events_are_in_the_record_with_their_articles(project: Path) -> None:
    (done,) = decide.accept(project, [CONTRACT.id, WARNING.id], by="Ana", on=DAY)
    assert ([event.id for event in done.events], done.left) == ([CONTRACT.id, WARNING.id], 1)
    found = events(project)[CONTRACT.id]
    assert (found.review, found.reviewed_by, found.reviewed_on) == ("accepted", "Ana", DAY)
    assert record.read(project, Case("roof"), record.RECORD).articles == (article(project),)
    assert list(events(project, record.PROPOSALS)) == [COLLAPSE.id]


def test_an_article_is_listed_once(project: Path) -> None:
    decide.accept(project, [CONTRACT.id], by=None, on=DAY)
    decide.accept(project, [WARNING.id], by=None, on=DAY)
    assert (project / "content/roof/events.yaml").read_text("utf-8").count("- id: gazette") == 1


def test_a_rejected_event_keeps_its_reason(project: Path) -> None:
    decide.reject(project, [CONTRACT.id], by=None, on=DAY, because="a plan, it was never signed")
    found = events(project)[CONTRACT.id]
    assert (found.review, found.because) == ("rejected", "a plan, it was never signed")


def test_what_a_person_wrote_stays(project: Path) -> None:
    path = project / "content/roof/events.yaml"
    mine = "# Our own.\r\ndateline: 1\r\nevents:\r\n    -   id: mine   # by hand\r\n        kind: other\r\n        status: established\r\n"
    path.write_bytes(mine.encode())
    path.chmod(0o640)
    decide.accept(project, [CONTRACT.id], by=None, on=DAY)
    text = path.read_bytes().decode()
    assert text.startswith(mine.removesuffix("\r\n"))
    assert list(events(project)) == ["mine", CONTRACT.id]
    assert path.stat().st_mode & 0o777 == 0o640


def test_additions_go_into_their_event(project: Path) -> None:
    decide.accept(project, [CONTRACT.id], by=None, on=DAY)
    more = replace(CONTRACT, citations=(*CONTRACT.citations, WARNING.citations[0]))
    proposals.propose(project, "roof", [article(project)], [more])
    decide.accept(project, ["2017-contract-more"], by=None, on=DAY)
    assert [len(event.citations) for event in events(project).values()] == [2]


@pytest.mark.parametrize("ids", [[CONTRACT.id, "2017-contrat"], ["2017-contrat", CONTRACT.id]])
def test_one_unknown_id_and_nothing_is_decided(project: Path, ids: list[str]) -> None:
    with pytest.raises(decide.NotProposed) as stop:
        decide.accept(project, ids, by=None, on=DAY)
    assert "Did you mean “2017-contract”?" in str(stop.value)
    assert not (project / "content/roof/events.yaml").exists()
    assert len(events(project, record.PROPOSALS)) == 3


def test_a_record_that_cannot_be_added_to_stays_as_it_is(project: Path) -> None:
    path = project / "content/roof/events.yaml"
    path.write_text("dateline: 1\nevents: []\n", "utf-8")
    with pytest.raises(Stop, match="Nothing was changed"):
        decide.accept(project, [CONTRACT.id], by=None, on=DAY)
    assert path.read_text("utf-8") == "dateline: 1\nevents: []\n"
    assert len(events(project, record.PROPOSALS)) == 3


def test_an_id_that_the_record_has_already_is_refused(project: Path) -> None:
    (project / "content/roof/events.yaml").write_text(
        "events:\n  - id: 2017-contract\n    kind: other\n    status: reported\n", "utf-8"
    )
    with pytest.raises(Stop, match="in the record already"):
        decide.accept(project, [CONTRACT.id], by=None, on=DAY)


def test_the_same_id_in_two_cases_needs_the_case(project: Path) -> None:
    empty(project, "second")
    proposals.propose(project, "second", [article(project, "second")], [CONTRACT])
    with pytest.raises(decide.NotProposed, match="--case"):
        decide.accept(project, [CONTRACT.id], by=None, on=DAY)
    (done,) = decide.accept(project, [CONTRACT.id], "second", by=None, on=DAY)
    assert done.case_id == "second"
    assert not (project / "content/roof/events.yaml").exists()


def test_a_link_is_not_written_through(project: Path) -> None:
    outside = project / "outside.yaml"
    outside.write_text("events:\n", "utf-8")
    (project / "content/roof/events.yaml").symlink_to(outside)
    with pytest.raises(Stop, match="symbolic link"):
        decide.accept(project, [CONTRACT.id], by=None, on=DAY)
    assert outside.read_text("utf-8") == "events:\n"


def test_decisions_at_the_same_time_are_all_kept(project: Path) -> None:
    """Three processes at once: the lock makes each see what the one before has written."""
    source = Path(__file__).parent.parent / "generator"

    def accept(name: str) -> int:
        command = [sys.executable, "-m", "dateline", "-C", str(project), "accept", name]
        return subprocess.run(command, env={"PYTHONPATH": str(source)}, check=False).returncode

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(accept, [CONTRACT.id, COLLAPSE.id, WARNING.id])) == [0, 0, 0]
    assert sorted(events(project)) == sorted([CONTRACT.id, COLLAPSE.id, WARNING.id])
    assert events(project, record.PROPOSALS) == {}


def both(project: Path, *events_: Event, origins: tuple[str, str]) -> None:
    """Propose from the gazette and the courier, of which reading finds these origins."""
    file = project / "content/roof/articles/courier.txt"
    file.write_text(BODY, "utf-8")
    made = [article(project), article(project, name="courier")]
    read = [
        replace(one, origin=origin, origin_found=origin, origin_why="same wording, certain")
        for one, origin in zip(made, origins, strict=True)
    ]
    proposals.propose(project, "roof", read, events_)


def origins(project: Path) -> dict[str, str | None]:
    return {one.id: one.origin for one in record.read(project, Case("roof"), record.RECORD).articles}


MORE = replace(CONTRACT, citations=(*CONTRACT.citations, replace(CONTRACT.citations[0], article="courier")))


def test_a_copy_that_is_added_later_counts_to_the_recorded_report(project: Path) -> None:
    alone = replace(article(project), origin="the-gazette", origin_found="the-gazette")
    proposals.propose(project, "roof", [alone], [CONTRACT])
    decide.accept(project, [CONTRACT.id], by=None, on=DAY)
    both(project, MORE, origins=("the-courier", "the-courier"))
    decide.accept(project, ["2017-contract-more"], by=None, on=DAY)
    assert origins(project) == {"gazette": "the-gazette", "courier": "the-gazette"}


def test_recorded_articles_that_turn_out_to_be_one_report_are_regrouped_with_any_decision(project: Path) -> None:
    both(project, MORE, WARNING, origins=("the-gazette", "the-courier"))
    decide.accept(project, [MORE.id], by=None, on=DAY)
    assert origins(project) == {"gazette": "the-gazette", "courier": "the-courier"}
    both(project, MORE, WARNING, origins=("wire", "wire"))
    (done,) = decide.accept(project, [WARNING.id], by=None, on=DAY)
    assert origins(project) == {"gazette": "wire", "courier": "wire"}
    assert [one.id for one in done.regrouped] == ["gazette", "courier"]


def test_origins_are_brought_up_to_date_without_a_proposal(project: Path) -> None:
    both(project, MORE, origins=("the-gazette", "the-courier"))
    decide.accept(project, [MORE.id], by=None, on=DAY)
    assert decide.regroup(project) == ()
    both(project, MORE, origins=("wire", "wire"))
    (done,) = decide.regroup(project)
    assert ([one.id for one in done.regrouped], done.events) == (["gazette", "courier"], ())
    assert decide.regroup(project) == ()


def test_an_origin_that_a_person_wrote_into_the_record_stays(project: Path) -> None:
    both(project, MORE, WARNING, origins=("the-gazette", "the-courier"))
    decide.accept(project, [MORE.id], by=None, on=DAY)
    amend(project / "content/roof/events.yaml", "    origin: the-courier\n", "    origin: ours\n")
    both(project, MORE, WARNING, origins=("wire", "wire"))
    decide.accept(project, [WARNING.id], by=None, on=DAY)
    assert origins(project)["courier"] == "ours"


def test_two_proposals_are_accepted_as_one(project: Path) -> None:
    (done,) = decide.accept(project, [WARNING.id], by="Ana", on=DAY, into=CONTRACT.id)
    (event,) = events(project).values()
    assert (event.id, event.kind, event.when) == (CONTRACT.id, CONTRACT.kind, CONTRACT.when)
    assert [one.quote for one in event.citations] == [one.quote for one in (*CONTRACT.citations, *WARNING.citations)]
    assert (done.left, list(events(project, record.PROPOSALS))) == (1, [COLLAPSE.id])
    proposals.propose(project, "roof", [article(project)], [CONTRACT, COLLAPSE, WARNING])
    assert list(events(project, record.PROPOSALS)) == [COLLAPSE.id]


def test_a_proposal_is_put_into_a_recorded_event(project: Path) -> None:
    decide.accept(project, [CONTRACT.id], by=None, on=DAY)
    decide.accept(project, [WARNING.id], by=None, on=DAY, into=CONTRACT.id)
    assert [(one.id, len(one.citations)) for one in events(project).values()] == [(CONTRACT.id, 2)]


def test_two_recorded_events_become_one_and_the_other_says_that_it_was_withdrawn(project: Path) -> None:
    decide.accept(project, [CONTRACT.id, WARNING.id], by=None, on=DAY)
    decide.accept(project, [WARNING.id], by="Ana", on=DAY, into=CONTRACT.id)
    one, other = events(project).values()
    assert (one.review, len(one.citations)) == ("accepted", 2)
    assert (other.review, other.because) == ("withdrawn", f"one with {CONTRACT.id}, Ana, {DAY}")


def test_nothing_is_put_into_what_was_rejected(project: Path) -> None:
    decide.reject(project, [CONTRACT.id], by=None, on=DAY, because="no event")
    with pytest.raises(Stop, match="is rejected"):
        decide.accept(project, [WARNING.id], by=None, on=DAY, into=CONTRACT.id)
