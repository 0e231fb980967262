"""Whose denial it is when a lawyer speaks: the client's, and not that of the company named last."""

from pathlib import PurePosixPath

import pytest

from dateline.dossier import Party
from dateline.model import Article, Document
from dateline.reading import denials

KERN, ROSS, DOCK = (
    Party("kern", ("Ada Kern", "Kern"), accused=True),
    Party("ross", ("Paul Ross", "Ross"), accused=True),
    Party("dock", ("Northdock AG", "Northdock"), accused=True),
)
PARTIES = (KERN, ROSS, DOCK)

SURE = [
    (
        "en",
        "Kern was arrested on Monday. She took the money from Northdock, police say. “My client is innocent,” her lawyer said.",
        "kern",
    ),
    (
        "en",
        "Police searched the flat of Ada Kern. Northdock was searched as well. A defence lawyer said his client never paid anyone.",
        "kern",
    ),
    (
        "en",
        "Ross was arrested. Northdock paid him. “My client never paid a cent,” said the company's lawyer, Ann Lee.",
        "dock",
    ),
    ("en", "Northdock is accused of bribing Ross. Its lawyers rejected the allegations.", "dock"),
    ("en", "Northdock paid Kern, prosecutors say. The company denied it on Tuesday.", "dock"),
    ("en", "Ross is accused as well. Police arrested Kern, but her lawyer said she never took any money.", "kern"),
    (
        "fr",
        "Kern a été arrêtée lundi. L'argent venait de Northdock. « Ma cliente n'a jamais rien touché », a dit son avocat.",
        "kern",
    ),
    ("fr", "Ross est jugé. Northdock est aussi mise en cause. La défense a affirmé qu'il n'avait jamais rien payé.", "ross"),
    ("fr", "Northdock aurait payé Ross. L'avocat de la société a affirmé qu'elle n'avait jamais rien versé.", "dock"),
    ("de", "Kern wurde am Montag verhaftet. Das Geld kam von Northdock. Ihr Anwalt wies die Vorwürfe zurück.", "kern"),
    ("de", "Ross steht vor Gericht. Gezahlt hat Northdock. „Mein Mandant hat nichts genommen“, sagte der Verteidiger.", "ross"),
    ("de", "Northdock soll Ross bezahlt haben. Die Anwältin des Unternehmens wies die Vorwürfe zurück.", "dock"),
    ("nl", "Kern is maandag aangehouden. Het geld kwam van Northdock. Haar advocaat ontkent de beschuldigingen.", "kern"),
    ("nl", "Ross staat terecht. Northdock betaalde. ‘Mijn cliënt heeft nooit iets aangenomen’, zei zijn advocate.", "ross"),
    ("nl", "Northdock zou Ross hebben betaald. De advocaat van het bedrijf ontkent de beschuldigingen.", "dock"),
    ("es", "Kern fue detenida el lunes. El dinero venía de Northdock. Su abogada rechazó las acusaciones.", "kern"),
    ("es", "Ross está siendo juzgado. Pagó Northdock. «Mi cliente nunca cobró nada», dijo su defensor.", "ross"),
    ("es", "Northdock habría pagado a Ross. La defensa de la empresa rechazó las acusaciones.", "dock"),
    ("it", "Kern è stata arrestata lunedì. Il denaro veniva da Northdock. Il suo legale ha respinto le accuse.", "kern"),
    (
        "it",
        "Ross è sotto processo. Ha pagato Northdock. «Il mio assistito non ha mai preso nulla», ha detto il difensore.",
        "ross",
    ),
    ("it", "Northdock avrebbe pagato Ross. L'avvocato dell'azienda ha respinto le accuse.", "dock"),
    ("pt", "Kern foi detida na segunda-feira. O dinheiro vinha da Northdock. A sua advogada rejeitou as acusações.", "kern"),
    ("pt", "Ross está a ser julgado. Pagou a Northdock. «O meu cliente nunca recebeu nada», disse o advogado.", "ross"),
    ("pt", "A Northdock terá pago a Ross. O advogado da empresa rejeitou as acusações.", "dock"),
]
EITHER = [
    ("en", "Kern met Ross in May. Northdock paid. “My client never took a cent,” the lawyer Ann Lee said."),
    ("fr", "Kern a rencontré Ross en mai. Northdock a payé. « Mon client n'a rien touché », a dit son avocat."),
    ("de", "Kern traf Ross im Mai. Northdock zahlte. „Mein Mandant hat nichts genommen“, sagte sein Anwalt."),
    ("nl", "Kern ontmoette Ross in mei. Northdock betaalde. ‘Mijn cliënt heeft niets aangenomen’, zei zijn advocaat."),
    ("es", "Kern se reunió con Ross en mayo. Pagó Northdock. «Mi cliente no cobró nada», dijo su abogado."),
    (
        "it",
        "Kern ha incontrato Ross a maggio. Ha pagato Northdock. «Il mio cliente non ha preso nulla», ha detto il suo avvocato.",
    ),
    ("pt", "Kern encontrou-se com Ross em maio. Pagou a Northdock. «O meu cliente não recebeu nada», disse o seu advogado."),
]
NOBODY = [
    ("en", "Kern was arrested. The clerk Tom Hale was heard. “My client forged nothing,” his lawyer said."),
    ("fr", "Kern a été arrêtée. Le comptable Tom Hale a été entendu. « Mon client n'a rien falsifié », a dit son avocat."),
    ("de", "Kern wurde verhaftet. Die Zeugin Anna Vogt wurde befragt. „Meine Mandantin hat nichts gefälscht“, sagte ihr Anwalt."),
    ("nl", "Kern is aangehouden. De boekhouder Tom Hale werd gehoord. ‘Mijn cliënt heeft niets vervalst’, zei zijn advocaat."),
    ("es", "Kern fue detenida. El contable Tom Hale fue oído. «Mi cliente no falsificó nada», dijo su abogado."),
    (
        "it",
        "Kern è stata arrestata. Il contabile Tom Hale è stato sentito. «Il mio cliente non ha falsificato nulla», ha detto il suo avvocato.",
    ),
    ("pt", "Kern foi detida. O contabilista Tom Hale foi ouvido. «O meu cliente não falsificou nada», disse o seu advogado."),
    ("en", "Kern was arrested. The company denied it."),
]


def named(lang: str, text: str) -> list[str]:
    """Ids of the parties whose denial it is, with “?” where it may be."""
    document = Document(Article("a", lang), text, PurePosixPath("a.txt"))
    found = [problem.message for problem in denials.unrecorded([document], PARTIES)]
    ids = {party.names[0]: party.id for party in PARTIES}
    return [ids[message.split("“")[1].split("”")[0]] + ("?" if "may be" in message else "") for message in found]


@pytest.mark.parametrize(("lang", "text", "party"), SURE)
def test_a_lawyer_denies_for_their_client_and_not_for_whom_is_named_last(lang: str, text: str, party: str) -> None:
    assert named(lang, text) == [party]


@pytest.mark.parametrize(("lang", "text"), EITHER)
def test_a_lawyer_of_one_of_two_denies_for_either(lang: str, text: str) -> None:
    assert named(lang, text) == ["kern?", "ross?"]


@pytest.mark.parametrize(("lang", "text"), NOBODY)
def test_the_lawyer_of_another_denies_for_no_accused(lang: str, text: str) -> None:
    assert named(lang, text) == []


def test_the_judge_and_the_lawyer_who_are_named_between_are_no_clients() -> None:
    text = "Kern is on trial. Judge Tom Hale heard her lawyer, Ann Lee. “My client never paid,” her lawyer said."
    assert named("en", text) == ["kern"]
    assert named("en", text.replace("Judge", "The clerk")) == []


def test_whom_the_denial_begins_with_is_the_client_unless_the_speaker_points_back() -> None:
    assert named("en", "Ross and Kern are accused. Kern never took a cent, her lawyer said.") == ["kern?", "ross?"]
    assert named("en", "Ross is accused. His lawyer said that Kern is a friend and he never paid.") == ["ross"]
    assert named("en", "Kern never took a cent from Ross, her lawyer said.") == ["kern"]
