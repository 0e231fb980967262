"""A value of the wrong shape is a sentence, and the reading of the rest goes on."""

from __future__ import annotations

import pytest

from dateline import yamlfile
from dateline.entries import Entry, base_flaw, near, web_address
from dateline.model import Problem
from dateline.telling import links
from dateline.texts import Texts
from dateline.when import When


def entry(text: str) -> tuple[Entry, list[Problem]]:
    problems: list[Problem] = []
    node = yamlfile.fields(yamlfile.load(text, "a.yaml"), "a.yaml", "it")
    return Entry(node, "a.yaml", "it", problems, node), problems


@pytest.mark.parametrize(
    ("text", "getter", "value"),
    [
        ("k: [a]", lambda e: e.text("k"), None),
        ("k: {a: b}", lambda e: e.words("k"), ()),
        ("k: [a, [b]]", lambda e: e.words("k"), ()),
        ("k: a", lambda e: e.entries("k", (), "x"), []),
        ("k: a", lambda e: e.entry("k", ()), None),
        ("k: perhaps", lambda e: e.yes("k"), False),
        ("k: -1", lambda e: e.number("k"), None),
        ("k: ٣", lambda e: e.number("k"), None),
        ("k: 99999999999999999999", lambda e: e.number("k"), None),
        ("k: 2018-13", lambda e: e.when("k"), None),
        ("k: 2018", lambda e: e.day("k"), None),
        ("k: yesterday", lambda e: e.day("k"), None),
        ("k: ftp://a.example", lambda e: e.url("k"), None),
        ("k: {en: [a]}", lambda e: e.texts("k", "en"), Texts()),
        ("e: 2018", lambda e: e.when("k", "e"), None),
    ],
)
def test_a_wrong_shape_is_one_problem(text: str, getter: object, value: object) -> None:
    made, problems = entry(text)
    assert getter(made) == value  # type: ignore[operator]
    (problem,) = problems
    assert (problem.file, problem.line) == ("a.yaml", 1)


@pytest.mark.parametrize(
    ("text", "getter", "value"),
    [
        ("k: no", lambda e: e.text("k"), "no"),
        ("k: no", lambda e: e.yes("k"), False),
        ("k: Yes", lambda e: e.yes("k"), True),
        ("k: one", lambda e: e.words("k"), ("one",)),
        ("k: 007", lambda e: e.number("k"), 7),
        ("k: 2013\ne: 2014", lambda e: e.when("k", "e"), When("2013", "2014")),
        ("k: 2013\ne: 2013", lambda e: e.when("k", "e"), When("2013", "2013")),  # until some time after that year's start
        ("k: plain", lambda e: e.texts("k", "fr"), Texts((("fr", "plain"),))),
        ("k:", lambda e: (e.text("k"), e.when("k"), e.words("k"), e.texts("k", "en")), (None, None, (), Texts())),
    ],
)
def test_values(text: str, getter: object, value: object) -> None:
    made, problems = entry(text)
    assert getter(made) == value  # type: ignore[operator]
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "https://",
        "http:///x",
        "//a.example",
        "https://a b",
        "data:text/html,x",
        "http://[",
        "https://a.example/\t",
    ],
)
def test_no_web_address(text: str) -> None:
    assert not web_address(text)


def test_a_web_address() -> None:
    assert web_address("https://a.example/é?b=c#d")


def test_a_misspelt_key_is_one_problem_not_two() -> None:
    problems: list[Problem] = []
    node = yamlfile.fields(yamlfile.load("knid: lawsuit", "a.yaml"), "a.yaml", "it")
    made = Entry(node, "a.yaml", "it", problems, ("kind", "when"))
    assert made.text("kind", required="Add it.") is None
    assert [problem.kind for problem in problems] == ["unknown-key"]


def test_near() -> None:
    assert near("lawsiut", ("lawsuit", "law")) == "Did you mean “lawsuit”?"
    assert near("zzz", ("b", "a")) == "Known here: a, b."
    assert near("zzz", ()) == ""


@pytest.mark.parametrize(
    "text",
    [
        *("desk.example", "ftp://desk.example/", "https:///a", "https://", "https://[::1/", "https://desk.example:99999/"),
        *("https://desk.example/?a", "https://desk.example/?", "https://desk.example/#a", "https://desk.example/#"),
        *("https://jo@desk.example/", "https://jo:word@desk.example/", "https://@desk.example/"),
        *('https://desk.example/"a', "https://desk.example/'a", "https://desk.example/<a>", "https://desk.example/a b"),
        *("https://desk.example/\u00a0", "https://desk.example/\u202e", "https://desk.example/\n", "https://desk.example/\x7f"),
        *("https://desk.example/../a", "https://desk.example/a/..", "https://desk.example/%2E%2e/", "https://desk.example//a"),
        *("https://desk.example\\a", "https://desk.example/“a”", "https://desk.example/%", "https://desk.example/%zz/"),
        *(
            "https://.example/",
            "https://desk..example/",
            "https://desk.example./",
            "https://-desk.example/",
            "https://desk-.example",
        ),
        *("https://*/", "https://the_desk.example/", "https://a,b.example/", "https://desk.example:/", "https://999.1.1.1/"),
        *("https://[::zz]/", f"https://{'a' * 64}.example/", f"https://{'a.' * 127}example/"),
    ],
)
def test_a_site_cannot_stand_there(text: str) -> None:
    assert base_flaw(text)


@pytest.mark.parametrize(
    "text",
    [
        *("https://desk.example", "http://127.0.0.1:8000/", "https://desk.example:443/a/b", "https://desk.example/a.b/~c/é/"),
        *("http://localhost/", "https://the-desk.example/", "https://büro.example/a%20b/", "http://[::1]:8000/"),
    ],
)
def test_where_a_site_can_stand_its_pages_have_addresses(text: str) -> None:
    assert base_flaw(text) == ""
    assert links.absolute(text, "a/") == f"{text.rstrip('/')}/a/"
