"""A history's bare dates lean on the date last spoken of; news never does; feasts and offsets fall where the calendar says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline import language, yamlfile
from dateline.reading.dates import find
from dateline.reading.dates.feasts import feast_day, nth_weekday
from dateline.reading.dates.page import Page
from dateline.reading.dates.rulebook import compiled, rulebook
from dateline.reading.dates.shapes import RUN, key
from dateline.when import When

LANGUAGES = language.tags("dates")
LONG_READS = yamlfile.fields(
    yamlfile.load((Path(__file__).parent / "long_reads.yaml").read_text("utf-8"), "long_reads.yaml"), "long_reads.yaml", "texts"
)
BRACKETED = re.compile(r"\[\[(.*?) => (.*?)\]\]")
OPENING = (
    "The war began in August 1914. They lost in September 1914, in October 1914, in May 1915, in June 1915, in July 1915 and in "
    "August 1915. They won in January 1916, in February 1916, in March 1916, in April 1916 and in May 1916. "
)


def told(text: str, published: str | None = "2019-03-27") -> list[str]:
    found = find(OPENING + text, language.load("en"), When.parse(published) if published else None)
    return [mention.when.edtf if mention.when else mention.value for mention in found if mention.start >= len(OPENING)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 8 June they fled.", ["1916-06-08"]),
        ("In July they fled; two months later they were back.", ["1916-07", "1916-09"]),
        ("That year nobody ate. On the 3rd it rained.", ["1916", "XXXX-XX-03"]),
        ("They spent the winter there.", ["1916-24"]),
        ("In December 1916 it snowed. In January it thawed.", ["1916-12", "1917-01"]),
        ("On the night of 8 to 9 June they fled.", ["1916-06-08/1916-06-09"]),
        ("The treaty of 1856 forbade it. In July they fled.", ["1856", "1916-07"]),
        ("“I shall go tomorrow,” he said.", ["XXXX-XX-XX"]),
        ("In 490 BC others had won. In August they had fled.", ["-0489", "-0489-08"]),
        ("In 490 BC others had won. Ten years later they lost.", ["-0489", "-0479"]),
        ("In 490 BC others had won. A decade earlier they had lost.", ["-0489", "-0499"]),
    ],
)
@pytest.mark.parametrize("published", ["2019-03-27", None])
def test_a_history_leans_on_the_date_last_spoken_of(text: str, values: list[str], published: str | None) -> None:
    assert told(text, published) == values


def test_news_leans_on_its_publication_however_many_years_it_names() -> None:
    text = "He said so on Monday. On 8 March, yesterday and last week he was ill. He resigned on Friday."
    assert "2019-03-08" in told(text)


@pytest.mark.parametrize(("tag", "text"), LONG_READS.items(), ids=LONG_READS)
def test_what_counts_from_today_is_counted_from_publication_in_a_long_read(tag: str, text: str) -> None:
    wanted = BRACKETED.findall(text)
    found = find(BRACKETED.sub(r"\1", text), language.load(tag), When.parse("2021-10-07"))
    assert [mention.when.edtf for mention in found if mention.when][-len(wanted) :] == [value for _, value in wanted]


def test_a_history_leans_on_publication_only_where_it_speaks_of_today() -> None:
    today = "On Tuesday a letter came. The council meets on 2 April."
    assert told(f"In July they fled.\n\n{today}\n\nIn August they were back.") == [
        "1916-07",
        "2019-03-26",
        "2019-04-02",
        "1916-08",
    ]
    assert told("“We came two years ago,” he said. In July they fled.") == ["XXXX", "1916-07"]


def test_a_life_told_after_a_death_is_news() -> None:
    found = find(f"She died yesterday. {OPENING}", language.load("en"), When.parse("2019-03-27"))
    assert found[0].when == When.parse("2019-03-26")


def test_a_short_text_is_no_history() -> None:
    found = find("In 1914 he left. On 8 March he was back.", language.load("en"), When.parse("2019-03-27"))
    assert [mention.value for mention in found] == ["1914", "2019-03-08"]


@pytest.mark.parametrize(
    ("feast", "year", "day"),
    [
        ("easter", 1961, "1961-04-02"),
        ("easter", 2000, "2000-04-23"),
        ("easter", 2038, "2038-04-25"),
        ("easter+49", 2019, "2019-06-09"),
        ("12-25", 2019, "2019-12-25"),
        ("11/4/4+1", 2010, "2010-11-26"),
        ("5/1/-1", 2021, "2021-05-31"),
    ],
)
def test_feasts_fall_where_the_calendar_says(feast: str, year: int, day: str) -> None:
    assert str(feast_day(feast, year)) == day


def test_there_is_no_sixth_monday_and_no_nameless_feast() -> None:
    assert nth_weekday(2019, 5, 1, 6) is None
    with pytest.raises(ValueError, match="no feast"):
        feast_day("whitsun", 2019)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_feast_of_a_language_can_be_read(tag: str) -> None:
    for feast in language.load(tag).dates["lists"].get("feast", {}):
        assert feast_day(feast, 2019) is not None


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_look_at_the_second_word_hides_no_rule_that_matches(tag: str) -> None:
    book = rulebook(language.load(tag))
    for rule in language.load(tag).dates["rules"].values():
        low = Page.of(" . ".join(rule["examples"])).low
        for run in RUN.finditer(low):
            first, second = key(run[0]), RUN.search(low, run.end())
            few = book.rules(first, key(second[0]) if second else "") if first in book.buckets else ()
            matching = [r for r in book.buckets.get(first, ()) if compiled(r.source).match(low, run.start())]
            assert {r.name for r in matching} <= {r.name for r in few}, (run[0], second and second[0])


@pytest.mark.parametrize("text", ["two days after " * 5_000, "the night of " * 5_000, "the day before " * 5_000])
def test_offsets_upon_offsets_come_to_an_end(text: str) -> None:
    assert all(mention.when is None for mention in find(text, language.load("en"), When.parse("2019-03-27")))


def test_the_languages_have_their_hard_sentences() -> None:
    counts = []
    for path in (Path(__file__).parent / "date_specs").glob("*.yaml"):
        themes = yamlfile.fields(yamlfile.load(path.read_text("utf-8"), path.name), path.name, "specs")
        counts.append(len(re.findall(" -> ", "".join(themes.values()))))
    assert min(counts) >= 60
    assert sum(count >= 150 for count in counts) >= 7
