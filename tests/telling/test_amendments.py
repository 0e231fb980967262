"""Corrections: with their day, what stood, what stands and why, on the page, in the data and in schema.org's words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import sample

from dateline.model import Correction, Event
from dateline.telling import amendments, words
from dateline.texts import Texts
from dateline.when import When


def data(page: str) -> Any:
    return json.loads(page.split('<script type="application/ld+json">')[1].split("</script>", maxsplit=1)[0])


def test_the_list_says_what_stood_what_stands_and_why(site: dict[str, str]) -> None:
    page = site["norvik/en/index.html"].split('id="corrections"')[1].split("</section>")[0]
    assert "The whole timeline" in page
    assert "It said: <s>A ferry line and a port town</s>" in page
    assert "It says: A ferry line and a port city" in page
    assert "Why: Talle has been a city since 1990." in page


def test_what_another_language_says_is_marked_as_that(site: dict[str, str]) -> None:
    page = site["norvik/fr/index.html"].split('id="corrections"')[1].split("</section>")[0]
    assert "Le texte dit\u00a0: Une ligne de ferries et une ville portuaire" in page.replace("\u202f", "\u00a0")
    assert '<span lang="en">Talle has been a city since 1990.</span>' in page
    assert "A ferry line and a port town" in page
    struck = re.findall(r"<s>(.*?)</s>", page)
    assert struck
    assert [words for words in struck if "anglais" in words] == []


def test_an_event_leads_to_the_list(site: dict[str, str]) -> None:
    for event in ("2011-contract", "withdrawn-claim"):
        assert re.search(r'href="\.\./\.\./#corrections"', site[f"norvik/en/events/{event}/index.html"]), event
    assert "#corrections" not in site["norvik/en/events/2018-closure/index.html"]


def test_programs_get_all_of_it(site: dict[str, str]) -> None:
    found = json.loads(site["norvik/timeline.json"])
    assert found["corrections"][0]["was"] == {"en": "A ferry line and a port town"}
    assert found["corrections"][0]["because"] == {"en": "Talle has been a city since 1990."}
    event = next(event for event in found["events"] if event["id"] == "2011-contract")
    assert event["corrections"][0]["text"]["en"] == "An earlier version named the wrong office."


def test_search_engines_learn_of_it(site: dict[str, str]) -> None:
    report = data(site["norvik/en/index.html"])
    assert report["dateModified"] == "2026-11-22"
    assert [one["datePublished"] for one in report["correction"]] == ["2026-11-22", "2026-11-21", "2026-11-20"]
    page = data(site["norvik/en/events/2011-contract/index.html"])["mainEntityOfPage"]
    assert page["dateModified"] == "2026-11-21"
    assert page["correction"][0]["text"] == "An earlier version named the wrong office."
    assert "correction" not in data(site["norvik/en/events/2018-closure/index.html"])["mainEntityOfPage"]


def test_a_correction_without_words_is_not_told() -> None:
    bare = Correction("2026-11-20", was=Texts.of({"en": "This"}))
    assert amendments.listed([bare], words.of("en"), sample.case(), None) == []


def test_search_engines_learn_what_stood(site: dict[str, str]) -> None:
    texts = [one["text"] for one in data(site["norvik/en/index.html"])["correction"]]
    assert any("It said: A ferry line and a port town · It says: A ferry line and a port city" in text for text in texts)


def test_what_was_withdrawn_stands_in_the_list_with_its_day_its_kind_and_its_time() -> None:
    event = Event(
        "gone", When("2019-03"), "payment", titles=Texts.of({"en": "Lind bribed"}), review="withdrawn", reviewed_on="2026-01-05"
    )
    english = words.of("en")
    (told,) = amendments.whole(event, english)
    assert (told.date, dict(told.text.pairs)) == ("2026-01-05", {"en": "Withdrawn · Payment · March 2019"})
    why = Correction("2026-01-05", Texts.of({"en": "Nobody was paid."}))
    assert amendments.whole(replace(event, corrections=(why,)), english) == (why,)
    assert amendments.whole(replace(event, corrections=(replace(why, date="2025-12-01"),)), english)[1:] == (told,)
    assert amendments.whole(replace(event, review="accepted"), english) == ()
