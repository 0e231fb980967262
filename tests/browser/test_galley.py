"""The proof of a text, opened as a file: valid, readable in light and dark, narrow and wide, and it asks nobody for anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from stand import html_validate

from dateline import galley
from dateline.galley.page import page as proof_page
from dateline.reading import clippings

TEXT = (
    "Le 25 mars, ils ont porté plainte.\nL’année dernière, pendant deux ans, "
    + "anticonstitutionnellement" * 8
    + " <b>3 mai 2018</b>."
)


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    clipping = clippings.read(TEXT.encode(), "story.txt", lang="fr", published="2019-03-27")
    slips = galley.slips(clipping, clippings.times(clipping.text, clipping.lang, clipping.published))
    assert len(slips) == 4
    path = tmp_path / "proof.html"
    path.write_bytes(proof_page(clipping, slips))
    return path


def test_the_page_is_valid_html(proof: Path, node_modules: Path, tmp_path: Path) -> None:
    assert html_validate(node_modules, tmp_path / "report.json", proof) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(proof: Path, page: Any, node_modules: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(proof.as_uri())
    page.evaluate((node_modules / "axe-core/axe.min.js").read_text("utf-8"))
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(result["passes"]) > 5
    assert [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in result["violations"]] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_never_scrolls_sideways(proof: Path, page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(proof.as_uri())
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [360, 1280])
def test_no_line_ends_inside_a_reading(proof: Path, page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(proof.as_uri())
    tall = "(part) => part.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(part).lineHeight)"
    assert page.evaluate(f"[...document.querySelectorAll('.reading')].filter({tall}).length") == 0
    assert page.evaluate("[...document.querySelectorAll('.reading')].every((part) => getComputedStyle(part).display != 'inline')")


def test_nothing_is_asked_for_or_complained_of_and_readings_can_be_put_away(proof: Path, page: Any) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url))
    page.goto(proof.as_uri())
    reading = page.locator(".text .reading").first
    assert reading.is_visible()
    assert "2019-03-25" in reading.inner_text()
    page.get_by_role("checkbox").check()
    assert not reading.is_visible()
    assert page.locator("mark[id]").first.get_attribute("title") == "2019-03-25, DATE, fr/day-month"
    assert said == [proof.as_uri()]
