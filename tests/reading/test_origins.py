"""Which articles are one report: translations and copies are, independent reports on the same matter are not."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path, PurePosixPath

import pytest
from tools import origins as pairs

from dateline import language
from dateline.model import Article, Document
from dateline.reading import furniture, names, origins, prints
from dateline.when import When

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
    assert group.why == "same wording, certain"


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


def test_a_report_is_called_after_its_first_outlet_and_not_after_its_translation() -> None:
    made = [document("a", "fr", FRENCH.replace("Agence du Littoral", "…"), outlet="La Digue")]
    made += [document("b", "de", GERMAN.replace("Agence du Littoral", "…"), outlet="Der Deich")]
    days = {"a": When.parse("2021-06-17"), "b": When.parse("2021-06-16")}
    dated = [replace(one, article=replace(one.article, published=days[one.article.id])) for one in made]
    assert [group.id for group in origins.origins(dated)] == ["der-deich"]
    assert [group.id for group in origins.origins([dated[0], made[1]])] == ["la-digue"]  # no date is no sign of the first


def test_short_reports_with_other_numbers_are_two() -> None:
    one = document(
        "q", "fr", "Le maire ferme l’usine Bleu en 2022.\n\nLa police enquête depuis 2023.\n\nElle date de 2020.", outlet="Q"
    )
    other = document(
        "s", "nl", "De fabriek Blauw sluit in 2021.\n\nDe politie zoekt sinds 2022.\n\nZe dateert van 2020.", outlet="S"
    )
    assert len(origins.origins([one, other])) == 2


OWN, REPORT_OF = pairs.own()
GROUP_OF = {name: group for group in origins.origins(OWN) for name in group.articles}
STORIES = sorted({name.split("/")[0] for name in REPORT_OF})


@pytest.mark.parametrize("story", STORIES)
def test_one_report_in_several_hands_is_found_and_reports_on_one_event_stay_apart(story: str) -> None:
    """Every pair of the story: translations, rewrites and a shared release are one; other reporters' short articles are not."""
    told = [name for name in REPORT_OF if name.startswith(f"{story}/")]
    wrong = [
        (one, other)
        for one, other in combinations(told, 2)
        if frozenset((one, other)) not in pairs.relays()
        and (GROUP_OF[one] is GROUP_OF[other]) is not (REPORT_OF[one] == REPORT_OF[other])
    ]
    assert wrong == []


def test_there_are_pairs_enough_of_both_sorts() -> None:
    figures = pairs.counted(OWN, REPORT_OF, pairs.relays())
    within = sum(one.split("/")[0] == other.split("/")[0] for one, other in combinations(REPORT_OF, 2))
    assert figures["dependent"] >= 13
    assert within >= 60
    assert {document.article.lang for document in OWN} == {"de", "en", "es", "fr", "it", "nl", "pt"}


def test_the_corpora_hold_no_two_reports_that_are_joined(shared: Path) -> None:
    for documents in pairs.topics(shared, None).values():
        figures = pairs.counted(documents, {one.article.id: one.article.id.rpartition("-")[0] for one in documents})
        assert figures["joined"] == 0
        assert figures["found"] >= pairs.FLOOR * figures["dependent"]


def test_each_reason_says_how_sure_it_is() -> None:
    whys = [why for group in GROUP_OF.values() if len(group.articles) > 1 for why in (group.why or "").split("; ")]
    assert whys
    assert {why.rpartition(", ")[2] for why in whys} == {"certain", "likely"}


def test_a_report_that_only_relays_another_counts_to_it_and_one_that_cites_it_does_not() -> None:
    expected, outlet = pairs.expected(), {one.article.id: one.article.outlet for one in OWN}
    for relay, source in expected["relays"].items():
        assert GROUP_OF[relay] is GROUP_OF[source]
        assert GROUP_OF[relay].id == names.slug(outlet[source] or "")
        why = {one.id: one.origin_why for one in origins.credited(OWN, [GROUP_OF[one.article.id] for one in OWN])}
        assert why[source] is None, "it is the other that relays"
        assert GROUP_OF[relay].why == f"relays: {outlet[source]}, likely"
    for name, source in expected["mentions"].items():
        assert GROUP_OF[name].articles == (name,)
        assert GROUP_OF[name].why == f"cites: {outlet[source]}"


def test_front_matter_keeps_a_relay_apart() -> None:
    name = "leak/seepost-de"
    kept = [replace(one, article=replace(one.article, origin="ours")) if one.article.id == name else one for one in OWN]
    assert {group.id: group.articles for group in origins.origins(kept)}["ours"] == (name,)


def test_a_report_in_a_hundred_copies_is_one() -> None:
    made = [document(f"copy-{n}", "fr", FRENCH.replace("62", str(n + 2))) for n in range(100)]
    assert len(origins.origins(made)) == 1


def test_each_text_meets_so_many_others_at_most_however_many_there_are() -> None:
    """Work that grew with the square of the articles would compare 300 texts 44,850 times."""
    made = [prints.fingerprint(document(f"copy-{n}", "fr", FRENCH)) for n in range(300)]
    assert len(list(origins.candidates(made))) <= 300 * 24


def test_an_id_that_a_person_gave_is_not_given_again() -> None:
    groups = origins.origins([document("a", "fr", FRENCH, origin="rivages"), document("c", "fr", OTHER, outlet="Rivages")])
    assert [group.id for group in groups] == ["rivages", "rivages-2"]
