"""A language comes in; patterns that take more than linear time on a hostile text go out as misses."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from dateline.language import Language
from dateline.proofreading import dates, story
from dateline.proofreading.miss import Miss
from dateline.reading import cues
from dateline.reading.dates import find
from dateline.when import When

UNITS: Final = ("9", "1,", "1 ", "12.", "2013 ", "2013-", "a", "a ", "A ", " ", "\n", "(", "“", ", ", "é")
_LENGTHS: Final = (16, 20, 24, 32, 128, 512, 2_048, 8_192)
"""Characters; so few at first that even a pattern whose time doubles with each sign comes to an end."""
_FACTOR: Final = 2.0
"""A text so many times as long may take this many times more than that; quadratic time takes four times more than four times."""
_BOUNDED: Final = 512
"""Characters, up to which what repeats {0,80} times may take quadratic time: only then it is at its bound."""
_DOUBT: Final = 1.25
"""A text that takes so many times more than linear time is timed again, and the shorter one too."""
_SPARE: Final = 0.02
"""Seconds of the processor that are too few to tell anything."""
_CLEAR: Final = 0.002
"""Seconds that tell something, as the least of a few runs."""
_RUNS: Final = 3
_SHORT: Final = 0.03
"""Seconds; a run that takes longer is not repeated."""


def misses(tag: str) -> Iterator[Miss]:
    """Every pattern of `reading` alone, and the rules of `dates` as they run, alone where together they are slow."""
    lang = dates.opened(tag)
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
    before, length = 0.0, 0
    for longer in _LENGTHS:
        if longer == _LENGTHS[-1] and before * (longer / length) ** 2 < _SPARE:
            return False  # not even quadratic time would show
        taken = _seconds(run, unit, longer)
        fair = (longer / length) ** (1 if longer > _BOUNDED else 2) if length else 1
        if length and _more(taken, before, _DOUBT * fair):  # one of the two may be the machine's
            for _ in range(_RUNS):
                before, taken = min(before, _seconds(run, unit, length)), min(taken, _seconds(run, unit, longer))
            if _more(taken, before, _FACTOR * fair):
                return True
        if before > _CLEAR and longer > _BOUNDED:
            return False  # what grows with the length so far will go on so
        before, length = taken, longer
    return False


def _more(taken: float, before: float, times: float) -> bool:
    return taken > max(_SPARE, times * before)


def _seconds(run: Callable[[str], object], unit: str, length: int) -> float:
    """The least of a few runs, where they are short: whatever else the machine does only adds."""
    taken: list[float] = []
    text = unit * (length // len(unit) or 1)
    while not taken or (len(taken) < _RUNS and taken[0] < _SHORT):
        start = time.process_time()
        run(text)
        taken.append(time.process_time() - start)
    return min(taken)


def _read(lang: Language, text: str) -> object:
    return find(text, lang, When.parse("2019-03-27"))


def _units(lang: Language) -> tuple[str, ...]:
    """Hostile texts, and the words that rules begin and end with."""
    months = [words[0].split("(")[0] + " " for words in list(lang.dates["lists"]["month"].values())[:5:2]]
    examples = [next(iter(rule["examples"])).partition(" | ")[0] + " " for rule in lang.dates["rules"].values()]
    return (*UNITS, *months, *examples[::4])
