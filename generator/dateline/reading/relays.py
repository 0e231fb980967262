"""Documents come in; which of them say that they have it from another outlet comes out, with the words that say so.

The cues stand in the language files under `reading: relays:`; {outlet} in them is an outlet or agency of the case's articles,
or one of those that languages/und.yaml knows. A document relays another when its opening says so and what it tells stands in
that other; else it only cites the outlet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline import language
from dateline.model import Document
from dateline.reading import cues, furniture, kinship, sentences
from dateline.reading.prints import Print, plain

_OPENING: Final = 400  # characters of story in which a report says that it is another's
_RETOLD: Final = 0.6  # share of its figures that stand in what it relays
_FEWEST: Final = 6  # what they must have in common, names once and figures twice


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that name an outlet as the source: which outlet, their span in the text, the rule's name as LANG/NAME."""

    outlet: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Link:
    """An article has it from an outlet; `source` is the article that it retells, None where it only cites the outlet."""

    article: str
    outlet: str
    source: str | None


def links(documents: Sequence[Document], prints: Mapping[str, Print]) -> Iterator[Link]:
    """Each outlet that a document cites, once; its own is none."""
    outlets = _outlets(documents)
    by_outlet: dict[str | None, list[Document]] = defaultdict(list)
    for document in documents:
        for maker in {plain(document.article.outlet), plain(document.agency)} - {None}:
            by_outlet[maker].append(document)
    for document in documents:
        own = {plain(document.article.outlet), plain(document.agency)}
        first = {cue.outlet: cue for cue in reversed(found(document.text, document.article.lang, outlets))}
        for cue in sorted(first.values(), key=lambda cue: cue.start):
            if plain(cue.outlet) not in own:
                yield Link(document.article.id, cue.outlet, _source(document, cue, by_outlet[plain(cue.outlet)], prints))


def found(text: str, tag: str, outlets: Collection[str]) -> list[Cue]:
    """Every cue in a text that names one of the outlets, in text order."""
    plainly, reading = _bare(text), language.load(tag).reading
    called = {form: name for name in sorted(outlets, reverse=True) for form in _called(name, reading.get("outlet_articles", ()))}
    if not any(form in plainly for form in called):  # most articles cite nobody: a hundred times faster than the patterns
        return []
    names = "|".join(re.escape(form).replace("\\ ", " ") for form in sorted(called, key=lambda form: (-len(form), form)))
    cued = [
        Cue(called[_bare(match["outlet"])], match.start(), match.end(), f"{tag}/{row['name']}")
        for row in reading.get("relays", ())
        for match in _pattern(tag, row["match"], names).finditer(text)
    ]
    return sorted(cued, key=lambda cue: (cue.start, cue.end, cue.rule))


@cache
def _pattern(tag: str, match: str, names: str) -> re.Pattern[str]:
    return cues.compiled(tag, match.replace("{outlet}", f"(?P<outlet>(?-i:{names}))"))


def _called(name: str, articles: Collection[str]) -> Iterator[str]:
    """The outlet with one kind of apostrophe and of white space, and without an article that is dropped (“al Corriere”)."""
    bare = _bare_name(name)
    yield bare
    yield from (bare.removeprefix(article).strip() for article in articles if bare.startswith(article))


def _bare(text: str) -> str:
    """With one kind of apostrophe and of white space."""
    return " ".join(text.replace("’", "'").split())


_bare_name = cache(_bare)


def _outlets(documents: Sequence[Document]) -> frozenset[str]:
    makers = {maker for document in documents for maker in (document.article.outlet, document.agency) if maker}
    return frozenset({re.sub(r"\s*\(.*?\)", "", maker).strip() for maker in makers} - {""}) | _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(language.load(furniture.EVERYWHERE).reading["outlets"])


def _source(document: Document, cue: Cue, others: Sequence[Document], prints: Mapping[str, Print]) -> str | None:
    """The article of that outlet whose figures the document retells, if its opening names the outlet."""
    story = sentences.paragraphs(document)
    if not story or cue.start > story[0][0] + _OPENING:
        return None
    mine = prints[document.article.id]
    retold = [
        (share, other.article.id)
        for other in others
        if not _later(other, document) and (share := _retold(mine, prints[other.article.id])) >= _RETOLD
    ]
    return max(retold)[1] if retold else None


def _retold(relay: Print, source: Print) -> float:
    """0 to 1: how many of the relay's figures stand in the source; 0 where they have little in common."""
    if kinship.in_common(relay, source) < _FEWEST or not relay.figures:
        return 0.0
    return len(relay.figures & source.figures) / len(relay.figures)


def _later(one: Document, other: Document) -> bool:
    first, second = one.article.published, other.article.published
    return bool(first and second and first.earliest and second.latest and first.earliest > second.latest)
