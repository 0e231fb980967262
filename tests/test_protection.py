"""A name that must stay out is found wherever pages would show it, however it is written, and is never repeated."""

from __future__ import annotations

import pytest

from dateline import protection, yamlfile
from dateline.model import Page, Party, Texts

NAMES = ("Ána Roe", "—")
"""The second has no letter in it, and so is in no text."""


@pytest.mark.parametrize(
    "text",
    [
        "Ána Roe",
        "ANA ROE’s pool",
        "ana\nroe",
        "Ana\u00a0Roe",
        "A\u0301na Roe",
        "A\u00adna Roe",
        "https://pool.example/ana-roe",
        "ana_roe",
    ],
)
def test_however_it_is_written_it_is_found(text: str) -> None:
    assert protection.stands(NAMES, text)


@pytest.mark.parametrize("text", ["", "—", "Ana met Roe", "Anna Roe", "Roe, Ana"])
def test_other_words_are_let_through(text: str) -> None:
    assert not protection.stands(NAMES, text)
    assert not protection.stands((), text)


def test_it_is_found_in_values_however_deep() -> None:
    assert protection.stands(NAMES, "pool", (Party("guest", ("The guest",), Texts((("en", "once Ana Roe"),))),))
    assert not protection.stands(NAMES, "pool", (Party("guest", ("The guest",)),))


def test_in_yaml_the_line_is_named_and_the_list_of_names_itself_is_no_place() -> None:
    text = "title: The pool\nprotect: [Ána Roe]\nparties:\n  - name: The guest\n    aliases: [Guest, Ana Roe]\n"
    (problem,) = protection.in_yaml(NAMES, yamlfile.load(text, "case.yaml"), "case.yaml", but="protect")
    assert (problem.file, problem.line, problem.fatal) == ("case.yaml", 5, True)
    assert "roe" not in str(problem).lower()


def test_in_a_page_every_line_is_named() -> None:
    page = Page("method", "en", "Method", "# Method\n\nWe asked Ana\nRoe.\n\nAna Roe said no.\n", "pages/method.en.md")
    assert [problem.line for problem in protection.in_pages(NAMES, (page,))] == [3, 6]
    assert not list(protection.in_pages((), (page,)))
