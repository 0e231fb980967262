"""Documents come in; which of them are one report in several hands comes out, each group with the reason and how sure it is.

Not every pair is compared: a text meets those that share its rarest wording, names and figures, at most two dozen, however
many texts there are. What is one report (kinship.py) is one origin; so is a report that only retells another and says so, and
what two hands make of one agency's report (relays.py). What merely cites another outlet keeps its own origin, with the link in
its reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.model import Article, Document
from dateline.reading import names, relays
from dateline.reading.kinship import same_report
from dateline.reading.prints import Print, fingerprint

_SAMPLE: Final = 8  # one shingle in so many points to other texts: of a third of a short text's wording some remain
_RAREST: Final = 24  # names and figures of a text that point to others
_WINDOW: Final = 25  # texts that one of these points to: the last that have it
_RELAYS: Final = "relays: "  # how the reason begins that a report only retells another
_MOST: Final = 12  # texts that one is compared with, by wording and by names and figures


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of one report: ids in the order given, the origin's id, and of each document why it counts to it.

    The reason says whom that document relays or cites; of a single one that cites nobody it is None.
    """

    id: str
    articles: tuple[str, ...]
    whys: tuple[str | None, ...]

    @property
    def why(self) -> str | None:
        """Why they count as one, each reason once."""
        return "; ".join(dict.fromkeys(part for why in self.whys if why for part in why.split("; "))) or None


class _Joined:
    """Which ids belong together, and why."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.parent = {key: key for key in ids}
        self.whys: dict[str, list[str]] = defaultdict(list)

    def root(self, key: str) -> str:
        while self.parent[key] != key:
            self.parent[key] = key = self.parent[self.parent[key]]
        return key

    def join(self, one: str, other: str, *why: str) -> None:
        first, second = self.root(one), self.root(other)
        self.whys[first] += [*(self.whys.pop(second, []) if first != second else []), *why]
        self.parent[second] = first


def origins(documents: Sequence[Document]) -> tuple[Group, ...]:
    """Every document in one group; what front matter says of an origin overrides what is found."""
    prints = {document.article.id: fingerprint(document) for document in documents}
    given = {document.article.id: document.article.origin for document in documents if document.article.origin}
    joined = _Joined(prints)
    cited: dict[str, list[str]] = defaultdict(list)
    links = list(relays.links(documents, prints))
    _relay([link for link in links if not link.own], given, joined, cited)
    for one, other in candidates([print_ for key, print_ in prints.items() if key not in given]):
        if joined.root(one.id) != joined.root(other.id) and (kinship := same_report(one, other)):
            joined.join(one.id, other.id, str(kinship))
    _relay([link for link in links if link.own], given, joined, cited)
    order = {document.article.id: _published(document) for document in documents}
    return tuple(_named(_grouped(prints, given, joined), prints, joined, cited, order))


def _published(document: Document) -> str:
    """Sorts the earliest first, and what has no date last."""
    published = document.article.published
    return (published.latest if published else None) or "~"


def _relay(links: Iterable[relays.Link], given: Collection[str], joined: _Joined, cited: Mapping[str, list[str]]) -> None:
    """Join each relay to what it relays, or note what it cites; two hands of an agency's report where nothing else joins them."""
    for link in links:
        if link.source is None:
            cited[link.article].append(f"cites: {link.outlet}")
            continue
        known = link.own and joined.root(link.source) == joined.root(link.article)
        if not known and link.article not in given and link.source not in given:
            cited[link.article].append(f"{_RELAYS}{link.outlet}, likely")
            joined.join(link.source, link.article)


def credited(documents: Sequence[Document], groups: Iterable[Group]) -> tuple[Article, ...]:
    """The documents' articles, each with its origin: what front matter says, else what was found, and why."""
    found = {name: (group.id, why) for group in groups for name, why in zip(group.articles, group.whys, strict=True)}
    return tuple(_credited(document.article, *found[document.article.id]) for document in documents)


def _credited(article: Article, origin: str, why: str | None) -> Article:
    return replace(article, origin=origin, origin_found=None if article.origin else origin, origin_why=why)


def candidates(prints: Sequence[Print]) -> Iterator[tuple[Print, Print]]:
    """Pairs that something points to: wording that both have, or names and figures that few have."""
    yield from _pointed(prints, _wording)
    frequency = Counter(token for print_ in prints for token in _told(print_))
    yield from _pointed(prints, lambda print_: _rarest(print_, frequency), lambda token: 1 / frequency[token])


def _pointed(
    prints: Sequence[Print], keys: Callable[[Print], Iterable[object]], weight: Callable[[str], float] = lambda _: 1.0
) -> Iterator[tuple[Print, Print]]:
    """Each print with those before it that share the most of its keys. Each key remembers the last that had it: the work
    grows with the number of texts, not with its square, and a report in a thousand copies is met through its latest.
    """
    holders: dict[object, deque[int]] = defaultdict(lambda: deque(maxlen=_WINDOW))
    for number, print_ in enumerate(prints):
        votes: Counter[int] = Counter()
        for key in keys(print_):
            value = weight(str(key))
            for holder in holders[key]:
                votes[holder] += value  # type: ignore[assignment]
            holders[key].append(number)
        for holder, _ in votes.most_common(_MOST):
            yield prints[holder], print_


def _wording(print_: Print) -> Iterator[int]:
    return (shingle for shingle in print_.shingles | print_.quoted if shingle % _SAMPLE == 0)


def _told(print_: Print) -> frozenset[str]:
    return print_.figures | print_.names


def _rarest(print_: Print, frequency: Mapping[str, int]) -> list[str]:
    shared = (token for token in _told(print_) if frequency[token] > 1)
    return sorted(shared, key=lambda token: (frequency[token], token))[:_RAREST]


def _grouped(prints: Iterable[str], given: Mapping[str, str], joined: _Joined) -> dict[tuple[bool, str], list[str]]:
    """Ids by (whether a person named the origin, that name or the group's first id)."""
    groups: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for key in prints:
        groups[(True, given[key]) if key in given else (False, joined.root(key))].append(key)
    return groups


def _named(
    groups: Mapping[tuple[bool, str], list[str]],
    prints: Mapping[str, Print],
    joined: _Joined,
    cited: Mapping[str, Sequence[str]],
    order: Mapping[str, str],
) -> Iterator[Group]:
    taken = {label for said, label in groups if said}
    for (said, label), keys in groups.items():
        whys = (["said in the front matter"] if len(keys) > 1 else []) if said else joined.whys.get(label, [])
        makers = [key for key in keys if not _relaying(cited.get(key, ()))] or keys
        name = label if said else _free(_maker(sorted(makers, key=order.__getitem__), prints), taken)
        yield Group(name, tuple(keys), tuple("; ".join(dict.fromkeys([*whys, *cited.get(key, ())])) or None for key in keys))


def _relaying(links: Iterable[str]) -> bool:
    return any(link.startswith(_RELAYS) for link in links)


def _maker(keys: Sequence[str], prints: Mapping[str, Print]) -> str:
    """Whose report it is, of texts that relay no other, the earliest first: the agency of one, else the first's outlet or id."""
    agency = next((found for key in keys if (found := prints[key].agency)), None)
    return names.slug(agency or prints[keys[0]].outlet or keys[0])


def _free(slug: str, taken: set[str]) -> str:
    """The id, or with a number where it is taken; takes it."""
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    taken.add(free)
    return free
