"""Citations come in; quotations as a page shows them go out: exact, in their language, and how each was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dateline.dossier import Party
from dateline.model import BY_HAND, Article, Citation, Event
from dateline.telling import fragments, links, speakers, times
from dateline.telling.pieces import Line, Link, Piece, Quote, Version
from dateline.telling.words import Words, capital, direction, foreign
from dateline.when import When

SHORT: Final = 32
"""Characters of a headline that names its article where no outlet does."""


def quote(  # noqa: PLR0913 - four places to look things up, and where the page is
    citation: Citation,
    article: Article,
    words: Words,
    *,
    kind: str,
    parties: Mapping[str, Party],
    sources: str,
    draft: bool = False,
) -> Quote:
    """One quotation of an event of that kind; `sources` is the way from the page to the page of sources."""
    before, marked, after = split(citation)
    url = links.web(article.url)
    return Quote(
        lang=citation.lang,
        dir=foreign(direction(citation.lang), words.dir),
        language=words.language(citation.lang),
        before=before,
        marked=marked,
        after=after,
        prefix=_flat(citation.prefix),
        suffix=_flat(citation.suffix),
        mark=speakers.voice_mark(citation, words, parties),
        by=capital(speakers.attribution(citation, kind, words, parties)),
        source=source_link(article, sources),
        published=times.line(article.published, words) if article.published else (),
        original=_original(citation, url) if url else None,
        archived=links.web(article.archived),
        translation=_translation(citation, words),
        reasons=_reasons(citation, article, words),
        draft=draft,
    )


def _flat(context: str) -> str:
    """What stands around a quotation, on one line; the quotation itself keeps every character."""
    return re.sub(r"\s+", " ", context)


def split(citation: Citation) -> tuple[str, str, str]:
    """The quotation before, in and after its dating words; all of it before where they are not where they should be."""
    mention = citation.mention
    if mention is None:
        return citation.quote, "", ""
    start = mention.start - citation.start + _shift(citation, mention.start)
    end = start + len(mention.words)
    if start < 0 or citation.quote[start:end] != mention.words:
        return citation.quote, "", ""
    return citation.quote[:start], mention.words, citation.quote[end:]


def _shift(citation: Citation, place: int) -> int:
    """By how much the quotation is longer than its source up to that place, for the marks of what is withheld."""
    lengths = [end - start for start, end in citation.elided]
    if not lengths:
        return 0
    mark = (len(citation.quote) - (citation.end - citation.start - sum(lengths))) // len(lengths)
    return sum(mark - length for (start, _), length in zip(citation.elided, lengths, strict=True) if start < place)


def source_link(article: Article, sources: str) -> Link:
    """The article's entry on the page of sources, under the name readers know it by."""
    href = f"{sources}#a-{article.id}"
    if article.outlet or not (host := links.host(article.url)):
        lang = None if article.outlet else article.lang
        return Link(article.outlet or _begun(article.title or article.id), href, lang)
    return Link(host, href)


def _begun(title: str) -> str:
    """A headline short enough to stand as a name: its first words, and that more follow."""
    if len(title) <= SHORT:
        return title
    return title[: SHORT + 1].rpartition(" ")[0].rstrip(",;:–—-. ") + "…" if " " in title[:SHORT] else title[:SHORT] + "…"


def version(article: Article, when: When | None, words: Words, sources: str) -> Version:
    """The article with a date: the one that it gives, or its own."""
    return Version(source_link(article, sources), words.language(article.lang), times.line(when, words) if when else ())


def _original(citation: Citation, url: str) -> str:
    """The article's address, with the quotation's words where they stand there as they stand here."""
    return url if citation.elided else fragments.link(url, citation.quote, citation.prefix, citation.suffix)


def _translation(citation: Citation, words: Words) -> Piece | None:
    text = citation.translations.get(words.tag)
    return Piece(text) if text and citation.lang != words.tag else None


def _reasons(citation: Citation, article: Article, words: Words) -> tuple[Line, ...]:
    voice = citation.voice
    found = [reading(citation, article, words)]
    if citation.mention is not None:
        found.append(_rule(citation.mention.rule, words))
    if voice.cue:
        status = words.name("statuses", voice.status)
        found.append(words.line("status_because", status=status, cue=words.piece(voice.cue, citation.lang)))
    if voice.rule:
        found.append(_rule(voice.rule, words))
    rated = rating("credibilities", citation.credibility, words)
    if rated:
        found.append(words.line("name", name=f"{words.ui['credibility']}{words.ui['colon']}{rated}."))
    return tuple(found)


def _rule(name: str, words: Words) -> Line:
    """The rule by its name, which is of no language; or that it was a person."""
    return words.line("by_hand") if name == BY_HAND else words.line("rule", rule=words.sign(name))


def rating(group: str, grade: str | None, words: Words) -> str | None:
    """A grade of the Admiralty Code with what it means: “B, usually reliable”."""
    return words.say("rated", grade=grade, text=words.name(group, grade)) if grade else None


def reading(citation: Citation, article: Article, words: Words) -> Line:
    """How the date was read from the dating words."""
    mention = citation.mention
    if mention is None:
        return words.line("names_no_date")
    said = words.piece(mention.words, citation.lang)
    if mention.when is None:
        return words.line("cannot_be_dated" if article.published else "cannot_be_dated_undated", words=said)
    when = times.line(mention.when, words)
    if mention.basis == "published" and article.published:
        return words.line("counted_from_published", words=said, published=times.line(article.published, words), when=when)
    if mention.anchor:
        return words.line("counted_from", words=said, anchor=words.piece(mention.anchor, citation.lang), when=when)
    return words.line("counted_from_anchor" if mention.basis == "anchor" else "stated", words=said, when=when)


def inferred(event: Event) -> bool:
    """No quotation states the event's date outright."""
    return event.when is not None and not any(
        citation.mention and citation.mention.when == event.when and citation.mention.basis == "stated"
        for citation in event.citations
    )


def worked(event: Event, articles: Mapping[str, Article], words: Words) -> tuple[Line, ...]:
    """How the event's own date was worked out, where no quotation states it."""
    if not inferred(event):
        return ()
    giving = [c for c in event.citations if c.mention and c.mention.when and c.mention.when == event.when]
    found = [reading(citation, articles[citation.article], words) for citation in giving]
    return tuple(dict.fromkeys(found)) or (words.line("put_together"),)
