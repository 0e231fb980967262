"""Whether two texts are one report, each threshold from both sides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from dateline import yamlfile
from dateline.model import Article, Document
from dateline.reading import kinship, prints

LINES = (
    "The council of Varne met Nora Vilde on 4 May to speak of the 62 boats.",
    "Oskar Brenn, who owns 14 of them, had asked for 3,500 euros in 2016.",
    "Nobody in Halvermond remembers who signed the paper for Korvaal in 2004.",
    "A clerk, Ines Dahl, found it in room 217 behind 9 boxes of maps.",
)
RETOLD = (
    "El 4 de mayo recibió el concejo de Varne a Nora Vilde para hablar de 62 barcos.",
    "Dueño de 14, Oskar Brenn había pedido 3.500 euros en 2016.",
    "En Halvermond nadie recuerda quién firmó en 2004 el papel de Korvaal.",
    "Una empleada, Ines Dahl, lo encontró en la sala 217 tras 9 cajas de mapas.",
)


def of(lines: tuple[str, ...], lang: str = "en", **known: str) -> prints.Print:
    return prints.fingerprint(Document(Article("a", lang, **known), "\n\n".join(lines), PurePosixPath("a.txt")))


def test_a_copy_is_one_report_for_certain() -> None:
    assert kinship.same_report(of(LINES), of(LINES)) == kinship.Kinship("same wording", "certain")


def test_a_copy_cut_to_half_is_one_report() -> None:
    assert str(kinship.same_report(of(LINES), of(LINES[:2]))) == "same wording, certain"


def test_a_translation_is_one_report_and_in_another_order_it_is_not() -> None:
    found = kinship.same_report(of(LINES), of(RETOLD, "es"))
    assert found == kinship.Kinship("same names and numbers in the same order, translation", "certain")
    assert kinship.same_report(of(LINES), of(RETOLD[::-1], "es")) is None


def test_a_sentence_may_be_laid_beside_two() -> None:
    joined = (f"{RETOLD[0]} {RETOLD[1]}".replace(". Dueño", ", y dueño"), *RETOLD[2:])
    assert kinship.alike(of(LINES), of(joined, "es")) > 0.85


def test_other_figures_make_another_report() -> None:
    changed = tuple(line.replace("62", "63").replace("14", "15").replace("2016", "2017").replace("217", "3") for line in RETOLD)
    assert kinship.figures(of(LINES), of(changed, "es")) < 0.6
    assert kinship.same_report(of(LINES), of(changed, "es")) is None


def test_little_in_common_needs_the_same_maker() -> None:
    """One sentence with three names and three figures: of one outlet it is one report, else that may be chance."""
    one, other = LINES[:1], RETOLD[:1]
    assert kinship.same_report(of(one), of(other, "es")) is None
    found = kinship.same_report(of(one, outlet="Rivages"), of(other, "es", outlet="Rivages"))
    assert str(found) == "same outlet, same names and numbers in the same order, translation, likely"


def test_what_one_sentence_tells_is_known_to_whoever_writes_of_it() -> None:
    """Two briefs on one payment, each with a second sentence of its own, are two; what a second sentence shares makes them one."""
    told = "Nora Vilde, the clerk Ines Dahl and Oskar Brenn met 62 captains in Varne on 4 May 2016, at 9:30, over 3,500 euros."
    retold = "Nora Vilde, Ines Dahl y Oskar Brenn recibieron en Varne a 62 capitanes el 4 de mayo de 2016, a las 9.30, por 3.500 euros."
    one, other = of((told, "Nobody knew why.")), of((retold, "La alcaldesa calla."), "es")
    assert kinship.in_one_sentence(one, other)
    assert kinship.same_report(one, other) is None
    longer = of((told, LINES[3])), of((retold, RETOLD[3]), "es")
    assert not kinship.in_one_sentence(*longer)
    assert str(kinship.same_report(*longer)).startswith("same names and numbers in the same order, translation")


def test_one_statement_in_two_reports_makes_them_no_copies() -> None:
    said = "“The paper was never signed by me or by anybody whom I know or have ever met in the town,” she said."
    one = ("Nora Vilde spoke before the crowded chamber this morning and looked at nobody in particular.", said)
    other = ("It took the lawyer an hour to come to the point, and then she came to it at great length.", said)
    assert kinship.wording(of(one), of(other)) < 0.1
    assert kinship.same_report(of(one), of(other)) is None


def test_an_interview_that_is_all_quotation_is_compared_by_it() -> None:
    said = ("“The paper was never signed by me or by anybody whom I know or have met in the town where I was born.”",) * 2
    assert kinship.wording(of(said), of(said)) == 1


def test_texts_without_words_are_alike_in_nothing() -> None:
    empty = of(("…",))
    assert kinship.same_report(empty, replace(empty, id="b")) is None


SKELETONS = yamlfile.fields(
    yamlfile.load((Path(__file__).parent / "skeletons.yaml").read_text("utf-8"), "skeletons.yaml"),
    "skeletons.yaml",
    "skeletons.yaml",
)


@pytest.mark.parametrize("number", range(10))
@pytest.mark.parametrize("report", ["one", "two"])
def test_other_people_and_other_sums_make_two_reports_and_small_edits_do_not(report: str, number: int) -> None:
    """Before figures and persons spoke against it, three of the ten pairs that are two reports were one."""
    prints_ = [of(tuple(text.split("\n\n")), lang[:2]) for lang, text in SKELETONS[report][number].items()]
    found = kinship.same_report(prints_[0], prints_[1])
    assert (found is not None) is (report == "one")


def test_a_rounded_figure_is_no_other_figure() -> None:
    one, other = of(LINES), of(tuple(line.replace("3.500", "3.512").replace("2004", "2005") for line in RETOLD), "es")
    assert not kinship.tell_two(one, other)
    assert kinship.tell_two(
        one, of(tuple(line.replace("62", "71").replace("2004", "2005").replace("217", "318") for line in RETOLD), "es")
    )
