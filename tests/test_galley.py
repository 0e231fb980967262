"""The proofs of a text: a list that a tired reporter reads, and a page that shows everything and runs nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline import galley
from dateline.galley.listing import listing
from dateline.galley.page import page
from dateline.reading import clippings
from dateline.reading.clippings import Clipping

TEXT = "Le 25 mars, ils ont porté plainte.\nL’année\u00a0dernière, pendant\ndeux ans, entre mai 2017 et avril 2018."
BARE = ("meta", "br")


def proofs(text: str, published: str | None = "2019-03-27", name: str = "a.txt") -> tuple[Clipping, tuple[galley.Slip, ...]]:
    clipping = clippings.read(text.encode(), name, lang="fr", published=published)
    return clipping, galley.slips(clipping, clippings.times(clipping.text, clipping.lang, clipping.published))


class Elements(HTMLParser):
    """Elements with their attributes, text outside of them, and whether all that opened is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in (*BARE, "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def test_a_line_a_time_in_columns() -> None:
    lines = list(listing(*proofs(TEXT)))
    assert lines[0] == "a.txt: fr, published 2019-03-27; 4 times"
    assert [re.split(r" {2,}", line) for line in lines[2:7]] == [
        ["line:col", "words", "reading", "type", "rule"],
        ["1:1", "Le 25 mars", "2019-03-25", "DATE", "fr/day-month"],
        ["2:1", "L’année dernière", "2018", "DATE", "fr/unit-which"],
        ["3:1", "deux ans", "(P2Y)", "DURATION", "fr/duration"],
        ["3:11", "entre mai 2017 et avril 2018", "2017-05/2018-04", "DATE", "fr/month-range"],
    ]
    starts = {line.find(word) for line, word in zip(lines[2:5], ("reading", "2019-03-25", "2018"), strict=True)}
    assert len(starts) == 1, "the readings stand in one column"
    assert "fixes no point in time" in lines[-1]


def test_nothing_found_is_said() -> None:
    assert list(listing(*proofs("Rien du tout.", None))) == ["a.txt: fr, publication date unknown; no times found"]


def test_what_a_publication_date_would_tell_is_said() -> None:
    assert "--published" in list(listing(*proofs("Il est venu lundi.", None)))[-1]


def test_lines_count_from_the_top_of_the_file() -> None:
    clipping = clippings.read(b"---\nlang: fr\n---\n\nLe 25 mars 2019.", "a.md")
    (slip,) = galley.slips(clipping, clippings.times(clipping.text, "fr", None))
    assert slip.place == "5:1"


def test_nothing_in_a_text_steers_the_terminal() -> None:
    clipping, slips = proofs("En mars\u00a0\xad2019.", name="a\x1b[31m\u202e.txt")
    assert all(line.isprintable() for line in listing(clipping, slips))


def test_columns_stand_under_each_other_in_wide_letters() -> None:
    clipping = clippings.read("该合同于2018年5月3日签署，2017年6月。".encode(), "a.txt", lang="zh")
    lines = list(listing(clipping, galley.slips(clipping, clippings.times(clipping.text, "zh", None))))
    assert lines[3].startswith("1:5       2018年5月3日  2018-05-03")
    assert lines[4].startswith("1:17      2017年6月     2017-06")


def test_the_page_marks_every_time_with_reading_and_rule() -> None:
    clipping, slips = proofs(TEXT)
    html = page(clipping, slips).decode()
    elements = Elements(html)
    marks = [attrs for tag, attrs in elements.found if tag == "mark" and "id" in attrs]
    assert [mark["title"] for mark in marks] == [f"{slip.reading}, {slip.type}, {slip.rule}" for slip in slips]
    assert [mark["class"] for mark in marks] == ["placed", "placed", "loose", "placed"]
    for slip in slips:
        assert elements.text.count(slip.rule) == 2, "beside the words, and in the list"
    links = [str(attrs["href"]) for tag, attrs in elements.found if tag == "a"]
    assert links == [f"#{mark['id']}" for mark in marks]


def test_the_text_on_the_page_is_the_text() -> None:
    clipping, slips = proofs(TEXT)
    body = re.search(r'<div class="text"[^>]*>(.*?)</div>', page(clipping, slips).decode(), re.DOTALL)
    assert body is not None
    assert Elements(re.sub(r'<span class="reading".*?</span>', "", body[1], flags=re.DOTALL)).text == TEXT


def test_the_page_lets_its_own_style_through_and_nothing_else() -> None:
    html = page(*proofs(TEXT)).decode()
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    policy = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{policy}'; base-uri 'none'; form-action 'none'" in html.replace("&#39;", "'")
    assert html.index("Content-Security-Policy") < html.index("<title")
    assert not re.search(r"<script|https?:|url\(|@import| on\w+=", html)
    assert "prefers-color-scheme: dark" in style[1]


@pytest.mark.parametrize("where", ["before {} mars 2019", "{}", "Le 3 mars 2019{}", "3{}mars 2019"])
def test_hostile_text_stays_text(where: str, shared: Path) -> None:
    clean = {tag for tag, _ in Elements(page(*proofs("Le 3 mars 2019")).decode()).found}
    payloads = [
        json.loads(line)["payload"] for line in (shared / "corpora/hostile/xss.jsonl").read_text("utf-8").split("\n") if line
    ]
    text = "\n".join(where.replace("{}", payload) for payload in payloads)
    clipping, slips = proofs(text.replace("\0", ""), name="<img src=x onerror=alert(1)>.txt")
    elements = Elements(page(clipping, slips).decode())
    assert {tag for tag, _ in elements.found} == clean
    assert {name for _, attrs in elements.found for name in attrs if name.startswith("on")} == set()


def test_control_characters_are_shown_and_not_written() -> None:
    clipping = Clipping("a.txt", "a\x00\x07\x7f \ud800 3 mars 2019", "fr", False, None)
    html = page(clipping, galley.slips(clipping, clippings.times(clipping.text, "fr", None)))
    assert "a␀␇␡ ? ".encode() in html
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", html)
