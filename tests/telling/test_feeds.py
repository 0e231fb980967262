"""What programs read: the case as JSON in the shape that the design gives, Atom, sitemap and robots."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest
import sample

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def data(site: dict[str, str]) -> Any:
    return json.loads(site["norvik/timeline.json"])


def event(data: Any, event_id: str) -> Any:
    return next(event for event in data["events"] if event["id"] == event_id)


def test_the_shape_of_the_design(data: Any) -> None:
    assert data["dateline"] == 1
    assert (data["case"], data["languages"], data["modified"]) == ("norvik", ["en", "fr", "nl", "de"], "2026-11-22")
    assert data["title"]["fr"].startswith("Norvik et le port")
    assert data["origins"][0] == {"id": "courier", "articles": ["courier-en", "courrier-fr"], "why": "translation; same byline"}
    assert {"id", "lang", "title", "outlet", "author", "published", "url", "origin", "sha256"} <= data["articles"][0].keys()
    needed = "id when earliest latest kind title status claimant review origins agreement citations"
    cited = "article lang quote start end prefix suffix when words rule status voice cue"
    for found in data["events"]:
        assert set(needed.split()) <= found.keys()
        for citation in found["citations"]:
            assert set(cited.split()) <= citation.keys()


def test_an_event_in_full(data: Any) -> None:
    found = event(data, "2011-contract")
    assert (found["when"], found["earliest"], found["latest"]) == ("2011", "2011-01-01", "2011-12-31")
    assert (found["status"], found["claimant"], found["review"], found["agreement"]) == (
        "alleged",
        "the lawsuit",
        "accepted",
        None,  # told by copies of one report alone
    )
    citation = found["citations"][0]
    text = sample.TEXTS[citation["article"]]
    assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert text[citation["words_start"] : citation["words_end"]] == citation["words"] == "2011"
    assert (citation["rule"], citation["voice"], citation["cue"]) == ("fr/year", "la plainte", "selon la plainte")


def test_unknown_is_null(data: Any) -> None:
    found = event(data, "denial")
    assert (found["when"], found["earliest"], found["latest"]) == (None, None, None)
    assert found["citations"][0]["words"] is None
    assert next(article for article in data["articles"] if article["id"] == "note-en")["published"] is None


def test_a_withdrawn_event_is_a_tombstone(data: Any) -> None:
    found = event(data, "withdrawn-claim")
    assert (found["review"], found["citations"], found["title"], found["when"]) == ("withdrawn", [], {}, "2012")
    (correction,) = found["corrections"]
    assert (correction["date"], correction["text"]) == ("2026-11-22", {"en": "The source took its report back."})


def test_rejected_never_and_proposed_in_drafts_alone(data: Any, drafts: dict[str, str]) -> None:
    assert {found["review"] for found in data["events"]} == {"accepted", "withdrawn"}
    proposed = [found for found in json.loads(drafts["norvik/timeline.json"])["events"] if found["review"] == "proposed"]
    assert [(found["id"], found.get("adds_to")) for found in proposed] == [
        ("proposed-statement", None),
        ("proposed-more", "2018-closure"),
    ]


def test_addresses_in_the_data_are_web_addresses() -> None:
    from dataclasses import replace

    from dateline.telling import feeds

    file = sample.casefile()
    bad = replace(file, articles=(replace(file.articles[0], url="javascript:x"), *file.articles[1:]))
    assert json.loads(feeds.timeline(bad).data)["articles"][0]["url"] is None


def test_atom_is_newest_first_and_complete(site: dict[str, str]) -> None:
    feed = ET.fromstring(site["norvik/fr/feed.xml"])
    assert feed.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00Z"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 13
    assert entries[0].findtext(f"{ATOM}title") == "Cette entrée a été retirée"
    assert entries[1].findtext(f"{ATOM}title") == "Contrat : Norvik – Talle · Allégué".replace(" :", "\u00a0:")
    assert entries[1].findtext(f"{ATOM}id") == "https://example.org/project/norvik/fr/events/2011-contract/"
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    assert all(entry.findtext(f"{ATOM}summary") for entry in entries)


def test_who_follows_the_feed_learns_what_was_withdrawn(site: dict[str, str]) -> None:
    feed = site["norvik/en/feed.xml"]
    (entry,) = [one for one in feed.split("<entry>") if "withdrawn-claim" in one]
    assert "<title>This entry was withdrawn</title>" in entry
    assert "<updated>2026-11-22T00:00:00Z</updated>" in entry
    assert "canary" not in entry


def test_the_sitemap_lists_pages_in_all_languages(site: dict[str, str]) -> None:
    found = ET.fromstring(site["sitemap.xml"])
    places = [url.findtext(f"{MAP}loc") for url in found]
    assert "https://example.org/project/" in places
    assert "https://example.org/project/norvik/nl/events/denial/" in places
    assert not [place for place in places if place and ("embed" in place or "404" in place)]
    assert all("lastmod" in ET.tostring(url, "unicode") for url in found if (url.findtext(f"{MAP}loc") or "").count("/") > 5)


def test_robots_name_the_sitemap(site: dict[str, str]) -> None:
    assert site["robots.txt"] == "User-agent: *\nAllow: /\nSitemap: https://example.org/project/sitemap.xml\n"
