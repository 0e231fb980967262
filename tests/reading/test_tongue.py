"""The language of a text that does not say it: known where dateline can read it, and never forced into one where it cannot."""

import pytest

from dateline.model import Stop
from dateline.reading import tongue

POLISH = "Przedsiębiorstwo podpisało umowę z portem w marcu ubiegłego roku. " * 8
SERBIAN = "Предузеће је у марту потписало уговор са луком, а полиција је у понедељак затворила фабрику."


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Le port de Varne a signé un contrat en 2016, selon la plainte déposée lundi par les pêcheurs de la baie.", "fr"),
        ("De rechtbank sprak de schipper vrij.", "nl"),
        ("Der Vertrag wurde im März gekündigt.", "de"),
    ],
)
def test_a_language_that_can_be_read_is_known(text: str, tag: str) -> None:
    assert tongue.told(text, "a.txt") == tag


@pytest.mark.parametrize("text", [POLISH, SERBIAN], ids=["another language", "another script, and short"])
def test_a_text_in_a_language_without_a_file_is_not_forced_into_one(text: str) -> None:
    with pytest.raises(Stop, match="for which there is no language file") as stop:
        tongue.told(text, "a.txt")
    assert [(problem.kind, problem.file, problem.line) for problem in stop.value.problems] == [("language", "a.txt", 1)]
