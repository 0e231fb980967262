"""Whatever an article or a record holds, it runs nothing in a reader's browser, even where no policy would stop it.

Pages are loaded with their Content-Security-Policy set aside, so that escaping alone is tried; and a page that puts the
same payloads in raw shows that they do run, and that the look at the page would see them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from stand import Site, serving

from dateline.dossier import Case, CaseFile, Origin, Page, Party, Reply
from dateline.model import Article, Artifact, Citation, Correction, Event, Mention, Voice
from dateline.telling import render
from dateline.telling.publish import publish
from dateline.texts import Texts
from dateline.when import When

BATCH = 200
COUNT_RUNS = """
window.ran = 0;
for (const name of ["alert", "confirm", "prompt", "print", "open", "postMessage"]) window[name] = () => { window.ran += 1; };
"""
LOOK = """() => {
    const found = [];
    // Some payloads put fields named “attributes” into a form to hide the real ones.
    const attributes = Object.getOwnPropertyDescriptor(Element.prototype, "attributes").get;
    for (const part of document.querySelectorAll("*")) {
        for (const {name, value} of attributes.call(part)) {
            const target = ["href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcdoc", "to", "values"].includes(name);
            const scheme = value.replace(/[\\u0000-\\u0020]/g, "").toLowerCase();
            if (name.startsWith("on") || (target && /^(javascript:|vbscript:|data:(?!image))/.test(scheme)) || name === "srcdoc")
                found.push(`${name}=${value}`.slice(0, 150));
        }
    }
    return found;
}"""
TAGS = "[...new Set([...document.querySelectorAll('*')].map((part) => part.localName))]"


@pytest.fixture(scope="module")
def payloads(shared: Path) -> list[str]:
    lines = (shared / "corpora/hostile/xss.jsonl").read_text("utf-8").split("\n")
    return [json.loads(line)["payload"] for line in lines if line]


def poisoned(name: str, payloads: tuple[str, ...]) -> CaseFile:
    """A case with a payload in every text that a record can hold."""
    known = list(enumerate(payloads))
    every = "\n\n".join(payloads)
    articles = tuple(
        Article(
            id=f"a{n}", lang="en", title=p, outlet=p, author=p, published=When.parse("2019-03-27"), url=p, archived=p, kind=p,
            origin=f"o{n}", origin_why=p, file=f"articles/a{n}.md",
        )
        for n, p in known
    )  # fmt: skip
    case = Case(
        id=name, languages=("en",), titles=texts(payloads[0]), summaries=texts(payloads[1]), publisher=payloads[2],
        publisher_url=payloads[3], licence=payloads[4],
        parties=tuple(
            Party(f"p{n}", (p, p + p), texts(p), accused=True, reply=Reply("2019-03-01", "2019-03-02", texts(p), (f"a{n}",))) for n, p in known
        ),
    )  # fmt: skip
    origins = tuple(Origin(f"o{n}", (f"a{n}",), p) for n, p in known)
    page = Page("method", "en", payloads[5], f"# {payloads[5]}\n\n{every}", "content/x/pages/method.en.md")
    return CaseFile(case, articles, origins, tuple(event(n, p) for n, p in known), (page,), "2026-11-22")


def texts(payload: str) -> Texts:
    return Texts((("en", payload),))


def event(number: int, payload: str) -> Event:
    quote = f"{payload} 2013"
    at = len(payload) + 1
    mention = Mention(at, at + 4, "2013", "DATE", payload, When.parse("2013"), payload, "stated")
    voice = Voice("alleged", payload, payload, payload, 0, len(payload), payload)
    citation = Citation(f"a{number}", "en", quote, 0, len(quote), payload, payload, mention, voice, Texts((("fr", payload),)))
    return Event(
        id=f"e{number}", when=When.parse("2013"), kind="contract", status="alleged", titles=texts(payload), summaries=texts(payload),
        claimant=texts(payload), parties=(f"p{number}",), citations=(citation,), review="accepted", origins=(f"o{number}",),
        corrections=(Correction("2026-11-21", texts(payload)),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def hostile(payloads: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """All payloads, a batch a case; and raw/, which puts some of them in as they are."""
    folder = tmp_path_factory.mktemp("hostile")
    cases = [poisoned(f"case{start}", tuple(payloads[start : start + BATCH])) for start in range(0, len(payloads), BATCH)]
    artifacts = render.site(cases, base_url="https://example.org/", templates=None)
    publish((*artifacts, Artifact("raw/index.html", raw(payloads[::5]))), folder / "site")
    with serving(folder / "site") as site:
        yield site


def raw(payloads: list[str]) -> bytes:
    """Each payload in a frame of its own, so that none can break another's page or lead the whole page away."""
    sources = [payload.replace("&", "&amp;").replace('"', "&quot;") for payload in payloads]
    frames = "".join(f'<iframe sandbox="allow-scripts allow-same-origin" srcdoc="{source}"></iframe>' for source in sources)
    return f"<!DOCTYPE html><meta charset=utf-8><body>{frames}".encode("utf-8", "replace")


@pytest.fixture
def reader(browser: Any) -> Iterator[Any]:
    """A page without policy that counts what runs."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(COUNT_RUNS)
    yield context.new_page()
    context.close()


def test_the_payloads_do_run_where_a_page_lets_them(hostile: Site, reader: Any) -> None:
    reader.goto(f"{hostile.url}raw/", wait_until="commit")
    frames = "[...document.querySelectorAll('iframe')].filter((frame) => frame.contentDocument)"  # some have left for elsewhere
    reader.wait_for_function(f"{frames}.filter((frame) => frame.contentWindow.ran > 0).length > 20")
    seen = reader.evaluate(f"{frames}.flatMap((frame) => ({LOOK.replace('document', 'frame.contentDocument')})())")
    assert len(seen) > 50, "the look at a page sees them too"


def test_no_payload_runs_or_becomes_markup(hostile: Site, site: Site, reader: Any) -> None:
    clean: set[str] = set()
    for path in site.pages():
        reader.goto(site.url + path)
        clean |= set(reader.evaluate(TAGS))
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    looked = 0
    for path in hostile.pages():
        if path == "raw/" or ("/events/" in path and not path.endswith("0/")):  # a tenth of the events' own pages
            continue
        looked += 1
        reader.goto(hostile.url + path)
        assert reader.evaluate("window.ran") == 0, path
        assert reader.evaluate(LOOK) == [], path
        if "/method/" not in path:  # prose may hold more kinds of markup than the other pages do
            assert set(reader.evaluate(TAGS)) - clean == set(), path
    assert looked > 200
    assert [url for url in asked if not url.startswith((hostile.url, "data:"))] == []
