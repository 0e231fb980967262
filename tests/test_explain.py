"""An entry is explained quotation by quotation, with the rule of each finding, from the record alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from roof import CONTRACT, WARNING, amend, article, empty, home, library

from dateline import cli, decide, explain, proposals
from dateline.model import Event, Voice
from dateline.when import When


def said(project: Path, event: str, case: str | None = None) -> str:
    return "\n".join(explain.explain(project, event, case))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def proposed(folder: Path, *events: Event) -> Path:
    gazette = article(empty(folder))
    cited = {citation.article for event in events for citation in event.citations}
    proposals.propose(folder, "roof", [replace(gazette, id=name) for name in sorted(cited)], events)
    return folder


def dateline(project: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.main, ["-C", str(project), *words])


def test_each_quotation_says_what_when_and_who(tmp_path: Path) -> None:
    text = flat(said(proposed(tmp_path, WARNING), WARNING.id))
    assert "Quotation 1 of 1: gazette (en, 2021-05-06)" in text
    assert "date: “April 2019” says it itself: 2019-04. No rule: a person wrote it." in text
    assert "voice: alleged, somebody's claim, said by “the prosecutors”." in text
    assert "Why these quotations" not in text  # there is but one


def test_the_words_that_tell_the_kind_are_named(tmp_path: Path) -> None:
    text = flat(said(proposed(tmp_path, CONTRACT), CONTRACT.id))
    assert "tells “contract” (triggers of languages/en.yaml)." in text
    other = replace(CONTRACT, id="other", kind="raid")
    assert "no words of this quotation alone tell “raid”; “" in flat(said(proposed(tmp_path / "b", other), "other"))


@pytest.mark.parametrize(
    ("basis", "rule", "expected"),
    [
        ("stated", "en/year", "“2017” says it itself: 2017. Rule “year” of languages/en.yaml."),
        ("published", "en/last-year", "“2017” was counted from the article's own date, 2021-05-06, and gives 2017."),
        ("anchor", "en/later", "“2017” was counted from a date that the article names before, and gives 2017."),
    ],
)
def test_how_a_date_was_worked_out(tmp_path: Path, basis: str, rule: str, expected: str) -> None:
    cited = CONTRACT.citations[0]
    assert cited.mention is not None
    mention = replace(cited.mention, basis=basis, rule=rule)  # type: ignore[arg-type]
    text = said(proposed(tmp_path, replace(CONTRACT, citations=(replace(cited, mention=mention),))), CONTRACT.id)
    assert expected in flat(text)


def test_the_date_from_which_words_count_is_named_and_kept(tmp_path: Path) -> None:
    cited = CONTRACT.citations[0]
    assert cited.mention is not None
    mention = replace(cited.mention, basis="anchor", anchor="October 2015")
    project = proposed(tmp_path, replace(CONTRACT, citations=(replace(cited, mention=mention),)))
    expected = "“2017” was counted from “October 2015”, which the article names, and gives 2017."
    assert expected in flat(said(project, CONTRACT.id))
    decide.accept(project, [CONTRACT.id], by="Ana", on="2026-01-05")
    assert expected in flat(said(project, CONTRACT.id))


def test_a_mere_pronoun_is_no_name(tmp_path: Path) -> None:
    event = replace(WARNING, citations=(replace(WARNING.citations[0], voice=Voice("alleged", "They", "person")),))
    assert "said by somebody whom the quotation only calls “They”" in flat(said(proposed(tmp_path, event), WARNING.id))


def test_words_without_a_date_and_no_words_are_told_apart(tmp_path: Path) -> None:
    cited = CONTRACT.citations[0]
    assert cited.mention is not None
    open_ = replace(cited, mention=replace(cited.mention, when=None, basis=None))
    events = [
        replace(CONTRACT, id=name, when=None, citations=(citation,))
        for name, citation in (("open", open_), ("bare", replace(cited, mention=None)))
    ]
    project = proposed(tmp_path, *events[:1])
    assert "“2017” fixes no point in time." in flat(said(project, "open"))
    assert "None: no quotation gives one" in flat(said(project, "open"))
    assert "date: the quotation names none." in flat(said(proposed(tmp_path / "b", events[1]), "bare"))


def test_the_cue_and_its_rule_are_named(tmp_path: Path) -> None:
    voice = Voice("alleged", "the prosecutors", "official", "According to", rule="en/according-to")
    event = replace(WARNING, citations=(replace(WARNING.citations[0], voice=voice),))
    text = flat(said(proposed(tmp_path, event), WARNING.id))
    assert "by the words “According to”, said by “the prosecutors”, a speaker of the kind “official”." in text
    assert "Rule “according-to” of languages/en.yaml." in text


def test_why_quotations_are_one_and_origins_count_as_they_do(tmp_path: Path) -> None:
    project = library(tmp_path)
    text = flat(said(project, "contract"))
    assert "dates: their dates agree: gazette says 2017, courrier says 2017." in text
    assert "2, of 2 cited articles." in text
    assert "by their origin" not in text
    outlet = "    outlet: Le Courrier\n"
    amend(home(project) / "events.yaml", outlet, f"{outlet}    origin: gazette\n    origin_why: translation\n")
    text = flat(said(project, "contract"))
    assert "dates: only one independent origin gives a date" in text
    assert "1, of 2 cited articles. gazette: gazette and courrier count as one (translation)." in text
    assert "by their origin: gazette and courrier are translations of one report (gazette), and this is one place in it." in text


def test_figures_and_their_conflict_are_named(tmp_path: Path) -> None:
    project = library(tmp_path)
    for words, rest, value in (("with Kestrel", "Roofing in 2017", "3000000"), ("avec Kestrel", "Roofing en 2017", "5000000")):
        quote = f'{words} {rest}."\n'
        amend(
            home(project) / "events.yaml", quote, f'{quote}        figures: [{{words: "{words}", value: {value}, unit: EUR}}]\n'
        )
    text = flat(said(project, "contract"))
    assert "amount: “with Kestrel” says 3000000 EUR. No rule: a person wrote it." in text
    assert "EUR: independent origins conflict, and readers see each version: gazette says 3000000 (“with Kestrel”)" in text


def test_it_works_without_the_articles(tmp_path: Path) -> None:
    project = library(tmp_path)
    before = said(project, "contract")
    for path in (home(project) / "articles").iterdir():
        path.unlink()
    assert said(project, "contract") == before


def test_a_date_that_no_quotation_gives_alone_is_said_to_be_put_together(tmp_path: Path) -> None:
    event = replace(CONTRACT, when=When("2016/2018"))
    assert "no single quotation gives just this" in flat(said(proposed(tmp_path, event), CONTRACT.id))


def test_recorded_and_proposed_entries_and_additions(tmp_path: Path) -> None:
    project = proposed(tmp_path, CONTRACT, WARNING)
    assert "Nobody has decided" not in said(project, CONTRACT.id)
    assert "proposed" in said(project, CONTRACT.id).splitlines()[1]
    decide.accept(project, [CONTRACT.id], by="Ana", on="2026-01-05")
    assert "accepted by Ana on 2026-01-05" in said(project, CONTRACT.id)


def test_no_line_is_wider_than_a_terminal_and_nothing_is_left_out(tmp_path: Path) -> None:
    text = said(library(tmp_path), "contract")
    assert max(map(len, text.splitlines()[3:])) <= 100
    assert CONTRACT.citations[0].quote.split()[0] in text


def test_a_mistyped_id_gets_the_nearest(tmp_path: Path) -> None:
    project = library(tmp_path)
    run = dateline(project, "explain", "contrct")
    assert (run.exit_code, run.stdout) == (2, "")
    assert "there is no entry “contrct”. Did you mean “contract”?" in run.stderr
    assert dateline(project, "explain", "contract", "--case", "nowhere").exit_code == 2
    assert dateline(project, "explain", "contract", "--case", "library").exit_code == 0


def test_an_id_of_two_cases_is_asked_about(tmp_path: Path) -> None:
    for case in ("one", "two"):
        proposals.propose(empty(tmp_path, case), case, [article(tmp_path, case)], [CONTRACT])
    with pytest.raises(explain.NoEntry) as stop:
        explain.explain(tmp_path, CONTRACT.id)
    assert "one and two" in str(stop.value)
    assert said(tmp_path, CONTRACT.id, "two")


def test_what_ties_accepted_quotations_is_worked_out_again(tmp_path: Path) -> None:
    """The words of each, its origin, or neither: acceptance alone is no reason."""
    project = library(tmp_path)
    text = flat(said(project, "contract"))
    assert "by their words: gazette and courrier tell “contract”." in text
    assert "That they are one was accepted by" in text
    silent = replace(WARNING.citations[0], article="courier")
    joined = replace(CONTRACT, citations=(*CONTRACT.citations, silent))
    assert "by likeness: no word of courier tells it" in flat(said(proposed(tmp_path / "b", joined), CONTRACT.id))


def test_what_was_decided_about_one_like_it_is_told(tmp_path: Path) -> None:
    project = proposed(tmp_path, CONTRACT)
    decide.reject(project, [CONTRACT.id], by="Ana", on="2026-01-05", because="no event")
    assert "Because: no event\n" in said(project, CONTRACT.id)
    proposed(tmp_path, replace(CONTRACT, id="again", citations=(replace(CONTRACT.citations[0], article="courier"),)))
    assert "Note: like 2017-contract, rejected by Ana on 2026-01-05: no event\n" in said(project, "again")


def test_a_relay_is_named_where_it_says_why_it_counts_to_another(tmp_path: Path) -> None:
    project = library(tmp_path)
    outlet = "    outlet: Le Courrier\n"
    amend(home(project) / "events.yaml", outlet, f'{outlet}    origin: gazette\n    origin_why: "relays: The Gazette, likely"\n')
    assert "gazette and courrier count as one (courrier relays: The Gazette, likely)." in flat(said(project, "contract"))


def test_what_may_be_the_same_is_named_with_what_to_type(tmp_path: Path) -> None:
    other = replace(CONTRACT, id="2017-contract-2", citations=WARNING.citations)
    project = proposed(tmp_path, CONTRACT, other, WARNING)
    assert "2017-contract-2: of one kind" in flat(said(project, CONTRACT.id))
    decide.accept(project, [CONTRACT.id], by="Ana", on="2026-01-05")
    assert "“dateline accept 2017-contract --with 2017-contract-2” joins them." in flat(said(project, other.id))
    decide.accept(project, [other.id], by="Ana", on="2026-01-05", into=CONTRACT.id)
    assert "may be the same" not in said(project, CONTRACT.id)


def test_a_quotation_that_relays_an_outlet_counts_to_it(tmp_path: Path) -> None:
    gazette = replace(article(empty(tmp_path)), outlet="The Gazette", origin="gazette", origin_found="gazette")
    echo = replace(gazette, id="echo", outlet="Echo", origin="echo", origin_found="echo", origin_why="cites: The Gazette")
    own = CONTRACT.citations[0]
    event = replace(CONTRACT, citations=(own, replace(own, article="echo", relays="The Gazette")))
    proposals.propose(tmp_path, "roof", [gazette, echo], [event])
    text = flat(said(tmp_path, CONTRACT.id))
    assert "1, of 2 cited articles. gazette: gazette and echo count as one (echo relays: The Gazette)." in text
    assert "dates: only one independent origin gives a date" in text
