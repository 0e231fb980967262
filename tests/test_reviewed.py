"""A whole case as people decided it: what readers are told of a conflict, a correction, a denial, an acquittal, a withdrawal.

The articles are those of tests/cases/haverlo; the record beside them was made with `dateline accept` and then edited by
hand, as a newsroom does: quotations added, a date mended after publication, an entry taken back. The record stands for
itself, so nothing here changes when reading does.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from dateline import edition

CASE = Path(__file__).parent / "cases/haverlo"
LANGUAGES = ("en", "fr", "nl", "de")
WITHHELD = ("canary", "Oriel Haskamp", "Oriel%20Haskamp", "oriel-haskamp")
each_language = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> edition.Edition:
    """The site of the case, in memory."""
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(CASE / "record", project / "content/haverlo")
    shutil.copytree(CASE / "articles", project / "content/haverlo/articles")
    return edition.make(project)


@pytest.fixture(scope="module")
def files(built: edition.Edition) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in built.artifacts}


@pytest.fixture(scope="module")
def events(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return {event["id"]: event for event in json.loads(files["haverlo/timeline.json"])["events"]}


def main(files: dict[str, bytes], lang: str, event: str = "") -> str:
    """The story of a page: of the timeline, or of one event."""
    path = f"haverlo/{lang}/events/{event}/index.html" if event else f"haverlo/{lang}/index.html"
    return files[path].decode("utf-8").split("<main", 1)[1].split("</main>", 1)[0]


def entry(files: dict[str, bytes], lang: str, event: str) -> str:
    """One entry of the timeline's page."""
    return main(files, lang).split(f'<article id="e-{event}"', 1)[1].split("</article>", 1)[0]


def words(markup: str) -> str:
    """What a reader reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


# ------------------------------------------------------------------ agreement


def test_a_conflict_of_dates_is_kept_with_both_versions(events: dict[str, dict[str, Any]]) -> None:
    raid = events["2020-raid"]
    assert (raid["agreement"], raid["when"], len(raid["origins"])) == ("conflicts", "2020-03-05", 2)
    said = {citation["article"]: citation["when"] for citation in raid["citations"]}
    assert said == {"depeche-fr": "2020-03-05", "morgenbote-de": "2020-03-05", "carrowtribune-en": "2020-03-03"}


@each_language
@pytest.mark.parametrize("page", [main, entry], ids=["event", "timeline"])
def test_the_conflict_names_each_source_with_its_version(page: Any, files: dict[str, bytes], lang: str) -> None:
    versions = page(files, lang, "2020-raid").split('class="plain versions"', 1)[1].split("</ul>", 1)[0].split("</li>")
    said = dict(re.findall(r'#a-([\w-]+)".*?datetime="([\d-]+)"', "\n".join(versions)))
    assert said == {"depeche-fr": "2020-03-05", "morgenbote-de": "2020-03-05", "carrowtribune-en": "2020-03-03"}


def test_the_build_warns_of_the_conflict(built: edition.Edition) -> None:
    copyist, purchase, raid = [str(problem) for problem in built.problems if problem.kind == "conflict"]
    assert "2020-raid" in raid
    assert "“carrowtribune-en” says 2020-03-03" in raid
    assert "2018-purchase" in purchase
    assert "“haverlosenieuws-nl” says 2100000 EUR" in purchase
    assert "“haverlosenieuws-nl” says ../25000 EUR" in copyist


def test_a_conflict_of_amounts_is_kept_beside_what_is_said_of_the_date(events: dict[str, dict[str, Any]]) -> None:
    purchase = events["2018-purchase"]
    assert purchase["figures"] == [{"unit": "EUR", "agreement": "conflicts"}]
    assert purchase["agreement"] == "conflicts"  # a program that looks at nothing else must not read that they agree
    said = {c["article"]: [(f["value"], f["unit"]) for f in c["figures"]] for c in purchase["citations"]}
    assert said["morgenbote-de"] == [("2300000", "EUR")]
    assert said["haverlosenieuws-nl"] == [("2100000", "EUR")]
    assert {event["id"] for event in events.values() if event["figures"]} == {"2016-copyist", "2018-purchase"}


@each_language
@pytest.mark.parametrize("page", [main, entry], ids=["event", "timeline"])
def test_each_sources_amount_is_shown(page: Any, files: dict[str, bytes], lang: str) -> None:
    notes = [note.split("</div>", 1)[0] for note in page(files, lang, "2018-purchase").split('<div class="note conflicts">')[1:]]
    (note,) = [words(note) for note in notes if "2,1 miljoen euro" in note]
    assert "2.3 million euros" in note
    assert "2,3 Millionen Euro" in note


def test_a_finer_date_refines_a_coarser_one(events: dict[str, dict[str, Any]]) -> None:
    purchase = events["2018-purchase"]
    assert (purchase["date_agreement"], purchase["when"], len(purchase["origins"])) == ("refines", "2018-04", 4)
    assert {citation["when"] for citation in purchase["citations"]} == {"2018", "2018-04", "2018-21"}


def test_two_copies_of_one_press_release_are_one_origin(events: dict[str, dict[str, Any]]) -> None:
    suit = events["2021-civil-suit"]
    assert len({citation["article"] for citation in suit["citations"]}) == 2
    assert len(suit["origins"]) == 1


def test_a_weekday_of_an_undated_article_stays_open(events: dict[str, dict[str, Any]]) -> None:
    undated = [c for event in events.values() for c in event.get("citations", ()) if c["article"] == "haverlosenieuws-nl"]
    weekdays = {c["words"]: c["when"] for c in undated if c["words"] in ("dinsdag", "Vrijdag")}
    assert weekdays == {"dinsdag": None, "Vrijdag": None}
    assert events["2021-appeal"]["when"] == "2021-11-19"  # from the article that says it


# ------------------------------------------------------------------ correction, withdrawal


@each_language
def test_a_correction_is_told_in_json_and_on_both_pages(files: dict[str, bytes], events: dict[str, Any], lang: str) -> None:
    charge = events["2020-charge"]
    assert charge["when"] == "2020-09"
    (correction,) = charge["corrections"]
    assert correction["date"] == "2021-12-06"
    for shown in (entry(files, lang, "2020-charge"), main(files, lang, "2020-charge")):
        note = shown.split('class="note correction"', 1)[1].split("</div>", 1)[0]
        assert 'datetime="2021-12-06"' in note
        assert correction["text"][lang] in words(note)


def test_the_case_was_last_modified_by_its_last_correction(files: dict[str, bytes]) -> None:
    assert json.loads(files["haverlo/timeline.json"])["modified"] == "2021-12-08"


def test_a_withdrawn_event_leaves_only_its_date_and_why(events: dict[str, dict[str, Any]]) -> None:
    gone = events["2018-warning"]
    assert (gone["review"], gone["when"], gone["title"], gone["status"]) == ("withdrawn", "2018-22", {}, None)
    assert not gone.get("citations")
    assert not gone.get("summary")
    assert gone["corrections"][0]["text"]["en"] == "We could not confirm what was said here."


@each_language
def test_its_page_is_a_tombstone(files: dict[str, bytes], events: dict[str, Any], lang: str) -> None:
    page = main(files, lang, "2018-warning")
    assert "<blockquote" not in page
    assert events["2018-warning"]["corrections"][0]["text"][lang] in words(page)
    assert 'datetime="2021-12-08"' in page
    head = files[f"haverlo/{lang}/events/2018-warning/index.html"].decode("utf-8").split("</head>")[0]
    assert re.search(r'<meta name="robots" content="noindex', head)


def test_nothing_of_a_withdrawn_entry_is_left_in_any_file(files: dict[str, bytes]) -> None:
    assert [path for path, data in files.items() if b"Aalderen" in data] == []


# ------------------------------------------------------------------ denial, acquittal


def test_a_denial_is_denied_and_by_whom(events: dict[str, dict[str, Any]]) -> None:
    denial = events["2021-denial"]
    assert (denial["kind"], denial["status"], denial["claimant"]) == ("denial", "denied", "Hedda Wolkers")
    assert {citation["status"] for citation in denial["citations"]} == {"denied"}


@each_language
def test_a_denial_is_shown_as_one(files: dict[str, bytes], lang: str) -> None:
    for shown in (entry(files, lang, "2021-denial"), main(files, lang, "2021-denial")):
        mark = shown.split('class="st s-denied"', 1)[1].split("</li>", 1)[0]
        assert "Hedda Wolkers" in words(mark)


@each_language
def test_a_claim_is_shown_with_whose_it_is_and_with_its_denial(
    files: dict[str, bytes], events: dict[str, Any], lang: str
) -> None:
    claim = events["2016-copyist"]
    assert claim["status"] == "alleged"
    mark = main(files, lang, "2016-copyist").split('class="st s-alleged"', 1)[1].split("</li>", 1)[0]
    assert claim["claimants"][lang] in words(mark)
    assert {c["status"] for c in claim["citations"]} == {"alleged", "reported", "denied"}
    assert 'class="st s-denied"' in main(files, lang, "2016-copyist")


@each_language
def test_the_acquittal_stands_after_the_charge_and_the_appeal_after_it(files: dict[str, bytes], lang: str) -> None:
    page = main(files, lang)
    order = [page.index(f'id="e-{name}"') for name in ("2020-charge", "2021-trial", "2021-acquittal", "2021-appeal")]
    assert order == sorted(order)


def test_the_acquittal_is_told_by_all_four_origins(events: dict[str, dict[str, Any]]) -> None:
    acquittal = events["2021-acquittal"]
    assert (acquittal["kind"], acquittal["status"], len(acquittal["origins"])) == ("acquittal", "established", 4)
    assert acquittal["parties"] == ["dorvault"]


# ------------------------------------------------------------------ replies, and what never leaves the record


@each_language
def test_the_reply_stands_beside_what_is_held_against_the_accused(files: dict[str, bytes], lang: str) -> None:
    for name in ("2016-copyist", "2020-raid", "2020-arrest", "2020-charge"):
        reply = entry(files, lang, name).split('class="note reply"', 1)[1].split("</div>", 1)[0]
        assert "Casimir Dorvault" in reply
        assert 'datetime="2021-11-11"' in reply
    assert 'class="note reply"' not in entry(files, lang, "2021-acquittal")


@each_language
def test_that_no_reply_came_is_said(files: dict[str, bytes], lang: str) -> None:
    reply = entry(files, lang, "2021-denial").split('class="note reply"', 1)[1].split("</div>", 1)[0]
    assert re.findall(r'datetime="([\d-]+)"', reply) == ["2021-11-29"]


def test_no_canary_and_no_protected_name_leaves_the_record(files: dict[str, bytes]) -> None:
    record = "".join(path.read_text("utf-8") for path in (CASE / "record").glob("*.yaml"))
    assert [word for word in WITHHELD[:2] if word not in record] == []  # else this test proves nothing
    leaks = [(path, word) for path, data in files.items() for word in WITHHELD if word.lower().encode() in data.lower()]
    assert leaks == []
    assert [path for path in files if "canary" in path or "haskamp" in path.lower()] == []


def test_a_rejected_proposal_is_nowhere(files: dict[str, bytes], events: dict[str, Any]) -> None:
    assert "1600-other" not in events
    assert [path for path, data in files.items() if b"1600-other" in data or "1600-other" in path] == []


@each_language
def test_every_published_event_is_told_in_every_language(events: dict[str, dict[str, Any]], lang: str) -> None:
    told = [event for event in events.values() if event["review"] == "accepted"]
    assert len(told) == 11
    assert [event["id"] for event in told if lang not in event["title"] or lang not in event["summary"]] == []
