"""A document as one JSON object comes in; the times its text tells go out, for measuring and for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline import language
from dateline.reading.dates.rulebook import rulebook
from dateline.reading.dates.telling import Found, tell
from dateline.when import When


def filter_line(row: Mapping[str, Any]) -> dict[str, Any]:
    """`{"id", "lang", "dct", "text"}` (dct may be null) to `{"id", "dates": [...]}`.

    TIMEX3 has no ranges: the two ends of one are two dates. Raises KeyError for a language without a file, WhenError for a dct
    that is no EDTF date.
    """
    text = row["text"]
    dct = row.get("dct")
    published = When.parse(dct) if dct else None
    book = rulebook(language.load(row["lang"]))
    return {"id": row.get("id"), "dates": [entry for found in tell(text, book, published) for entry in _entries(text, found)]}


def _entries(text: str, found: Found) -> Iterator[dict[str, Any]]:
    for start, end, reading in found.parts or ((found.start, found.end, found.reading),):
        yield {
            "start": start,
            "end": end,
            "text": text[start:end],
            "value": reading.value,
            "type": reading.type,
            "edtf": reading.edtf,
            "rule": found.rule,
        }
