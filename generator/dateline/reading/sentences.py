"""A Document comes in; the Sentences of its story come out, each a slice of the text.

sentencex splits each line (it is 16 MB/s, but splits after “M.”, “dhr.” and a closing quotation mark before its verb, and
not before every number); what it cut too early is joined again by the language's abbreviations and by what the next piece
starts with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from sentencex import segment

from dateline.language import Language, code
from dateline.model import Document, Problem, Sentence
from dateline.reading import furniture

_OPENS_LOWER: Final = re.compile(r"[\s»”“\"’'›)\]]*[,;:–—-]?\s*[a-zà-öø-ÿœ]")
_WRAPPED: Final = range(45, 121)  # characters of a line in a text wrapped to a width
_LONGEST: Final = 2000  # characters of a sentence
_STRETCH: Final = 5000  # characters
_SHORT: Final = 200  # characters in which an abbreviation stands, with the white space behind it
_ENDERS: Final = ".!?…:;»”“\"'’)"
_BEFORE_QUOTE: Final = r"(?<=[.!?…])\s+(?=[\"“„«‘]\s?[^\W\d_a-zß-öø-ÿœ])"
_BEFORE_NUMBER: Final = r"(?:(?<=[^\W\d_]{4}\.)|(?<=\b(?:19|20)\d\d\.))\s+(?=\d)"
"""Behind a word, or a year, where no ordinal can stand."""
_CLOSERS_ONLY: Final = re.compile(r"[\s»”“\"’'›)\].…]+\Z")


@cache
def _abbreviation(abbreviations: tuple[str, ...], ordinal: str | None) -> re.Pattern[str]:
    words = "|".join([re.escape(word) for word in sorted(abbreviations, key=len, reverse=True)] + ([ordinal] if ordinal else []))
    initial = r"(?<![^\W_])[^\W\d_]\."  # “J.” in a name, not the end of “1930s.”
    return re.compile(rf"(?:(?<!\w)(?:{words})|{initial})\s*\Z" if words else rf"{initial}\s*\Z")


def sentences(document: Document, lang: Language) -> tuple[Sentence, ...]:
    """The sentences of the story, in text order; furniture is left out."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(document)):
        paragraph = document.text[start:end]
        for whole in _wholes(paragraph, lang):
            parts = _bounded(paragraph, *whole)
            found += [Sentence(document, start + a, start + b, number, (a, b) != parts[-1]) for a, b in parts]
    return tuple(found)


def cut(story: Sequence[Sentence]) -> tuple[Problem, ...]:
    """For each sentence too long to be read as one: where it is, and what may be missed in it."""
    begun = [one for before, one in pairwise((None, *story)) if one and one.cut and not (before and before.cut)]
    return tuple(map(_cut, begun))


def _cut(sentence: Sentence) -> Problem:
    document = sentence.document
    line = document.line + document.written.line(sentence.start) - 1
    message = f"has a sentence of more than {_LONGEST} characters, which is read in parts: who says it may be missed further on."
    hint = "Look for yourself at what is proposed from it."
    return Problem("long-sentence", str(document.path), message, hint, line, fatal=False)


def paragraphs(document: Document) -> tuple[tuple[int, int], ...]:
    """Start and end of each paragraph of story: a line, or the lines into which a text was wrapped."""
    found: list[tuple[int, int]] = []
    for start, end in furniture.lines(document.text):
        begin = _after_asides(document, start, end)
        if not document.text[begin:end].strip():
            continue
        if found and begin == start and _is_wrapped(document.text, *found[-1], begin):
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return tuple(found)


def _after_asides(document: Document, start: int, end: int) -> int:
    """Where the story of a line begins."""
    begin = start
    while begin < end and (after := furniture.end_of_aside(document.asides, begin)) is not None:
        begin = after
    return begin


def _is_wrapped(text: str, start: int, end: int, following: int) -> bool:
    """A line was broken for its width: it is as long as such lines are, ends no sentence, and no blank line follows."""
    last = text[max(start, text.rfind("\n", start, end) + 1) : end]
    return len(last) in _WRAPPED and last[-1] not in _ENDERS and text.count("\n", end, following) == 1


def split(paragraph: str, lang: Language) -> list[tuple[int, int]]:
    """Spans of the sentences of one paragraph, without white space at their sides."""
    return [part for whole in _wholes(paragraph, lang) for part in _bounded(paragraph, *whole)]


def _wholes(paragraph: str, lang: Language) -> list[tuple[int, int]]:
    """The same, however long they are, with the white space between."""
    short = lang.reading.get("abbreviations", {})
    abbreviation = _abbreviation(tuple(short.get("words", ())), short.get("ordinal"))
    spans: list[tuple[int, int]] = []
    at = 0
    for piece in _pieces(lang.tag, paragraph, _ends(tuple(short.get("ends", ())))):
        start, at = at, at + len(piece)
        if spans and _goes_on(paragraph[max(spans[-1][0], start - _SHORT) : start], piece, abbreviation):
            spans[-1] = (spans[-1][0], at)
        else:
            spans.append((start, at))
    return spans


def _bounded(paragraph: str, start: int, end: int) -> list[tuple[int, int]]:
    """What no full stop ends for pages is cut at a space: no sentence is so long, and its clauses would be beyond count."""
    ends = [start]
    while end - ends[-1] > _LONGEST:
        ends.append(paragraph.rfind(" ", ends[-1] + 1, ends[-1] + _LONGEST) + 1 or ends[-1] + _LONGEST)
    return [part for span in pairwise((*ends, end)) if (part := _trim(paragraph, *span))]


def _pieces(tag: str, paragraph: str, ends: re.Pattern[str]) -> Iterator[str]:
    """What sentencex cuts, cut again where it does not: before an opening quotation mark, a number, behind a word of `ends`."""
    for piece in _segments(code(tag), paragraph):
        at = 0
        for gap in ends.finditer(piece):
            yield piece[at : gap.end()]
            at = gap.end()
        yield piece[at:]


def _segments(tag: str, paragraph: str) -> Iterator[str]:
    """What sentencex cuts, a stretch of the paragraph after the other: its time grows with the square of the quotation marks."""
    begun = rest = ""
    for at in range(0, len(paragraph), _STRETCH):
        *whole, rest = segment(tag, rest + paragraph[at : at + _STRETCH])
        for piece in whole:
            yield begun + piece
            begun = ""
        if len(rest) > _STRETCH:
            begun, rest = begun + rest, ""
    yield begun + rest


@cache
def _ends(words: tuple[str, ...]) -> re.Pattern[str]:
    """The white space before which a sentence ends; `words` are some that sentencex takes for abbreviations."""
    known = [rf"(?<=(?<!\w){re.escape(word)}\.)\s+(?=[\"“«]?[A-ZÀ-ÖØ-Þ])" for word in words]
    return re.compile("|".join((_BEFORE_QUOTE, _BEFORE_NUMBER, *known)))


def _goes_on(before: str, piece: str, abbreviation: re.Pattern[str]) -> bool:
    if _CLOSERS_ONLY.match(piece) or _OPENS_LOWER.match(piece):
        return True
    return bool(abbreviation.search(before))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
