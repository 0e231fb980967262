"""Places in the corpora beside the project, judged by hand: what somebody vouches for is told from the outlet's own voice.

Run as a program it prints the figures, and with `-v` each place of `first` that is judged otherwise: test_voice_annotations.py [-v]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import pytest

from dateline import language, yamlfile
from dateline.model import Article, Document, Voice
from dateline.reading import sentences, speakers

FILE = Path(__file__).with_name("voice_annotations.yaml")
CORPORA = Path(__file__).parents[3] / "shared/corpora"
FLOORS = {"en": (97.5, 97.5), "fr": (100.0, 91.3), "de": (95.2, 83.3), "nl": (100.0, 88.8), "es": (100.0, 100.0)}
"""Percent of what is called somebody's claim, denial or hearsay that is, and of what is that is called so. They only rise."""


class Place(NamedTuple):
    """One judged place of a text of the corpora."""

    corpus: str
    document: str
    start: int
    end: int
    status: str


class Figures(NamedTuple):
    """In percent, with the number of places that are somebody's and of all."""

    precision: float
    recall: float
    theirs: int
    places: int


def places(tag: str, part: str | None = None) -> Iterator[Place]:
    """The judged places of a language, or of one part of them (`first`, `held`)."""
    parts = yamlfile.fields(yamlfile.load(FILE.read_text("utf-8"), FILE.name), FILE.name, "annotations")[tag]
    for name, lines in yamlfile.fields(parts, FILE.name, tag).items():
        for line in lines.splitlines() if part in (None, name) else ():
            corpus, document, start, end, status = line.split()
            yield Place(corpus, document, int(start), int(end), status)


@cache
def document(corpus: str, name: str, tag: str) -> Document:
    """A text of the corpora."""
    rows = (json.loads(line) for line in (CORPORA / f"{corpus}.jsonl").read_text("utf-8").splitlines())
    text = next(row["text"] for row in rows if row["id"] == name)
    return Document(Article(name, tag), text, PurePosixPath(name))


@cache
def story(corpus: str, name: str, tag: str) -> Sequence[Any]:
    """Its sentences."""
    return sentences.sentences(document(corpus, name, tag), language.load(tag))


def heard(place: Place, tag: str) -> Voice:
    """Who vouches for the place, as the program reads it."""
    return speakers.voice(story(place.corpus, place.document, tag), place.start, language.load(tag))


def figures(tag: str, part: str | None = None) -> Figures:
    """How well claims, denials and hearsay are told from the outlet's own voice."""
    pairs = [(place.status != "established", heard(place, tag).status != "established") for place in places(tag, part)]
    right = sum(judged and found for judged, found in pairs)
    found, judged = sum(found for _, found in pairs), sum(judged for judged, _ in pairs)
    return Figures(100 * right / max(found, 1), 100 * right / max(judged, 1), judged, len(pairs))


@pytest.mark.parametrize("tag", sorted(FLOORS))
def test_there_are_at_least_sixty_places_a_language(tag: str) -> None:
    found = list(places(tag))
    assert len(found) >= 60
    assert len(found) == len(set(found))


@pytest.mark.skipif(not CORPORA.exists(), reason="the corpora do not lie beside the project")
@pytest.mark.parametrize("tag", sorted(FLOORS))
def test_claims_are_told_from_facts(tag: str) -> None:
    found = figures(tag)
    precision, recall = FLOORS[tag]
    assert found.precision >= precision
    assert found.recall >= recall


def main() -> None:
    """The figures of every language and part; with -v, what is judged otherwise."""
    for tag in FLOORS:
        for part in ("first", "held", None):
            print(tag, part or "both", "precision {:.1f} recall {:.1f} ({} somebody's of {})".format(*figures(tag, part)))  # noqa: T201
        for place in places(tag, "first") if "-v" in sys.argv else ():
            if (heard(place, tag).status != "established") != (place.status != "established"):
                text = document(place.corpus, place.document, tag).text
                near = (
                    f"{text[max(place.start - 150, 0) : place.start]}[{text[place.start : place.end]}]{text[place.end :][:150]}"
                )
                print("  ", place.status, heard(place, tag), near.replace("\n", " "))  # noqa: T201


if __name__ == "__main__":
    main()
