"""case.yaml is optional; what it says is read, and mistakes in it are sentences (see also tests/broken)."""

from __future__ import annotations

from pathlib import Path

import pytest
from roof import empty, library

from dateline import case, language
from dateline.dossier import Case, Party, Reply
from dateline.model import Stop
from dateline.texts import Texts


def test_the_library(tmp_path: Path) -> None:
    found, problems = case.load(library(tmp_path), "library")
    assert problems == ()
    assert (found.languages, found.publisher, found.publisher_url) == (("en", "fr"), "The Marrow Desk", "https://desk.example/")
    kestrel, marrow = found.parties
    assert kestrel.names == ("Kestrel Roofing", "Kestrel")
    assert kestrel.accused
    words = Texts((("en", "We built what was ordered."), ("fr", "Nous avons construit ce qui était commandé.")))
    assert kestrel.reply == Reply("2021-05-01", "2021-05-04", words, ("courrier",))
    assert marrow == Party("marrow", ("Marrow",))
    assert found.protect == ("Wren Adeyemi",)


def test_without_a_case_file_the_folder_names_the_case(tmp_path: Path) -> None:
    found, (problem,) = case.load(empty(tmp_path), "roof")
    assert (found.languages, found.titles) == ((), Texts((("", "roof"),)))
    assert not problem.fatal


@pytest.mark.parametrize(
    ("stated", "articles", "told"),
    [
        (("fr",), ("en",), ("fr",)),
        ((), ("fr", "en", "fr"), ("fr", "en")),
        ((), ("tlh", "nl"), ("nl",)),  # Klingon has no labels
    ],
)
def test_languages_told(stated: tuple[str, ...], articles: tuple[str, ...], told: tuple[str, ...]) -> None:
    found = case.told(Case("roof", stated, Texts((("", "Roof"),))), articles)
    assert (found.languages, found.titles) == (told, Texts(((told[0], "Roof"),)))


def test_a_case_always_is_told_in_some_language() -> None:
    assert case.told(Case("roof"), ()).languages == language.usual()[:1] == ("en",)


def test_which_folders_are_cases(tmp_path: Path) -> None:
    for name in ("b", "a case", "ünïcode", ".git", "_old"):
        (tmp_path / "content" / name).mkdir(parents=True)
    (tmp_path / "content" / "note.txt").touch()
    assert case.ids(tmp_path) == ("a case", "b", "ünïcode")
    assert case.ids(tmp_path / "nowhere") == ()


@pytest.mark.parametrize("name", ["rof", "..", "../content/roof", "/etc", ""])
def test_only_cases_of_the_project_are_opened(tmp_path: Path, name: str) -> None:
    with pytest.raises(Stop, match="there is no case"):
        case.load(empty(tmp_path), name)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "~\n"])
def test_an_empty_case_file_is_a_case(tmp_path: Path, text: str) -> None:
    (empty(tmp_path) / "content/roof/case.yaml").write_text(text, "utf-8")
    assert case.load(tmp_path, "roof")[0].titles.pairs[0][1] == "roof"


def test_a_reply_of_a_day_and_no_words_is_not_called_missing(tmp_path: Path) -> None:
    project = library(tmp_path)
    party = "parties:\n  - {name: Kestrel, accused: yes, reply: {answered: 2020-01-02}}\n"
    (project / "content/other").mkdir()
    (project / "content/other/case.yaml").write_text(party, "utf-8")
    _, problems = case.load(project, "other")
    (problem,) = [one for one in problems if one.kind == "no-reply"]
    assert "the reply of 2020-01-02 is recorded without its words" in problem.message


def test_two_parties_with_one_name_are_an_error(tmp_path: Path) -> None:
    project = library(tmp_path)
    path = project / "content" / "library" / "case.yaml"
    text = "title: {en: The roof}\nparties:\n  - {id: lind, name: Ann Lind, aliases: [Lind]}\n  - id: berg\n    name: Bo Berg\n"
    path.write_text(text + "    aliases: [Berg, LIND]\n", "utf-8")
    _, problems = case.load(project, "library")
    assert [(problem.line, problem.message) for problem in problems if problem.kind == "duplicate"] == [
        (6, "“LIND” is a name of “lind” and of “berg”.")
    ]
    path.write_text(text + "    aliases: [Berg, Bo]\n", "utf-8")
    assert not [problem for problem in case.load(project, "library")[1] if problem.kind == "duplicate"]
