"""What a reader gets of a case of ten events, in a real browser: everything, quickly, whatever they read it with."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from stand import Site, html_validate, sample, serving

MAX_GZIP = 15_000
HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def case() -> Any:
    return sample().casefile()


@pytest.fixture(scope="session")
def timeline(case: Any) -> str:
    """The path of the case's timeline in its first language."""
    return f"{case.case.id}/{case.case.languages[0]}/"


@pytest.fixture(scope="session")
def events(case: Any) -> list[str]:
    """The anchors of all events that the timeline tells."""
    told = [f"e-{event.id}" for event in case.events if event.review != "rejected"]
    assert len(told) == 10
    return told


@pytest.fixture
def titles(site: Site, timeline: str, page: Any, events: list[str]) -> list[str]:
    """What they are called there."""
    page.goto(site.url + timeline)
    found = page.evaluate("(ids) => ids.map((id) => document.querySelector(`#${CSS.escape(id)} h3`).textContent.trim())", events)
    assert len(set(found)) == len(events)
    return list(found)


def kinds(site: Site, timeline: str) -> list[str]:
    """One page of every type that the site has."""
    event = next(path for path in site.pages() if path.startswith(f"{timeline}events/"))
    own = [path for path in site.pages() if path.startswith(timeline) and "/events/" not in path]
    return ["", f"{timeline.partition('/')[0]}/", "404.html", event, *own]


def test_there_are_pages_of_every_type(site: Site, timeline: str) -> None:
    found = kinds(site, timeline)
    for path in ("", "404.html", timeline, f"{timeline}sources/", f"{timeline}embed/", f"{timeline}method/"):
        assert path in found


def test_the_timeline_is_small(site: Site, timeline: str) -> None:
    data = (site.folder / timeline / "index.html").read_bytes()
    assert len(gzip.compress(data, 9, mtime=0)) <= MAX_GZIP


def test_the_timeline_is_one_request_and_nobody_elses(site: Site, timeline: str, page: Any) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url + timeline, wait_until="networkidle")
    page.mouse.wheel(0, 10_000)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [site.url + timeline]


def test_no_page_complains_or_asks_elsewhere(either: Site, page: Any) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: None if request.url.startswith((either.url, "data:")) else said.append(request.url))
    for path in either.pages():
        assert page.goto(either.url + path).status == 200
    assert [line for line in said if "favicon" not in line] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(either: Site, timeline: str, page: Any, node_modules: Path, scheme: str) -> None:
    script = (node_modules / "axe-core/axe.min.js").read_text("utf-8")
    page.emulate_media(color_scheme=scheme)
    found = {}
    for path in kinds(either, timeline):
        page.goto(either.url + path)
        page.evaluate(script)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert len(result["passes"]) > 5, f"axe looked at {path!r}"
        if result["violations"]:
            found[path] = [(rule["id"], rule["nodes"][0]["html"][:120], len(rule["nodes"])) for rule in result["violations"]]
    assert found == {}


def test_axe_would_find_something(page: Any, node_modules: Path) -> None:
    page.set_content("<p style='color: #aaa; background: #bbb'>faint</p><img src=x><input>")
    page.evaluate((node_modules / "axe-core/axe.min.js").read_text("utf-8"))
    rules = {rule["id"] for rule in page.evaluate("axe.run()")["violations"]}
    assert {"color-contrast", "image-alt", "label"} <= rules


def test_every_page_is_valid_html(either: Site, node_modules: Path, tmp_path: Path) -> None:
    assert html_validate(node_modules, tmp_path / "report.json", *(either.folder.rglob("*.html"))) == []


def test_html_validate_would_find_something(tmp_path: Path, node_modules: Path) -> None:
    (tmp_path / "bad.html").write_text("<!DOCTYPE html>\n<html><head></head><body><p><div></p></body></html>\n")
    assert html_validate(node_modules, tmp_path / "report.json", tmp_path / "bad.html") != []


def test_everything_is_there_without_javascript(site: Site, timeline: str, browser: Any, events: list[str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + timeline)
    hidden = [anchor for anchor in events if not page.locator(f"[id='{anchor}'] h3").is_visible()]
    quoted = page.locator("article blockquote:visible").count()
    context.close()
    assert hidden == []
    assert quoted >= 10


LOOK = """() => {
    const focused = document.activeElement, box = focused.getBoundingClientRect();
    const around = [...document.querySelectorAll("[id]")].filter((part) => part.contains(focused)).map((part) => part.id);
    return {at: focused.outerHTML.slice(0, 80), around, end: focused === document.body,
            seen: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0};
}"""


def test_tab_alone_reaches_every_event_and_shows_it(site: Site, timeline: str, page: Any, events: list[str]) -> None:
    page.goto(site.url + timeline)
    reached: set[str] = set()
    unseen: list[str] = []
    for _ in range(500):
        page.keyboard.press("Tab")
        found = page.evaluate(LOOK)
        if found["end"]:
            break
        reached |= set(found["around"])
        unseen += [] if found["seen"] else [found["at"]]
    assert set(events) - reached == set()
    assert unseen == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(either: Site, timeline: str, browser: Any, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    wide = []
    for path in kinds(either, timeline):
        page.goto(either.url + path)
        for direction in ("ltr", "rtl"):
            page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((path, direction))
    context.close()
    assert wide == []


def test_permalinks_scroll_to_their_event(site: Site, timeline: str, page: Any, events: list[str]) -> None:
    for anchor in events:
        page.goto("about:blank")
        page.goto(f"{site.url}{timeline}#{anchor}")
        box = page.evaluate("(id) => document.getElementById(id).querySelector('h3').getBoundingClientRect().toJSON()", anchor)
        assert 0 <= box["top"] < 900 - box["height"], anchor


def test_every_link_within_the_site_leads_somewhere(either: Site, page: Any) -> None:
    ids: dict[str, set[str]] = {}
    links: list[tuple[str, str, str]] = []
    for path in either.pages():
        page.goto(either.url + path)
        ids[path] = set(page.evaluate("[...document.querySelectorAll('[id]')].map((part) => part.id)"))
        found = page.evaluate("[...document.querySelectorAll('a[href], link[href]')].map((link) => link.href)")
        links += [(path, *href.removeprefix(either.url).partition("#")[::2]) for href in found if href.startswith(either.url)]
    lost = [(path, target) for path, target, _ in links if target not in ids and not (either.folder / target).is_file()]
    assert lost == []
    assert [(path, target, anchor) for path, target, anchor in links if anchor and anchor not in ids[target]] == []
    assert len(links) > 100


def test_the_print_holds_every_event(site: Site, timeline: str, page: Any, titles: list[str]) -> None:
    page.goto(site.url + timeline)
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    squeezed = text.replace(" ", "")
    assert [title for title in titles if title.replace(" ", "") not in squeezed] == []


def test_the_snippet_sizes_its_frame(site: Site, timeline: str, browser: Any, tmp_path: Path, events: list[str]) -> None:
    """What a newsroom pastes into a page of its own: a frame as high as what it shows; without script a link."""
    link = f'<a href="{site.url}{timeline}">A timeline</a>'
    place = f'<p class="dateline-embed" data-frame="{site.url}{timeline}embed/">{link}</p>'
    snippet = f'{place}<script src="{site.url}embed.js" async></script>'
    (tmp_path / "host.html").write_text(f"<!DOCTYPE html><title>Host</title><body><h1>News</h1>{snippet}</body>")
    with serving(tmp_path) as host:
        page = browser.new_page(viewport={"width": 700, "height": 900})
        page.goto(f"{host.url}host.html")
        frame = page.wait_for_selector("iframe")
        assert frame.get_attribute("title")
        inner = frame.content_frame()
        inner.wait_for_load_state()
        page.wait_for_function(
            "([frame, high]) => Math.abs(frame.getBoundingClientRect().height - high) < 4",
            arg=[frame, inner.evaluate("document.documentElement.scrollHeight")],
        )
        assert inner.locator("a").count() >= len(events)
        page.close()
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{host.url}host.html")
        assert page.get_by_role("link", name="A timeline").is_visible()
        context.close()
