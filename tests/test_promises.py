"""A date is no finer than its sources, a claim has someone whose it is, and protected names stay out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from roof import BODY, CONTRACT, WARNING, article, citation

from dateline import promises
from dateline.dossier import Case, Party
from dateline.figures import Figure
from dateline.model import Article, Event, Problem, Status, Voice
from dateline.record import Record
from dateline.texts import Texts
from dateline.when import When


def check(event: Event, case: Case | None = None, source: Article | None = None) -> list[Problem]:
    held = Record("events.yaml", (source or article(),), (event,))
    return list(promises.check(held, case or Case("roof")))


def kinds(event: Event, case: Case | None = None, source: Article | None = None) -> list[str]:
    return [problem.kind for problem in check(event, case, source) if problem.fatal]


ACCEPTED = replace(CONTRACT, review="accepted")
DATING = "The city signed a contract with Kestrel in 2017."


@pytest.mark.parametrize(
    ("told", "said", "fine"),
    [
        ("2017", "2017", True),
        ("2017", "2017-04-02", True),  # coarser than its source: allowed
        ("2017-04", "2017", False),
        ("2017-01-01", "2017", False),
        ("2017~", "2017", True),
        ("2017/2019", "2017", True),
        ("../2017", "2017", True),
        ("2017-04-02T10:00", "2017-04-02", False),
        ("2017-04-02T10:00", "2017-04-02T10:00", True),
        ("2018", "2017", False),
        ("201X", "2017", True),
        ("2017", "201X", False),
        ("2017-04", "../2017-04", False),
    ],
)
def test_no_date_is_finer_than_its_source(told: str, said: str, fine: bool) -> None:
    event = replace(ACCEPTED, when=When.parse(told), citations=(citation(DATING, "a contract", said),))
    assert ("precision" not in kinds(event)) is fine


@pytest.mark.parametrize(
    ("words", "when", "fine"),
    [
        ("2017", "2017", True),
        ("2017", "2017-06-12", False),
        ("2017", "2017-06", False),
        ("in 2017", "2017-06", False),
        ("2017", "2016-06-12", True),  # another year: that is `misdated`
        ("a contract", "2017-06-12", True),  # no words of a time; a person may know what they mean
    ],
)
def test_no_words_are_taken_for_more_than_they_say(words: str, when: str, fine: bool) -> None:
    found = kinds(replace(ACCEPTED, when=When.parse(when), citations=(citation(DATING, words, when),)))
    assert ("precision" not in found) is fine


@pytest.mark.parametrize(
    ("words", "value", "unit", "fine"),
    [
        ("40,000 euros", "40000", "EUR", True),
        ("40,000 euros", "40000.00", "EUR", True),
        ("40,000 euros", "40000000", "EUR", False),
        ("40,000 euros", "40000", "USD", False),
        ("about 40,000 euros", "40000~", "EUR", True),
        ("about 40,000 euros", "40000", "EUR", False),
        ("half a million euros", "500000", "EUR", True),
        ("2 to 3 million euros", "2000000/3000000", "EUR", True),
        ("a small fortune", "40000", "EUR", True),  # no amount that can be read: a person may know what it was
        ("the usual 5 percent", "40000", "EUR", True),
    ],
)
def test_no_figure_is_another_than_its_words_say(words: str, value: str, unit: str, fine: bool) -> None:
    figure = Figure(0, len(words), words, value, unit, "by hand")
    cited = (replace(citation(DATING, "2017", "2017"), figures=(figure,), line=7),)
    found = [problem for problem in check(replace(ACCEPTED, citations=cited)) if problem.kind == "figure"]
    assert [(problem.fatal, problem.line) for problem in found] == ([] if fine else [(True, 7)])


def test_a_figure_in_a_language_that_is_not_read_is_left_alone() -> None:
    figure = Figure(0, 9, "40.000 €", "4", "USD", "by hand")
    cited = (replace(citation(DATING, "2017", "2017"), lang="he", figures=(figure,)),)
    assert "figure" not in kinds(replace(ACCEPTED, citations=cited))


@pytest.mark.parametrize(
    ("told", "said", "fine"),
    [
        ("established", ["alleged"], False),
        ("established", ["reported", "denied"], False),
        ("reported", ["alleged"], False),
        ("alleged", ["denied"], False),
        ("alleged", ["alleged"], True),
        ("alleged", ["established"], True),  # the desk may say less
        ("established", ["alleged", "established"], True),
    ],
)
def test_no_claim_is_told_as_more_than_its_sources_say(told: Status, said: list[Status], fine: bool) -> None:
    cited = tuple(replace(citation(DATING, "2017", "2017"), voice=Voice(status, who="the mayor")) for status in said)
    assert ("raised" not in kinds(replace(ACCEPTED, status=told, citations=cited))) is fine


def test_one_source_of_several_is_enough() -> None:
    cited = (citation(DATING, "2017", "2017"), citation(DATING, "a contract", "2017-04"))
    assert kinds(replace(ACCEPTED, when=When("2017-04"), citations=cited)) == []


@pytest.mark.parametrize(
    ("told", "fine"), [("2021", True), ("../2021-05-06", True), ("2021-05-06", True), ("2020", False), ("2021-05-05", False)]
)
def test_without_dated_words_the_day_of_publication_counts(told: str, fine: bool) -> None:
    event = replace(ACCEPTED, when=When.parse(told), citations=(citation("The mayor resigned last Monday.", "The mayor"),))
    assert (kinds(event) == []) is fine
    assert kinds(event, source=replace(article(), published=None)) == ["precision"]


def test_an_undated_event_needs_no_date_but_a_source() -> None:
    assert kinds(replace(ACCEPTED, when=None)) == []
    assert kinds(replace(ACCEPTED, citations=())) == ["no-citation"]


@pytest.mark.parametrize(("told", "fine"), [("2016", True), ("2018", True), ("2017", False), ("2016/2018", True)])
def test_no_date_is_the_mean_of_two(told: str, fine: bool) -> None:
    cited = (citation(DATING, "2017", "2016"), citation(DATING, "2017", "2018"))
    assert ("precision" not in kinds(replace(ACCEPTED, when=When.parse(told), citations=cited))) is fine


def test_sources_that_disagree_are_said() -> None:
    event = replace(ACCEPTED, citations=(*ACCEPTED.citations, citation(DATING, "2017", "2018")))
    (problem,) = [problem for problem in check(event) if problem.kind == "conflict"]
    assert not problem.fatal
    assert "“gazette” says 2018" in problem.message


def test_a_claim_needs_someone() -> None:
    nobody = replace(ACCEPTED, status="alleged")
    assert "claimant" in [problem.kind for problem in check(nobody)]
    for named in (
        replace(nobody, claimant=Texts((("en", "the prosecutors"),))),
        replace(nobody, citations=WARNING.citations, when=None),
    ):
        assert "claimant" not in [problem.kind for problem in check(named)]


def test_what_is_only_proposed_stops_nothing() -> None:
    assert kinds(replace(CONTRACT, when=When("2017-04-01"))) == []
    assert check(replace(CONTRACT, when=When("2017-04-01"))) != []


@pytest.mark.parametrize("review", ["withdrawn", "rejected"])
def test_what_is_not_told_is_not_checked(review: str) -> None:
    assert check(replace(CONTRACT, citations=(), review=review)) == []  # type: ignore[arg-type]


KEPT = Case("roof", protect=("kestrel", "The Mayor"))


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"titles": Texts((("en", "KESTREL signs"),))}, "its title"),
        ({"claimant": Texts((("en", "Kestrel’s lawyer"),))}, "its claimant"),
    ],
)
def test_the_desks_own_words_should_not_name_who_is_protected(change: dict[str, Texts], where: str) -> None:
    found = [problem for problem in check(replace(ACCEPTED, **change), KEPT) if problem.kind == "protected"]  # type: ignore[arg-type]
    assert [(problem.fatal, where in problem.message) for problem in found] == [(False, True)]
    assert all("kestrel" not in str(problem).lower() for problem in found)


def test_a_quotation_may_since_the_name_is_replaced_in_it() -> None:
    assert "Kestrel" in BODY
    assert [problem for problem in check(ACCEPTED, KEPT) if problem.kind == "protected"] == []


@pytest.mark.parametrize(
    ("event", "case", "source", "what"),
    [
        (replace(ACCEPTED, id="2017-kestrel"), KEPT, article(), "an event"),
        (replace(ACCEPTED, id="2017-kestrel", review="withdrawn"), KEPT, article(), "an event"),
        (ACCEPTED, KEPT, replace(article(), id="KESTRELS-roof"), "an article"),
        (ACCEPTED, KEPT, replace(article(), origin="kestrel"), "an origin"),
        (ACCEPTED, replace(KEPT, id="the-mayor"), article(), "the case"),
        (ACCEPTED, replace(KEPT, parties=(Party("the-mayor", ("M.",)),)), article(), "a party"),
    ],
)
def test_an_id_that_names_somebody_is_refused(event: Event, case: Case, source: Article, what: str) -> None:
    held = Record("content/roof/events.yaml", (source,), (event,), places=(3,))
    (problem,) = [problem for problem in promises.check(held, case) if problem.kind == "protected" and problem.fatal]
    assert f"the id of {what} names a protected person" in problem.message


def test_an_address_that_names_somebody_is_said() -> None:
    held = Record("events.yaml", (replace(article(), url="https://x.example/K%C3%A9strel-talks"),), (ACCEPTED,), places=(3,))
    (problem,) = [problem for problem in promises.check(held, KEPT) if problem.kind == "protected"]
    assert (problem.fatal, problem.line) == (False, 3)
    assert "readers get no link" in problem.message


@pytest.mark.parametrize(
    ("titles", "summaries", "said"),
    [
        (("en",), (), "has no title in fr, no summary in en and fr."),
        ((), (), "has no title and no summary in en and fr."),
        (("en", "fr"), ("fr",), "has no summary in en."),
    ],
)
def test_texts_that_are_missing_in_a_language_are_said_once(
    titles: tuple[str, ...], summaries: tuple[str, ...], said: str
) -> None:
    def texts(tags: tuple[str, ...]) -> Texts:
        return Texts(tuple((tag, "words") for tag in tags))

    event = replace(ACCEPTED, titles=texts(titles), summaries=texts(summaries))
    (problem,) = check(event, Case("roof", languages=("en", "fr")))
    assert (problem.kind, problem.fatal, problem.message) == ("untold", False, f"the event “2017-contract” {said}")


def doubled(*events: Event) -> list[str]:
    held = Record("events.yaml", (article(),), events)
    return [problem.message for problem in promises.check(held, Case("roof")) if problem.kind == "double"]


def test_one_quotation_in_two_published_entries_is_named() -> None:
    again = replace(ACCEPTED, id="2017-payment", kind="payment")
    (message,) = doubled(ACCEPTED, again)
    assert "“2017-contract” and “2017-payment” quote the same words of “gazette”" in message
    assert doubled(ACCEPTED, replace(again, review="withdrawn")) == []
    assert doubled(ACCEPTED, replace(WARNING, review="accepted")) == []


def test_one_sentence_of_what_befell_two_may_stand_in_two_entries() -> None:
    freed = replace(ACCEPTED, parties=("kestrel", "court"), to=("kestrel",))
    other = replace(freed, id="2017-sentence", kind="sentence", parties=("lind", "court"), to=("lind",))
    assert doubled(freed, other) == []
    assert doubled(freed, replace(other, parties=("lind",), to=())) == []
    assert len(doubled(freed, replace(other, to=()))) == 1


def test_one_sentence_with_two_dates_may_stand_in_two_entries() -> None:
    quote = "The city signed a contract with Kestrel in 2017. On 3 March 2020 the roof"
    one = replace(ACCEPTED, citations=(citation(quote, "2017", "2017"),))
    other = replace(ACCEPTED, id="other", when=When("2020"), citations=(citation(quote, "3 March 2020", "2020-03-03"),))
    assert doubled(one, other) == []
