"""What a language file says of tenses comes in; the patterns by which a clause tells what is over, or to come, go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline.language import Language
from dateline.reading.dates.shapes import Compiler, written


@dataclass(frozen=True, slots=True)
class Context:
    """Texts that may stand right before a time; `lengths` are those of the texts with that ending, the longest first."""

    texts: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]

    @staticmethod
    def of(texts: Iterable[str]) -> Context:
        """The same, filed under their last two characters: most places cost one look-up."""
        known = frozenset(text for text in texts if text)
        endings = {text[-2:] for text in known}
        sizes = {end: sorted({len(text) for text in known if text[-2:] == end}, reverse=True) for end in endings}
        return Context(known, {end: tuple(lengths) for end, lengths in sizes.items()})

    def before(self, text: str, at: int) -> str | None:
        """The longest of them that ends at `at` and begins no sooner than its first word does."""
        for ending in (text[max(0, at - 2) : at], text[max(0, at - 1) : at]):
            for length in self.lengths.get(ending, ()):
                found = text[max(0, at - length) : at]
                if found in self.texts and not (at > length and found[0].isalnum() and text[at - length - 1].isalnum()):
                    return found
        return None


@dataclass(frozen=True, slots=True)
class Coming:
    """How a clause that tells what happened names a day that may be to come, with examples.

    Behind one of `calls` (“called for a strike on 1 July”), in a clause with one of `sets` where one of `to` stands right before
    the day (“gave them until 1 July”), and right behind one of `aims` (“a strike for 1 July”). The day right behind one of
    `asked`, or anywhere before one, is that of the asking (“on Tuesday called for him to be fined”). All but `aims` and `to` are
    regular expressions.
    """

    calls: str
    sets: str
    aims: Context
    to: Context
    asked: str | None

    @staticmethod
    def of(data: Mapping[str, Any]) -> Coming:
        """What the language file says."""
        aims, to = (Context.of(text for words in data[what] for text in written(words)) for what in ("for", "to"))
        return Coming(any_of(data["calls"]), any_of(data["sets"]), aims, to, cues(data.get("asked") or ()))


@dataclass(frozen=True, slots=True)
class Done:
    """Participles that tell without their auxiliary what was done, with examples (“Lind, fined on 10 May, ...”).

    One of `words` stands before its day, one of `behind` behind it (“am 4. Mai verhaftet”); right before it none of `not_after`
    (“to be fined”), nor one of `but` between it and the day (“charged ahead of”). All but `not_after` are regular expressions.
    """

    words: str
    behind: str | None
    not_after: Context
    but: str

    @staticmethod
    @lru_cache(maxsize=32)
    def of(language: Language) -> Done | None:
        """What the language file says, read when a text first has a day without its year."""
        data = language.dates.get("done")
        if data is None:
            return None
        not_after = Context.of(text for words in data["not_after"] for text in written(words))
        return Done(any_of(data["words"]), cues(data.get("behind") or ()), not_after, any_of(data["but"]))


def cues(words: Sequence[str]) -> str | None:
    """Any of the words, as any_of; None where there are none."""
    return any_of(words) if words else None


def any_of(words: Sequence[str]) -> str:
    """Any of the words; “…” in one stands for two letters or more."""
    plain = Compiler({}, {})
    every = sorted({plain.regex(word.lower()) for word in words}, key=len, reverse=True)
    regex = "|".join(every).replace("…", r"[^\W\d_]{2,16}")
    return rf"(?<![^\W_])(?:{regex})(?![^\W_])"
