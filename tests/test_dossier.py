"""Whom a text names: all that texts call a party, in any case, with whatever ending."""

import pytest

from dateline.dossier import Party


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The council heard VARNE HARBOUR on Tuesday.", True),
        ("Varnes Anwälte schwiegen.", True),
        ("Nobody asked Alvarne.", False),
        ("A harbour in the north.", False),
        ("", False),
    ],
)
def test_a_party_is_named_by_any_of_its_names(text: str, named: bool) -> None:
    assert Party("varne", ("Varne Harbour", "Varne")).named_in(text) is named
