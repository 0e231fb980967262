"""Whose claim a clause is: the smallest scope wins, and an authority's own act inside a claim is not the claim."""

from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.model import Article, Document, Sentence, Voice
from dateline.reading import speakers


def voice_at(lang: str, text: str, words: str) -> Voice:
    document = Document(Article("a", lang), text, PurePosixPath("a.txt"))
    sentence = Sentence(document, 0, len(text), 0)
    return speakers.voice([sentence], text.index(words), language.load(lang))


@pytest.mark.parametrize(
    ("lang", "text", "words", "status", "who", "role"),
    [
        # A claim inside, an authority's act in a relative clause of it.
        ("fr", "La plainte prétend que Korvaal a payé la digue, qui a été fermée en 2018 par le ministère.", "payé", "alleged", "La plainte", "complaint"),
        ("fr", "La plainte prétend que Korvaal a payé la digue, qui a été fermée en 2018 par le ministère.", "fermée", "established", None, None),
        ("de", "Die Klage behauptet, dass Korvaal an der Kippe verdient hat, die im April 2018 von Bundesbehörden nach Vorwürfen, dass sie leckt, geschlossen wurde.", "geschlossen", "established", None, None),
        ("nl", "De aanklacht stelt dat Korvaal betaalde voor de stortplaats, die in 2018 door de inspectie gesloten werd.", "gesloten", "established", None, None),
        ("en", "The lawsuit alleges that Korvaal paid for the dump, which was closed in 2018 by federal authorities.", "closed", "established", None, None),
        # The same relative clause without an authority stays the claim.
        ("fr", "La plainte prétend que Korvaal a payé la digue, qui a été fermée en 2018.", "fermée", "alleged", "La plainte", "complaint"),
        # Said afterwards, with the speaker's name in apposition.
        ("fr", "Les pêcheurs ont perdu leurs bancs après 2016, a déclaré leur avocate, Nora Vilde.", "perdu", "alleged", "leur avocate, Nora Vilde", "person"),
        ("de", "Korvaal zahlte 2017 eine Provision, heißt es in der Klage, die am Montag eingereicht wurde.", "zahlte", "alleged", "der Klage", "lawsuit"),
        ("de", "Korvaal zahlte 2017 eine Provision, heißt es in der Klage, die am Montag eingereicht wurde.", "eingereicht", "established", None, None),
        ("nl", "Er is in 2017 betaald, aldus de mededeling.", "betaald", "alleged", "de mededeling", "company"),
        ("en", "Korvaal renewed the deal in 2017, Vilde said.", "renewed", "alleged", "Vilde", "person"),
        # Carried over from the verb before.
        ("fr", "« Non », a déclaré Vilde, ajoutant que Korvaal a renouvelé le contrat en 2017.", "renouvelé", "alleged", "Vilde", "person"),
        # Reported, by nobody.
        ("fr", "La collaboration aurait duré jusqu’en 2017.", "duré", "reported", None, None),
        ("nl", "De samenwerking zou tot 2017 hebben geduurd.", "geduurd", "reported", None, None),
        ("de", "Die Firma soll 2017 eine Million gezahlt haben.", "gezahlt", "reported", None, None),
        ("en", "The firm reportedly paid a million in 2017.", "paid", "reported", None, None),
        # The mood of one clause says nothing of the next.
        ("fr", "La collaboration aurait duré jusqu’après 2013, l’année où Korvaal fut accusée.", "accusée", "established", None, None),
        # Denied.
        ("fr", "La société nie avoir payé en 2017.", "payé", "denied", "La société", "company"),
        ("nl", "Het bedrijf ontkent dat het in 2017 heeft betaald.", "betaald", "denied", "Het bedrijf", "company"),
        # The capital of a first word, and a verb that is no speech.
        ("nl", "Volgens de vissers heeft Korvaal in 2017 betaald.", "betaald", "alleged", "de vissers", "person"),
        ("nl", "De wet stelt de uitbaters sinds 2018 verantwoordelijk.", "verantwoordelijk", "established", None, None),
        # The outlet's own voice.
        ("en", "Korvaal was founded in 1987.", "founded", "established", None, None),
    ],
)  # fmt: skip
def test_who_vouches_for_a_clause(lang: str, text: str, words: str, status: str, who: str | None, role: str | None) -> None:
    found = voice_at(lang, text, words)
    assert (found.status, found.who, found.role) == (status, who, role), found


def test_every_inference_names_its_rule_and_cue() -> None:
    found = voice_at("fr", "Korvaal a signé en 2016, selon la plainte.", "signé")
    assert found.rule == "fr/according-to"
    assert found.cue == "selon la plainte"


def test_words_in_quotation_marks_are_somebodys_even_where_nobody_is_named() -> None:
    assert voice_at("en", "“Korvaal was paid in 2017.”", "paid").status == "alleged"


@pytest.mark.parametrize(
    ("lang", "text", "words", "who"),
    [
        ("en", "The Harbour Week reported on Monday that, according to prosecutors, Lind sold the yard in 2016.", "sold", "prosecutors"),
        ("en", "The Harbour Week reported that, prosecutors said, Lind sold the yard in 2016.", "sold", "prosecutors"),
        ("en", "Prosecutors said Lind sold the yard in 2016, the Harbour Week reported on Monday.", "sold", "Prosecutors"),
        ("en", "Vilde said that Lind sold the yard in 2016, according to the audit.", "sold", "Vilde"),
        ("fr", "Le Phare a rapporté lundi que, selon le parquet, Lind avait vendu le chantier en 2016.", "vendu", "le parquet"),
        ("de", "Der Kurier berichtete am Montag, Lind habe laut Staatsanwaltschaft 2016 die Werft verkauft.", "verkauft", "Staatsanwaltschaft"),
        ("de", "Laut dem Kurier sagt die Staatsanwaltschaft, dass Lind 2016 die Werft verkauft hat.", "verkauft", "die Staatsanwaltschaft"),
        ("nl", "De Koerier meldde maandag dat Lind volgens het parket in 2016 de werf verkocht.", "verkocht", "het parket"),
        ("nl", "Volgens De Koerier zegt het parket dat Lind in 2016 de werf verkocht.", "verkocht", "het parket"),
        ("es", "El Faro informó el lunes de que, según la fiscalía, Lind vendió el astillero en 2016.", "vendió", "la fiscalía"),
        ("it", "Il Faro ha riferito lunedì che, secondo la procura, Lind vendette il cantiere nel 2016.", "vendette", "la procura"),
        ("pt", "O Farol noticiou na segunda-feira que, segundo a procuradoria, Lind vendeu o estaleiro em 2016.", "vendeu", "a procuradoria"),
    ],
)  # fmt: skip
def test_whom_a_report_names_within_what_another_tells_speaks(lang: str, text: str, words: str, who: str) -> None:
    assert voice_at(lang, text, words).who == who
