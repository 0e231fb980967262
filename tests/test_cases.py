"""Whole cases: their articles go through the command line, and the timeline must be what a careful reader expects.

A case is a folder of tests/cases with articles/ and expected.yaml (its format is told at the top of each). The comparison
lists every difference on a line of its own, and is itself tested below on timelines that are wrong in one known way.
"""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dateline import language, yamlfile
from dateline.when import When

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/expected.yaml"))
by_name = pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)

# ------------------------------------------------------------------ what stands on disk


def expected(case: Path) -> dict[str, Any]:
    text = (case / "expected.yaml").read_text("utf-8")
    return yamlfile.fields(yamlfile.load(text, "expected.yaml"), "expected.yaml", "expected.yaml")


def bodies(case: Path) -> dict[str, str]:
    """Each article's text as offsets count in it: all that stands after the front matter's closing line."""
    texts = {}
    for path in (case / "articles").iterdir():
        text = path.read_bytes().decode("utf-8")
        texts[path.stem] = text.split("\n---\n", 1)[1] if text.startswith("---\n") else text
    return texts


def spans(text: str, words: str, around: str | None = None) -> list[tuple[int, int]]:
    """Every place of `words` in `text`; with `around`, only those inside that longer passage."""
    outer = spans(text, around) if around else [(0, len(text))]
    found = []
    for start, end in outer:
        at = text.find(words, start, end)
        while at >= 0:
            found.append((at, at + len(words)))
            at = text.find(words, at + 1, end)
    return found


def listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]


# ------------------------------------------------------------------ the comparison


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def touches(citation: dict[str, Any], evidence: dict[str, Any], texts: dict[str, str]) -> bool:
    """The citation quotes at least a part of the evidence."""
    if citation["article"] != evidence["article"]:
        return False
    places = spans(texts[evidence["article"]], evidence["quote"])
    return any(overlap((citation["start"], citation["end"]), place) for place in places)


def holders(wanted: dict[str, Any], entries: list[dict[str, Any]], texts: dict[str, str]) -> list[dict[str, Any]]:
    """Entries of the right kind that quote the event's required evidence; failing that, of the right date."""
    required = [e for e in wanted["evidence"] if not e.get("optional")]
    quoting = [e for e in entries if any(touches(c, r, texts) for c in e["citations"] for r in required)]
    same_kind = [e for e in quoting if e["kind"] in listed(wanted["kind"])]
    return same_kind or [e for e in quoting if e["when"] in listed(wanted["date"])]


def event_differences(
    wanted: dict[str, Any], entries: list[dict[str, Any]], texts: dict[str, str], beside: list[dict[str, Any]]
) -> list[str]:
    """`beside` are entries that may stand: another event that the same sentence tells splits none."""
    name, held = wanted["id"], holders(wanted, entries, texts)
    if len(held) > 1:
        held = [entry for entry in held if entry not in beside] or held
    if not held:
        return [f"{name}: missing"]
    if len(held) > 1:
        return [f"{name}: split over {', '.join(e['id'] for e in held)}"]
    entry, found = held[0], []
    if entry["kind"] not in listed(wanted["kind"]):
        found.append(f"{name}: is told as {entry['kind']}, should be {wanted['kind']}")
    if entry["when"] not in listed(wanted["date"]):
        found.append(f"{name}: dated {entry['when']}, should be {wanted['date']}")
    origins = len(set(entry["origins"]))
    if str(origins) not in listed(wanted["independent_origins"]):
        found.append(f"{name}: {origins} origins, should be {wanted['independent_origins']}")
    for evidence in wanted["evidence"]:
        found += evidence_differences(wanted, evidence, entry, texts)
    return found + figure_differences(wanted, entry)


def figure_differences(wanted: dict[str, Any], entry: dict[str, Any]) -> list[str]:
    """How sources compare on what is expected to be compared; and no conflict that nobody expects."""
    want: dict[str, str] = wanted.get("figures") or {}
    said = {figure["unit"]: figure["agreement"] for figure in entry.get("figures") or ()}
    false = {unit: None for unit, how in said.items() if how == "conflicts"}
    return [
        f"{wanted['id']}: on {unit} sources are told as {said.get(unit)}, should be {how}"
        for unit, how in {**false, **want}.items()
        if said.get(unit) != how
    ]


def evidence_differences(
    wanted: dict[str, Any], evidence: dict[str, Any], entry: dict[str, Any], texts: dict[str, str]
) -> list[str]:
    where = f"{wanted['id']}: {evidence['article']} “{evidence['quote'][:50]}”"
    citing = [c for c in entry["citations"] if touches(c, evidence, texts)]
    if not citing:
        return [] if evidence.get("optional") else [f"{where} is not cited"]
    dates = listed(evidence["date"] if "date" in evidence else wanted["date"])
    found = []
    if not any(c["status"] in listed(evidence["status"]) for c in citing):
        found.append(f"{where} is {citing[0]['status']}, should be {evidence['status']}")
    if not any(c.get("when") in dates for c in citing):
        found.append(f"{where} is dated {citing[0].get('when')}, should be {evidence.get('date', wanted['date'])}")
    return found


def excused(want: dict[str, Any], entries: list[dict[str, Any]], texts: dict[str, str]) -> list[dict[str, Any]]:
    """Entries that may stand, and need not."""
    may = want.get("may") or ()
    return [
        e for e in entries if any(touches(c, m, texts) and e["when"] in listed(m["date"]) for c in e["citations"] for m in may)
    ]


def extras(want: dict[str, Any], entries: list[dict[str, Any]], texts: dict[str, str]) -> list[str]:
    """Entries that quote no expected evidence and are not among those that may stand."""
    evidence = [e for event in want["events"] for e in event["evidence"]]
    known = [e for e in entries if any(touches(c, v, texts) for c in e["citations"] for v in evidence)]
    known += excused(want, entries, texts)
    return [f"extra: {e['id']} ({e['when']} {e['kind']})" for e in entries if e not in known]


def false_dates(want: dict[str, Any], entries: list[dict[str, Any]], texts: dict[str, str]) -> list[str]:
    """Citations whose dating words lie where nothing is dated."""
    cited = [(entry, citation) for entry in entries for citation in entry["citations"]]
    return [
        f"no date: “{never['span']}” dates {entry['id']}"
        for never in want["never"]
        for entry, citation in cited
        if citation["article"] == never["article"] and in_places(words_place(citation, texts), never, texts)
    ]


def in_places(place: tuple[int, int], never: dict[str, Any], texts: dict[str, str]) -> bool:
    return any(overlap(place, p) for p in spans(texts[never["article"]], never["span"], never.get("in")))


def words_place(citation: dict[str, Any], texts: dict[str, str]) -> tuple[int, int]:
    """Where the dating words stand: as the timeline says, else their first place in the quotation; (-1, -1) without any."""
    words = citation.get("words")
    if not words:
        return (-1, -1)
    start = citation.get("words_start")
    if start is None:
        start = texts[citation["article"]].find(words, citation["start"], citation["end"])
    return (start, start + len(words))


def loose_quotes(entries: list[dict[str, Any]], texts: dict[str, str]) -> list[str]:
    return [
        f"{entry['id']}: “{c['quote'][:50]}” is not what {c['article']} says at {c['start']}"
        for entry in entries
        for c in entry["citations"]
        if texts[c["article"]][c["start"] : c["end"]] != c["quote"]
    ]


def differences(want: dict[str, Any], timeline: dict[str, Any], texts: dict[str, str]) -> list[str]:
    entries = [e for e in timeline["events"] if e["review"] != "withdrawn"]
    found = loose_quotes(entries, texts)
    beside = excused(want, entries, texts)
    for event in want["events"]:
        found += event_differences(event, entries, texts, beside)
    extra = extras(want, entries, texts)
    if len(extra) > int(want.get("extra") or 0):
        found += extra
    return found + false_dates(want, entries, texts)


# ------------------------------------------------------------------ the pipeline on each case


def run(project: Path, *words: str) -> None:
    command = [sys.executable, "-m", "dateline", "-C", str(project), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"dateline {' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}"


@by_name
def test_timeline_is_what_a_careful_reader_expects(case: Path, tmp_path: Path) -> None:
    shutil.copytree(case / "articles", tmp_path / "content" / case.name / "articles")
    run(tmp_path, "read")
    run(tmp_path, "build", "--drafts")
    timeline = json.loads((tmp_path / "site" / case.name / "timeline.json").read_text("utf-8"))
    want = expected(case)
    found = differences(want, timeline, bodies(case))
    assert len(found) <= int(want.get("misses") or 0), f"{case.name} differs in {len(found)} places:\n" + "\n".join(found)


# ------------------------------------------------------------------ the expectations are sound


@by_name
def test_expectations_quote_their_articles(case: Path) -> None:
    want, texts = expected(case), bodies(case)
    quotes = [(e["article"], e["quote"]) for event in want["events"] for e in event["evidence"]]
    quotes += [(m["article"], m["quote"]) for m in want.get("may") or ()]
    assert [q for q in quotes if len(spans(texts[q[0]], q[1])) != 1] == []
    assert [n for n in want["never"] if not spans(texts[n["article"]], n["span"], n.get("in"))] == []
    assert set(want["articles"]) == set(texts)


@by_name
def test_expectations_use_known_kinds_and_dates(case: Path) -> None:
    for event in expected(case)["events"]:
        assert set(listed(event["kind"])) <= set(language.kinds())
        for date in listed(event["date"]) + [d for e in event["evidence"] for d in listed(e.get("date"))]:
            assert date is None or When.parse(date)


def perfect(want: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    """The timeline that says just what is expected: the first date, kind and status wherever several are right."""
    return {"events": [perfect_entry(event, texts) for event in want["events"]]}


def perfect_entry(event: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    date, count = listed(event["date"])[0], int(listed(event["independent_origins"])[0])
    citations = []
    for evidence in event["evidence"]:
        start, end = spans(texts[evidence["article"]], evidence["quote"])[0]
        when = listed(evidence["date"])[0] if "date" in evidence else date
        place = {"article": evidence["article"], "quote": evidence["quote"], "start": start, "end": end}
        citations.append({**place, "when": when, "status": listed(evidence["status"])[0]})
    entry = {"id": event["id"], "kind": listed(event["kind"])[0], "when": date, "review": "proposed"}
    entry["figures"] = [{"unit": unit, "agreement": how} for unit, how in (event.get("figures") or {}).items()]
    return {**entry, "origins": [str(number) for number in range(count)], "citations": citations}


@by_name
def test_expectations_can_be_met(case: Path) -> None:
    want, texts = expected(case), bodies(case)
    assert differences(want, perfect(want, texts), texts) == []


# ------------------------------------------------------------------ the comparison can fail

TEXTS = {"a": "It opened in 2004 with 14 rooms. It closed in 2018."}
WANT = {
    "events": [
        {
            "id": "opening",
            "date": "2004",
            "kind": "launch",
            "evidence": [{"article": "a", "quote": "It opened in 2004", "status": "established"}],
            "independent_origins": "1",
        }
    ],
    "never": [{"article": "a", "span": "14 rooms"}],
}
CITATION = {
    "article": "a",
    "quote": "It opened in 2004",
    "start": 0,
    "end": 17,
    "words": "2004",
    "when": "2004",
    "status": "established",
}
ENTRY = {"id": "e1", "kind": "launch", "when": "2004", "review": "proposed", "origins": ["a"], "citations": [CITATION]}
CLOSING = {**CITATION, "quote": "It closed in 2018", "start": 33, "end": 50, "words": "2018"}


def told(*entries: dict[str, Any]) -> list[str]:
    return differences(WANT, {"events": list(entries)}, TEXTS)


def test_comparison_passes_the_right_timeline() -> None:
    assert told(ENTRY) == []


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        ({"when": "2005"}, "opening: dated 2005, should be 2004"),
        ({"kind": "other"}, "opening: is told as other, should be launch"),
        ({"origins": ["a", "b"]}, "opening: 2 origins, should be 1"),
        ({"citations": [{**CITATION, "status": "alleged"}]}, "opening: a “It opened in 2004” is alleged, should be established"),
        ({"citations": [{**CITATION, "when": None}]}, "opening: a “It opened in 2004” is dated None, should be 2004"),
        (
            {"figures": [{"unit": "EUR", "agreement": "conflicts"}]},
            "opening: on EUR sources are told as conflicts, should be None",
        ),
        ({"citations": [{**CITATION, "quote": "It opens in 2004"}]}, "e1: “It opens in 2004” is not what a says at 0"),
        (
            {"citations": [CITATION, {**CITATION, "quote": TEXTS["a"][:31], "end": 31, "words": "14"}]},
            "no date: “14 rooms” dates e1",
        ),
    ],
)
def test_comparison_names_each_difference(change: dict[str, Any], difference: str) -> None:
    assert told({**copy.deepcopy(ENTRY), **change}) == [difference]


def test_comparison_names_what_is_missing_split_or_extra() -> None:
    assert told() == ["opening: missing"]
    assert told(ENTRY, {**ENTRY, "id": "e2"}) == ["opening: split over e1, e2"]
    assert told(ENTRY, {**ENTRY, "id": "e3", "citations": [CLOSING]}) == ["extra: e3 (2004 launch)"]


def test_comparison_lets_stand_beside_an_event_what_may_stand() -> None:
    want = {**WANT, "may": [{"article": "a", "quote": "with 14 rooms", "date": "200X"}]}
    sentence = {**CITATION, "quote": TEXTS["a"][:31], "end": 31}
    beside = {**ENTRY, "id": "e4", "when": "200X", "citations": [sentence]}
    assert differences(want, {"events": [ENTRY, beside]}, TEXTS) == []
    assert differences(want, {"events": [ENTRY, {**beside, "when": "2004"}]}, TEXTS) == ["opening: split over e1, e4"]
