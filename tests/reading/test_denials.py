"""Who is accused denies it, or who speaks for them does: that is no claim of theirs, and may be the reply that is asked for."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from telltale import mentions

from dateline import language
from dateline.dossier import Case, Party, Reply
from dateline.model import Article, Document, Problem
from dateline.reading import denials, desk, names, reports, sentences
from dateline.texts import Texts

LIND = Party("lind", ("Lind",), accused=True)
PARTIES = (LIND, Party("okafor", ("Okafor",)))
OPENINGS = {
    "en": "Lind is on trial.",
    "fr": "Lind est jugé.",
    "de": "Lind steht vor Gericht.",
    "nl": "Lind staat terecht.",
    "es": "Lind está siendo juzgado.",
    "it": "Lind è sotto processo.",
    "pt": "Lind está a ser julgado.",
}
DENIALS = [
    ("en", "“My client never paid a cent in 2016,” said lawyer Marta Olsen."),
    ("en", "Lind’s lawyer said he had never paid a bribe in 2016."),
    ("en", "Lind said he never paid in 2016."),
    ("fr", "« Mon client n’a jamais versé un centime en 2016 », a dit l’avocate Marta Olsen."),
    ("fr", "L’avocate de Lind a affirmé qu’il n’avait jamais rien payé en 2016."),
    ("de", "„Mein Mandant hat 2016-05 nie einen Cent bezahlt“, sagte die Anwältin Marta Olsen."),
    ("de", "Linds Anwältin sagte, er habe 2016-05 nie bezahlt."),
    ("nl", "“Mijn cliënt heeft in 2016 nooit een cent betaald”, zei advocaat Marta Olsen."),
    ("nl", "De advocaat van Lind zei dat hij in 2016 nooit iets had betaald."),
    ("es", "«Mi cliente nunca pagó un céntimo en 2016», dijo la abogada Marta Olsen."),
    ("es", "La abogada de Lind dijo que nunca pagó nada en 2016."),
    ("it", "«Il mio cliente non ha mai pagato un centesimo nel 2016», ha detto l’avvocata Marta Olsen."),
    ("it", "L’avvocata di Lind ha detto che non aveva mai pagato nel 2016."),
    ("pt", "«O meu cliente nunca pagou um cêntimo em 2016», disse a advogada Marta Olsen."),
    ("pt", "A advogada de Lind disse que ele nunca pagou nada em 2016."),
]
NONE = [
    ("en", "Prosecutors said Lind never paid his taxes in 2016."),
    ("en", "The victims’ lawyer said they had never been paid in 2016."),
    ("en", "A friend of Lind said he never worked in 2016."),
    ("en", "Okafor said he had not met Lind in 2016."),
    ("en", "Okafor’s lawyer said he had not met anybody in 2016."),
    ("en", "Lind’s lawyer said he had paid in 2016."),
    ("en", "Lind said Okafor never answered his letters in 2016."),
    ("en", "A police spokesman said he had never paid his taxes in 2016."),
    ("fr", "L’avocate des victimes a dit qu’elles n’avaient jamais été payées en 2016."),
    ("de", "Die Staatsanwältin sagte, Lind habe 2016-05 nie Steuern bezahlt."),
    ("nl", "De advocaat van de slachtoffers zei dat zij in 2016 niets kregen."),
    ("es", "La abogada de las víctimas dijo que nunca cobraron nada en 2016."),
    ("it", "L’avvocata delle vittime ha detto che non hanno mai avuto nulla nel 2016."),
    ("pt", "A advogada das vítimas disse que elas nunca receberam nada em 2016."),
]


OTHERS = [
    ("en", "Okafor denied it."),
    ("en", "Okafor, who was never asked, denied on Thursday that he had paid."),
    ("en", "Lind did not comment."),
    ("en", "The judge denied Lind bail."),
    ("en", "Okafor, who denies knowing Lind, has resigned."),
    ("fr", "Le tribunal a rejeté la demande de Lind."),
    ("de", "Das Gericht wies den Antrag von Lind zurück."),
    ("nl", "De rechter wees het verzoek van Lind af."),
    ("es", "El juez negó a Lind la libertad."),
    ("it", "Il giudice ha respinto il ricorso di Lind."),
    ("pt", "O juiz negou a liberdade a Lind."),
    ("fr", "Lind ne dément pas."),
    ("fr", "Lind rejette la faute sur Okafor."),
    ("es", "Lind no lo niega."),
    ("it", "Lind non nega."),
    ("pt", "Lind recusou comentar."),
    ("de", "Lind will nichts dazu sagen."),
    ("de", "Lind will das Werk verkaufen."),
]


def told(lang: str, text: str, parties: tuple[Party, ...] = PARTIES) -> list[tuple[str, bool]]:
    """Status of each dated report of an article, and whether it tells what did not happen."""
    whole = f"{OPENINGS[lang]} {text}"
    document = Document(Article("a", lang), whole, PurePosixPath("a"))
    story = sentences.sentences(document, language.load(lang))
    known = names.names([document], parties)
    return [(one.voice.status, one.negated) for one in reports.reports(story, mentions(whole, lang), known, "a") if one.mention]


def problems(lang: str, text: str, party: Party = LIND) -> list[Problem]:
    document = Document(Article("a", lang), f"{OPENINGS[lang]}\n\n{text}", PurePosixPath("a.txt"), line=4)
    return list(denials.unrecorded([document], (party, PARTIES[1])))


@pytest.mark.parametrize(("lang", "text"), DENIALS)
def test_what_the_accused_or_their_lawyer_says_was_not_is_a_denial(lang: str, text: str) -> None:
    assert told(lang, text) == [("denied", True)]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_what_anybody_else_says_was_not_is_a_claim(lang: str, text: str) -> None:
    assert [status for status, _ in told(lang, text)] == ["alleged"]


def test_without_an_accused_party_only_the_lawyers_own_words_make_a_denial() -> None:
    nobody = (Party("okafor", ("Okafor",)),)
    assert told("en", DENIALS[0][1], nobody) == [("denied", True)]
    assert told("en", "A lawyer said he had never paid a bribe in 2016.", nobody) == [("alleged", True)]


DENYING = [
    ("en", "Lind denies it."),
    ("en", "Lind, who denies having paid, lives in Ghent."),
    ("en", "His lawyers rejected the allegations."),
    ("en", "He denies that he paid."),
    ("en", "“I never took a cent,” Lind said."),
    ("fr", "Lind nie les faits."),
    ("de", "Lind bestreitet die Vorwürfe."),
    ("nl", "Lind ontkent de feiten."),
    ("es", "Lind niega los hechos."),
    ("it", "Lind nega tutto."),
    ("pt", "Lind nega tudo."),
    ("en", "Lind, who was never convicted, denied on Thursday that he had paid."),
    ("de", "Lind hat das vor Gericht bestritten."),
    ("en", "“This is a lie,” said Lind."),
    ("en", "A spokeswoman for Lind said the allegations were untrue."),
    ("en", "Lind pleaded not guilty."),
    ("en", "Through his attorney, Lind insisted that no money ever changed hands."),
    ("fr", "« C’est faux », a répondu Lind."),
    ("fr", "Lind a toujours clamé son innocence."),
    ("fr", "La défense de Lind conteste toute infraction."),
    ("de", "Lind beteuert seine Unschuld."),
    ("de", "„Ich habe niemanden bestochen“, sagte Lind."),
    ("de", "Linds Verteidiger weist die Vorwürfe zurück."),
    ("nl", "Lind houdt vol dat hij onschuldig is."),
    ("nl", "De verdediging van Lind spreekt de beschuldigingen tegen."),
    ("es", "La defensa de Lind rechaza las acusaciones."),
    ("it", "Lind si è dichiarato innocente."),
    ("pt", "A defesa de Lind rejeita as acusações."),
    ("fr", "Lind s’en défend."),
    ("fr", "Lind dément formellement."),
    ("fr", "Contacté, Lind a réagi : « C’est faux. »"),
    ("fr", "Le conseil de Lind parle d’accusations « mensongères »."),
    ("fr", "Lind jure n’avoir jamais touché un centime."),
    ("es", "Lind lo niega todo."),
    ("es", "La defensa de Lind tacha de falsas las acusaciones."),
    ("es", "Lind insiste en su inocencia."),
    ("it", "Lind respinge ogni accusa."),
    ("it", "Lind ha sempre negato."),
    ("it", "Lind si dice estraneo ai fatti."),
    ("pt", "Lind refuta tudo."),
    ("pt", "Lind sempre negou."),
    ("pt", "A defesa de Lind classifica as acusações como infundadas."),
    ("de", "Lind will davon nichts gewusst haben."),
    ("de", "Lind weist alle Vorwürfe von sich."),
    ("de", "Lind hält die Vorwürfe für unbegründet."),
    ("nl", "Lind ontkent in alle toonaarden."),
    ("nl", "Lind zegt van niets te weten."),
    ("en", "Lind denies any wrongdoing."),
]


@pytest.mark.parametrize(("lang", "text"), [*DENIALS, *DENYING])
def test_a_denial_is_named_with_its_article_and_line_where_no_reply_is_recorded(lang: str, text: str) -> None:
    (problem,) = problems(lang, text)
    assert (problem.file, problem.line, problem.fatal) == ("a.txt", 6, False)
    assert "“Lind”" in problem.message
    assert "source: a" in problem.hint


@pytest.mark.parametrize(("lang", "text"), [*NONE, *OTHERS])
def test_nothing_else_is_taken_for_the_reply_of_the_accused(lang: str, text: str) -> None:
    assert problems(lang, text) == []


BY_PRONOUNS = [
    ("en", "She has always denied the charges."),
    ("en", "He had repeatedly denied the charges."),
    ("en", "“I did not take a cent,” she said."),
    ("fr", "Elle avait toujours nié les faits."),
    ("fr", "« Je n’ai jamais touché un euro », avait-elle déclaré en mars."),
    ("de", "Sie hat die Vorwürfe stets bestritten."),
    ("de", "Er hatte die Vorwürfe immer zurückgewiesen."),
    ("de", "„Ich habe keinen Cent genommen“, sagte er."),
    ("nl", "Zij had de aantijgingen steeds ontkend."),
    ("nl", "“Ik heb geen cent aangenomen”, zei hij."),
    ("es", "Siempre ha negado las acusaciones."),
    ("es", "«No he cobrado un euro», dijo."),
    ("es", "«Jamás recibí un euro de nadie», declaró en un pleno."),
    ("it", "Ha sempre negato le accuse."),
    ("it", "Aveva negato gli addebiti."),
    ("it", "«Non ho mai preso un euro», ha dichiarato."),
    ("pt", "Ele tem sempre negado as acusações."),
    ("pt", "«Não recebi um euro», disse."),
]


@pytest.mark.parametrize(("lang", "text"), BY_PRONOUNS)
def test_a_pronoun_or_a_verb_alone_means_the_accused_named_before(lang: str, text: str) -> None:
    (problem,) = problems(lang, text)
    assert "holds a denial by or for “Lind”" in problem.message


BY_OTHERS = [
    ("en", "The opposition wants Lind to go. “He cannot stay a single day longer,” said the Labour spokeswoman, Rosa Ibarra."),
    ("fr", "« Il ne peut pas rester un jour de plus », a dit la porte-parole socialiste, Rosa Ibarra."),
    ("de", "„Er kann keinen Tag länger bleiben“, sagte die SPD-Sprecherin Rosa Ibarra."),
    ("nl", "“Hij kan geen dag langer aanblijven”, zei de socialistische woordvoerster Rosa Ibarra."),
    ("es", "«No puede seguir ni un día más», dijo la portavoz socialista, Rosa Ibarra."),
    ("it", "«Non può restare un giorno di più», ha detto la portavoce socialista Rosa Ibarra."),
    ("pt", "«Não pode ficar nem mais um dia», disse a porta-voz socialista, Rosa Ibarra."),
    ("en", "The witness Ann Lee was heard. “I did not see a thing,” she said."),
    ("fr", "Le témoin Anne Roux a été entendu. « Je n’ai rien vu », a-t-il dit."),
    ("de", "Die Zeugin Anna Vogt wurde befragt. „Ich habe nichts gesehen“, sagte sie."),
    ("nl", "De getuige Anna Vos werd gehoord. “Ik heb niets gezien”, zei zij."),
    ("es", "La testigo Ana Ruiz fue oída. «No he visto nada», dijo."),
    ("it", "La teste Anna Rossi è stata sentita. «Non ho visto nulla», ha detto."),
    ("pt", "A testemunha Ana Reis foi ouvida. «Não vi nada», disse."),
    ("en", "Another man, Okafor, was charged with bribery, which he denies."),
]


@pytest.mark.parametrize(("lang", "text"), BY_OTHERS)
def test_what_another_says_of_the_accused_or_of_themselves_is_no_denial_of_theirs(lang: str, text: str) -> None:
    assert problems(lang, text) == []


def test_the_accused_named_beside_the_pronoun_denies_and_of_two_each_may() -> None:
    pair = (LIND, Party("voss", ("Voss",), accused=True))

    def said(text: str) -> list[str]:
        document = Document(Article("a", "en"), text, PurePosixPath("a.txt"))
        return [problem.message.split(",")[0] for problem in denials.unrecorded([document], pair)]

    near = "Voss has resigned. Her partner, Lind, is charged with taking money from the firm, which he denies."
    assert said(near) == ["holds a denial by or for “Lind” (“he”)"]
    both = "Lind was arrested with Voss. He denies the charges."
    assert said(both) == [f"holds a denial that may be by or for “{name}” (“He”)" for name in ("Lind", "Voss")]
    assert said(f"{both} Voss denies the charges.")[1] == "holds a denial by or for “Voss” (“Voss”)"


def test_a_denial_of_whose_reply_is_recorded_or_who_is_not_accused_is_not_named() -> None:
    denial = DENYING[0][1]
    assert problems("en", denial, Party("lind", ("Lind",))) == []
    for reply, named in (
        (Reply(asked="2020-01-01"), 1),
        (Reply("2020-01-01", "2020-01-02"), 0),
        (Reply(words=Texts.of({"en": "No."})), 0),
    ):
        assert len(problems("en", denial, Party("lind", ("Lind",), accused=True, reply=reply))) == named


def test_of_who_was_only_asked_the_denial_is_named_and_what_the_record_says() -> None:
    asked = replace(LIND, reply=Reply(asked="2020-01-01"))
    (problem,) = problems("en", "Lind’s lawyer said he had never paid a bribe.", asked)
    assert problem.message.endswith("who is accused, and of whom the record says only that they were asked.")
    (unasked,) = problems("en", "Lind’s lawyer said he had never paid a bribe.")
    assert unasked.message.endswith("who is accused, and of whom no reply is recorded.")


def test_words_that_are_recorded_as_a_reply_are_not_offered_as_anothers() -> None:
    voss = Party("voss", ("Voss",), accused=True)
    text = "Lind was arrested with Voss. “I never took a cent,” he said on Monday."
    document = Document(Article("a", "en"), text, PurePosixPath("a.txt"))

    def named(words: str) -> list[str]:
        replied = replace(LIND, reply=Reply(words=Texts.of({"en": words})))
        return [problem.message.split("“")[1].split("”")[0] for problem in denials.unrecorded([document], (replied, voss))]

    assert named("I never took a cent.") == []
    assert named("I know nothing of it") == ["Voss"]


def test_each_article_is_named_once() -> None:
    text = f"{OPENINGS['en']} Lind denies it. Lind denies that he paid."
    documents = [Document(Article(name, "en"), text, PurePosixPath(name)) for name in ("a", "b")]
    assert [problem.file for problem in denials.unrecorded(documents, PARTIES)] == ["a", "b"]


def test_reading_a_case_names_the_denial(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "port" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("---\nlang: en\ndate: 2021-06-16\n---\nLind is on trial. Lind denies it.\n", "utf-8")
    (problem,) = desk.read(tmp_path, Case("port", parties=PARTIES)).problems
    assert (problem.file, problem.line, problem.kind) == ("content/port/articles/a.txt", 5, "denial")
