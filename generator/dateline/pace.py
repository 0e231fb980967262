"""What searches a text comes in; whether it takes more than linear time on a hostile one goes out, with what that is made of."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import Final

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
_STEP: Final = 1.1
"""A text is made longer by so much at a time: what doubles its time with each sign is met before it hangs."""
_HANGS: Final = 0.1
"""Seconds that no search of a few hundred characters takes, unless it goes back over them again and again."""
_OWN: Final = 8
"""Words and letters of a pattern of which hostile texts are made besides."""
_END: Final = "¤"
"""Behind a hostile text: what matched so far has to be given up."""


def hangs(pattern: str, flags: int = 0) -> str | None:
    """The first text that, repeated, keeps a search for the regular expression busy for more than linear time."""
    search = re.compile(pattern, flags).search
    opening = re.match(r"(?:[^\W_]| (?=\w))*", pattern)
    for before in dict.fromkeys(("", opening[0] if opening else "")):

        def run(text: str, before: str = before) -> object:
            return search(before + text + _END)

        for unit in (*UNITS, *_own_units(pattern)):
            if _runs_away(run, unit) or _slow(run, unit):
                return unit
    return None


def _own_units(pattern: str) -> Iterator[str]:
    """The words and the letters that stand in the pattern: what goes back mostly does so over them."""
    words = re.findall(r"[^\W_]+", re.sub(r"\\.", " ", pattern))
    letters = {letter for word in words for letter in word}
    for unit in [*dict.fromkeys(words)][:_OWN] + sorted(letters)[:_OWN]:
        yield from (unit, f"{unit} ")


def _runs_away(run: Callable[[str], object], unit: str) -> bool:
    """It takes far too long on a text of a few hundred characters; measured twice, for once may be the machine's."""
    length = len(unit)
    while length <= _BOUNDED:
        if _once(run, unit, length) > _HANGS and _once(run, unit, length) > _HANGS:
            return True
        length = max(length + len(unit), int(length * _STEP))
    return False


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
    while not taken or (len(taken) < _RUNS and taken[0] < _SHORT):
        taken.append(_once(run, unit, length))
    return min(taken)


def _once(run: Callable[[str], object], unit: str, length: int) -> float:
    text = unit * (length // len(unit) or 1)
    start = time.process_time()
    run(text)
    return time.process_time() - start
