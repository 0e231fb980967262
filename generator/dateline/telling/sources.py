"""A case's articles come in; what is known of each source, and which count as one origin, goes out."""

from __future__ import annotations

from typing import Final

from dateline.model import Article, Event
from dateline.telling import entries, evidence, links, times
from dateline.telling.contexts import Source
from dateline.telling.entries import Told
from dateline.telling.pieces import Line, Link, Piece
from dateline.telling.words import Words

CHECKSUM: Final = 12
"""Hex digits shown: enough to tell files apart, short enough to read out."""


def listed(story: Told, at: str) -> tuple[Source, ...]:
    """Every article in the order of the record, as a page in the folder `at` shows it."""
    return tuple(_source(article, story, at) for article in story.file.articles)


def _source(article: Article, story: Told, at: str) -> Source:
    words = story.words
    title = words.piece(article.title, article.lang) if article.title else Piece(article.outlet or words.ui["no_title"])
    number, why = _origin(article, story)
    return Source(
        anchor=f"a-{article.id}",
        title=title,
        kind=words.name("article_kinds", article.kind),
        outlet=article.outlet,
        author=article.author,
        published=_published(article, words),
        language=words.language(article.lang),
        original=links.web(article.url),
        archived=links.web(article.archived),
        origin=words.say("origin_number", n=str(number)) if number else words.ui["own_origin"],
        why=why,
        checksum=article.sha256[:CHECKSUM] if article.sha256 else None,
        reliability=evidence.rating("reliabilities", article.reliability, words),
        kept=words.ui["excerpt_kept" if article.excerpt else "text_kept" if article.file else "text_not_kept"],
        entries=tuple(_link(event, story, at) for event in story.events if _cites(event, article)),
    )


def _published(article: Article, words: Words) -> Line:
    return times.line(article.published, words) if article.published else words.line("publication_unknown")


def _origin(article: Article, story: Told) -> tuple[int, str | None]:
    """Which origin the article counts to (from 1; 0 for none), why others count to it too, and whom it cites."""
    for number, origin in enumerate(story.file.origins, 1):
        if article.id in origin.articles:
            return number, story.words.reasons(article.origin_why or origin.why, alone=len(origin.articles) == 1)
    return 0, None


def _cites(event: Event, article: Article) -> bool:
    return event.review != "withdrawn" and any(citation.article == article.id for citation in event.citations)


def _link(event: Event, story: Told, at: str) -> Link:
    return entries.link(event, story, at)
