"""Parties come in; what the accused among them answered, or that nothing is recorded, goes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from dateline import language
from dateline.dossier import OUTCOMES, Party, Reply
from dateline.model import Article, Event
from dateline.telling import evidence, times
from dateline.telling.contexts import Entry
from dateline.telling.pieces import Answer, Line
from dateline.telling.words import Words, as_line


def answers(  # noqa: PLR0913 - where to look things up, and what is known without a reply
    parties: Iterable[Party],
    articles: Mapping[str, Article],
    words: Words,
    *,
    sources: str,
    denying: Collection[str] = (),
    drafts: bool = False,
) -> tuple[Answer, ...]:
    """One for each accused party; `denying` are those of whom an article tells a denial."""
    return tuple(
        _answer(party, articles, words, sources, _none(party, denying, drafts=drafts)) for party in parties if party.accused
    )


def denying(events: Iterable[Event], parties: Iterable[Party]) -> frozenset[str]:
    """The parties whose denial one of the events tells, or a quotation of one."""
    every = list(events)
    kinds = {kind for kind, marks in language.kinds().items() if marks.get("denies") == "yes"}
    found = {party for event in every if event.kind in kinds and event.status == "established" for party in event.by}
    said = {c.voice.who.casefold() for event in every for c in event.citations if c.voice.status == "denied" and c.voice.who}
    return frozenset(found | {party.id for party in parties if any(name.casefold() in said for name in party.names)})


def _none(party: Party, denying: Collection[str], *, drafts: bool) -> str:
    """The phrase for a party of whom no reply is recorded."""
    if party.id in denying:
        return "no_reply_but_denial"
    return "no_reply_yet" if drafts else "no_reply"


def _answer(party: Party, articles: Mapping[str, Article], words: Words, sources: str, none: str) -> Answer:
    reply = party.reply or Reply()
    sources_of = [articles[name] for name in reply.sources if name in articles]
    said = words.best(reply.words, [article.lang for article in sources_of])
    lang = (said.lang or words.tag) if said else None
    quoted = next((article for article in sources_of if article.lang == lang), None)
    source = quoted or next(iter(sources_of), None)
    return Answer(
        party=party.names[0],
        role=words.best(party.role),
        text=_text(reply, words, none),
        words=words.line("quoted", text=said) if said and source else as_line(said or ()),
        language=said.language if said else None,
        translated=bool(said and source and not quoted),
        source=evidence.source_link(source, sources) if source else None,
        anchor=f"p-{party.id}",
        stage=_stage(party, words),
        outcome=words.best(party.outcome),
    )


def once(entries: Iterable[Entry], there: str) -> tuple[Entry, ...]:
    """The entries of a page in its order, each reply in full where it stands first, then in short; `there` lists all in full."""
    told: set[str] = set()
    found = []
    for entry in entries:
        short = tuple(brief(one, there) if one.anchor in told else one for one in entry.answers)
        told.update(one.anchor for one in entry.answers)
        found.append(replace(entry, answers=short))
    return tuple(found)


def brief(answer: Answer, there: str) -> Answer:
    """That there is a reply and how far the law has come, with the way to the rest where there is any."""
    outcome = None if answer.stage else answer.outcome
    if not answer.words and outcome == answer.outcome:
        return answer
    return replace(answer, words=(), source=None, outcome=outcome, full=f"{there}#{answer.anchor}")


def _stage(party: Party, words: Words) -> Line:
    """How far the law has come, and since when."""
    if party.stage is None:
        return ()
    stage = words.name("stages", party.stage)
    day = party.stage_on
    return words.line("stage_on", stage=stage, date=times.day(day, words)) if day else words.line("name", name=stage)


def introduction(parties: Iterable[Party], words: Words) -> str:
    """What stands above the replies, and is true of everybody there.

    That they are accused and not convicted only where the record knows of each how far the law has come, and that it goes on.
    """
    stages = {party.stage for party in parties if party.accused}
    if None in stages:
        return words.ui["replies_open_text"]
    return words.ui["replies_ended_text" if stages & OUTCOMES else "replies_text"]


def _text(reply: Reply, words: Words, none: str) -> Line:
    """What is known of a reply: that it came, that it was asked for in vain, or, in the phrase `none`, that none is recorded."""
    if reply.asked and reply.answered:
        return words.line("asked_and_replied", asked=times.day(reply.asked, words), date=times.day(reply.answered, words))
    if reply.answered:
        return words.line("replied_on", date=times.day(reply.answered, words))
    if reply.words:
        return words.line("replied")
    if reply.asked:
        return words.line("asked_in_vain", date=times.day(reply.asked, words))
    return words.line(none)
