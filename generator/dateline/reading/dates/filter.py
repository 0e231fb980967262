"""A document as one JSON object comes in; the times its text tells go out, for measuring and for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline import language
from dateline.model import Mention
from dateline.reading.dates import elsewhere
from dateline.reading.dates.rulebook import rulebook
from dateline.reading.dates.telling import Found, tell
from dateline.when import When


def filter_line(row: Mapping[str, Any]) -> dict[str, Any]:
    """`{"id", "lang", "dct", "text"}` (dct may be null) to `{"id", "dates": [...]}`.

    TIMEX3 has no ranges: the two ends of one are two dates. A language without a file is read as far as dateparser knows it.
    Raises KeyError for one that it does not know, WhenError for a dct that is no EDTF date.
    """
    text = row["text"]
    dct = row.get("dct")
    published = When.parse(dct) if dct else None
    if not elsewhere.has_file(row["lang"]):
        return {"id": row.get("id"), "dates": [_entry(mention) for mention in elsewhere.find(text, row["lang"])]}
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


def _entry(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.words,
        "value": mention.value,
        "type": mention.type,
        "edtf": mention.when.edtf if mention.when else None,
        "rule": mention.rule,
    }
