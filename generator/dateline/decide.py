"""Ids of proposals and a person's decision come in; the record, with the decision added to it, goes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dateline import case as cases
from dateline import folder, ledger, proposals, provenance, record
from dateline.dossier import Case
from dateline.entries import near
from dateline.model import Article, Citation, Event, Problem, Stop, halt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.record import Record


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, who it was (where they say so), on which day (YYYY-MM-DD), and for a rejection why."""

    review: Literal["accepted", "rejected"]
    by: str | None
    on: str
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision did in a case: the proposals it was about, how many are left, and which recorded articles count to another
    origin since.
    """

    case_id: str
    events: tuple[Event, ...]
    left: int
    regrouped: tuple[Article, ...] = ()


class NotProposed(Stop):
    """An id that no proposal has; a mistyped word of the command rather than a mistake in a file."""


def accept(  # noqa: PLR0913 - a decision has that many parts, each named
    project: Path, ids: Sequence[str], case_id: str | None = None, *, by: str | None, on: str, into: str | None = None
) -> tuple[Decided, ...]:
    """Put proposals into the record as accepted, `into` one entry where that is given: it may be proposed or recorded, and so
    may what is put into it; a recorded event that is becomes withdrawn. All of them, or Stop is raised and nothing has changed.
    """
    return decide(project, ids, case_id, Decision("accepted", by, on), into)


def reject(  # noqa: PLR0913 - a decision has that many parts, each named
    project: Path, ids: Sequence[str], case_id: str | None = None, *, by: str | None, on: str, because: str
) -> tuple[Decided, ...]:
    """Put proposals into the record as rejected: never published, and not proposed again. All of them, or Stop."""
    return decide(project, ids, case_id, Decision("rejected", by, on, because))


def decide(
    project: Path, ids: Sequence[str], case_id: str | None, decision: Decision, into: str | None = None
) -> tuple[Decided, ...]:
    """Put proposals into the record as decided. `case_id` None looks for them in every case."""
    with folder.locked(project):
        desks = _desks(project, case_id)
        chosen = _chosen([*ids, *([into] if into else [])], desks, joining=into is not None)
        if into and len(chosen) > 1:
            raise NotProposed(
                Problem("no-proposal", "content", f"{' and '.join(ids)} are not of one case.", "Say which with --case.")
            )
        results = [_decided(desks[name], events, decision, into) for name, events in chosen.items()]
        return tuple(_written(project, desks[name], *result) for name, result in zip(chosen, results, strict=True))


def regroup(project: Path, case_id: str | None = None) -> tuple[Decided, ...]:
    """Bring the origins of recorded articles up to date with the last reading, where no person wrote them."""
    with folder.locked(project):
        desks = [desk for desk in _desks(project, case_id).values() if provenance.changed(desk.held.articles, desk.read)]
        results = [(ledger.add(desk.text, desk.held.file, [], [], changes=_origins(desk)), ()) for desk in desks]
        return tuple(_written(project, desk, *result) for desk, result in zip(desks, results, strict=True))


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a case's decisions are made from: the record and its text, and what the last reading proposed."""

    case_id: str
    text: str
    held: Record
    proposed: Record

    @property
    def read(self) -> tuple[Article, ...]:
        return self.proposed.articles


def _desks(project: Path, case_id: str | None) -> dict[str, _Desk]:
    return {name: _desk(project, name) for name in ((case_id,) if case_id else cases.ids(project))}


def _desk(project: Path, case_id: str) -> _Desk:
    path = cases.home(project, case_id) / record.RECORD
    text = folder.read(project, path) if path.exists() or path.is_symlink() else ""
    case, problems = cases.load(project, case_id)
    held = record.parse(text, folder.shown(project, path), case)
    proposed = record.read(project, Case(case_id), record.PROPOSALS)
    halt((*problems, *held.problems, *proposed.problems))
    return _Desk(case_id, text, held, proposed)


def _chosen(ids: Iterable[str], desks: Mapping[str, _Desk], *, joining: bool) -> dict[str, tuple[Event, ...]]:
    """The entries of those ids by case: proposals, and where one is put into another, recorded events too. Raises NotProposed for
    an id that no case has, or two.
    """
    chosen: dict[str, tuple[Event, ...]] = {}
    for name in dict.fromkeys(ids):
        found = [(desk.case_id, event) for desk in desks.values() for event in desk.proposed.events if event.id == name]
        recorded = [(desk.case_id, event) for desk in desks.values() for event in desk.held.events if event.id == name]
        if joining and not found:
            found = recorded
        if not found and recorded:
            hint = "Edit it there, or say with --with into which entry it goes."
            raise NotProposed(Problem("no-proposal", "content", f"“{name}” is in the record already.", hint))
        if not found:
            every = [known for desk in desks.values() for known in desk.proposed.ids]
            hint = near(name, every) or "Run “dateline read” first."
            raise NotProposed(Problem("no-proposal", "content", f"there is no proposal “{name}”.", hint))
        if len(found) > 1:
            where = " and ".join(case_id for case_id, _ in found)
            raise NotProposed(Problem("no-proposal", "content", f"“{name}” is proposed in {where}.", "Say which with --case."))
        case_id, event = found[0]
        chosen[case_id] = (*chosen.get(case_id, ()), event)
    return chosen


def _decided(desk: _Desk, events: tuple[Event, ...], decision: Decision, into: str | None) -> tuple[str, tuple[Event, ...]]:
    """The text of the case's record with the decision about these entries added, and the entries."""
    recorded = tuple(event for event in events if event in desk.held.events)
    fresh = tuple(event for event in events if event not in recorded)
    for event in fresh:
        if event.id in desk.held.ids:
            hint = "Run “dateline read” again, or rename it there."
            raise Stop(Problem("duplicate", desk.held.file, f"an event “{event.id}” is in the record already.", hint))
    new, additions = _joined(desk, fresh, recorded, into) if into else _apart(fresh, decision)
    accepted = decision.review == "accepted"
    known = {article.id for article in desk.held.articles}
    cited = record.cited(fresh) - known if accepted else frozenset()
    articles = [article for article in provenance.regrouped(desk.held.articles, desk.read) if article.id in cited]
    changes = [*(_origins(desk) if accepted else ()), *_withdrawn(recorded, decision, into)]
    return ledger.add(desk.text, desk.held.file, articles, [_reviewed(e, decision) for e in new], additions, changes), events


def _apart(events: Iterable[Event], decision: Decision) -> tuple[list[Event], list[Event]]:
    """Which of the events are new in the record, and which only add to one that is there."""
    adding = [event for event in events if decision.review == "accepted" and event.adds_to]
    return [event for event in events if event not in adding], adding


def _joined(desk: _Desk, fresh: Sequence[Event], recorded: Sequence[Event], into: str) -> tuple[list[Event], list[Event]]:
    """The same where all are one entry, which keeps its own kind, date and status and gets the quotations of the others."""
    for event in recorded:
        if event.review != "accepted":
            hint = "Only what is accepted or proposed can be one entry with another."
            raise Stop(Problem("joined", desk.held.file, f"the event “{event.id}” is {event.review}.", hint, event.line))
    base = next(event for event in (*fresh, *recorded) if event.id == into)
    into = base.adds_to or into
    if base not in fresh or base.adds_to:
        target = next(event for event in desk.held.events if event.id == into)
        more = _further(target, (event for event in (*fresh, *recorded) if event != target))
        return [], [replace(base, citations=more, adds_to=into)] if more else []
    more = _further(base, (event for event in (*fresh, *recorded) if event != base))
    return [replace(base, citations=(*base.citations, *more))], []


def _further(base: Event, others: Iterable[Event]) -> tuple[Citation, ...]:
    """The quotations of the others that the entry does not have, each once."""
    known = set(map(_place, base.citations))
    every = {_place(citation): citation for event in others for citation in event.citations}
    return tuple(citation for place, citation in every.items() if place not in known)


def _place(citation: Citation) -> tuple[str, str, int, str | None]:
    return citation.article, citation.quote, citation.start, citation.mention.words if citation.mention else None


def _withdrawn(recorded: Iterable[Event], decision: Decision, into: str | None) -> Iterator[ledger.Changed]:
    """Recorded events that were put into another entry: readers who follow their address find them withdrawn."""
    for event in recorded:
        if event.id != into:
            because = ", ".join(filter(None, (f"one with {into}", decision.by, decision.on)))
            yield ledger.Changed("events", event.id, {"review": "withdrawn", "because": because})


def _origins(desk: _Desk) -> list[ledger.Changed]:
    """The record's articles that count to another origin since the last reading, with it and the reason."""
    return [
        ledger.Changed("articles", article.id, {key: text or "" for key, text in _said(article).items()})
        for article in provenance.changed(desk.held.articles, desk.read)
    ]


def _said(article: Article) -> dict[str, str | None]:
    said = {"origin": article.origin, "origin_found": article.origin_found, "origin_why": article.origin_why}
    return {key: text for key, text in said.items() if text or key == "origin_why"}


def _written(project: Path, desk: _Desk, text: str, events: tuple[Event, ...]) -> Decided:
    """Write the record, and take decided proposals out of proposals.yaml."""
    home = cases.home(project, desk.case_id)
    folder.write(home / record.RECORD, text)
    left = [event for event in desk.proposed.events if event not in events]
    folder.write(home / record.PROPOSALS, proposals.document(desk.read, left))
    now = {article.id: article for article in record.parse(text, desk.held.file, Case(desk.case_id)).articles}
    before = {article.id: article.origin for article in desk.held.articles}
    regrouped = tuple(now[name] for name, origin in before.items() if now[name].origin != origin)
    return Decided(desk.case_id, events, len(left), regrouped)


def _reviewed(event: Event, decision: Decision) -> Event:
    return replace(
        event,
        adds_to=None,
        review=decision.review,
        reviewed_by=decision.by,
        reviewed_on=decision.on,
        because=decision.because,
    )
