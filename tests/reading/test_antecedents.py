"""For whom a pronoun that speaks stands: certain, or left as it is."""

from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.model import Article, Document
from dateline.reading import sentences, speakers


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "Vilde told the court that she had left. She added that the yard burned.", "Vilde"),
        ("en", "Vilde, 61, was calm. “We knew. The yard burned,” she said.", "Vilde"),
        ("en", "The foreman said the crane failed. He says the yard burned.", "The foreman"),
        ("en", "Vilde met Osk in Ghent. She said the yard burned.", "She"),
        ("en", "Vilde said Osk had left. She said the yard burned.", "She"),
        ("en", "Mr Vilde was questioned. She said the yard burned.", "She"),
        ("en", "Korvaal was sold in 2012. He said the yard burned.", "He"),
        ("en", "The ministry said the crane failed. He says the yard burned.", "He"),
        ("en", "Vilde was questioned. ¶ ¶ The yard was old. She said the yard burned.", "She"),
        ("fr", "Mme Vilde a été entendue. Selon elle, le quai burned.", "Mme Vilde"),
        ("fr", "Vilde a dit à Osk que tout va bien. Elle affirme que le quai burned.", "Elle"),
        ("nl", "Vilde werd verhoord. Volgens haar is de werf burned.", "Vilde"),
        ("nl", "Mevrouw Vilde getuigde. Volgens hem is de werf burned.", "hem"),
    ],
)
def test_a_pronoun_stands_for_somebody_only_where_that_is_certain(lang: str, text: str, who: str) -> None:
    text = text.replace(" ¶ ", "\n\n")
    document = Document(Article("a", lang), text, PurePosixPath("a.txt"))
    tongue = language.load(lang)
    voice = speakers.voice(sentences.sentences(document, tongue), text.rindex("burned"), tongue)
    assert voice.who == who, voice
