"""English news with timelines of its entities (SemEval-2015 Task 4) comes in; how much of them dateline proposes goes out.

Usage: timelines.py SHARED

Per entity, of the entries that bear a date: `recall`, whose sentence a dated proposal cites; `date`, of those, whose date
one of these proposals has, or a finer one within it; `joined`, of the pairs of cited sentences of one entry, how many share
a proposal. Apart stand the entries that happen on the day of publication: they mostly bear no words of time at all, and an
undated sentence makes no proposal.
"""

# ruff: noqa: T201 - it speaks to the terminal
from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path, PurePosixPath
from typing import Any

from dateline import language
from dateline.model import Article, Document, Event
from dateline.reading import dates, events, furniture, names, reports, sentences
from dateline.when import When

Row = Mapping[str, Any]
Place = tuple[str, int, int]
UNKNOWN = "XXX"


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def document(row: Row) -> Document:
    """A text of the corpus as an article with its day."""
    said = furniture.set_aside(row["text"], language.load("en"))
    article = Article(row["doc_id"], "en", outlet="Wikinews", published=When.parse(row["dct"]))
    return Document(article, row["text"], PurePosixPath(row["doc_id"]), asides=said.asides, agency=said.agency)


def proposed(documents: Sequence[Document]) -> tuple[Event, ...]:
    """What dateline proposes for them, as one case; each is a report of its own."""
    lang, case = language.load("en"), names.names(documents, ())
    told = [
        report
        for article in documents
        for report in reports.reports(
            sentences.sentences(article, lang),
            dates.find(article.text, lang, article.article.published),
            case,
            article.article.id,
        )
    ]
    return events.events(told)


def places(entry: Row, documents: Mapping[str, Row]) -> set[Place]:
    """The sentences that tell an entry."""
    found = set()
    for mention in entry["mentions"]:
        sentence = documents[mention["doc_id"]]["sentences"][mention["sentence_id"]]
        found.add((mention["doc_id"], *sentence))
    return found


def citing(place: Place, found: Sequence[Event]) -> Iterator[Event]:
    """The dated proposals that cite a sentence."""
    name, start, end = place
    for event in found:
        cited = (c for c in event.citations if c.article == name and c.start < end and start < c.end)
        if event.when is not None and any(c.mention is not None for c in cited):
            yield event


def within(when: When, date: str) -> bool:
    """The same time, or a finer one."""
    return when.named.edtf == date or when.named.edtf.startswith(f"{date}-")


def counted(timeline: Row, found: Sequence[Event], documents: Mapping[str, Row]) -> Counter[str]:
    figures: Counter[str] = Counter()
    for entry in timeline["entries"]:
        date = entry["date"].replace("-XX", "")
        if not date.startswith(UNKNOWN):
            held = {place: {event.id: event for event in citing(place, found)} for place in places(entry, documents)}
            news = "news " if any(documents[name]["dct"] == date for name, _, _ in held) else ""
            proposals = [event for by_id in held.values() for event in by_id.values()]
            figures[f"{news}entries"] += 1
            figures[f"{news}recalled"] += bool(proposals)
            figures[f"{news}dated"] += any(event.when is not None and within(event.when, date) for event in proposals)
            for one, other in combinations(held.values(), 2):
                figures["pairs"] += bool(one and other)
                figures["joined"] += bool(one.keys() & other.keys())
    return figures


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f} ({part}/{whole})" if whole else "    - (0/0)"


def line(name: str, figures: Counter[str]) -> str:
    parts = [
        f"{part:4} recall {percent(figures[f'{key}recalled'], figures[f'{key}entries']):15} "
        f"date {percent(figures[f'{key}dated'], figures[f'{key}recalled']):15}"
        for part, key in (("", ""), ("news", "news "))
    ]
    return f"{name:23}{'  '.join(parts)}  joined {percent(figures['joined'], figures['pairs'])}"


def main() -> None:
    corpus = Path(sys.argv[1]) / "corpora/events"
    documents = {row["doc_id"]: row for row in rows(corpus / "english-docs.jsonl")}
    sets: dict[str, list[Document]] = defaultdict(list)
    for row in documents.values():
        sets[row["set"]].append(document(row))
    found = {name: proposed(held) for name, held in sets.items()}
    total: Counter[str] = Counter()
    for timeline in rows(corpus / "english-timelines.jsonl"):
        figures = counted(timeline, found[timeline["corpus"]], documents)
        total += figures
        print(line(timeline["target_entity"], figures))
    print(line("all", total))


if __name__ == "__main__":
    main()
