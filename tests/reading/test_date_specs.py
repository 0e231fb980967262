"""Hard sentences in each language's date_specs/<tag>.yaml: every time that they tell is found, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from specs import rows

from dateline import language
from dateline.reading.dates import find
from dateline.when import When

FOLDER = Path(__file__).parent / "date_specs"


def sentences() -> Iterator[Any]:
    """A row is `text | published -> values`, `nothing` for none."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for theme, told, values in rows(path):
            yield pytest.param(path.stem, told, values, id=f"{path.stem}/{theme}: {told} -> {values}")


@pytest.mark.parametrize(("tag", "told", "values"), list(sentences()))
def test_sentence_tells_these_times(tag: str, told: str, values: str) -> None:
    """In the text's order; a time is its EDTF, or its TIMEX3 value where the words fix no point in time."""
    text, _, published = told.partition(" | ")
    found = find(text, language.load(tag), When.parse(published) if published else None)
    assert [m.when.edtf if m.when else m.value for m in found] == ([] if values == "nothing" else values.split())
