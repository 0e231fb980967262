"""Documents come in; which of them say that they have it from another outlet comes out, with the words that say so.

The cues stand in the language files under `reading: relays:`; {outlet} in them is an outlet or agency of the case's articles,
or one of those that languages/und.yaml knows, in any form that outletnames.py finds. A document relays another when its opening
says so, or its dateline, byline or credit names the outlet, and what it tells stands in that other; else it only cites the
outlet. Of two that have it from one outlet whose own article lies nowhere in the case, the later relays the earlier.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline import language, mastheads
from dateline.model import Document
from dateline.reading import cues, kinship, outletnames, sentences
from dateline.reading.prints import Print

_OPENING: Final = 400  # characters of story in which a report says that it is another's
_RETOLD: Final = 0.6  # share of its figures that stand in what it relays
_FEWEST: Final = 6  # what they must have in common, names once and figures twice
_REACH: Final = 200  # characters on either side of an outlet's name in which its cue lies
_CREDITS: Final = ("byline", "credit", "dateline")
"""Furniture that names whose report it is."""
_SIGNED: Final = re.compile(r"\(([^()\n]{2,40})\)\.?\s*\Z")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that name an outlet as the source: which outlet, their span in the text, the rule's name as LANG/NAME."""

    outlet: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Link:
    """An article has it from an outlet; `source` is the article that it retells, None where it only cites the outlet.

    `own`: the outlet is the agency that the article names as its own, and `source` another hand of its report.
    """

    article: str
    outlet: str
    source: str | None
    own: bool = False


def links(documents: Sequence[Document], prints: Mapping[str, Print]) -> Iterator[Link]:
    """Each outlet that a document cites, once; its own is none, but for an agency of whose report another has a hand."""
    known = _named(documents, outlets(documents))
    named = {document.article.id: list(_sources(document, known)) for document in documents}
    makers, hands = _Shelf(prints), _Shelf(prints)
    for document in documents:
        own = _own(document)
        makers.put(document, own)
        hands.put(document, {mastheads.key(source.outlet) for source in named[document.article.id] if source.first} - own)
    for document in documents:
        own = _own(document)
        for source in named[document.article.id]:
            key = mastheads.key(source.outlet)
            origin = (makers if key in makers.held else hands).source(document, key) if source.first else None
            if key not in own:
                yield Link(document.article.id, source.outlet, origin)
            elif origin and key != mastheads.key(document.article.outlet or ""):
                yield Link(document.article.id, source.outlet, origin, own=True)


class _Shelf:
    """Documents by outlet and by the figures that they tell."""

    def __init__(self, prints: Mapping[str, Print]) -> None:
        self.prints = prints
        self.held: dict[str, dict[str, list[Document]]] = {}

    def put(self, document: Document, outlets: Collection[str]) -> None:
        for outlet in outlets:
            figures = self.held.setdefault(outlet, {})
            for figure in self.prints[document.article.id].figures:
                figures.setdefault(figure, []).append(document)

    def source(self, document: Document, outlet: str) -> str | None:
        """The article of that outlet whose figures the document retells most."""
        mine = self.prints[document.article.id]
        retold = [
            (share, other.article.id)
            for other in self.near(mine, outlet)
            if other is not document
            if (share := _retold(mine, self.prints[other.article.id])) >= _RETOLD
            if not _later(other, document)
        ]
        return max(retold)[1] if retold else None

    def near(self, mine: Print, outlet: str) -> Iterator[Document]:
        """Those with one of so many of its rarest figures that what has none of them cannot have enough of the others."""
        held = self.held.get(outlet, {})
        rarest = sorted(mine.figures, key=lambda figure: (len(held.get(figure, ())), figure))
        found = (other for figure in rarest[: int(len(rarest) * (1 - _RETOLD)) + 1] for other in held.get(figure, ()))
        yield from {other.article.id: other for other in found}.values()


@dataclass(frozen=True, slots=True)
class _Named:
    """An outlet that a document names as its source; `first`: as it opens, or in its dateline, byline or credits."""

    outlet: str
    first: bool


def _own(document: Document) -> frozenset[str]:
    return frozenset(map(mastheads.key, _makers(document)))


def _sources(document: Document, known: frozenset[str]) -> Iterator[_Named]:
    """Each outlet once, in text order."""
    story = sentences.paragraphs(document)
    opening = story[0][0] + _OPENING if story else -1
    seen: dict[str, _Named] = {}
    credited = [(place, outlet) for place, outlet in _credited(document, story, known)] if known else []
    cued = [(cue.start, cue.outlet) for cue in found(document.text, document.article.lang, known)]
    for place, outlet in sorted([*credited, *cued]):
        first = place <= opening or (place, outlet) in credited
        if (key := mastheads.key(outlet)) not in seen or (first and not seen[key].first):
            seen[key] = _Named(outlet, first)
    yield from seen.values()


def _credited(document: Document, story: Sequence[tuple[int, int]], known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The outlets that its dateline, byline and credits name, and one in brackets as its story ends; each with its place."""
    called, pattern = outletnames.forms(known), outletnames.pattern(known)
    spans = [(aside.start, aside.end) for aside in document.asides if aside.what in _CREDITS]
    signed = _SIGNED.search(document.text, *story[-1]) if story else None
    if signed and signed[1] in called:
        spans.append(signed.span())
    for start, end in spans:
        yield from ((match.start(), called[mastheads.bare(match[0])]) for match in pattern.finditer(document.text, start, end))


def outlets(documents: Sequence[Document]) -> frozenset[str]:
    """Those of the case, and those that every case may cite; one of the case is called as it calls itself."""
    makers = frozenset(maker for document in documents for maker in _makers(document))
    keys = {mastheads.key(maker) for maker in makers}
    known = (name for what in ("outlets", "agencies") for name in mastheads.known(what))
    return makers | {name for name in known if mastheads.key(name) not in keys}


def speaks_for(who: str, document: Document) -> bool:
    """Those words are the name of the outlet or the agency of that document."""
    return outletnames.called(who, frozenset(_makers(document))) is not None


def _named(documents: Sequence[Document], outlets: frozenset[str]) -> frozenset[str]:
    """Those of the outlets that some document names: patterns of a few are compiled ten times faster than of all."""
    called, pattern = outletnames.forms(outlets), outletnames.pattern(outlets)
    return frozenset(called[mastheads.bare(form)] for document in documents for form in pattern.findall(document.text))


@dataclass(frozen=True, slots=True)
class Sources:
    """The outlets that a document may have things from, and every cue of it that names another than its own as a source."""

    outlets: frozenset[str] = frozenset()
    cues: tuple[Cue, ...] = ()


def sources(documents: Sequence[Document]) -> Iterator[Sources]:
    """Those of each document; of its cues first those that name an outlet of the case."""
    every = outlets(documents)
    known, case = _named(documents, every), frozenset(key for document in documents for key in _own(document))
    for document in documents:
        own = _own(document)
        cues_ = [cue for cue in found(document.text, document.article.lang, known) if mastheads.key(cue.outlet) not in own]
        yield Sources(every, tuple(sorted(cues_, key=lambda cue: mastheads.key(cue.outlet) not in case)))


def found(text: str, tag: str, outlets: Collection[str]) -> list[Cue]:
    """Every cue in a text that names one of the outlets, in text order."""
    outlets = frozenset(outlets)
    named = outletnames.of(text, outlets)
    if not named.places:  # most articles cite nobody: a hundred times faster than the patterns
        return []
    reading = language.load(tag).reading
    outlet = outletnames.in_a_cue(outlets, reading.get("words", {}).get("outlet_end", ""))
    cued = {
        Cue(whose, match.start(), match.end(), f"{tag}/{row['name']}")
        for row in reading.get("relays", ())
        for start, end in _around(named.places)
        for match in cues.compiled(tag, row["match"], outlet).finditer(text, start, end)
        if (whose := named.whose(match["outlet"]))
    }
    return sorted(cued, key=lambda cue: (cue.start, cue.end, cue.rule))


def _around(named: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of text in which a cue of one of these names must lie."""
    start, end = 0, -1
    for first, last in named:
        if first - _REACH > end:
            if end > 0:
                yield start, end
            start = max(0, first - _REACH)
        end = last + _REACH
    yield start, end


def _makers(document: Document) -> Iterator[str]:
    """Its outlet and its agency, without what stands in brackets."""
    for maker in (document.article.outlet, document.agency):
        if maker and (name := mastheads.whole(maker)):
            yield name


def _retold(relay: Print, source: Print) -> float:
    """0 to 1: how many of the relay's figures stand in the source; 0 where they have little in common."""
    if kinship.in_common(relay, source) < _FEWEST or not relay.figures:
        return 0.0
    return len(relay.figures & source.figures) / len(relay.figures)


def _later(one: Document, other: Document) -> bool:
    first, second = one.article.published, other.article.published
    return bool(first and second and first.earliest and second.latest and first.earliest > second.latest)
