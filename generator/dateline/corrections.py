"""The entry of an event or a case comes in; what was corrected in it after publication, in words for readers, goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.model import Correction

if TYPE_CHECKING:
    from dateline.entries import Entry

_TEXTS: Final = ("text", "was", "now", "because")


def read(entry: Entry, lang: str) -> tuple[Correction, ...]:
    """Its corrections; plain texts are in `lang`. One without a day, or that says nothing, is noted."""
    found = (_correction(item, lang) for item in entry.entries("corrections", ("date", *_TEXTS), "correction"))
    return tuple(correction for correction in found if correction)


def _correction(entry: Entry, lang: str) -> Correction | None:
    day = entry.day("date", required="Add the day, as in 2019-03-27.")
    text, was, now, because = (entry.texts(key, lang) for key in _TEXTS)
    if not (text or now) and not any(map(entry.misspelt, _TEXTS)):
        hint = "Write “was” and “now”, what stood and what stands there, or “text”: what was changed."
        entry.note("missing", f"{entry.what} says nothing.", hint)
    if was and was == now:
        entry.note("same", f"{entry.what} says now what it said before.", "Write what stood, or what stands.", "was", fatal=False)
    return Correction(day, text, was, now, because) if day else None
