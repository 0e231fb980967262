"""Events of the record come in; words of theirs that, read again by themselves, say something else than is told go out.

Words that nobody can read say nothing: a person may know what they mean. A day without a year (“in March”, “on Monday”) may be
of any year or week that the article named before; “last year” and “yesterday” are counted from the day of publication, unless
the record says that they rest on another day (`basis: anchor`), as are the former where it says so (`basis: published`).
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from dateline import language
from dateline.model import Article, Document, Sentence
from dateline.reading import dates
from dateline.reading import figures as amounts
from dateline.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.figures import Figure
    from dateline.model import Citation, Event, Mention

_SOON: Final = 3
"""Days after a time on which words of a calendar still name it, and words counted from the day (“today”) no longer do."""
_ANCHORS: Final = (*range(-7, 8), *(sign * days for sign in (1, -1) for days in (14, 30, 61, 92, 183, 365, 731)))
"""Days from what is told to a day that it may have been counted from."""
_SLACK: Final = datetime.timedelta(days=366)
"""How far a time that is only about another may lie from it."""


def finer(event: Event, articles: Mapping[str, Article]) -> Iterator[tuple[str, str, int | None]]:
    """Dating words that say less than the time given for them; with that time and the line."""
    for citation, article, mention, told in _dated(event, articles):
        read = _times(mention.words, article.lang, article.published)
        if read and all(told.within(when.named) and not when.named.within(told) for when in read):
            yield mention.words, told.edtf, citation.line


def misdated(event: Event, articles: Mapping[str, Article]) -> Iterator[tuple[str, str, When, bool, int | None]]:
    """Dating words that say another time than is given for them: with what is told, what they say, and the line.

    Before the line: they say it of themselves, not counted from another day.
    """
    for citation, article, mention, told in _dated(event, articles):
        read = _times(mention.words, article.lang, article.published) or _times(mention.words, article.lang, _day(told))
        if read and not any(_about_one(told, when) for when in read) and not _meant(citation, article, mention, told):
            stated = bool(_times(mention.words, article.lang, None))
            yield mention.words, told.edtf, read[0], stated, citation.line


def said(citation: Citation, articles: Mapping[str, Article]) -> tuple[When, ...]:
    """The times of a quotation's dating words: what the record gives for them, else what they say."""
    article, mention = articles.get(citation.article), citation.mention
    if mention is None or mention.when:
        return (mention.when,) if mention and mention.when else ()
    return _times(mention.words, article.lang, article.published) if article and _is_read(article) else ()


def misread(event: Event) -> Iterator[tuple[str, str, Figure, int | None]]:
    """Words of figures that say another value or unit: with what is told, what they say, and the line."""
    for citation in event.citations:
        for told in citation.figures:
            read = _figures(told.words, citation.lang)
            if read and not any(_say_one(told, figure) for figure in read):
                yield told.words, f"{told.value} {told.unit}", read[0], citation.line


def _dated(event: Event, articles: Mapping[str, Article]) -> Iterator[tuple[Citation, Article, Mention, When]]:
    """The quotations whose dating words stand in them and can be read again, with the time given for them."""
    for citation in event.citations:
        article, mention = articles.get(citation.article), citation.mention
        if article and mention and mention.when and _is_read(article) and mention.words in citation.quote:
            yield citation, article, mention, mention.when


def _is_read(article: Article) -> bool:
    return article.lang in language.tags("dates")


@lru_cache(maxsize=4096)
def _times(words: str, lang: str, day: When | None) -> tuple[When, ...]:
    """The times that words tell to somebody who reads them on that day."""
    return tuple(one.when for one in dates.find(words, language.load(lang), day) if one.when)


def _meant(citation: Citation, article: Article, mention: Mention, told: When) -> bool:
    """Other words of the quotation say that they mean it, or it is a day without a year, or one counted from another day."""
    if any(_about_one(told, when) for when in _in_quotation(citation, article, mention)):
        return True
    if mention.basis == "anchor" or article.published is None:
        return any(_named_on(mention, article, told, days) for days in _ANCHORS)
    if mention.basis == "published":
        return False
    within = [when for when in _times(mention.words, article.lang, _day(told)) if _about_one(told, when)]
    finer_ = any(when.within(told) and not told.within(when) for when in within)
    return bool(within) and (finer_ or _named_on(mention, article, told, _SOON))


def _in_quotation(citation: Citation, article: Article, mention: Mention) -> Iterator[When]:
    """What the words say where they stand."""
    start = citation.quote.find(mention.words)
    for found in dates.find(citation.quote, language.load(article.lang), article.published):
        if found.when and start < found.end and found.start < start + len(mention.words):
            yield found.when


def _named_on(mention: Mention, article: Article, told: When, days: int) -> bool:
    """The words mean the time to somebody who reads them so many days after its end."""
    return any(_about_one(told, when) for when in _times(mention.words, article.lang, _day(told, days)))


def _day(told: When, days: int = 0) -> When | None:
    """The day so many days after the end of a time; None where no calendar of Python's holds it."""
    try:
        day = datetime.date.fromisoformat(told.latest or told.earliest or "")
        return When((day + datetime.timedelta(days=days)).isoformat())
    except (ValueError, OverflowError):
        return None


def _about_one(told: When, read: When) -> bool:
    """Both may be one time; where one of them is about a time, with some slack."""
    if told.overlaps(read) or not (told.approximate or read.approximate):
        return told.overlaps(read)
    try:
        first, last, other, end = (
            datetime.date.fromisoformat(day or "") for day in (told.earliest, told.latest, read.earliest, read.latest)
        )
    except ValueError:
        return True  # open on one side, or of before the year 1
    return first - other <= _SLACK + (end - other) and other - last <= _SLACK


def _figures(words: str, lang: str) -> tuple[Figure, ...]:
    """What the words of a figure say where a reader knows their language; nothing where it does not."""
    if lang not in language.tags("reading"):
        return ()
    alone = Document(Article("words", lang), words, PurePosixPath("words.txt"))
    return amounts.figures(Sentence(alone, 0, len(words), 0), language.load(lang))


def _say_one(one: Figure, other: Figure) -> bool:
    return (one.bounds, one.about, one.unit) == (other.bounds, other.about, other.unit)
