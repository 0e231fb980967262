"""What the record holds is not proposed again; what is new is, and where it belongs to a recorded event, as an addition."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from roof import BODY, COLLAPSE, CONTRACT, WARNING, amend, article, citation, empty

from dateline import decide, proposals, record
from dateline.dossier import Case
from dateline.model import Event
from dateline.when import When

DAY = "2026-01-05"
LIKE = f"like {CONTRACT.id}, rejected on {DAY}: no event"


def propose(project: Path, *events: Event, also: str = "") -> proposals.Proposed:
    articles = [article(project)]
    if also:
        (project / "content/roof/articles" / f"{also}.txt").write_text(BODY, "utf-8")
        articles.append(article(project, name=also))
    return proposals.propose(project, "roof", articles, events)


def held(project: Path, name: str = record.PROPOSALS) -> dict[str, Event]:
    return {event.id: event for event in record.read(project, Case("roof"), name).events}


def test_what_was_proposed_can_be_read(tmp_path: Path) -> None:
    found = propose(empty(tmp_path), CONTRACT, COLLAPSE)
    assert [event.id for event in found.events] == [CONTRACT.id, COLLAPSE.id]
    assert held(tmp_path)[CONTRACT.id].citations[0].quote == CONTRACT.citations[0].quote
    assert {event.review for event in held(tmp_path).values()} == {"proposed"}


def test_two_runs_write_the_same_bytes_and_leave_the_file_alone(tmp_path: Path) -> None:
    propose(empty(tmp_path), CONTRACT, WARNING)
    path = tmp_path / "content/roof/proposals.yaml"
    before = (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
    propose(tmp_path, CONTRACT, WARNING)
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


@pytest.mark.parametrize("review", ["accepted", "rejected"])
def test_a_decided_event_is_not_proposed_again(tmp_path: Path, review: str) -> None:
    propose(empty(tmp_path), CONTRACT, WARNING)
    because = "no event" if review == "rejected" else None
    decide.decide(tmp_path, [CONTRACT.id], None, decide.Decision(review, None, DAY, because))  # type: ignore[arg-type]
    found = propose(tmp_path, CONTRACT, WARNING)
    assert ([event.id for event in found.events], found.additions, found.held) == ([WARNING.id], (), 1)


def test_a_person_may_change_the_kind_of_an_event_and_keep_its_id(tmp_path: Path) -> None:
    propose(empty(tmp_path), CONTRACT)
    decide.accept(tmp_path, [CONTRACT.id], by=None, on=DAY)
    amend(tmp_path / "content/roof/events.yaml", "kind: contract", "kind: renewal")
    assert propose(tmp_path, CONTRACT).held == 1


def test_further_quotations_of_a_recorded_event_are_an_addition(tmp_path: Path) -> None:
    """Found by the words that both quote: the first quotation is known, the second is new."""
    propose(empty(tmp_path), CONTRACT)
    decide.accept(tmp_path, [CONTRACT.id], by=None, on=DAY)
    second = replace(CONTRACT.citations[0], article="courier")
    found = propose(tmp_path, replace(CONTRACT, citations=(*CONTRACT.citations, second)), also="courier")
    (addition,) = found.additions
    assert (addition.id, addition.adds_to, [one.article for one in addition.citations]) == (
        "2017-contract-more",
        CONTRACT.id,
        ["courier"],
    )
    assert found.events == ()


@pytest.mark.parametrize(
    ("change", "adds"),
    [
        ({}, True),
        ({"when": When("2017-04")}, True),
        ({"when": When("2018")}, False),
        ({"parties": ("someone-else",)}, False),
        ({"kind": "payment"}, False),
        ({"when": None}, False),  # a case may have many contracts
    ],
)
def test_an_event_told_elsewhere_is_known_by_kind_time_and_parties(tmp_path: Path, change: dict[str, object], adds: bool) -> None:
    propose(empty(tmp_path), CONTRACT)
    decide.accept(tmp_path, [CONTRACT.id], by=None, on=DAY)
    other = replace(CONTRACT, citations=(replace(CONTRACT.citations[0], article="courier"),), **change)  # type: ignore[arg-type]
    found = propose(tmp_path, other, also="courier")
    assert (len(found.additions), len(found.events)) == ((1, 0) if adds else (0, 1))


def test_an_undated_report_is_added_where_a_case_has_one_event_of_the_kind(tmp_path: Path) -> None:
    lawsuit = replace(CONTRACT, id="2017-lawsuit", kind="lawsuit")
    propose(empty(tmp_path), lawsuit)
    decide.accept(tmp_path, [lawsuit.id], by=None, on=DAY)
    undated = replace(lawsuit, when=None, citations=(replace(CONTRACT.citations[0], article="courier", mention=None),))
    assert [event.adds_to for event in propose(tmp_path, undated, also="courier").additions] == [lawsuit.id]


def test_a_rejected_addition_does_not_come_back(tmp_path: Path) -> None:
    propose(empty(tmp_path), CONTRACT)
    decide.accept(tmp_path, [CONTRACT.id], by=None, on=DAY)
    more = replace(CONTRACT, citations=(*CONTRACT.citations, replace(CONTRACT.citations[0], article="courier")))
    propose(tmp_path, more, also="courier")
    decide.reject(tmp_path, ["2017-contract-more"], by=None, on=DAY, because="a copy")
    found = propose(tmp_path, more, also="courier")
    assert (found.events, found.additions, found.held) == ((), (), 2)
    assert held(tmp_path, record.RECORD)["2017-contract-more"].review == "rejected"


def test_new_evidence_for_a_rejected_event_is_a_new_proposal(tmp_path: Path) -> None:
    """Only the words that were rejected stay away: another article may know better."""
    propose(empty(tmp_path), CONTRACT)
    decide.reject(tmp_path, [CONTRACT.id], by=None, on=DAY, because="no event")
    second = replace(CONTRACT.citations[0], article="courier")
    found = propose(tmp_path, replace(CONTRACT, citations=(*CONTRACT.citations, second)), also="courier")
    assert [(event.id, len(event.citations)) for event in found.events] == [("2017-contract-2", 1)]
    assert (found.events[0].note, found.held) == (LIKE, 1)
    assert held(tmp_path)["2017-contract-2"].note == LIKE
    decide.accept(tmp_path, ["2017-contract-2"], by=None, on=DAY)
    assert held(tmp_path, record.RECORD)["2017-contract-2"].note == LIKE


@pytest.mark.parametrize(
    ("change", "like"),
    [
        ({}, True),
        ({"when": When("2017-04")}, True),
        ({"parties": ()}, True),
        ({"when": When("2018")}, False),
        ({"kind": "payment"}, False),
        ({"kind": "other"}, False),
        ({"parties": ("someone-else",)}, False),
        ({"when": None}, False),
    ],
)
def test_a_report_of_what_may_be_a_rejected_event_says_so(tmp_path: Path, change: dict[str, object], like: bool) -> None:
    propose(empty(tmp_path), CONTRACT)
    decide.reject(tmp_path, [CONTRACT.id], by=None, on=DAY, because="no event")
    elsewhere = replace(CONTRACT.citations[0], article="courier")
    (found,) = propose(tmp_path, replace(CONTRACT, citations=(elsewhere,), **change), also="courier").events  # type: ignore[arg-type]
    assert found.note == (LIKE if like else None)


def test_a_doubt_of_the_reading_stands_beside_what_was_decided_and_goes_into_the_record(tmp_path: Path) -> None:
    doubted = replace(CONTRACT, note="a doubt")
    (found,) = propose(empty(tmp_path), doubted).events
    assert found.note == held(tmp_path)[CONTRACT.id].note == "a doubt"
    decide.reject(tmp_path, [CONTRACT.id], by=None, on=DAY, because="no event")
    elsewhere = replace(doubted.citations[0], article="courier")
    (found,) = propose(tmp_path, replace(doubted, citations=(elsewhere,)), also="courier").events
    assert found.note == f"a doubt; {LIKE}"
    decide.accept(tmp_path, [found.id], by=None, on=DAY)
    assert held(tmp_path, record.RECORD)[found.id].note == found.note


def test_the_last_of_several_decisions_is_told_with_who_made_it(tmp_path: Path) -> None:
    later = replace(CONTRACT, id="2017-06-contract", when=When("2017-06"), citations=(COLLAPSE.citations[0],))
    propose(empty(tmp_path), CONTRACT, later)
    decide.reject(tmp_path, [CONTRACT.id], by=None, on=DAY, because="no event")
    decide.reject(tmp_path, [later.id], by="Ana", on="2026-02-01", because="hearsay")
    elsewhere = replace(CONTRACT.citations[0], article="courier")
    (found,) = propose(tmp_path, replace(CONTRACT, citations=(elsewhere,)), also="courier").events
    assert found.note == "like 2017-06-contract, rejected by Ana on 2026-02-01: hearsay"


def test_each_decision_that_is_found_again_is_counted_once(tmp_path: Path) -> None:
    """One that gets further quotations is counted with those."""
    propose(empty(tmp_path), CONTRACT, COLLAPSE, WARNING)
    decide.accept(tmp_path, [CONTRACT.id, WARNING.id], by=None, on=DAY)
    decide.reject(tmp_path, [COLLAPSE.id], by=None, on=DAY, because="no event")
    elsewhere = [replace(event.citations[0], article="courier") for event in (CONTRACT, COLLAPSE)]
    told = [
        replace(event, citations=(*event.citations, more)) for event, more in zip((CONTRACT, COLLAPSE), elsewhere, strict=True)
    ]
    found = propose(tmp_path, *told, WARNING, replace(WARNING, id="2019-04-statement-2"), also="courier")
    assert ([event.adds_to for event in found.additions], len(found.events), found.held) == ([CONTRACT.id], 1, 2)


def test_an_edited_article_is_compared_by_its_words(tmp_path: Path) -> None:
    """A line added at the top moves every place; the quotation is still the same."""
    propose(empty(tmp_path), CONTRACT)
    decide.accept(tmp_path, [CONTRACT.id], by=None, on=DAY)
    amend(tmp_path / "content/roof/articles/gazette.txt", BODY, "Corrected version.\n" + BODY)
    moved = replace(CONTRACT.citations[0], start=19, end=67)
    assert propose(tmp_path, replace(CONTRACT, citations=(moved,))).held == 1


def test_other_words_of_the_same_sentence_can_be_another_event(tmp_path: Path) -> None:
    propose(empty(tmp_path), CONTRACT)
    decide.accept(tmp_path, [CONTRACT.id], by=None, on=DAY)
    same_words = replace(COLLAPSE, citations=(citation("The city signed a contract"),))
    assert [event.id for event in propose(tmp_path, same_words).events] == [COLLAPSE.id]


def test_ids_are_given_once(tmp_path: Path) -> None:
    found = propose(empty(tmp_path), CONTRACT, replace(WARNING, id="2017-CONTRACT"))
    assert [event.id for event in found.events] == ["2017-contract", "2017-CONTRACT-2"]


@pytest.mark.parametrize("review", ["accepted", "rejected"])
def test_an_event_of_another_kind_by_now_is_known_by_its_words(tmp_path: Path, review: str) -> None:
    """A further article tells a kind, and the id with it, that the first did not."""
    vague = replace(CONTRACT, id="2017-other", kind="other")
    propose(empty(tmp_path), vague)
    because = "no event" if review == "rejected" else None
    decide.decide(tmp_path, [vague.id], None, decide.Decision(review, None, DAY, because))  # type: ignore[arg-type]
    assert propose(tmp_path, CONTRACT).held == 1
    second = replace(CONTRACT.citations[0], article="courier")
    found = propose(tmp_path, replace(CONTRACT, citations=(*CONTRACT.citations, second)), also="courier")
    if review == "accepted":
        assert ([event.adds_to for event in found.additions], found.events) == ([vague.id], ())
    else:
        assert [[one.article for one in event.citations] for event in found.events] == [["courier"]]


def test_two_events_of_one_sentence_are_two(tmp_path: Path) -> None:
    """“Arrested and charged on Monday”: what is decided of one says nothing of the other."""
    charge = replace(CONTRACT, id="2017-payment", kind="payment")
    propose(empty(tmp_path), CONTRACT, charge)
    decide.accept(tmp_path, [CONTRACT.id], by=None, on=DAY)
    assert [event.id for event in propose(tmp_path, CONTRACT, charge).events] == [charge.id]


def test_two_dates_of_one_sentence_are_two(tmp_path: Path) -> None:
    quote = "The city signed a contract with Kestrel in 2017. On 3 March 2020 the roof"
    one = replace(CONTRACT, citations=(citation(quote, "2017", "2017"),))
    other = replace(
        CONTRACT, id="2020-contract", when=When("2020-03-03"), citations=(citation(quote, "3 March 2020", "2020-03-03"),)
    )
    propose(empty(tmp_path), one, other)
    decide.accept(tmp_path, [one.id], by=None, on=DAY)
    assert [event.id for event in propose(tmp_path, one, other).events] == [other.id]


def copies(project: Path, *events: Event) -> proposals.Proposed:
    """Propose from the gazette and the courier, a copy of it."""
    (project / "content/roof/articles/courier.txt").write_text(BODY, "utf-8")
    made = [replace(article(project, name=name), origin="wire", origin_found="wire") for name in ("gazette", "courier")]
    return proposals.propose(project, "roof", made, events)


@pytest.mark.parametrize("was", ["rejected", "withdrawn"])
def test_a_copy_does_not_bring_back_what_was_closed(tmp_path: Path, was: str) -> None:
    propose(empty(tmp_path), CONTRACT)
    decide.accept(tmp_path, [CONTRACT.id], by=None, on=DAY)
    amend(tmp_path / "content/roof/events.yaml", "review: accepted", f"review: {was}\n    because: no event")
    second = replace(CONTRACT.citations[0], article="courier")
    found = copies(tmp_path, replace(CONTRACT, citations=(*CONTRACT.citations, second)))
    assert (found.events, found.additions, found.held) == ((), (), 1)


@pytest.mark.parametrize(("when", "back"), [("2020-03-03", False), ("2020-03-04", True), ("2020", True)])
def test_a_copy_that_was_joined_with_nothing_is_known_by_kind_and_day(tmp_path: Path, when: str, back: bool) -> None:
    collapse = replace(COLLAPSE, id="2020-death", kind="death")
    propose(empty(tmp_path), collapse)
    decide.reject(tmp_path, [collapse.id], by=None, on=DAY, because="nobody died")
    second = replace(collapse.citations[0], article="courier", mention=None)
    found = copies(tmp_path, replace(collapse, when=When(when), citations=(second,)))
    assert bool(found.events) is back


def test_a_copy_of_what_went_into_another_event_is_evidence_for_that(tmp_path: Path) -> None:
    propose(empty(tmp_path), CONTRACT, WARNING)
    decide.accept(tmp_path, [CONTRACT.id, WARNING.id], by=None, on=DAY)
    decide.accept(tmp_path, [WARNING.id], by=None, on=DAY, into=CONTRACT.id)
    second = replace(WARNING.citations[0], article="courier")
    found = copies(tmp_path, CONTRACT, replace(WARNING, citations=(*WARNING.citations, second)))
    assert [(event.adds_to, len(event.citations)) for event in found.additions] == [(CONTRACT.id, 1)]
