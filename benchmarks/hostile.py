"""A megabyte of one thing over and over comes in; the seconds that its times and its events take to be found go out.

    python benchmarks/hostile.py            # all languages
    python benchmarks/hostile.py fr de      # some of them
    python benchmarks/hostile.py --lines ../shared/corpora/hostile/blns.jsonl

Exit code 1 where one takes longer than two seconds of the processor, or where events take more than linear time.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from dateline import language
from dateline.proofreading import story
from dateline.reading.dates import elsewhere, find
from dateline.when import When

SIZE: Final = 1_000_000
MOST: Final = 2.0
"""Seconds of the processor that a megabyte may take."""
UNITS: Final = ("9", "1,", "1 ", "12.", "2013 ", "2013-", "mars ", "April ", "mei ", "a", "le 3 et ", "3 mai ", "Montag, den ")
WITHOUT_FILE: Final = ("pl", "zh", "hu")


def seconds(run: Callable[[str], object], text: str) -> float:
    """Of the processor, for one run."""
    start = time.process_time()
    run(text)
    return time.process_time() - start


def events_ratio(tag: str) -> float:
    """How many times longer eight times as long a sentence takes: every kind's first example, over and over, unpunctuated."""
    words = " ".join(row["examples"][0].rstrip(".") for row in language.load(tag).reading["triggers"].values())
    story.kinds(tag, words)  # compiles the patterns
    short, long = (min(seconds(lambda text: story.kinds(tag, text), " ".join([words] * n)) for _ in range(3)) for n in (8, 64))
    return long / short


def _times(lang: language.Language, text: str) -> object:
    return find(text, lang, When.parse("2019-03-27"))


def main() -> None:
    """Print a line a text."""
    parser = argparse.ArgumentParser(description="How long hostile texts take.")
    parser.add_argument("tags", nargs="*", metavar="TAG")
    parser.add_argument("--lines", type=Path, help="a file whose lines are read over and over too")
    given = parser.parse_args()
    units = [*UNITS, *([given.lines.read_text("utf-8")] if given.lines else [])]
    slow = 0
    for tag in given.tags or (*language.tags("dates"), *WITHOUT_FILE):
        known = tag in language.tags("dates")
        run = partial(_times, language.load(tag)) if known else partial(elsewhere.find, tag=tag)
        run("2013 ")
        for unit in units:
            taken = seconds(run, (unit * (SIZE // len(unit) + 1))[:SIZE])
            slow += taken > MOST
            print(f"{tag:4}{unit[:12]!r:18}{taken:6.2f} s{'  SLOW' if taken > MOST else ''}", flush=True)  # noqa: T201
        if known and language.load(tag).reading.get("triggers"):
            ratio = events_ratio(tag)
            slow += ratio > 20
            print(f"{tag:4}events, 8 times as long: {ratio:4.1f} times the time{'  SLOW' if ratio > 20 else ''}", flush=True)  # noqa: T201
    sys.exit(1 if slow else 0)


if __name__ == "__main__":
    main()
