"""Which trigger bears which date of a sentence, seen in what the sentence tells."""

import pytest
from telltale import read, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Korvaal signed a contract in 2013 and was closed in 2018-04.", [("contract", "2013"), ("shutdown", "2018-04")]),
        ("In 2013, Korvaal signed a contract.", [("contract", "2013")]),
        ("Korvaal was fined in 2017-03, 2017-05 and 2018-04.", [("fine", "{2017-03,2017-05,2018-04}")]),
        ("Korvaal was fined in 2017-03 or 2018-04.", [("fine", "[2017-03,2018-04]")]),
        ("Varne traded until 2013, the year in which Korvaal was sued.", [("lawsuit", "2013")]),
    ],
)  # fmt: skip
def test_a_date_and_the_trigger_that_bears_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [row for row in told(read(("a", "en", text, "2021-06-16"))) if row[0] != "other"] == expected
