"""What a reader of Arabic gets, in a real browser: pages that run from right to left, around words that run the other way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from stand import Site, html_validate, sample, serving

from dateline.telling import render
from dateline.telling.publish import publish
from dateline.texts import Texts

TOLD = "norvik/ar/"
EVENT = f"{TOLD}events/2011-contract/"
CLAIMANT = "Ilse Marren، محاسبة سابقة"

EDGES = """([selector, words]) => {
    const part = document.querySelector(selector);
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let text; text = texts.nextNode();) {
        const at = text.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + words.length);
        return range.getBoundingClientRect().toJSON();
    }
}"""
"""Where words of the first part that a selector names stand in the window."""


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The sample case told in Arabic first, who decided named, and one claimant whom the desk calls by a Latin name."""
    case = sample().casefile()
    events = tuple(
        replace(event, reviewed_by="The Island Desk", claimant=Texts.of({"ar": CLAIMANT}) if event.id == "2011-contract" else event.claimant)
        for event in case.events
    )  # fmt: skip
    told = replace(case, case=replace(case.case, languages=("ar", "en"), reviewers=True), events=events)
    folder = tmp_path_factory.mktemp("rtl")
    with serving(folder) as served:
        publish(render.site([told], base_url=served.url, templates=None), folder)
        yield served


@pytest.fixture
def at(arabic: Site, page: Any) -> Any:
    """The page, and where words stand on it."""

    def edges(selector: str, words: str) -> dict[str, float]:
        found = page.evaluate(EDGES, [selector, words])
        assert found, f"“{words}” is not in {selector}"
        return dict(found)

    page.goto(arabic.url + TOLD)
    return edges


def kinds(arabic: Site) -> list[str]:
    return [TOLD, EVENT, f"{TOLD}sources/", f"{TOLD}embed/"]


def test_the_pages_say_which_way_they_run(arabic: Site, page: Any) -> None:
    for path in kinds(arabic):
        assert page.goto(arabic.url + path).status == 200
        assert page.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]") == ["ar", "rtl"], path


def test_the_timeline_is_mirrored(page: Any, at: Any) -> None:
    year, title = page.locator(".yr > h2").first.bounding_box(), page.locator(".ev h3").first.bounding_box()
    assert year["x"] > title["x"] + title["width"], "the year stands before its events"
    ends = page.evaluate("""() => [...document.querySelectorAll('.ev')].map((entry) => {
        const line = getComputedStyle(entry, '::before'), sign = getComputedStyle(entry, '::after');
        return [line.right, sign.right].map(parseFloat);
    })""")
    assert {side for entry in ends for side in entry} <= {0, 6}, "line and signs stand at the right edge"


def test_the_strip_runs_from_right_to_left(page: Any, at: Any) -> None:
    ticks = page.evaluate(
        "[...document.querySelectorAll('.strip text')].map((part) => [+part.textContent, part.getBoundingClientRect().x])"
    )
    assert len(ticks) > 2
    assert sorted(ticks) == sorted(ticks, key=lambda tick: -tick[1])
    signs = page.evaluate("""() => {
        const figure = document.querySelector('.strip svg').getBoundingClientRect();
        return [...document.querySelectorAll('.strip svg > use, .strip svg > rect')].map((sign) => {
            const box = sign.getBoundingClientRect();
            return [figure.right - box.right, box.left - figure.left];
        });
    }""")
    assert min(min(sign) for sign in signs) >= 0, "no sign is pushed out of the strip"
    assert signs[0][0] < 40, "what was first stands at the right edge"


def test_quotations_run_their_own_way(page: Any, at: Any) -> None:
    directions = page.evaluate("[...document.querySelectorAll('blockquote')].map((part) => getComputedStyle(part).direction)")
    assert set(directions) == {"ltr"}
    quote = "[id='e-2011-contract'] blockquote"
    assert at(quote, "Talle")["right"] < at(quote, "2011")["left"]


def test_a_claimant_with_a_latin_name_is_read_from_the_right(page: Any, at: Any) -> None:
    mark = "[id='e-2011-contract'] .st"
    assert at(mark, "ادعاء")["left"] > at(mark, "Ilse Marren")["right"] - 1
    assert at(mark, "Ilse Marren")["left"] > at(mark, "محاسبة سابقة")["right"] - 1


def test_a_latin_name_takes_no_number_away_from_its_date(arabic: Site, page: Any, at: Any) -> None:
    """“The Island Desk، 20 نوفمبر 2026”: without a wall between them the name draws the day to itself."""
    page.goto(arabic.url + EVENT)
    chips = ".one .chips li:last-child"
    assert at(chips, "Island Desk")["left"] > at(chips, "20 ")["right"]
    assert at(chips, "20 ")["left"] > at(chips, "نوفمبر")["right"] - 1 > at(chips, "2026")["right"] - 1


def test_letters_that_join_are_not_pulled_together(arabic: Site, page: Any) -> None:
    for path in kinds(arabic):
        page.goto(arabic.url + path)
        spaced = page.evaluate("""() => [...document.querySelectorAll('h1, h2, h3')].map((part) => getComputedStyle(part))
            .filter((style) => style.direction === 'rtl').map((style) => style.letterSpacing)""")
        assert {"normal", "0px"} >= set(spaced) != set(), path


def test_dots_fill_from_the_right(page: Any, at: Any) -> None:
    found = page.evaluate("""() => [...document.querySelectorAll('.dots')].map((dots) => {
        const at = (full) => [...dots.querySelectorAll('circle')].filter((dot) => !dot.matches('.no') === full)
            .map((dot) => dot.getBoundingClientRect().x);
        return [Math.min(...at(true)), Math.max(-1, ...at(false))];
    })""")
    assert any(empty >= 0 for _, empty in found)
    assert [pair for pair in found if pair[0] < pair[1]] == []


def test_tab_goes_from_right_to_left(page: Any, at: Any) -> None:
    page.keyboard.press("Tab")
    skip = page.locator(".skip").bounding_box()
    assert skip["x"] > 640, "the way past the navigation shows itself at the right"
    places = []
    for _ in range(12):
        page.keyboard.press("Tab")
        found = page.evaluate("""() => {
            const list = document.activeElement.closest('nav ul'), box = document.activeElement.getBoundingClientRect();
            return list && [list.className + Math.round(box.y), box.x];
        }""")
        places += [found] if found else []
    rows = {row for row, _ in places}
    assert len(places) > len(rows)
    for row in rows:
        xs = [x for other, x in places if other == row]
        assert xs == sorted(xs, reverse=True), row


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(arabic: Site, browser: Any, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    wide = []
    for path in kinds(arabic):
        page.goto(arabic.url + path)
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    context.close()
    assert wide == []


def test_what_is_to_be_pasted_runs_from_left_to_right(page: Any, at: Any) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("getComputedStyle(document.querySelector('.embed pre')).direction") == "ltr"
    assert at(".embed code", "<p")["right"] < at(".embed code", "data-frame")["left"]
    assert 'dir="rtl"' in page.locator(".embed code").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(arabic: Site, page: Any, node_modules: Path, scheme: str) -> None:
    script = (node_modules / "axe-core/axe.min.js").read_text("utf-8")
    page.emulate_media(color_scheme=scheme)
    found = {}
    for path in kinds(arabic):
        page.goto(arabic.url + path)
        page.evaluate(script)
        found[path] = page.evaluate("axe.run().then((run) => run.violations.map((one) => one.id))")
    assert {path: ids for path, ids in found.items() if ids} == {}


def test_the_pages_are_valid(arabic: Site, node_modules: Path, tmp_path: Path) -> None:
    files = [arabic.folder / path / "index.html" for path in kinds(arabic)]
    assert html_validate(node_modules, tmp_path / "report.json", *files) == []
