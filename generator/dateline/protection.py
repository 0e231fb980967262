"""Names and patterns to protect come in, then texts; where these name somebody, and the texts with a mark there, go out.

A name is found in any case, with or without accents, with its umlauts spelled out, however its parts are joined or hyphenated,
written in escapes, within a hashtag, and with an ending behind it; with markup within it, which is not seen once it is rendered,
and in letters of other scripts that look like its own. A longer one is found with digits and signs for its letters (“W0lf”),
spelled out with spaces, with one gap within a word, and with its last word first (“Lind, Ann”). A pattern is a regular expression
between slashes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase
from typing import Final

from dateline import folding, pace
from dateline.folding import Span, Unit

_BEFORE: Final = r"(?<![^\W\d_])"
_AFTER: Final = r"(?![^\W_])"
_JOINT: Final = r"[\W_]{0,3}"
_HYPHEN: Final = rf"(?:[-‐¬{folding.BORDER}]\s{{0,9}}|[.·])?"
"""Between any two letters of a word: the end of a line may have been there, or the word is s.p.e.l.l.e.d."""
_SLASHED: Final = str.maketrans({"ø": "o\1", "æ": "a\1", "œ": "o\1"})
_PERHAPS_E: Final = "\1"
"""In a name: ü is written u or ue, and so is ø."""
_UMLAUTS: Final = re.compile("(?<=[aou])\u0308")
_SPELLED_OUT: Final = re.compile("(?<=[aou])e")
_SHORT: Final = 4
"""Letters. A shorter name is found only as a word of its own: with an ending it would be half of the language."""
_PASSES_FOR: Final = {"a": "a4@", "b": "b8", "e": "e3€", "g": "g9", "i": "i1!|", "l": "l1|!", "o": "o0", "s": "s5$", "t": "t7+"}
"""What is read as a letter between others, besides itself."""
_SURELY: Final = 6
"""Letters of a name in which i and l pass for each other, and vv for w: in shorter ones that makes other words."""
_GAPPED: Final = 8
"""Letters of a name in which a gap may stand within a word, and o, a or u may be written oe, ae or ue."""
_GAP: Final = r"[\s_/–—-]{1,3}"
_APART: Final = r"[\s.·*_|/–—-]{1,3}"
_LEAST: Final = 4
"""Letters of a name's rest that give it away where a text is cut off within it."""
_SURE: Final = 6
"""Letters of a name in which ae, oe or ue may be an umlaut: without the e, shorter ones would be parts of other words."""
_SURNAME: Final = re.compile(r" [A-ZÀ-ÖØ-Þ][^\W\d_]")
_ENDS: Final = re.compile(r"s?(?![^\W_])")
_HANDLED: Final = 5
"""Letters of a name that is found behind others in a handle; a shorter one is a part of too many words."""
_NAME: Final = 32
"""Characters that are joined to a name before it, at most."""
_CAPITAL: Final = r"(?=[^\W\d_a-zß-öø-ÿ])[^\W\d_]"
_JOINED_BEFORE: Final = re.compile(rf"(?<!\w)(?:{_CAPITAL}[^\W\d_]{{0,24}}[-‐‑])?(?:{_CAPITAL}\.[\s-]?){{0,3}}\Z")
_JOINED_BEHIND: Final = re.compile(rf"[-‐‑]{_CAPITAL}[^\W\d_]{{0,24}}")
_MIDDLE: Final = re.compile(rf"\s{_CAPITAL}(?:[^\W\d_]{{1,24}}|\.)\s")
"""What stands between a first and a last name: “Marie”, “M.”"""
_LONG: Final = 8
"""Letters: a pattern that fits such a row of each letter fits all words."""


@dataclass(frozen=True, slots=True)
class Protection:
    """What must not be told: what finds names (in folded text), patterns (in both), and parts of a name at a text's border."""

    finders: tuple[re.Pattern[str], ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()
    rests: tuple[re.Pattern[str], ...] = ()
    heads: tuple[re.Pattern[str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.finders or self.patterns)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where the text names somebody, in its own characters, in order and apart."""
        names = [_whole(span, text) for span in merged(_found(self.finders, text))]
        patterns = (match.span() for find in self.patterns for match in find.finditer(text))
        return merged([*_one(names, text), *_found(self.patterns, text), *patterns])

    def names_somebody(self, text: str) -> bool:
        """The text does."""
        every = (*self.finders, *self.patterns)
        return any(find.search(folded) for folded in folding.readings(text) for find in every) or any(
            find.search(text) for find in self.patterns
        )

    def withhold(self, text: str, mark: str) -> str:
        """The text with the mark wherever it names somebody."""
        return cut(text, self.spans(text), mark) if self.names_somebody(text) else text

    def begun(self, text: str) -> tuple[Span, ...]:
        """The rest of a name at the text's start, where it may have been cut off within one."""
        return merged(_found(self.rests, text))

    def broken_off(self, text: str) -> tuple[Span, ...]:
        """The first part of a name at the text's end."""
        return merged(_found(self.heads, text))


@cache
def of(entries: tuple[str, ...]) -> Protection:
    """The protection of those names and patterns; one that has a flaw protects nothing."""
    sound = [entry for entry in entries if not flaw(entry)]
    names = [_words(entry) for entry in sound if not _is_pattern(entry)]
    patterns = [re.compile(written, re.IGNORECASE) for entry in sound if _is_pattern(entry) for written in _written(entry[1:-1])]
    return Protection(
        (
            *map(_finder, names),
            *map(_handle, (name for name in names if sum(map(len, name)) >= _HANDLED)),
            *(_disguised(name) for name in names if sum(map(len, name)) >= _SHORT),
        ),
        tuple(patterns),
        tuple(re.compile(rf"\A[\W_]{{0,3}}({_either(_rests(' '.join(name)))})") for name in names if _rests(" ".join(name))),
        tuple(
            re.compile(rf"{_BEFORE}({_either(_heads(' '.join(name)))})[\W_]{{0,3}}\Z") for name in names if _heads(" ".join(name))
        ),
    )


@cache
def flaw(entry: str) -> str:
    """Why that cannot be protected, as the end of a sentence; empty where it can."""
    if not _is_pattern(entry):
        return "" if _words(entry) else "has neither a letter nor a digit"
    try:
        finds = re.compile(entry[1:-1], re.IGNORECASE).search
    except re.error as error:
        return f"is no regular expression: {error}"
    if unit := next(filter(None, (pace.hangs(written, re.IGNORECASE) for written in _written(entry[1:-1]))), None):
        return f"takes more than linear time on “{unit}” over and over: bound what repeats, as in {{0,30}}"
    return "fits everywhere" if finds("") or all(finds(letter * _LONG) for letter in ascii_lowercase) else ""


def ends(entry: str) -> tuple[str, ...]:
    """The first and the last word of a name of several, where they are long enough to tell who it is; none of a pattern."""
    words = [] if _is_pattern(entry) else entry.split()
    return tuple(word for word in (*words[:1], *words[-1:]) if len(words) > 1 and sum(map(str.isalpha, word)) >= _LEAST)


def stands_alone(word: str, text: str) -> bool:
    """The text has it as a word, perhaps in the genitive, not as the start of a longer one, nor as somebody else's first name."""
    return any(_ENDS.match(text, end) and not _SURNAME.match(text, end) for _, end in of((word,)).spans(text))


def cut(text: str, spans: Iterable[Span], mark: str) -> str:
    """The text with the mark in place of each span."""
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], mark]
        done = end
    return "".join([*pieces, text[done:]])


def within(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """What of the spans lies in [start, end), counted from its start."""
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start)


def _is_pattern(entry: str) -> bool:
    return len(entry) > 2 and entry.startswith("/") and entry.endswith("/")


def _words(name: str) -> list[str]:
    plain = _UMLAUTS.sub(_PERHAPS_E, unicodedata.normalize("NFKD", name.casefold())).translate(_SLASHED)
    words = re.findall(rf"(?:[^\W_]|{_PERHAPS_E})+", folding.fold(plain))
    return [_SPELLED_OUT.sub(_PERHAPS_E, word) if len(word) >= _SURE else word for word in words]


def _written(pattern: str) -> tuple[str, ...]:
    """The pattern, and the same for text without accents where it has any and stays a pattern."""
    plain = "".join(letter if letter.isascii() else folding.fold(letter) for letter in unicodedata.normalize("NFC", pattern))
    try:
        re.compile(plain)
    except re.error:
        return (pattern,)
    return tuple(dict.fromkeys((pattern, plain)))


def _finder(words: Sequence[str]) -> re.Pattern[str]:
    short = sum(map(len, words)) < _SHORT
    return re.compile(_BEFORE + _spelled(" ".join(words)) + (_AFTER if short else ""))


def _handle(words: Sequence[str]) -> re.Pattern[str]:
    """What finds the name behind other letters where these are somebody's handle or address: “jlindgren2”, “@jlindgren”."""
    name = _spelled("".join(words))
    return re.compile(rf"(?<=@)[^\W_]{{1,20}}?{name}|(?<![^\W_])[^\W\d_]{{1,20}}?{name}(?=[\d_]|@\w)")


def _disguised(words: Sequence[str]) -> re.Pattern[str]:
    """What finds the name as somebody writes it who does not want it found, or who sets it badly."""
    size = sum(map(len, words))
    letters = [[_passing(letter, size) for letter in word] for word in words]
    forms = [_JOINT.join(_HYPHEN.join(word) for word in letters), r"[\W_]{1,6}".join(_APART.join(word) for word in letters)]
    if size >= _GAPPED:
        forms += [_gapped(letters, n) for n in range(len(letters))]
    if len(words) > 1:
        forms.append(rf"{''.join(letters[-1])},\s{{0,3}}{_JOINT.join(map(''.join, letters[:-1]))}{_AFTER}")
    return re.compile(rf"{_BEFORE}(?=\S*[^\W\d_])(?:{'|'.join(forms)})")


def _gapped(letters: Sequence[Sequence[str]], n: int) -> str:
    """The words with a gap somewhere within one of them, and no more than an ending behind."""
    whole, word = ["".join(word) for word in letters], letters[n]
    whole[n] = "|".join("".join(word[:at]) + _GAP + "".join(word[at:]) for at in range(1, len(word)))
    return rf"{_JOINT.join(f'(?:{part})' for part in whole)}[^\W\d_]{{0,2}}{_AFTER}"


def _passing(letter: str, size: int) -> str:
    """What passes for a letter of a name of so many."""
    if letter == _PERHAPS_E:
        return "e?"
    seen = _PASSES_FOR.get(letter, letter)
    if size >= _SURELY:
        seen = _PASSES_FOR["i"] + "l" if letter in "il" else seen
    one = f"[{re.escape(seen)}]" if len(seen) > 1 else seen
    if letter == "w" and size >= _SURELY:
        return "(?:w|vv)"
    return f"{one}e?" if letter in "aou" and size >= _GAPPED else one


def _spelled(name: str) -> str:
    """What finds the name, or a part of it: its words joined anyhow, each perhaps hyphenated."""
    words = (_HYPHEN.join("e?" if letter == _PERHAPS_E else letter for letter in word) for word in name.split(" "))
    return _JOINT.join(words)


def _either(parts: Iterable[str]) -> str:
    """What finds the longest of those parts of a name, with spaces between its letters too."""
    longest = sorted(parts, key=len, reverse=True)
    return "|".join(one for part in longest for one in (_spelled(part), _APART.join(_letters(part))))


def _letters(part: str) -> list[str]:
    return ["e?" if letter == _PERHAPS_E else letter for letter in part.replace(" ", "")]


def _whole(span: Span, text: str) -> Span:
    """The span of a name with the name that a hyphen joins to it, and the initials before it: “Lena-Marie”, “L. M. Brandt”."""
    before = _JOINED_BEFORE.search(text, max(0, span[0] - _NAME), span[0])
    behind = _JOINED_BEHIND.match(text, span[1])
    return before.start() if before else span[0], behind.end() if behind else span[1]


def _one(names: Iterable[Span], text: str) -> Iterator[Span]:
    """The spans, those as one that only a name between them parts: “Lena Marie Brandt”."""
    last: Span | None = None
    for span in names:
        if last and _MIDDLE.fullmatch(text, last[1], span[0]):
            last = (last[0], span[1])
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _found(finders: Iterable[re.Pattern[str]], text: str) -> Iterator[Span]:
    """Where they find something in the folded text, as written or as read, in the characters of the text."""
    units, finders = list(folding.units(text)), tuple(finders)
    written = [span for span, _ in _matched(finders, units)]
    yield from written
    if (bare := folding.bare(units)) != units:
        covered = {at for span in written for at in range(*span)}
        # Names that stand side by side in markup of their own are one only where a letter of it would be left.
        yield from (span for span, letters in _matched(finders, bare) if not letters <= covered)


def _matched(finders: Iterable[re.Pattern[str]], units: Sequence[Unit]) -> Iterator[tuple[Span, set[int]]]:
    """What of the text each name takes, and where its letters and digits are."""
    folded, places = folding.folded(units)
    for match in (match for find in finders for match in find.finditer(folded) if match[0]):
        letters = {places[at][0] for at in range(*match.span()) if folded[at].isalnum()}
        yield (places[match.start()][0], places[match.end() - 1][1]), letters


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _rests(name: str) -> set[str]:
    """Its last words, and what of it is long enough."""
    return {name[at:] for at in range(1, len(name)) if name[at - 1] == " " or len(name) - at >= _LEAST}


def _heads(name: str) -> set[str]:
    """Its first words, and what of it is long enough."""
    return {name[:at] for at in range(1, len(name)) if name[at] == " " or at >= _LEAST}
