"""What a run of reading found comes in; proposals.yaml, with what the record does not hold yet, goes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dateline import case as cases
from dateline import doubles, folder, provenance, record, ties, typeset
from dateline.archive import CLOSED, Archive
from dateline.dossier import Case
from dateline.model import Article, Citation, Event, Problem, halt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

HEAD: Final = (
    "# Written by “dateline read”, and written anew each time: do not edit. Nothing here is published.",
    "# “dateline accept ID” puts a proposal into events.yaml; “dateline reject ID --because ...” keeps it out for good;",
    "# “dateline accept ID --with ENTRY” makes one entry of two.",
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """How a run went: proposals for new events, further citations for recorded ones, how many other decided events were found
    again, and where the record counts origins otherwise than reading does.

    The `note` of a proposal tells what speaks against it: what its words suppose, what was decided about one that is like it.
    """

    events: tuple[Event, ...]
    additions: tuple[Event, ...]
    held: int
    problems: tuple[Problem, ...] = ()


def propose(project: Path, case_id: str, articles: Sequence[Article], events: Sequence[Event]) -> Proposed:
    """Write the case's proposals.yaml. The record is only read. Raises Stop where not all of it can be: what it holds and
    nobody understands would be proposed again.
    """
    events = [replace(event, review="proposed") for event in events]
    held = record.read(project, Case(case_id), record.RECORD)
    halt(held.problems)
    result = _sorted_out(events, held, articles)
    path = cases.home(project, case_id) / record.PROPOSALS
    # The lines stay as they are where nothing changed, so that a preview that watches the file does not build again.
    text = document(articles, [*result.events, *result.additions])
    there = path.exists() or path.is_symlink()
    if not there or folder.data(project, path) != text.encode():
        folder.write(path, text)
    return replace(result, problems=tuple(provenance.problems(held.articles, articles, case_id)))


def document(articles: Sequence[Article], events: Sequence[Event]) -> str:
    """The text of proposals.yaml: above all, which of them may be one event."""
    return typeset.document(articles, events, (*HEAD, *doubles.lines(events)))


def _sorted_out(events: Sequence[Event], held: record.Record, articles: Sequence[Article]) -> Proposed:
    archive = Archive(held, articles, events)
    closed = [event for event in held.events if event.review in CLOSED]
    fresh: list[Event] = []
    additions: dict[str, list[Citation]] = {}
    known: set[str] = set()
    for event in events:
        match, rest = archive.match(event), archive.undecided(event)
        known |= archive.known(event)
        if rest and match and match.review == "accepted":
            additions.setdefault(match.id, []).extend(rest)
        elif rest:
            like = [match] if match else [other for other in closed if doubles.alike(event, other)]
            fresh.append(replace(event, citations=rest, note=_doubt(event, like)))
    taken = {name.lower() for name in held.ids}
    new = _named(fresh, taken)
    recorded = {event.id: event for event in held.events}
    added = [_addition(recorded[name], citations) for name, citations in additions.items()]
    return Proposed(new, _named(added, taken | {event.id.lower() for event in new}), len(known - additions.keys()))


def _doubt(event: Event, like: Sequence[Event]) -> str | None:
    """The note of a proposal: the one that reading made, and what was decided about events like it."""
    return "; ".join(filter(None, (event.note, _decided_before(like)))) or None


def _decided_before(like: Sequence[Event]) -> str | None:
    """What was decided about events that it is or may be, on other evidence: the last of them, and why."""
    if not like:
        return None
    last = max(like, key=lambda event: event.reviewed_on or "")
    return f"like {last.id}, {' '.join(filter(None, (last.review, ties.decided(last))))}: {last.because}"


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
