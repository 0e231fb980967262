"""What an editor would look at twice: accusations nobody followed up or vouches for, and what together names somebody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from roof import COLLAPSE, CONTRACT, amend, article, empty, home, library

from dateline import cautions, cli, edition
from dateline.dossier import Case, CaseFile, Party, Reply
from dateline.model import Article, Correction, Event
from dateline.reading import desk
from dateline.texts import Texts
from dateline.when import When

KESTREL = Party("kestrel", ("Kestrel",), accused=True, line=4)
ACCEPTED = replace(CONTRACT, review="accepted")


def case(party: Party = KESTREL, *events: Event) -> CaseFile:
    return CaseFile(Case("roof", ("en",), parties=(party,)), (), (), events or (ACCEPTED,))


def stale(file: CaseFile, today: str) -> list[str]:
    return [problem.message for problem in cautions.stale(file, "case.yaml", today)]


@pytest.mark.parametrize(
    ("party", "today", "asked"),
    [
        (KESTREL, "2018-12-30", False),  # the contract of 2017 may be of its last day
        (KESTREL, "2018-12-31", True),
        (replace(KESTREL, stage="on trial", stage_on="2020-03-01"), "2021-02-28", False),
        (replace(KESTREL, stage="on trial", stage_on="2020-03-01"), "2021-03-01", True),
        (replace(KESTREL, stage="acquitted"), "2030-01-01", False),
        (replace(KESTREL, outcome=Texts.of({"en": "It was settled."})), "2030-01-01", False),
        (replace(KESTREL, outcome=Texts.of({"en": "Convicted."}), stage="on appeal", stage_on="2020-03-01"), "2021-03-01", True),
        (replace(KESTREL, accused=False), "2030-01-01", False),
    ],
)
def test_an_accusation_without_an_outcome_is_asked_about_after_a_year(party: Party, today: str, asked: bool) -> None:
    assert bool(stale(case(party), today)) is asked


CHARGE = replace(ACCEPTED, id="charge", kind="charge", when=When("2018-03-01"))


@pytest.mark.parametrize(
    ("news", "asked"),
    [
        (replace(CHARGE, kind="hearing", when=When("2018-12-01")), False),
        (replace(CHARGE, kind="hearing", when=When("2018-12-01"), review="withdrawn"), True),
        (replace(CHARGE, kind="hearing", when=When("2018-12-01"), parties=("another",)), True),
        (replace(CHARGE, kind="contract", when=When("2018-12-01")), True),
        (replace(COLLAPSE, when=When("2018-12-01"), review="accepted"), True),
    ],
    ids=["a step", "a step taken back", "another's step", "no step", "of nobody"],
)
def test_only_a_further_step_of_the_law_with_the_accused_counts(news: Event, asked: bool) -> None:
    assert bool(stale(case(KESTREL, ACCEPTED, CHARGE, news), "2019-06-01")) is asked


def test_where_no_step_is_told_what_the_accused_took_part_in_counts_then_the_case() -> None:
    later = replace(COLLAPSE, when=When("2019-06-01"), review="accepted")
    assert stale(case(KESTREL, ACCEPTED, later), "2020-01-01")
    assert not stale(case(KESTREL, replace(ACCEPTED, parties=()), later), "2020-01-01")


def test_times_that_no_calendar_has_are_passed_over() -> None:
    assert stale(case(KESTREL, replace(ACCEPTED, when=When("-0043"))), "2030-01-01") == []


@pytest.mark.parametrize(
    ("party", "kind", "asked"),
    [
        (KESTREL, "acquittal", True),
        (replace(KESTREL, stage="on trial"), "dismissal", True),
        (replace(KESTREL, stage="acquitted"), "acquittal", False),
        (replace(KESTREL, stage="on appeal"), "verdict", False),
        (replace(KESTREL, outcome=Texts.of({"en": "The case was closed."})), "dismissal", False),
        (replace(KESTREL, accused=False), "acquittal", False),
        (KESTREL, "hearing", False),
    ],
)
def test_how_it_ended_stands_beside_the_accusation(party: Party, kind: str, asked: bool) -> None:
    end = replace(ACCEPTED, id="end", kind=kind, parties=("kestrel",))
    assert bool(list(cautions.ended(case(party, ACCEPTED, end), "case.yaml"))) is asked
    assert not list(cautions.ended(case(party, replace(end, review="withdrawn")), "case.yaml"))
    assert not list(cautions.ended(case(party, replace(end, parties=())), "case.yaml"))


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({"status": "established"}, True),
        ({"status": "alleged"}, False),  # “Kestrel, according to Voss, was cleared”
        ({"status": "reported"}, False),
        ({"status": "denied"}, False),
        ({"to": ("kestrel",)}, True),
        ({"to": ("osprey",)}, False),  # another's acquittal
        ({"kind": "settlement", "by": ("kestrel",), "to": ("osprey",)}, True),
    ],
)
def test_it_ended_only_by_a_fact_that_befalls_the_accused(change: dict[str, Any], asked: bool) -> None:
    end = replace(ACCEPTED, **({"id": "end", "kind": "acquittal", "parties": ("kestrel", "osprey")} | change))
    assert bool(list(cautions.ended(case(KESTREL, end), "case.yaml"))) is asked


def test_the_last_ruling_is_how_it_ended() -> None:
    first = replace(ACCEPTED, id="first", kind="sentence", when=When("2018"), parties=("kestrel",))
    last = replace(first, id="last", kind="acquittal", when=When("2020"))
    for told in ((first, last), (last, first)):
        (problem,) = cautions.ended(case(KESTREL, *told), "case.yaml")
        assert "“last”" in problem.message


@pytest.mark.parametrize(("kind", "asked"), [("charge", True), ("hearing", False), ("acquittal", False)])
def test_who_is_heard_may_be_a_witness(kind: str, asked: bool) -> None:
    event = replace(ACCEPTED, kind=kind, parties=())
    assert bool(list(cautions.unnamed(case(KESTREL, event), "content/roof"))) is asked


LIND = Party("lind", ("Rolf Lind", "Lind"), accused=True)


@pytest.mark.parametrize(
    ("lang", "text", "asked"),
    [
        ("en", "Lind was acquitted on 7 May 2015 by a court in Ghent.", True),
        ("en", "Lind, according to Voss, was cleared on 7 May 2015 by a court in Ghent.", False),
        ("en", "Anna Voss, who had worked for Lind, was acquitted on 7 May 2015.", False),
        ("en", "The judge who tried Lind acquitted Anna Voss on 7 May 2015.", False),
        ("de", "Lind wurde am 7. Mai 2015 von einem Gericht in Gent freigesprochen.", True),
        ("de", "Lind wurde laut Voss am 7. Mai 2015 von einem Gericht in Gent freigesprochen.", False),
        ("fr", "Lind a été acquitté le 7 mai 2015 par un tribunal de Gand.", True),
        ("fr", "Lind, selon Voss, a été acquitté le 7 mai 2015 par un tribunal de Gand.", False),
        ("nl", "Lind werd op 7 mei 2015 vrijgesproken door een rechtbank in Gent.", True),
        ("nl", "Lind werd volgens Voss op 7 mei 2015 vrijgesproken door een rechtbank in Gent.", False),
        ("es", "Lind fue absuelto el 7 de mayo de 2015 por un tribunal de Gante.", True),
        ("es", "Lind, según Voss, fue absuelto el 7 de mayo de 2015 por un tribunal de Gante.", False),
        ("it", "Lind è stato assolto il 7 maggio 2015 da un tribunale di Gand.", True),
        ("it", "Lind, secondo Voss, è stato assolto il 7 maggio 2015 da un tribunale di Gand.", False),
        ("pt", "Lind foi absolvido em 7 de maio de 2015 por um tribunal de Gante.", True),
        ("pt", "Lind, segundo Voss, foi absolvido em 7 de maio de 2015 por um tribunal de Gante.", False),
    ],
)
def test_an_end_is_seen_in_facts_about_the_accused_alone(tmp_path: Path, lang: str, text: str, asked: bool) -> None:
    folder = tmp_path / "content" / "port" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(f"---\nlang: {lang}\ndate: 2021-06-16\n---\n{text}\n", "utf-8")
    reading = desk.read(tmp_path, Case("port", parties=(LIND,)))
    told = [replace(event, review="accepted") for event in reading.events]
    assert bool(list(cautions.ended(case(LIND, *told), "case.yaml"))) is asked


@pytest.mark.parametrize(
    ("party", "said"),
    [
        (replace(KESTREL, stage="acquitted", stage_on="2020-03-02"), "stage"),
        (replace(KESTREL, reply=Reply(asked="2020-03-02")), "question"),
        (replace(KESTREL, reply=Reply(asked="2020-03-01", answered="2020-03-02")), "reply"),
    ],
)
def test_what_was_done_was_not_done_tomorrow(party: Party, said: str) -> None:
    (problem,) = cautions.ahead(case(party), "content/roof", "2020-03-01")
    assert f"the {said} of “Kestrel” is dated 2020-03-02" in problem.message
    assert not problem.fatal
    assert not list(cautions.ahead(case(party), "content/roof", "2020-03-02"))


def test_a_correction_was_not_made_tomorrow() -> None:
    late = Correction("2020-03-02", Texts.of({"en": "The day."}))
    file = case(KESTREL, replace(ACCEPTED, corrections=(late,)))
    file = replace(file, case=replace(file.case, corrections=(late,)))
    assert [problem.file for problem in cautions.ahead(file, "content/roof", "2020-03-01")] == [
        "content/roof/case.yaml",
        "content/roof/events.yaml",
    ]


def test_the_day_is_given_and_never_asked_of_a_clock(tmp_path: Path) -> None:
    """So that the same record makes the same site on any day."""
    project = empty(tmp_path)
    (project / "content/roof/case.yaml").write_text(
        "title: Roof\nlanguages: [en]\nparties:\n  - {name: Kestrel, accused: yes, stage: charged, stage_on: 2019-01-01}\n",
        "utf-8",
    )

    def kinds(today: str | None) -> set[str]:
        return {problem.kind for problem in edition.check(project, today)}

    assert "stale" in kinds("2021-01-01")
    assert "stale" not in kinds("2019-05-01") | kinds(None)
    for name in ("cautions", "casefile", "edition"):
        source = (Path(cautions.__file__).parent / f"{name}.py").read_text("utf-8")
        assert "today()" not in source
        assert ".now(" not in source


def told(lang: str, text: str, party: Party = KESTREL) -> list[str]:
    texts = (Texts.of({lang: text}),)
    return [problem.message for problem in cautions.unattributed(case(party), "the event “x”", texts, "events.yaml", 7)]


@pytest.mark.parametrize(
    ("lang", "bare", "attributed"),
    [
        ("en", "Kestrel bribed an inspector.", "Kestrel bribed an inspector, the lawsuit says."),
        ("fr", "Kestrel a soudoyé un inspecteur.", "Selon la plainte, Kestrel a soudoyé un inspecteur."),
        ("nl", "Kestrel heeft een inspecteur omgekocht.", "Kestrel zou een inspecteur hebben omgekocht."),
        ("de", "Kestrel hat einen Prüfer bestochen.", "Kestrel soll einen Prüfer bestochen haben."),
        ("es", "Kestrel soborna a un inspector.", "Kestrel habría sobornado a un inspector."),
        ("it", "Kestrel corrompe un ispettore.", "Kestrel avrebbe corrotto un ispettore."),
        ("pt", "Kestrel subornou um inspetor.", "Segundo a queixa, Kestrel subornou um inspetor."),
    ],
)
def test_the_desk_says_who_accuses(lang: str, bare: str, attributed: str) -> None:
    (said,) = told(lang, bare)
    assert "of “Kestrel”, who is accused" in said
    assert told(lang, attributed) == []
    assert told(lang, bare, replace(KESTREL, accused=False)) == []
    assert told(lang, bare, replace(KESTREL, stage="convicted")) == []
    assert told(lang, bare, replace(KESTREL, stage="acquitted")) != []


def test_each_sentence_stands_alone() -> None:
    assert told("en", "Kestrel is accused of much. Kestrel bribed an inspector.") != []
    assert told("en", "Somebody bribed an inspector. Kestrel built the roof.") == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Kestrel leaves. It stole the tiles.", True),
        ("Kestrel leaves. The city is sad. It stole the show.", False),  # no longer of Kestrel, for all that is known
        ("Kestrel stole the tiles, and said goodbye.", True),  # who says something else vouches for nothing
        ("Kestrel stole the tiles, the city says.", False),
        ("The court: Kestrel stole the tiles", False),
        ("Did Kestrel steal, and who knew? KESTREL STOLE", True),
        ("Késtrel stole the tiles.", True),
        ("Somebody stole the tiles of Kestrel.", False),
    ],
)
def test_whoever_vouches_must_vouch_for_that(text: str, asked: bool) -> None:
    assert bool(told("en", text)) is asked


def test_the_party_named_is_the_one_accused() -> None:
    other = replace(KESTREL, id="lind", names=("Lind",))
    file = replace(case(), case=Case("roof", ("en",), parties=(other, KESTREL)))
    texts = (Texts.of({"en": "Lind knows how Kestrel stole the tiles."}),)
    (problem,) = cautions.unattributed(file, "the case", texts, "case.yaml", None)
    assert "of “Kestrel”" in problem.message


def test_of_names_that_begin_alike_the_longer_counts() -> None:
    other = replace(KESTREL, id="roofing", names=("Kestrel Roofing",))
    file = replace(case(), case=Case("roof", ("en",), parties=(KESTREL, other)))
    (problem,) = cautions.unattributed(file, "x", (Texts.of({"en": "Kestrel Roofing stole the tiles."}),), "case.yaml", None)
    assert "of “Kestrel Roofing”" in problem.message


def test_a_language_without_cautions_says_nothing() -> None:
    for lang in ("ca", "xx", "und"):
        assert told(lang, "Kestrel bribed an inspector.") == []


JIGSAW = "A 15-year-old cashier from Lommel is heard."


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        ({"en": JIGSAW}, True),
        ({"en": "A 15-year-old is heard.", "fr": "Une caissière de Lommel est entendue."}, True),  # readers have both
        ({"en": "A 15-year-old from Lommel is heard."}, False),
        ({"en": "A cashier from Lommel is heard."}, False),
        ({"en": "A 15-year-old cashier is heard."}, False),
    ],
)
def test_age_place_and_job_together_name_somebody(texts: dict[str, str], asked: bool) -> None:
    event = replace(ACCEPTED, citations=(), summaries=Texts.of(texts))
    for protect in (("Somebody",), ()):
        file = replace(case(), case=Case("roof", ("en",), protect=protect))
        assert bool(list(cautions.jigsaw(file, event, "events.yaml"))) is (asked and bool(protect))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ann Meris, 28, a bookkeeper from Lommel, left."),
        ("fr", "Ann Meris, 28 ans, comptable à Lommel, est partie."),
        ("nl", "Ann Meris (28), boekhoudster uit Lommel, vertrok."),
        ("de", "Ann Meris, 28, Buchhalterin aus Lommel, ging."),
        ("es", "Ann Meris, de 28 años, contable en Lommel, se fue."),
        ("it", "Ann Meris, la contabile ventottenne di Lommel, è andata via."),
        ("pt", "Ann Meris, de 28 anos, contabilista em Lommel, saiu."),
    ],
)
def test_the_press_says_it_in_passing(lang: str, text: str) -> None:
    """The name itself is withheld; what stands beside it still tells."""
    event = replace(ACCEPTED, citations=(), summaries=Texts.of({lang: text}))
    file = replace(case(), case=Case("roof", ("en",), protect=("Ann Meris",)))
    (problem,) = cautions.jigsaw(file, event, "events.yaml")
    assert "Meris" not in problem.message


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Kestrel, 52, a baker from Lommel, left.", False),
        ("The 52-year-old baker Kestrel, from Lommel, left.", False),
        ("Kestrel met a 15-year-old cashier from Lommel.", True),
        ("A 15-year-old cashier from Kestrel left.", False),  # a party is no place
    ],
)
def test_what_is_surely_of_a_party_is_of_nobody_protected(text: str, asked: bool) -> None:
    event = replace(ACCEPTED, citations=(), summaries=Texts.of({"en": text}))
    file = replace(case(), case=Case("roof", ("en",), parties=(KESTREL,), protect=("Ann Meris",)))
    assert bool(list(cautions.jigsaw(file, event, "events.yaml"))) is asked


@pytest.mark.parametrize(
    ("protect", "text", "asked"),
    [
        (("Ann Meris",), "Meris left the firm.", True),
        (("Ann Meris",), "MERIS’ lawyer, and Méris herself, left.", True),
        (("Ann Meris",), "Ann Meris left the firm.", False),
        (("Ann Meris", "Meris"), "Meris left the firm.", False),
        (("Ann Meris",), "Merison left the firm.", False),  # somebody else
        (("Ann Lee",), "Lee left the firm.", False),  # too short to be sure of
        (("Merisa Lee",), "Merisa, 14, told her mother.", True),
        (("Merisa Lee",), "Merisa’s mother told the police.", True),
        (("Merisa Lee",), "Merisa Vane told the police.", False),  # somebody else
        (("Meris",), "Ann left the firm.", False),
        (("/Ann Meris/",), "Meris left the firm.", False),
    ],
)
def test_a_surname_that_is_still_told_is_asked_about_without_being_named(
    protect: tuple[str, ...], text: str, asked: bool
) -> None:
    places: tuple[CaseFile, ...] = (
        replace(case(), case=Case("roof", ("en",), titles=Texts.of({"en": text}), protect=protect)),
        replace(
            case(replace(KESTREL, names=(text,))), case=Case("roof", parties=(replace(KESTREL, names=(text,)),), protect=protect)
        ),
        replace(case(), case=Case("roof", protect=protect), articles=(Article("a", "en", author=text),)),
        replace(
            case(KESTREL, replace(ACCEPTED, citations=(replace(CONTRACT.citations[0], quote=text),))),
            case=Case("roof", protect=protect),
        ),
        replace(case(KESTREL, replace(ACCEPTED, claimant=Texts.of({"en": text}))), case=Case("roof", protect=protect)),
    )
    for file in places:
        problems = list(cautions.surnames(file, "content/roof"))
        assert bool(problems) is asked
        for problem in problems:
            assert "entry 1 of “protect”" in problem.message
            assert "meris" not in str(problem).lower()
            assert not problem.fatal


def test_what_is_not_published_may_name_anybody() -> None:
    file = case(KESTREL, replace(ACCEPTED, review="rejected", titles=Texts.of({"en": "Meris leaves"})))
    file = replace(file, case=replace(file.case, protect=("Ann Meris",)))
    assert not list(cautions.surnames(file, "content/roof"))


def test_what_is_withheld_tells_nobody() -> None:
    event = replace(ACCEPTED, citations=(), summaries=Texts.of({"en": JIGSAW}))
    file = replace(case(), case=Case("roof", ("en",), protect=("from Lommel",)))
    assert not list(cautions.jigsaw(file, event, "events.yaml"))


def test_quotations_count_too() -> None:
    cited = replace(CONTRACT.citations[0], quote="a cashier aged 15", prefix="from Lommel, ")
    file = replace(case(), case=Case("roof", ("en",), protect=("Somebody",)))
    (problem,) = cautions.jigsaw(file, replace(ACCEPTED, citations=(cited,)), "events.yaml")
    assert (problem.kind, problem.fatal) == ("jigsaw", False)


def test_check_says_both(tmp_path: Path) -> None:
    project = library(tmp_path)
    path = home(project) / "events.yaml"
    text = (
        path.read_text("utf-8")
        .replace("en: The contract is signed", "en: Kestrel lied")
        .replace("The city hires Kestrel Roofing.", JIGSAW)
    )
    path.write_text(text, "utf-8")
    problems = [problem for problem in edition.check(project, "2023-02-02") if problem.kind in ("unattributed", "jigsaw")]
    assert sorted((problem.kind, problem.file, problem.line, problem.fatal) for problem in problems) == [
        ("jigsaw", "content/library/events.yaml", 21, False),
        ("unattributed", "content/library/events.yaml", 21, False),
    ]


def corrected(day: str) -> list[str]:
    event = replace(ACCEPTED, corrections=(Correction(day, Texts.of({"en": "It was a lease."})),))
    file = replace(case(KESTREL, event), articles=(article(),))
    return [problem.message for problem in cautions.early(file, "content/roof")]


def test_nothing_is_corrected_before_it_was_published() -> None:
    """The article is of 2021; without any date nothing on the web is older than the web."""
    assert corrected("2021-05-06") == []
    (message,) = corrected("1850-01-01")
    assert "is dated 1850-01-01; nothing of it was published before 2021-05-06" in message
    old = replace(CONTRACT, corrections=(Correction("1990-01-01"),))
    assert [problem.kind for problem in cautions.early(case(KESTREL, old), "content/roof")] == ["early"]


def test_an_outcome_is_asked_for_once() -> None:
    file = case(KESTREL, replace(ACCEPTED, kind="acquittal", parties=("kestrel",)))
    assert [
        problem.kind for problem in cautions.found(file, "content/roof", "2030-01-01") if problem.file.endswith("case.yaml")
    ] == ["ended"]


def test_a_build_says_what_may_name_a_protected_person(tmp_path: Path) -> None:
    """It cannot be taken back; what else a careful editor would look at is for `check`."""
    project = library(tmp_path)
    amend(home(project) / "events.yaml", "The city hires Kestrel Roofing.", f"{JIGSAW} Meris left.")
    amend(home(project) / "case.yaml", "protect: [", "protect: [Ann Meris, ")
    done = CliRunner().invoke(cli.main, ["-C", str(project), "build"])
    assert done.exit_code == 0
    told = [line for line in done.stderr.splitlines() if "together they name somebody" in line or "entry 1 of “protect”" in line]
    assert len(told) == 2
    assert CliRunner().invoke(cli.main, ["-C", str(project), "build", "--strict"]).exit_code == 1
    both = [str(problem) for problem in edition.check(project) if problem.kind in ("jigsaw", "protected-in-part")]
    assert len(both) == len(set(both)) == 2


@pytest.mark.parametrize(
    ("change", "asked"),
    [({"kind": kind}, True) for kind in ("charge", "trial", "plea", "verdict", "appeal", "arrest")]
    + [
        ({"kind": "charge", "parties": ("kestrel",)}, False),
        ({"kind": "charge", "unidentified": True}, False),
        ({"kind": "charge", "review": "withdrawn"}, False),
        ({"kind": "acquittal"}, False),
        ({"kind": "payment"}, False),
    ],
)
def test_who_is_accused_is_named_as_a_party_or_said_to_be_nobody_whom_readers_know(change: dict[str, Any], asked: bool) -> None:
    told = replace(CONTRACT, **{"parties": (), "review": "accepted", **change})
    problems = list(cautions.unnamed(case(KESTREL, told), "content/roof"))
    assert [problem.kind for problem in problems] == ["unnamed"] * asked
    assert not any(problem.fatal for problem in problems)
