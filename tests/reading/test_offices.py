"""Who is accused never speaks as the authorities: not by name, and not by the office that they hold."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from dateline.dossier import Case, Party
from dateline.model import Article, Document, Voice
from dateline.reading import desk, names, offices
from dateline.texts import Texts


def role(lang: str, who: str, *parties: Party, text: str = "") -> str | None:
    document = Document(Article("a", lang), text, PurePosixPath("a.txt"))
    return offices.personal(Voice("alleged", who, "official"), document, names.names([document], parties)).role


def lind(*, accused: bool = True, **told: str) -> Party:
    return Party("lind", ("Rolf Lind", "Lind"), role=Texts.of(told), accused=accused)


@pytest.mark.parametrize(
    ("lang", "who", "office", "authority"),
    [
        ("en", "Mayor Lind", "Mayor of Haverlo", "the city council"),
        ("en", "the police officer", "Police officer", "the police"),
        ("de", "der Bürgermeister", "Bürgermeister von Haverlo", "die Staatsanwaltschaft"),
        ("fr", "le maire", "Maire d’Haverlo", "le parquet"),
        ("fr", "l’inspecteur de police", "Inspecteur de police", "la police"),
        ("nl", "de burgemeester", "Burgemeester van Haverlo", "de politie"),
        ("es", "la ministra", "Ministra de Hacienda", "el ministerio"),
        ("it", "il sindaco", "Sindaco di Haverlo", "la procura"),
        ("pt", "o ministro", "Ministro das Finanças", "a polícia"),
    ],
)
def test_an_office_of_an_accused_party_is_no_authority(lang: str, who: str, office: str, authority: str) -> None:
    assert role(lang, who, lind(**{lang: office})) == "person"
    assert role(lang, authority, lind(**{lang: office})) == "official"
    assert role(lang, who, lind(accused=False, **{lang: office})) == "official"


@pytest.mark.parametrize(
    ("lang", "who", "text"),
    [
        ("en", "the mayor", "Mayor Rolf Lind was charged. The mayor denied it."),
        ("de", "der Bürgermeister", "Angeklagt ist Bürgermeister Lind."),
        ("fr", "le maire", "Le maire Rolf Lind est poursuivi."),
        ("nl", "de minister", "Tegen minister Lind loopt een zaak."),
        ("es", "el alcalde", "El alcalde Rolf Lind fue acusado."),
        ("it", "il sindaco", "Il sindaco Lind è indagato."),
        ("pt", "o ministro", "O ministro Lind foi acusado."),
    ],
)
def test_the_article_tells_the_office_before_the_name(lang: str, who: str, text: str) -> None:
    assert role(lang, who, lind(), text=text) == "person"
    assert role(lang, who, lind(), text=text.replace("Lind", "Osk")) == "official"


@pytest.mark.parametrize("who", ["prosecutors in the case against Lind", "the court", "police"])
def test_who_only_speaks_of_the_accused_stays_an_authority(who: str) -> None:
    assert role("en", who, lind(), text="The police arrested Lind. Prosecutors charged Rolf Lind.") == "official"


@pytest.mark.parametrize("who", ["Mayor Lind", "Mayor Rolf Lind", "Lind, the mayor"])
def test_a_name_is_enough(who: str) -> None:
    assert role("en", who, lind()) == "person"


@pytest.mark.parametrize(("accused", "status"), [(True, "alleged"), (False, "established")])
def test_what_an_accused_mayor_tells_of_an_arrest_is_a_claim(tmp_path: Path, accused: bool, status: str) -> None:
    folder = tmp_path / "content" / "port" / "articles"
    folder.mkdir(parents=True)
    text = (
        "Anna Osk was arrested on 3 May 2019, Mayor Lind said. Osk is the treasurer of the town, and has a seat in its council."
    )
    (folder / "a.txt").write_text(f"---\nlang: en\ndate: 2021-06-16\n---\n{text}\n", "utf-8")
    reading = desk.read(tmp_path, Case("port", parties=(lind(accused=accused), Party("osk", ("Anna Osk", "Osk")))))
    (event,) = [event for event in reading.events if event.when and event.when.edtf == "2019-05-03"]
    assert event.citations[0].voice.status == status
