"""A sentence comes in; the amounts of money and the counts in it go out as Figures, and those that one event's clause tells.

The words are those of numerals.py. What may be part of a longer number, a share of something or a rate is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from dateline import language
from dateline.figures import Figure
from dateline.language import Language
from dateline.model import Sentence
from dateline.reading import clauses, numerals
from dateline.reading.clauses import Clause
from dateline.reading.numerals import Grammar, spelt
from dateline.reading.triggers import Trigger

_BEFORE: Final = 60  # characters in which a hedge or the lower end of a range stands
_NEAR: Final = 20  # characters in which the number word right before it stands
_VALUES: Final[Mapping[str, str]] = {"about": "{}~", "least": "{}/..", "most": "../{}"}
_HUNDRED: Final = 100
_PAUSES: Final = " ,;:().–—-"
_HEADED: Final = 20  # characters between an amount and the noun that it describes: “a $2 million fine”


@lru_cache(maxsize=8)
def figures(sentence: Sentence, lang: Language) -> tuple[Figure, ...]:
    """Every amount and count of the sentence, in text order."""
    grammar = numerals.grammar(lang)
    if grammar is None or not grammar.guard.search(sentence.text):
        return ()
    kept: list[Figure] = []
    for figure in _read(sentence, grammar):
        if kept and kept[-1].end > figure.start:
            kept.pop()  # the lower end of a range: “$1bn to $2bn”
        kept.append(figure)
    return tuple(kept)


def of_event(
    found: Sequence[Figure], sentence: Sentence, parts: tuple[Clause, ...], place: int, told: Sequence[Trigger]
) -> tuple[Figure, ...]:
    """Those of an event told at `place`: of its clause, and of no other kind that it tells."""
    grammar = numerals.grammar(language.load(sentence.document.article.lang)) if found else None
    if grammar is None:
        return ()
    own = clauses.at(parts, place)
    start, end = clauses.around(parts, place, max(clauses.COSTS.values()))  # its own and those beside it
    found = found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]
    near = told[bisect_left(told, own.start, key=_start) : bisect_left(told, own.end, key=_start)]
    kinds = {trigger.kind for trigger in near if trigger.start == place}
    same = [trigger for trigger in near if trigger.kind in kinds]
    return tuple(
        figure
        for figure in found
        if _belongs(figure, own, sentence, parts, grammar)
        and _nearest(figure, near) in (None, *same)
        and not _describes(figure, sentence, same, grammar)
    )


def _start(one: Figure | Trigger) -> int:
    return one.start


def _nearest(figure: Figure, near: Sequence[Trigger]) -> Trigger | None:
    """The trigger that it stands nearest to."""
    return min(near, key=lambda t: max(t.start - figure.end, figure.start - t.end, 0), default=None)


def _belongs(figure: Figure, own: Clause, sentence: Sentence, parts: tuple[Clause, ...], grammar: Grammar) -> bool:
    """It stands in the clause, or right behind the comma after it: “bought it in 2018, for 2.3 million euros”.

    Or it is an amount alone between two pauses beside it: “the first sum, 290,000 euros, was wired in 2018”.
    """
    if own.start <= figure.start < own.end:
        return True
    there, offset = clauses.at(parts, figure.start), sentence.start
    alone = sentence.text[there.start - offset : there.end - offset].strip(_PAUSES) == figure.words
    if figure.money and _goes_on(figure, own, sentence, parts, there):
        return True
    if figure.money and alone and (there.start == own.end or (there.end == own.start and own.opens == "pause")):
        return True
    if there.opens != "pause" or there.start != own.end:
        return False
    return grammar.leads.fullmatch(sentence.text[there.start - offset : figure.start - offset].strip()) is not None


def _goes_on(figure: Figure, own: Clause, sentence: Sentence, parts: tuple[Clause, ...], there: Clause) -> bool:
    """The clause goes on with it behind one thing put in between two commas: “paid its coach, Ann Lee, 48,000 pounds”.

    Nothing but a date or a number may stand between the comma and the sum.
    """
    first = parts.index(own)
    if there.opens != "pause" or there not in parts[first + 2 : first + 3] or parts[first + 1].opens not in ("pause", "relative"):
        return False
    text, offset = sentence.text, sentence.start
    before = text[there.start - offset : figure.start - offset].strip()
    between = text[parts[first + 1].start - offset : parts[first + 1].end - offset]
    closed = between.rstrip().endswith(",") and text[own.start - offset : own.end - offset].rstrip().endswith(",")
    return closed and (not before or (len(before) <= _HEADED and before[-1].isdigit()))


def _describes(figure: Figure, sentence: Sentence, own: Sequence[Trigger], grammar: Grammar) -> bool:
    """It describes another noun than the event's: “a $30 million fraud”, “a fraud of $30 million”, not “a $2 million fine”."""
    offset = figure.start - sentence.start
    before = sentence.text[max(0, offset - _BEFORE) : offset]
    if grammar.attributive.search(before):
        return not any(_heads(figure, sentence, trigger, grammar) for trigger in own)
    match = grammar.of_noun.search(before) if figure.money else None
    if match is None or grammar.says(grammar.sums, match["noun"]) or _is_sum_of(before, own, grammar):
        return False
    at = figure.start - len(before) + match.start("noun")
    return not any(trigger.start < at + len(match["noun"]) and at < trigger.end for trigger in own)


def _heads(figure: Figure, sentence: Sentence, own: Trigger, grammar: Grammar) -> bool:
    """What the event is about stands right behind the figure: “signed a $2 million supply contract”."""
    if figure.money and own.kind in grammar.heads and not own.start <= figure.start < own.end:
        return grammar.heads[own.kind].match(sentence.text[figure.end - sentence.start :].lstrip(" -")) is not None
    return figure.end <= own.end and own.start - figure.end <= _HEADED


def _is_sum_of(before: str, own: Sequence[Trigger], grammar: Grammar) -> bool:
    """What stands before a sum is what the event is about: “signed a contract of | 2 million euros”."""
    return any(grammar.of_kind[one.kind].search(before) for one in own if one.kind in grammar.of_kind)


def _read(sentence: Sentence, grammar: Grammar) -> Iterator[Figure]:
    text = sentence.text
    for match in grammar.pattern.finditer(text):
        unit = grammar.named(grammar.units, match["sign"] or match["unit"])
        number = grammar.number(
            match["amount"] or match["number"], match["scale"] or match["scale2"], half=match["half"] is not None
        )
        if match["unit"] and grammar.doubtful.fullmatch(match["unit"]) and not grammar.paid.search(text):
            continue
        if number is None or grammar.not_before.match(text, match.end()) or (number % 1 and not unit.isupper()):
            continue
        before, start = text[max(0, match.start() - _BEFORE) : match.start()], match.start()
        low, before = _low(before, number, grammar)
        start -= match.start() - max(0, match.start() - _BEFORE) - len(before)
        if _in_doubt(before, text, grammar):
            continue
        hedge, before, start = _hedge(before, start, grammar)
        if grammar.not_after.search(before) or (hedge is None and grammar.longer.search(before, max(0, len(before) - _NEAR))):
            continue
        value = _value(number, low, "about" if spelt(match["number"]) in grammar.rough else hedge)
        words = text[start : match.end()]
        yield Figure(sentence.start + start, sentence.start + match.end(), words, value, unit, f"{grammar.tag}/figures")


def _value(number: Decimal, low: Decimal | None, hedge: str | None) -> str:
    told = f"{number.normalize():f}"
    if low is not None:
        return f"{low.normalize():f}/{told}"
    return _VALUES[hedge].format(told) if hedge else told


def _low(before: str, number: Decimal, grammar: Grammar) -> tuple[Decimal | None, str]:
    """The lower end of a range that the number ends, and what stands before it."""
    match = grammar.range.search(before) if grammar.joined.search(before, max(0, len(before) - _NEAR)) else None
    if match is None:
        return None, before
    told, scale = match["both"] or match["from"], match["bothscale"] or match["fromscale"]
    low = grammar.number(told, scale)
    if low is not None and not scale:
        low *= _scale(low, number, grammar)
    return (low, before[: match.start()]) if low is not None and low < number else (None, before)


def _scale(low: Decimal, number: Decimal, grammar: Grammar) -> Decimal:
    """What multiplies both ends of a range: “two to three million”, “two to three hundred thousand”."""
    sizes = [Decimal(size) for size in grammar.scales]
    sizes += [size * _HUNDRED for size in sizes if not number % (size * _HUNDRED)]
    return max((size for size in sizes if low * 1000 <= number and low * size < number), default=Decimal(1))


def _in_doubt(before: str, text: str, grammar: Grammar) -> bool:
    """A word before the number may be a hedge, or tell what a sum is for: “Schulden über 6 Millionen Euro”."""
    if grammar.bears.search(before):
        return grammar.measures.search(text) is not None
    return grammar.unsure.search(before) is not None


def _hedge(before: str, start: int, grammar: Grammar) -> tuple[str | None, str, int]:
    """The words before the number that make it a bound, the longest that fit: “no more than” is none of “more than”."""
    found = [(match, name) for name, pattern in grammar.hedges.items() if (match := pattern.search(before))]
    if not found or grammar.bears.search(before):
        return None, before, start
    match, name = min(found, key=lambda pair: pair[0].start())
    return name, before[: match.start()], start - (len(before) - match.start())
