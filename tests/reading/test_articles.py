"""Articles as newsrooms have them: with front matter, raw, broken; what is unknown stays unknown."""

from pathlib import Path, PurePosixPath

import pytest

from dateline.model import Article, Document, Stop
from dateline.reading import articles
from dateline.when import When

STORY = "Le port de Varne a signé un contrat avec la société Korvaal en 2016, selon la plainte déposée lundi par les pêcheurs de la baie."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "content" / "port" / "articles"
    made.mkdir(parents=True)
    return made


def one(folder: Path, text: str, name: str = "a.txt") -> articles.Document:
    (folder / name).write_text(text, "utf-8", newline="")
    documents, problems = articles.read_folder(folder.parents[2], "port")
    assert [p for p in problems if p.fatal] == []
    return documents[0]


def test_offsets_count_from_the_line_after_the_front_matter(folder: Path) -> None:
    document = one(folder, f"---\ntitle: Un contrat\ndate: 2019-03-27\nlang: fr\n---\n{STORY}\n")
    assert document.text == STORY + "\n"
    assert document.line == 6
    assert document.article.published is not None
    assert document.article.published.edtf == "2019-03-27"
    assert articles.body(folder / "a.txt", "a.txt") == document.text


def test_a_raw_file_is_its_whole_text_untouched(folder: Path) -> None:
    raw = f" date 2019-04 {STORY}\r\n\r\n{STORY}\r\n"
    document = one(folder, raw)
    assert document.text == raw
    assert document.article.lang == "fr"
    assert document.article.published is not None
    assert document.article.published.edtf == "2019-04"


def test_a_byte_order_mark_is_no_text(folder: Path) -> None:
    assert one(folder, "\ufeff" + STORY).text == STORY


def test_an_unknown_date_stays_unknown(folder: Path) -> None:
    assert one(folder, f"---\ndate:\n---\n{STORY}").article.published is None
    assert one(folder, STORY).article.published is None


@pytest.mark.parametrize(("typed", "edtf"), [("27 mars 2019", "2019-03-27"), ("mars 2019", "2019-03"), ("2019", "2019")])
def test_a_date_as_people_type_it_is_no_more_precise_than_typed(folder: Path, typed: str, edtf: str) -> None:
    document = one(folder, f"---\nlang: fr\ndate: {typed}\n---\n{STORY}")
    assert document.article.published is not None
    assert document.article.published.edtf == edtf


@pytest.mark.parametrize(
    ("data", "kind", "line"),
    [
        (b"", "empty-article", 1),
        (b"---\ntitle: x\n---\n  \n", "empty-article", 4),
        (b"---\ntitle: x\nstory", "front-matter", 1),
        (b"abc\nd\xe9f", "encoding", 2),
        (b"abc\0def", "encoding", 1),
        (b"---\nlang: xx\n---\nabc", "language", 2),
        (b"---\ntitle: x\ntitle: y\n---\nabc", "yaml", 3),
        (b"---\nlang: fr\ndate: hier\n---\nabc", "date", 3),
        (b"---\nlang: fr\ndate: 2018-02-30\n---\nabc", "date", 3),
        (b"---\nlang: fr\nurl: javascript:alert(1)\n---\nabc", "url", 3),
        (b"---\nlang: fr\ntitel: x\n---\nabc", "unknown-key", 3),
        (b"---\nlang: fr\nexcerpt: maybe\n---\nabc", "excerpt", 3),
    ],
)
def test_a_mistake_is_named_with_its_line(folder: Path, data: bytes, kind: str, line: int) -> None:
    (folder / "a.txt").write_bytes(data)
    _, problems = articles.read_folder(folder.parents[2], "port")
    assert [(p.kind, p.line, p.file) for p in problems] == [(kind, line, "content/port/articles/a.txt")]


def test_one_bad_file_costs_no_other(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xfe")
    (folder / "good.md").write_text(f"---\nlang: fr\n---\n{STORY}", "utf-8")
    documents, problems = articles.read_folder(folder.parents[2], "port")
    assert [d.article.id for d in documents] == ["good"]
    assert [p.kind for p in problems] == ["encoding"]


def test_links_are_not_followed_and_other_files_are_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "scan.pdf").write_bytes(b"%PDF")
    documents, problems = articles.read_folder(folder.parents[2], "port")
    assert documents == ()
    assert [(p.kind, p.fatal) for p in problems] == [("symlink", True), ("not-an-article", False)]


def test_two_files_of_one_id_are_told(folder: Path) -> None:
    (folder / "a.txt").write_text(f"---\nlang: fr\n---\n{STORY}", "utf-8")
    (folder / "a.md").write_text(f"---\nlang: fr\n---\n{STORY}", "utf-8")
    documents, problems = articles.read_folder(folder.parents[2], "port")
    assert len(documents) == 1
    assert [p.kind for p in problems] == ["same-id"]


def test_a_text_in_a_language_without_a_file_is_not_forced_into_one(folder: Path) -> None:
    (folder / "a.txt").write_text("Przedsiębiorstwo podpisało umowę z portem w marcu ubiegłego roku. " * 8, "utf-8")
    _, problems = articles.read_folder(folder.parents[2], "port")
    assert [p.kind for p in problems] == ["language"]


def test_ids_are_made_of_what_addresses_bear() -> None:
    assert articles.article_id(Path("über uns (2).md")) == "über-uns-2"
    assert articles.article_id(Path("...txt")) == "article"


def test_reading_a_lone_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("---\nopen")
    with pytest.raises(Stop, match="never closes"):
        articles.body(tmp_path / "x.txt", "x.txt")


def test_a_short_text_in_another_script_is_not_forced_into_a_language(folder: Path) -> None:
    (folder / "a.txt").write_text("وقعت الشركة العقد في مارس وأغلقت الشرطة المصنع يوم الاثنين.", "utf-8")
    _, problems = articles.read_folder(folder.parents[2], "port")
    assert [p.kind for p in problems] == ["language"]


def test_a_word_processors_file_is_told_as_such(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"PK\x03\x04rest")
    _, problems = articles.read_folder(folder.parents[2], "port")
    assert "word processor" in problems[0].message


def test_front_matter_without_its_first_line_is_told(folder: Path) -> None:
    (folder / "a.txt").write_text(f"title: x\noutlet: y\n---\n{STORY}", "utf-8")
    _, problems = articles.read_folder(folder.parents[2], "port")
    assert [(p.kind, p.line) for p in problems] == [("front-matter", 1)]


@pytest.mark.parametrize(
    ("date", "waiting", "said"),
    [
        ("2022-10-14", ["Monday"], []),
        ("2022-10", [], []),
        ("2022-10", ["Monday", "Monday"], ["is dated 2022-10, without a day, so “Monday” cannot be resolved."]),
    ],
)
def test_a_month_of_publication_is_asked_for_its_day_where_a_word_waits_for_it(
    date: str, waiting: list[str], said: list[str]
) -> None:
    dated = Document(Article("a", "en", published=When.parse(date)), "Text.", PurePosixPath("a.md"), line=4)
    problems = articles.undated(dated, waiting)
    assert [problem.message for problem in problems] == said
    assert all("write “date: YYYY-MM-DD” in its front matter" in problem.hint for problem in problems)


@pytest.mark.parametrize(("typed", "lang"), [("fr-BE", "fr"), ("pt_BR", "pt"), ("FR", "fr"), ("de-Latn-AT", "de")])
def test_a_region_leaves_the_language(folder: Path, typed: str, lang: str) -> None:
    assert one(folder, f"---\nlang: {typed}\n---\n{STORY}").article.lang == lang


def test_a_time_that_no_clock_shows_is_refused() -> None:
    with pytest.raises(ValueError, match="no clock"):
        articles.certain_date("2021-04-03T25:99", "en")
    assert articles.certain_date("2021-04-03T12:30", "en").earliest == "2021-04-03"
