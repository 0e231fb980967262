"""An Event comes in; its quotations in the order in which a page shows them go out."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Citation, Event


def ordered(event: Event, lang: str) -> Sequence[Citation]:
    """The quotations in the order in which they help most: dated as the event is, in the reader's language, or translated."""

    def rank(citation: Citation) -> tuple[bool, bool, bool]:
        dated = citation.mention is not None and citation.mention.when == event.when
        return not dated, citation.lang != lang, not citation.translations.get(lang)

    return sorted(event.citations, key=rank)
