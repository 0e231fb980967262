"""Whether two speakers are one: by how their names end, in any language; never by a pronoun, or a calling that many have."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.reading import identity


def speaker(tag: str, who: str) -> identity.Speaker | None:
    return identity.speaker(who, language.load(tag), frozenset({"the", "das"}))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("en", "Mayor Okafor"), ("fr", "le maire Okafor"), "yes"),
        (("de", "Bürgermeisterin Ada Okafor"), ("it", "la sindaca Okafor"), "yes"),
        (("es", "el alcalde Muñoz"), ("en", "Munoz"), "yes"),
        (("en", "her lawyer, Ann Lind"), ("nl", "advocate Ann Lind"), "yes"),
        (("en", "A. Lind"), ("pt", "Ana Lind"), "yes"),
        (("en", "Ann Lind"), ("en", "Paul Lind"), "perhaps"),
        (("en", "Mayor Okafor"), ("en", "Ann Lind"), "no"),
        (("en", "Mayor Okafor"), ("en", "the mayor"), "perhaps"),
        (("en", "Okafor"), ("en", "a lawyer for Okafor"), "perhaps"),
        (("fr", "l’avocat d’Okafor"), ("en", "Okafor’s lawyer"), "perhaps"),
        (("en", "Okafor"), ("en", "Okafor’s brother"), "perhaps"),
        (("en", "the ministry"), ("en", "The ministry"), "yes"),
        (("en", "the ministry"), ("de", "das Ministerium"), "perhaps"),
        (("en", "the ministry"), ("en", "the company"), "no"),
        (("en", "a resident"), ("en", "a resident"), "perhaps"),
        (("en", "she"), ("en", "she"), "perhaps"),
        (("en", "she"), ("en", "Ann Lind"), "perhaps"),
    ],
)
def test_whether_two_speakers_are_one(one: tuple[str, str], other: tuple[str, str], same: str) -> None:
    assert identity.same(speaker(*one), speaker(*other)) == same
    assert identity.same(speaker(*other), speaker(*one)) == same


def test_who_is_unknown_may_be_anybody() -> None:
    assert identity.same(None, speaker("en", "Ann Lind")) == identity.same(None, None) == "perhaps"
    assert identity.speaker("§ 3", language.load("en"), frozenset()) is None
