"""The lines at the end of a run: what stands, what is open, what to type next."""

from __future__ import annotations

from dataclasses import replace

from roof import COLLAPSE, CONTRACT, WARNING, article

from dateline import summary
from dateline.decide import Decided
from dateline.model import Problem
from dateline.proposals import Proposed
from dateline.when import When


def read(*articles: object, proposed: Proposed) -> str:
    return "\n".join(summary.read("roof", articles, proposed))  # type: ignore[arg-type]


def test_what_was_read() -> None:
    copy = replace(article(name="courier"), lang="fr", origin="gazette", published=None)
    more = replace(WARNING, id="x-more", adds_to="x", when=None)
    text = read(article(), copy, proposed=Proposed((CONTRACT, replace(COLLAPSE, when=None)), (more,), 3))
    assert "2 articles (en 1, fr 1), 1 independent report" in text
    assert "1 independent report\n    one report: gazette, courier\n  2 events" in text
    assert "2 events proposed, 1 recorded event with further quotations, 3 already decided" in text
    assert "2017-contract  2017  contract, established, 1 quotation" in text
    assert "x-more  undated  statement, alleged, 1 quotation, adds to x" in text
    assert "1 article without a date; add “date: YYYY-MM-DD” to articles/courier.txt" in text
    assert "1 proposed event without a date" in text
    noted = read(article(), proposed=Proposed((replace(CONTRACT, note="like x, rejected on 2026-01-05: no event"),), (), 0))
    assert "contract, established, 1 quotation; like x, rejected on 2026-01-05: no event\n" in noted
    assert "dateline accept 2017-contract" in text


def test_articles_that_are_one_report_are_named_with_the_reason() -> None:
    copies = [replace(article(name=f"a{n}"), origin=f"wire-{n % 7}", origin_why="same wording, certain") for n in range(14)]
    text = read(*copies, article(name="alone"), proposed=Proposed((), (), 0))
    assert "8 independent reports\n    one report: a0, a7 (same wording, certain)\n" in text
    assert text.count("one report: ") == 5
    assert "    and 2 more reports of several articles\n" in text


def test_many_proposals_are_not_all_listed() -> None:
    text = read(article(), proposed=Proposed(tuple(replace(CONTRACT, id=f"e{n}") for n in range(50)), (), 0))
    assert "and 10 more: see content/roof/proposals.yaml" in text


def test_a_build_counts_what_there_may_be_a_wall_of() -> None:
    jigsaw = [Problem("jigsaw", "events.yaml", f"{n} tells.", line=n, fatal=False) for n in (1, 2)]
    untold = Problem("untold", "events.yaml", "no title.", fatal=False)
    assert list(summary.problems([*jigsaw, untold], brief=True)) == [
        "warning: 1 title or summary to write; “dateline check” lists them",
        f"warning: 2 {summary._COUNTED['jigsaw'][1]}; “dateline check” lists them",
    ]
    assert list(summary.problems(jigsaw[:1], brief=True)) == ["warning: events.yaml:1: 1 tells."]
    assert len(list(summary.problems([*jigsaw, untold]))) == 3


def test_pairs_that_may_be_one_event_are_named() -> None:
    events = tuple(replace(CONTRACT, id=f"e{n}") for n in range(2))
    text = read(article(), proposed=Proposed(events, (), 0))
    assert "1 pair of proposals that may be one event; nothing was joined:" in text
    assert "    e0 and e1" in text
    assert "may be one" not in read(article(), proposed=Proposed((CONTRACT,), (), 0))


def test_of_such_pairs_those_with_two_dates_are_named_first_and_as_what_they_are() -> None:
    other = replace(CONTRACT, id="e1", when=When("2018-04-05"))
    text = read(article(), proposed=Proposed((replace(CONTRACT, id="e0", when=When("2018-04-04")), other), (), 0))
    assert (
        "  open: two dates for what may be one event: e0 (2018-04-04) and e1 (2018-04-05); “dateline accept e1 --with e0”" in text
    )
    assert "nothing was joined" not in text


def test_of_many_such_pairs_a_few_are_named() -> None:
    events = tuple(replace(CONTRACT, id=f"e{n}") for n in range(4))
    text = read(article(), proposed=Proposed(events, (), 0))
    assert "6 pairs of proposals" in text
    assert "and 1 more: see the top of content/roof/proposals.yaml" in text


def test_nothing_found_is_said_plainly() -> None:
    assert read(proposed=Proposed((), (), 0)).splitlines()[0] == "roof: 0 articles (none), 0 independent reports"


def test_what_stops_comes_first() -> None:
    found = [Problem("a", "a.yaml", "is odd.", fatal=False), Problem("b", "b.yaml", "is wrong.", "Mend it.", 3)]
    assert list(summary.problems(found)) == ["error: b.yaml:3: is wrong. Mend it.", "warning: a.yaml: is odd."]
    assert all(line.startswith("error") for line in summary.problems(found, strict=True))


def test_missing_texts_are_counted_where_the_rest_matters_more() -> None:
    found = [Problem("untold", "a.yaml", f"event {n} has no title.", fatal=False) for n in range(12)]
    assert list(summary.problems(found, brief=True)) == ["warning: 12 titles or summaries to write; “dateline check” lists them"]
    assert len(list(summary.problems(found))) == 12


def test_a_case_without_articles_and_one_where_all_is_decided() -> None:
    assert read(proposed=Proposed((), (), 0)).splitlines()[-1] == "  next: put articles into content/roof/articles and read again"
    assert read(article(), proposed=Proposed((), (), 4)).splitlines()[-1] == "  next: “dateline check”, then “dateline build”"


def test_decisions() -> None:
    (line,) = summary.decided("accepted", [Decided("roof", (CONTRACT,), 0)])
    assert line == "roof: accepted 2017-contract; no proposal left; next: “dateline check”, then “dateline build”"


def test_a_doubt_about_what_was_accepted_is_named() -> None:
    doubted = replace(CONTRACT, note="its words tell what would have been, not what was")
    (_, doubt) = summary.decided("accepted", [Decided("roof", (doubted,), 0)])
    assert doubt == "  2017-contract: its words tell what would have been, not what was"
