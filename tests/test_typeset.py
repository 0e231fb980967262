"""Whatever stands in a text comes back from the YAML that typeset writes, and people can read that YAML."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from roof import CONTRACT, article

from dateline import typeset, yamlfile
from dateline.dossier import Case
from dateline.figures import Figure
from dateline.model import Correction, Event
from dateline.record import parse
from dateline.texts import Texts

FIGURES = (Figure(0, 8, "The city", "../25000", "EUR", "en/figures"), Figure(4, 8, "city", "2000/..", "person", "by hand"))
TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
AWKWARD = ["yes", "null", "~", "2013-04-01", "- a", "a: b", "a #b", "a:", "'", '"', "\\n", "{a}", "[a, b]", "@a", "%a", "a\tb", "…\u2028",
           "\u202eabc", "\ufeff", "\u200f", "a\u00a0", "  a", "0x1F", "...", "---", "\x00", "\x85", "😀", "a\r\nb", "*a", "&a", "!a", "|", ">"]  # fmt: skip


def loaded(text: str) -> object:
    return yamlfile.load(text, "a file")


@given(TEXTS)
@example("\ufffe")
def test_quoted_text_comes_back(text: str) -> None:
    assert loaded(f"key: {typeset.quoted(text)}\n") == {"key": text}


@given(TEXTS)
def test_plain_text_comes_back(text: str) -> None:
    assert loaded(f"key: {typeset.plain(text)}\n") == {"key": text}
    assert loaded(f"key: [{typeset.plain(text, bracketed=True)}]\n") == {"key": [text]}


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_comes_back_from_other_readers_of_yaml_too(text: str) -> None:
    assert loaded(f"key: {typeset.plain(text)}\nnext: {typeset.quoted(text)}\n") == {"key": text, "next": text}
    assert str(yaml.safe_load(f"key: {typeset.quoted(text)}")["key"]) == text


@pytest.mark.parametrize(
    "text", ["A contract, signed", "https://example.org/a#b", "Kestrel (the firm)", "l’été", "2013", "2019-03-27", "it's"]
)
def test_harmless_text_stands_plain(text: str) -> None:
    assert typeset.plain(text) == text


def test_hidden_characters_are_shown() -> None:
    assert typeset.quoted("a\u202eb\tc\n") == '"a\\u202Eb\\tc\\n"'


def test_a_whole_event_comes_back() -> None:
    said = Texts((("en", "Signed: at last"), ("fr", "Signé")))
    full = Event(
        "signed",
        CONTRACT.when,
        "contract",
        "alleged",
        titles=said,
        summaries=said,
        claimant=said,
        parties=("kestrel", "the city, of M"),
        by=("kestrel",),
        to=("the city, of M",),
        citations=(replace(CONTRACT.citations[0], figures=FIGURES, relays="The Gazette: daily"),),
        review="accepted",
        reviewed_by="Ana, B.",
        reviewed_on="2026-01-02",
        corrections=(Correction("2026-01-03", said),),
        because="a: b",
        note="# c",
        unidentified=True,
    )
    text = typeset.document([article()], [full])
    (found,) = parse(text, "events.yaml", Case("roof")).events
    assert typeset.event(found) == typeset.event(full)
    assert (found.by, found.to) == (full.by, full.to)
    assert (found.citations[0].relays, found.unidentified) == ("The Gazette: daily", True)
    assert found.citations[0].figures == FIGURES
    assert parse(text, "events.yaml", Case("roof")).articles == (article(),)
