"""A file of sentences comes in; its rows come out. What tests of sentences share.

A file has themes; a theme's text has a row a line, `sentence -> answer`, and the test says what both are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dateline import yamlfile


class Row(NamedTuple):
    """What stands before and behind the arrow."""

    theme: str
    told: str
    answer: str


def rows(path: Path) -> Iterator[Row]:
    """The rows of a file, in its order. Raises AssertionError at one without an arrow."""
    for theme, lines in themes(path).items():
        for line in filter(None, lines.splitlines()):
            told, arrow, answer = line.rpartition(" -> ")
            assert arrow, f"{path.name}: write “sentence -> answer”, not “{line}”"
            yield Row(theme, told, answer)


def themes(path: Path) -> yamlfile.Fields:
    """The file's texts by theme."""
    return yamlfile.fields(yamlfile.load(path.read_text("utf-8"), path.name), path.name, "specs")
