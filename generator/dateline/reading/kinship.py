"""Two Prints come in; whether they are of one report, why, and how surely, comes out.

In one language the wording tells. Else what a translator leaves as it is must stand in the same sentences, in the same order,
and nearly all figures of the one must be in the other: reporters who write of one event share its names and some of its
figures, but not all of them, nor their order. Figures that only one has, on both sides, and other persons speak against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dateline.reading.prints import Part, Print

COPIED: Final = 0.6
"""Share of the shorter text's wording from which a text is a copy whatever else it tells."""
REWORDED: Final = 0.25
"""The same from which likeness of another kind makes it a rewrite. Background that a newsroom repeats reaches 0.4 alone."""
FLOORS: Final = {"author": (0.65, 6), "agency": (0.65, 6), "outlet": (0.72, 6), "": (0.75, 10)}
"""By what two texts share: how alike they must be, and how much they must have in common at least for that to mean much.

Measured on 360 pairs of translations and 6,000 of reports on one topic: the former reach 0.73 to 1, of the latter none passes.
"""
_FIGURES: Final = 0.6  # share of figures in common; reports on one topic rarely have half
_MUCH: Final = 14  # in common; with less, chance is likelier
_LITTLE: Final = 0.08  # how much more alike they must then be
_OWN: Final = 0.25
"""The figures that only one of two texts has, as a share of these and those in common, from which each counts for itself.

Of the same pairs of translations none has more than 0.22, counted in the text that has fewer of its own.
"""
_FEWEST_OWN: Final = 2
_SURE: Final = 0.85
_FEWEST_SHINGLES: Final = 8
_LONGEST: Final = 80  # sentences that are laid side by side
_NAMED: Final = {"author": "same byline", "agency": "same agency", "outlet": "same outlet"}


@dataclass(frozen=True, slots=True)
class Kinship:
    """Why two prints are of one report, in words that labels know, and how sure that is."""

    why: str
    sure: Literal["certain", "likely"]

    def __str__(self) -> str:
        return f"{self.why}, {self.sure}"


def same_report(one: Print, other: Print) -> Kinship | None:
    """Why two prints are of one report; None where they are not."""
    worded = wording(one, other) if one.lang == other.lang else 0.0
    if worded >= COPIED:
        return Kinship("same wording", "certain")
    common = in_common(one, other)
    shared = [word for word in _NAMED if getattr(one, word) and getattr(one, word) == getattr(other, word)]
    floor, fewest = FLOORS[shared[0] if shared else ""]
    if common < fewest or figures(one, other) < _FIGURES or tell_two(one, other):
        return None
    if not shared and in_one_sentence(one, other):
        return None
    likeness = alike(one, other)
    if likeness < floor + (_LITTLE if common < _MUCH else 0):
        return None
    if worded >= REWORDED:
        return Kinship("much of the same wording", "certain")
    how = "rewrite" if one.lang == other.lang else "translation"
    sure = likeness >= _SURE and common >= _MUCH
    why = ", ".join([*(_NAMED[word] for word in shared), "same names and numbers in the same order", how])
    return Kinship(why, "certain" if sure else "likely")


def wording(one: Print, other: Print) -> float:
    """0 to 1: how much of the shorter text's own words is in the other; of all its words, where it hardly has any of its own."""
    smaller, larger = sorted((one, other), key=lambda print_: len(print_.shingles))
    if len(smaller.shingles) >= max(_FEWEST_SHINGLES, len(smaller.quoted) // 4):
        return len(smaller.shingles & larger.shingles) / len(smaller.shingles)
    whole = smaller.shingles | smaller.quoted
    return len(whole & (larger.shingles | larger.quoted)) / len(whole) if len(whole) >= 2 * _FEWEST_SHINGLES else 0.0


def in_common(one: Print, other: Print) -> int:
    """How much two prints share: names once, figures twice, for a name is in every report on its bearer."""
    return len(one.names & other.names) + 2 * len(one.figures & other.figures)


def figures(one: Print, other: Print) -> float:
    """0 to 1: how many of the figures of both stand in both."""
    total = len(one.figures) + len(other.figures)
    return 2 * len(one.figures & other.figures) / total if total else 0.0


def tell_two(one: Print, other: Print) -> bool:
    """Each has figures of its own, as two who count for themselves; or one is about somebody whom the other never names.

    A translator rounds a figure, leaves one out or adds one, but rarely does both. An institution has a name in each language.
    """
    mine, theirs = one.figures - other.figures, other.figures - one.figures
    own = min(sum(not _rounded(figure, theirs) for figure in mine), sum(not _rounded(figure, mine) for figure in theirs))
    if own >= _FEWEST_OWN and own >= _OWN * (own + len(one.figures & other.figures)):
        return True
    return any(_about(one, person) for person in one.persons - other.names) or any(
        _about(other, person) for person in other.persons - one.names
    )


def in_one_sentence(one: Print, other: Print) -> bool:
    """All that two texts share stands in one sentence of each: whoever writes of that one event has it."""
    common = (one.figures & other.figures) | (one.names & other.names)
    return all(any(common <= part.figures | part.names for part in print_.parts) for print_ in (one, other))


def _rounded(figure: str, others: frozenset[str]) -> bool:
    """One of the others begins with its digits, or it with theirs: “48217” and “48”, zeros left out."""
    return figure.isdigit() and any(
        other.isdigit() and (figure.startswith(other) or other.startswith(figure)) for other in others
    )


def _about(print_: Print, person: str) -> bool:
    """At least two sentences, and half of those that name somebody or tell a figure, name that person."""
    told = sum(bool(part.names or part.figures) for part in print_.parts)
    count = sum(person in part.names for part in print_.parts)
    return count >= 2 and 2 * count >= told


def alike(one: Print, other: Print) -> float:
    """0 to 1: how much of what both tell can be laid side by side, sentence by sentence, in one order.

    A sentence may be laid beside two, for translators cut and join them.
    """
    names = one.names & other.names
    left, right = (_comparable(print_.parts, names) for print_ in (one, other))
    total = sum(len(tokens) for _, tokens in (*left, *right))
    before = [0.0] * (len(right) + 1)
    rows = [before]
    for index, (size, tokens) in enumerate(left):
        row = [0.0]
        for at, (width, others) in enumerate(right):
            best = max(rows[-1][at + 1], row[at], rows[-1][at] + _pair(size, tokens, width, others))
            if at:
                joined = (width + right[at - 1][0], others | right[at - 1][1])
                best = max(best, rows[-1][at - 1] + _pair(size, tokens, *joined))
            if index:
                both = (size + left[index - 1][0], tokens | left[index - 1][1])
                best = max(best, rows[-2][at] + _pair(*both, width, others))
            row.append(best)
        rows = [rows[-1], row]
    return 2 * rows[-1][-1] / total if total else 0.0


def _comparable(parts: Sequence[Part], names: frozenset[str]) -> list[tuple[int, frozenset[str]]]:
    """Sentences with what may stand in the other text too. Names that it lacks are left out: they may be translated."""
    found = [(part.size, part.figures | (part.names & names)) for part in parts[:_LONGEST]]
    return [(size, tokens) for size, tokens in found if tokens]


def _pair(size: int, tokens: frozenset[str], width: int, others: frozenset[str]) -> float:
    """What two sentences laid side by side are worth: what they share, less where one is much longer."""
    shared = len(tokens & others)
    return shared and shared * min(1.0, 1.5 * min(size, width) / max(size, width))
