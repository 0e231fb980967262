"""What a run of reading found comes in; proposals.yaml, with what the record does not hold yet, goes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dateline import case as cases
from dateline import doubles, folder, language, record, typeset
from dateline.dossier import Case
from dateline.model import Article, Citation, Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

HEAD: Final = (
    "# Written by “dateline read”, and written anew each time: do not edit. Nothing here is published.",
    "# “dateline accept ID” puts a proposal into events.yaml; “dateline reject ID --because ...” keeps it out for good.",
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """How a run went: proposals for new events, further citations for recorded ones, and how many the record held."""

    events: tuple[Event, ...]
    additions: tuple[Event, ...]
    held: int


def propose(project: Path, case_id: str, articles: Sequence[Article], events: Sequence[Event]) -> Proposed:
    """Write the case's proposals.yaml. The record is only read. Raises Stop where it cannot be."""
    events = [replace(event, review="proposed") for event in events]
    held = record.read(project, Case(case_id), record.RECORD)
    result = _sorted_out(events, held, articles)
    path = cases.home(project, case_id) / record.PROPOSALS
    # The lines stay as they are where nothing changed, so that a preview that watches the file does not build again.
    text = document(articles, [*result.events, *result.additions])
    if not path.is_file() or path.read_bytes() != text.encode():
        folder.write(path, text)
    return result


def document(articles: Sequence[Article], events: Sequence[Event]) -> str:
    """The text of proposals.yaml: above all, which of them may be one event."""
    return typeset.document(articles, events, (*HEAD, *doubles.lines(events)))


def _sorted_out(events: Sequence[Event], held: record.Record, articles: Sequence[Article]) -> Proposed:
    same = _same_files(held.articles, articles)
    fresh: list[Event] = []
    additions: dict[str, list[Citation]] = {}
    found = 0
    for event in events:
        match = _match(event, held.events, same)
        rest = tuple(citation for citation in event.citations if not _held(citation, event.kind, held.events, match, same))
        if not rest:
            found += 1
        elif match and match.review == "accepted":
            additions.setdefault(match.id, []).extend(rest)
        else:
            fresh.append(replace(event, citations=rest))
    taken = {name.lower() for name in held.ids}
    new = _named(fresh, taken)
    recorded = {event.id: event for event in held.events}
    added = [_addition(recorded[name], citations) for name, citations in additions.items()]
    return Proposed(new, _named(added, taken | {event.id.lower() for event in new}), found)


def _addition(event: Event, citations: Iterable[Citation]) -> Event:
    bare = Event(f"{event.id}-more", event.when, event.kind, event.status, parties=event.parties)
    return replace(bare, citations=tuple(dict.fromkeys(citations)), adds_to=event.id)


def _named(events: Iterable[Event], taken: set[str]) -> tuple[Event, ...]:
    """The events, each with an id that nothing else has."""
    used, named = set(taken), []
    for event in events:
        name, number = event.id, 1
        while name.lower() in used:
            number += 1
            name = f"{event.id}-{number}"
        used.add(name.lower())
        named.append(replace(event, id=name))
    return tuple(named)


def _same_files(recorded: Iterable[Article], read: Iterable[Article]) -> frozenset[str]:
    """Ids of the articles whose file is, byte for byte, the one that the record quotes, so that places compare."""
    sums = {article.id: article.sha256 for article in read}
    return frozenset(article.id for article in recorded if article.sha256 and sums.get(article.id) == article.sha256)


def _overlap(one: Citation, other: Citation, same: frozenset[str]) -> bool:
    """Both quote the same words of the same article."""
    if one.article != other.article:
        return False
    if one.article in same and other.start >= 0:
        return one.start < other.end and other.start < one.end
    return one.quote in other.quote or other.quote in one.quote


def _held(citation: Citation, kind: str, events: Sequence[Event], match: Event | None, same: frozenset[str]) -> bool:
    """The record has these words for an event of that kind, or in the event that was matched."""
    near = (event for event in events if event.kind == kind or event is match)
    return any(_overlap(citation, other, same) for event in near for other in event.citations)


def _match(event: Event, recorded: Sequence[Event], same: frozenset[str]) -> Event | None:
    """The recorded event that a proposed one is: by shared words first, then by kind, time and parties."""
    shared = [(_shared(event, other, same), other) for other in recorded if other.kind == event.kind or other.id == event.id]
    best = max(shared, key=lambda pair: pair[0], default=(0, None))
    if best[0]:
        return best[1]
    return next((other for other in recorded if other.review == "accepted" and _alike(event, other)), None)


def _shared(event: Event, other: Event, same: frozenset[str]) -> int:
    return sum(any(_overlap(one, two, same) for two in other.citations) for one in event.citations)


def _alike(event: Event, other: Event) -> bool:
    """Same kind, a party in common, and times that can be the same; undated only where a case has one of the kind."""
    if event.kind != other.kind or not set(event.parties) & set(other.parties):
        return False
    if event.when and other.when:
        return event.when.overlaps(other.when)
    return language.kinds()[event.kind].get("once") == "yes"
