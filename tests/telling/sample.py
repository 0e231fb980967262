"""An invented case, whole: five articles in four languages, ten dated events, one undated, one withdrawn, one rejected.

Nothing in it happened. Citations are cut out of the texts below, so that quotes, offsets and dating words hold together.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from dateline.dossier import Case, CaseFile, Origin, Page, Party, Reply
from dateline.model import Article, Basis, Citation, Correction, Event, Mention, Status, Voice
from dateline.texts import Texts
from dateline.when import When

CANARIES = ("canary-because", "canary-note", "canary-rejected", "canary-reviewer")
"""Words that stand only in what must never leave the record."""

TEXTS = {
    "courier-en": (
        "The ferry line Norvik opened in 2009. Talle, the port city, signed a contract with Norvik in 2011, according to the "
        "lawsuit. The inspectorate searched the offices on 14 March 2019. Two managers were arrested last year. Norvik paid a "
        "consultant until after 2014, the complaint says. “We have nothing to hide,” the company said on Thursday."
    ),
    "courrier-fr": (
        "Talle a signé un contrat avec Norvik en 2011, selon la plainte. La ligne « Norvik » a fermé en avril 2018. "
        "Une ancienne comptable affirme que la société aurait versé 40 000 couronnes vers 2013. Deux responsables ont été arrêtés l’année dernière."
    ),
    "kade-nl": (
        "Norvik ging in de loop van 2018 dicht. Volgens de aanklacht werd het contract in 2016 of 2017 verlengd. "
        "Het bedrijf ontkent dat het ooit heeft betaald. De rechtszaak werd maandag ingediend."
    ),
    "blatt-de": (
        "Die Fährlinie wurde 2009 eröffnet. Die Linie schloss im Mai 2018. Bis spätestens April 2019 lag die Klage vor. "
        "Von 2009 bis April 2018 fuhr Norvik zwischen den Inseln."
    ),
    "note-en": "The clerk Ilse Marren asked questions that nobody answered. The lawsuit was filed on Monday.",
}
_PUBLISHED = {
    "courier-en": "2019-03-28",
    "courrier-fr": "2019-03-28",
    "kade-nl": "2019-04",
    "blatt-de": "2019-04-11",
    "note-en": None,
}
_OUTLETS = {
    "courier-en": "The Island Courier",
    "courrier-fr": "Le Courrier des Îles",
    "kade-nl": "De Kade",
    "blatt-de": "Inselblatt",
    "note-en": "Harbour Notes",
}
_TITLES = {
    "courier-en": "The port, the ferry and the consultant",
    "courrier-fr": "Le port, le ferry et le consultant",
    "kade-nl": "Haven en veerdienst samen in de fout?",
    "blatt-de": "Fährlinie vor Gericht",
    "note-en": None,
}


def citation(
    article: str,
    quote: str,
    words: str | None = None,
    when: str | None = None,
    *,
    basis: Basis | None = "stated",
    rule: str = "year",
    status: Status = "established",
    who: str | None = None,
    role: str | None = None,
    cue: str | None = None,
    end_after: str | None = None,
    **translations: str,
) -> Citation:
    """A citation cut out of the article's text."""
    text, lang = TEXTS[article], article.rpartition("-")[2]
    start = text.index(quote)
    end = start + len(quote)
    mention = None
    if words is not None:
        at = text.index(words, start, end)
        parsed = When.parse(when, end_after) if when else None
        found = basis if parsed else None
        mention = Mention(at, at + len(words), words, "DATE", when or "", parsed, f"{lang}/{rule}", found)
    voice = Voice(status, who, role, cue, None, None, f"{lang}/according-to" if cue else None)
    prefix, suffix = text[max(0, start - 32) : start], text[end : end + 32]
    return Citation(
        *(article, lang, quote, start, end, prefix, suffix, mention, voice, Texts.of(translations)), origin=_ORIGIN[article]
    )


def event(id_: str, when: str | None, kind: str, *citations: Citation, end_after: str | None = None, **fields: object) -> Event:
    """An accepted event; origins follow from its articles."""
    origins = tuple(sorted({_ORIGIN[c.article] for c in citations}))
    parsed = When.parse(when, end_after) if when else None
    known: dict[str, object] = {"review": "accepted", "reviewed_on": "2026-11-20", "reviewed_by": CANARIES[3], "origins": origins}
    return Event(id_, parsed, kind, citations=citations, **{**known, **fields})  # type: ignore[arg-type]


_ORIGIN = {"courier-en": "courier", "courrier-fr": "courier", "kade-nl": "kade", "blatt-de": "blatt", "note-en": "note"}


def articles() -> tuple[Article, ...]:
    return tuple(
        Article(
            id=name,
            lang=name.rpartition("-")[2],
            title=_TITLES[name],
            outlet=_OUTLETS[name],
            author="A. Writer" if name == "courier-en" else None,
            published=When.parse(day) if (day := _PUBLISHED[name]) else None,
            url=f"https://news.example/{name}/story.html",
            archived=f"https://archive.example/20190401000000/{name}" if name == "kade-nl" else None,
            excerpt=name != "note-en",
            origin=_ORIGIN[name],
            origin_why="translation; same byline" if name == "courrier-fr" else None,
            sha256=sha256(text.encode()).hexdigest(),
            file=f"articles/{name}.md" if name != "note-en" else None,
            reliability="B" if name == "courier-en" else None,
        )
        for name, text in TEXTS.items()
    )


def events() -> tuple[Event, ...]:
    lawsuit = {"status": "alleged", "who": "the lawsuit", "role": "lawsuit"}
    return (
        event(
            "2009-launch",
            "2009",
            "launch",
            citation(
                "courier-en", "The ferry line Norvik opened in 2009.", "2009", "2009", fr="La ligne Norvik a ouvert en 2009."
            ),
            citation("blatt-de", "Die Fährlinie wurde 2009 eröffnet.", "2009", "2009", en="The ferry line was opened in 2009."),
            titles=Texts.of(
                {
                    "en": "Norvik starts its ferries",
                    "fr": "Norvik lance ses ferries",
                    "nl": "Norvik begint met varen",
                    "de": "Norvik nimmt den Betrieb auf",
                }
            ),
            summaries=Texts.of({"en": "The line opens between the islands."}),
            agreement="agrees",
            parties=("norvik",),
        ),
        event(
            "2011-contract",
            "2011",
            "contract",
            citation(
                "courrier-fr",
                "Talle a signé un contrat avec Norvik en 2011, selon la plainte.",
                "2011",
                "2011",
                status="alleged",
                who="la plainte",
                role="complaint",
                cue="selon la plainte",
                en="Talle signed a contract with Norvik in 2011, according to the complaint.",
            ),
            citation(
                "courier-en",
                "Talle, the port city, signed a contract with Norvik in 2011, according to the lawsuit.",
                "2011",
                "2011",
                cue="according to the lawsuit",
                **lawsuit,
            ),
            status="alleged",
            titles=Texts.of({"en": "Talle signs with Norvik"}),
            claimant=Texts.of({"en": "the lawsuit", "de": "die Klageschrift"}),
            parties=("norvik", "talle"),
            corrections=(
                Correction(
                    "2026-11-21",
                    Texts.of(
                        {
                            "en": "An earlier version named the wrong office.",
                            "fr": "Une version antérieure nommait le mauvais bureau.",
                        }
                    ),
                ),
            ),
            note=CANARIES[1],
        ),
        event(
            "2013-payment",
            "2013~",
            "payment",
            citation(
                "courrier-fr",
                "Une ancienne comptable affirme que la société aurait versé 40 000 couronnes vers 2013.",
                "vers 2013",
                "2013~",
                status="alleged",
                who="Une ancienne comptable",
                role="person",
                cue="affirme que",
                en="A former accountant claims that the company paid 40,000 crowns around 2013.",
            ),
            status="alleged",
            titles=Texts.of({"en": "A payment of 40,000 crowns, an accountant says"}),
            parties=("norvik",),
        ),
        event(
            "consultant",
            "2011",
            "payment",
            citation(
                "courier-en",
                "Norvik paid a consultant until after 2014, the complaint says.",
                "until after 2014",
                "../2014",
                end_after="2014",
                status="alleged",
                who="the complaint",
                role="complaint",
                cue="the complaint says",
            ),
            end_after="2014",
            status="alleged",
            titles=Texts.of({"en": "A consultant is paid, for years"}),
        ),
        event(
            "renewal",
            "[2016,2017]",
            "renewal",
            citation(
                "kade-nl",
                "Volgens de aanklacht werd het contract in 2016 of 2017 verlengd.",
                "in 2016 of 2017",
                "[2016,2017]",
                status="alleged",
                who="de aanklacht",
                role="filing",
                cue="Volgens",
            ),
            status="alleged",
            parties=("norvik", "talle"),
        ),
        event(
            "2018-closure",
            "2018-04",
            "shutdown",
            citation(
                "courrier-fr",
                "La ligne « Norvik » a fermé en avril 2018.",
                "avril 2018",
                "2018-04",
                rule="month",
                en="The “Norvik” line closed in April 2018.",
            ),
            citation("kade-nl", "Norvik ging in de loop van 2018 dicht.", "in de loop van 2018", "2018"),
            agreement="refines",
            titles=Texts.of(
                {"en": "The ferry line closes", "fr": "La ligne ferme", "nl": "De veerdienst stopt", "de": "Die Linie schließt"}
            ),
            parties=("norvik",),
        ),
        event(
            "2018-arrests",
            "2018",
            "arrest",
            citation(
                "courier-en", "Two managers were arrested last year.", "last year", "2018", basis="published", rule="last-year"
            ),
            citation(
                "courrier-fr",
                "Deux responsables ont été arrêtés l’année dernière.",
                "l’année dernière",
                "2018",
                basis="published",
                rule="last-year",
            ),
            titles=Texts.of({"en": "Two managers are arrested"}),
            parties=("norvik",),
        ),
        event(
            "2019-search",
            "2019-03-14",
            "raid",
            citation(
                "courier-en", "The inspectorate searched the offices on 14 March 2019.", "14 March 2019", "2019-03-14", rule="day"
            ),
            titles=Texts.of({"en": "Inspectors search the offices"}),
            summaries=Texts.of({"en": "They leave with forty boxes.", "nl": "Ze vertrekken met veertig dozen."}),
        ),
        event(
            "lawsuit",
            "../2019-04",
            "lawsuit",
            citation("blatt-de", "Bis spätestens April 2019 lag die Klage vor.", "Bis spätestens April 2019", "../2019-04"),
            citation("note-en", "The lawsuit was filed on Monday.", "Monday", None, rule="weekday"),
            citation("kade-nl", "De rechtszaak werd maandag ingediend.", "maandag", None, rule="weekday"),
            titles=Texts.of({"en": "The suit is filed"}),
        ),
        event(
            "service",
            "2009/2018-04",
            "other",
            citation(
                "blatt-de", "Von 2009 bis April 2018 fuhr Norvik zwischen den Inseln.", "Von 2009 bis April 2018", "2009/2018-04"
            ),
            citation("blatt-de", "Die Linie schloss im Mai 2018.", "Mai 2018", "2018-05", rule="month"),
            titles=Texts.of({"en": "Ferries run between the islands"}),
            agreement="conflicts",
        ),
        event(
            "denial",
            None,
            "denial",
            citation(
                "kade-nl",
                "Het bedrijf ontkent dat het ooit heeft betaald.",
                status="denied",
                who="Het bedrijf",
                role="company",
                cue="ontkent",
            ),
            status="denied",
            titles=Texts.of({"en": "Norvik denies that it paid"}),
            parties=("norvik",),
        ),
        event(
            "clerk",
            None,
            "other",
            citation("note-en", "The clerk Ilse Marren asked questions that nobody answered.", status="reported"),
            status="reported",
            titles=Texts.of({"en": "A clerk asks questions"}),
        ),
        event(
            "withdrawn-claim",
            "2012",
            "accusation",
            citation("courier-en", "We have nothing to hide"),
            review="withdrawn",
            because=CANARIES[0],
            titles=Texts.of({"en": "canary-withdrawn title"}),
            summaries=Texts.of({"en": "canary-withdrawn summary"}),
            corrections=(Correction("2026-11-22", Texts.of({"en": "The source took its report back."})),),
        ),
        event(
            "rejected-one",
            "2010",
            "accusation",
            citation("courier-en", "We have nothing to hide"),
            review="rejected",
            because=CANARIES[0],
            titles=Texts.of({"en": CANARIES[2]}),
        ),
    )


PROPOSALS = (
    event("proposed-statement", "2019-03-28", "statement", review="proposed", reviewed_on=None, titles=Texts()),
    event("proposed-more", "2018", "shutdown", review="proposed", reviewed_on=None, adds_to="2018-closure"),
)


def proposals() -> tuple[Event, ...]:
    """What a draft shows besides: an event of its own, and further evidence for a recorded one."""
    said = citation(
        "courier-en",
        "“We have nothing to hide,” the company said on Thursday.",
        "Thursday",
        "2019-03-28",
        basis="published",
        rule="weekday",
    )
    more = citation("blatt-de", "Die Linie schloss im Mai 2018.", "Mai 2018", "2018-05")
    return (
        replace(PROPOSALS[0], citations=(said,), origins=("courier",)),
        replace(PROPOSALS[1], citations=(more,), origins=("blatt",)),
    )


def case() -> Case:
    return Case(
        id="norvik",
        languages=("en", "fr", "nl", "de"),
        titles=Texts.of(
            {
                "en": "Norvik and the port: who said what, and when",
                "fr": "Norvik et le port : qui a dit quoi, et quand",
                "nl": "Norvik en de haven: wie zei wat, en wanneer",
                "de": "Norvik und der Hafen: wer was wann sagte",
            }
        ),
        summaries=Texts.of(
            {
                "en": "A ferry line, a port city and a lawsuit. Every entry is tied to the words it came from.",
                "fr": "Une ligne de ferries, une ville portuaire et une plainte.",
            }
        ),
        publisher="The Dateline Desk",
        publisher_url="https://desk.example/",
        parties=(
            Party(
                "norvik",
                ("Norvik", "Norvik Ferries"),
                role=Texts.of({"en": "ferry company", "fr": "compagnie de ferries"}),
                accused=True,
                reply=Reply("2019-03-27", "2019-03-28", Texts.of({"en": "We have nothing to hide."}), ("courier-en",)),
                stage="acquitted",
                stage_on="2020-05-03",
                outcome=Texts.of({"en": "The court found no proof of a payment."}),
            ),
            Party("talle", ("Talle",), role=Texts.of({"en": "port city"}), accused=True, reply=Reply("2026-11-02")),
            Party("marren", ("Ilse Marren",)),
        ),
        licence="CC BY 4.0",
        corrections=(
            Correction(
                "2026-11-20",
                was=Texts.of({"en": "A ferry line and a port town"}),
                now=Texts.of({"en": "A ferry line and a port city", "fr": "Une ligne de ferries et une ville portuaire"}),
                because=Texts.of({"en": "Talle has been a city since 1990."}),
            ),
        ),
    )


def pages() -> tuple[Page, ...]:
    english = "# How this was made\n\nWe *read* five articles.\n\n## Rules\n\n1. No date without words.\n2. See [the desk](https://desk.example/).\n"
    return (
        Page("method", "en", "How this was made", english, "content/norvik/pages/method.en.md"),
        Page(
            "method", "fr", "Comment c’est fait", "# Comment c’est fait\n\nNous avons lu.\n", "content/norvik/pages/method.fr.md"
        ),
    )


TEN = (
    *("2009-launch", "2011-contract", "2013-payment", "consultant", "2018-closure"),
    *("2018-arrests", "2019-search", "lawsuit", "service", "denial"),
)


def casefile() -> CaseFile:
    """The case as most are: ten events, all of them told, each with a title in the first language."""
    return replace(whole(), events=tuple(found for found in events() if found.id in TEN))


def whole(*, drafts: bool = False) -> CaseFile:
    """With what is withdrawn, rejected or without a title; in drafts also with what is proposed."""
    whys = {"courier": "translation; same byline"}
    names = tuple(dict.fromkeys(_ORIGIN.values()))
    origins = tuple(Origin(o, tuple(a for a, of in _ORIGIN.items() if of == o), whys.get(o)) for o in names)
    shown = events() + (proposals() if drafts else ())
    return CaseFile(case(), articles(), origins, shown, pages(), "2026-11-22", drafts)
