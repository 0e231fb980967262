"""A Scene comes in: a sentence with its dates and its triggers; each date goes out with the trigger that bears it.

Of two verbs that only “and” parts, a date before or behind both is of both: “was arrested and charged on 3 May”.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from dateline import language
from dateline.language import Language
from dateline.model import Mention, Sentence
from dateline.reading import clauses, cues, dates, deeds, described, voices
from dateline.reading.bearers import Bearers
from dateline.reading.clauses import Clause
from dateline.reading.names import Names
from dateline.reading.relays import Sources
from dateline.reading.triggers import Trigger
from dateline.when import When

_REACH: Final = 3  # the most boundaries between a verb and the date that it bears
_SAID_WHEN: Final = 30  # characters behind a verb of saying within which its own date stands
_PAPER: Final = 60  # characters beside a date in which a paper can be named that bears it
_ALONE: Final = 12  # characters beside a date in a stretch that is no clause
_FEW: Final = 6  # words in a stretch between two pauses that is no clause


@dataclass(frozen=True)
class Scene:
    """A sentence with what is needed to tell its reports: `around` are the document's sentences, `topics` whom it names most,
    `bearers` all whom it may name, `foremost` a stranger to the case that it names more often than these; `small` are the words
    that it writes small; `undated` is its text with its dates blotted out; `sources` are the outlets from which it may have it.
    """

    sentence: Sentence
    around: Sequence[Sentence]
    parts: tuple[Clause, ...]
    dated: tuple[Mention, ...]
    told: tuple[Trigger, ...]
    reaches: tuple[voices.Reach, ...]
    names: Names
    bearers: Bearers
    strangers: re.Pattern[str] | None
    foremost: str | None
    small: frozenset[str]
    topics: tuple[str, ...]
    origin: str
    lang: Language
    undated: str
    sources: Sources

    @cached_property
    def outcome(self) -> str | None:
        """The first rule of its language, under `outcomes:`, that says what the sentence tells."""
        rows = self.lang.reading.get("outcomes", {})
        return next((name for name, row in rows.items() if cues.find(self.lang.tag, row["match"], self.undated)), None)

    @cached_property
    def rest(self) -> str:
        """The sentence without its times and parties."""
        return self.names.pattern.sub(" ", self.undated) if self.names.pattern else self.undated


def borne(scene: Scene) -> Iterator[tuple[Mention, Trigger | None]]:
    """Each date, or list of dates, with its verb; once more with every other verb that bears it too."""
    pairs = [*_joined(_assigned(scene), scene.sentence.document.text, scene.lang), *_counted_from(scene)]
    taken = {trigger for _, trigger in pairs if trigger is not None}
    for mention, trigger in pairs:
        yield mention, trigger
        if trigger is not None:
            for other in _beside(trigger, mention, scene):
                if other not in taken:
                    taken.add(other)
                    yield mention, other


def _counted_from(scene: Scene) -> Iterator[tuple[Mention, Trigger]]:
    """Each date from which another counts, with the verb or noun of what it dates: “three days after the raid of 3 June”."""
    document = scene.sentence.document
    for mention in scene.dated:
        for trigger in scene.told:
            if _within(trigger, mention):
                for base in dates.find(document.text[trigger.end : mention.end], scene.lang, document.article.published)[:1]:
                    if base.when is not None:
                        yield replace(base, start=trigger.end + base.start, end=trigger.end + base.end), trigger


def _within(trigger: Trigger, mention: Mention) -> bool:
    """The trigger is one of the words of a time that is counted from it, and not what happened then."""
    return mention.start < trigger.start and trigger.end < mention.end


def _beside(trigger: Trigger, mention: Mention, scene: Scene) -> Iterator[Trigger]:
    """The verbs of other kinds that “and” ties to one, so that its date is theirs."""
    first = last = scene.told.index(trigger)
    while first and _tied(scene.told[first - 1], scene.told[first], mention, scene):
        first -= 1
    while last + 1 < len(scene.told) and _tied(scene.told[last], scene.told[last + 1], mention, scene):
        last += 1
    for other in scene.told[first : last + 1]:
        if other.kind != trigger.kind and not (_speech(other) or _speech(trigger)):
            yield other


def _tied(one: Trigger, other: Trigger, mention: Mention, scene: Scene) -> bool:
    """Only “and” stands between two verbs; or a date stands before the first, and the second comes right behind “and”."""
    text = scene.sentence.document.text
    if one.end <= mention.start < other.start:
        return False
    if _and(text[one.end : other.start], scene.lang):
        return True
    own, there = clauses.at(scene.parts, one.start), clauses.at(scene.parts, other.start)
    fronted = mention.end <= one.start and clauses.at(scene.parts, mention.start) == own
    if own.opens == "relative" and text[own.start : own.end].rstrip().endswith(","):
        return False  # its clause ends there: “the firm, which in 2011 won, and was”
    return fronted and there.opens == "and" and there.start == own.end and _and(text[there.start : other.start], scene.lang)


def _and(between: str, lang: Language) -> bool:
    return between.strip() != "," and not _either(between, lang) and _listed(between, lang)


def _either(between: str, lang: Language) -> bool:
    rule = lang.reading.get("either")
    return rule is not None and cues.compiled(lang.tag, rule["match"]).fullmatch(between.strip()) is not None


def _speech(trigger: Trigger) -> bool:
    return language.kinds()[trigger.kind].get("speech") == "yes"


def _assigned(scene: Scene) -> list[tuple[Mention, Trigger | None]]:
    """Each date with the trigger that it belongs to: the fewest boundaries away, then the nearest.

    A verb bears one date: the nearest takes it, and another only if they make a list. What is said, and what somebody is
    accused of, is dated by its own clause, so acts of saying take dates from theirs alone. What dates a noun comes last.
    """
    ranks: list[tuple[int, bool, int, int, Trigger]] = []
    for index, mention in enumerate(scene.dated):
        place, paper = _place(mention, scene), _paper(mention, scene) if scene.told else None
        deed = deeds.stretch(mention, scene.sentence, scene.lang) if scene.told else None
        noun = described.noun(mention, scene.sentence, scene.lang) if scene.told else None
        for trigger in _near(scene, place):
            if _within(trigger, mention) or (deed and not deeds.may_be(trigger, deed)) or (noun and noun.bars(trigger)):
                continue
            ends = trigger.start, trigger.end - 1
            cost = min(clauses.distance(scene.parts, place, end) for end in ends)
            gap = max(trigger.start - mention.end, mention.start - trigger.end, 0)
            aside = all(clauses.aside(scene.parts, place, end) for end in ends)
            near = cost <= _reach(trigger, mention) and not aside
            if near and not _is_said(scene, trigger, mention) and (paper is None or _may_be_paper(trigger, paper)):
                of_noun = noun is not None and not noun.holds(trigger)
                ranks.append((2 * cost + (trigger.kind == "statement"), of_noun, gap, index, trigger))
    found: dict[int, Trigger] = {}
    held: defaultdict[Trigger, list[int]] = defaultdict(list)
    for _, _, _, index, trigger in sorted(ranks, key=lambda rank: rank[:4]):
        if index not in found and all(_in_list(scene, other, index) for other in held[trigger]):
            found[index] = trigger
            held[trigger].append(index)
    return [(mention, found.get(index)) for index, mention in enumerate(scene.dated)]


def _near(scene: Scene, place: int) -> Sequence[Trigger]:
    """The triggers that may bear a date at that place."""
    start, end = clauses.around(scene.parts, place, _REACH)
    first = bisect_right(scene.told, start, key=lambda trigger: trigger.end)
    return scene.told[first : bisect_left(scene.told, end, key=lambda trigger: trigger.start)]


def _reach(trigger: Trigger, mention: Mention) -> int:
    """The most boundaries between a trigger and its date; what stands far behind a verb of saying dates what is said."""
    if not _speech(trigger):
        return _REACH
    return 0 if mention.start - trigger.end <= _SAID_WHEN else -1


def _is_said(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """The date lies in what the verb tells was said, or behind what it bids somebody do: it dates that, and not the saying.

    Behind a denial it may be the denial’s own (“denied all of it in 2014”): there clauses decide.
    """
    for reach in scene.reaches:
        first, last = reach.voice.start or 0, reach.voice.end or 0
        told = reach.start <= mention.start < reach.end and not first <= mention.start < last
        if told and first <= trigger.start < last and reach.voice.who and reach.voice.status != "denied":
            return True
    bids = scene.lang.reading.get("bids") if language.kinds()[trigger.kind].get("named") == "speaker" else None
    text = scene.sentence.document.text
    return bids is not None and cues.find(scene.lang.tag, bids["match"], text, trigger.end, mention.start) is not None


def _paper(mention: Mention, scene: Scene) -> tuple[int, int] | None:
    """The words that say of a paper that it is of that time (“warrant issued on 28 May”): its date, and not the arrest's."""
    rule, sentence = scene.lang.reading.get("papers"), scene.sentence
    if rule is None:
        return None
    within = max(sentence.start, mention.start - _PAPER), min(sentence.end, mention.end + _PAPER)
    return cues.over(scene.lang.tag, rule["match"], sentence.document.text, (mention.start, mention.end), within)


def _may_be_paper(trigger: Trigger, paper: tuple[int, int]) -> bool:
    """The trigger is of those words, or, before them, of what stands on paper itself: “complaint against Varne filed on”."""
    if trigger.end <= paper[0]:
        return language.kinds()[trigger.kind].get("paper") == "yes"
    return trigger.start < paper[1]


def _in_list(scene: Scene, one: int, other: int) -> bool:
    """Nothing but other dates, commas and “and” stands between the two dates."""
    first, last = sorted((one, other))
    text = scene.sentence.document.text
    pairs = zip(scene.dated[first:last], scene.dated[first + 1 : last + 1], strict=True)
    return all(_listed(text[before.end : after.start], scene.lang) for before, after in pairs)


def _place(mention: Mention, scene: Scene) -> int:
    """Where a date stands among the clauses; one in apposition, or without a verb before a comma, belongs to what follows."""
    if (behind := apposition(mention, scene)) is not None:
        return behind
    last = mention.end - 1  # “between May and June” holds an “and” of its own
    start, end = clauses.at(scene.parts, mention.start).start, clauses.at(scene.parts, last).end
    following = clauses.behind(scene.parts, last)
    if following is None or following.opens == "stop" or end - start - len(mention.words) > _ALONE:
        return mention.start
    edges = (edge for trigger in scene.told for edge in (trigger.start, trigger.end - 1))
    return mention.start if any(start <= edge < end for edge in edges) else following.end - 1


def told(mention: Mention, scene: Scene) -> int:
    """Where that stands which a date without a verb tells of: behind what is put in after a date that opens a clause."""
    place = _place(mention, scene)
    index = scene.parts.index(clauses.at(scene.parts, place))
    if place == mention.start:
        return place
    while _put_in(scene, index):
        index += 1
    return scene.parts[index].end - 1


def _put_in(scene: Scene, index: int) -> bool:
    """A few words between two pauses, as “, the director,” or “, on a visit to Ghent,”."""
    if index + 1 >= len(scene.parts) or {part.opens for part in scene.parts[index : index + 2]} != {"pause"}:
        return False
    part = scene.parts[index]
    return len(scene.sentence.document.text[part.start : part.end].split()) <= _FEW


def apposition(mention: Mention, scene: Scene) -> int | None:
    """Where “, the year in which” after a date ends, if it follows: the clause behind it tells what happened then."""
    text, rule = scene.sentence.document.text, scene.lang.reading.get("apposition")
    if rule is None or not text.startswith(", ", mention.end):
        return None
    match = cues.compiled(scene.lang.tag, rule["match"]).match(text, mention.end + 2)
    return min(match.end(), scene.sentence.end - 1) if match else None


def _joined(
    found: Sequence[tuple[Mention, Trigger | None]], text: str, lang: Language
) -> Iterator[tuple[Mention, Trigger | None]]:
    """Dates that one verb bears in a list (“on Monday 3 and Tuesday 4 May”) are one time: all of them, or one of them."""
    waiting: tuple[Mention, Trigger | None] | None = None
    for mention, trigger in found:
        if waiting is None:
            waiting = mention, trigger
        elif trigger == waiting[1] and (set_of := _set_of(text[waiting[0].end : mention.start], trigger, lang)):
            waiting = _both(waiting[0], mention, text, set_of), trigger
        else:
            yield waiting
            waiting = mention, trigger
    if waiting is not None:
        yield waiting


def _set_of(between: str, trigger: Trigger | None, lang: Language) -> str:
    """The brackets of EDTF: “[]” for one of two dates (“in August or September”), “{}” for both; none where they are no list."""
    if _either(between, lang):
        return "[]"
    return "{}" if trigger is not None and _listed(between, lang) else ""


def _listed(between: str, lang: Language) -> bool:
    """Nothing but a comma or a short “and” stands between two dates."""
    word = between.strip()
    joins = lang.reading.get("clauses", {}).get("and")
    return word == "," or (joins is not None and len(word) <= 4 and cues.find(lang.tag, joins["match"], word) is not None)


def _both(one: Mention, other: Mention, text: str, set_of: str) -> Mention:
    when, opening, closing = None, *set_of
    barred = set("/{[") - {opening}
    if one.when and other.when and not barred & set(one.when.edtf + other.when.edtf):
        when = When.parse(opening + ",".join(part.edtf.strip(set_of) for part in (one.when, other.when)) + closing)
    return replace(one, end=other.end, words=text[one.start : other.end], when=when, basis=one.basis if when else None)
