"""Documents with their dated Mentions come in; proposed Events come out, one per occurrence, all citations kept.

A *report* is one sentence of one article telling one event. It needs a trigger (the language file's words for a kind) and
the date that its clause bears. Reports of one kind, at times that can be the same, between the same parties are one
event. An undated report never makes an event and never chains two: it only joins the one that was news when it was
written, and only for kinds of which a case mostly has one (`once` in kinds.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from dateline import language
from dateline.language import Language
from dateline.model import Citation, Document, Event, Mention, Sentence, Status, Voice
from dateline.reading import clauses, cues, voices
from dateline.reading.clauses import Clause
from dateline.reading.names import Names
from dateline.when import When

_CONTEXT: Final = 32  # characters of prefix and suffix
_REACH: Final = 3  # the most boundaries between a verb and the date that it bears
_NEAR: Final = 90  # characters between a trigger and the noun that it needs
_NEWS_DAYS: Final = 45  # an event is news for so long after it
_STRENGTH: Final[Mapping[Status, int]] = {"established": 3, "reported": 2, "alleged": 1, "denied": 0}


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words of a sentence that tell a kind of event: its id, and their span in the document."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence that tells one event. `bound` is what the article's own date says of an undated one."""

    document: Document
    sentence: Sentence
    kind: str
    mention: Mention | None
    voice: Voice
    parties: tuple[str, ...]
    origin: str
    bound: When | None = None

    @property
    def when(self) -> When | None:
        """The time that its words fix, if they do."""
        return self.mention.when if self.mention else None

    @property
    def open(self) -> bool:
        """It names a time that cannot be resolved (“on Monday”, in an article without a date)."""
        return self.mention is not None and self.mention.when is None


def reports(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], names: Names, origin: str
) -> tuple[Report, ...]:
    """What a document tells, sentence by sentence. `origin` is the id of its report of origin."""
    lang = language.load(document.article.lang)
    found: list[Report] = []
    for sentence in sentences:
        dated = [m for m in mentions if sentence.start <= m.start < sentence.end and datable(m)]
        parts = clauses.clauses(sentence, lang)
        found += _of_sentence(document, sentence, parts, dated, names, origin, lang)
    return tuple(found)


def datable(mention: Mention) -> bool:
    """The words name a point in time: resolved, or a day or month that only a publication date would resolve."""
    if mention.type not in ("DATE", "TIME"):
        return False
    return mention.when is not None or (mention.basis is None and mention.value.startswith("XXXX"))


def triggers(sentence: Sentence, parts: tuple[Clause, ...], lang: Language) -> tuple[Trigger, ...]:
    """Every trigger in the sentence that is told as happening: not denied by its clause, no bare purpose."""
    found: list[Trigger] = []
    for kind, pattern, companion in _triggers(lang.tag):
        for match in pattern.finditer(sentence.text):
            if companion is None or _nearby(companion, sentence.text, match):
                found.append(Trigger(kind, sentence.start + match.start(), sentence.start + match.end()))
    return tuple(_strongest([t for t in found if not _unreal(t, sentence, parts, lang)]))


def events(found: Sequence[Report], names: Names) -> tuple[Event, ...]:
    """One event per occurrence, oldest first, with ids that say year and kind."""
    groups: list[list[Report]] = []
    for report in sorted((r for r in found if r.when is not None), key=_fineness):
        _into(groups, report, _same_time)
    for report in (r for r in found if r.open):
        _into(groups, report, _same_open)
    for report in (r for r in found if r.mention is None):
        group = _news_of(groups, report)
        if group is not None:
            group.append(report)
    made = [_event(group, names) for group in groups]
    made.sort(key=lambda event: (event.when.order if event.when else ((10_001, 1, 1), 0, (0, 0, 0)), event.kind, _place(event)))
    return tuple(_with_ids(made))


def _of_sentence(
    document: Document,
    sentence: Sentence,
    parts: tuple[Clause, ...],
    dated: Sequence[Mention],
    names: Names,
    origin: str,
    lang: Language,
) -> Iterator[Report]:
    told = triggers(sentence, parts, lang)
    borne: set[Trigger] = set()
    for mention in dated:
        trigger = _trigger_of(mention, told, parts)
        if trigger is not None:
            borne.add(trigger)
        kind = trigger.kind if trigger else "other"
        place = trigger.start if trigger else mention.start
        yield _report(document, sentence, parts, kind, mention, place, names, origin, lang)
    for trigger in told:
        main = clauses.at(parts, trigger.start).opens not in ("relative", "subordinate")
        if trigger not in borne and main and language.kinds()[trigger.kind].get("once") == "yes":
            yield _report(document, sentence, parts, trigger.kind, None, trigger.start, names, origin, lang)


def _report(
    document: Document,
    sentence: Sentence,
    parts: tuple[Clause, ...],
    kind: str,
    mention: Mention | None,
    place: int,
    names: Names,
    origin: str,
    lang: Language,
) -> Report:
    own_act = language.kinds()[kind].get("speech") == "yes"
    voice = voices.OWN if own_act else _undated_speaker(voices.voice(sentence, parts, place, lang), mention)
    published = document.article.published
    bound = None
    if mention is None and published is not None and published.latest is not None:
        bound = When.parse(f"../{published.edtf}") if "/" not in published.edtf else None
    return Report(document, sentence, kind, mention, voice, _parties(sentence, parts, place, voice, names), origin, bound)


def _undated_speaker(voice: Voice, mention: Mention | None) -> Voice:
    """The speaker without the day of speaking (“their lawyer on Monday”)."""
    if voice.who is None or mention is None or not voice.who.endswith(mention.words):
        return voice
    return replace(voice, who=voice.who.removesuffix(mention.words).rstrip(" ,"))


def _parties(sentence: Sentence, parts: tuple[Clause, ...], place: int, voice: Voice, names: Names) -> tuple[str, ...]:
    """Who takes part: the names of the event's clause if it has two, else of the sentence without the speaker's."""
    clause = clauses.at(parts, place)
    near = names.within(sentence.document.text[clause.start : clause.end])
    if len(near) >= 2:
        return near
    text = sentence.text
    if voice.cue and voice.start is not None and voice.end is not None:
        text = text[: voice.start - sentence.start] + " | " + text[voice.end - sentence.start :]
    return names.within(text) or names.within(sentence.text)


def _trigger_of(mention: Mention, told: Sequence[Trigger], parts: tuple[Clause, ...]) -> Trigger | None:
    """The trigger that the date belongs to: the fewest boundaries away, then the nearest; saying only in its own clause."""
    best: tuple[int, int, Trigger] | None = None
    for trigger in told:
        cost = clauses.distance(parts, mention.start, trigger.start)
        speech = trigger.kind == "statement"
        if cost > (0 if speech else _REACH):
            continue
        gap = max(trigger.start - mention.end, mention.start - trigger.end, 0)
        rank = (cost * 2 + speech, gap, trigger)
        if best is None or rank[:2] < best[:2]:
            best = rank
    return best[2] if best else None


@lru_cache(maxsize=None)
def _triggers(tag: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    found = []
    for kind, entry in language.load(tag).reading.get("triggers", {}).items():
        for row in entry["words"]:
            match, companion = (row, None) if isinstance(row, str) else (row["match"], row["with"])
            found.append((kind, cues.compiled(tag, match), cues.compiled(tag, companion) if companion else None))
    return tuple(found)


def _nearby(companion: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    start, end = max(0, match.start() - _NEAR), min(len(text), match.end() + _NEAR)
    return companion.search(text, start, end) is not None


def _strongest(found: list[Trigger]) -> Iterator[Trigger]:
    """Of triggers that overlap, the longest; the language file's order breaks ties."""
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda t: (t.start - t.end, t.start)):
        if not any(trigger.start < other.end and other.start < trigger.end for other in kept):
            kept.append(trigger)
    return iter(sorted(kept, key=lambda t: t.start))


def _unreal(trigger: Trigger, sentence: Sentence, parts: tuple[Clause, ...], lang: Language) -> bool:
    clause = clauses.at(parts, trigger.start)
    start, end = clause.start - sentence.start, clause.end - sentence.start
    patterns: Sequence[str] = lang.reading.get("unreal", ())
    return any(cues.find(lang.tag, pattern, sentence.text, start, end) for pattern in patterns)


def _fineness(report: Report) -> tuple[int, str, int]:
    """Finest first, so that a coarse report finds the fine ones it agrees with."""
    assert report.when is not None
    first, last = report.when.span
    days = 10_000_000 if first is None or last is None else (last[0] - first[0]) * 372 + (last[1] - first[1]) * 31 + last[2] - first[2]
    return days, report.document.article.id, report.sentence.start


def _into(groups: list[list[Report]], report: Report, same: Callable[[Sequence[Report], Report], bool]) -> None:
    fitting = [group for group in groups if group[0].kind == report.kind and same(group, report) and _party_fit(group, report)]
    if len(fitting) == 1:
        fitting[0].append(report)
    else:
        groups.append([report])  # none, or several: which of them it is, is for a person to say


def _same_time(group: Sequence[Report], report: Report) -> bool:
    return report.when is not None and all(other.when is None or other.when.overlaps(report.when) for other in group)


def _same_open(group: Sequence[Report], report: Report) -> bool:
    """Both leave the same word open, and are of one report or of a kind that happens once."""
    once = language.kinds()[report.kind].get("once") == "yes"
    mine = report.mention.value if report.mention else None
    return any(
        other.open and other.mention is not None and other.mention.value == mine and (once or other.origin == report.origin)
        for other in group
    )


def _party_fit(group: Sequence[Report], report: Report) -> bool:
    """Some report of the group names the same parties, or one more or fewer; nobody named fits only its own origin."""
    mine = set(report.parties)
    for other in group:
        theirs = set(other.parties)
        if mine and theirs and (mine <= theirs or theirs <= mine):
            return True
        if (not mine or not theirs) and other.origin == report.origin:
            return True
    return False


def _news_of(groups: list[list[Report]], report: Report) -> list[Report] | None:
    fitting = [
        group
        for group in groups
        if group[0].kind == report.kind and any(_was_news(r) for r in group) and _in_time(group, report) and _party_fit(group, report)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _was_news(report: Report) -> bool:
    """It tells what had just happened when it was written."""
    published = report.document.article.published
    if report.open:
        return True
    if report.when is None or report.when.earliest is None or published is None or published.latest is None:
        return False
    since = date.fromisoformat(published.latest) - date.fromisoformat(report.when.earliest)
    return timedelta(0) <= since <= timedelta(days=_NEWS_DAYS)


def _in_time(group: Sequence[Report], report: Report) -> bool:
    return report.bound is None or all(other.when is None or other.when.overlaps(report.bound) for other in group)


def _event(group: Sequence[Report], names: Names) -> Event:
    ordered = sorted(group, key=lambda r: (r.document.article.id, r.sentence.start))
    status = max((r.voice.status for r in ordered), key=_STRENGTH.__getitem__)
    parties = dict.fromkeys(party for r in ordered for party in r.parties)
    return Event(
        id="",
        when=_when(group),
        kind=group[0].kind,
        status=status,
        parties=tuple(party.id for party in names.parties if party.id in parties)[:4],
        citations=tuple(_citation(r) for r in ordered),
    )


def _when(group: Sequence[Report]) -> When | None:
    """The finest time named; else, where only open words name one, what the undated reports' articles leave possible."""
    named = sorted((r for r in group if r.when is not None), key=_fineness)
    if named:
        return named[0].when
    bounds = sorted((r.bound for r in group if r.bound is not None), key=lambda when: when.latest or "")
    return bounds[0] if bounds else None


def _citation(report: Report) -> Citation:
    sentence, text = report.sentence, report.document.text
    return Citation(
        article=report.document.article.id,
        lang=report.document.article.lang,
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        prefix=text[max(0, sentence.start - _CONTEXT) : sentence.start],
        suffix=text[sentence.end : sentence.end + _CONTEXT],
        mention=report.mention,
        voice=report.voice,
    )


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
