"""Only http(s) addresses reach a page; ways within the site hold under any base path."""

from __future__ import annotations

import pytest

from dateline.telling import links


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
        ),
        *(
            "//evil.example/",
            "/path",
            "https://",
            "http:evil",
            "https://user:secret@host/",
            "https://host/a b",
            "https://host/\u0000",
        ),
        *(
            'https://host/"onload=x',
            "https://host/'x",
            "https://host/<x>",
            "https://[broken/",
            "https:\\\\host\\x",
            "ftp://host/x",
            "",
        ),
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    assert links.web(url) is None


@pytest.mark.parametrize("url", ["https://news.example/a?b=c&d#e", "http://host:8080/é", "https://host/a(b)%20c"])
def test_web_addresses_pass_unchanged(url: str) -> None:
    assert links.web(url) == url


def test_ways_within_the_site() -> None:
    assert links.relative("case/en/", "case/fr/") == "../fr/"
    assert links.relative("case/en/events/x/", "case/en/") == "../../"
    assert links.relative("", "case/") == "case/"
    assert links.relative("case/en/", "") == "../../"
    assert links.relative("case/en/", "case/en/") == "./"
    assert links.relative("case/en/", "case/timeline.json") == "../timeline.json"
    assert links.relative("a/", "a/événement:1/") == "%C3%A9v%C3%A9nement%3A1/"


def test_full_addresses_need_to_know_where_the_site_stands() -> None:
    assert links.absolute("https://example.org/project", "case/en/") == "https://example.org/project/case/en/"
    assert links.absolute(None, "case/") is None
    assert links.absolute("javascript:x", "case/") is None


def test_the_base_path() -> None:
    assert [links.base_path(url) for url in (None, "https://example.org", "https://example.org/a/b/")] == ["/", "/", "/a/b/"]
