"""A document's sentences and dated Mentions come in; its Reports come out: one sentence telling one event each.

A report needs a trigger (the language file's words for a kind) or a date; of several triggers the date belongs to the one
with the fewest clause boundaries between. A trigger without a date is kept where it could be the news itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline import language
from dateline.figures import Figure
from dateline.language import Language
from dateline.model import Document, Mention, Sentence, Speaker, Voice
from dateline.reading import clauses, cues, figures, identity, occasions, speakers, triggers, voices
from dateline.reading.clauses import Clause
from dateline.reading.names import Names, small_words, strangers
from dateline.reading.triggers import Trigger
from dateline.when import When, WhenError

_REACH: Final = 3  # the most boundaries between a verb and the date that it bears
_SAID_WHEN: Final = 30  # characters behind a verb of saying within which its own date stands
_REMEMBERED: Final = 400  # characters before a sentence in which stands whom “he” means
_ALONE: Final = 12  # characters beside a date in a stretch that is no clause


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence that tells one event.

    `parties` are all that it names, `actors` those of the event's own clause, `topics` the two that its article names
    most; `stranger` is of whom an undated one tells, if that is none of the case's names; `bound` is what the article’s
    own date says of an undated one; `figures` are the amounts and counts of its clause; `speaker` is whose act of saying it is.
    """

    sentence: Sentence
    kind: str
    mention: Mention | None
    voice: Voice
    parties: tuple[str, ...]
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    origin: str
    bound: When | None = None
    figures: tuple[Figure, ...] = ()
    stranger: str | None = None
    speaker: Speaker | None = None

    @property
    def document(self) -> Document:
        """The article that tells it."""
        return self.sentence.document

    @property
    def when(self) -> When | None:
        """The time that its words fix, if they do."""
        return self.mention.when if self.mention else None

    @property
    def open(self) -> bool:
        """It names a time that cannot be resolved (“on Monday”, in an article without a date)."""
        return self.mention is not None and self.mention.when is None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what is needed to tell its reports: `around` are the document's sentences, `topics` whom it names most,
    `foremost` a stranger to the case that it names more often than these; `small` are the words that it writes small.
    """

    sentence: Sentence
    around: Sequence[Sentence]
    parts: tuple[Clause, ...]
    dated: tuple[Mention, ...]
    told: tuple[Trigger, ...]
    reaches: tuple[voices.Reach, ...]
    names: Names
    strangers: re.Pattern[str] | None
    foremost: str | None
    small: frozenset[str]
    topics: tuple[str, ...]
    origin: str
    lang: Language


def reports(sentences: Sequence[Sentence], mentions: Sequence[Mention], names: Names, origin: str) -> tuple[Report, ...]:
    """What a document's sentences tell. `origin` is the id of the report that the document is, or is a copy of."""
    found: list[Report] = []
    starts = [mention.start for mention in mentions]
    topics = names.topics(sentences[0].document.text) if sentences else ()
    others = strangers(sentences[0].document, names) if sentences else None
    foremost = names.outnamed(sentences[0].document.text, others) if others else None
    small = small_words(sentences[0].document.text) if sentences else frozenset()
    for sentence in sentences:
        lang = language.load(sentence.document.article.lang)
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        dated = occasions.dated(mentions[first:last], sentence, lang)
        parts = clauses.clauses(sentence, lang)
        told = triggers.triggers(sentence, parts, lang)
        if told or dated:
            reaches = voices.reaches(sentence, parts, lang)
            found.extend(
                _of_scene(
                    Scene(sentence, sentences, parts, dated, told, reaches, names, others, foremost, small, topics, origin, lang)
                )
            )
    return tuple(found)


def _of_scene(scene: Scene) -> Iterator[Report]:
    borne: set[Trigger] = set()
    pairs = _assigned(scene)
    for mention, trigger in _joined(pairs, scene.sentence.document.text, scene.lang):
        if trigger is not None:
            borne.add(trigger)
            yield _report(scene, trigger.kind, trigger.start, mention)
        elif occasions.earned(mention) and not _supposed(scene, mention):
            yield _report(scene, "other", mention.start, mention)
    for trigger in scene.told:
        main = clauses.at(scene.parts, trigger.start).opens not in ("relative", "subordinate")
        if trigger not in borne and main and language.kinds()[trigger.kind].get("once") == "yes":
            yield _report(scene, trigger.kind, trigger.start, None)


def _supposed(scene: Scene, mention: Mention) -> bool:
    """The clause around the date only supposes what it tells."""
    return triggers.unreal(clauses.at(scene.parts, mention.start), scene.sentence, scene.lang, only="hypothesis")


def _assigned(scene: Scene) -> list[tuple[Mention, Trigger | None]]:
    """Each date with the trigger that it belongs to: the fewest boundaries away, then the nearest.

    A verb bears one date: the nearest takes it, and another only if they make a list. What is said, and what somebody is
    accused of, is dated by its own clause, so acts of saying take dates from theirs alone.
    """
    ranks: list[tuple[int, int, int, Trigger]] = []
    for index, mention in enumerate(scene.dated):
        place = _place(mention, scene)
        for trigger in scene.told:
            cost = min(clauses.distance(scene.parts, place, end) for end in (trigger.start, trigger.end - 1))
            gap = max(trigger.start - mention.end, mention.start - trigger.end, 0)
            if cost <= _reach(trigger, mention) and not clauses.aside(scene.parts, place, trigger.start):
                ranks.append((2 * cost + (trigger.kind == "statement"), gap, index, trigger))
    found: dict[int, Trigger] = {}
    for _, _, index, trigger in sorted(ranks, key=lambda rank: rank[:3]):
        holders = [other for other, held in found.items() if held == trigger]
        if index not in found and all(_in_list(scene, other, index) for other in holders):
            found[index] = trigger
    return [(mention, found.get(index)) for index, mention in enumerate(scene.dated)]


def _reach(trigger: Trigger, mention: Mention) -> int:
    """The most boundaries between a trigger and its date; what stands far behind a verb of saying dates what is said."""
    if language.kinds()[trigger.kind].get("speech") != "yes":
        return _REACH
    return 0 if mention.start - trigger.end <= _SAID_WHEN else -1


def _in_list(scene: Scene, one: int, other: int) -> bool:
    """Nothing but other dates, commas and “and” stands between the two dates."""
    first, last = sorted((one, other))
    text = scene.sentence.document.text
    pairs = zip(scene.dated[first:last], scene.dated[first + 1 : last + 1], strict=True)
    return all(_listed(text[before.end : after.start], scene.lang) for before, after in pairs)


def _place(mention: Mention, scene: Scene) -> int:
    """Where a date stands among the clauses; one in apposition, or without a verb before a comma, belongs to what follows."""
    if (apposition := _apposition(mention, scene)) is not None:
        return apposition
    own = clauses.at(scene.parts, mention.start)
    following = scene.parts[scene.parts.index(own) + 1 :]
    ends = (end for trigger in scene.told for end in (trigger.start, trigger.end - 1))
    verbless = all(clauses.at(scene.parts, end) != own for end in ends)
    if verbless and own.end - own.start - len(mention.words) <= _ALONE and following and following[0].opens != "stop":
        return following[0].end - 1
    return mention.start


def _apposition(mention: Mention, scene: Scene) -> int | None:
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
    either = lang.reading.get("either")
    if either and cues.compiled(lang.tag, either["match"]).fullmatch(between.strip()):
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


def _report(scene: Scene, kind: str, place: int, mention: Mention | None) -> Report:
    """The report that the clause at `place` makes."""
    voice = _voice(scene, kind, place)
    return Report(
        sentence=scene.sentence,
        kind=kind,
        mention=_plain(mention) if mention is not None and _apposition(mention, scene) is not None else mention,
        voice=_undated_speaker(voice, scene.dated),
        parties=_parties(scene, place, voice),
        actors=_actors(scene, place, voice),
        topics=scene.topics,
        origin=scene.origin,
        bound=_bound(scene.sentence.document) if mention is None else None,
        figures=figures.of_event(figures.figures(scene.sentence, scene.lang), scene.sentence, scene.parts, place, scene.told),
        stranger=_stranger(scene, place, voice) if mention is None or mention.when is None else None,
        speaker=_speaker(scene, kind, place),
    )


def _speaker(scene: Scene, kind: str, place: int) -> Speaker | None:
    """Whose act of saying the verb at `place` tells: whom its cue names; else, with a verb of one's own deeds, its subject."""
    marks = language.kinds()[kind]
    if marks.get("speech") != "yes":
        return None
    cues_ = [reach.voice for reach in scene.reaches if (reach.voice.start or 0) <= place < (reach.voice.end or 0)]
    named = next((_undated_speaker(voice, scene.dated).who for voice in cues_ if voice.who), None)
    subject = scene.sentence.document.text[clauses.at(scene.parts, place).start : place]
    return identity.speaker(named or (subject if marks.get("subject") == "yes" else None), scene.lang, scene.small)


def _voice(scene: Scene, kind: str, place: int) -> Voice:
    """Who vouches for what the clause at `place` tells."""
    found = voices.voice(scene.reaches, scene.sentence, scene.parts, place, scene.lang)
    retold = voices.retold(found, kind, scene.sentence.document.text, place, scene.lang)
    return voices.vouched(speakers.resolved(found, scene.around, place, scene.lang), kind, retold=retold)


def _plain(mention: Mention) -> Mention:
    """The time named, without “until”, “after” or the like, which belong to the clause before."""
    try:
        return replace(mention, when=When.parse(mention.value))
    except WhenError:
        return mention


def _bound(document: Document) -> When | None:
    """What has happened when an article is published happened by then."""
    published = document.article.published
    if published is None or "/" in published.edtf or published.latest is None:
        return None
    return When.parse(f"../{published.edtf}")


def _undated_speaker(voice: Voice, dated: Sequence[Mention]) -> Voice:
    """The speaker without the day of speaking (“their lawyer on Monday”)."""
    who = voice.who
    for mention in dated:
        if who is not None and who != mention.words:
            who = who.removesuffix(mention.words).removeprefix(f"{mention.words} ").strip(" ,")
    return replace(voice, who=who)


def _parties(scene: Scene, place: int, voice: Voice) -> tuple[str, ...]:
    """Whom the sentence names: the event's clause if it names two, else all but the speaker."""
    near = _actors(scene, place, voice)
    return near if len(near) >= 2 else scene.names.within(_unspoken(scene, voice))


def _actors(scene: Scene, place: int, voice: Voice) -> tuple[str, ...]:
    """Who takes part for certain: whom the event's own clause names, or the name that a relative clause follows."""
    text, offset = _unspoken(scene, voice), scene.sentence.start
    clause = clauses.at(scene.parts, place)
    near = scene.names.within(text[clause.start - offset : clause.end - offset])
    if near or clause.opens != "relative":
        return near
    return scene.names.within(text[: clause.start - offset])[-1:]


def _stranger(scene: Scene, place: int, voice: Voice) -> str | None:
    """Who is named in the event's clause, or last before it (“he”), where that is nobody whom the case knows."""
    if scene.strangers is None or _actors(scene, place, voice):
        return None
    text, offset, clause = _unspoken(scene, voice), scene.sentence.start, clauses.at(scene.parts, place)
    if here := scene.strangers.search(text, clause.start - offset, clause.end - offset):
        return here[0]
    before = scene.sentence.document.text[max(0, offset - _REMEMBERED) : offset] + text[: clause.start - offset]
    last = next(iter([*scene.strangers.finditer(before)][::-1]), None)
    return last[0] if last and not scene.names.heard(before[last.end() :]) else scene.foremost


def _unspoken(scene: Scene, voice: Voice) -> str:
    """The sentence with its dates and its speaker blotted out."""
    text, offset = scene.sentence.text, scene.sentence.start
    speaker = [(voice.start, voice.end)] if voice.start is not None and voice.end is not None else []
    for start, end in (*speaker, *((mention.start, mention.end) for mention in scene.dated)):
        text = text[: start - offset] + "|" * (end - start) + text[end - offset :]
    return text
