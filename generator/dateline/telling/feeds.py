"""CaseFiles come in; what programs read goes out: timeline.json, Atom, sitemap and robots.txt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from dateline import figures
from dateline.dossier import CaseFile, Party
from dateline.figures import Figure
from dateline.model import Article, Artifact, Citation, Event
from dateline.telling import amendments, entries, headings, links, speakers, times, words
from dateline.telling.entries import Told
from dateline.telling.words import plain
from dateline.texts import Texts

FORMAT: Final = 1
"""The version of timeline.json: a consumer must look at it."""


def timeline(file: CaseFile) -> Artifact:
    """The case as JSON; of a withdrawn event only that it was there, when, and its corrections."""
    story = entries.told(file, words.of(file.case.languages[0]), None)
    file, case = story.file, story.file.case
    shown = list(story.events)
    shown += [event for event in file.events if event.adds_to in story.additions and event.review == "proposed"]
    data = {
        "dateline": FORMAT,
        "case": case.id,
        "languages": list(case.languages),
        "title": _texts(case.titles),
        "summary": _texts(case.summaries),
        "publisher": case.publisher,
        "licence": case.licence,
        "modified": file.modified,
        "corrections": [amendments.data(correction) for correction in case.corrections],
        "parties": [_party(party) for party in case.parties],
        "origins": [{"id": origin.id, "articles": list(origin.articles), "why": origin.why} for origin in file.origins],
        "articles": [_article(article) for article in file.articles],
        "events": [_event(event, story) for event in shown],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return Artifact(f"{case.id}/timeline.json", text.encode() + b"\n")


def _texts(texts: Texts) -> dict[str, str]:
    return dict(texts.pairs)


def _party(party: Party) -> dict[str, Any]:
    data: dict[str, Any] = {"id": party.id, "name": party.names[0], "aliases": list(party.names[1:]), "role": _texts(party.role)}
    data["accused"] = party.accused
    if party.accused:
        reply = party.reply
        data["reply"] = (
            {"asked": reply.asked, "answered": reply.answered, "words": _texts(reply.words), "sources": list(reply.sources)}
            if reply
            else None
        )
        data |= {"stage": party.stage, "stage_on": party.stage_on, "outcome": _texts(party.outcome)}
    return data


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "lang": article.lang,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published.edtf if article.published else None,
        "url": links.web(article.url),
        "archived": links.web(article.archived),
        "kind": article.kind,
        "excerpt": article.excerpt,
        "origin": article.origin,
        "sha256": article.sha256,
        "reliability": article.reliability,
    }


def _event(event: Event, story: Told) -> dict[str, Any]:
    when = event.when
    dated = {
        "id": event.id,
        "when": when.edtf if when else None,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "end_after": when.end_after if when else None,
        "kind": event.kind,
    }
    corrections = [amendments.data(correction) for correction in event.corrections]
    if event.review == "withdrawn":
        left: dict[str, Any] = {
            "title": {},
            "status": None,
            "claimant": None,
            "review": "withdrawn",
            "reviewed": event.reviewed_on,
            "origins": [],
            "agreement": None,
            "date_agreement": None,
            "figures": [],
        }
        return {**dated, **left, "citations": [], "corrections": corrections}
    who = speakers.said(speakers.mark(event, story.words, story.parties).who, story.words)
    data = {
        **dated,
        "title": _texts(event.titles),
        "summary": _texts(event.summaries),
        "status": event.status,
        "claimant": who or None,
        "claimants": _texts(event.claimant),
        "parties": list(event.parties),
        "by": list(event.by),
        "to": list(event.to),
        "review": event.review,
        "reviewed": event.reviewed_on,
        "reviewed_by": event.reviewed_by if story.file.case.reviewers else None,
        "origins": list(event.origins),
        "agreement": figures.together((event.agreement, *(one.agreement for one in event.compared))),
        "date_agreement": event.agreement,
        "figures": [{"unit": one.unit, "agreement": one.agreement} for one in event.compared],
        "corrections": corrections,
        "citations": [_citation(citation) for citation in event.citations],
    }
    return data if event.adds_to is None else {**data, "adds_to": event.adds_to}


def _citation(citation: Citation) -> dict[str, Any]:
    mention, voice = citation.mention, citation.voice
    when = mention.when if mention else None
    return {
        "article": citation.article,
        "lang": citation.lang,
        "quote": citation.quote,
        "elided": [list(span) for span in citation.elided],
        "start": citation.start,
        "end": citation.end,
        "prefix": citation.prefix,
        "suffix": citation.suffix,
        "when": when.edtf if when else None,
        "end_after": when.end_after if when else None,
        "words": mention.words if mention else None,
        "words_start": mention.start if mention else None,
        "words_end": mention.end if mention else None,
        "basis": mention.basis if mention else None,
        "rule": mention.rule if mention else None,
        "status": voice.status,
        "voice": voice.who,
        "role": voice.role,
        "cue": voice.cue,
        "voice_rule": voice.rule,
        "translations": _texts(citation.translations),
        "credibility": citation.credibility,
        "relays": citation.relays,
        "origin": citation.origin,
        "figures": [_figure(figure) for figure in citation.figures],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {"words": figure.words, "start": figure.start, "end": figure.end} | {
        "value": figure.value,
        "unit": figure.unit,
        "rule": figure.rule,
    }


def atom(story: Told) -> Artifact | None:
    """The events of a case as a feed, what was decided last first; None where nothing says when or where."""
    file, address = story.file, links.absolute(story.base_url, story.here)
    own = links.absolute(story.base_url, story.here + "feed.xml")
    if address is None or own is None or file.modified is None or file.drafts:
        return None
    shown = sorted((event for event in story.events if event.review in ("accepted", "withdrawn")), key=lambda event: event.id)
    shown.sort(key=lambda event: amendments.changed(event) or file.modified or "", reverse=True)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(story.words.tag)}>',
        _tag("title", story.title.text),
        _tag("id", address),
        f"<updated>{_moment(file.modified)}</updated>",
        f"<author>{_tag('name', file.case.publisher or story.title.text)}</author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>',
        *(line for event in shown for line in _atom_entry(event, story, file.modified)),
        "</feed>",
    ]
    return Artifact(story.here + "feed.xml", "\n".join(lines).encode() + b"\n")


def _atom_entry(event: Event, story: Told, modified: str) -> Iterator[str]:
    address = links.absolute(story.base_url, entries.place(event, story)) or ""
    date = plain(times.line(event.when, story.words))
    mark = speakers.mark(event, story.words, story.parties)
    status = mark.word + (story.words.ui["colon"] + speakers.said(mark.who, story.words) if mark.who else "")
    summary = event.summaries.get(story.words.tag)
    title = headings.alone(event, story.words, story.parties)
    if event.review == "withdrawn":
        title, status, summary = entries.name(event, story).text, story.words.name("kinds", event.kind), None
    yield "<entry>"
    yield _tag("title", title)
    yield _tag("id", address)
    yield f"<updated>{_moment(amendments.changed(event) or modified)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>'
    yield _tag("summary", " · ".join(part for part in (date, status, summary) if part))
    yield "</entry>"


def _moment(day: str) -> str:
    """Atom wants a second; the day's first, in UTC, says no more than the day."""
    return f"{day}T00:00:00Z"


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(_xml(text))}</{name}>"


def _xml(text: str) -> str:
    """Text without the characters that XML 1.0 cannot carry."""
    return "".join(c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff")


def sitemap(base_url: str | None, folders: Iterable[tuple[str, str | None, Sequence[tuple[str, str]]]]) -> Artifact | None:
    """`folders`: (path, last change, ((language, full address) ...) of the same page)."""
    if links.web(base_url) is None:
        return None
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for path, modified, same in folders:
        changed = f"<lastmod>{modified}</lastmod>" if modified else ""
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(other)}/>' for tag, other in same
        )
        lines.append(f"<url>{_tag('loc', links.absolute(base_url, path) or '')}{changed}{others}</url>")
    return Artifact("sitemap.xml", "\n".join([*lines, "</urlset>"]).encode() + b"\n")


def robots(base_url: str | None, drafts: bool) -> Artifact:
    """Everything may be read, except drafts."""
    lines = ["User-agent: *", "Disallow: /" if drafts else "Allow: /"]
    address = links.absolute(base_url, "sitemap.xml")
    if address and not drafts:
        lines.append(f"Sitemap: {address}")
    return Artifact("robots.txt", "\n".join(lines).encode() + b"\n")
