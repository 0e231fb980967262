"""Texts of our own come in; how fast and in how much memory their times are found goes out, beside dateparser's search.

    python benchmarks/dates.py            # all languages with dates, 1 MB of text each
    python benchmarks/dates.py fr de      # some of them
    python benchmarks/dates.py --corpora ../shared/corpora/dates

Each figure comes from a process of its own, so that neither warms the other up. Processor time, not the clock on the wall.
Without corpora the text is the specs' sentences, each with a time in it or two: news, with a time in every third sentence, goes
twice as fast.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from dateline import language
from dateline.when import When

SIZE = 1_000_000
"""Bytes of text a language, made of whole paragraphs."""
SLOW = 20_000
"""Bytes for dateparser's search, which needs minutes for more."""
FILLER = Path(__file__).parents[1] / "tests" / "reading" / "date_specs"


def paragraphs(tag: str, corpora: Path | None) -> list[str]:
    """News of that language from corpora that lie elsewhere, else the sentences of the specs, or of the rules' examples."""
    if corpora is not None:
        files = sorted(corpora.glob(f"*{tag}*.jsonl"))
        rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
        return [row["text"] for row in rows if row["lang"] == tag and len(row["text"]) > 500]
    specs = FILLER / f"{tag}.yaml"
    if specs.exists():
        return [line.split(" -> ")[0].split(" | ")[0].strip() for line in specs.read_text("utf-8").splitlines() if " -> " in line]
    return [example.split(" | ")[0] for rule in language.load(tag).dates["rules"].values() for example in rule["examples"]]


def texts(tag: str, size: int, corpora: Path | None) -> Iterator[str]:
    """Articles of some 3 kB, so many that they are that size together."""
    every, article, total, at = paragraphs(tag, corpora), "", 0, 0
    while total < size:
        article += every[at % len(every)] + "\n"
        at += 1
        if len(article) > 3_000:
            total += len(article.encode())
            yield article
            article = ""


def ours(tag: str, corpora: Path | None) -> dict[str, float]:
    """Start-up in seconds (imports and the first short text), MB a second, and the most memory that was taken, in MB."""
    start = time.process_time()
    from dateline.reading.dates import find  # noqa: PLC0415 - its import is measured

    lang, published = language.load(tag), When.parse("2019-03-27")
    find("2019-03-25", lang, published)
    first = time.process_time() - start
    articles = list(texts(tag, SIZE, corpora))
    start = time.process_time()
    for article in articles:
        find(article, lang, published)
    return figures(articles, first, time.process_time() - start)


def search(tag: str, corpora: Path | None) -> dict[str, float]:
    """The same for dateparser's search, on less text."""
    start = time.process_time()
    from dateparser.search import search_dates  # noqa: PLC0415 - its import is measured

    search_dates("2019-03-25", languages=[tag])
    first = time.process_time() - start
    articles = list(texts(tag, SLOW, corpora))
    start = time.process_time()
    for article in articles:
        search_dates(article, languages=[tag])
    return figures(articles, first, time.process_time() - start)


def figures(articles: list[str], first: float, seconds: float) -> dict[str, float]:
    """Seconds to start, MB a second, and MB of memory at most."""
    size = sum(len(article.encode()) for article in articles)
    return {"start": first, "speed": size / 1e6 / seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def apart(what: str, tag: str, corpora: Path | None) -> dict[str, float]:
    """Run one of the two in a process of its own."""
    command = [sys.executable, __file__, tag, "--only", what, *(["--corpora", str(corpora)] if corpora else [])]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))  # noqa: S603


def main() -> None:
    """Print a line a language."""
    parser = argparse.ArgumentParser(description="How fast times are found, beside dateparser's search.")
    parser.add_argument("tags", nargs="*", metavar="TAG")
    parser.add_argument("--corpora", type=Path, help="a folder of JSON lines with lang and text")
    parser.add_argument("--only", choices=("ours", "search"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        print(json.dumps((ours if given.only == "ours" else search)(given.tags[0], given.corpora)))  # noqa: T201
        return
    print(f"{'':6}{'start s':>9}{'MB/s':>8}{'MB':>6}   dateparser{'start s':>9}{'MB/s':>8}{'MB':>6}   times as fast")  # noqa: T201
    for tag in given.tags or language.tags("dates"):
        we, they = (apart(what, tag, given.corpora) for what in ("ours", "search"))
        row = "".join(f"{found['start']:9.2f}{found['speed']:8.3f}{found['memory']:6.0f}{'':13}" for found in (we, they))
        print(f"{tag:6}{row}{we['speed'] / they['speed']:5.0f}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
