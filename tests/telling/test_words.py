"""Every language has every word, with the same blanks; plurals, names and directions come from CLDR."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser

import pytest
import sample

from dateline import language
from dateline.dossier import CaseFile
from dateline.model import BY_HAND, Article, Citation, Stop
from dateline.proofreading import labels
from dateline.telling import render, words
from dateline.telling.pieces import Piece
from dateline.texts import Texts

TOLD = language.tags("labels")


def test_four_languages_can_be_told() -> None:
    assert set(TOLD) >= {"de", "en", "fr", "nl"}


@pytest.mark.parametrize("tag", TOLD)
def test_every_language_has_the_same_labels_with_the_same_blanks(tag: str) -> None:
    assert labels.shape(language.load(tag).labels) == labels.shape(language.load("en").labels)


@pytest.mark.parametrize("tag", TOLD)
def test_every_kind_has_a_word(tag: str) -> None:
    assert list(language.load(tag).labels["kinds"]) == list(language.kinds())


@pytest.mark.parametrize("tag", TOLD)
def test_labels_are_done_with_every_plural_form_and_example(tag: str) -> None:
    assert [miss.message for miss in labels.misses(tag)] == []


def test_a_number_may_have_a_form_of_its_own() -> None:
    assert [words.of(tag).count("quotations", 2) for tag in ("en", "fr", "nl", "de")] == [
        "Both quotations, with their context",
        "Les deux citations, avec leur contexte",
        "Beide citaten, met hun verband",
        "Beide Zitate, mit Zusammenhang",
    ]
    assert words.of("en").count("quotations", 3) == "All 3 quotations, with their context"


def test_plurals_follow_the_language() -> None:
    assert words.of("en").count("articles", 0) == "0 articles"
    assert words.of("fr").count("articles", 0) == "0 article"
    assert words.of("en").count("events", 1234) == "1,234 events"
    assert words.of("de").count("events", 1234) == "1.234 Ereignisse"


def test_a_number_may_stand_in_its_noun() -> None:
    assert [words.of("ar").count("events", number) for number in (0, 1, 2, 3, 11, 100)] == [
        "لا أحداث",
        "حدث واحد",
        "حدثان",
        "3 أحداث",
        "11 حدثًا",
        "100 حدث",
    ]
    assert words.of("ar").fact("events", 2) == ("", "حدثان", "")
    assert words.of("ar").fact("events", 11) == ("", "11", " حدثًا")


def test_a_fact_is_its_sentence_in_three() -> None:
    told = words.of("en")
    assert told.fact("dated_events", 10) == ("", "10", " dated events")


def test_languages_are_called_by_their_names() -> None:
    assert words.of("nl").language("fr") == "Frans"
    assert words.of("en").language("xx-unheard") == "xx-unheard"
    assert words.of("en").language("") == "unknown language"
    assert words.own_name("fr") == "Français"


def test_directions_come_from_cldr() -> None:
    assert [words.direction(tag) for tag in ("en", "ar", "he", "fa-AF", "nothing", "")] == [
        "ltr",
        "rtl",
        "rtl",
        "rtl",
        "ltr",
        "ltr",
    ]


def test_a_language_without_words_stops_with_what_to_do() -> None:
    with pytest.raises(Stop, match=r"tlh.*add languages/tlh\.yaml"):
        words.of("tlh")


def test_a_line_keeps_the_markup_of_what_fills_it() -> None:
    told = words.of("en")
    who = told.piece("la plainte", "fr")
    assert who == Piece("la plainte", "fr", None, language="French")
    assert told.line("by_named", who=who) == (who, Piece(", as reported"))


def test_text_from_elsewhere_has_its_own_direction() -> None:
    assert words.of("en").piece("دعوى", "ar").dir == "rtl"


@pytest.mark.parametrize("tag", [tag for tag in TOLD if words.direction(tag) == "rtl"])
def test_a_latin_name_before_a_sign_draws_nothing_to_itself(tag: str) -> None:
    """In “Norvik: 3 أحداث” the name and the number would be one run from left to right; the mark parts them."""
    told = words.of(tag)
    named = told.say("title_count", title="Norvik", count=told.count("events", 3))
    paged = told.say("page_title", page="Norvik", case="Talle")
    parties = f"Norvik{told.ui['between_parties']}Talle"
    assert [text[6] for text in (named, paged, parties)] == ["\u200f"] * 3


def test_best_prefers_this_language_and_never_passes_another_off_as_it() -> None:
    told = words.of("fr")
    assert told.best(Texts.of({"en": "a", "fr": "b"})) == Piece("b")
    other = told.best(Texts.of({"de": "a", "en": "b"}), ("en",))
    assert other == Piece("b", "en", None, language="anglais")
    assert told.best(Texts()) is None


def test_capital_changes_the_first_letter_alone() -> None:
    assert words.capital((Piece("die Klage", "de"), Piece(" x"))) == (Piece("Die Klage", "de"), Piece(" x"))
    assert words.capital(()) == ()


def test_why_articles_are_one_report_is_said_in_the_pages_language() -> None:
    assert words.of("fr").reasons("same byline, translation") == "même signature, traduction"
    assert words.of("ar").reasons("same byline, translation; cites: CNBC") == "اسم الكاتب نفسه، ترجمة؛ يستند إلى: CNBC"
    assert words.of("fr").reasons("they told us so") == "they told us so"
    assert words.of("fr").reasons(None) is None


def test_whom_a_report_cites_is_told_even_where_it_counts_alone() -> None:
    why = "same wording, certain; cites: CNBC"
    assert words.of("en").reasons(why) == why
    assert words.of("nl").reasons(why, alone=True) == "beroept zich op: CNBC"
    assert words.of("en").reasons("same wording, certain", alone=True) is None


class _Said(HTMLParser):
    """The words of a page that are in its own language: not those in quotations, names of rules, code and times."""

    APART = ("script", "style", "pre", "code", "time")
    VOID = ("meta", "link", "br", "input", "hr", "img", "circle", "line", "use", "path", "rect")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.stack: list[tuple[str, bool]] = []
        self.lang: str | None = None
        self.words: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        lang = found.get("lang")
        self.lang = self.lang or lang
        own = lang == self.lang or (lang is None and (not self.stack or self.stack[-1][1]))
        own = own and tag not in self.APART and found.get("class") != "all"
        for name in ("aria-label", "title", "alt") if own else ():
            self.take(found.get(name) or "")
        if tag not in self.VOID:
            self.stack.append((tag, own))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            while self.stack.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1][1]:
            self.take(data)

    def take(self, text: str) -> None:
        self.words |= _words(text)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text)}


def _told(tag: str, case: CaseFile) -> set[str]:
    made = render.site([case], base_url=None, templates=None)
    pages = [one for one in made if one.path.startswith(f"norvik/{tag}/") and one.path.endswith(".html")]
    return set().union(*(_Said(page.data.decode()).words for page in pages))


def _foreign_to_no_page() -> CaseFile:
    """The invented case with a date that a person read, a method page in English only, and nothing to say in English but that."""
    case = sample.whole()
    event = next(event for event in case.events if event.id == "2009-launch")
    citation = event.citations[0]
    assert citation.mention is not None
    read = replace(event, citations=(replace(citation, mention=replace(citation.mention, rule=BY_HAND)), *event.citations[1:]))
    events = tuple(read if other is event else other for other in case.events)
    pages = tuple(page for page in case.pages if page.lang == "en")
    assert pages
    return replace(case, events=events, pages=pages)


def _own_words(case: CaseFile) -> set[str]:
    """Names that are the same in every language."""
    names = [case.case.publisher or "", case.case.licence or "", *(name for party in case.case.parties for name in party.names)]
    for article in case.articles:
        names += [article.outlet or "", article.author or "", article.id]
    return set().union(*(_words(name) for name in names))


def _labels(value: object) -> Iterator[str]:
    """Every word of a language file's labels."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        yield from (word for one in value for word in _labels(one))
    else:
        yield from _words(str(value))


def _written(value: object, tag: str) -> Iterator[str]:
    """Every word that the case has in that language."""
    if isinstance(value, Texts):
        yield from _words(value.get(tag) or "")
    elif isinstance(value, tuple):
        yield from (word for one in value for word in _written(one, tag))
    elif isinstance(value, Article) and value.lang == tag:
        yield from _words(value.title or "")
    elif isinstance(value, Citation) and value.lang == tag:
        yield from _words(f"{value.quote} {value.prefix} {value.suffix}")
    elif is_dataclass(value):
        yield from (word for one in fields(value) for word in _written(getattr(value, one.name), tag))


@pytest.mark.parametrize("tag", [tag for tag in TOLD if tag != "en"])
def test_every_word_of_a_page_is_in_its_language(tag: str) -> None:
    """What its pages share with the English ones are names, or words that its language file has too."""
    case = _foreign_to_no_page()
    own = {*_labels(language.load(tag).labels), *_written(case, tag)}
    months = {word for month in calendar.month_name for word in _words(month)}
    left = (_told("en", case) & _told(tag, case)) - own - _own_words(case) - months
    assert left == set()


def test_a_word_of_another_language_would_be_found() -> None:
    page = (
        '<html lang="nl"><p>Regel: by hand. <span lang="en">quoted</span><code>not/this</code></p><a title="How">Bron</a></html>'
    )
    assert _Said(page).words == {"regel", "by", "hand", "how", "bron"}
