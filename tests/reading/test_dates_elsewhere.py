"""Dates by dateparser: typed ones, and those of languages without a file; certain or not at all."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date

from dateline import language
from dateline.reading import articles
from dateline.reading.dates import elsewhere, parser

GENERATOR = Path(__file__).parents[2] / "generator"
HOSTILE = ["9" * 3200, "9" * 200, "-1 " * 66, "2013T" * 40, "9999 " * 40, "1 " * 100, "1:" * 98 + "2013", "a" * 200, "2013-" * 40]
SAID = [
    ("pl", "Umowę podpisano 27 marca 2019 roku, a w maju 2017 nic.", ["27 marca 2019=2019-03-27", "maju 2017=2017-05"]),
    ("sv", "Avtalet skrevs den 3 maj 2018 och i april 2017.", ["3 maj 2018=2018-05-03", "april 2017=2017-04"]),
    ("cs", "Podepsáno 3. května 2018, dne 3. 5. 2018.", ["3. května 2018=2018-05-03", "3. 5. 2018=2018-05-03"]),
    ("ru", "Договор подписан 3 мая 2018 года.", ["3 мая 2018 года=2018-05-03"]),
    ("fi", "Sopimus tehtiin 3. toukokuuta 2018.", ["3. toukokuuta 2018=2018-05-03"]),
    ("hu", "A szerződést 2018. május 3-án írták alá.", ["2018. május 3=2018-05-03"]),
    ("zh", "该合同于2018年5月3日签署。", ["2018年5月3日=2018-05-03"]),
]


def told(tag: str, text: str) -> list[str]:
    return [f"{mention.words}={mention.when.edtf}" for mention in elsewhere.find(text, tag) if mention.when]


@pytest.mark.parametrize(("tag", "text", "dates"), SAID)
def test_full_dates_and_months_with_their_year_are_found(tag: str, text: str, dates: list[str]) -> None:
    assert told(tag, text) == dates


def test_a_rule_says_that_it_was_dateparser_and_which_form() -> None:
    (mention,) = elsewhere.find("den 3\u00a0maj\n2018", "sv")
    assert mention.rule == "dateparser/day-month-year"
    assert mention.words == "3\u00a0maj\n2018"
    assert (mention.type, mention.value, mention.basis) == ("DATE", "2018-05-03", "stated")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("pl", "31 lutego 2018"),  # no such day, and not the month alone either
        ("pl", "2018, w maju, 3 maja, w poniedziałek, wczoraj"),  # nothing that needs a year from elsewhere
        ("cs", "led 2018"),  # the short name of a month is a word of its own: ice
        ("pl", "od 1 do 3 maja 20180 złotych"),
        ("pl", "$3 maja 2018"),
        ("sv", "03/04/2018"),  # a language that writes the year first says nothing of the others' order
    ],
)
def test_what_is_not_certain_is_none(tag: str, text: str) -> None:
    assert told(tag, text) == []


def test_a_language_that_nobody_knows_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        elsewhere.find("3 maj 2018", "tlh")


@pytest.mark.parametrize("tag", language.tags("dates"))
@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: f"{typed[:6]}x{len(typed)}")
def test_hostile_dates_are_none(tag: str, typed: str) -> None:
    assert articles.typed_date(typed, tag) is None


@pytest.mark.parametrize("typed", ["3 mars 2018 " + "9" * 200, "3 mars 2018 99999", "3 mars"])
def test_what_dateparser_takes_long_for_is_never_handed_to_it(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It needs minutes for long runs of digits; and what has no year is not asked, as it would have to make one up."""
    monkeypatch.setattr(parser, "_asked", lambda tag, today: pytest.fail("dateparser was asked"))
    assert parser.ask(typed, "fr") is None


@pytest.mark.parametrize("tag", language.tags("dates"))
def test_dates_are_typed_in_every_language_that_has_a_file(tag: str) -> None:
    for form, edtf in (
        ("d MMMM y", "2019-03-27"),
        ("MMMM y", "2019-03"),
        ("EEEE d MMMM y", "2019-03-27"),
        ("dd.MM.y", "2019-03-27"),
    ):
        typed = format_date(date(2019, 3, 27), form, locale=tag)
        when = articles.typed_date(typed, tag)
        assert when is not None, typed
        assert when.edtf == edtf


@pytest.mark.parametrize(
    ("typed", "tag", "edtf"),
    [
        ("2019", "fr", "2019"),
        ("mars 2019", "fr", "2019-03"),
        ("le 27 mars 2019 à 10h22", "fr", "2019-03-27"),
        ("March 27, 2019 at 10:30", "en", "2019-03-27"),
        ("13/04/2019", "en", "2019-04-13"),
        ("03/04/2019", "fr", "2019-04-03"),
        ("03/04/2019", "en", None),  # March in New York, April in London
        ("2019 27", "fr", None),  # dateparser takes the month from today
        ("27 mars", "fr", None),
        ("hier", "fr", None),
        ("31 février 2019", "fr", None),
    ],
)
def test_a_typed_date_is_no_more_than_was_typed(typed: str, tag: str, edtf: str | None) -> None:
    when = articles.typed_date(typed, tag)
    assert (when.edtf if when else None) == edtf


def test_dateparser_is_not_imported_for_languages_with_a_file() -> None:
    """Nor numpy, which tells languages apart; both are, once they are needed."""
    code = (
        "import sys; from dateline.reading.dates.filter import filter_line as f;"
        "f({'lang': 'fr', 'text': 'hier'}); print('dateparser' in sys.modules, 'numpy' in sys.modules);"
        "f({'lang': 'pl', 'text': '3 maja 2018'}); print('dateparser' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(GENERATOR)}, check=True
    )
    assert run.stdout.split() == ["False", "False", "True"]
