"""Who takes part: the parties given, else the names that recur; places, makers and common words are none."""

from pathlib import PurePosixPath

from dateline.dossier import Party
from dateline.model import Article, Document
from dateline.reading import names


def document(name: str, lang: str, text: str, **known: str) -> Document:
    return Document(Article(name, lang, **known), text, PurePosixPath(name))


FRENCH = document("a", "fr", "Le contrat lie Korvaal au groupe Brill. À Halvermond, on attend. Selon Korvaal, tout va bien.")
GERMAN = document("b", "de", "Der Vertrag bindet Korvaal an Brill. In Halvermond wartet man. Der Hafen schweigt.")


def test_a_name_recurs_across_languages() -> None:
    assert {party.id for party in names.recurring([FRENCH, GERMAN])} == {"Korvaal", "Brill"}


def test_one_document_makes_no_name() -> None:
    assert names.recurring([FRENCH]) == ()


def test_german_nouns_are_no_names() -> None:
    again = document("c", "de", "Man sagt, der Vertrag und der Hafen bleiben. Auch Korvaal bleibt.")
    assert "Vertrag" not in {party.id for party in names.recurring([GERMAN, again])}


def test_a_place_is_no_party() -> None:
    assert "Halvermond" not in {party.id for party in names.recurring([FRENCH, GERMAN])}


def test_who_wrote_or_published_is_no_party() -> None:
    made = [
        document(n, "en", "It was told by Ann Lee to the Courier that Korvaal paid.", author="Ann Lee", outlet="Courier")
        for n in "ab"
    ]
    assert {party.id for party in names.recurring(made)} == {"Korvaal"}


def test_given_parties_are_found_by_every_alias_in_the_order_of_the_text() -> None:
    given = (Party("brill", ("Brill", "Groupe Brill")), Party("korvaal", ("Korvaal", "Korvaal SA")))
    known = names.names([FRENCH], given)
    assert known.within("korvaal sa et le GROUPE BRILL, puis Brill") == ("korvaal", "brill")
    assert known.within("Korvaalien") == ()
    assert known.given


def test_the_topics_are_whom_a_text_names_most() -> None:
    known = names.names([FRENCH, GERMAN], ())
    assert known.topics(FRENCH.text) == ("Korvaal", "Brill")
    assert known.topics("Rien.") == ()


def test_a_person_is_known_by_the_last_name_too() -> None:
    made = [document(n, "en", "The head, Ann Lee, left. They say that Lee knew.") for n in "ab"]
    known = names.names(made, ())
    assert known.within("What Lee knew, what Ann Lee said") == ("Ann Lee",)
    assert known.within("in the lee of the dyke") == ()


def test_a_name_without_its_accents_is_the_same_name() -> None:
    made = [
        document("a", "es", "El alcalde, Julián Peñalver, dimitió. Dicen que Peñalver lo sabía."),
        document("b", "en", "The mayor, Julian Penalver, left. They say that Penalver knew."),
    ]
    known = names.names(made, ())
    assert known.within(made[0].text) == known.within(made[1].text) == ("Julián Peñalver",)
    given = names.names(made, (Party("mayor", ("Peñalver",)),))
    assert given.within("What Penalver knew") == ("mayor",)
    assert given.within("Lo que sabía Peñalver") == ("mayor",)


def test_slugs_are_plain() -> None:
    assert names.slug("Agence du Littoral (Nord)") == "agence-du-littoral-nord"
    assert names.slug("…") == "name"


def test_a_word_that_is_mostly_written_small_is_no_name() -> None:
    made = [document(n, "en", "He said, The ships of Korvaal and the nets of the bay, the sea.") for n in "ab"]
    assert {party.id for party in names.recurring(made)} == {"Korvaal"}
