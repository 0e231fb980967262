"""What stands between quotation marks: of each language, nested, over paragraphs, and not what an apostrophe opens."""

import pytest

from dateline import language
from dateline.reading import quotations


@pytest.mark.parametrize(
    ("tag", "text", "quoted"),
    [
        ("fr", "« a » b « c »", ["« a »", "« c »"]),
        ("de", "„a“ b", ["„a“"]),
        ("de", "»a« b «c» d ‚e‘", ["»a«", "«c»", "‚e‘"]),
        ("en", "“a” b", ["“a”"]),
        ("en", '"a" b "c"', ['"a"', '"c"']),
        ("nl", "„a” b ‘c’", ["„a”", "‘c’"]),
        ("fr", "« a « b » c » d", ["« a « b » c »", "« b »"]),
        ("en", "“a ‘b’ c” d", ["“a ‘b’ c”", "‘b’"]),
        ("fr", "« Un « deux » trois » quatre « cinq", ["« Un « deux » trois »", "« deux »", "« cinq"]),
        ("en", "It isn’t the firm’s, nor the workers’, ‘but it’s ours’.", ["‘but it’s ours’"]),
        ("nl", "'s Morgens zei hij in '98 'wij niet' en ging.", ["'wij niet'"]),
        ("en", 'a 13.3" screen and a » b', []),
        ("en", "“One.\n\n“Two.” Three.", ["“One.\n\n“Two.”"]),
        ("fr", "« Un.\n\n» Deux. » Trois.", ["« Un.\n\n» Deux. »"]),
        ("en", "“One, never closed.\n\nTwo.", ["“One, never closed."]),
        ("en", "“One. Two. “Three.” Four.", ["“One.", "“Three.”"]),
        ("pt", "— Um — disse Lind. — Dois.\n\n— Um artigo.", ["— Um — disse Lind. — Dois."]),
        ("es", "—Uno —dijo Lind—. Dos.\n\nTres — cuatro.", ["—Uno —dijo Lind—. Dos."]),
        ("es", "–Uno “dos”.\n– Tres.\n—2016", ["–Uno “dos”.", "“dos”"]),
        ("en", "—One.", []),
        ("en", "“One, wrapped\nfor its width,” she said.", ["“One, wrapped\nfor its width,”"]),
    ],
)
def test_what_is_quoted(tag: str, text: str, quoted: list[str]) -> None:
    found = quotations.quotations(text, language.load(tag))
    assert [text[one.start : one.end] for one in found] == quoted


@pytest.mark.parametrize(
    ("text", "speech"),
    [("“We paid in 2016.”", True), ("“Who Paid the Port”", False), ("“superjumbo”", False), ("“the so-called port rule”", True)],
)
def test_a_title_or_a_nickname_is_nobodys_speech(text: str, speech: bool) -> None:
    (found,) = quotations.quotations(text, language.load("en"))
    assert quotations.speech(text, found) is speech


def test_depth_counts_the_quotations_around() -> None:
    text = "“a ‘b’ c”"
    assert [found.depth for found in quotations.around(text, language.load("en"), text.index("b"))] == [0, 1]
