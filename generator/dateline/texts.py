"""Texts in several languages come in as one value; what a reader of some of these languages sees of them goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in several languages: (language tag, text) pairs in the order written."""

    pairs: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of(texts: Mapping[str, str]) -> Texts:
        """The same from a mapping of language tag to text."""
        return Texts(tuple(texts.items()))

    def get(self, lang: str) -> str | None:
        """The text in that language, or None."""
        return dict(self.pairs).get(lang)

    def best(self, langs: Iterable[str]) -> tuple[str, str] | None:
        """(language, text) for the first of `langs` that there is, else the first written, else None."""
        known = dict(self.pairs)
        for lang in langs:
            if lang in known:
                return lang, known[lang]
        return self.pairs[0] if self.pairs else None

    def __bool__(self) -> bool:
        return bool(self.pairs)
