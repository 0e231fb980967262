"""The pairs of tests/reading/pairs and of the corpora come in; how many are rightly one report, or two, goes out.

Usage: origins.py SHARED

Of the corpora: one document in four languages is one report in four hands, two documents on one topic are two. The articles
of a topic are read as one case, each pair of them counts. Exit code 1 where two reports are joined, or less than 90 % found.
"""

# ruff: noqa: T201 - it speaks to the terminal
from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path, PurePosixPath

from dateline import language, yamlfile
from dateline.model import Article, Document
from dateline.reading import articles, furniture, origins

PAIRS = Path(__file__).parent.parent / "reading" / "pairs"
FLOOR = 0.9
Figures = dict[str, int]


def own() -> tuple[list[Document], dict[str, str]]:
    """The articles of tests/reading/pairs, and which report each is, by id."""
    documents = []
    for path in sorted(PAIRS.glob("*/*.md")):
        document, _ = articles.read_file(path, path.name)
        name = f"{path.parent.name}/{path.stem}"
        documents.append(replace(document, article=replace(document.article, id=name)))
    reports = {name: report for report, names in expected()["reports"].items() for name in names}
    return documents, {document.article.id: reports.get(document.article.id, document.article.id) for document in documents}


def expected() -> yamlfile.Fields:
    """What expected.yaml says of them."""
    text = (PAIRS / "expected.yaml").read_text("utf-8")
    return yamlfile.fields(yamlfile.load(text, "expected.yaml"), "expected.yaml", "expected.yaml")


def topics(shared: Path, outlet: str | None) -> dict[str, list[Document]]:
    """The news of the corpora by topic; ids are DOCUMENT-LANG. `outlet` is whose they are all said to be."""
    found = defaultdict(list)
    for path in sorted((shared / "corpora/events").glob("articles-*.jsonl")):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            found[row["topic"]].append(document(f"{row['id']}-{row['lang']}", row["lang"], row["text"], outlet))
    return found


def document(name: str, lang: str, text: str, outlet: str | None = None) -> Document:
    """A text as an article."""
    said = furniture.set_aside(text, language.load(lang))
    article = Article(name, lang, author=said.author, outlet=outlet)
    return Document(article, text, PurePosixPath(f"{name}.txt"), asides=said.asides, agency=said.agency)


def counted(documents: Sequence[Document], report_of: Mapping[str, str], relayed: Iterable[frozenset[str]] = ()) -> Figures:
    """How many pairs are one report and two, how many of the former are joined, and of the latter, to nobody's good."""
    group_of = {name: group.id for group in origins.origins(documents) for name in group.articles}
    figures = {"dependent": 0, "found": 0, "independent": 0, "joined": 0}
    for pair in combinations(sorted(group_of), 2):
        one, other = pair
        joined = group_of[one] == group_of[other]
        if report_of[one] == report_of[other]:
            figures["dependent"] += 1
            figures["found"] += joined
        elif frozenset(pair) not in relayed:
            figures["independent"] += 1
            figures["joined"] += joined
            if joined:
                print(f"joined, but two: {one}, {other}")
    return figures


def relays() -> set[frozenset[str]]:
    """Pairs of our own of which one only retells the other, or both a third: they may be joined."""
    sources = defaultdict(set)
    for name, source in expected()["relays"].items():
        sources[source] |= {name, source}
    return {frozenset(pair) for names in sources.values() for pair in combinations(names, 2)}


def good(what: str, figures: Figures) -> bool:
    """Whether the figures are good enough; prints a line either way."""
    fine = not figures["joined"] and figures["found"] >= FLOOR * figures["dependent"]
    found = f"{figures['found']} of {figures['dependent']} dependent pairs found"
    print(f"{'ok    ' if fine else 'BROKEN'} {what}: {found}, {figures['joined']} of {figures['independent']} independent joined")
    return fine


def main() -> None:
    results = [good("own", counted(*own(), relays()))]
    for outlet in (None, "One"):
        for topic, documents in topics(Path(sys.argv[1]).resolve(), outlet).items():
            report_of = {one.article.id: one.article.id.rpartition("-")[0] for one in documents}
            results.append(
                good(f"{topic}, outlet {'known and the same' if outlet else 'unknown'}", counted(documents, report_of))
            )
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
