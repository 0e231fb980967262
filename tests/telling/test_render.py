"""The site as bytes: the same each time, nothing that runs, nothing internal, and templates that see only what they may."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
import sample
from jinja2 import Environment, meta

from dateline.dossier import CaseFile
from dateline.model import Event, Mention, Problem, Stop, Voice
from dateline.telling import contexts, markup, pieces, render
from dateline.telling import pages as telling_pages
from dateline.texts import Texts

TEMPLATES = render.folder()
PAYLOADS = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</title></style></script><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "<!--", "]]>", "\u202egnp.exe", "&lt;b&gt;", "\u0000\u0008",
)  # fmt: skip


def test_two_runs_make_the_same_bytes(site: dict[str, str]) -> None:
    again = render.site([sample.whole()], base_url="https://example.org/project/", templates=None)
    assert {a.path: a.data.decode() for a in again} == site
    assert [a.path for a in again] == sorted(a.path for a in again)


def test_what_is_internal_never_leaves_the_record(site: dict[str, str], drafts: dict[str, str]) -> None:
    for files in (site, drafts):
        for path, text in files.items():
            assert "canary" not in text, path
            assert "rejected-one" not in text, path


def test_no_page_sees_what_is_internal() -> None:
    """Not even the contexts hold it, so that no newsroom's template can show it."""
    for made in telling_pages.pages([sample.whole(drafts=True)], None):
        assert "canary" not in repr(made.page)


# ---- what templates may see ----


def test_templates_ask_for_five_names_only() -> None:
    asked = set()
    for path in TEMPLATES.glob("*.j2"):
        text = path.read_text("utf-8")
        imported = {name for names in re.findall(r"import (.*?) with context", text) for name in names.split(", ")}
        own = set(re.findall(r"macro (\w+)\(", text))
        asked |= meta.find_undeclared_variables(Environment(autoescape=True).parse(text)) - imported - own
    assert asked == {"page", "shell", "ui", "style", "policy"}


def test_contexts_are_frozen_and_typed() -> None:
    for module in (contexts, pieces):
        kinds = [kind for kind in vars(module).values() if dataclasses.is_dataclass(kind) and isinstance(kind, type)]
        assert len(kinds) > 5
        for kind in kinds:
            assert kind.__dataclass_params__.frozen, kind  # type: ignore[attr-defined]
            assert "__slots__" in vars(kind), kind


def test_every_page_is_one_of_the_contexts() -> None:
    made = list(telling_pages.pages([sample.whole()], None))
    assert {type(each.page) for each in made} == set(get_args(contexts.AnyPage))


def test_contexts_hold_no_value_of_the_record() -> None:
    """A template cannot reach an Event, whose notes are internal, through any context."""

    def walk(value: Any) -> None:
        assert type(value).__module__ != "dateline.model", type(value)
        if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                walk(getattr(value, field.name))
        elif isinstance(value, tuple):
            for item in value:
                walk(item)

    for made in telling_pages.pages([sample.whole()], None):
        walk(made.page)


def test_no_template_switches_escaping_off() -> None:
    for path in TEMPLATES.glob("*.j2"):
        text = path.read_text("utf-8")
        assert not re.search(r"\|\s*(safe|forceescape)|autoescape|\bon[a-z]+=|\bstyle=|[\w-]+=\{\{", text), path.name


def test_only_one_module_makes_markup() -> None:
    makers = [
        path.name for path in Path(markup.__file__).parent.glob("*.py") if re.search(r"\bMarkup\(", path.read_text("utf-8"))
    ]
    assert makers == ["markup.py"]


def test_no_template_has_words_of_its_own() -> None:
    """Every word comes from a language file: between tags there are only signs."""
    for path in TEMPLATES.glob("*.j2"):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        words = re.findall(r"[^\W\d_]{2,}", re.sub(r"<[^>]*>|[\w-]+=\"[^\"]*\"", " ", text))
        assert words == [], path.name


# ---- what runs, and what a browser may load ----


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def skeleton(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Tags with the names of their attributes: what hostile text must not change."""
    return [(tag, tuple(attributes)) for tag, attributes in Elements(text).found]


def test_nothing_runs_but_the_widgets_own_file(site: dict[str, str]) -> None:
    for path, text in site.items():
        if path.endswith(".html"):
            for tag, attributes in Elements(text).found:
                assert not [name for name in attributes if name.startswith("on") or name == "style"], (path, tag)
                if tag == "script":
                    assert attributes.get("type") == "application/ld+json" or (
                        attributes["src"] == "../../../resize.js" and "/embed/" in path
                    )


def test_the_policy_comes_first_and_lets_exactly_the_style_through(site: dict[str, str]) -> None:
    for path, text in site.items():
        if not path.endswith(".html"):
            continue
        tag, attributes = next(found for found in Elements(text).found if found[0] not in ("html", "head"))
        assert (tag, attributes["http-equiv"]) == ("meta", "Content-Security-Policy")
        (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = attributes["content"] or ""
        assert f"style-src 'sha256-{digest}'" in policy
        assert policy.startswith("default-src 'none';")
        assert ("script-src" in policy) == ("/embed/" in path), path
        assert "unsafe" not in policy


def test_links_that_leave_the_site_open_apart(site: dict[str, str]) -> None:
    for text in (text for path, text in site.items() if path.endswith(".html")):
        for tag, attributes in Elements(text).found:
            if tag == "a" and attributes.get("target"):
                assert attributes["rel"] == "noopener"


def test_data_for_machines_is_data(site: dict[str, str]) -> None:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site["norvik/en/events/2011-contract/index.html"])
    data = json.loads(text)
    assert (data["@type"], data["author"]["name"]) == ("Claim", "the lawsuit")
    assert data["about"]["startDate"] == "2011"
    assert {quote["inLanguage"] for quote in data["about"]["subjectOf"]} == {"en", "fr"}
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site["norvik/en/events/2013-payment/index.html"])
    assert "startDate" not in json.loads(text)["about"]


# ---- hostile texts ----


def poisoned(bad: str) -> CaseFile:
    """The case with a hostile text in every field that holds text."""
    file = sample.whole()

    def texts(old: Texts) -> Texts:
        return Texts(tuple((lang, bad) for lang, _ in old.pairs) or (("en", bad),))

    def event(old: Event) -> Event:
        cited = tuple(
            replace(
                c,
                quote=bad,
                prefix=bad,
                suffix=bad,
                start=0,
                end=len(bad),
                mention=Mention(0, len(bad), bad, "DATE", bad, c.mention.when, bad, c.mention.basis) if c.mention else None,
                voice=Voice(c.voice.status, bad, c.voice.role, bad, 0, 1, bad),
                translations=texts(c.translations),
            )
            for c in old.citations
        )
        fixes = tuple(replace(fix, text=texts(fix.text)) for fix in old.corrections)
        return replace(
            old,
            titles=texts(old.titles),
            summaries=texts(old.summaries),
            claimant=texts(old.claimant),
            citations=cited,
            corrections=fixes,
        )

    articles = tuple(
        replace(a, title=bad, outlet=bad, author=bad, url=bad, archived=bad, kind=bad, sha256=bad, origin_why=bad)
        for a in file.articles
    )
    parties = tuple(
        replace(p, names=(bad,), role=texts(p.role), reply=replace(p.reply, words=texts(p.reply.words)) if p.reply else None)
        for p in file.case.parties
    )
    case = replace(
        file.case,
        titles=texts(file.case.titles),
        summaries=texts(file.case.summaries),
        publisher=bad,
        publisher_url=bad,
        licence=bad,
        parties=parties,
    )
    pages = tuple(replace(page, title=bad) for page in file.pages)
    origins = tuple(replace(origin, why=bad) for origin in file.origins)
    return replace(file, case=case, articles=articles, events=tuple(event(e) for e in file.events), pages=pages, origins=origins)


def built(bad: str) -> dict[str, str]:
    return {a.path: a.data.decode() for a in render.site([poisoned(bad)], base_url="https://example.org/", templates=None)}


def short(bad: str) -> dict[str, str]:
    """The pages of three events in one language: a hundred thousand characters in every field take their time."""
    file = poisoned(bad)
    file = replace(file, case=replace(file.case, languages=("en",)), events=file.events[1:4], articles=file.articles, pages=())
    made = render.site([file], base_url="https://example.org/", templates=None)
    return {a.path: a.data.decode() for a in made if a.path.endswith(".html")}


HARMLESS = "plain text"


@pytest.fixture(scope="module")
def harmless() -> dict[str, Any]:
    return {path: skeleton(text) for path, text in built(HARMLESS).items() if path.endswith(".html")}


@pytest.mark.parametrize("bad", PAYLOADS, ids=range(len(PAYLOADS)))
def test_hostile_text_adds_no_element_and_no_attribute(bad: str, harmless: dict[str, Any]) -> None:
    files = built(bad)
    for path, expected in harmless.items():
        assert skeleton(files[path]) == expected, path
        for _, attributes in Elements(files[path]).found:
            assert not (attributes.get("href") or "").lower().startswith(("javascript:", "data:text")), path


def test_no_text_turns_the_direction_of_what_follows_it() -> None:
    """A title that holds U+202E must not turn the rest of the line round; timeline.json keeps it, by its name."""
    turns = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
    files = built(f"left{turns}right")
    for path, text in files.items():
        assert not set(turns) & set(text), path
    assert "leftright" in files["norvik/en/index.html"]
    assert json.loads(files["norvik/timeline.json"])["publisher"] == f"left{turns}right"


def test_hostile_text_stands_on_the_page_as_it_is() -> None:
    bad = PAYLOADS[1]
    assert bad in "".join(Elements(built(bad)["norvik/en/index.html"]).texts)


def test_feeds_stay_well_formed() -> None:
    import xml.etree.ElementTree as ET

    for bad in PAYLOADS:
        files = built(bad)
        for path in ("norvik/en/feed.xml", "sitemap.xml"):
            ET.fromstring(files[path])
        json.loads(files["norvik/timeline.json"])
        json.loads(files["norvik/en/oembed.json"])


def test_the_corpus_of_hostile_texts(shared: Path) -> None:
    """All payloads at once in every field of three events: the same elements and attributes as with harmless text."""
    lines = (shared / "corpora/hostile/xss.jsonl").read_text("utf-8").strip().split("\n")
    payloads = [json.loads(line)["payload"] for line in lines]
    assert len(payloads) > 1000
    plain, hostile = (short(text) for text in (HARMLESS, "\n".join(payloads)))
    assert len(plain) == len(hostile) > 5
    for path, text in plain.items():
        assert skeleton(hostile[path]) == skeleton(text), path


def test_the_check_would_see_a_payload_that_gets_through() -> None:
    assert skeleton(f"<p>{PAYLOADS[1]}</p>") != skeleton(f"<p>{HARMLESS}</p>")


# ---- a newsroom's own templates ----


def test_a_newsrooms_file_wins_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "lost.html.j2").write_text("<p>{{ page.title }} of our own</p>")
    (tmp_path / "theme.css").write_text(":root { --accent: #005f73; }")
    files = {a.path: a.data.decode() for a in render.site([sample.casefile()], base_url=None, templates=tmp_path)}
    assert files["404.html"] == "<p>There is no such page of our own</p>"
    assert "--accent: #005f73" in files["norvik/en/index.html"]
    assert "<main" in files["norvik/en/index.html"]


def slip(folder: Path, text: bytes) -> Problem:
    (folder / "lost.html.j2").write_bytes(text)
    with pytest.raises(Stop) as stop:
        render.site([sample.casefile()], base_url=None, templates=folder)
    (problem,) = stop.value.problems
    return problem


@pytest.mark.parametrize("text", [b"\n{{ 1 / 0 }}", b"\n{{ [].pop() }}", b"\n{{ {}['a']|length }}", b"\n{{ none() }}"])
def test_whatever_fails_in_a_template_is_a_sentence_with_its_line(tmp_path: Path, text: bytes) -> None:
    problem = slip(tmp_path, text)
    assert (problem.file, problem.line) == ("templates/lost.html.j2", 2)
    assert problem.message.startswith("cannot make 404.html: ")


@pytest.mark.parametrize("text", [b'\n{% extends "zzz.j2" %}', b'\n{% include "zzz.j2" %}', b'\n{% include "../zzz.j2" %}'])
def test_a_template_that_is_not_there_is_named_where_it_is_asked_for(tmp_path: Path, text: bytes) -> None:
    problem = slip(tmp_path, text)
    assert "there is no template “" in problem.message
    assert "zzz.j2”" in problem.message
    assert (problem.file, problem.line) == ("templates/lost.html.j2", 2)


@pytest.mark.parametrize("name", ["lost.html.j2", "theme.css", "embed.js"])
def test_a_template_that_is_not_utf_8_is_a_sentence_with_its_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\n\n/* \xe9t\xe9 */")
    with pytest.raises(Stop) as stop:
        render.site([sample.casefile()], base_url=None, templates=tmp_path)
    (problem,) = stop.value.problems
    assert (problem.file, problem.line) == (f"templates/{name}", 3)
    assert problem.message.startswith("is not UTF-8")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n{{ page.nothing }}", 2),
        ("\n\n{% if %}", 3),
        ("{{ page.title.text.nothing.more }}", 1),
        ("{% include 'none.j2' %}", None),
    ],
)
def test_a_mistake_in_a_template_is_named_with_its_line(tmp_path: Path, text: str, line: int | None) -> None:
    (tmp_path / "sources.html.j2").write_text(text)
    with pytest.raises(Stop) as stop:
        render.site([sample.casefile()], base_url=None, templates=tmp_path)
    problem = stop.value.problems[0]
    assert problem.line == line or line is None
    assert problem.file.startswith("templates/")


def test_a_style_that_could_end_its_element_stops(tmp_path: Path) -> None:
    (tmp_path / "theme.css").write_text("</style>")
    with pytest.raises(Stop, match="style"):
        render.site([sample.casefile()], base_url=None, templates=tmp_path)


# ---- paths ----


def test_two_pages_of_one_path_stop() -> None:
    case = sample.casefile()
    clash = replace(case, pages=(replace(case.pages[0], name="sources"),))
    with pytest.raises(Stop, match="twice"):
        render.site([clash], base_url=None, templates=None)


@pytest.mark.parametrize("bad", ["..", "a/../../b", "a\\b", "", "a\nb"])
def test_a_path_never_leaves_the_site(bad: str) -> None:
    case = sample.casefile()
    odd = replace(case, events=(replace(case.events[0], id=bad),))
    with pytest.raises(Stop, match="path"):
        render.site([odd], base_url=None, templates=None)


def test_right_to_left_pages_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.telling import words

    told = words.of("en")
    monkeypatch.setattr(words, "direction", lambda tag: "rtl" if tag == told.tag else "ltr")
    files = {a.path: a.data.decode() for a in render.site([sample.casefile()], base_url=None, templates=None)}
    page = files["norvik/en/index.html"]
    assert '<html lang="en" dir="rtl">' in page
    assert '<blockquote lang="fr" dir="ltr">' in page or '<blockquote lang="de" dir="ltr">' in page
    assert '<html lang="fr" dir="ltr">' in files["norvik/fr/index.html"]
    css = (TEMPLATES / "style.css").read_text("utf-8")
    assert not re.search(r"\b(margin|padding|border|inset)-(left|right)\b|\b(left|right):|text-align: (left|right)", css)


INKS = ("ink", "ink2", "accent", "rep", "alg", "den", "yes")


def _luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance of a colour as #rrggbb."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _schemes() -> list[dict[str, str]]:
    """The colour tokens of the light, the dark and the printed page."""
    style = (TEMPLATES / "style.css").read_text("utf-8")
    found = [dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})\b", block)) for block in re.findall(r":root \{(.*?)\}", style, re.S)]
    return [
        {name: value if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:]) for name, value in one.items()}
        for one in found
    ]


@pytest.mark.parametrize("scheme", _schemes(), ids=["light", "dark", "print"])
def test_every_ink_can_be_read_on_every_ground(scheme: dict[str, str]) -> None:
    faint = {(ink, on) for ink in INKS for on in ("paper", "sheet") if _contrast(scheme[ink], scheme[on]) < 4.5}
    assert faint == set()
    assert _contrast(scheme["ink"], scheme["mark"]) >= 4.5


def test_amber_warns_and_agreement_is_calm() -> None:
    style = (TEMPLATES / "style.css").read_text("utf-8")
    notes = dict(re.findall(r"\.note\.(\w+) \{[^}]*--lead: var\(--(\w+)\)", style))
    assert notes["agrees"] == "yes"
    assert [name for name, ink in notes.items() if ink == "alg"] == ["conflicts"]
