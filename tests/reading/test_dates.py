"""Dates: each rule's own examples hold, words never tell more than they say, and any text is read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import language, yamlfile
from dateline.model import Mention
from dateline.proofreading import dates as proofs
from dateline.reading.dates import find
from dateline.reading.dates.page import Page
from dateline.reading.dates.rulebook import rulebook
from dateline.reading.dates.shapes import RUN, PatternError, key
from dateline.when import When

SHARED = Path(__file__).parents[3] / "shared"
LANGUAGES = language.tags("dates")
RULES = [(tag, name) for tag in LANGUAGES for name in language.load(tag).dates["rules"]]


def read(text: str, tag: str, published: str | None = None) -> tuple[Mention, ...]:
    return find(text, language.load(tag), When.parse(published) if published else None)


def told(mention: Mention) -> str:
    return mention.when.edtf if mention.when else mention.value


@pytest.mark.parametrize(("tag", "name"), RULES)
def test_rule_reads_its_examples_and_one_of_them_itself(tag: str, name: str) -> None:
    assert [miss.message for miss in proofs.examples(language.load(tag), name)] == []


@pytest.mark.parametrize("cue", ["coming", "done"])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_days_to_come_and_deeds_that_are_done_are_read_as_their_examples_say(tag: str, cue: str) -> None:
    assert [miss.message for miss in proofs.cued(language.load(tag), cue)] == []


def test_an_example_of_days_to_come_that_does_not_hold_is_named_with_what_was_read() -> None:
    lang = language.load("en")
    wrong = {**lang.dates["coming"], "examples": {"They called for a walkout on 8 July. | 2024-06-20": "2023-07-08"}}
    (miss,) = proofs.cued(replace(lang, tag="en-wrong", dates={**lang.dates, "coming": wrong}), "coming")
    assert miss.path[:3] == ("dates", "coming", "examples")
    assert "2024-07-08" in miss.message


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_text_with_a_match_has_the_words_that_its_rule_needs(tag: str) -> None:
    lang = language.load(tag)
    book = rulebook(lang)
    pages = [Page.of(example).low for rule in lang.dates["rules"].values() for example in rule["examples"]]
    texts = [(low, {run if run.isalpha() else key(run) for run in RUN.findall(low)}) for low in pages]
    for rule in {rule.name: rule for rules in book.buckets.values() for rule in rules}.values():
        pattern, musts = re.compile(rule.source), book.musts(rule)
        assert [low for low, keys in texts if any(map(keys.isdisjoint, musts)) and pattern.search(low)] == []


def test_only_rules_whose_words_a_text_has_are_compiled() -> None:
    lang = replace(language.load("de"), tag="de-short")
    assert [told(mention) for mention in find("Am 3. März 2019 kam er.", lang, None)] == ["2019-03-03"]
    ready = rulebook(lang).ready
    assert "de-short/day-month-year" in ready
    assert "de-short/day-before-christ" not in ready


SEEDS = SHARED / "seeds"
GOLD = SHARED / "gold" / "backpage.yaml"
needs_seeds = pytest.mark.skipif(not GOLD.exists(), reason="../shared is not here")


def gold() -> dict[str, Any]:
    """Read as dateline reads YAML: every scalar a text."""
    return yamlfile.fields(yamlfile.load(GOLD.read_text("utf-8"), GOLD.name), GOLD.name, "the gold")


@needs_seeds
@pytest.mark.parametrize("dated", [True, False], ids=["published", "undated"])
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_seed_tells_the_dates_that_a_careful_reader_finds(number: str, dated: bool) -> None:
    article = gold()["articles"][number]
    text = (SEEDS / article["file"]).read_text("utf-8")
    found = list(read(text, article["lang"], article["date"] if dated else None))
    for wanted in article["timexes"]:
        spans = [wanted["span"], *(wanted.get("accept_span") or [])]
        near = text.find(wanted["in"]) if "in" in wanted else -1
        hit = next(
            m for m in found if m.words in spans and (near < 0 or near <= m.start < near + len(wanted["in"])) and m.type == "DATE"
        )
        found.remove(hit)
        if dated or hit.basis == "stated":
            assert hit.when is not None
            assert (hit.when.edtf, hit.value) == (wanted["value"], wanted["value"])
        else:
            assert hit.when is None


@needs_seeds
@pytest.mark.parametrize("dated", [True, False], ids=["published", "undated"])
def test_seed_numbers_that_are_no_dates_are_none(dated: bool) -> None:
    for wrong in gold()["not_dates"]:
        article = gold()["articles"][wrong["article"]]
        text = (SEEDS / article["file"]).read_text("utf-8")
        start = text.index(wrong["span"])
        end = start + len(wrong["span"])
        over = [m for m in read(text, article["lang"], article["date"] if dated else None) if m.start < end and start < m.end]
        assert not [m for m in over if m.when is not None or (m.type == "DATE" and not m.value.endswith("_REF"))]


def published(day: str) -> str:
    """What "yesterday" in English tells in a text of that day."""
    return told(read("He said so yesterday.", "en", day)[0])


@pytest.mark.parametrize(
    ("day", "value"), [("2019-03-27", "2019-03-26"), ("2019-03", "XXXX-XX-XX"), ("2019-03-26/2019-03-27", "XXXX-XX-XX")]
)
def test_publication_known_only_by_month_leaves_days_open(day: str, value: str) -> None:
    assert published(day) == value


@pytest.mark.parametrize("tag", LANGUAGES)
def test_without_publication_nothing_counts_from_today(tag: str) -> None:
    for rule in language.load(tag).dates["rules"].values():
        for example in rule["examples"]:
            for mention in read(example.partition(" | ")[0], tag):
                assert mention.basis != "published"
                assert (mention.when is None) == (mention.basis is None)


def test_typography_does_not_matter() -> None:
    plain = read("Le 25 mars 2019, aujourd'hui et l'année dernière", "fr", "2019-03-27")
    fancy = read("Le\u00a025\u202fmars\n2019, aujour\u00add’hui et l’année dernière", "fr", "2019-03-27")
    assert [(m.value, m.when) for m in plain] == [(m.value, m.when) for m in fancy]
    assert fancy[1].words == "aujour\u00add’hui"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("freed on 14 Sep-\ntember 2012", "14 Sep-\ntember 2012", "2012-09-14"),
        ("freed on 14 Sep-\r\ntember 2012", "14 Sep-\r\ntember 2012", "2012-09-14"),
        ("dated May 1O, 2O11", "May 1O, 2O11", "2011-05-10"),
        ("dated l2 May 2011", "l2 May 2011", "2011-05-12"),
    ],
)
def test_broken_words_and_slips_of_a_scanner_do_not_matter(text: str, words: str, edtf: str) -> None:
    (mention,) = find(text, language.load("en"), None)
    assert (mention.words, mention.when and mention.when.edtf) == (words, edtf)


def test_a_hyphen_before_a_capital_breaks_no_word() -> None:
    (mention,) = find("May-\nJune 2018", language.load("en"), None)
    assert mention.value == "2018-05/2018-06"


def test_what_is_said_over_and_over_tells_no_more() -> None:
    found = find("3 May " * 200 + "and then on 4 June 2018", language.load("en"), None)
    assert found[-1].value == "2018-06-04"
    assert len(found) < 10


@pytest.mark.parametrize("tag", LANGUAGES)
def test_words_are_a_slice_and_mentions_do_not_overlap(tag: str) -> None:
    text = " ".join(
        example.partition(" | ")[0] + "." for rule in language.load(tag).dates["rules"].values() for example in rule["examples"]
    )
    end = 0
    for mention in read(text, tag, "2019-03-27"):
        assert mention.words == text[mention.start : mention.end]
        assert mention.start >= end
        end = mention.end


@pytest.mark.parametrize(
    ("text", "tag", "edtf", "end_after", "rule"),
    [
        ("Cela a duré jusqu’après 2013, l’année où", "fr", "2013", "2013", "fr/until-after+year"),
        ("Dat liep door tot na 2013, het jaar waarin", "nl", "2013", "2013", "nl/until-after+year"),
        ("Das dauerte bis nach 2013, dem Jahr", "de", "2013", "2013", "de/until-after+year"),
        ("It went on until after 2013, the year when", "en", "2013", "2013", "en/until-after+year"),
        ("depuis avril 2018", "fr", "2018-04/..", None, "fr/since+month-year"),
        ("vóór 3 mei 2018", "nl", "../2018-05-03", None, "nl/before+day-month-year"),
        ("gegen 1995", "de", "1995~", None, "de/about+year"),
    ],
)
def test_words_before_a_date_bound_it(text: str, tag: str, edtf: str, end_after: str | None, rule: str) -> None:
    (mention,) = read(text, tag)
    assert mention.when == When(edtf, end_after)
    assert mention.rule == rule
    assert mention.basis == "stated"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("le 31 février", "fr"),
        ("30. Februar", "de"),
        ("vor 9999 Jahren", "de"),
        ("9999 years ago", "en"),
        ("il y a 9999 siècles", "fr"),
    ],
)
def test_a_time_that_does_not_exist_is_none(text: str, tag: str) -> None:
    assert not [m for m in read(text, tag, "2019-03-27") if m.when is not None and m.when.precision in ("day", "year", "century")]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "-0044-03-15", "2019-21", "199X", "../2019", "[2017,2019]"])
def test_any_day_of_publication_is_taken(day: str) -> None:
    text = "hier, lundi, lundi prochain, la semaine dernière, le 25 mars, en mars, il y a dix ans, l'été dernier, dans deux mois"
    for mention in read(text, "fr", day):
        assert mention.when is None or When.parse(mention.when.edtf)


@given(st.text(alphabet="0123456789 .,/-'’:()dlhmarsuneoûtéèMJV\n\xad\u00a0", max_size=120))
def test_any_text_is_read_and_every_time_is_valid(text: str) -> None:
    for tag in LANGUAGES:
        for mention in read(text, tag, "2019-03-27"):
            assert mention.words == text[mention.start : mention.end]
            assert mention.when is None or When.parse(mention.when.edtf, mention.when.end_after)


def test_a_pattern_that_cannot_be_read_names_its_rule() -> None:
    broken = replace(language.load("fr"), tag="xx", dates={"rules": {"odd": {"pattern": "{nowhere}", "op": "date"}}})
    with pytest.raises(PatternError, match=r"xx/odd.*nowhere"):
        find("text", broken, None)


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("fr", "L’affaire remonte à 2019. Cette année-là, en juin, la province avait attribué le marché.", "2019-06"),
        ("en", "In 2019, in June, the council signed.", "2019-06"),
        ("nl", "In 2019, op 3 juni, tekende de raad.", "2019-06-03"),
        ("de", "Im Jahr 2019, am 3. Juni, unterschrieb der Rat.", "2019-06-03"),
        ("en", "It was signed in 2019. In June it was renewed.", "2023-06"),
    ],
)
def test_a_month_right_behind_a_year_is_of_that_year(tag: str, text: str, value: str) -> None:
    found = find(text, language.load(tag), When.parse("2023-10-12"))
    assert found[-1].value == value


@pytest.mark.parametrize(
    ("text", "words", "anchor"),
    [
        ("The yard burned in October 2015. Six months later it was sold.", "Six months later", "October 2015"),
        ("He was arrested on 12 June 2020 and charged in August.", "August", "12 June 2020"),
        ("The yard burned in October 2015.", "October 2015", None),
        ("It was sold yesterday.", "yesterday", None),
    ],
)
def test_the_words_from_which_others_count_are_kept(text: str, words: str, anchor: str | None) -> None:
    found = read(text, "en", "2021-05-06")
    assert [mention.anchor for mention in found if mention.words.casefold() == words.casefold()] == [anchor]


@pytest.mark.parametrize(
    ("tag", "text", "told_as"),
    [
        ("en", "Orley was fined on his 50th birthday, 3 June.", "2021-06-03"),
        ("en", "The search (3 June) was lawful.", "2021-06-03"),
        ("en", "On 3 June, the board sold the yard.", "2021-06-03"),
        ("fr", "Le 3 juin, Perrin a été relaxé.", "2021-06-03"),
        ("fr", "Il a été arrêté le jour de ses noces, le 3 juin.", "2021-06-03"),
        ("de", "Am 3. Juni, seinem Geburtstag, wurde Kröger verhaftet.", "2021-06-03"),
        # It points forward, or nobody knows.
        ("en", "On 3 June, Orley will be sentenced.", "2022-06-03"),
        ("en", "On 3 June, the party said it would appeal.", "2022-06-03"),
        ("en", "The trial opens on his birthday, 3 June.", "2022-06-03"),
        ("fr", "Le tribunal a annoncé des audiences pour mai, le 3 juin.", "2022-06-03"),
    ],
)
def test_a_date_between_commas_lies_where_its_sentence_does(tag: str, text: str, told_as: str) -> None:
    assert told(read(text, tag, "2022-01-05")[-1]) == told_as
