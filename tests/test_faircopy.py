"""A fair copy is the same text in one spelling, and every stretch of it leads back to what was typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.faircopy import FairCopy, even

ODD = "ab1 é\u0301\u0308 \xa0\t\nﬁĳ２ｅ\xad\u200b\u2028\u2011'’\u02bc\u1100\u1161\u11a8"


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (unicodedata.normalize("NFD", "Arrêtée en août"), "Arrêtée en août"),
        ("l\u02bcavocat l\xb4avocat", "l’avocat l’avocat"),
        ("«\u202fNon\xa0», a  dit\tLind", "« Non », a dit Lind"),
        ("of\xadfi\u200bcial ﬁﬂ ĳs", "official fifl ijs"),
        ("２０１８\u20112019 \u2015 fin", "2018-2019 — fin"),
        ("un\u2028deux", "un\ndeux"),
        ("", ""),
    ],
)
def test_what_only_the_typesetter_sees_is_evened_out(typed: str, plain: str) -> None:
    assert even(typed) == plain


def test_a_text_that_is_its_own_copy_has_no_way_back_to_go() -> None:
    text = "« Non », a dit l’avocat en août – l'an dernier."
    assert FairCopy.of(text) == FairCopy(text, text)


def test_words_are_found_as_they_were_typed() -> None:
    copy = FairCopy.of("Elle  a e\u0301te\u0301 of\xadﬁcielle en aou\u0302t\u200b.")
    for plain, typed in (("été", "e\u0301te\u0301"), ("officielle", "of\xadﬁcielle"), ("août", "aou\u0302t"), ("a", "a")):
        at = copy.text.index(plain, 4)
        assert copy.words(at, at + len(plain)) == typed


def test_a_line_is_that_of_the_text() -> None:
    copy = FairCopy.of("e\u0301te\u0301\n\nao\xadu\u0302t")
    assert copy.line(copy.text.index("août")) == 3


@given(st.text(ODD, max_size=12))
def test_each_character_leads_back_to_where_it_came_from(typed: str) -> None:
    copy = FairCopy.of(typed)
    assert unicodedata.is_normalized("NFC", copy.text) or "\u200b" in typed or "\xad" in typed
    spans = [copy.span(at, at + 1) for at in range(len(copy.text))]
    assert spans == sorted(spans)
    assert all(sign in even(typed[start:end]) for sign, (start, end) in zip(copy.text, spans, strict=True))
