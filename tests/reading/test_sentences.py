"""Sentences are slices of the story: furniture left out, abbreviations and quotations not cut."""

from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.model import Article, Document
from dateline.reading import furniture, sentences


def document(text: str, lang: str) -> Document:
    found = furniture.set_aside(text, language.load(lang))
    return Document(Article("a", lang), text, PurePosixPath("a.txt"), asides=found.asides, agency=found.agency)


def split(text: str, lang: str) -> list[str]:
    return [s.text for s in sentences.sentences(document(text, lang), language.load(lang))]


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("fr", "M. Dupont est parti. Le 1er avr. 2019, il est revenu.", 2),
        ("fr", "« Tout est faux. », a dit Mme. Roy. Elle est partie.", 2),
        ("nl", "Dat zei dhr. J. Jansen op 3 jan. 2019 in de haven. “Ja.” zei hij. Hij ging.", 3),
        ("de", "Am 25. März 2019 kam Dr. A. Lind, z. B. mit dem Zug. „So ist es.“ Das war gut.", 3),
        ("en", "Nothing was built before the 1930s. A month later it opened.", 2),
        ("en", "Mr. Smith of the U.S. Navy left. “It is over.” He was right.", 3),
        ("nl", "Iedereen wist het al. Jansen et al. Gent zwegen. Zie art. 5 en nr. 61.", 3),
        ("it", "Lo dice Lia Orsi della Cisl. L’azienda, all’art. 5, tace. Morì tre anni fa. Il dott. Lind c’era.", 4),
        (
            "de",
            "Er steht vor Gericht. 61 Zeugen kamen. Am 3. Mai kamen ca. 20 nach Nr. 61. Er soll es verzögern. 2020 war es so.",
            5,
        ),
    ],
)
def test_abbreviations_and_quotations_do_not_cut(lang: str, text: str, count: int) -> None:
    found = split(text, lang)
    assert len(found) == count, found


def test_every_sentence_is_a_slice_without_white_space_at_its_sides() -> None:
    text = "  Un.  Deux !\r\n\r\n\u00a0Trois ?  \n"
    doc = document(text, "fr")
    found = sentences.sentences(doc, language.load("fr"))
    assert [s.text for s in found] == ["Un.", "Deux !", "Trois ?"]
    assert all(text[s.start : s.end] == s.text for s in found)
    assert [s.paragraph for s in found] == [0, 0, 1]


def test_a_line_break_ends_a_sentence() -> None:
    assert split("Premier titre sans point\nPuis le texte.", "fr") == ["Premier titre sans point", "Puis le texte."]


RAW = """Des pêcheurs poursuivent une société de dragage

Par Jeanne Martin

3 Min Read

VARNE (Agence du Littoral) – Des pêcheurs ont poursuivi une société de dragage, a déclaré leur avocate mercredi, après des années
de plaintes restées sans réponse de la part des autorités du port et de la région.

Reportage de Jeanne Martin ; Édition de Paul Roy. Agence du Littoral

.

Laisser un commentaire
Votre nom
"""


def test_what_is_page_and_not_story_is_set_aside() -> None:
    doc = document(RAW.replace("années\n", "années "), "fr")
    assert [aside.what for aside in doc.asides] == [
        "title",
        "byline",
        "reading-time",
        "dateline",
        "credit",
        "residue",
        "comments",
    ]
    assert doc.agency == "Agence du Littoral"
    (only,) = sentences.sentences(doc, language.load("fr"))
    assert only.text.startswith("Des pêcheurs ont poursuivi")


def test_furniture_says_what_the_front_matter_does_not() -> None:
    found = furniture.set_aside(RAW, language.load("fr"))
    assert found.title == "Des pêcheurs poursuivent une société de dragage"
    assert found.author == "Jeanne Martin"


STORY = "\n\nThe harbour board met on two evenings and heard what the divers had to say of the wreck that has lain below the quay since it sank.\n"


@pytest.mark.parametrize(
    ("lang", "head", "day", "author"),
    [
        ("de", "Hafen verkauft\n\nVon Lene Brandt, 12. Januar 2024", "2024-01-12", "Lene Brandt"),
        ("de", "Hafen verkauft\nVeröffentlicht am 12. Januar 2024", "2024-01-12", None),
        ("de", "Hafen verkauft\nFreitag, 12. Januar 2024, 14:05 Uhr", "2024-01-12", None),
        ("fr", "Le port est vendu\nPar Jeanne Martin\n12 janvier 2024 à 14h05", "2024-01-12", "Jeanne Martin"),
        ("fr", "Le port est vendu\nMis à jour le 14 janvier 2024\nPublié le 12 janvier 2024 à 14h05", "2024-01-12", None),
        ("en", "Harbour sold\n12 January 2024", "2024-01-12", None),
        ("nl", "Haven verkocht\nDoor Els de Vries – 12 januari 2024", "2024-01-12", "Els de Vries"),
        ("en", "Harbour sold\nThe board met on 12 January 2024", None, None),
        ("en", "Harbour sold\nJanuary 2024", None, None),
        ("en", "Harbour sold\n12 January", None, None),
        ("en", f"Harbour sold\n12 January 2024{STORY}14 January 2024", None, None),
    ],
)
def test_a_line_with_a_day_above_the_story_dates_the_article(lang: str, head: str, day: str | None, author: str | None) -> None:
    found = furniture.set_aside(head + STORY, language.load(lang))
    assert (found.published and found.published.edtf, found.author) == (day, author)
    assert (day is None) != any(aside.what == "printed-date" for aside in found.asides)


def test_a_day_below_the_story_dates_nothing() -> None:
    found = furniture.set_aside(f"Harbour sold{STORY}12 January 2024", language.load("en"))
    assert found.published is None
    assert found.asides[-1].what == "printed-date"


def test_a_first_line_that_is_story_is_no_title() -> None:
    text = "Le port a fermé.\n" + "Une longue phrase de récit " * 8 + "."
    assert furniture.set_aside(text, language.load("fr")).title is None


def test_a_text_wrapped_to_a_width_is_one_paragraph() -> None:
    text = (
        "According to a group of parents who met the council on two evenings,\nBlue Lagoon renewed the contract in 2023 without an"
        " inspection of any\nkind. The council was silent.\n\nA heading\nThe next paragraph."
    )
    first, *others = split(text, "en")
    assert first == text[: text.index(" The council")]
    assert others == ["The council was silent.", "A heading", "The next paragraph."]


def test_a_quotation_after_a_full_stop_begins_a_sentence() -> None:
    text = 'The pool was closed in May. "We kept to the contract," a spokesman said.'
    assert split(text, "en") == ["The pool was closed in May.", '"We kept to the contract," a spokesman said.']
