"""An event or a case comes in; schema.org's words for it go out, as data for a <script type="application/ld+json">."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dateline.model import Article, Citation, Correction, Event
from dateline.telling import amendments, entries, headings, links, speakers
from dateline.telling.entries import Told
from dateline.when import When

Data = Mapping[str, Any]


def report(story: Told, description: str | None) -> Data:
    """The timeline as a report."""
    case = story.file.case
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Report",
            "headline": story.title.text,
            "description": description,
            "inLanguage": story.words.tag,
            "url": links.absolute(story.base_url, story.here),
            "dateModified": story.file.modified,
            "correction": amendments.comments(_corrections(story), story.words, case),
            "publisher": _known({"@type": "Organization", "name": case.publisher, "url": links.web(case.publisher_url)})
            if case.publisher
            else None,
            "license": links.web(case.licence),
        }
    )


def _corrections(story: Told) -> list[Correction]:
    """Those of the case and of every entry, newest first."""
    found = [*story.file.case.corrections, *(one for event in story.events for one in amendments.whole(event, story.words))]
    return sorted(found, key=lambda one: one.date, reverse=True)


def _page(item: Event, story: Told, address: str | None) -> Data:
    """The page that tells an event: an event itself has no corrections, its page has."""
    return _known(
        {
            "@type": "WebPage",
            "url": address,
            "dateModified": amendments.changed(item),
            "correction": amendments.comments(item.corrections, story.words, story.file.case),
        }
    )


def event(item: Event, story: Told) -> Data:
    """An event with its quotations; what is only claimed is a Claim, with whose it is."""
    words = story.words
    name = headings.alone(item, words, story.parties)
    address = links.absolute(story.base_url, entries.place(item, story))
    happened = _known(
        {
            "@type": "Event",
            "name": name,
            "description": item.summaries.get(words.tag),
            "startDate": _date(item.when, 0),
            "endDate": _date(item.when, -1) if item.when and "/" in item.when.edtf else None,
            "temporalCoverage": item.when.edtf if item.when else None,
            "about": [_thing(story.parties[party].names[0]) for party in item.parties if party in story.parties],
            "subjectOf": [_quotation(citation, story.articles[citation.article]) for citation in item.citations],
        }
    )
    around = _known({"url": address, "mainEntityOfPage": _page(item, story, address)})
    if item.status not in speakers.CLAIMS:
        return {"@context": "https://schema.org", **around, **happened, "inLanguage": words.tag}
    who = speakers.said(speakers.mark(item, words, story.parties).who, words)
    first = [_article(story.articles[c.article]) for c in item.citations]
    claim = {"@type": "Claim", "text": name, "author": _thing(who), "about": happened, "appearance": first, **around}
    return {"@context": "https://schema.org", **_known(claim), "inLanguage": words.tag}


def _quotation(citation: Citation, article: Article) -> Data:
    return {"@type": "Quotation", "text": citation.quote, "inLanguage": citation.lang, "isPartOf": _article(article)}


def _article(article: Article) -> Data:
    return _known(
        {
            "@type": "NewsArticle" if article.kind == "article" else "CreativeWork",
            "headline": article.title,
            "inLanguage": article.lang,
            "datePublished": _date(article.published, 0),
            "publisher": _thing(article.outlet) if article.outlet else None,
            "author": _thing(article.author) if article.author else None,
            "url": links.web(article.url),
        }
    )


def _thing(name: str) -> Data:
    return {"@type": "Thing", "name": name}


def _date(when: When | None, side: int) -> str | None:
    """One end of a time, where ISO 8601 can say it as precisely as the source and no more."""
    part = when.edtf.split("/")[side] if when else ""
    return part if re.fullmatch(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?", part) else None


def _known(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, [], "")}
