"""Parties come in; what the accused among them answered, or that nothing is recorded, goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.model import Article, Party, Reply
from dateline.telling import evidence, times
from dateline.telling.pieces import Answer, Line, Link
from dateline.telling.words import Words


def answers(parties: Iterable[Party], articles: Mapping[str, Article], words: Words, *, sources: str) -> tuple[Answer, ...]:
    """One for each accused party."""
    return tuple(_answer(party, articles, words, sources) for party in parties if party.accused)


def _answer(party: Party, articles: Mapping[str, Article], words: Words, sources: str) -> Answer:
    reply = party.reply or Reply()
    said = words.best(reply.words)
    return Answer(
        party=party.names[0],
        role=words.best(party.role),
        text=_text(reply, words),
        words=said,
        source=_source(reply, articles, sources),
        anchor=f"p-{party.id}",
    )


def _text(reply: Reply, words: Words) -> Line:
    """What is known of a reply: that it came, that it was asked for in vain, or that none is recorded."""
    if reply.answered:
        return words.line("replied_on", date=times.day(reply.answered, words))
    if reply.words:
        return words.line("replied")
    if reply.asked:
        return words.line("asked_in_vain", date=times.day(reply.asked, words))
    return words.line("no_reply")


def _source(reply: Reply, articles: Mapping[str, Article], sources: str) -> Link | None:
    article = articles.get(reply.source) if reply.source else None
    return evidence.source_link(article, sources) if article else None
