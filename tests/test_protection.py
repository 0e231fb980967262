"""Protected names are found however they are written, and nothing else is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import protection

ANNA = protection.of(("Anna Méris",))


@pytest.mark.parametrize(
    "text",
    [
        "Anna Méris",
        "ANNA MÉRIS",
        "anna meris",
        "Anna Me\u0301ris",  # the accent as a character of its own
        "Anna\nMéris",
        "Anna\u00a0Méris",
        "An\u00adna Méris",  # a soft hyphen
        "\uff21nna Méris",  # a wide letter
        "anna-meris",
        "AnnaMéris",
        "anna_meris",
        "Anna Mériss",
        "A.n.n.a M.é.r.i.s",
        "Anna%20M%25C3%25A9ris",  # an address within an address
        "Anna M&amp;eacute;ris",
        "Anna M\\u00e9ris",
        "xn--annamris-f1a.example",  # annaméris in a domain name
        "Anna Méris’",
        "Anna Mé-\nris",  # the end of a line
        "AN-\u00adNA MÉ- RIS",
        "An\u200bna Méris",  # a space that is not seen
        "Anna M&eacute;ris",
        "Anna&nbsp;M&#233;ris",
        "An&shy;na M&#xe9;ris",
        "Anna%20M%C3%A9ris",
        "AnnA MeRis",
        "An<b>na</b> Méris",
        "An**na** Méris",
        "An<!-- of the paper -->na Méris",
        'An<span class="x">na</span> <i>Méris</i>',
        "An&lt;b&gt;na M&lt;/b&gt;éris",  # markup in escapes
        "An&#110;a M&#233ris",  # browsers forgive a missing semicolon
        "An\\na M\\éris",
        "Аnnа Меris",  # in Cyrillic letters: А, а, М, е
        "Αnna Μεris",  # in Greek ones: Α, Μ, ε
        "Anɴa Mérɪs".replace("ɴ", "n").replace("ɪ", "і"),
        "Ａｎｎａ Ｍéｒｉｓ",
        "An\u3164na Méris",  # a Korean letter that shows nothing
        "An\u2060na M\ufe0féris",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    said = f"Then {text} left."
    assert ANNA.names_somebody(said)
    assert re.match("Then (<b>|&lt;b&gt;|<span[^>]*>|[*])?#", ANNA.withhold(said, "#"))
    assert not ANNA.names_somebody(ANNA.withhold(said, "#"))


@pytest.mark.parametrize(
    "text",
    [
        "Anna",
        "Méris",
        "Johanna Méris",
        "Anna said that Méris left",
        "",
        "Hanna Merisa",
        "Hanna <b>Méris</b>a",
        "Anna</b> and Méris",
    ],
)
def test_what_is_no_name_stays(text: str) -> None:
    assert not ANNA.names_somebody(text)
    assert ANNA.withhold(text, "#") == text


@pytest.mark.parametrize(
    ("text", "clean"), [("#JusticeForAnnaMéris now", "#JusticeFor# now"), ("2024annameris", "2024#"), ("5-anna-meris", "5-#")]
)
def test_a_name_is_found_within_a_hashtag_and_an_address(text: str, clean: str) -> None:
    assert ANNA.withhold(text, "#") == clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [("jlindgren2 wrote", "#2 wrote"), ("by @jlindgren", "by @#"), ("jlindgren@desk.example", "#@desk.example")],
)
def test_a_name_is_found_within_a_handle(text: str, clean: str) -> None:
    hidden = protection.of(("Lindgren",))
    assert hidden.withhold(text, "#") == clean
    assert hidden.withhold("The jlindgren of old", "#") == "The jlindgren of old"
    assert protection.of(("Lind",)).withhold("blind2", "#") == "blind2"


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Jörg Müller", "Joerg Mueller; Jorg Muller; JÖRG MÜLLER; jo\u0308rg-mueller"),
        ("Mueller", "Müller; Muller; Mu-\neller"),
        ("Søren Łęcki", "Soren Lecki; Soeren Łecki; SØREN ŁĘCKI"),
        ("Œnone Strauß", "Oenone Strauss; ŒNONE STRAUSS"),
    ],
)
def test_letters_that_are_written_otherwise_elsewhere(name: str, texts: str) -> None:
    assert protection.of((name,)).withhold(texts, "#") == "; ".join("#" for _ in texts.split("; "))


@pytest.mark.parametrize(("name", "other"), [("Вера Новак", "Вера Новых"), ("Ελένη Κόνη", "Ελένη Κόνου")])
def test_a_name_in_another_script_is_known_in_its_own(name: str, other: str) -> None:
    hidden = protection.of((name,))
    assert hidden.withhold(f"Then {name.upper()} and {name} left.", "#") == "Then # and # left."
    assert not hidden.names_somebody(f"Then {other} left.")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("und Lena-Marie Brandt ging", "und * ging"),
        ("der Onkel von L. Brandt", "der Onkel von *"),
        ("Anna-Lena kam", "* kam"),
        ("Lena Marie Brandt ging", "* ging"),
        ("Frau Brandt-Ohm ging", "Frau * ging"),
        ("Lena und Frau Brandt", "* und Frau *"),
        ("Das Ex-Mitglied, Frau Brandt", "Das Ex-Mitglied, Frau *"),
    ],
)
def test_what_is_joined_to_a_name_falls_with_it(text: str, clean: str) -> None:
    found = protection.of(("Lena Brandt", "Lena", "Brandt")).withhold(text, "*")
    assert found.replace("* *", "*") == clean


def test_names_side_by_side_keep_the_markup_between_them() -> None:
    assert protection.of(("Anna", "Méris", "Anna Méris")).withhold("*Anna* **Méris**", "#") == "*#* **#**"


def test_a_short_name_has_no_umlaut_of_its_own_making() -> None:
    assert protection.of(("Noel",)).withhold("Noel met Nolan", "#") == "# met Nolan"


def test_a_short_name_is_a_word_of_its_own() -> None:
    assert protection.of(("Li",)).withhold("Li listens to Li’s line.", "#") == "# listens to #’s line."


def test_a_pattern_is_a_regular_expression() -> None:
    hidden = protection.of((r"/\bM\. Ko\w+/", r"/\+32 \d+/"))
    assert hidden.withhold("m. Kolár called +32 475 from M. Lund.", "#") == "# called # from M. Lund."


def test_a_pattern_is_found_without_its_accents() -> None:
    hidden = protection.of((r"/\bK[öő]szeg\w*/",))
    assert hidden.withhold("KOSZEG, Ko\u0308szegben, Kőszeg", "#") == "#, #, #"


@pytest.mark.parametrize("entry", [r"/./", r"/\w+/", r"/[A-Z]\w+/"])
def test_a_pattern_that_fits_every_word_protects_nobody(entry: str) -> None:
    assert protection.flaw(entry) == "fits everywhere"


@pytest.mark.parametrize(("entry", "said"), [("/(/", "no regular expression"), ("/x*/", "fits everywhere"), ("…", "neither")])
def test_what_cannot_be_protected_is_said(entry: str, said: str) -> None:
    assert said in protection.flaw(entry)
    assert not protection.of((entry,))


@pytest.mark.parametrize("entry", [r"/(\w+\s?)*X/", r"/(a+)+$/", r"/Vole (\w+\s?)*X/", r"/(q|q|q)*z/", r"/.*Vole/"])
def test_a_pattern_that_goes_back_for_ever_is_refused(entry: str) -> None:
    assert "linear time" in protection.flaw(entry)
    assert not protection.of((entry,))


@pytest.mark.parametrize("entry", [r"/Vole\w*/", r"/\d{3}-\d{4}/", r"/V(o+)l\w*/", r"/(?:Ann|Anna)\s+Vole/"])
def test_a_pattern_in_linear_time_is_none(entry: str) -> None:
    assert not protection.flaw(entry)


def test_a_name_that_a_border_runs_through_is_known_by_its_rest() -> None:
    assert ANNA.begun("Méris, who was there") == ((0, 5),)
    assert ANNA.begun("ris, who was there") == ()  # too little to know it by
    assert ANNA.broken_off("and it was Anna Mé") == ((11, 18),)
    assert ANNA.broken_off("and it was Anna") == ((11, 15),)
    assert ANNA.broken_off("and it was Johanna") == ()
    assert ANNA.begun(" Méris, who was there") == ((0, 6),)
    assert ANNA.broken_off("and it was Anna Mé-\n") == ((11, 20),)


@given(st.text(), st.text())
def test_nothing_but_the_name_changes(before: str, after: str) -> None:
    text = f"{before} Anna Méris {after}"
    spans = ANNA.spans(text)
    assert spans == tuple(sorted(spans))
    kept = "".join(protection.cut(text, spans, "\x00").split("\x00"))
    assert len(kept.replace("\x00", "")) <= len(text)
    assert not ANNA.names_somebody(protection.cut(text, spans, "#"))


@pytest.mark.parametrize(
    "text",
    [
        "Wolfs winkel",
        "WOLFS  WINKEL",
        "Wolfs – winkel",
        "Wolfs/winkel",
        "Wolfs\nwinkel",
        "W o l f s w i n k e l",
        "W0lfswinkel",
        "Wo1f5w1nkel",
        "WoIfswinkel",
        "VVolfswinkel",
        "Wølfswinkel",
        "Woelfswinkel",
        "Wolf$winkel",
        "Шolfswinkel",
        "Wolfs winkels",
    ],
)
def test_a_disguised_name_is_found(text: str) -> None:
    hidden = protection.of(("Wolfswinkel",))
    assert hidden.withhold(f"Then {text} left.", "#").startswith("Then #")


def test_the_last_name_may_stand_first() -> None:
    assert protection.of(("Ann Lee",)).withhold("See Lee, Ann (1988).", "#") == "See # (1988)."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Theresa", "There’s a ship; there, sa and so."),
        ("Kern", "a maker never knows; in modern ker n"),
        ("Elis", "It cost 3115 euros."),
        ("Li", "a little limp, I i, L I"),
        ("Ali", "all of them, a1l"),
        ("Wolfswinkel", "The wolfs. Winkel shut. A wolf is in the winkel."),
        ("Dee Roos", "een idee roosteren"),
        ("Anderson", "He and her son left."),
    ],
)
def test_ordinary_words_are_no_disguise(name: str, text: str) -> None:
    assert protection.of((name,)).withhold(text, "#") == text
