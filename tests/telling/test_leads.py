"""Which quotation of an entry a reader sees first."""

from __future__ import annotations

from dataclasses import replace

import sample

from dateline.telling import leads

EVENTS = {event.id: event for event in sample.events()}


def test_the_best_quotation_is_dated_as_the_event_and_in_the_readers_language() -> None:
    launch = EVENTS["2009-launch"]
    assert [leads.ordered(launch, lang)[0].lang for lang in ("en", "de", "nl")] == ["en", "de", "en"]
    assert leads.ordered(EVENTS["2018-closure"], "nl")[0].lang == "fr"


def test_of_foreign_quotations_the_translated_one_leads() -> None:
    launch = EVENTS["2009-launch"]
    assert [citation.lang for citation in leads.ordered(launch, "fr")] == ["en", "de"]  # the first has a French translation
    turned = replace(launch, citations=launch.citations[::-1])
    assert [citation.lang for citation in leads.ordered(turned, "fr")] == ["en", "de"]
