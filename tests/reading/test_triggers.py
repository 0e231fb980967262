"""What a verb takes away is not told as happening: it was refused, demanded, quashed; what only looks like it stays told."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.proofreading.story import whole
from dateline.reading import clauses, triggers

UNDONE = [
    ("en", "The judge refused to order the arrest of Lind."),
    ("en", "The court quashed the acquittal of Lind."),
    ("fr", "La cour a annulé la condamnation de Lind."),
    ("nl", "De rechtbank wees donderdag de eis tot vrijspraak af."),
    ("nl", "De vrijspraak van Lind werd vernietigd."),
    ("de", "Das Gericht hob am Donnerstag den Freispruch von Lind auf."),
    ("de", "Der Senat wies die Forderung nach einem Freispruch zurück."),
    ("es", "El tribunal anuló la absolución de Lind."),
    ("it", "La corte ha annullato l’assoluzione di Lind."),
    ("pt", "O tribunal anulou a absolvição de Lind."),
]
TOLD = [
    ("en", "The police ordered the arrest of Lind.", False),
    ("nl", "De rechtbank heeft Lind op verzoek van zijn advocaat vrijgesproken.", True),
    ("de", "Lind hob die Hand und wurde festgenommen.", True),
    ("de", "Der Anwalt wies darauf hin, dass Lind festgenommen wurde.", True),
    ("de", "Nach der Festnahme nahm die Polizei die Suche auf.", True),
]


def _undone(lang: str, text: str) -> bool:
    sentence, spoken = whole(lang, text), language.load(lang)
    return any(triggers.undone(part, sentence, spoken) for part in clauses.clauses(sentence, spoken))


@pytest.mark.parametrize(("lang", "text"), UNDONE)
def test_what_is_refused_or_quashed_is_undone(lang: str, text: str) -> None:
    assert _undone(lang, text)
    assert not {"arrest", "acquittal", "verdict"} & {
        one.kind for one in triggers.triggers(whole(lang, text), language.load(lang))
    }


@pytest.mark.parametrize(("lang", "text", "told"), TOLD)
def test_what_only_looks_like_it_stays(lang: str, text: str, told: bool) -> None:
    assert not _undone(lang, text)
    assert bool(triggers.triggers(whole(lang, text), language.load(lang))) or not told
