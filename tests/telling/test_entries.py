"""Entries: what is shown of an event, what is withheld, and what is said where something is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sample

from dateline import language
from dateline.dossier import Party
from dateline.model import Voice
from dateline.telling import entries, words
from dateline.telling.contexts import Entry
from dateline.telling.words import plain
from dateline.texts import Texts
from dateline.when import When

WHOLE = sample.whole()


def story(lang: str = "en", *, drafts: bool = False, base: str | None = None) -> entries.Told:
    return entries.told(sample.whole(drafts=drafts), words.of(lang), base)


def entry(event_id: str, lang: str = "en", *, full: bool = False, drafts: bool = False) -> Entry:
    told = story(lang, drafts=drafts)
    event = next(event for event in told.events if event.id == event_id)
    return entries.entry(event, told, told.here, full=full)


def test_oldest_first_undated_last_rejected_never() -> None:
    assert [event.id for event in story().events] == [
        *("service", "2009-launch", "2011-contract", "consultant", "withdrawn-claim", "2013-payment", "renewal"),
        *("2018-arrests", "2018-closure", "2019-search", "lawsuit", "clerk", "denial"),
    ]


def test_proposals_are_shown_in_drafts_alone() -> None:
    proposed = {"proposed-statement", "proposed-more"}
    assert not proposed & {event.id for event in story().events}
    # Even where a case file holds proposals, only drafts show them.
    sneaked = entries.told(replace(sample.whole(drafts=True), drafts=False), words.of("en"), None)
    assert not proposed & {event.id for event in sneaked.events}
    assert sneaked.additions == {}
    assert "proposed-statement" in {event.id for event in story(drafts=True).events}


def test_proposed_evidence_stands_with_its_event_marked() -> None:
    assert "proposed-more" not in {event.id for event in story(drafts=True).events}
    shown = entry("2018-closure", full=True, drafts=True)
    assert [quote.draft for quote in shown.quotes] == [False, False, True]
    assert shown.proposed == "1 further quotation is proposed"
    assert not shown.draft


def test_a_draft_names_the_event_that_may_be_the_same_on_another_date_and_who_gives_it() -> None:
    pairs = (("2018-closure", "2018-arrests"), ("2018-closure", "gone"))

    def rivals(event_id: str, *, drafts: bool) -> list[tuple[str, str]]:
        told = entries.told(replace(sample.whole(drafts=True), rivals=pairs, drafts=drafts), words.of("en"), None)
        event = next(event for event in told.events if event.id == event_id)
        return [(link.href, link.text) for link in entries.entry(event, told, told.here).rivals]

    ((href, text),) = rivals("2018-closure", drafts=True)
    assert href == "events/2018-arrests/"
    assert "2018 (" in text
    assert [href for href, _ in rivals("2018-arrests", drafts=True)] == ["events/2018-closure/"]
    assert rivals("2018-closure", drafts=False) == []


def test_a_title_is_the_records_or_plain_never_a_translation() -> None:
    assert entry("2018-closure", "nl").title.text == "De veerdienst stopt"
    assert [entry("renewal", lang).title.text for lang in ("en", "de")] == [
        "Renewal of a contract: Norvik – Talle",
        "Vertragsverlängerung: Norvik – Talle",
    ]
    assert entry("consultant", "fr").title.text == "Paiement"


def test_a_summary_from_another_language_is_marked_as_that() -> None:
    summary = entry("2019-search", "fr").summary
    assert summary is not None
    assert (summary.lang, summary.language) == ("en", "anglais")
    own = entry("2019-search", "nl").summary
    assert own is not None
    assert own.lang is None


def test_origins_are_counted_not_articles() -> None:
    shown = entry("2011-contract")
    assert shown.origins == "1 origin, 2 articles"
    assert shown.dots == (True, False, False)
    group = shown.groups[0]
    assert (group.why, [version.source.text for version in group.sources]) == (
        "translation; same byline",
        ["The Island Courier", "Le Courrier des Îles"],
    )


def test_a_reply_stands_where_the_accusation_stands() -> None:
    answers = entry("2011-contract").answers
    assert [(answer.party, plain(answer.text)) for answer in answers] == [
        ("Norvik", "Asked for a reply on 27 March 2019; replied on 28 March 2019."),
        ("Talle", "Asked for a reply on 2 November 2026; none has come."),
    ]
    assert plain(answers[0].words) == "“We have nothing to hide.”"
    assert [answer.party for answer in entry("2018-arrests").answers] == ["Norvik"]
    assert [answer.party for answer in entry("2018-closure").answers] == ["Norvik"]
    assert entry("2009-launch").answers == ()


@pytest.mark.parametrize("kind", sorted(language.kinds()))
def test_only_a_neutral_kind_that_all_tell_as_a_fact_stands_without_the_accuseds_reply(kind: str) -> None:
    told = story()
    fact = replace(next(event for event in told.events if event.id == "2018-closure"), kind=kind)
    claimed = replace(fact.citations[0], voice=Voice("alleged", "la plainte", "complaint"))
    neutral = kind in {"launch", "founding", "appointment", "acquittal", "dismissal", "law", "death"}
    assert bool(entries.entry(fact, told, told.here).answers) is not neutral
    assert entries.entry(replace(fact, status="reported"), told, told.here).answers
    assert entries.entry(replace(fact, citations=(fact.citations[0], claimed)), told, told.here).answers


def test_the_reply_of_one_who_is_only_named_stands_there_too() -> None:
    told = story()
    contract = next(event for event in told.events if event.id == "2011-contract")
    named = replace(contract, parties=("talle",))
    assert any("Norvik" in citation.quote for citation in named.citations)
    assert [answer.party for answer in entries.entry(named, told, told.here).answers] == ["Talle", "Norvik"]


def test_a_withheld_name_of_an_accused_is_not_taken_for_everybody() -> None:
    hidden = replace(WHOLE, case=replace(WHOLE.case, protect=("Norvik", "Talle")))
    told = entries.told(hidden, words.of("en"), None)
    contract = next(event for event in told.events if event.id == "2011-contract")
    assert len(entries.entry(replace(contract, parties=("talle",)), told, told.here).answers) == 1


def test_where_no_reply_is_recorded_that_is_said() -> None:
    silent = replace(WHOLE, case=replace(WHOLE.case, parties=(Party("norvik", ("Norvik",), accused=True),)))
    told = entries.told(silent, words.of("en"), None)
    event = next(event for event in told.events if event.id == "2011-contract")
    assert [plain(answer.text) for answer in entries.entry(event, told, told.here).answers] == ["No reply is recorded."]


def test_a_tombstone_keeps_its_place_and_nothing_else() -> None:
    shown = entry("withdrawn-claim", full=True)
    assert plain(shown.withdrawn) == "Withdrawn on 20 November 2026."
    assert plain(shown.date) == "2012"
    assert [amendment.text.text for amendment in shown.amendments if amendment.text] == ["The source took its report back."]
    assert "canary" not in repr(shown)
    assert (shown.quotes, shown.summary, shown.answers, shown.cite) == ((), None, (), "")


def test_corrections_are_newest_first_and_lead_to_their_entry() -> None:
    told = story()
    found = entries.corrected(told.events, told, told.here, told.file.case.corrections)
    assert [plain(amendment.date) for amendment in found] == ["22 November 2026", "21 November 2026", "20 November 2026"]
    assert found[2].entry is None
    assert found[1].entry is not None
    assert found[1].entry.href == "events/2011-contract/"


def test_an_entry_can_be_cited() -> None:
    told = story(base="https://example.org/p/")
    event = next(event for event in told.events if event.id == "2018-closure")
    assert entries.entry(event, told, told.here).cite == (
        "“The ferry line closes”, April 2018, Norvik and the port: who said what, and when, The Dateline Desk, "
        "https://example.org/p/norvik/en/events/2018-closure/"
    )


def test_a_case_without_a_title_goes_by_its_name() -> None:
    bare = replace(WHOLE, case=replace(WHOLE.case, titles=Texts()))
    assert entries.told(bare, words.of("en"), None).title.text == "norvik"


def test_who_decided_is_told_only_where_the_case_says_so() -> None:
    open_ = replace(WHOLE, case=replace(WHOLE.case, reviewers=True))
    for file, said in ((WHOLE, "Reviewed on 20 November 2026"), (open_, "Reviewed by canary-reviewer on 20 November 2026")):
        told = entries.told(file, words.of("en"), None)
        event = next(event for event in told.events if event.id == "2018-closure")
        assert plain(entries.entry(event, told, told.here).reviewed) == said


@pytest.mark.parametrize(("when", "noted"), [("2030-05", True), ("2018-04", False), ("../2030", False)])
def test_what_no_source_tells_as_done_is_noted_as_announced(when: str, noted: bool) -> None:
    told = story()
    event = replace(next(event for event in told.events if event.id == "2018-closure"), when=When.parse(when))
    assert (told.words.ui["announced"] in entries.entry(event, told, told.here).notes) is noted
