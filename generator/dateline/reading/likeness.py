"""Reports come in; whether two of them tell one event, by how alike their sentences are, goes out. Rare words count most.

The finer the time and the more certain the party that two sentences share, the less alike they must be; within one article,
which mostly tells an event once, they must be nearly the same.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline import figures, language
from dateline.reading.identity import folded
from dateline.reading.reports import Report
from dateline.when import When

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_STEM: Final = 5  # letters that the forms of a word mostly share
_SHORT: Final = 4  # letters below which a word says nothing, unless it is a name or a number
_ALIKE: Final = 0.22
"""How alike sentences of two articles must be that name a party in common."""
_ALIKE_ON_A_DAY: Final = 0.25
"""And those that only their articles' topics join, where both tell the same day."""
_ABROAD: Final = 0.11
"""And those of two languages, which only share names, numbers and what sounds alike in both."""
_NEARLY: Final = 0.4
"""And those of one article, of which one tells a known kind and the other none, or that only topics join at a vaguer time."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of each report's sentence, cut to their first letters, say: the rarer among the articles, the more."""

    articles: Mapping[str, int]
    seen: Mapping[tuple[str, str], int]
    weights: dict[int, tuple[Report, Mapping[str, float]]] = field(default_factory=dict)

    @staticmethod
    def of(found: Sequence[Report]) -> Lexicon:
        """The words of all articles that tell something."""
        documents = {report.document.article.id: report.document for report in found}.values()
        articles = Counter(document.article.lang for document in documents)
        seen = Counter((document.article.lang, stem) for document in documents for stem in _stems(document.text))
        return Lexicon(articles, seen)

    def tell_one(self, one: Report, other: Report) -> bool:
        """Two sentences whose times can be the same tell one event."""
        named, meant = _in_common(one, other)
        if one.sentence == other.sentence or not meant or one.outcome != other.outcome:
            return False
        if one.document.article.lang != other.document.article.lang and not _evident(one, other):
            return False
        return self.alike(one, other) >= _needed(one, other, named=named)

    def alike(self, one: Report, other: Report) -> float:
        """0 to 1: the weight of the words that both sentences have, as a part of the weight of all."""
        mine, theirs = self._weighed(one), self._weighed(other)
        shared = sum(weight + theirs[stem] for stem, weight in mine.items() if stem in theirs)
        return shared / max(sum(mine.values()) + sum(theirs.values()), 1e-9)

    def _weighed(self, report: Report) -> Mapping[str, float]:
        """Kept by which object it is: most reports are never asked for, others often, and to compare them takes long."""
        known = self.weights.get(id(report))
        if known is None:
            known = self.weights[id(report)] = report, _weighed(report, self.articles, self.seen)
        return known[1]


def one_time(one: When, other: When, kind: str) -> bool:
    """They overlap. What goes on “from 2015 to 2019” is no vaguer word for a day in it, but of what happens only once."""
    mine, theirs = one.named, other.named
    alike = ("/" in mine.edtf) == ("/" in theirs.edtf) or language.kinds()[kind].get("once") == "yes"
    return alike and mine.overlaps(theirs)


def kin(one: str, other: str) -> bool:
    """Either may be no kind, or the same or of one family; or one is what was said of the other, which no authority did."""
    if one == other or "other" in (one, other):
        return True
    mine, theirs = language.kinds()[one], language.kinds()[other]
    if "denies" in mine or "denies" in theirs:
        return False
    said, official = ({mark in kind for kind in (mine, theirs)} for mark in ("speech", "official"))
    return _one_family(one, other) or (len(said) == 2 and official == {False})


def contradict(one: Report, other: Report) -> bool:
    """One report that gives two sums, or two counts, of what such events are about tells two of them; one article, any sums."""
    if one.origin != other.origin or not (one.figures and other.figures):
        return False
    compared = language.compared(one.kind) | language.compared(other.kind)
    compared |= {figures.MONEY} if one.document == other.document else set()
    pairs = [(a, b) for a in one.figures for b in other.figures if a.unit == b.unit]
    pairs = [(a, b) for a, b in pairs if (figures.MONEY if a.unit.isupper() else a.unit) in compared]
    return bool(pairs) and all(figures.compare(a, b) == "conflicts" for a, b in pairs)


def _one_family(one: str, other: str) -> bool:
    """Words of one kind in a language are words of the other in the next: who is “aangeklaagd” is charged, or sued."""
    family = language.kinds()[one].get("family")
    return family is not None and family == language.kinds()[other].get("family")


def _weighed(report: Report, articles: Mapping[str, int], seen: Mapping[tuple[str, str], int]) -> dict[str, float]:
    """The words of its sentence without those of its date, each with its weight."""
    lang, sentence, text = report.document.article.lang, report.sentence, report.sentence.text
    if report.mention:
        text = text[: report.mention.start - sentence.start] + " " + text[report.mention.end - sentence.start :]
    return {stem: math.log(1 + articles[lang] / max(seen[lang, stem], 1)) for stem in _stems(text)}


def _needed(one: Report, other: Report, *, named: bool) -> float:
    """How alike the two must be."""
    day = one.when == other.when and one.when is not None and one.when.precision == "day"
    if one.origin == other.origin:
        return _NEARLY
    if (one.kind == "other") != (other.kind == "other"):
        return _NEARLY
    if one.document.article.lang != other.document.article.lang:
        return 0 if day else _ABROAD if one.when == other.when else _NEARLY
    return _ALIKE if named else _ALIKE_ON_A_DAY if day else _NEARLY


def _evident(one: Report, other: Report) -> bool:
    """Sentences of two languages tell the same outcome, or share a word, name or number besides their time and parties."""
    return one.outcome is not None or not _stems(folded(one.rest)).isdisjoint(_stems(folded(other.rest)))


def _in_common(one: Report, other: Report) -> tuple[bool, bool]:
    """Both name the same party; and, with their articles' topics, they may mean one."""
    mine, theirs = set(one.parties), set(other.parties)
    return bool(mine & theirs), bool((mine | set(one.topics)) & (theirs | set(other.topics)))


def _stems(text: str) -> set[str]:
    words = _WORD.findall(text)
    return {word.lower()[:_STEM] for word in words if len(word) >= _SHORT or word[0].isupper() or word[0].isdigit()}
