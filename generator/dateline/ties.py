"""An entry and the articles come in; sentences that say why its quotations are one entry, what else may be the same event, and
how many independent origins it has, go out. Like all that `explain` says, it is worked out from the record alone.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from dateline import agreement, doubles, language, record
from dateline.faircopy import FairCopy
from dateline.model import Article, Document, Sentence
from dateline.reading import triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.model import Citation, Event

_AGREEMENTS: Final[Mapping[str, str]] = {
    "agrees": "their dates agree",
    "refines": "their dates fit, and one is more precise",
    "conflicts": "their dates conflict, and a person has to say why they are one",
}
_FIGURES: Final[Mapping[str, str]] = {
    "agrees": "independent origins agree",
    "refines": "what they say fits, and one is more precise",
    "conflicts": "independent origins conflict, and readers see each version",
}
_SAME_OUTLET: Final = "same outlet"
"""Why what an outlet tells in another report counts to its first, where no copy and no relay makes the two one."""


def near(events: Iterable[Event]) -> dict[str, list[str]]:
    """The ids of the events that may be one with each, and are not: a person has to say."""
    pairs: dict[str, list[str]] = {}
    for one, other in doubles.doubles(events):
        pairs.setdefault(one.id, []).append(other.id)
        pairs.setdefault(other.id, []).append(one.id)
    return pairs


def joined(event: Event, articles: Mapping[str, Article]) -> list[str]:
    """Why the quotations stand in one entry: what happened, to whom, and when; and whether the sources agree."""
    said = [(citation.article, when) for citation in event.citations if (when := record.when_of(citation))]
    undated = len(event.citations) - len(said)
    found = [f"kind: all of them are filed under “{event.kind}”."]
    found += [f"parties: {listed([f'“{party}”' for party in event.parties])}."] if event.parties else []
    if said:
        agreed = agreement.dates(agreement.asserting(event.citations), articles)
        how = _AGREEMENTS.get(agreed or "", "only one independent origin gives a date")
        found.append(f"dates: {how}: {each((name, when.edtf) for name, when in said)}")
    for one in agreement.figures(event, articles):
        versions = ((version.article, f"{version.figure.value} (“{version.figure.words}”)") for version in one.versions)
        found.append(f"{one.unit}: {_FIGURES[one.agreement]}: {each(versions)}")
    if undated:
        found.append(f"{undated} of them {'names' if undated == 1 else 'name'} no date; a date alone never joins quotations.")
    return [*found, *_links(event, articles), _decided(event)]


def _links(event: Event, articles: Mapping[str, Article]) -> Iterator[str]:
    """What ties each quotation to the others, worked out anew from its words and its origin."""
    telling = list(dict.fromkeys(one.article for one in event.citations if event.kind in dict(told(one))))
    if telling:
        yield f"by their words: {listed(telling)} {'tells' if len(telling) == 1 else 'tell'} “{event.kind}”."
    for name, group in _groups(event.citations, articles).items():
        silent = [one for one in group if one not in telling]
        if len(group) > 1:
            made = _made([articles[one].lang for one in group if one in articles])
            yield f"by their origin: {listed(group)} are {made} of one report ({name}), and this is one place in it."
        elif silent:
            yield f"by likeness: no word of {listed(silent)} tells it; its sentence is like another's, or a person added it."


def _made(languages: Sequence[str]) -> str:
    """What articles of one report in these languages are of one another."""
    several = len(set(languages))
    if several == len(languages):
        return "translations"
    return "copies and translations" if several > 1 else "copies"


def same(event: Event, others: Sequence[str]) -> Iterator[str]:
    """Entries that are near, and how a person joins two."""
    for other in others:
        near = "of one kind, or of two that words of one event can tell, at a time that can be the same or is a few days away"
        how = f"If they are one, “dateline accept {other} --with {event.id}” joins them."
        yield f"{other}: {near}. {how}"


def _decided(event: Event) -> str:
    if event.review == "accepted":
        return f"{f'That they are one was accepted {decided(event)}'.strip()}."
    return "Nobody has decided yet whether they are one." if event.review == "proposed" else f"The entry is {event.review}."


def origins(citations: Sequence[Citation], articles: Mapping[str, Article]) -> list[str]:
    """Each origin with its articles, and why several count as one."""
    asserting = agreement.asserting(citations)
    groups = _counted(asserting, articles)
    denying = list(dict.fromkeys(c.article for c in citations if c.article not in {one.article for one in asserting}))
    return [
        f"{len(groups)}, of {len({c.article for c in citations})} cited articles.",
        *(_origin(*one, articles) for one in groups.items()),
        *([f"not counted, as denying it: {listed(denying)}."] if denying else ()),
    ]


def _groups(citations: Iterable[Citation], articles: Mapping[str, Article]) -> dict[str, list[str]]:
    """The cited articles of each origin."""
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(citation.article for citation in citations):
        groups.setdefault(agreement.origin(name, articles), []).append(name)
    return groups


def _counted(citations: Sequence[Citation], articles: Mapping[str, Article]) -> dict[str, dict[str, list[str]]]:
    """The cited articles of each origin, each with the outlets that its quotations relay."""
    groups: dict[str, dict[str, list[str]]] = {}
    for citation, name in zip(citations, agreement.origins(citations, articles), strict=True):
        relayed = groups.setdefault(name, {}).setdefault(citation.article, [])
        if citation.relays and citation.relays not in relayed:
            relayed.append(citation.relays)
    return groups


def _origin(name: str, cited: Mapping[str, Sequence[str]], articles: Mapping[str, Article]) -> str:
    members = [*cited]
    shared = [one.id for one in articles.values() if one.origin == name and one.id not in members]
    whys = dict.fromkeys(_reasons(articles[one] for one in (*members, *shared) if one in articles))
    if any(agreement.origin(one, articles) != name and not relayed for one, relayed in cited.items()):
        whys[_SAME_OUTLET] = None
    for one, outlet in ((one, outlet) for one, outlets in cited.items() for outlet in outlets):
        whys.pop(f"{one} cites: {outlet}", None)  # elsewhere it may only cite it; here it relays it
        if not any(why.startswith(f"{one} relays: {outlet}") for why in whys):
            whys[f"{one} relays: {outlet}"] = None
    if len(members) > 1:
        return f"{name}: {listed(members)} count as one{_because(whys) or ' (the record gives no reason)'}."
    also = f"; {listed(shared)}, not cited here, {'counts' if len(shared) == 1 else 'count'} to it too" if shared else ""
    return f"{name}: {members[0]}{also}{_because(whys) if shared or cited[members[0]] else ''}."


def _reasons(articles: Iterable[Article]) -> Iterator[str]:
    """Why they count as one; what is said of one of them alone, as that it relays another, with its name."""
    for article in articles:
        for why in (article.origin_why or "").split("; "):
            if why:
                yield f"{article.id} {why}" if ": " in why else why


def _because(whys: Iterable[str]) -> str:
    said = "; ".join(whys)
    return f" ({said})" if said else ""


def told(citation: Citation) -> list[tuple[str, str]]:
    """(kind, words) of what the quotation tells, read anew, as if it were a sentence."""
    if citation.lang not in language.tags("reading"):
        return []
    lang = language.load(citation.lang)
    copy = FairCopy.of(citation.quote)
    text = copy.text
    sentence = Sentence(Document(Article("quotation", lang.tag), text, PurePosixPath("quotation")), 0, len(text), 0)
    found = triggers.triggers(sentence, lang)
    return [(trigger.kind, copy.words(trigger.start, trigger.end)) for trigger in found]


def each(said: Iterable[tuple[str, str]]) -> str:
    """“a says 2018, b says 2018-04.”"""
    return ", ".join(f"{name} says {what}" for name, what in dict.fromkeys(said)) + "."


def listed(names: Sequence[str]) -> str:
    """“a, b and c”"""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def decided(event: Event) -> str:
    """“by Ana on 2026-01-05”, as far as it is known."""
    said = {"by": event.reviewed_by, "on": event.reviewed_on}
    return " ".join(f"{word} {value}" for word, value in said.items() if value)
