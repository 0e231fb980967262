"""Texts come in; how fast and in how much memory their times are found goes out, beside other tools that find them.

    python benchmarks/dates.py            # all languages with dates, 1 MB of text each
    python benchmarks/dates.py fr de      # some of them
    python benchmarks/dates.py --corpora ../shared/corpora/dates

Beside dateparser's search stand, where they are installed and know the language, datefinder and Microsoft's recognizers
(`pip install datefinder recognizers-text-suite "emoji<2"`). Each figure comes from a process of its own, so that none warms
another up. Processor time, not the clock on the wall; compiling what the texts need is part of ours.
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
from collections.abc import Callable, Iterator
from pathlib import Path

from dateline import language
from dateline.when import When

Find = Callable[[str], object]
SIZE = 1_000_000
"""Bytes of text a language, made of whole paragraphs."""
SLOW = 20_000
"""Bytes for the others, which need minutes for more."""
CULTURES = {"en": "en-us", "es": "es-es", "fr": "fr-fr"}
"""Languages for which the recognizers find dates."""
FILLER = Path(__file__).parents[1] / "tests" / "reading" / "date_specs"


def paragraphs(tag: str, corpora: Path | None) -> list[str]:
    """News of that language from corpora that lie elsewhere; else the specs' sentences, or the rules' examples."""
    if corpora is not None:
        files = sorted(corpora.glob(f"*{tag}*.jsonl"))
        rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
        if articles := [row["text"] for row in rows if row["lang"] == tag and len(row["text"]) > 500]:
            return articles
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


def dateline(tag: str) -> Find | None:
    """Ours."""
    from dateline.reading.dates import find  # noqa: PLC0415 - its import is measured

    lang, published = language.load(tag), When.parse("2019-03-27")
    return lambda text: find(text, lang, published)


def dateparser(tag: str) -> Find | None:
    """Its search in texts."""
    from dateparser.search import search_dates  # noqa: PLC0415

    return lambda text: search_dates(text, languages=[tag])


def datefinder(tag: str) -> Find | None:
    """English only."""
    from datefinder import find_dates  # noqa: PLC0415

    return (lambda text: list(find_dates(text))) if tag == "en" else None


def recognizers(tag: str) -> Find | None:
    """Microsoft's, for Python."""
    from recognizers_date_time import recognize_datetime  # noqa: PLC0415

    return (lambda text: recognize_datetime(text, CULTURES[tag])) if tag in CULTURES else None


TOOLS = {tool.__name__: tool for tool in (dateline, dateparser, datefinder, recognizers)}


def measure(name: str, tag: str, corpora: Path | None) -> dict[str, float] | None:
    """Start-up in seconds (imports and the first short text), MB a second, most memory in MB; None where it cannot be asked."""
    start = time.process_time()
    try:
        find = TOOLS[name](tag)
    except ImportError:
        return None
    if find is None:
        return None
    find("2019-03-25")
    first = time.process_time() - start
    articles = list(texts(tag, SIZE if name == "dateline" else SLOW, corpora))
    start = time.process_time()
    for article in articles:
        find(article)
    seconds, size = time.process_time() - start, sum(len(article.encode()) for article in articles)
    return {"start": first, "speed": size / 1e6 / seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def apart(name: str, tag: str, corpora: Path | None) -> dict[str, float] | None:
    """Run one tool in a process of its own."""
    command = [sys.executable, __file__, tag, "--only", name, *(["--corpora", str(corpora)] if corpora else [])]
    said = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if said.returncode:
        print(f"{tag:4}{name:14}failed: {(said.stderr.strip().splitlines() or ['no word'])[-1]}", flush=True)  # noqa: T201
        return None
    found: dict[str, float] | None = json.loads(said.stdout)
    return found


def main() -> None:
    """Print a line a language and tool."""
    parser = argparse.ArgumentParser(description="How fast times are found, beside other tools.")
    parser.add_argument("tags", nargs="*", metavar="TAG")
    parser.add_argument("--corpora", type=Path, help="a folder of JSON lines with lang and text")
    parser.add_argument("--only", choices=tuple(TOOLS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        print(json.dumps(measure(given.only, given.tags[0], given.corpora)))  # noqa: T201
        return
    print(f"{'':4}{'':14}{'start s':>8}{'MB/s':>9}{'MB':>6}   dateline is")  # noqa: T201
    for tag in given.tags or language.tags("dates"):
        speed = 0.0
        for name in TOOLS:
            found = apart(name, tag, given.corpora)
            if found is None:
                continue
            speed = speed or found["speed"]
            times = "" if name == "dateline" else f"   {speed / found['speed']:5.0f} times as fast"
            print(f"{tag:4}{name:14}{found['start']:8.2f}{found['speed']:9.4f}{found['memory']:6.0f}{times}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
