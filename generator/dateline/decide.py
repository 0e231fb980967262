"""Ids of proposals and a person's decision come in; the record, with the decision added to it, goes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dateline import case as cases
from dateline import folder, ledger, proposals, record
from dateline.dossier import Case
from dateline.entries import near
from dateline.model import Event, Problem, Stop

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
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
    """What a decision did in a case: the proposals it was about, and how many are left."""

    case_id: str
    events: tuple[Event, ...]
    left: int


class NotProposed(Stop):
    """An id that no proposal has; a mistyped word of the command rather than a mistake in a file."""


def accept(project: Path, ids: Sequence[str], case_id: str | None = None, *, by: str | None, on: str) -> tuple[Decided, ...]:
    """Put proposals into the record as accepted. All of them, or Stop is raised and nothing has changed."""
    return decide(project, ids, case_id, Decision("accepted", by, on))


def reject(  # noqa: PLR0913 - a decision has that many parts, each named
    project: Path, ids: Sequence[str], case_id: str | None = None, *, by: str | None, on: str, because: str
) -> tuple[Decided, ...]:
    """Put proposals into the record as rejected: never published, and not proposed again. All of them, or Stop."""
    return decide(project, ids, case_id, Decision("rejected", by, on, because))


def decide(project: Path, ids: Sequence[str], case_id: str | None, decision: Decision) -> tuple[Decided, ...]:
    """Put proposals into the record as decided. `case_id` None looks for them in every case."""
    with folder.locked(project):
        names = (case_id,) if case_id else cases.ids(project)
        proposed = {name: record.read(project, Case(name), record.PROPOSALS) for name in names}
        recorded = {name for case_id in names for name in record.read(project, Case(case_id), record.RECORD).ids}
        chosen = _chosen(ids, proposed, recorded)
        texts = {name: _decided(project, name, proposed[name], events, decision) for name, events in chosen.items()}
        for name, text in texts.items():
            folder.write(cases.home(project, name) / record.RECORD, text)
        return tuple(_struck(project, name, proposed[name], events) for name, events in chosen.items())


def _chosen(ids: Iterable[str], proposed: dict[str, Record], recorded: Collection[str]) -> dict[str, tuple[Event, ...]]:
    """The proposals of those ids by case. Raises NotProposed for an id that no case has, or two."""
    chosen: dict[str, tuple[Event, ...]] = {}
    for name in dict.fromkeys(ids):
        found = [case_id for case_id, held in proposed.items() if name in held.ids]
        if not found and name in recorded:
            raise NotProposed(Problem("no-proposal", "content", f"“{name}” is in the record already.", "Edit it there."))
        if not found:
            every = [known for held in proposed.values() for known in held.ids]
            hint = near(name, every) or "Run “dateline read” first."
            raise NotProposed(Problem("no-proposal", "content", f"there is no proposal “{name}”.", hint))
        if len(found) > 1:
            hint = "Say which with --case."
            raise NotProposed(Problem("no-proposal", "content", f"“{name}” is proposed in {' and '.join(found)}.", hint))
        event = next(event for event in proposed[found[0]].events if event.id == name)
        chosen[found[0]] = (*chosen.get(found[0], ()), event)
    return chosen


def _decided(project: Path, case_id: str, proposed: Record, events: Sequence[Event], decision: Decision) -> str:
    """The text of the case's record with the decision about these proposals added."""
    path = cases.home(project, case_id) / record.RECORD
    file = folder.shown(project, path)
    text = folder.read(project, path) if path.exists() or path.is_symlink() else ""
    held = record.parse(text, file, Case(case_id))
    for event in events:
        if event.id in held.ids:
            hint = "Run “dateline read” again, or rename it there."
            raise Stop(Problem("duplicate", file, f"an event “{event.id}” is in the record already.", hint))
    accepted = decision.review == "accepted"
    new = [_reviewed(event, decision) for event in events if not (accepted and event.adds_to)]
    additions = [event for event in events if accepted and event.adds_to]
    cited = record.cited(events) - {article.id for article in held.articles} if accepted else frozenset()
    return ledger.add(text, file, [article for article in proposed.articles if article.id in cited], new, additions)


def _reviewed(event: Event, decision: Decision) -> Event:
    return replace(
        event,
        adds_to=None,
        review=decision.review,
        reviewed_by=decision.by,
        reviewed_on=decision.on,
        because=decision.because,
    )


def _struck(project: Path, case_id: str, proposed: Record, events: Sequence[Event]) -> Decided:
    """Take decided proposals out of proposals.yaml."""
    left = [event for event in proposed.events if event not in events]
    path = cases.home(project, case_id) / record.PROPOSALS
    folder.write(path, proposals.document(proposed.articles, left))
    return Decided(case_id, tuple(events), len(left))
