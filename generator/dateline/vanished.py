"""The cases as they would be told and the site of the last build come in; what that had published and these lack goes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from dateline import folder
from dateline.model import Problem, Stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dateline.dossier import CaseFile

_HINT: Final = "Put it back with “review: withdrawn” if it no longer holds: its page says so then. Now readers’ links break."
_PUBLISHED: Final = ("accepted", "withdrawn")


def entries(project: Path, site: Path, files: Iterable[CaseFile]) -> tuple[Problem, ...]:
    """A warning for each entry that the timeline.json of the last build has as decided, and the record no longer."""
    return tuple(problem for file in files for problem in _gone(project, site, file))


def _gone(project: Path, site: Path, file: CaseFile) -> Iterator[Problem]:
    held = {event.id for event in file.events if event.review in _PUBLISHED}
    record = f"content/{file.case.id}/events.yaml"
    for name in _told(project, site / file.case.id / "timeline.json"):
        if name not in held:
            yield Problem("vanished", record, f"“{name}” was published and is gone.", _HINT, fatal=False)


def _told(project: Path, path: Path) -> tuple[str, ...]:
    """The ids that were published there; none where there is no such file, or none that a build made."""
    if not path.exists():
        return ()
    try:
        events = json.loads(folder.read(project, path))["events"]
        return tuple(str(event["id"]) for event in events if event["review"] in _PUBLISHED)
    except (Stop, ValueError, KeyError, TypeError):
        return ()
