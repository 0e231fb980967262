"""An event comes in; what its sources agree on, and where they differ, goes out with each one's version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dateline.figures import Agreement as Result
from dateline.figures import Figure
from dateline.model import Article, Event
from dateline.telling import evidence
from dateline.telling.pieces import Agreement, Line, Piece, Version
from dateline.telling.words import Words


@dataclass(frozen=True, slots=True)
class _Part:
    """One thing that sources compare on: date, amount or count, with what each article gives."""

    what: str
    result: Result
    versions: tuple[tuple[Article, Version], ...]


def agreed(event: Event, articles: Mapping[str, Article], words: Words, sources: str) -> Agreement | None:
    """What independent origins agree on, and how many of them where not all give it; None where it is nothing.

    None too where they conflict on anything: then `differences` says beside the conflict on what they agree.
    """
    every = list(_parts(event, articles, words, sources))
    parts = [part for part in every if part.result == "agrees"]
    if not parts or any(part.result == "conflicts" for part in every):
        return None
    label, *others = _said(event, parts, words)
    return Agreement("agrees", label, " ".join(f"{other}." for other in others), _together(parts, words))


def _said(event: Event, parts: Sequence[_Part], words: Words) -> Iterator[str]:
    """“The sources agree on the date”; “2 of 3 independent sources agree on the amount”, where a third gives none."""
    found: dict[int, dict[str, None]] = {}
    for part in parts:
        given = {article.id for article, _ in part.versions}
        number = len({c.origin for c in event.citations if c.article in given and c.origin in event.origins})
        found.setdefault(number, {})[words.ui[f"the_{part.what}"]] = None
    every = len(event.origins)
    for number, named in sorted(found.items(), reverse=True):
        what = words.either(named, "standard")
        if number == every:
            yield words.say("sources_agree_on", what=what)
        else:
            yield words.say("some_agree_on", n=words.number(number), all=words.number(every), what=what)


def differences(event: Event, articles: Mapping[str, Article], words: Words, sources: str) -> tuple[Agreement, ...]:
    """Where one source is more precise than another, and where they conflict; with the first conflict, on what they agree."""
    every = list(_parts(event, articles, words, sources))
    agreeing = [f"{said}." for said in _said(event, [part for part in every if part.result == "agrees"], words)]
    found = []
    for part in every:
        if part.result != "agrees":
            text = words.ui[f"{'sources' if part.what == 'date' else 'figures'}_{part.result}_text"]
            if part.result == "conflicts":
                text, agreeing = " ".join((text, *agreeing)), []
            versions = tuple(version for _, version in part.versions)
            found.append(Agreement(part.result, words.ui[f"sources_{part.result}"], text, versions))
    return tuple(found)


def _parts(event: Event, articles: Mapping[str, Article], words: Words, sources: str) -> Iterator[_Part]:
    if event.agreement is not None:
        said = {(c.article, c.mention.when): None for c in event.citations if c.mention and c.mention.when}
        dated = ((articles[name], evidence.version(articles[name], when, words, sources), when) for name, when in said)
        versions = tuple((article, replace(version, told=when == event.when)) for article, version, when in dated)
        yield _Part("date", event.agreement, versions)
    for one in event.compared:
        told = ((articles[version.article], version.figure) for version in one.versions)
        given = tuple((a, replace(evidence.version(a, None, words, sources), said=figure(f, a.lang, words))) for a, f in told)
        yield _Part("amount" if one.versions[0].figure.money else "count", one.agreement, given)


def _together(parts: Sequence[_Part], words: Words) -> tuple[Version, ...]:
    """One version an article, with all that it gives."""
    found: dict[str, Version] = {}
    for part in parts:
        for article, version in part.versions:
            before = found.get(article.id)
            said = (*before.said, Piece(words.ui["comma"]), *version.said) if before else version.said
            found[article.id] = replace(version, said=said)
    return tuple(found.values())


def figure(value: Figure, lang: str, words: Words) -> Line:
    """The source's own words, behind the number as this language writes it where that is another one."""
    own = words.piece(value.words, lang)
    if lang == words.tag:
        return (own,)
    least, most = (None if end is None else _number(end, value, words) for end in value.bounds)
    if least is None or most is None:
        number = words.say("at_most", n=most) if most else words.say("at_least", n=least or "")
    elif least != most:
        number = words.say("range", low=least, high=most)
    else:
        number = words.say("about", n=least) if value.about else least
    return words.line("figure", number=number, words=own)


def _number(number: Decimal, value: Figure, words: Words) -> str:
    return words.money(number, value.unit) if value.money else words.number(int(number))
