"""Which groups are looked at for a time: all that can be of it, and hardly others."""

from types import SimpleNamespace

import pytest

from dateline.figures import Figure
from dateline.reading.shelf import Group, Shelf
from dateline.when import When

DOCUMENT = SimpleNamespace(article=SimpleNamespace(id="a"))
SAID = {
    "when": None,
    "speaker": None,
    "negated": False,
    "asked": False,
    "ongoing": False,
    "kind": "payment",
    "origin": "o",
    "document": DOCUMENT,
} | dict.fromkeys(("stranger", "sentence", "parties", "actors", "whom", "topics"))


@pytest.mark.parametrize(
    ("put", "asked", "found"),
    [
        ("2018-04-09", "2018-04-30", True),
        ("2018-04-09", "2018", True),
        ("2018-04-09", "2018-05-01", False),
        ("2018", "2019-01", False),
        ("../2018", "2018-12", True),
        ("1990/2018", "2001-05-01", True),
        ("2001-05-01", "1990/2018", True),
        ("../2018", "2016", False),
    ],
)
def test_a_group_is_near_a_time_that_it_can_be_of(put: str, asked: str, *, found: bool) -> None:
    shelf, group = Shelf(), Group()
    shelf.put(group, When(put))
    assert [id(near) for near in shelf.near(When(asked))] == ([id(group)] if found else [])


def test_a_group_under_many_months_is_found_once() -> None:
    shelf = Shelf()
    shelf.put(Group(), When("2018"))
    assert len(list(shelf.near(When("2018")))) == 1


def test_groups_stand_in_the_order_in_which_they_were_put() -> None:
    shelf, late, early = Shelf(), Group(), Group()
    shelf.put(late, When("2019"))
    shelf.put(early, When("2018"))
    assert [id(group) for group in shelf.groups] == [id(late), id(early)]


def test_a_group_keeps_one_report_of_each_set_of_figures_of_its_origins_and_articles() -> None:
    sums = [Figure(0, 1, "5", value, "EUR", "en/money") for value in ("5", "5", "6")]
    reports = [SimpleNamespace(**SAID, figures=figures) for figures in (*((one,) for one in sums), ())]
    group = Group(reports)  # type: ignore[arg-type]
    assert group.sums.keys() == {("origin", "o"), ("article", "a")}
    for kept in group.sums.values():
        assert [report.figures for report in kept.values()] == [(sums[0],), (sums[2],)]
    assert len(group) == 4
