"""A case's documents come in; the names that recur in them come out, and which of them a stretch of text holds.

The parties that case.yaml names come first. Where it names none, a name is a run of capitalised words, seen inside a
sentence, that recurs in two documents; in a language that writes every noun with a capital, only together with another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline import language
from dateline.model import Document, Party

_RUN: Final = re.compile(r"[^\W\d_a-zß-öø-ÿœ][\w’'&-]*(?:\.com)?(?: [^\W\d_a-zß-öø-ÿœ][\w’'&-]+)*")
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Names:
    """The case's parties as one pattern; `ids` maps each written form to the party's id, in lower case."""

    parties: tuple[Party, ...]
    pattern: re.Pattern[str] | None
    ids: dict[str, str]

    def within(self, text: str) -> tuple[str, ...]:
        """Ids of the parties named in `text`, each once, in the order of the text."""
        if self.pattern is None:
            return ()
        return tuple(dict.fromkeys(self.ids[match[0].lower()] for match in self.pattern.finditer(text)))


def names(documents: Sequence[Document], parties: Sequence[Party]) -> Names:
    """The parties of the case: those given, else the names that recur."""
    known = tuple(parties) or recurring(documents)
    ids = {name.lower(): party.id for party in known for name in party.names}
    forms = "|".join(re.escape(form) for form in sorted(ids, key=len, reverse=True))
    return Names(known, re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE) if forms else None, ids)


def recurring(documents: Sequence[Document]) -> tuple[Party, ...]:
    """Names seen in at least two documents, the most frequent first."""
    seen: Counter[str] = Counter()
    tongues: dict[str, set[str]] = {}
    for document in documents:
        for name in mid_sentence(document):
            seen[name] += 1
            tongues.setdefault(name, set()).add(document.article.lang)
    kept = [name for name, count in seen.most_common() if count >= 2 and _is_name(name, tongues[name])]
    return tuple(Party(slug(name), (name, f"{name}.com")) for name in kept[:_MOST])


def mid_sentence(document: Document) -> set[str]:
    """Capitalised runs of the document that do not open a sentence."""
    text = document.text
    found = set()
    for match in _RUN.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if before and re.search(r"[\w,’'(] $|[’'(]$", before) and len(match[0]) > 2:
            found.add(re.sub(r"['’]s$|\.com$", "", match[0]))
    return found


def slug(text: str) -> str:
    """A name as an id: lower case, words joined by dashes."""
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-_") or "name"


def _is_name(name: str, tongues: set[str]) -> bool:
    """Not only in languages that capitalise every noun; and no word that a language file knows as something else."""
    plain = [tag for tag in tongues if language.load(tag).reading.get("capitalised_nouns") != "yes"]
    return bool(plain) and not any(name.lower() in _common(tag) for tag in tongues)


def _common(tag: str) -> frozenset[str]:
    return frozenset(word.lower() for word in language.load(tag).reading.get("no_names", ()))
