"""Which articles are one report: translations and copies are, independent reports on the same matter are not."""

from pathlib import PurePosixPath

from dateline import language
from dateline.model import Article, Document
from dateline.reading import furniture, origins

FRENCH = """Par Jeanne Martin

VARNE (Agence du Littoral) – La société Korvaal a signé un contrat avec le port de Varne en 2016, selon la plainte.

« Nous savions », a déclaré Nora Vilde, qui représente 62 pêcheurs de la baie depuis 2019, devant le tribunal de Halvermond.

Korvaal, dont le siège est à Halvermond, n’a pas souhaité commenter. La société emploie 1 950 personnes dans 14 ports.
"""
GERMAN = """Von Jeanne Martin

VARNE (Agence du Littoral) – Das Unternehmen Korvaal unterzeichnete 2016 einen Vertrag mit dem Hafen von Varne, so die Klage.

„Wir wussten es“, sagte Nora Vilde, die seit 2019 62 Fischer der Bucht vertritt, vor dem Gericht in Halvermond.

Korvaal mit Sitz in Halvermond wollte sich nicht äußern. Das Unternehmen beschäftigt 1.950 Menschen in 14 Häfen.
"""
OTHER = """Le tribunal de Halvermond examinera bientôt le cas de Korvaal. Les riverains de Varne attendent, disent-ils, depuis longtemps.

Sur le quai, Oskar Brenn regarde passer la drague. Il se souvient de 2004, quand le port comptait 300 marins et 12 cafés.

Nora Vilde, avocate, ne dit rien de plus que sa plainte. La mairie, elle, a promis 3 millions pour les digues du nord.
"""


def document(name: str, lang: str, text: str, **known: str) -> Document:
    found = furniture.set_aside(text, language.load(lang))
    article = Article(name, lang, author=found.author, outlet=known.get("outlet"), origin=known.get("origin"))
    return Document(article, text, PurePosixPath(f"{name}.txt"), asides=found.asides, agency=found.agency)


def test_a_translation_is_one_report_and_the_reason_is_given() -> None:
    (group,) = origins.origins([document("a", "fr", FRENCH), document("b", "de", GERMAN)])
    assert group.articles == ("a", "b")
    assert group.id == "agence-du-littoral"
    assert group.why is not None
    assert "same byline" in group.why
    assert "translation" in group.why


def test_reports_on_one_matter_by_two_hands_are_two() -> None:
    groups = origins.origins([document("a", "fr", FRENCH), document("c", "fr", OTHER, outlet="Rivages")])
    assert [group.articles for group in groups] == [("a",), ("c",)]
    assert [group.why for group in groups] == [None, None]


def test_two_reports_by_one_author_are_not_one_for_that() -> None:
    byline = "Par Jeanne Martin\n\n"
    groups = origins.origins([document("a", "fr", FRENCH), document("c", "fr", byline + OTHER)])
    assert len(groups) == 2


def test_a_copy_in_the_same_language_is_known_by_its_wording() -> None:
    copied = FRENCH.replace("Par Jeanne Martin\n\n", "").replace("Agence du Littoral", "Autre")
    (group,) = origins.origins([document("a", "fr", FRENCH), document("b", "fr", copied)])
    assert group.why == "same wording"


def test_what_the_front_matter_says_wins() -> None:
    groups = origins.origins(
        [document("a", "fr", FRENCH, origin="wire"), document("b", "de", GERMAN), document("c", "fr", OTHER, origin="wire")]
    )
    assert {group.id: group.articles for group in groups}["wire"] == ("a", "c")


def test_the_order_of_the_articles_changes_no_group() -> None:
    made = [document("a", "fr", FRENCH), document("b", "de", GERMAN), document("c", "fr", OTHER)]
    one = {frozenset(group.articles) for group in origins.origins(made)}
    other = {frozenset(group.articles) for group in origins.origins(made[::-1])}
    assert one == other


def test_short_reports_with_other_numbers_are_two() -> None:
    one = document(
        "q", "fr", "Le maire ferme l’usine Bleu en 2022.\n\nLa police enquête depuis 2023.\n\nElle date de 2020.", outlet="Q"
    )
    other = document(
        "s", "nl", "De fabriek Blauw sluit in 2021.\n\nDe politie zoekt sinds 2022.\n\nZe dateert van 2020.", outlet="S"
    )
    assert len(origins.origins([one, other])) == 2
