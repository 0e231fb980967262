"""Copies never become confirmations, whenever they come; what a person wrote of origins stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline import provenance
from dateline.model import Article


def read(name: str, origin: str | None = None, why: str | None = None) -> Article:
    """An article as reading hands it on: its origin was found."""
    origin = origin or name
    return Article(name, "en", origin=origin, origin_found=origin, origin_why=why)


def said(name: str, origin: str) -> Article:
    """An article of which a person wrote the origin, in the record or in its front matter."""
    return Article(name, "en", origin=origin)


def counted(held: list[Article], found: list[Article]) -> dict[str, str | None]:
    return {article.id: article.origin for article in provenance.regrouped(held, found)}


def test_copies_read_later_count_to_the_recorded_one() -> None:
    found = [read("times", "times", "translation"), read("bode", "times", "translation")]
    assert counted([read("times")], found) == {"times": "times", "bode": "times"}
    assert counted([read("times", "the-times")], found) == {"times": "the-times", "bode": "the-times"}


def test_recorded_reports_that_turn_out_to_be_one_are_one() -> None:
    held = [read("a"), read("b")]
    found = [read("a", "wire", "same wording, certain"), read("b", "wire", "same wording, certain"), read("c", "wire")]
    assert counted(held, found) == {"a": "wire", "b": "wire", "c": "wire"}
    assert [(article.id, article.origin_why) for article in provenance.changed(held, found)] == [
        ("a", "same wording, certain"),
        ("b", "same wording, certain"),
    ]
    assert [problem.kind for problem in provenance.problems(held, found, "case")] == ["origin", "origin"]


def test_what_front_matter_says_by_now_counts() -> None:
    held = [read("a"), read("b")]
    assert counted(held, [said("a", "wire"), said("b", "wire")]) == {"a": "wire", "b": "wire"}
    assert counted(held, [read("a"), said("b", "a")]) == {"a": "a", "b": "a"}
    joined = [read("a", "wire"), read("b", "wire")]
    assert counted(joined, [read("a"), said("b", "ours")]) == {"a": "wire", "b": "ours"}


@pytest.mark.parametrize("found", [[], [read("a")], [read("a"), read("b")]])
def test_what_was_one_report_is_not_parted_by_a_run(found: list[Article]) -> None:
    """An article is gone, or cut down to an excerpt: reading no longer sees that they are one."""
    held = [read("a", "wire"), read("b", "wire")]
    assert counted(held, found) == {"a": "wire", "b": "wire"}


def test_a_person_who_keeps_two_apart_is_asked_and_not_overruled() -> None:
    held = [replace(read("a"), origin="mine"), read("b")]
    found = [read("a", "wire", "same wording, certain"), read("b", "wire", "same wording, certain")]
    assert counted(held, found) == {"a": "mine", "b": "b"}
    (problem,) = provenance.problems(held, found, "case")
    assert "“a” and “b” count as two reports in the record, as a person wrote; reading finds one" in problem.message
    settled = [said("a", "mine"), said("b", "b")]
    assert list(provenance.problems(held, settled, "case")) == []


def test_a_copy_of_what_a_person_named_counts_to_it() -> None:
    held = [said("a", "mine")]
    assert counted(held, [read("a", "wire"), read("c", "wire")]) == {"a": "mine", "c": "mine"}
    parted = [said("a", "mine"), said("b", "other")]
    assert counted(parted, [read(name, "wire") for name in "abc"])["c"] in ("mine", "other")


def test_outlets_of_one_name_stay_apart() -> None:
    """The number behind an outlet's name depends on what else was read: it says nothing by itself."""
    held = [read("late", "times")]
    found = [read("early", "times"), read("late", "times-2")]
    assert counted(held, found) == {"late": "times", "early": "times-2"}
    assert list(provenance.problems(held, found, "case")) == []
    assert counted([said("x", "times")], [read("early", "times")]) == {"x": "times", "early": "times-2"}


def test_without_anything_read_nothing_changes() -> None:
    held = [read("a", "wire", "same wording, certain"), said("b", "wire"), Article("c", "en")]
    assert provenance.regrouped(held, []) == tuple(held)


def test_an_origin_that_a_person_took_out_stays_out() -> None:
    held = [read("a", "wire"), replace(read("b", "wire"), origin=None)]
    assert counted(held, [read("a", "wire"), read("b", "wire")]) == {"a": "wire", "b": None}
