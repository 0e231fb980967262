"""A sentence and its clauses come in; the words in it that tell a kind of event come out, where they tell it as happening."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline import language
from dateline.language import Language
from dateline.model import Mention, Sentence
from dateline.reading import clauses, cues, disclaimers, floating
from dateline.reading.clauses import Clause
from dateline.reading.floating import Core
from dateline.reading.needles import Shelf

_UNDONE: Final = frozenset(
    ("arrest", "acquittal", "dismissal", "payment", "sentence", "verdict", "fine", "seizure", "purchase", "resignation")
)
"""Kinds whose noun, or infinitive, may be what is refused, demanded or quashed."""
_NOT_DONE: Final = (
    *("governed", "nearly", "forestalled", "quashed", "appealed", "refused", "mistaken", "misreported", "misnamed"),
)
"""Rules of what is unreal whose clauses tell, on its day, what did not happen."""
_WANTED: Final = ("demanded",)
"""Those whose clauses do so where they have a kind: “asked that the plan be changed” is no news of what was not."""
_GOVERNED: Final = 120  # characters between a trigger and the verb that governs it
_LEADS: Final = 200  # characters before a clause in which the words stand that lead to it
_NEAR: Final = 90  # characters between a trigger and the noun that it needs


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words of a sentence that tell a kind of event: its id, and their span in the document."""

    kind: str
    start: int
    end: int


def triggers(sentence: Sentence, lang: Language, mentions: Sequence[Mention] = ()) -> tuple[Trigger, ...]:
    """Every trigger in the sentence that is told as happening: not denied by its clause, nothing that goes on.

    Where its times (`mentions`), or adverbs, part the words of a clause, what these tell without them is told too.
    """
    near = _triggers(lang.tag)[1].near(sentence.text)
    found = [_trigger(kind, match, sentence) for kind, match, _ in _matches(sentence.text, near, lang.tag)]
    core = floating.core(sentence, mentions, lang) if near else None
    found += _joined(core, near, found, lang) if core else ()
    if not found:
        return ()
    parts = clauses.clauses(sentence, lang)
    untold = {part.start for part in _untold(sentence, lang)}
    told = _strongest([trigger for trigger in found if clauses.at(parts, trigger.start).start not in untold])
    told = tuple(trigger for trigger in told if not _undone(trigger, sentence, lang))
    once = {(trigger.kind, clauses.at(parts, trigger.start).start): trigger for trigger in reversed(told)}
    return tuple(trigger for trigger in told if trigger in once.values())


def _trigger(kind: str, match: re.Match[str], sentence: Sentence) -> Trigger:
    return Trigger(kind, sentence.start + match.start(), sentence.start + match.end())


def _matches(text: str, near: Sequence[int], tag: str) -> Iterator[tuple[str, re.Match[str], re.Pattern[str]]]:
    """What each pattern that is near finds in a text, with its kind."""
    rows, _ = _triggers(tag)
    for kind, words, companion in map(rows.__getitem__, near):
        pattern = cues.compiled(tag, words)
        for match in pattern.finditer(text):
            if companion is None or _nearby(cues.compiled(tag, companion), text, match):
                yield kind, match, pattern


def _joined(core: Core, near: Sequence[int], found: Sequence[Trigger], lang: Language) -> Iterator[Trigger]:
    """The triggers that only the core tells, each by words of one clause of it."""
    text, taken = core.sentence.text, {at for trigger in found for at in range(trigger.start, trigger.end)}
    for kind, match, pattern in _matches(text, near, lang.tag):
        trigger = Trigger(kind, core.place(match.start()), core.place(match.end() - 1) + 1)
        if not taken.isdisjoint(range(trigger.start, trigger.end)):
            continue
        part = clauses.at(clauses.clauses(core.sentence, lang), match.start())
        within = core.joined(part.start, part.end) and pattern.match(text, match.start(), part.end)
        if within and not unreal(part, core.sentence, lang):
            yield trigger


@cache
def _triggers(tag: str) -> tuple[Sequence[tuple[str, str, str | None]], Shelf]:
    """Each pattern with its kind and with that of the noun that it needs."""
    rows = language.load(tag).reading.get("triggers", {})
    every = [(kind, row) for kind, entry in rows.items() for row in entry["words"]]
    found = [(kind, row, None) if isinstance(row, str) else (kind, row["match"], row["with"]) for kind, row in every]
    found.sort(key=lambda row: row[2] is None)  # a verb whose noun is there tells it more surely
    return found, Shelf(f"{language.code(tag)}-triggers", [cues.expression(tag, pattern) for _, pattern, _ in found])


def _nearby(companion: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    start, end = max(0, match.start() - _NEAR), min(len(text), match.end() + _NEAR)
    return companion.search(text, start, end) is not None


def _strongest(found: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Of triggers that overlap, the longest; of equal ones the first that was found."""
    kept: list[Trigger] = []  # in text order, so that only the neighbour can overlap
    for trigger in sorted(found, key=lambda t: (t.start - t.end, t.start)):
        at = bisect_left(kept, trigger.end, key=lambda t: t.start)
        overlaps = at > 0 and kept[at - 1].end > trigger.start
        if not overlaps:
            kept.insert(at, trigger)
    return tuple(kept)


def undone(part: Clause, sentence: Sentence, lang: Language) -> bool:
    """The clause tells what was refused or quashed, or nearly done, or a kind that was demanded: no such thing happened there."""
    if unreal(part, sentence, lang, only=_NOT_DONE):
        return True
    near = _triggers(lang.tag)[1].near(sentence.text)
    found = (_trigger(kind, match, sentence) for kind, match, _ in _matches(sentence.text, near, lang.tag))
    there = [trigger for trigger in found if part.start <= trigger.start < part.end]
    wanted = bool(there) and unreal(part, sentence, lang, only=_WANTED)
    return wanted or any(_undone(trigger, sentence, lang) for trigger in there)


def _undone(trigger: Trigger, sentence: Sentence, lang: Language) -> bool:
    """A verb governs it that says that it did not happen thereby: “refused to order the arrest”, “the acquittal was quashed”."""
    rows = lang.reading.get("undoes", {}) if trigger.kind in _UNDONE else {}
    text = sentence.document.text
    start, end = max(sentence.start, trigger.start - _GOVERNED), min(sentence.end, trigger.end + _GOVERNED)
    before, behind = text[start : trigger.start].rstrip(), text[trigger.end : end].lstrip()
    if not rows or not cues.find(lang.tag, rows["noun"]["match"] + r"\Z", before):
        return False
    governed = cues.find(lang.tag, rows["before"]["match"] + r"\Z", before)
    parted = cues.find(lang.tag, rows["parted"]["match"], f"{before} … {behind}") if "parted" in rows else None
    return bool(governed or parted or cues.compiled(lang.tag, rows["behind"]["match"]).match(behind))


def _untold(sentence: Sentence, lang: Language) -> Iterator[Clause]:
    """The clauses that are unreal, by themselves or without the adverbs put in between: “was not, however, fined”."""
    parts = clauses.clauses(sentence, lang)
    yield from (part for part in parts if unreal(part, sentence, lang))
    bare = floating.core(sentence, (), lang)
    for whole in clauses.clauses(bare.sentence, lang) if bare else ():
        if bare and bare.joined(whole.start, whole.end) and unreal(whole, bare.sentence, lang):
            first, end = (bisect_left(parts, bare.place(at), key=lambda part: part.end) for at in (whole.start, whole.end - 1))
            yield from parts[first : end + 1]


def unreal(part: Clause, sentence: Sentence, lang: Language, *, only: Sequence[str] = ()) -> bool:
    """The clause denies, supposes or announces what it tells, or that it goes on; `only` names some of these rules.

    What a rule is `with` stands anywhere in the sentence: “would have paid, | had the bank agreed”; what it is `led` by,
    right before the clause: “demanded | that the bank be fined”.
    """
    if (not only or "negation" in only) and disclaimers.disclaimed(sentence, part.start, part.end, lang):
        return True
    start, end = part.start - sentence.start, part.end - sentence.start
    rows: Sequence[Mapping[str, str]] = [row for row in lang.reading.get("unreal", ()) if not only or row["name"] in only]
    return any(
        cues.find(lang.tag, row["match"], sentence.text, start, end)
        and ("with" not in row or cues.find(lang.tag, row["with"], sentence.text))
        and ("led" not in row or _led(row["led"], sentence.text, start, lang))
        for row in rows
    )


def _led(pattern: str, text: str, start: int, lang: Language) -> bool:
    """The words right before a clause that starts there are those of the pattern."""
    first = max(start - _LEADS, 0)
    end = first + len(text[first:start].rstrip(" ,"))
    return cues.find(lang.tag, rf"(?:{pattern})\Z", text, first, end) is not None
