"""However an article was typeset, the same is read in it, and quoted as it stands there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from dateline import language
from dateline.dossier import Case, Party
from dateline.faircopy import FairCopy, even
from dateline.model import Article, Document, Event
from dateline.reading import articles, dates, desk, names, reports, sentences, voices
from dateline.reading.dates.filter import filter_line
from dateline.when import When

PUBLISHED = When.parse("2019-05-14")
ARTICLE = """« La société Dépôt-Élan a été payée », a affirmé la comptable en août 2018.

Le maire a été arrêté le 3 février 2019, a déclaré le procureur. Dépôt-Élan aurait versé 2 millions d'euros en décembre 2017, selon la plainte déposée lundi.
"""


def typeset(text: str) -> str:
    """The same in other characters: accents apart, letters joined, what is not seen, and other spaces, hyphens and digits."""
    text = re.sub(r"(?<=\w)['’](?=\w)", "\u02bc", text.replace("fi", "ﬁ").replace("fl", "ﬂ"))
    text = re.sub(r"(?<=[^\W\d_]{3})(?=[^\W\d_]{3})", "\xad", text).replace("-", "\u2011").replace(" ", " \xa0")
    text = "".join(chr(ord(sign) + 0xFEE0) if sign in "0123456789" else sign for sign in text)
    return unicodedata.normalize("NFD", text)


def plain(text: str | None) -> str | None:
    return text and even(text).replace("’", "'")


def examples(tag: str) -> Iterator[str]:
    """The sentences that stand beside the rules for who says so, what happened, and how much."""
    reading = language.load(tag).reading
    for rule in (*reading["voices"], *reading["triggers"].values(), reading["figures"]):
        yield from (text.partition(" => ")[0] for text in (*rule["examples"], *rule.get("not", ())))


def read(tag: str, text: str) -> list[Any]:
    lang, copy = language.load(tag), FairCopy.of(text)
    document = Document(Article("a", tag, published=PUBLISHED), copy.text, PurePosixPath("a"), copy=copy)
    story = sentences.sentences(document, lang)
    found = reports.reports(story, dates.find(copy.text, lang, PUBLISHED), names.names([document], ()), "a")
    said = [reach.voice for one in story for reach in voices.reaches(one, lang)]
    told = [(r.kind, r.when, r.voice.status, plain(r.voice.who), [(f.value, f.unit) for f in r.figures]) for r in found]
    return [*told, *((voice.status, plain(voice.who), voice.rule) for voice in said)]


@pytest.mark.parametrize("tag", [tag for tag in language.tags("reading") if "voices" in language.load(tag).reading])
def test_typography_changes_nothing_of_what_is_read(tag: str) -> None:
    some = list(examples(tag))[::3]
    assert [text for text in some if read(tag, typeset(text)) != read(tag, text)] == []


def case(folder: Path, text: str, *parties: Party) -> tuple[tuple[Event, ...], str, list[str]]:
    """What is read in a case of one article, its text as it stands in the file, and what must be known."""
    path = folder / "content" / "c" / "articles" / "a.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\nlang: fr\n---\n{text}", "utf-8")
    reading = desk.read(folder, Case("c", parties=parties))
    return reading.events, articles.body(path, "a.md"), [str(problem) for problem in reading.problems]


@pytest.mark.parametrize("form", [typeset, lambda text: unicodedata.normalize("NFD", text)])
@pytest.mark.parametrize("name", ["NFC", "NFD"])
def test_an_article_is_quoted_in_its_own_characters(tmp_path: Path, form: Any, name: Any) -> None:
    party = Party("depot", (unicodedata.normalize(name, "Dépôt-Élan"),))
    expected, _, _ = case(tmp_path, ARTICLE, party)
    found, text, problems = case(tmp_path, form(ARTICLE), party)
    assert [(e.when, e.kind, e.status, e.parties) for e in found] == [(e.when, e.kind, e.status, e.parties) for e in expected]
    assert {event.status for event in found} == {"alleged", "established"}
    assert any(event.parties == ("depot",) for event in found)
    assert form("lundi") in problems[0]
    for citation in (citation for event in found for citation in event.citations):
        assert citation.quote == text[citation.start : citation.end]
        assert text[: citation.start].endswith(citation.prefix)
        assert text[citation.end :].startswith(citation.suffix)
        for part in (citation.mention, *citation.figures):
            assert part is None or part.words == text[part.start : part.end]
        voice = citation.voice
        assert voice.cue is None or voice.cue == text[voice.start : voice.end].strip()


def test_times_are_found_in_a_decomposed_text_at_its_own_places() -> None:
    text = unicodedata.normalize("NFD", "Démis en août 2018, rappelé le 3 février 2019.")
    found = filter_line({"id": "a", "lang": "fr", "dct": None, "text": text})["dates"]
    assert [one["value"] for one in found] == ["2018-08", "2019-02-03"]
    assert [one["text"] for one in found] == [text[one["start"] : one["end"]] for one in found]
    (mention, _) = dates.find(text, language.load("fr"), None)
    assert mention.words == text[mention.start : mention.end] == unicodedata.normalize("NFD", "août 2018")


def test_a_name_with_a_letter_that_is_small_in_no_way_of_its_own_stops_nothing(tmp_path: Path) -> None:
    events, _, _ = case(tmp_path, "En 2018, la société İstanbul a signé un contrat avec Élan.", Party("i", ("Istanbul",)))
    assert [replace(event, citations=()).kind for event in events] == ["contract"]


def test_a_sentence_that_is_read_in_parts_is_named_with_its_line(tmp_path: Path) -> None:
    text = "Rien.\n\nLa société dit que " + " et ".join("le port a été vendu" for _ in range(300)) + "."
    problems = case(tmp_path, text)[2]
    assert [problem.split(": ")[0] for problem in problems if "read in parts" in problem] == ["content/c/articles/a.md:6"]
