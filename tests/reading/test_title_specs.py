"""Sentences in each language's title_specs/<tag>.yaml: whom the title of the event may name. Nobody is ever named wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

import pytest
from specs import rows

from dateline import language
from dateline.dossier import Party
from dateline.model import Article, Document
from dateline.reading import dates, events, names, reports, sentences
from dateline.when import When

FOLDER: Final = Path(__file__).parent / "title_specs"
CAST: Final = (
    Party("marlow", ("Marlow Dredging", "Marlow")),
    Party("aalbrecht", ("Pieter Aalbrecht", "Aalbrecht")),
    Party("denizot", ("Clara Denizot", "Denizot")),
)


class Spec(NamedTuple):
    """`named` are ids of CAST."""

    text: str
    kind: str
    named: frozenset[str]


def specs(tag: str) -> Iterator[Spec]:
    """A row is `text -> kind: names`."""
    for row in rows(FOLDER / f"{tag}.yaml"):
        kind, _, named = row.answer.partition(": ")
        yield Spec(row.told, kind, frozenset(named.split(", ")) - {"-"})


def named(tag: str, text: str, kind: str) -> frozenset[str] | None:
    """Whom the titles of the events of that kind name; None where there is no such event."""
    published, lang = When.parse("2023-10-12"), language.load(tag)
    document = Document(Article("a", tag, published=published), text, PurePosixPath("a"))
    story, found = sentences.sentences(document, lang), dates.find(text, lang, published)
    made = events.events(reports.reports(story, found, names.names((), CAST), "a"))
    own = [event for event in made if event.kind == kind]
    return frozenset(party for event in own for party in event.parties) if own else None


@pytest.mark.parametrize("tag", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_a_title_names_whom_the_sentence_names_and_nobody_wrongly(tag: str) -> None:
    """Before `principals` 47 of the first 105 sentences were named rightly and 48 wrongly; of 56 fresh ones then 53 and 2."""
    found = [(spec, named(tag, spec.text, spec.kind)) for spec in specs(tag)]
    assert [f"{spec.text} -> {spec.kind}: {who}" for spec, who in found if who != spec.named] == []
