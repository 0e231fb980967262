"""A language comes in; patterns that take more than linear time on a hostile text go out as misses."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from dateline import language
from dateline.language import Language
from dateline.proofreading import story
from dateline.proofreading.miss import Miss
from dateline.reading import cues
from dateline.reading.dates import find
from dateline.when import When

UNITS: Final = ("9", "1,", "1 ", "12.", "2013 ", "2013-", "a", "a ", "A ", " ", "\n", "(", "“", ", ", "é")
_SHORT: Final = 2_000
"""Characters; the longer text is four times that: linear time is four times as long, quadratic sixteen times."""
_FACTOR: Final = 10
_SPARE: Final = 0.02
"""Seconds of the processor that are too few to tell anything."""


def misses(tag: str) -> Iterator[Miss]:
    """Every pattern of `reading` alone, and the rules of `dates` as they run, alone where together they are slow."""
    lang = replace(language.load(tag), tag=language.code(tag))
    for path, pattern in story.patterns(tag):
        run = re.compile(pattern).match if path[1] == "furniture" else cues.compiled(tag, pattern).search
        if unit := slow(run):
            yield Miss(path, f"takes more than linear time on “{unit}” over and over.", "Bound what repeats, as in {0,30}.")
    if lang.dates and (unit := slow(partial(_read, lang), _units(lang))):
        for name, rule in lang.dates["rules"].items():
            alone = replace(lang, tag=f"{lang.tag}-{name}", dates={**lang.dates, "rules": {name: rule}})
            if slow(partial(_read, alone), (unit,)):
                yield Miss(("dates", "rules", name), f"takes more than linear time on “{unit}” over and over.", "Say it shorter.")


def slow(run: Callable[[str], object], units: tuple[str, ...] = UNITS) -> str | None:
    """The first of the units that, repeated, takes more than linear time."""
    return next((unit for unit in units if _slow(run, unit)), None)


def _slow(run: Callable[[str], object], unit: str) -> bool:
    return _seconds(run, unit, 4 * _SHORT) > _SPARE and (
        _seconds(run, unit, 4 * _SHORT) > _FACTOR * max(_seconds(run, unit, _SHORT), _SPARE / _FACTOR)
    )


def _seconds(run: Callable[[str], object], unit: str, length: int) -> float:
    text = unit * (length // len(unit))
    start = time.process_time()
    run(text)
    return time.process_time() - start


def _read(lang: Language, text: str) -> object:
    return find(text, lang, When.parse("2019-03-27"))


def _units(lang: Language) -> tuple[str, ...]:
    """Hostile texts, and the words that rules begin and end with."""
    months = [words[0].split("(")[0] + " " for words in list(lang.dates["lists"]["month"].values())[:5:2]]
    examples = [next(iter(rule["examples"])).partition(" | ")[0] + " " for rule in lang.dates["rules"].values()]
    return (*UNITS, *months, *examples[::4])
