"""Of what an article tells, which it has from another outlet: entry by entry, in all languages."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.model import Article, Document
from dateline.reading import dates, names, relays, reports, sentences
from dateline.when import When

DAY = When.parse("2021-06-23")
SOURCE = "The Tide Gazette"


def told(text: str, lang: str) -> list[tuple[str, str | None]]:
    """(kind, outlet) of what an article of the Quay tells, in a case that has one of The Tide Gazette too."""
    own = Document(Article("own", lang, outlet="Quay", published=DAY), text, PurePosixPath("own.txt"))
    other = Document(Article("other", "en", outlet=SOURCE, published=DAY), "Nobody came.", PurePosixPath("other.txt"))
    rules, both = language.load(lang), (own, other)
    mentions = dates.find(text, rules, DAY)
    sources, _ = relays.sources(both)
    found = reports.reports(sentences.sentences(own, rules), mentions, names.names(both, ()), "own", sources)
    return [(report.kind, report.relays) for report in found if report.mention]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Tide Gazette reported last week that Korvaal bought the yard on 4 March 2019."),
        ("en", "Korvaal bought the yard on 4 March 2019, according to letters seen by the Tide Gazette."),
        ("en", "Korvaal bought the yard on 4 March 2019. That was first reported by the Tide Gazette."),
        ("en", "Korvaal bought the yard on 4 March 2019, Lind told the Tide Gazette."),
        ("en", "A Tide Gazette investigation found that Korvaal bought the yard on 4 March 2019."),
        ("en", "Korvaal bought the yard on 4 March 2019, prosecutors told the Tide Gazette."),
        ("en", "As the Tide Gazette revealed in June, Korvaal bought the yard on 4 March 2019."),
        ("fr", "Korvaal a racheté le chantier le 4 mars 2019, a révélé le Tide Gazette."),
        ("fr", "Selon le Tide Gazette, Korvaal a racheté le chantier le 4 mars 2019."),
        ("fr", "Korvaal a racheté le chantier le 4 mars 2019. C’est ce que révèle le Tide Gazette."),
        ("fr", "Le rachat du chantier par Korvaal le 4 mars 2019, révélé par le Tide Gazette, fait du bruit."),
        ("fr", "Comme l’a révélé le Tide Gazette, Korvaal a racheté le chantier le 4 mars 2019."),
        ("de", "Korvaal kaufte die Werft am 4. März 2019. Das berichtet die „Tide Gazette“."),
        ("de", "Wie die Tide Gazette berichtete, kaufte Korvaal die Werft am 4. März 2019."),
        ("de", "Korvaal kaufte die Werft am 4. März 2019. Das geht aus Briefen hervor, die der Tide Gazette vorliegen."),
        ("de", "Nach Informationen der Tide Gazette kaufte Korvaal die Werft am 4. März 2019."),
        ("de", "Korvaal kaufte die Werft am 4. März 2019, berichtet die Tide Gazette."),
        ("nl", "Korvaal kocht de werf op 4 maart 2019, meldt The Tide Gazette."),
        ("nl", "Volgens de Tide Gazette kocht Korvaal de werf op 4 maart 2019."),
        ("nl", "Korvaal kocht de werf op 4 maart 2019. Dat blijkt uit onderzoek van de Tide Gazette."),
        ("nl", "De Tide Gazette onthulde dat Korvaal de werf op 4 maart 2019 kocht."),
        ("es", "Korvaal compró el astillero el 4 de marzo de 2019, según publicó The Tide Gazette."),
        ("es", "Según The Tide Gazette, Korvaal compró el astillero el 4 de marzo de 2019."),
        ("es", "Korvaal compró el astillero el 4 de marzo de 2019. Así lo desveló The Tide Gazette."),
        ("es", "Korvaal compró el astillero el 4 de marzo de 2019, según reveló el Tide Gazette."),
        ("it", "Korvaal ha comprato il cantiere il 4 marzo 2019, scrive il Tide Gazette."),
        ("it", "Secondo il Tide Gazette, Korvaal ha comprato il cantiere il 4 marzo 2019."),
        ("it", "Korvaal ha comprato il cantiere il 4 marzo 2019. Lo rivela il Tide Gazette."),
        ("it", "Come ha rivelato il Tide Gazette, Korvaal ha comprato il cantiere il 4 marzo 2019."),
        ("pt", "A Korvaal comprou o estaleiro em 4 de março de 2019, noticiou o Tide Gazette."),
        ("pt", "Segundo o Tide Gazette, a Korvaal comprou o estaleiro em 4 de março de 2019."),
        ("pt", "A Korvaal comprou o estaleiro em 4 de março de 2019. Foi o que noticiou o Tide Gazette."),
    ],
)
def test_what_is_told_on_the_word_of_an_outlet_is_that_outlets(lang: str, text: str) -> None:
    assert ("purchase", SOURCE) in told(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Korvaal bought the yard on 4 March 2019. The Tide Gazette declined to comment."),
        ("en", "After the Tide Gazette reported the payments, Korvaal bought the yard on 4 March 2019."),
        ("en", "Korvaal bought the yard on 4 March 2019. That was a scandal, the Tide Gazette wrote."),
        ("en", "Korvaal, who had told the Tide Gazette that he would leave, bought the yard on 4 March 2019."),
        ("en", "Korvaal bought the yard on 4 March 2019, the ministry said; the Tide Gazette reported the price."),
        ("en", "Korvaal bought the yard on 4 March 2019 and gave an interview to the Tide Gazette."),
        ("de", "Korvaal kaufte die Werft am 4. März 2019. Die Tide Gazette wollte sich nicht äußern."),
        ("de", "Nachdem die Tide Gazette über die Zahlungen berichtet hatte, kaufte Korvaal die Werft am 4. März 2019."),
        ("fr", "Korvaal a racheté le chantier le 4 mars 2019. Le Tide Gazette n’a pas souhaité commenter."),
        ("nl", "Korvaal kocht de werf op 4 maart 2019. De Tide Gazette wilde niet reageren."),
        ("es", "Korvaal compró el astillero el 4 de marzo de 2019. The Tide Gazette no quiso comentarlo."),
    ],
)
def test_else_it_is_its_own_news(lang: str, text: str) -> None:
    assert ("purchase", None) in told(text, lang)
    assert ("purchase", SOURCE) not in told(text, lang)
