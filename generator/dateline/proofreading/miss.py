"""A path into a language file comes in; its line and column go out. And the value that every check gives back."""

from __future__ import annotations

from dataclasses import dataclass

from dateline import yamlfile
from dateline.yamlfile import Place

Path = tuple[str | int, ...]
"""Keys and positions, from the top: ("dates", "rules", "year", "pattern")."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that does not hold: where in the file, a sentence, and what to do."""

    path: Path
    message: str
    hint: str = ""
    fatal: bool = True


def place(data: yamlfile.Node, path: Path) -> Place:
    """Line and column of what lies there, or of the nearest that there is on the way."""
    at = data.place if data is not None else Place(1, 1)
    for step in path:
        if isinstance(data, yamlfile.Fields) and step in data:
            at, data = data.places[str(step)], data[str(step)]
        elif isinstance(data, yamlfile.Items) and isinstance(step, int) and step < len(data):
            data = data[step]
            at = data.place if data is not None else at
        else:
            break
    return at
