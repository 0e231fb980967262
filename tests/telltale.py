"""Articles in a line of code come in; what reading makes of them goes out. What tests of reading share."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from dateline import language
from dateline.dossier import Party
from dateline.model import Article, Document, Event, Mention
from dateline.reading import dates, events, names, reports, sentences
from dateline.when import When

PARTIES = (Party("korvaal", ("Korvaal",)), Party("varne", ("Varne", "port de Varne")), Party("brill", ("Brill",)))
DATE = re.compile(r"(?P<edtf>\d{4}(?:-\d{2}(?:-\d{2})?)?(?:/\d{4})?)|(?P<open>lundi|Montag|Monday|maandag)")


def mentions(text: str, lang: str) -> tuple[Mention, ...]:
    """Dates written as EDTF, and Mondays that stay open: what a tagger would give, without a tagger."""
    return tuple(
        Mention(m.start(), m.end(), m[0], "DATE", m["edtf"] or "XXXX-WXX-1", When.parse(m["edtf"]) if m["edtf"] else None,
                f"{lang}/test", "stated" if m["edtf"] else None)
        for m in DATE.finditer(text)
    )  # fmt: skip


def reports_of(article: str, lang: str, origin: str, text: str, published: str | None = None) -> list[reports.Report]:
    """What an article tells."""
    document = Document(
        Article(article, lang, published=When.parse(published) if published else None), text, PurePosixPath(article)
    )
    story = sentences.sentences(document, language.load(lang))
    return list(reports.reports(story, mentions(text, lang), names.names((), PARTIES), origin))


def read(*articles: tuple[str, str, str, str | None]) -> tuple[Event, ...]:
    """Events of articles given as (id, language, text, publication date); an id's part before a dash is its origin."""
    found = [
        report
        for name, lang, text, published in articles
        for report in reports_of(name, lang, name.partition("-")[0], text, published)
    ]
    return events.events(found)


def told(found: Sequence[Event]) -> list[tuple[str, str | None]]:
    """Kind and time of each event."""
    return [(event.kind, event.when.edtf if event.when else None) for event in found]


def tagged(tag: str, text: str, published: When) -> list[tuple[int, str, str | None]]:
    """Where each dated report of an article stands, its kind and its time, as the tagger of dates reads it."""
    document = Document(Article("a", tag, published=published), text, PurePosixPath("a"))
    lang = language.load(tag)
    story, found = sentences.sentences(document, lang), dates.find(text, lang, published)
    told = reports.reports(story, found, names.names([document], ()), "a")
    return [(r.mention.start, r.kind, r.when.edtf if r.when else None) for r in told if r.mention]
