"""The cases as they would be told and the site of the last build come in; what that had published and these lack goes out.

A page that others link to never goes without a word: the entry stays as a tombstone, or a person removes the page by hand.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from dateline import folder
from dateline.model import Problem, Stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dateline.dossier import CaseFile

_TIMELINE: Final = "timeline.json"
_PUBLISHED: Final = ("accepted", "withdrawn")
_ENTRY: Final = "Put it back, with “review: withdrawn” if it no longer holds: its page says so then."
_CASE: Final = "Put the folder back under its old name."
_NEVER_OUT: Final = "Where no reader can have seen it, delete"


def entries(project: Path, site: Path, files: Iterable[CaseFile]) -> tuple[Problem, ...]:
    """What stops a build: each case and each entry that the last one published as decided, and that would be there no longer."""
    told = {file.case.id: file for file in files}
    last = {path.parent.name: _told(project, path) for path in sorted(site.glob(f"*/{_TIMELINE}"))}
    return tuple(problem for name, ids in last.items() for problem in _gone(name, f"{site.name}/{name}", ids, told.get(name)))


def _gone(case_id: str, page: str, published: tuple[str, ...], file: CaseFile | None) -> Iterator[Problem]:
    if file is None:
        if published:
            yield Problem("vanished", f"content/{case_id}", "was published and is gone.", f"{_CASE} {_NEVER_OUT} {page}.")
        return
    held = {event.id for event in file.events if event.review in _PUBLISHED}
    for name in published:
        if name not in held:
            hint = f"{_ENTRY} {_NEVER_OUT} {page}/{_TIMELINE}."
            yield Problem("vanished", f"content/{case_id}/events.yaml", f"“{name}” was published and is gone.", hint)


def _told(project: Path, path: Path) -> tuple[str, ...]:
    """The ids that were published there; none where it is no file that a build made."""
    try:
        events = json.loads(folder.read(project, path))["events"]
        return tuple(str(event["id"]) for event in events if event["review"] in _PUBLISHED)
    except (Stop, ValueError, KeyError, TypeError):
        return ()
