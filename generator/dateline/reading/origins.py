"""Documents come in; which of them are copies or translations of one report comes out, each with the reason.

Two documents are compared only where something points to it (same author, agency, outlet, or rare names and numbers in
common). They are one report when their paragraphs tell the same names and numbers in the same order: in one language the
words themselves count, across languages only what a translator leaves as it is.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from dateline.model import Document
from dateline.reading import names, sentences

_NUMBER: Final = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*")
_COMMONEST: Final = 25  # a name or number in more documents than this points to nothing
_SHINGLE: Final = 5  # words
_FEWEST: Final = 6  # names and numbers in common below which nothing but likeness of length speaks
_NUMBERS: Final = 0.6
FLOORS: Final = {"byline": 0.45, "outlet": 0.55, "text": 0.72}
"""How alike two texts must be to count as one report, by what else they share."""


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of one report: ids in the order given, the origin's id, and why they count as one (None for a single)."""

    id: str
    articles: tuple[str, ...]
    why: str | None


@dataclass(frozen=True, slots=True)
class Print:
    """What identifies a report: author, agency and outlet in lower case, per paragraph its length and tokens, shingles."""

    id: str
    lang: str
    author: str | None
    agency: str | None
    outlet: str | None
    paragraphs: tuple[tuple[int, frozenset[str]], ...]
    shingles: frozenset[int]


def origins(documents: Sequence[Document]) -> tuple[Group, ...]:
    """Every document in one group; what front matter says of an origin overrides what is found."""
    prints = {document.article.id: fingerprint(document) for document in documents}
    given = {document.article.id: document.article.origin for document in documents if document.article.origin}
    parent = {key: key for key in prints}
    whys: dict[str, list[str]] = defaultdict(list)

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    for one, other in sorted(candidates(prints.values())):
        if one in given or other in given or root(one) == root(other):
            continue
        why = same_report(prints[one], prints[other])
        if why:
            whys[root(one)] += [*whys.pop(root(other), []), why]
            parent[root(other)] = root(one)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in prints:
        groups[given.get(key) or f"\0{root(key)}"].append(key)
    taken: set[str] = set()
    return tuple(_group(label, keys, prints, whys, taken) for label, keys in groups.items())


def fingerprint(document: Document) -> Print:
    """What identifies the report that a document is."""
    article = document.article
    known = {name for name, _ in names.runs(document)}
    parts = []
    words: list[str] = []
    for start, end in sentences.paragraphs(document):
        text = document.text[start:end]
        parts.append((end - start, frozenset(_tokens(text, known))))
        words += re.findall(r"\w+", text.lower())
    runs = zip(*(words[n:] for n in range(_SHINGLE)), strict=False)
    return Print(
        article.id,
        article.lang,
        _plain(article.author),
        _plain(document.agency),
        _plain(article.outlet),
        tuple(parts),
        frozenset(zlib.crc32(" ".join(run).encode()) for run in runs),
    )


def same_report(one: Print, other: Print) -> str | None:
    """Why two prints are of one report, in words; None where they are not."""
    if one.lang == other.lang and _copied(one, other) >= 0.3:
        return "same wording"
    likeness = alike(one, other)
    shared = [
        word for word in ("author", "agency", "outlet") if getattr(one, word) and getattr(one, word) == getattr(other, word)
    ]
    floor = FLOORS["byline"] if shared[:1] in (["author"], ["agency"]) else FLOORS["outlet"] if shared else FLOORS["text"]
    few = not shared and len(_vocabulary(one) & _vocabulary(other)) < _FEWEST
    if likeness < floor or few or not _same_numbers(one, other):
        return None
    named = {"author": "same byline", "agency": "same agency", "outlet": "same outlet"}
    how = "rewrite" if one.lang == other.lang else "translation"
    return ", ".join([named[word] for word in shared] + ["same names and numbers in the same order", how])


def _same_numbers(one: Print, other: Print) -> bool:
    """A translator keeps the numbers: of two versions of one report nearly all are the same, of two reports few."""
    mine, theirs = ({token for token in _vocabulary(print_) if token.isdigit()} for print_ in (one, other))
    return 2 * len(mine & theirs) >= _NUMBERS * (len(mine) + len(theirs))


def alike(one: Print, other: Print) -> float:
    """0 to 1: how much of both texts can be laid side by side, paragraph by paragraph, in one order."""
    vocabulary = _vocabulary(one) & _vocabulary(other)
    left = [(size, tokens & vocabulary) for size, tokens in one.paragraphs]
    right = [(size, tokens & vocabulary) for size, tokens in other.paragraphs]
    if not left or not right or len(vocabulary) < 2:
        return 0.0
    best = [0.0] * (len(right) + 1)
    for size, tokens in left:
        row = [0.0]
        for index, (width, others) in enumerate(right):
            paired = best[index] + _pair(size, tokens, width, others)
            row.append(max(paired, best[index + 1], row[index]))
        best = row
    return 2 * best[-1] / (sum(size for size, _ in left) + sum(size for size, _ in right))


def candidates(prints: Iterable[Print]) -> set[tuple[str, str]]:
    """Pairs that something points to: what is rare and shared."""
    holders: dict[str, list[str]] = defaultdict(list)
    for print_ in prints:
        for key in (f"author {print_.author}", f"agency {print_.agency}", f"outlet {print_.outlet}"):
            if not key.endswith(" None"):
                holders[key].append(print_.id)
        for token in _vocabulary(print_):
            holders[token].append(print_.id)
        for shingle in sorted(print_.shingles)[:20]:  # the smallest hashes: a copy has most of them too
            holders[f"shingle {shingle}"].append(print_.id)
    pairs: set[tuple[str, str]] = set()
    for ids in holders.values():
        if 2 <= len(ids) <= _COMMONEST:
            pairs.update(combinations(sorted(ids), 2))
    return pairs


def _pair(size: int, tokens: frozenset[str], width: int, others: frozenset[str]) -> float:
    """What two paragraphs laid side by side are worth: their mean length, by names in common and likeness of length."""
    named = len(tokens) + len(others)
    agreement = 2 * len(tokens & others) / named if named else 0.5
    return agreement * min(size, width) / max(size, width) * (size + width) / 2


def _tokens(text: str, known: set[str]) -> Iterator[str]:
    for number in _NUMBER.findall(text):
        yield re.sub(r"\D", "", number)
    for word in re.findall(r"[^\W\d_][\w’'.-]*\w", text):
        if word in known:
            yield word.removesuffix(".com")


def _vocabulary(print_: Print) -> frozenset[str]:
    return frozenset().union(*(tokens for _, tokens in print_.paragraphs)) if print_.paragraphs else frozenset()


def _copied(one: Print, other: Print) -> float:
    smaller = min(len(one.shingles), len(other.shingles))
    return len(one.shingles & other.shingles) / smaller if smaller else 0.0


def _plain(text: str | None) -> str | None:
    """An author's or outlet's name without what stands in brackets, in lower case."""
    return re.sub(r"\s*\(.*?\)", "", text).strip().lower() or None if text else None


def _group(label: str, keys: list[str], prints: dict[str, Print], whys: dict[str, list[str]], taken: set[str]) -> Group:
    if not label.startswith("\0"):
        return Group(label, tuple(keys), "said in the front matter" if len(keys) > 1 else None)
    first = prints[keys[0]]
    name = next((p for key in keys if (p := prints[key].agency)), None) or first.outlet or keys[0]
    slug = base = names.slug(name)
    number = 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    whole = "; ".join(dict.fromkeys(whys.get(label[1:], ())))
    return Group(slug, tuple(keys), whole or None)
