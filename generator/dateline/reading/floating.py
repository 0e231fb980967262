"""A sentence and its Mentions come in; it goes out without the times and adverbs that stand between its words, as a Core.

“was sentenced on Monday by the court to”, “fu invece prosciolto”: they stand nearly anywhere, and no pattern need name them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from dateline.language import Language
from dateline.model import Mention, Sentence
from dateline.reading import cues

_TIME: Final = "…"
"""Stands for each letter of a time."""
_PAUSES: Final = ",.;:!?"


@dataclass(frozen=True, slots=True)
class Core:
    """A sentence of its own, and how it was cut out of another: `joints` are the offsets in it where words were brought
    together, `left` the characters left out before each of them, with all before.
    """

    sentence: Sentence
    origin: int
    joints: tuple[int, ...]
    left: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Where what stands at an offset stands in the document."""
        joint = bisect_right(self.joints, offset)
        return self.origin + offset + (self.left[joint - 1] if joint else 0)

    def joined(self, start: int, end: int) -> bool:
        """Words were brought together between two offsets."""
        joint = bisect_right(self.joints, start)
        return joint < len(self.joints) and self.joints[joint] <= end


def core(sentence: Sentence, mentions: Sequence[Mention], lang: Language) -> Core | None:
    """None where nothing floats."""
    cuts = list(_cuts(sentence, mentions, lang))
    if not cuts:
        return None
    text, starts, ends = sentence.text, [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), None]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    joints, left = accumulate(map(len, pieces[:-1])), accumulate(end - start for start, end in cuts)
    short = "".join(pieces)
    bare = replace(sentence, document=replace(sentence.document, text=short), start=0, end=len(short))
    return Core(bare, sentence.start, tuple(joints), tuple(left))


def _cuts(sentence: Sentence, mentions: Sequence[Mention], lang: Language) -> Iterator[tuple[int, int]]:
    """What is left out, with one space beside it, or with both commas where it is put in between two."""
    rule = lang.reading.get("floating")
    if rule is None:
        return
    text, last = _blotted(sentence, mentions), 0
    for found in cues.compiled(lang.tag, rule["match"]).finditer(text):
        (start, end), behind = found.span(), text[found.end() : found.end() + 1]
        before = text[last:start].rstrip()
        if behind.isspace():
            end += 1
        elif behind in _PAUSES:
            put_in = before[-1:] == behind == ","
            start, end = last + len(before) - put_in, end + put_in
        if (last or before) and (behind.isspace() or behind in _PAUSES):
            yield start, end
            last = end


def _blotted(sentence: Sentence, mentions: Sequence[Mention]) -> str:
    """The text of a sentence, as long as ever, with its times blotted out."""
    text, last, pieces = sentence.text.replace(_TIME, "."), 0, []
    for mention in mentions:
        start, end = mention.start - sentence.start, mention.end - sentence.start
        pieces += [text[last:start], _TIME * (end - start)]
        last = end
    return "".join([*pieces, text[last:]])
