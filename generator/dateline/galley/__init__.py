"""A clipping and the times found in it come in; a list for the terminal and a page for the browser go out: for proofreading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dateline import language
from dateline.model import Mention
from dateline.reading.clippings import Clipping


@dataclass(frozen=True, slots=True)
class Slip:
    """A time as it is shown: its place in the file (both from 1), its words, its reading, and what understood it."""

    line: int
    column: int
    start: int
    end: int
    words: str
    reading: str
    placed: bool
    type: str
    value: str
    rule: str
    basis: str

    @property
    def place(self) -> str:
        """Line and column, as editors take them."""
        return f"{self.line}:{self.column}"


def slips(clipping: Clipping, mentions: Sequence[Mention]) -> tuple[Slip, ...]:
    """One for each time, in the order of the text."""
    starts = [0, *(at + 1 for at, sign in enumerate(clipping.text) if sign == "\n")]
    return tuple(_slip(clipping, mention, starts) for mention in mentions)


def _slip(clipping: Clipping, mention: Mention, starts: Sequence[int]) -> Slip:
    row = bisect_right(starts, mention.start) - 1
    return Slip(
        line=clipping.line + row,
        column=mention.start - starts[row] + 1,
        start=mention.start,
        end=mention.end,
        words=visible(mention.words),
        reading=_reading(mention),
        placed=mention.when is not None,
        type=mention.type,
        value=mention.value,
        rule=mention.rule,
        basis=mention.basis or "",
    )


def _reading(mention: Mention) -> str:
    """EDTF, with the bound that it cannot say; in brackets the TIMEX3 value of words that fix no point in time."""
    if mention.when is None:
        return f"({mention.value})"
    return mention.when.edtf + (f", until after {mention.when.end_after}" if mention.when.end_after else "")


def visible(text: str) -> str:
    """On one line, without what steers a terminal or turns the direction of writing."""
    return " ".join("".join(sign if sign.isprintable() else " " if sign.isspace() else "" for sign in text).split())


def about(clipping: Clipping) -> str:
    """The language and the date that times were reckoned by, in a line."""
    told = " (guessed from the text)" if clipping.guessed else ""
    day = f"published {clipping.published.edtf}" if clipping.published else "publication date unknown"
    return f"{language.code(clipping.lang)}{told}, {day}"
