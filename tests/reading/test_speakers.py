"""Speakers from the sentences around: over the border of a paragraph, and over the parts of a sentence that was cut."""

from pathlib import PurePosixPath

import pytest

from dateline import language
from dateline.model import Article, Document, Voice
from dateline.reading import sentences, speakers


def voice_at(lang: str, text: str, words: str) -> Voice:
    rules = language.load(lang)
    story = sentences.sentences(Document(Article("a", lang), text, PurePosixPath("a.txt")), rules)
    return speakers.voice(story, text.index(words), rules)


RUMOURED = {
    "fr": ("Le parquet affirme que Lind a payé en 2016.", "Le notaire aurait vendu la maison en 2017.", "Il", "vendu"),
    "it": ("La procura sostiene che Lind pagò nel 2016.", "Il notaio avrebbe venduto la casa nel 2017.", "Lui", "venduto"),
    "nl": ("Het parket zegt dat Lind in 2016 betaalde.", "De notaris zou het huis in 2017 hebben verkocht.", "Hij", "verkocht"),
    "de": ("Die Staatsanwaltschaft sagt, dass Lind 2016 zahlte.", "Der Notar habe das Haus 2017 verkauft.", "Er", "verkauft"),
    "es": ("La fiscalía afirma que Lind pagó en 2016.", "El notario habría vendido la casa en 2017.", "Él", "vendido"),
    "pt": ("A procuradoria afirma que Lind pagou em 2016.", "O notário teria vendido a casa em 2017.", "Ele", "vendido"),
}


@pytest.mark.parametrize("lang", sorted(RUMOURED))
def test_rumour_of_another_paragraph_is_nobodys(lang: str) -> None:
    claim, rumour, _, words = RUMOURED[lang]
    found = voice_at(lang, f"{claim}\n\n{rumour}", words)
    assert (found.status, found.who) == ("reported", None)


@pytest.mark.parametrize(("lang", "who"), [("de", "Die Staatsanwaltschaft"), ("es", "La fiscalía")])
def test_a_pronoun_or_the_same_paragraph_goes_on_with_the_speaker(lang: str, who: str) -> None:
    claim, rumour, pronoun, words = RUMOURED[lang]
    assert voice_at(lang, f"{claim} {rumour}", words).who == who
    resumed = f"{pronoun} {' '.join(rumour.split()[2:])}"
    assert voice_at(lang, f"{claim}\n\n{resumed}", words).who == who


LONG = {
    "en": ("Prosecutors say that Lind owned a yard", "and paid his dockers every week", "and sold a barge", "sold", "Prosecutors"),
    "fr": ("Le parquet affirme que Lind avait un chantier", "et payait ses dockers", "et a vendu une barge", "vendu", "Le parquet"),
    "de": ("Die Klage behauptet, dass Lind eine Werft besaß", "und seine Leute bezahlte", "und einen Kahn verkaufte", "verkaufte", "Die Klage"),
    "nl": ("Het parket zegt dat Lind een werf bezat", "en zijn dokwerkers betaalde", "en een schuit verkocht", "verkocht", "Het parket"),
    "es": ("La fiscalía afirma que Lind tenía un astillero", "y pagaba a sus obreros", "y vendió una barcaza", "vendió", "La fiscalía"),
    "it": ("La procura sostiene che Lind aveva un cantiere", "e pagava i suoi operai", "e vendette una chiatta", "vendette", "La procura"),
    "pt": ("A procuradoria afirma que Lind tinha um estaleiro", "e pagava aos operários", "e vendeu uma barcaça", "vendeu", "A procuradoria"),
}  # fmt: skip


@pytest.mark.parametrize("lang", sorted(LONG))
@pytest.mark.parametrize("times", [30, 200])
def test_every_part_of_a_sentence_that_was_cut_is_its_speakers(lang: str, times: int) -> None:
    opening, more, end, words, who = LONG[lang]
    text = f"{opening} {' '.join([more] * times)} {end}."
    found = voice_at(lang, text, words)
    assert (found.status, found.who) == ("alleged", who)


def test_who_is_named_at_the_end_of_a_sentence_that_was_cut_told_its_beginning() -> None:
    text = f"Lind sold a barge {' '.join(['and paid his dockers every week'] * 80)}, prosecutors said."
    assert voice_at("en", text, "sold").who == "prosecutors"


def test_a_part_of_a_sentence_that_was_cut_is_the_outlets_where_its_whole_is() -> None:
    many = " ".join(["and paid his dockers every week"] * 80)
    assert voice_at("en", f"Lind owned a yard {many} and sold a barge.", "sold").status == "established"
    turned = f"Prosecutors say that Lind owned a yard {many}; the court seized a barge."
    assert voice_at("en", turned, "seized").status == "established"
    another = f"Prosecutors say that Lind owned a yard {many}. He sold a barge."
    assert voice_at("en", another, "sold").status == "established"


TAKEN_UP = {
    "en": ("According to the indictment, Lind took three bribes.", "The first, of £40,000, was paid on 14 May.", "paid"),
    "fr": ("Selon l’accusation, Lind a touché trois commissions.", "La première a été versée le 14 mai.", "versée"),
    "de": ("Laut Anklage nahm Lind Geld an.", "Die erste Zahlung wurde am 14. Mai überwiesen.", "überwiesen"),
    "nl": ("Volgens justitie kreeg Lind geld.", "De eerste betaling werd op 14 mei overgemaakt.", "overgemaakt"),
    "es": ("Según la fiscalía, Lind cobró tres comisiones.", "La primera se abonó el 14 de mayo.", "abonó"),
    "it": ("Secondo la procura, Lind prese tre tangenti.", "Il primo bonifico arrivò il 14 maggio.", "arrivò"),
    "pt": ("Segundo a acusação, Lind recebeu dinheiro.", "O primeiro pagamento foi feito em 14 de maio.", "feito"),
}


@pytest.mark.parametrize("lang", sorted(TAKEN_UP))
def test_what_takes_up_a_claim_is_that_claim_still(lang: str) -> None:
    claim, more, words = TAKEN_UP[lang]
    assert voice_at(lang, f"{claim} {more}", words).status == "alleged"
    assert voice_at(lang, f"{claim}\n\n{more}", words).status == "established", "another paragraph"
    assert voice_at(lang, more, words).status == "established", "nothing before it"


POINTED_AT = {
    "en": ("Lind paid the harbour master in 2016.", "That is how the clerk tells it.", "paid", "the clerk"),
    "de": ("Lind zahlte dem Hafenmeister 2016 Geld.", "Das geht aus Bankunterlagen hervor.", "zahlte", "Bankunterlagen"),
    "nl": ("Lind betaalde de havenmeester in 2016.", "Dat blijkt uit bankafschriften.", "betaalde", "bankafschriften"),
}


@pytest.mark.parametrize("lang", sorted(POINTED_AT))
def test_what_the_next_sentence_says_whose_it_is_is_theirs(lang: str) -> None:
    told, after, words, who = POINTED_AT[lang]
    found = voice_at(lang, f"{told} {after}", words)
    assert (found.status, found.who) == ("alleged", who)
    assert voice_at(lang, f"{told}\n\n{after}", words).status == "established", "another paragraph"


ACCOUNTS = {
    "fr": ("La version de Voss est que Lind a quitté le port.", "Il a mis le feu au dépôt en mai.", "Puis il a fui.", "fui"),
    "es": ("La versión de Voss es que Lind dejó el puerto.", "Prendió fuego al depósito en mayo.", "Después huyó.", "huyó"),
    "it": ("La versione di Voss è che Lind lasciò il porto.", "Diede fuoco al deposito a maggio.", "Poi scappò.", "scappò"),
    "pt": ("A versão de Voss é que Lind deixou o porto.", "Ateou fogo ao depósito em maio.", "Depois fugiu.", "fugiu"),
}


@pytest.mark.parametrize("lang", sorted(ACCOUNTS))
def test_an_account_goes_on_with_the_subject_that_is_carried_over(lang: str) -> None:
    claim, more, last, words = ACCOUNTS[lang]
    assert (found := voice_at(lang, f"{claim} {more} {last}", words)).status == "alleged"
    assert found.who == "Voss"
    assert voice_at(lang, f"{claim}\n\n{more} {last}", words).status == "established", "another paragraph"
    assert voice_at(lang, f"Voss. {more} {last}", words).status == "established", "no account"


def test_a_claim_is_not_taken_up_from_a_fact() -> None:
    text = "Lind denies it. The court heard three bankers. The first payment was made on 14 May."
    assert voice_at("en", text, "made").status == "established"
