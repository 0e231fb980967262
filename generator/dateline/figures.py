"""What sources say of how much and how many comes in; whether they say the same goes out.

A figure is as precise as its source: a round number may be rounded, “more than” is a bound. Two conflict only where no
reading of both can be true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable

Agreement = Literal["agrees", "refines", "conflicts"]
_WORSE: Final[tuple[Agreement, ...]] = get_args(Agreement)
MONEY: Final = "money"
"""What kinds.yaml calls every currency."""
UNIT: Final = re.compile(r"[A-Z]{3}|[a-z]+(?:-[a-z]+)*")
"""An ISO 4217 code, or the id of what is counted."""
_VALUE: Final = re.compile(r"(?P<least>\d+(?:\.\d+)?|\.\.)(?:/(?P<most>\d+(?:\.\d+)?|\.\.)|(?P<about>~))?")
_ROUND: Final = 100  # a smaller number was counted, not rounded
_ABOUT: Final = Decimal("0.1")  # how far off “about” may be, as a share


class FigureError(ValueError):
    """A text that is no value of a figure; its message says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of money or a count, `words == text[start:end]` in its article.

    `value`: `2300000`, `40000~` (about), `2000/..` (at least), `../25000` (at most), `20/30`. `unit`: an ISO 4217 code, or the
    id of what is counted (`person`) as language files have it. `rule` is LANG/NAME.
    """

    start: int
    end: int
    words: str
    value: str
    unit: str
    rule: str

    @property
    def money(self) -> bool:
        """It is an amount."""
        return self.unit.isupper()

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the most that the value names; None where that side is open."""
        return bounds(self.value)

    @property
    def about(self) -> bool:
        """The source says so itself."""
        return self.value.endswith("~")


@dataclass(frozen=True, slots=True)
class Version:
    """What one article says."""

    article: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Compared:
    """How independent origins compare on one unit, with each article's version."""

    unit: str
    agreement: Agreement
    versions: tuple[Version, ...]


def bounds(value: str) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a value names; None where that side is open. Raises FigureError."""
    match = _VALUE.fullmatch(value)
    ends = [match["least"], match["most"] or match["least"]] if match else []
    least, most = (None if end == ".." else Decimal(end) for end in ends) if ends else (None, None)
    if least is None and most is None:
        raise FigureError(f"“{value}” is no figure")
    if least is not None and most is not None and most < least:
        raise FigureError(f"“{value}” ends below where it begins")
    return least, most


def compare(one: Figure, other: Figure) -> Agreement:
    """How two figures of one unit compare: “2.3 million” and “2,312,000” refine, for a round number may be rounded."""
    if one.bounds == other.bounds:
        return "agrees"
    return "refines" if _within(one, other) or _within(other, one) else "conflicts"


def together(parts: Iterable[Agreement | None]) -> Agreement | None:
    """How sources agree over all that is compared: where they conflict on one thing, they do; None where nothing is."""
    return max(filter(None, parts), key=_WORSE.index, default=None)


def _within(one: Figure, other: Figure) -> bool:
    """What the one says can be what the other rounds: 150,000 is not what “200,000” rounds, nor the other way round."""
    least, most = one.bounds
    low, high = _reach(other)
    return (least is None or least < high) and (most is None or low < most)


def _reach(figure: Figure) -> tuple[Decimal, Decimal]:
    """Between what it lies, ends left out: half a unit of the last digit that is not 0; a bound is meant as it stands."""
    least, most = figure.bounds
    if least is not None and least == most:
        return least - _slack(least, figure.about), least + _slack(least, figure.about)
    return Decimal("-Infinity") if least is None else least, Decimal("Infinity") if most is None else most


def _slack(number: Decimal, about: bool) -> Decimal:
    last = number.normalize() if number >= _ROUND or about else Decimal(1)
    half = Decimal(1).scaleb(int(last.as_tuple().exponent)) / 2
    return max(half, number * _ABOUT) if about else half
