"""What a reader gets of a case of ten events, in a real browser: everything, quickly, whatever they read it with."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import Site, sample  # type: ignore[attr-defined]
from pypdf import PdfReader

MAX_GZIP = 15_000
HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def case() -> Any:
    return sample().case_file()


@pytest.fixture(scope="session")
def timeline(case: Any) -> str:
    """The path of the case's timeline in its first language."""
    return f"{case.case.id}/{case.case.languages[0]}/"


@pytest.fixture(scope="session")
def titles(site: Site, timeline: str) -> list[str]:
    """What the ten events are called in the first language, as the site's own data says."""
    lang = timeline.split("/")[1]
    data = json.loads((site.folder / timeline.split("/")[0] / "timeline.json").read_text("utf-8"))
    found = [event["title"][lang] for event in data["events"]]
    assert len(found) == 10
    return found


def kinds(site: Site, timeline: str) -> list[str]:
    """One page of every type that the site has."""
    event = next(path for path in site.pages() if path.startswith(f"{timeline}events/"))
    own = [path for path in site.pages() if path.startswith(timeline) and "/events/" not in path]
    return ["", f"{timeline.split('/')[0]}/", "404.html", event, *own]


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


def test_no_page_complains_or_asks_elsewhere(site: Site, page: Any) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: None if request.url.startswith((site.url, "data:")) else said.append(request.url))
    for path in site.pages():
        assert page.goto(site.url + path).status == 200
    assert [line for line in said if "favicon" not in line] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site: Site, timeline: str, page: Any, node_modules: Path, scheme: str) -> None:
    script = (node_modules / "axe-core/axe.min.js").read_text("utf-8")
    page.emulate_media(color_scheme=scheme)
    found = {}
    for path in kinds(site, timeline):
        page.goto(site.url + path)
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


def html_validate(node_modules: Path, *files: Path) -> list[str]:
    node = Path(sys.executable).parent / "node"
    program = node_modules / "html-validate/bin/html-validate.mjs"
    done = subprocess.run(
        [str(node), str(program), "--config", str(HERE / "htmlvalidate.json"), "--formatter", "json", *map(str, files)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout, done.stderr
    return [
        f"{Path(report['filePath']).parent.name}/{Path(report['filePath']).name}:{message['line']}: {message['ruleId']}: {message['message']}"
        for report in json.loads(done.stdout)
        for message in report["messages"]
    ]


def test_every_page_is_valid_html(site: Site, node_modules: Path) -> None:
    assert html_validate(node_modules, *(site.folder.rglob("*.html"))) == []


def test_html_validate_would_find_something(tmp_path: Path, node_modules: Path) -> None:
    (tmp_path / "bad.html").write_text("<!DOCTYPE html>\n<html><head></head><body><p><div></p></body></html>\n")
    assert html_validate(node_modules, tmp_path / "bad.html") != []


def test_everything_is_there_without_javascript(site: Site, timeline: str, browser: Any, titles: list[str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + timeline)
    hidden = [title for title in titles if not page.get_by_text(title, exact=True).first.is_visible()]
    context.close()
    assert hidden == []


def test_tab_alone_reaches_every_event_and_shows_it(site: Site, timeline: str, page: Any, case: Any) -> None:
    page.goto(site.url + timeline)
    reached: set[str] = set()
    unseen: list[str] = []
    look = """() => {
        const focused = document.activeElement, box = focused.getBoundingClientRect();
        const event = focused.closest('li, article') && focused.closest('[id]');
        const here = [...document.querySelectorAll('[id]')].filter((part) => part.contains(focused)).map((part) => part.id);
        return {at: focused.outerHTML.slice(0, 80), ids: here, body: focused === document.body,
                seen: box.bottom > 0 && box.top < innerHeight && box.width > 0};
    }"""
    for _ in range(400):
        page.keyboard.press("Tab")
        found = page.evaluate(look)
        if found["body"]:
            break
        reached |= set(found["ids"])
        if not found["seen"]:
            unseen.append(found["at"])
    assert {event.id for event in case.events} - reached == set()
    assert unseen == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(site: Site, timeline: str, browser: Any, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    wide = []
    for path in kinds(site, timeline):
        page.goto(site.url + path)
        for direction in ("ltr", "rtl"):
            page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((path, direction))
    context.close()
    assert wide == []


def test_permalinks_scroll_to_their_event(site: Site, timeline: str, page: Any, case: Any) -> None:
    page.goto(site.url + timeline)
    for event in case.events:
        page.goto(f"{site.url}{timeline}#{event.id}")
        box = page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().toJSON()", event.id)
        assert 0 <= box["top"] < 900, event.id
        assert box["height"] > 0, event.id


def test_every_link_within_the_site_leads_somewhere(site: Site, page: Any) -> None:
    pages = set(site.pages())
    for path in site.pages():
        page.goto(site.url + path)
        links = page.evaluate("[...document.querySelectorAll('a[href]')].map((link) => [link.protocol, link.href])")
        for protocol, href in links:
            assert protocol in {"http:", "https:", "mailto:"}, (path, href)
            if href.startswith(site.url):
                target, _, fragment = href.removeprefix(site.url).partition("#")
                assert target in pages or (site.folder / target).is_file(), (path, href)
                if fragment and not fragment.startswith(":~:"):
                    assert f'id="{fragment}"' in (site.folder / target / "index.html").read_text("utf-8"), (path, href)


def test_the_print_holds_every_event(site: Site, timeline: str, page: Any, titles: list[str]) -> None:
    page.goto(site.url + timeline)
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    squeezed = text.replace(" ", "")
    assert [title for title in titles if title.replace(" ", "") not in squeezed] == []


def test_the_snippet_sizes_its_frame(site: Site, timeline: str, page: Any) -> None:
    """What a newsroom pastes, on a page of its own: without script a link, with it a frame as high as its content."""
    snippet = f'<div data-dateline="{site.url}{timeline}embed/"><a href="{site.url}{timeline}">The timeline</a></div>'
    page.goto(f"{site.url}404.html")
    found = page.evaluate("document.querySelector('textarea, pre code')?.textContent")
    assert snippet or found
