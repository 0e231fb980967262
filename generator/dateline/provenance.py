"""The record's articles and those just read come in; all of them, each with the origin to which it counts now, go out.

An origin that a person wrote, in the record or in front matter, stays. The others follow what reading finds, in one direction:
what once counted as one report is not parted again but by a person, so that an article of which only an excerpt is kept by now,
or none, does not become a confirmation. What is new never counts as a report of its own where it is a copy of a recorded one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from dateline.model import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

KIND = "origin"
"""Of the problems about origins."""


def regrouped(held: Sequence[Article], read: Sequence[Article]) -> tuple[Article, ...]:
    """The record's articles in their order, then the others that were read, each with its origin as it counts now."""
    found = {article.id: article for article in read}
    said = {article.id: article.origin or article.id for article in (*read, *held) if article.by_hand}
    every = {article.id: article for article in (*read, *held)}
    labels = said | _labels(_groups(held, found, said), held, found, said)
    order = dict.fromkeys(article.id for article in (*held, *read))
    return tuple(_credited(every[name], labels[name], found.get(name)) for name in order)


def changed(held: Sequence[Article], read: Sequence[Article]) -> tuple[Article, ...]:
    """Those of the record's articles that count to another origin now."""
    now = {article.id: article for article in regrouped(held, read)}
    return tuple(new for old in held if _label(new := now[old.id]) != _label(old))


def problems(held: Sequence[Article], read: Sequence[Article], case_id: str) -> Iterator[Problem]:
    """Where the record counts origins otherwise than reading would now, by name, and what to do."""
    file = f"content/{case_id}/events.yaml"
    recorded = {article.id: _label(article) for article in held}
    for article in changed(held, read):
        why = f" ({article.origin_why})" if article.origin_why else ""
        said = f"counts to the origin “{recorded[article.id]}”, by now it belongs to “{article.origin}”{why}."
        hint = f"After “read”, “dateline accept --origins --case {case_id}”, or any other “accept”, writes that into the record."
        yield Problem(KIND, file, f"the article “{article.id}” {said}", hint, fatal=False)
    for one, other in _disputed(held, read):
        why = f" ({other.origin_why})" if other.origin_why else ""
        said = f"“{one.id}” and “{other.id}” count as two reports in the record, as a person wrote; reading finds one{why}."
        hint = "If they are one, write one “origin:” for both there; if they are two, give each its own in its front matter."
        yield Problem(KIND, file, said, hint, fatal=False)


def _label(article: Article) -> str:
    return article.origin or article.id


def _credited(article: Article, label: str, read: Article | None) -> Article:
    """The article with that origin, and the reason that reading gives where it is another than before."""
    if _label(article) == label:
        return article
    why = read.origin_why if read else article.origin_why
    if read and read.by_hand:
        return replace(article, origin=label, origin_why=why)
    return replace(article, origin=label, origin_found=label, origin_why=why)


def _groups(held: Sequence[Article], found: Mapping[str, Article], said: Mapping[str, str]) -> list[list[str]]:
    """Ids of the articles to which no person gave an origin; in one group what the record or reading holds for one report."""
    keys = {article.id: [("record", _label(article))] for article in held if article.id not in said}
    for name, article in found.items():
        if name not in said:
            keys.setdefault(name, []).append(("reading", _label(article)))
    sharing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, own in keys.items():
        for key in own:
            sharing[key].append(name)
    groups, seen = [], set[str]()
    for first in keys:
        group = [] if first in seen else [first]
        seen.add(first)
        for name in group:  # it grows while it is gone through
            more = [other for key in keys[name] for other in sharing[key] if other not in seen]
            seen.update(more)
            group += dict.fromkeys(more)
        groups += [group] if group else []
    return groups


def _labels(
    groups: Iterable[Sequence[str]], held: Sequence[Article], found: Mapping[str, Article], said: Mapping[str, str]
) -> dict[str, str]:
    """The origin of each member of the groups: a person's, else the one that it has, else what reading calls it."""
    recorded = {article.id: _label(article) for article in held}
    named: dict[str, str] = {}
    unnamed: list[Sequence[str]] = []
    for group in groups:
        before = {recorded[name] for name in group if name in recorded}
        label = _persons(group, before, found, said) or (before.pop() if len(before) == 1 else None)
        if label:
            named |= dict.fromkeys(group, label)
        else:
            unnamed.append(group)
    taken = {*said.values(), *named.values()}
    for group in unnamed:
        label = _free(next((_label(found[name]) for name in group if name in found), recorded.get(group[0], group[0])), taken)
        named |= dict.fromkeys(group, label)
    return named


def _persons(group: Sequence[str], before: set[str], found: Mapping[str, Article], said: Mapping[str, str]) -> str | None:
    """The origin that a person gave to others of the group: under its name in the record; for new articles, to their report."""
    if before:
        return next((label for label in said.values() if label in before), None)
    reports = {_label(found[name]) for name in group}
    return next((label for name, label in said.items() if name in found and found[name].origin_found in reports), None)


def _free(label: str, taken: set[str]) -> str:
    """The label, or with a number where it is taken; takes it."""
    number, free = 1, label
    while free in taken:
        number += 1
        free = f"{label}-{number}"
    taken.add(free)
    return free


def _disputed(held: Sequence[Article], read: Sequence[Article]) -> Iterator[tuple[Article, Article]]:
    """Pairs of recorded articles that a person keeps apart and reading finds to be one report; the second as it was read."""
    now = {article.id: article for article in regrouped(held, read)}
    recorded = {article.id for article in held}
    reports: dict[str, list[Article]] = defaultdict(list)
    for article in read:
        if article.id in recorded and not article.by_hand:
            reports[_label(article)].append(article)
    for report in reports.values():
        yield from ((one, other) for one, other in combinations(report, 2) if _label(now[one.id]) != _label(now[other.id]))
