"""A page's place comes in; what stands around it goes out: head, languages, navigation, footer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.dossier import Page
from dateline.telling import links
from dateline.telling.contexts import Shell
from dateline.telling.entries import Told
from dateline.telling.pieces import Link
from dateline.telling.words import Words, own_name

FEED = "application/atom+xml"
OEMBED = "application/json+oembed"
TITLE = 70
"""Characters of a page's title."""


def shell(  # noqa: PLR0913 - a page's head has many parts, each named
    story: Told,
    below: str,
    *,
    title: str,
    description: str,
    data: Mapping[str, Any] | None = None,
    noindex: bool = False,
    languages: Iterable[str] | None = None,
    current: str = "",
) -> Shell:
    """Around the page in the folder `below` the case's folder of this language; `languages` are those that have the page."""
    case, words = story.file.case, story.words
    here = story.here + below
    there = [tag for tag in case.languages if languages is None or tag in set(languages)]
    hidden = noindex or story.file.drafts
    return Shell(
        lang=words.tag,
        dir=words.dir,
        title=_title(title, story),
        description=description,
        canonical=None if hidden else links.absolute(story.base_url, here),
        alternates=() if hidden else _alternates(story, below, there),
        links=_head(story, here, current == "timeline" and not below),
        publisher=case.publisher,
        publisher_href=links.web(case.publisher_url),
        home=links.relative(here, ""),
        case=Link(story.title.text, links.relative(here, story.here), story.title.lang),
        languages=tuple(_language(tag, story, here, below if tag in there else "") for tag in case.languages),
        nav=_nav(story, here, current),
        licence=case.licence,
        draft=story.file.drafts,
        noindex=hidden,
        data=data,
    )


def _title(title: str, story: Told) -> str:
    """With the case's title, where both fit into what a browser's tab and a list of hits show."""
    case = story.title.text
    whole = title if title == case else story.words.say("page_title", page=title, case=case)
    best = whole if len(whole) <= TITLE else title
    return best if len(best) <= TITLE else best[: TITLE - 1].rstrip() + "…"


def bare(words: Words, here: str, *, title: str, description: str, draft: bool, **other: Any) -> Shell:
    """Around a page that belongs to no one case and language; `other` are fields of Shell that differ from empty."""
    fields: dict[str, Any] = {
        "lang": words.tag,
        "dir": words.dir,
        "title": title,
        "description": description,
        "canonical": None,
        "alternates": (),
        "links": (),
        "publisher": None,
        "publisher_href": None,
        "home": links.relative(here, ""),
        "case": None,
        "languages": (),
        "nav": (),
        "licence": None,
        "draft": draft,
        "noindex": draft,
        "data": None,
    }
    return Shell(**{**fields, **other})


def _language(tag: str, story: Told, here: str, below: str) -> Link:
    href = links.relative(here, links.path(story.file.case.id, tag) + below)
    return Link(own_name(tag), href, tag, current=tag == story.words.tag)


def _alternates(story: Told, below: str, languages: Sequence[str]) -> tuple[Link, ...]:
    """The same page in the other languages, by full address; x-default is the case's own choice of language."""
    if story.base_url is None:
        return ()
    case = story.file.case
    found = [(tag, links.absolute(story.base_url, links.path(case.id, tag) + below)) for tag in languages]
    if not below:
        found.append(("x-default", links.absolute(story.base_url, links.path(case.id))))
    return tuple(Link("", href, tag, rel="alternate") for tag, href in found if href)


def _head(story: Told, here: str, timeline: bool) -> tuple[Link, ...]:
    """Feeds and data of the case; the card that other sites ask for (oEmbed) stands on the timeline only."""
    found = [Link("", links.relative(here, story.file.case.id + "/timeline.json"), rel="alternate", type="application/json")]
    if story.base_url is not None and not story.file.drafts:
        if story.file.modified:
            found.append(Link(story.title.text, links.relative(here, story.here + "feed.xml"), rel="alternate", type=FEED))
        card = links.absolute(story.base_url, story.here + "oembed.json")
        if timeline and card:
            found.append(Link(story.title.text, card, rel="alternate", type=OEMBED))
    return tuple(found)


def pages(story: Told) -> tuple[Page, ...]:
    """Of each prose page the version in this language, else the one in the first told language that has it."""
    order = (story.words.tag, *story.file.case.languages)
    best: dict[str, Page] = {}
    for page in sorted(story.file.pages, key=lambda page: order.index(page.lang) if page.lang in order else len(order)):
        best.setdefault(page.name, page)
    return tuple(best[name] for name in sorted(best) if best[name].lang in story.file.case.languages)


def _nav(story: Told, here: str, current: str) -> tuple[Link, ...]:
    ui = story.words.ui
    found = [
        Link(ui["timeline"], links.relative(here, story.here), current=current == "timeline"),
        Link(ui["sources"], links.relative(here, story.here + "sources/"), current=current == "sources"),
    ]
    for page in pages(story):
        there = links.path(story.file.case.id, page.lang, page.name)
        text, lang = _page_name(page, story.words)
        found.append(Link(text, links.relative(here, there), lang, current=current == f"page {page.name}"))
    return tuple(found)


def _page_name(page: Page, words: Words) -> tuple[str, str | None]:
    """A prose page's title and its language; of one in another language, what this one calls such a page, where it has a name."""
    if page.lang == words.tag:
        return page.title, None
    known = words.labels["pages"].get(page.name)
    if known is None:
        return page.title, page.lang
    return words.say("page_elsewhere", page=known, language=words.language(page.lang)), None
