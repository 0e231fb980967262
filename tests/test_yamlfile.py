"""YAML is read as text with places, and everything that could mislead or hurt is refused with its line."""

import pytest

from dateline import yamlfile
from dateline.model import Stop


def test_scalars_stay_the_text_that_was_typed() -> None:
    read = yamlfile.load("a: no\nb: 2018-04\nc: 010\nd: 2018-02-30\ne: 1e3\nf: ''\n", "f.yaml")
    assert read == {"a": "no", "b": "2018-04", "c": "010", "d": "2018-02-30", "e": "1e3", "f": ""}


def test_nothing_and_null_are_none() -> None:
    assert yamlfile.load("a:\nb: ~\nc: null\nd: 'null'\n", "f.yaml") == {"a": None, "b": None, "c": None, "d": "null"}


def test_values_know_their_place_and_end() -> None:
    text = "a: x\nlist:\n  - one\n  - two: 2\n"
    read = yamlfile.fields(yamlfile.load(text, "f.yaml", first_line=2), "f.yaml", "it")
    items = read["list"]
    assert isinstance(items, yamlfile.Items)
    assert read.line("list") == 3
    second = items[1]
    assert isinstance(second, yamlfile.Fields)
    assert second.place == (5, 5)
    assert isinstance(items[0], yamlfile.Text)
    assert text[: items[0].end].endswith("one")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "second time (first on line 1)"),
        ("a: &x 1\n", 1, "anchor"),
        ("a: *x\n", 1, "alias"),
        ("a: !!python/object:os.system 1\n", 1, "tag"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a: b: c\n", 1, "mapping values"),
        ("a:\n\t- b\n", 2, "token"),
        ("ok: 1\na: \x07\n", 2, "U+0007"),
        ("? [a]\n: b\n", 1, "key"),
        ("[" * 5000, 1, "deep"),
    ],
)
def test_what_misleads_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(Stop) as stop:
        yamlfile.load(text, "f.yaml")
    (problem,) = stop.value.problems
    assert problem.line == line
    assert said in problem.message
    assert problem.hint


def test_an_unknown_key_gets_the_nearest_known_one() -> None:
    read = yamlfile.fields(yamlfile.load("titel: x\n", "f.yaml"), "f.yaml", "it")
    (problem,) = yamlfile.unknown_keys(read, ["title", "outlet"], "f.yaml")
    assert "“titel”" in problem.message
    assert "“title”" in problem.hint
    assert problem.line == 1
