"""Where clauses begin, what opens them, and how far apart two words are."""

from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.model import Article, Document, Sentence
from dateline.reading import clauses


def parts(lang: str, text: str) -> tuple[tuple[str, str], ...]:
    document = Document(Article("a", lang), text, PurePosixPath("a"))
    found = clauses.clauses(Sentence(document, 0, len(text), 0), language.load(lang))
    assert "".join(text[part.start : part.end] for part in found) == text
    return tuple((part.opens, text[part.start : part.end].strip(" ,;")) for part in found)


@pytest.mark.parametrize(
    ("lang", "text", "opens"),
    [
        ("nl", "Het bedrijf werd in 2004 opgericht en in 2018 gesloten.", ["main", "and"]),
        ("fr", "La plainte prétend que Korvaal a payé, qui a été fermée en 2018.", ["main", "subordinate", "relative"]),
        ("de", "Es geht um die Grube, die 2018 geschlossen wurde.", ["main", "relative"]),
        ("en", "The firm, which was closed in 2018, paid.", ["main", "relative", "pause"]),
        ("en", "It paid 291,000 euros.", ["main"]),
        ("en", "Police came in 2016. They took Mr. Lind along. Nobody saw it.", ["main", "stop", "stop"]),
        ("en", "Judges heard Prof. Lind at first. Nobody came.", ["main", "stop"]),
    ],
)
def test_what_opens_a_clause(lang: str, text: str, opens: list[str]) -> None:
    assert [opened for opened, _ in parts(lang, text)] == opens


def test_crossing_costs_what_is_crossed() -> None:
    text = "A, which was closed, paid; B left."
    document = Document(Article("a", "en"), text, PurePosixPath("a"))
    found = clauses.clauses(Sentence(document, 0, len(text), 0), language.load("en"))
    near = clauses.distance(found, text.index("closed"), text.index("paid"))
    assert clauses.distance(found, text.index("closed"), text.index("which")) == 0
    assert 0 < near < clauses.distance(found, text.index("closed"), text.index("left"))
    assert clauses.distance(found, 3, 9) == clauses.distance(found, 9, 3)
