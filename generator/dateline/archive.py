"""Events just read and the record come in; which recorded event one of them is, and what of it is not decided yet, go out.

An event is known again by its words, whatever its kind and its id are by now: the same words of the same article, about the
same time. Words that the record holds for an event that was read too, under its own kind, speak for no other: “arrested and
charged on Monday” is two. What copies say of an event that was rejected or withdrawn is decided with it; what an independent
report says is not.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline import agreement, language, provenance
from dateline.record import when_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.model import Article, Citation, Event
    from dateline.record import Record

CLOSED: Final = ("rejected", "withdrawn")
"""What a person decided is no event of the case, or none any more."""
_OTHER = "other"
_DAY = ("day", "time")


class _Words(NamedTuple):
    """A quotation and the event that it stands for."""

    event: Event
    citation: Citation


class Archive:
    """The record as one run of reading asks it."""

    def __init__(self, held: Record, articles: Sequence[Article], read: Sequence[Event]) -> None:
        self.recorded = held.events
        self.articles = {article.id: article for article in provenance.regrouped(held.articles, articles)}
        self.same = _same_files(held.articles, articles)
        self.by_article: dict[str, list[_Words]] = defaultdict(list)
        for event in held.events:
            for citation in event.citations:
                self.by_article[citation.article].append(_Words(event, citation))
        self.own = {
            id(words.citation)
            for event in read
            for citation in event.citations
            for words in self._quoting(event, citation)
            if _filed_alike(event, words.event)
        }

    def match(self, event: Event) -> Event | None:
        """The recorded event that it is: by shared words first, an accepted one before others, then by kind, time and parties."""
        shared = [words.event for citation in event.citations for words in self._known(event, citation)]
        if shared:
            return max(shared, key=lambda other: (other.review == "accepted", shared.count(other), _filed_alike(event, other)))
        accepted = (other for other in self.recorded if other.review == "accepted" and _alike(event, other))
        return next(accepted, None) or next((other for other in self.recorded if self._copies(event, other)), None)

    def known(self, event: Event) -> frozenset[str]:
        """The ids of the recorded events that it tells: of all that hold words of it, else of the one that it is."""
        shared = {words.event.id for citation in event.citations for words in self._known(event, citation)}
        match = None if shared else self.match(event)
        return frozenset(shared or ({match.id} if match else ()))

    def undecided(self, event: Event) -> tuple[Citation, ...]:
        """Those of its quotations that the record does not hold, nor copies of them for an event that was closed."""
        closed = [other for citation in event.citations for other in self._closed(event, citation)]
        match = self.match(event)
        if match and self._copies(event, match):
            closed.append(match)
        spent = {name for other in closed for name in self._origins(other)}
        every = zip(event.citations, agreement.origins(event.citations, self.articles), strict=True)
        return tuple(one for one, name in every if name not in spent and not any(self._known(event, one)))

    def _quoting(self, event: Event, citation: Citation) -> Iterator[_Words]:
        mine = _Words(event, citation)
        return (words for words in self.by_article.get(citation.article, ()) if _same_words(mine, words, self.same))

    def _known(self, event: Event, citation: Citation) -> Iterator[_Words]:
        """The record's quotations that this one is."""
        for words in self._quoting(event, citation):
            if _filed_alike(event, words.event) or id(words.citation) not in self.own:
                yield words

    def _closed(self, event: Event, citation: Citation) -> list[Event]:
        """The rejected and withdrawn events that hold these words, unless an accepted one, into which they went, has them too."""
        known = [words.event for words in self._known(event, citation)]
        return [] if any(other.review == "accepted" for other in known) else [one for one in known if one.review in CLOSED]

    def _origins(self, event: Event) -> set[str]:
        return set(agreement.origins(event.citations, self.articles))

    def _copies(self, event: Event, other: Event) -> bool:
        """Only copies of what a closed event quotes tell it, of one kind and one day: copies that reading joined with nothing."""
        return (
            other.review in CLOSED
            and event.kind == other.kind != _OTHER
            and event.when is not None
            and event.when == other.when
            and event.when.precision in _DAY
            and set(event.parties) == set(other.parties)
            and self._origins(event) <= self._origins(other)
        )


def doubles(events: Iterable[Event]) -> Iterator[tuple[Event, Event, Citation]]:
    """Pairs of accepted events for which the same words stand, about the same time, with the words as the second quotes them.

    One sentence that tells what befell two is of two events.
    """
    seen: dict[str, list[_Words]] = defaultdict(list)
    for event in events:
        found: dict[str, tuple[Event, Event, Citation]] = {}
        for citation in event.citations if event.review == "accepted" else ():
            mine = _Words(event, citation)
            for words in seen[citation.article]:
                if _same_words(words, mine, frozenset((citation.article,))) and not _of_two(words.event, event):
                    found.setdefault(words.event.id, (words.event, event, citation))
        yield from found.values()
        for citation in event.citations if event.review == "accepted" else ():
            seen[citation.article].append(_Words(event, citation))


def _of_two(one: Event, other: Event) -> bool:
    """Both say whom it befell, or who takes part, and these are others."""
    sides = ((one.to, other.to), (one.parties, other.parties))
    return any(mine and yours and set(mine).isdisjoint(yours) for mine, yours in sides)


def _filed_alike(event: Event, other: Event) -> bool:
    return event.kind == other.kind or event.id == other.id


def _same_files(recorded: Iterable[Article], read: Iterable[Article]) -> frozenset[str]:
    """Ids of the articles whose file is, byte for byte, the one that the record quotes, so that places compare."""
    sums = {article.id: article.sha256 for article in read}
    return frozenset(article.id for article in recorded if article.sha256 and sums.get(article.id) == article.sha256)


def _same_words(one: _Words, other: _Words, same: frozenset[str]) -> bool:
    """Both quote the same words of the same article, about the same time."""
    return _overlap(one.citation, other.citation, same) and not _apart(one, other, same)


def _overlap(one: Citation, other: Citation, same: frozenset[str]) -> bool:
    if one.article != other.article:
        return False
    if one.article in same and one.start >= 0 and other.start >= 0:
        return one.start < other.end and other.start < one.end
    return one.quote in other.quote or other.quote in one.quote


def _apart(one: _Words, other: _Words, same: frozenset[str]) -> bool:
    """Other words date them, or none do, and their times cannot be the same."""
    mine, yours = one.citation.mention, other.citation.mention
    if mine and yours:
        placed = one.citation.article in same and mine.start >= 0 and yours.start >= 0
        if (
            mine.start < yours.end and yours.start < mine.end
            if placed
            else mine.words in yours.words or yours.words in mine.words
        ):
            return False
    first, second = (when_of(words.citation) or words.event.when for words in (one, other))
    return not first.overlaps(second) if first and second else bool(mine and yours)


def _alike(event: Event, other: Event) -> bool:
    """Same kind, a party in common, and times that can be the same; undated only where a case has one of the kind.

    Of a kind that happens once, one that names nobody is the same as another of its very time.
    """
    once = language.kinds()[event.kind].get("once") == "yes"
    if event.kind == other.kind and not (event.parties and other.parties):
        return once and event.when is not None and event.when == other.when
    if event.kind != other.kind or not set(event.parties) & set(other.parties):
        return False
    if event.when and other.when:
        return event.when.overlaps(other.when)
    return once
