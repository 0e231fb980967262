"""A clipping and its slips come in; lines for a terminal go out, in columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.galley import Slip, about, visible
from dateline.reading.clippings import Clipping

_LONGEST: Final = 40
"""Columns; longer words are cut, so that the readings stay on the screen."""
_HEADS: Final = ("line:col", "words", "reading", "type", "rule")


def listing(clipping: Clipping, slips: Sequence[Slip]) -> Iterator[str]:
    """What was found, a time a line, under what it was reckoned by."""
    number = f"{len(slips)} time{'' if len(slips) == 1 else 's'}" if slips else "no times found"
    yield f"{visible(clipping.name)}: {about(clipping)}; {number}"
    if not slips:
        return
    yield ""
    rows = [_HEADS, *((slip.place, _cut(slip.words), slip.reading, slip.type, slip.rule) for slip in slips)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield from _notes(clipping, slips)


def _notes(clipping: Clipping, slips: Sequence[Slip]) -> Iterator[str]:
    loose = [slip for slip in slips if not slip.placed]
    if loose:
        yield ""
        yield "(…) fixes no point in time: a length, a repetition, or what nothing dates."
    if clipping.published is None and any("XX" in slip.value for slip in loose):
        yield "X stands for what the publication date would tell: give it with --published."


def _cut(words: str) -> str:
    while _width(words) > _LONGEST:
        words = words[:-2].rstrip() + "…" if words.endswith("…") else words[:_LONGEST] + "…"
    return words


def _width(text: str) -> int:
    """Columns that a terminal gives to the text."""
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
