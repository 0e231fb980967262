"""A language file is done, or each thing that it lacks is named with its line; every check can fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import cli, language, pace, proofreading
from dateline.proofreading import labels, story

FRENCH = language.path("fr").read_text("utf-8")
SMALL = """\
name: dansk
dates:
  lists:
    month: {1: [januar], 2: [februar], 3: [marts], 4: [april], 5: [maj], 6: [juni], 7: [juli], 8: [august], 9: [september],
      10: [oktober], 11: [november], 12: [december]}
    weekday: {1: [mandag], 2: [tirsdag], 3: [onsdag], 4: [torsdag], 5: [fredag], 6: [lørdag], 7: [søndag]}
    counted: [kroner]
  parts:
    d: "{day:D}."
  modifiers:
    since: {pattern: "siden ", effect: since}
  rules:
    day-month-year:
      pattern: "({_:weekday} )?(den )?{d} {month} {year:Y}"
      op: date
      examples: {"den 3. maj 2018": 2018-05-03, "siden 3. maj 2018": 2018-05-03/..}
    weekday:
      pattern: "{weekday}"
      op: date
      examples: {"mandag | 2019-03-27": 2019-03-25, "mandag": XXXX-WXX-1}
    amount:
      pattern: "{_:N} {_:counted}"
      op: none
      examples: {"2018 kroner": nothing}
"""


def written(folder: Path, text: str, name: str = "da.yaml") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def fatal(tag: str) -> list[str]:
    return [f"{problem.line}: {problem.message} {problem.hint}" for problem in proofreading.check(tag) if problem.fatal]


def check(*words: str) -> Result:
    return CliRunner().invoke(cli.main, ["languages", "check", *words], catch_exceptions=False)


@pytest.mark.parametrize("tag", [tag for tag in language.tags() if tag != "und"])
def test_every_language_that_comes_along_is_done(tag: str) -> None:
    assert fatal(tag) == []


def test_a_small_file_is_done_but_for_the_sections_that_it_leaves_out(tmp_path: Path) -> None:
    run = check(written(tmp_path, SMALL))
    assert (run.exit_code, run.stdout) == (0, "da: done, without reading and labels.\n")
    assert "no pages are told in it" in run.stderr


def test_a_language_may_be_only_told_and_then_reads_nothing(tmp_path: Path) -> None:
    told = FRENCH.partition("\ndates:")[0] + "\nlabels:" + FRENCH.partition("\nlabels:")[2]
    tag = written(tmp_path, told, "fr.yaml")
    run = check(tag)
    assert (run.exit_code, run.stdout) == (0, "fr: done, without dates and reading.\n")
    assert "no times are found in its texts" in run.stderr
    assert [problem.fatal for problem in proofreading.unreadable(tag)] == [True]


def test_a_language_that_is_neither_read_nor_told_is_not_done(tmp_path: Path) -> None:
    assert ["no section “dates”" in problem for problem in fatal(written(tmp_path, "name: dansk\n"))] == [True]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("name: dansk", "title: dansk", 1, "the file has no “name”"),
        ("lists:", "list:", 3, "Known are lists"),
        ("[marts]", "[]", 4, "“dates: lists: month: 3” is an empty list"),
        ("[marts]", '[""]', 4, "holds no text"),
        ("3: [marts], ", "", 4, "The list “month” lacks 3."),
        ("[marts]", "[mars]", 4, "“marts” is not among the words for 3."),
        ("7: [søndag]", "8: [søndag]", 6, "The list “weekday” lacks 7."),
        ("    weekday: {1", "    weekday_: {1", 14, "“{weekday}” names no list and no part."),
        ("  parts:\n", "  parts:\n    unheard: x\n", 9, "“unheard” is used by no pattern."),
        ("effect: since", "effect: then", 11, "“then” is no effect."),
        ("3: [marts]", "march: [marts]", 4, "“march” is no value of “month”."),
        ('pattern: "{weekday}"', 'pattern: "{dag:weekday}"', 18, "“dag” is no field. Fields are year, "),
        ('pattern: "{weekday}"', 'pattern: "{_:weekday}"', 18, "“op: date” needs year or month or day"),
        ("op: none", 'op: shift\n      fields: {unit: days}', 24, "“days” is no value of “unit”. See the manual"),
        ("op: none", 'op: set\n      told: maybe', 24, "“maybe” is not known here. Write yes or ahead or over, or take it out."),
        ("[marts]", "[mar(ts]", 4, "“mar(ts” lacks a “)”"),
        ('"siden "', '"siden {day:D} "', 10, "cannot be written out"),
        ("{d} {month}", "{dd} {month}", 14, "“{dd}” names no list and no part."),
        ("(den )?", "(den ?", 13, "lacks a “)”"),
        ('"{day:D}."', '"({day:D}."', 9, "lacks a “)”"),
        ("      op: date\n", "", 13, "has no “op”"),
        ("op: none", "op: never", 23, "“never” is no operation."),
        ("      examples: {\"2018 kroner\": nothing}", "", 21, "has no “examples”"),
        ("{\"2018 kroner\": nothing}", "{}", 24, "is empty"),
        ("2019-03-25", "2019-03-24", 20, "is read as 2019-03-25 (da/weekday), not as 2019-03-24."),
        ("\"mandag | 2019-03-27\": 2019-03-25", "\"mandag | 27.3.\": 2019-03-25", 20, "The date after “|” cannot be read"),
        ("\"2018 kroner\": nothing", "\"den 3. maj 2018\": 2018-05-03", 21, "says what is no time, but has no example of it."),
        ("{\"mandag | 2019-03-27\": 2019-03-25, \"mandag\": XXXX-WXX-1}", "{\"i dag\": nothing}", 17, "None of its examples"),
        ("name: dansk", "name: dansk\nname: dansk", 2, "a second time"),
        ("name: dansk", "name: [", 1, "is not valid YAML"),
        ("  rules:", "  rules:\n    odd: 3", 13, "no “key: value” lines"),
    ],
)  # fmt: skip
def test_what_keeps_it_from_being_done_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in SMALL
    tag = written(tmp_path, SMALL.replace(old, new, 1))
    found = fatal(tag)
    assert any(said in problem and int(problem.partition(":")[0]) == line for problem in found), found
    run = check(tag)
    assert run.exit_code == 1
    assert f"error: {tag}:{line}:" in run.stderr
    assert re.fullmatch(r"da: \d+ to mend\.\n", run.stdout)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    timeline: Chronologie\n", "", "“ui: timeline” lacks."),
        ("    timeline: Chronologie\n", "    timeline: Chronologie {n}\n", "has other blanks than elsewhere. They are: none."),
        ("    timeline: Chronologie\n", "    timeline: Chronologie\n    odd: x\n", "“ui: odd” stands in no other language."),
        ('{one: "{n} article", other', '{two: "{n} article", other', "lacks the plural form “one”."),
        ('"{n} article"', '"un article"', "The number is not in it."),
        ('"2018-04": avril 2018', '"2018-04": mai 2018', "2018-04 is told as “avril 2018”, not as “mai 2018”."),
        ("    launch: Lancement\n", "", "“kinds: launch” lacks."),
        ("not: ['Il aurait faim.']", "not: ['Il aurait payé.']", "is seen in “Il aurait payé.”"),
        ("'La société aurait versé 2 millions. => -'", "'La société versa 2 millions. => -'", "is said by -, not by anyone"),
        ("'La société aurait versé 2 millions. => -'", "'La société aurait versé 2 millions.'", "write “sentence => who”"),
        ("examples: ['la poursuite', ", "examples: ['le juge', ", "“le juge” is official"),
        ("['Elle dit | que", "['Elle | dit que", "no subordinate clause at the bar"),
        ("(?:{adv})?lancé{e}", "(?:{adverb})?lancé{e}", "{adverb} is no entry of `words`."),
        ("(?:{adv})?lancé{e}", "(?:{adv}?lancé{e}", "is no regular expression"),
        ("scope: sentence", "scope: page", "“page” is no scope."),
        ("    launch:\n      words:", "    lunch:\n      words:", "The kind “launch” has no words."),
        ("'M. Lind a signé.'", "'Il a signé. Elle aussi.'", "is cut"),
        ("'Par Jeanne Martin'", "'Jeanne Martin'", "is not seen in “Jeanne Martin”"),
    ],
)
def test_sentences_and_labels_that_do_not_hold_are_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in FRENCH
    tag = written(tmp_path, FRENCH.replace(old, new, 1), "fr.yaml")
    found = [f"{miss.message} {miss.hint}" for miss in (*story.misses(tag), *labels.misses(tag))]
    assert any(said in problem for problem in found), found
    assert len(found) < 6


def test_the_whole_file_copied_elsewhere_is_as_done_as_here(tmp_path: Path) -> None:
    assert proofreading.check(written(tmp_path, FRENCH, "fr.yaml")) == ()


def test_a_pattern_that_is_slow_is_named(tmp_path: Path) -> None:
    text = FRENCH.replace("'avocate?s?|veuve|", "'avocate?s?|veuve|(?:a )*b|", 1)
    (found,) = fatal(written(tmp_path, text, "fr.yaml"))
    assert "takes more than linear time on “a ” over and over." in found


@pytest.mark.parametrize("pattern", ["a*b", "a*a*b", "(?:a|a)*b"], ids=["quadratic", "cubic", "doubling"])
def test_a_slow_pattern_is_noticed_before_it_takes_forever(pattern: str) -> None:
    assert pace.slow(re.compile(pattern).search) == "a"


def test_a_pattern_that_is_not_slow_is_none() -> None:
    assert pace.slow(re.compile(r"ab").search) is None


def test_languages_are_listed() -> None:
    run = CliRunner().invoke(cli.main, ["languages"], catch_exceptions=False)
    assert run.exit_code == 0
    rows = [line.split() for line in run.stdout.splitlines()]
    assert rows[0] == ["tag", "language", "read", "told"]
    assert ["fr", "français", "events", "yes"] in rows
    assert "und" not in run.stdout


def test_a_language_that_there_is_not_is_mistyped() -> None:
    for typed in ("tlh", "nowhere.yaml", "und"):
        run = check(typed)
        assert run.exit_code == 2
        assert f"There is no language file “{typed}”" in run.stderr


def test_one_language_is_checked_alone() -> None:
    assert check("ca").stdout.startswith("ca: done, ")
