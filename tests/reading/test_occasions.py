"""Which times can date something that happens, and as of when."""

import pytest

from dateline.model import Mention
from dateline.reading import occasions
from dateline.when import When


def mention(words: str, edtf: str | None, *, kind: str = "DATE", rule: str = "xx/year", after: str | None = None) -> Mention:
    when = When(edtf, after) if edtf else None
    value = edtf or "XXXX-WXX-1"
    return Mention(0, len(words), words, kind, value, when, rule, "stated" if edtf else None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2018/..", "2018"),
        ("2018-04-09/..", "2018-04-09"),
        ("../2018", "../2018"),
        ("2016/2018", "2016/2018"),
        ("2018~", "2018~"),
    ],
)
def test_what_goes_on_since_a_time_happened_at_it(written: str, edtf: str) -> None:
    (found,) = occasions.dated([mention("since 2018", written)])
    assert found.when is not None
    assert found.when.edtf == edtf


def test_lengths_and_what_comes_again_date_nothing() -> None:
    assert occasions.dated([mention("two years", None, kind="DURATION"), mention("weekly", None, kind="SET")]) == ()


def test_a_weekday_without_a_publication_date_is_kept() -> None:
    assert len(occasions.dated([mention("Monday", None)])) == 1


@pytest.mark.parametrize(
    ("found", "earned"),
    [
        (mention("2018", "2018"), True),
        (mention("last year", "2018"), True),
        (mention("2018", "2018", rule="xx/year-standing"), False),
        (mention("the 1990s", "199X"), False),
        (mention("Monday", None), False),
        (mention("until after 2018", "2018", after="2018"), False),
    ],
)
def test_without_a_known_verb_only_a_sure_date_tells_an_event(found: Mention, *, earned: bool) -> None:
    assert occasions.earned(found) is earned
