"""A whole case read: in the order of its articles, with what a person must know said once."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline import language
from dateline.dossier import Case, Party
from dateline.reading import desk, triggers

REPORT = "La société Korvaal a signé un contrat avec le port de Varne en 2016, selon la plainte, déposée lundi à Halvermond."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "port" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(f"---\nlang: fr\ndate: 2021-06-16\n---\n{REPORT}\n", "utf-8")
    (folder / "b.txt").write_text(f"---\nlang: fr\n---\n{REPORT}\n", "utf-8")
    return tmp_path


def test_what_is_proposed_cites_its_articles_and_their_origin(project: Path) -> None:
    reading = desk.read(project, Case("port"))
    found = {event.id: event for event in reading.events}
    assert found["2016-contract"].status == "alleged"
    assert found["2021-lawsuit"].when is not None
    assert found["2021-lawsuit"].when.edtf == "2021-06-14"
    assert {article.origin for article in reading.articles} == {"a"}
    assert {article.origin_why for article in reading.articles} == {"same wording, certain"}


def test_an_article_without_a_date_is_named_with_its_open_words(project: Path) -> None:
    (problem,) = desk.read(project, Case("port")).problems
    assert problem.file == "content/port/articles/b.txt"
    assert "“lundi”" in problem.message
    assert "date: YYYY-MM-DD" in problem.hint
    assert not problem.fatal


def test_progress_sees_every_document(project: Path) -> None:
    seen = []

    def progress(documents):  # type: ignore[no-untyped-def]
        for document in documents:
            seen.append(document.article.id)
            yield document

    desk.read(project, Case("port"), progress)
    assert seen == ["a", "b"]


def test_reading_twice_proposes_the_same(project: Path) -> None:
    assert desk.read(project, Case("port")) == desk.read(project, Case("port"))


def test_a_language_of_which_only_the_dates_are_known_is_read_for_what_it_dates(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = language.load

    def dates_only(tag: str) -> language.Language:
        return replace(known(tag), reading={}) if tag == "fr" else known(tag)

    monkeypatch.setattr(language, "load", dates_only)
    monkeypatch.setattr(triggers, "_triggers", triggers._triggers.__wrapped__)
    text = "---\nlang: fr\n---\nLe contrat a été signé le 3 mars 2016. Les 8 et 9 mai 2017, rien."
    (project / "content/port/articles/a.txt").write_text(text, "utf-8")
    (project / "content/port/articles/b.txt").unlink()
    assert {event.kind for event in desk.read(project, Case("port")).events} == {"other"}


def test_an_undated_article_lends_no_day_a_year_from_its_past(project: Path) -> None:
    """“On 8 November” in news without a date is of no year, however many years the article has spoken of."""
    text = "---\nlang: en\n---\nKorvaal was founded in 2011. It grew in 2014, and in 2017 it was sold. On 8 November police raided its office."
    (project / "content/port/articles/a.txt").write_text(text, "utf-8")
    (project / "content/port/articles/b.txt").unlink()
    raid = next(event for event in desk.read(project, Case("port")).events if event.kind == "raid")
    assert raid.when is None


FULL = (
    "Marcus Lind was paid 2,310,000 euros by Harlow Shipping in March 2016, prosecutors in Ghent said. The money went through 14 "
    "accounts in Malta and Cyprus between 2014 and 2016. Harlow Shipping lost 3,400 containers and 212 trucks in those years."
)
RELAYS = {
    "en": "Marcus Lind was paid 2,310,000 euros by Harlow Shipping in March 2016, the Harbour Courier reported. The money went through "
    "14 accounts in Malta and Cyprus between 2014 and 2016, it said.",
    "fr": "Marcus Lind a reçu 2.310.000 euros de Harlow Shipping en mars 2016, a rapporté le Harbour Courier. L’argent serait passé "
    "par 14 comptes à Malte et à Chypre entre 2014 et 2016.",
}


@pytest.mark.parametrize(("lang", "who"), [("en", "prosecutors in Ghent"), ("fr", None)])
def test_what_a_report_relays_is_the_claim_of_whom_the_fuller_text_names(tmp_path: Path, lang: str, who: str | None) -> None:
    folder = tmp_path / "content" / "port" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(f"---\noutlet: The Harbour Courier\nlang: en\ndate: 2021-06-16\n---\n{FULL}\n", "utf-8")
    (folder / "b.txt").write_text(f"---\noutlet: The Tide\nlang: {lang}\ndate: 2021-06-17\n---\n{RELAYS[lang]}\n", "utf-8")
    reading = desk.read(tmp_path, Case("port", parties=(Party("lind", ("Marcus Lind",)), Party("harlow", ("Harlow Shipping",)))))
    assert {article.origin for article in reading.articles} == {"the-harbour-courier"}
    told = [event for event in reading.events if event.when and event.when.edtf == "2016-03"]
    assert [citation.article for event in told for citation in event.citations] == ["a", "b"]
    voice = told[0].citations[1].voice
    assert (voice.status, voice.who, voice.role) == ("alleged", who, "official")


@pytest.mark.parametrize("who", ["prosecutors in Ghent said", "the Harbour Courier reported", "the paper said"])
def test_what_only_passes_on_a_report_makes_no_claim_of_it(tmp_path: Path, who: str) -> None:
    """A relay names the outlet as who says so; what that outlet vouches for stays so, but not what another claims there."""
    folder = tmp_path / "content" / "port" / "articles"
    folder.mkdir(parents=True)
    own = FULL.replace(", prosecutors in Ghent said", "")
    told = RELAYS["en"].replace("the Harbour Courier reported", who).replace(", it said", ", according to the Harbour Courier")
    (folder / "a.txt").write_text(f"---\noutlet: The Harbour Courier\nlang: en\ndate: 2021-06-16\n---\n{own}\n", "utf-8")
    (folder / "b.txt").write_text(f"---\noutlet: The Tide\nlang: en\ndate: 2021-06-17\n---\n{told}\n", "utf-8")
    reading = desk.read(tmp_path, Case("port", parties=(Party("lind", ("Marcus Lind",)), Party("harlow", ("Harlow Shipping",)))))
    assert {article.origin for article in reading.articles} == {"the-harbour-courier"}
    (event,) = [event for event in reading.events if event.when and event.when.edtf == "2016-03"]
    assert [citation.voice.status for citation in event.citations] == ["established", "alleged"]
    assert event.status == ("alleged" if "prosecutors" in who else "established")


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "Lind sold the yard in 2016, the Courier reported, citing prosecutors.", "prosecutors"),
        ("en", "The Courier reported that Lind sold the yard in 2016, according to prosecutors.", "prosecutors"),
        ("en", "The Courier reported that Lind sold the yard in 2016.", "The Courier"),
        ("en", "Lind sold the yard in 2016, Osk wrote, citing an audit.", "Osk"),
        ("en", "Lind sold the yard in 2016, citing its losses.", None),
        ("fr", "Lind a vendu le chantier en 2016, a rapporté le Courier, citant le parquet.", "le parquet"),
        ("de", "Lind habe im Mai 2016 die Werft verkauft, schrieb der Courier unter Berufung auf die Staatsanwaltschaft.", "Staatsanwaltschaft"),
        ("nl", "Lind verkocht in 2016 de werf, meldde de Courier onder verwijzing naar het parket.", "het parket"),
        ("es", "Lind vendió el astillero en 2016, informó el Courier, citando a la fiscalía.", "la fiscalía"),
        ("it", "Lind vendette il cantiere nel 2016, ha scritto il Courier, citando la procura.", "la procura"),
        ("pt", "Lind vendeu o estaleiro em 2016, noticiou o Courier, citando a procuradoria.", "a procuradoria"),
    ],
)  # fmt: skip
def test_an_outlet_of_the_case_only_relays_whom_its_report_names(tmp_path: Path, lang: str, text: str, who: str | None) -> None:
    folder = tmp_path / "content" / "port" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("---\noutlet: The Courier\nlang: en\ndate: 2021-06-16\n---\nA crane fell.\n", "utf-8")
    (folder / "b.txt").write_text(f"---\noutlet: The Tide\nlang: {lang}\ndate: 2021-06-17\n---\n{text}\n", "utf-8")
    (event,) = desk.read(tmp_path, Case("port", parties=(Party("lind", ("Lind",)),))).events
    assert event.citations[0].voice.who == who


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("According to the Courier, Lind filed a lawsuit against Osk on 7 March 2021.", "alleged"),
        ("Lind filed a lawsuit against Osk on 7 March 2021.", "established"),
        ("Prosecutors said Lind filed a lawsuit against Osk on 7 March 2021.", "established"),
    ],
)
def test_a_lawsuit_on_the_word_of_another_outlet_is_its_claim(tmp_path: Path, text: str, status: str) -> None:
    folder = tmp_path / "content" / "port" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("---\noutlet: The Courier\nlang: en\ndate: 2021-06-16\n---\nA crane fell.\n", "utf-8")
    (folder / "b.txt").write_text(f"---\noutlet: The Tide\nlang: en\ndate: 2021-06-17\n---\n{text}\n", "utf-8")
    (event,) = desk.read(tmp_path, Case("port", parties=(Party("lind", ("Lind",)),))).events
    assert (event.kind, event.status) == ("lawsuit", status)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Entre janvier 2019 et mars 2021, elle aurait détruit les dossiers."),
        ("en", "Between January 2019 and March 2021, she allegedly destroyed the files."),
        ("es", "Entre enero de 2019 y marzo de 2021, la empresa habría destruido los documentos."),
        ("nl", "Tussen januari 2019 en maart 2021, bij nacht, zou zij de dossiers hebben vernietigd."),
    ],
)
def test_hearsay_behind_a_range_that_holds_an_and_is_no_fact(tmp_path: Path, lang: str, text: str) -> None:
    folder = tmp_path / "content" / "port" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(f"---\nlang: {lang}\ndate: 2023-04-18\n---\n{text}\n", "utf-8")
    (event,) = desk.read(tmp_path, Case("port")).events
    assert event.status != "established"
