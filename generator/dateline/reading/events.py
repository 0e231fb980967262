"""Reports come in; proposed Events come out, one per occurrence, all citations kept.

Reports of one kind, at times that can be the same, between the same parties are one event. An undated report never makes
an event and never chains two: it only joins the one that was news when it was written, and only for kinds of which a case
mostly has one (`once` in kinds.yaml).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dateline import language
from dateline.model import ASKED, STRENGTH, Event, Status
from dateline.reading import identity, likeness, principals, translations, whom
from dateline.reading.citations import citation, relayed, sources
from dateline.reading.identity import Same
from dateline.reading.likeness import Lexicon
from dateline.reading.principals import Part
from dateline.reading.reports import Report
from dateline.reading.shelf import Group, Shelf
from dateline.when import When

SUPPOSED: Final = "its words tell what would have been, not what was"
"""The note of a proposal whose quotation supposes what it tells."""
_NEWS_DAYS: Final = 45  # an event is news for so long after it
_LASTING_DAYS: Final = 3 * 365  # a lawsuit or an inquiry, as long as it mostly goes on


def events(found: Sequence[Report]) -> tuple[Event, ...]:
    """One event per occurrence, oldest first, with ids that say year and kind."""
    shelf, lexicon = Shelf(), Lexicon.of(found)
    for telling in sorted(translations.tellings([r for r in found if r.when is not None], lexicon), key=_finest):
        _settle(shelf, Group(telling), lexicon)
    kinds: defaultdict[str, list[Group]] = defaultdict(list)
    for group in shelf.groups:
        kinds[group.kind].append(group)
    for report in (r for r in found if r.open):
        news = _news_of(kinds[report.kind], report) if _once(report) else None
        if news is None or not any(_may_mean(report, other) for other in news):
            _into(kinds[report.kind], report)
        else:
            news.append(report)
    for report in (r for r in found if r.mention is None):
        if news := _news_of(kinds[report.kind], report):
            news.append(report)
    made = [_event(group) for groups in kinds.values() for group in groups]
    made.sort(key=lambda event: (event.when.order if event.when else ((10_001, 1, 1), 0, (0, 0, 0)), event.kind, _place(event)))
    return tuple(_with_ids(made))


def _fineness(report: Report) -> tuple[int, str, int]:
    """Finest first, so that a coarse report finds the fine ones it agrees with."""
    assert report.when is not None
    first, last = report.when.span
    days = (
        10_000_000
        if first is None or last is None
        else (last[0] - first[0]) * 372 + (last[1] - first[1]) * 31 + last[2] - first[2]
    )
    return days, report.document.article.id, report.sentence.start


def _finest(telling: Sequence[Report]) -> tuple[int, str, int]:
    return min(map(_fineness, telling))


def _settle(shelf: Shelf, telling: Group, lexicon: Lexicon) -> None:
    """Put what is told into the one group that tells it already; where none does, or several may, into one of its own."""
    when = _finest_when(telling)
    assert when is not None
    fitting = [group for group in shelf.near(when) if _same_event(group, telling, lexicon)]
    if len(fitting) == 1:
        fitting[0].extend(telling)
    else:
        shelf.put(telling, when)


def _same_event(group: Group, telling: Group, lexicon: Lexicon) -> bool:
    """Its times can be the same, and so are kinds and parties; where words tell no kind, the sentences must be alike."""
    mine, theirs = group.kind, telling.kind
    known = mine == theirs != "other"
    if not (known or "other" in (mine, theirs)) or not all(_same_time(group, report) for report in telling):
        return False
    if group.negated != telling.negated or group.ongoing != telling.ongoing:
        return False  # what one denies, the other tells: no evidence for it; nor is what goes on for what was done that day
    if group.asked or telling.asked or _at_odds(group, telling):
        return False  # a question is no evidence for anything
    if known:
        return _said_once(mine, group, telling) and any(whom.fit(group, report) for report in telling)
    given = any(language.kinds()[kind].get("given") == "yes" for kind in (mine, theirs))
    spoken = any((*group.speakers, *telling.speakers))  # an analysis that “reveals” is nobody's act of saying
    if given or (spoken and _heard(group, telling) != "yes"):
        return False  # what was offered, owed or given back is told in the same words as what was paid
    return _alike(group, telling, lexicon)


def _alike(group: Sequence[Report], telling: Sequence[Report], lexicon: Lexicon) -> bool:
    """In half of the languages that both are told in, a sentence of one is like a sentence of the other; in any, if in none."""
    languages = _languages(group) & _languages(telling)
    pairs = [(one, other) for one in group for other in telling if not languages or _language(one) == _language(other)]
    found = {_language(one) for one, other in pairs if lexicon.tell_one(one, other)}
    return bool(found) and 2 * len(found) >= len(languages)


def _languages(group: Sequence[Report]) -> set[str]:
    return set(map(_language, group))


def _language(report: Report) -> str:
    return report.document.article.lang


def _said_once(kind: str, group: Group, telling: Group) -> bool:
    """Saying is done often: two reports are of one act only where its time and, for certain, its speaker are the same."""
    if not _is_saying(kind):
        return True
    return _heard(group, telling) == "yes" and _finest_when(group) == _finest_when(telling)


def _is_saying(kind: str) -> bool:
    return language.kinds()[kind].get("speech") == "yes"


def _heard(group: Group, telling: Group) -> Same:
    """Whether all that is said in both is said by one."""
    found = {identity.same(one, other) for one in group.speakers for other in telling.speakers}
    return "no" if "no" in found else "yes" if "yes" in found else "perhaps"


def _into(groups: list[Group], report: Report) -> None:
    """Put a report of open time into the one group of its kind that it fits; into one of its own else."""
    fitting = [group for group in groups if _same_open(group, report) and whom.fit(group, report)]
    if len(fitting) == 1:
        fitting[0].append(report)
    else:
        groups.append(Group([report]))  # none, or several: which of them it is, is for a person to say


def _same_time(group: Group, report: Report) -> bool:
    return report.when is not None and all(likeness.one_time(when, report.when, group.kind) for when in group.times)


def _same_open(group: Group, report: Report) -> bool:
    """Words left open tell the time of a copy of the same report, or, of a kind that happens once, the same open words."""
    if group.asked or report.asked:
        return False
    if _is_saying(report.kind) and (heard := _heard(group, Group([report]))) != "yes":
        elsewhere = all(other.document != report.document for other in group)
        if heard == "no" or not elsewhere:
            return False
    for other in group:
        if other.origin == report.origin and _may_mean(report, other):
            return True
        if _once(report) and other.open and other.mention is not None and other.mention.value == _value(report):
            return True
    return False


def _may_mean(report: Report, other: Report) -> bool:
    """The open words of one can mean the time of the other."""
    if other.when is None:
        return _value(other) == _value(report)
    return _fits(_value(report), other.when)


def _value(report: Report) -> str:
    return report.mention.value if report.mention else ""


def _fits(value: str, when: When) -> bool:
    """An open TIMEX3 value can mean that time: the same weekday, the same month and day, or the same length."""
    first, last = when.span
    if first is None or last is None:
        return False
    if match := re.fullmatch(r"XXXX-WXX-(\d)", value):
        return first == last and date(*first).isoweekday() == int(match[1])
    if match := re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?", value):
        return first[1] == last[1] == int(match[1]) and (match[2] is None or first[2] == last[2] == int(match[2]))
    return value == "XXXX" and when.precision == "year"


def _at_odds(group: Group, telling: Group) -> bool:
    """One origin, or one article, gives other sums in the one than in the other."""
    shared = group.sums.keys() & telling.sums.keys()
    return any(
        likeness.contradict(one, other)
        for where in shared
        for one in group.sums[where].values()
        for other in telling.sums[where].values()
    )


def _once(report: Report) -> bool:
    return language.kinds()[report.kind].get("once") == "yes"


def _news_of(groups: list[Group], report: Report) -> Group | None:
    fitting = [
        group for group in groups if _in_time(group, report) and any(_was_news(r) for r in group) and whom.fit(group, report)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _was_news(report: Report) -> bool:
    """It tells what had just happened when it was written."""
    return report.open or (report.when is not None and _since(report.when, report) is not None)


def _in_time(group: Group, report: Report) -> bool:
    """What the group dates was news too when this report was written; nothing speaks against it where nobody knows when."""
    return report.document.article.published is None or all(_since(when, report) is not None for when in group.times)


def _since(when: When, report: Report) -> timedelta | None:
    """How long before its publication what a report tells happened, if it was still news then."""
    published = report.document.article.published
    first = when.span[0]
    if first is None or first[0] < date.min.year or published is None or published.latest is None:
        return None  # unknown, or before our era
    since = date.fromisoformat(published.latest) - date(*first)
    lasting = language.kinds()[report.kind].get("lasting") == "yes"
    return since if timedelta(0) <= since <= timedelta(days=_LASTING_DAYS if lasting else _NEWS_DAYS) else None


def _event(group: Group) -> Event:
    ordered = sorted(group, key=lambda r: (r.document.article.id, r.sentence.start))
    named = _principals(group.kind, ordered)
    return Event(
        id="",
        when=_when(group),
        kind=group.kind,
        status=_status(ordered),
        parties=tuple(part.party for part in named),
        by=tuple(part.party for part in named if part.side == "by"),
        to=tuple(part.party for part in named if part.side == "to"),
        citations=tuple(citation(relayed(report, group)) for report in ordered),
        speaker=next((r.speaker for r in ordered if r.speaker is not None and r.speaker.name), ordered[0].speaker),
        note=_note(ordered),
    )


def _note(ordered: Sequence[Report]) -> str | None:
    """What is to be known of its words before it is taken for a fact."""
    doubts = (SUPPOSED, any(r.supposed for r in ordered)), (ASKED, any(r.asked for r in ordered))
    return "; ".join(note for note, doubtful in doubts if doubtful) or None


def _status(group: Sequence[Report]) -> Status:
    """What the surest of its origins says; of an origin, the least sure of its copies: one may drop whose claim it is.

    What only passes on the words of another of them says no more and no less than that one.
    """
    articles: dict[tuple[str, str], list[Status]] = {}
    for report in [report for report in group if not any(sources(report, group))] or group:
        articles.setdefault((report.origin, report.document.article.id), []).append(report.voice.status)
    origins: dict[str, list[Status]] = {}
    for (origin, _), said in articles.items():
        origins.setdefault(origin, []).append(max(said, key=STRENGTH.__getitem__))
    return max((min(said, key=STRENGTH.__getitem__) for said in origins.values()), key=STRENGTH.__getitem__)


def _principals(kind: str, ordered: Sequence[Report]) -> tuple[Part, ...]:
    """Whom its title names: whom the report of its kind that names most names, in its order, then whom others of it name."""
    own = [report.principals for report in ordered if report.kind == kind]
    return principals.parts(part for named in (max(own, key=len, default=()), *own) for part in named)[:4]


def _when(group: Sequence[Report]) -> When | None:
    """The finest time named; else, where only open words name one, what the undated reports' articles leave possible."""
    if finest := _finest_when(group):
        return finest
    bounds = sorted((r.bound for r in group if r.bound is not None), key=lambda when: when.latest or "")
    return bounds[0] if bounds else None


def _finest_when(group: Sequence[Report]) -> When | None:
    dated = [report for report in group if report.when is not None]
    return min(dated, key=_fineness).when if dated else None


def _place(event: Event) -> tuple[str, int]:
    return event.citations[0].article, event.citations[0].start


def _with_ids(made: Sequence[Event]) -> Iterator[Event]:
    taken: set[str] = set()
    for event in made:
        first = event.when.span[0] or event.when.span[1] if event.when else None
        base = f"{first[0]:04}-{event.kind}" if first else f"undated-{event.kind}"
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        yield replace(event, id=name)
