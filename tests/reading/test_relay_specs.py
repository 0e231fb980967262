"""Hard sentences in each language's relay_specs/<tag>.yaml: whom a report names as its source, at least as often as ever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pytest
from specs import themes

from dateline.model import Article, Document
from dateline.reading import prints, relays

FOLDER = Path(__file__).parent / "relay_specs"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
FLOORS = {"de": 100.0, "en": 100.0, "es": 100.0, "fr": 100.0, "it": 96.6, "nl": 100.0, "pt": 100.0}
"""Percent of the sentences that name a source of which it is found. A floor may only rise."""


class Spec(NamedTuple):
    """An outlet's sentence, and whom it names as its source; None for nobody."""

    own: str
    outlets: tuple[str, ...]
    text: str
    outlet: str | None


def specs(tag: str) -> Iterator[Spec]:
    """`relays` has a row a line, `text -> outlet`; `none` has sentences that name no source."""
    said = themes(FOLDER / f"{tag}.yaml")
    for line in said["relays"].splitlines():
        text, arrow, outlet = line.rpartition(" -> ")
        assert arrow, f"write “text -> outlet”, not “{line}”"
        yield Spec(said["own"], tuple(said["outlets"]), text, outlet)
    for line in said["none"].splitlines():
        yield Spec(said["own"], tuple(said["outlets"]), line, None)


def cited(tag: str, spec: Spec) -> list[str]:
    """The outlets that the sentence names as its source, where they and its own have articles in the case."""
    said = [(spec.own, spec.text), *((outlet, "") for outlet in spec.outlets)]
    made = [
        Document(Article(f"a{number}", tag, outlet=outlet), text, PurePosixPath("a.txt"))
        for number, (outlet, text) in enumerate(said)
    ]
    return [link.outlet for link in relays.links(made, {one.article.id: prints.fingerprint(one) for one in made})]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_source_is_found_at_least_as_often_as_ever(tag: str) -> None:
    every = [spec for spec in specs(tag) if spec.outlet]
    missed = [spec.text for spec in every if cited(tag, spec) != [spec.outlet]]
    assert len(every) >= 30
    assert 100 * (1 - len(missed) / len(every)) >= FLOORS[tag], missed


@pytest.mark.parametrize("tag", LANGUAGES)
def test_nobody_is_cited_where_nobody_is_named_as_a_source(tag: str) -> None:
    every = [spec for spec in specs(tag) if spec.outlet is None]
    assert len(every) >= 15
    assert [(spec.text, said) for spec in every if (said := cited(tag, spec))] == []
