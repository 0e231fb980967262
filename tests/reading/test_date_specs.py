"""Hard sentences in each language's date_specs/<tag>.yaml: every time that they tell is found, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline import language, yamlfile
from dateline.reading.dates import find
from dateline.when import When

FOLDER = Path(__file__).parent / "date_specs"


def rows() -> Iterator[Any]:
    """A file has themes; a theme's text has a row a line: `text | published -> values`, `nothing` for none."""
    for path in sorted(FOLDER.glob("*.yaml")):
        themes = yamlfile.fields(yamlfile.load(path.read_text("utf-8"), path.name), path.name, "specs")
        for theme, lines in themes.items():
            for line in filter(None, lines.splitlines()):
                yield pytest.param(path.stem, line, id=f"{path.stem}/{theme}: {line}")


@pytest.mark.parametrize(("tag", "line"), list(rows()))
def test_sentence_tells_these_times(tag: str, line: str) -> None:
    """In the text's order; a time is its EDTF, or its TIMEX3 value where the words fix no point in time."""
    sentence, arrow, values = line.rpartition(" -> ")
    assert arrow, f"write “text | published -> values”, not “{line}”"
    text, _, published = sentence.partition(" | ")
    found = find(text, language.load(tag), When.parse(published) if published else None)
    assert [m.when.edtf if m.when else m.value for m in found] == ([] if values == "nothing" else values.split())
