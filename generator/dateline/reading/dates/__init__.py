"""A text, its language and its day of publication come in; the times its words tell go out as Mentions."""

from __future__ import annotations

from dateline.language import Language
from dateline.model import Mention
from dateline.reading.dates.rulebook import rulebook
from dateline.reading.dates.telling import Found, tell
from dateline.when import When

__all__ = ["find"]


def find(text: str, language: Language, published: When | None) -> tuple[Mention, ...]:
    """Every time told in the text, in its order, none overlapping; `when` is None where the words fix no point in time."""
    return tuple(_mention(text, found) for found in tell(text, rulebook(language), published))


def _mention(text: str, found: Found) -> Mention:
    edtf = found.reading.edtf
    return Mention(
        start=found.start,
        end=found.end,
        words=text[found.start : found.end],
        type=found.reading.type,
        value=found.reading.value,
        when=When(edtf, found.end_after) if edtf else None,
        rule=found.rule,
        basis=found.basis if edtf else None,
        anchor=text[slice(*found.anchor)] if found.anchor and edtf else None,
    )
