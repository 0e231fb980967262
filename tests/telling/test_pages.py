"""Which pages there are, how they lead to each other, and what happens to a case that is long."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import sample

from dateline.telling import pages, render, timelines
from dateline.when import When


class Reader(HTMLParser):
    """A page's ids, links and landmarks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [found["id"]] if found.get("id") else []  # type: ignore[list-item]
        self.hrefs += [found["href"]] if tag == "a" and found.get("href") else []  # type: ignore[list-item]


def html(files: dict[str, str]) -> dict[str, Reader]:
    return {path: Reader(text) for path, text in files.items() if path.endswith(".html")}


def test_every_page_of_the_layout_is_there(site: dict[str, str]) -> None:
    fixed = "index.html 404.html .nojekyll robots.txt sitemap.xml embed.js norvik/index.html norvik/timeline.json"
    told = "index.html sources/index.html embed/index.html feed.xml oembed.json events/2018-closure/index.html"
    for path in (*fixed.split(), *(f"norvik/{lang}/{name}" for lang in ("en", "fr", "nl", "de") for name in told.split())):
        assert path in site, path
    assert {"norvik/en/method/index.html", "norvik/fr/method/index.html"} <= site.keys()
    assert "norvik/de/method/index.html" not in site


def test_every_link_leads_somewhere(site: dict[str, str], drafts: dict[str, str]) -> None:
    for files in (site, drafts):
        readers = html(files)
        for path, reader in readers.items():
            for href in reader.hrefs:
                parts = urlsplit(href)
                if parts.scheme:
                    assert parts.scheme in ("http", "https")
                    continue
                start = "/project/" if path == "404.html" and files is site else "/"
                there = (
                    posixpath.normpath(posixpath.join(start, posixpath.dirname(path), unquote(parts.path)))
                    .removeprefix(start.rstrip("/"))
                    .strip("/")
                )
                target = path if not parts.path else posixpath.join(there, "index.html").lstrip("/")
                assert target in files or there in files, (path, href)
                if parts.fragment and target in readers:
                    assert unquote(parts.fragment) in readers[target].ids, (path, href)


def test_no_page_has_an_id_twice(site: dict[str, str]) -> None:
    for path, reader in html(site).items():
        assert len(reader.ids) == len(set(reader.ids)), path


def test_every_page_is_in_its_language_with_one_title(site: dict[str, str]) -> None:
    for path, reader in html(site).items():
        top = dict(reader.tags)["html"]
        assert top["dir"] == "ltr"
        parts = path.split("/")
        assert top["lang"] == (parts[1] if len(parts) > 2 else "en"), path
        assert [tag for tag, _ in reader.tags].count("h1") == 1, path


def test_each_page_says_where_it_stands_and_what_it_is_in_other_languages(site: dict[str, str]) -> None:
    page = site["norvik/fr/events/2018-closure/index.html"]
    assert '<link rel="canonical" href="https://example.org/project/norvik/fr/events/2018-closure/">' in page
    for lang in ("en", "fr", "nl", "de"):
        assert f'hreflang="{lang}" href="https://example.org/project/norvik/{lang}/events/2018-closure/"' in page
    assert (
        '<link rel="alternate" hreflang="x-default" href="https://example.org/project/norvik/">' in site["norvik/fr/index.html"]
    )
    method = site["norvik/fr/method/index.html"]
    assert 'hreflang="nl" href="https' not in method


def test_without_an_address_nothing_claims_one(drafts: dict[str, str]) -> None:
    assert not [path for path in drafts if path.endswith(("feed.xml", "oembed.json", "sitemap.xml"))]
    for path, text in drafts.items():
        if path.endswith(".html"):
            assert "canonical" not in text
            assert "oembed" not in text


def test_drafts_are_marked_on_every_page_and_kept_from_search(drafts: dict[str, str]) -> None:
    for path, text in drafts.items():
        if path.endswith(".html"):
            assert 'class="draft-banner"' in text, path
        if path.endswith(".html"):
            assert '<meta name="robots" content="noindex">' in text, path
    assert drafts["robots.txt"] == "User-agent: *\nDisallow: /\n"
    page = drafts["norvik/en/index.html"]
    start = page.index('id="e-proposed-statement"')
    assert "Not reviewed" in page[start : start + 600]


def test_the_record_is_not_marked_as_a_draft(site: dict[str, str]) -> None:
    for path, text in site.items():
        assert "draft-banner" not in text.replace(".draft-banner", "") or not path.endswith(".html"), path
        assert "Not reviewed" not in text


def test_a_tombstone_keeps_its_page_out_of_search(site: dict[str, str]) -> None:
    page = site["norvik/en/events/withdrawn-claim/index.html"]
    assert "noindex" in page
    assert "Withdrawn on 20 November 2026." in page.replace('<time datetime="2026-11-20">', "").replace("</time>", "")
    assert "withdrawn-claim" not in site["sitemap.xml"]


def long_case() -> sample.CaseFile:
    """More events than one page bears, over seventy years."""
    case = sample.casefile()
    many = []
    for number in range(timelines.SPLIT + 20):
        event = case.events[number % len(case.events)]
        when = When.parse(f"{1950 + number % 70}-{1 + number % 12:02}") if event.when else None
        many.append(replace(event, id=f"event-{number}", when=when))
    return replace(case, case=replace(case.case, languages=("en",)), events=tuple(many))


def test_a_long_case_is_split_by_year() -> None:
    files = {a.path: a.data.decode() for a in render.site([long_case()], base_url=None, templates=None)}
    index = files["norvik/en/index.html"]
    assert 'id="e-event-1"' not in index
    assert 'href="years/1951/"' in index
    year = files["norvik/en/years/1951/index.html"]
    assert 'id="e-event-1"' in year
    assert 'href="../1950/" rel="prev"' in year
    assert 'href="../../years/1951/#e-event-1"' in files["norvik/en/events/event-1/index.html"]
    assert len(index) < 150_000
    assert 'href="../years/1951/" target="_blank"' in files["norvik/en/embed/index.html"]
    every = [number for number in range(timelines.SPLIT + 20) if (number % 10) != 9]
    pages_of_years = "".join(text for path, text in files.items() if "/years/" in path)
    assert all(f'id="e-event-{number}"' in pages_of_years for number in every)


def test_no_cases_make_no_pages() -> None:
    assert list(pages.pages([], None)) == []


def test_a_case_without_events_says_so_and_leads_nowhere() -> None:
    empty = replace(sample.whole(), events=(), articles=(), origins=())
    made = {one.path: one.data.decode() for one in render.site([empty], base_url=None, templates=None)}
    page = made["norvik/nl/index.html"]
    assert "Over dit dossier is nog niets beslist." in page
    assert not {href for href in Reader(page).hrefs if href.startswith("#")} - {"#main"}


def test_a_source_without_a_title_does_not_name_its_outlet_twice() -> None:
    file = sample.whole()
    bare = tuple(replace(article, title=None, author=None, outlet="Data News") for article in file.articles)
    made = render.site([replace(file, articles=bare)], base_url=None, templates=None)
    page = next(artifact.data.decode() for artifact in made if artifact.path == "norvik/en/sources/index.html")
    first = page.split('<li id="a-')[1]
    assert first.count("Data News") == 1
    assert "<dt>Article</dt>" not in first
