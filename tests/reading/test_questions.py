"""What a question asks is not told; what it takes for granted is told by nobody, and what it mentions is told."""

import pytest
from telltale import read

from dateline.model import Event

WHETHER = {
    "en": "Did Kern pay the mayor 9,000 euros in May 2018?",
    "de": "Hat Kern dem Bürgermeister im Mai 2018 9.000 Euro gezahlt?",
    "nl": "Betaalde Kern de burgemeester in mei 2018 9.000 euro?",
    "fr": "Kern a-t-il versé 9 000 euros au maire en mai 2018 ?",
    "es": "¿Pagó Kern 9.000 euros al alcalde en mayo de 2018?",
    "it": "Kern ha versato 9.000 euro al sindaco nel maggio 2018?",
    "pt": "Kern pagou 9 mil euros ao autarca em maio de 2018?",
}
WHICH = {
    "en": "Why was Kern arrested in May 2018?",
    "de": "Warum wurde Kern im Mai 2018 verhaftet?",
    "nl": "Waarom werd Kern in mei 2018 aangehouden?",
    "fr": "Pourquoi Kern a-t-il été arrêté en mai 2018 ?",
    "es": "¿Por qué fue detenido Kern en mayo de 2018?",
    "it": "Perché Kern è stato arrestato nel maggio 2018?",
    "pt": "Por que Kern foi detido em maio de 2018?",
}
INDIRECT = {
    "en": "Whether Kern was arrested in May 2018, police would not say.",
    "de": "Ob Kern im Mai 2018 verhaftet wurde, wollte die Polizei nicht sagen.",
    "nl": "Of Kern in mei 2018 werd aangehouden, is onduidelijk.",
    "fr": "On ignore si Kern a été arrêté en mai 2018.",
    "es": "Se desconoce si Kern fue detenido en mayo de 2018.",
    "it": "Non è chiaro se Kern, di 40 anni, sia stato arrestato nel maggio 2018.",
    "pt": "Não se sabe se Kern foi detido em maio de 2018.",
}
NOTE = "its words ask, and do not say"


def _told(lang: str, text: str) -> list[tuple[str, str, str | None]]:
    return [(event.kind, event.status, event.note) for event in _events(lang, text)]


def _events(lang: str, text: str) -> tuple[Event, ...]:
    return read(("a", lang, text, "2020-02-07"))


@pytest.mark.parametrize("lang", sorted(WHETHER))
def test_what_is_asked_is_of_no_kind_and_told_by_nobody(lang: str) -> None:
    assert _told(lang, WHETHER[lang]) == [("other", "reported", NOTE)]


@pytest.mark.parametrize("lang", sorted(INDIRECT))
def test_what_a_whether_asks_is_asked(lang: str) -> None:
    assert _told(lang, INDIRECT[lang]) == [("other", "reported", NOTE)]


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        ("en", "Whether Kern, the broker, was arrested in May 2018 is unclear.", ["other"]),
        ("en", "Police raided the bank in May 2018 to find out whether it had paid bribes.", ["raid"]),
        ("en", "Asked whether Kern was arrested in May 2018, police said yes.", ["arrest"]),
        ("en", "Whether Kern paid, nobody knows, but he was arrested in May 2018.", ["arrest"]),
        ("de", "Ob Kern zahlte, ist offen, Brill wurde im Mai 2018 verhaftet.", ["arrest"]),
        ("de", "Ob des Skandals wurde Kern im Mai 2018 verhaftet.", ["arrest"]),
        ("nl", "De politie vroeg Kern of hij wapens droeg en arresteerde hem in mei 2018.", ["arrest"]),
    ],
)
def test_what_stands_beside_a_whether_or_is_answered_is_told(lang: str, text: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in _told(lang, text)] == kinds


@pytest.mark.parametrize("lang", sorted(WHICH))
def test_what_a_question_takes_for_granted_keeps_its_kind(lang: str) -> None:
    assert _told(lang, WHICH[lang]) == [("arrest", "reported", None)]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Why did the bank, which was raided in May 2018, stay open?", "raid"),
        ("en", "Did the council know when Kern was arrested in May 2018?", "arrest"),
        ("en", "When Kern was arrested in May 2018, did the council know?", "arrest"),
        ("en", "Kern was arrested in May 2018: was he guilty?", "arrest"),
        ("en", "Kern was arrested in May 2018 (was it the right day?) in Ghent.", "arrest"),
        ("en", "Kern (born in Ghent?) was arrested in May 2018.", "arrest"),
        ("de", "Wusste der Rat davon, als Kern im Mai 2018 verhaftet wurde?", "arrest"),
        ("nl", "Wist de raad ervan toen Kern in mei 2018 werd aangehouden?", "arrest"),
    ],
)
def test_what_a_question_only_mentions_is_told(lang: str, text: str, kind: str) -> None:
    assert _told(lang, text) == [(kind, "established", None)]


@pytest.mark.parametrize(
    "text",
    [
        "“Did Kern pay the mayor 9,000 euros in May 2018?” the reporter wrote.",
        "Is it true that Kern paid the mayor 9,000 euros in May 2018?",
        "Did the bank agree to pay Kern 9,000 euros in May 2018?",
        "Kern paid the mayor 9,000 euros in May 2018, right?",
    ],
)
def test_what_is_asked_in_quotes_or_in_a_clause_is_asked(text: str) -> None:
    assert [(kind, note) for kind, _, note in _told("en", text)] == [("other", NOTE)]


def test_a_question_is_joined_with_nothing() -> None:
    asked, told = WHETHER["en"], "Kern paid the mayor 9,000 euros in May 2018."
    events = read(*((name, "en", text, "2020-02-07") for name, text in (("a", asked), ("b", asked + " Who knows?"), ("c", told))))
    assert sorted(len(event.citations) for event in events) == [1, 1, 1]


def test_a_question_without_a_date_tells_nothing() -> None:
    assert _told("en", "Was Kern convicted?") == []
