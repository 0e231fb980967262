"""Prose pages: Markdown in, clean HTML out."""

from __future__ import annotations

import pytest

from dateline.dossier import Page
from dateline.model import Stop
from dateline.telling import markup, prose


def html(text: str) -> str:
    return str(prose.html(Page("method", "en", "Method", text, "content/x/pages/method.en.md")))


def test_the_title_is_not_told_twice() -> None:
    assert html("# Method\n\nWe read.\n\n## Rules\n\n1. One\n") == "<p>We read.</p>\n<h2>Rules</h2>\n<ol>\n<li>One</li>\n</ol>"


def test_what_could_run_is_gone() -> None:
    found = html(
        "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1)) <a href='//evil' onclick=x style='a'>y</a>\n\n"
        "<iframe src=x></iframe><svg onload=x><style>b</style>"
    )
    for gone in ("script", "onerror", "onclick", "onload", "style", "iframe", "img", "svg"):
        assert gone not in found


def test_links_lead_out_safely() -> None:
    assert html("[the desk](https://desk.example/)") == '<p><a href="https://desk.example/" rel="noopener">the desk</a></p>'


def test_tables_are_read() -> None:
    assert "<td>1</td>" in html("| a |\n|---|\n| 1 |\n")


@pytest.mark.parametrize("text", ["a" * (prose.MOST + 1), "\n".join("    " * depth + "- x" for depth in range(300))])
def test_a_page_that_is_too_much_is_named(text: str) -> None:
    with pytest.raises(Stop, match=r"method\.en\.md"):
        html(text)


def test_a_style_sheet_loses_comments_and_blanks_only() -> None:
    assert markup.style("/* a { */ :root {\n  --x: 1px  2px;\n}\n@media (min-width: 2rem) { a b > c { x: y; } }") == (
        ":root{--x: 1px 2px;}@media (min-width: 2rem){a b > c{x: y;}}"
    )


def test_a_style_sheet_cannot_end_its_element() -> None:
    with pytest.raises(ValueError, match="<"):
        markup.style("a{}</style><script>")


@pytest.mark.parametrize(
    ("address", "stands"),
    [
        ("../events/2017-contract/", True),
        ("../events/2017-contract", True),
        ("../events/2017-contract/index.html#quotations", True),
        ("/timelines/x/en/events/2017-contract/", True),
        ("../events/2018-contract/", False),
        ("/timelines/x/en/events/2018-contract/", False),
        ("../../fr/method/", False),
        ("https://desk.example/", True),
        ("/about/", True),  # another part of the newsroom's site
        ("../../../../../about/", True),
        ("#rules", True),
        ("mailto:desk@desk.example", True),
    ],
)
@pytest.mark.parametrize("form", ["See [it]({}).", "See [it].\n\n[it]: {}", "<a href='{}'>it</a>"])
def test_links_to_what_does_not_stand_are_named(form: str, address: str, stands: bool) -> None:
    page = Page("method", "en", "Method", f"# Method\n\n{form.format(address)}\n", "content/x/pages/method.en.md")
    paths = {"index.html", "x/en/index.html", "x/en/events/2017-contract/index.html"}
    found = list(prose.astray(page, "x/en/method/", "/timelines/", paths))
    assert [f"“{address}”" in problem.message for problem in found] == ([] if stands else [True])
    assert all(problem.line and not problem.fatal for problem in found)


def test_a_link_to_an_address_of_which_a_part_is_withheld_is_none() -> None:
    mark = "withheld".join(prose.BRACKETS)
    assert html(f"[he](https://x.example/{mark}) and `{mark}`") == "<p>he and <code>[withheld]</code></p>"
    assert html(f"{mark}: said") == "<p>[withheld]: said</p>"
