"""Widgets: the snippet, the card, the widget's page, and the two scripts."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess

import pytest
import sample

from dateline.telling import entries, snippets, words


def story(lang: str = "en", base: str | None = "https://example.org/p/") -> entries.Told:
    return entries.told(sample.casefile(), words.of(lang), base)


def test_the_snippet_is_a_link_without_javascript() -> None:
    found = snippets.snippet(story())
    assert found is not None
    assert (
        '<a href="https://example.org/p/norvik/en/">Norvik and the port: who said what, and when: 10 events, with sources</a>'
        in found
    )
    assert '<script src="https://example.org/p/embed.js" async></script>' in found


def test_the_snippet_stands_on_the_timeline_as_text(site: dict[str, str]) -> None:
    (shown,) = re.findall(r"<code>(.*?)</code>", site["norvik/en/index.html"], re.DOTALL)
    assert html.unescape(shown).startswith('<p class="dateline-embed" data-frame="https://example.org/project/norvik/en/embed/"')


def test_there_is_no_snippet_without_an_address(drafts: dict[str, str]) -> None:
    assert snippets.snippet(story(base=None)) is None
    assert "dateline-embed" not in drafts["norvik/en/index.html"]


def test_the_card_is_oembed(site: dict[str, str]) -> None:
    card = json.loads(site["norvik/de/oembed.json"])
    assert (card["type"], card["version"], card["width"], card["height"]) == ("rich", "1.0", 600, 600)
    assert 'src="https://example.org/project/norvik/de/embed/"' in card["html"]
    assert 'title="Norvik und der Hafen' in card["html"]
    link = '<link rel="alternate" type="application/json+oembed" href="https://example.org/project/norvik/de/oembed.json"'
    assert link in site["norvik/de/index.html"]
    assert link not in site["norvik/de/sources/index.html"]


def test_the_widget_says_where_sources_conflict(site: dict[str, str]) -> None:
    told = [path for path in site if path.startswith("norvik/en/events/") and 'class="note conflicts"' in site[path]]
    assert told
    assert site["norvik/en/embed/index.html"].count("<strong>Sources conflict.</strong>") == len(told)


def test_the_widget_opens_its_links_apart(site: dict[str, str]) -> None:
    page = site["norvik/en/embed/index.html"]
    links = re.findall(r"<a [^>]*href=[^>]*>", page)
    assert len(links) > 10
    assert all('target="_blank"' in link or 'class="skip"' in link for link in links)
    assert "noindex" in page


EMITTER = """
const sent = []; let seen;
globalThis.parent = { postMessage: (message, target) => sent.push([message, target]) };
globalThis.window = globalThis;
globalThis.location = { search: "?childId=chart-1", pathname: "/p/norvik/en/embed/", href: "https://example.org/p/norvik/en/embed/" };
globalThis.document = { documentElement: { getBoundingClientRect: () => ({ height: 812.2 }) } };
globalThis.ResizeObserver = class { constructor(tell) { seen = tell; } observe() {} };
globalThis.addEventListener = () => {};
SCRIPT
seen(); seen();
console.log(JSON.stringify(sent));
"""


def run(program: str) -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node")
    return subprocess.run([node, "-e", program], capture_output=True, text=True, check=True).stdout


def test_the_frame_tells_its_height_in_each_dialect_once(site: dict[str, str]) -> None:
    sent = json.loads(run(EMITTER.replace("SCRIPT", site["resize.js"])))
    assert {target for _, target in sent} == {"*"}
    pym, datawrapper, amp, text = (message for message, _ in sent)
    assert re.fullmatch(r"pymxPYMxchart-1xPYMx(\S+)xPYMx(.*)", pym)
    assert pym.endswith("heightxPYMx813")
    assert datawrapper == {"datawrapper-height": {"norvik/en/embed": 813}}
    assert amp == {"sentinel": "amp", "type": "embed-size", "height": 813}
    assert json.loads(text) | {"context": "iframe.resize", "height": 813, "sender": "Flourish"} == json.loads(text)


HOST = """
let heard; const frame = { setAttribute() {}, style: {}, contentWindow: {} };
const place = { dataset: { frame: ADDRESS }, textContent: "The case", replaceChildren() { this.done = true; } };
globalThis.location = { href: "https://paper.example/story" };
globalThis.document = { querySelectorAll: () => [place], createElement: () => frame };
globalThis.addEventListener = (name, listener) => { heard = listener; };
SCRIPT
const say = (height, source = frame.contentWindow, sentinel = "amp") => { heard({ source, data: { sentinel, height } }); return frame.height; };
console.log(JSON.stringify(place.done ? [say(700), say(701, {}), say("9000"), say(700.5), say(5), say(1e9), (heard({ source: frame.contentWindow, data: null }), frame.height)] : "refused"));
"""


def test_the_host_hears_its_frame_alone_and_clamps(site: dict[str, str]) -> None:
    program = HOST.replace("SCRIPT", site["embed.js"]).replace("ADDRESS", '"https://example.org/p/"')
    assert json.loads(run(program)) == ["700", "700", "700", "700", "120", "30000", "30000"]


def test_the_host_frames_web_addresses_alone(site: dict[str, str]) -> None:
    program = HOST.replace("SCRIPT", site["embed.js"]).replace("ADDRESS", '"javascript:alert(1)"')
    assert json.loads(run(program)) == "refused"
