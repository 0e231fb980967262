"""Words by which nobody claims anything are found, and what stands behind them is disclaimed."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.proofreading.story import whole
from dateline.reading import disclaimers, voices


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "Nobody claims that Lind paid in May."), ("nl", "Niets in het dossier bewijst dat Lind betaalde.")],
)
def test_nobody_is_no_claimant(tag: str, text: str) -> None:
    sentence, lang = whole(tag, text), language.load(tag)
    assert disclaimers.disclaimed(sentence, 0, len(text), lang)
    assert [reach for reach in voices.reaches(sentence, lang) if reach.voice.who] == []


def test_what_somebody_says_is_not_disclaimed() -> None:
    assert disclaimers.disclaimers(whole("en", "Lind says that nobody paid."), language.load("en")) == ()
