"""A document's sentences and dated Mentions come in; its Reports come out: one sentence telling one event each.

A report needs a trigger (the language file's words for a kind) or a date; of several triggers the date belongs to the one
with the fewest clause boundaries between. A trigger without a date is kept where it could be the news itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline import language
from dateline.figures import Figure
from dateline.model import Document, Mention, Sentence, Speaker, Voice
from dateline.reading import (
    bearers,
    cast,
    clauses,
    deeds,
    denials,
    described,
    figures,
    hearsay,
    hindsight,
    occasions,
    outletnames,
    principals,
    questions,
    rulings,
    scenes,
    triggers,
    undating,
    voices,
    vouching,
)
from dateline.reading.bearers import Bearer
from dateline.reading.names import Names, small_words, strangers
from dateline.reading.principals import Part
from dateline.reading.questions import Asks
from dateline.reading.relays import Sources
from dateline.reading.scenes import Scene
from dateline.reading.triggers import Trigger
from dateline.reading.voices import Reach
from dateline.when import When

_NOBODY: Final = Sources()
_SUPPOSED: Final = ("counterfactual", "unfulfilled", "thwarted", "imagined", "fiction", "misreported", "mistaken")
_ASKED: Final = ("asked", "asked_on")


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence that tells one event.

    `parties` are all that it names, `actors` those of the event's own clause, `topics` the two that its article names
    most; `principals` are whom the event's title may name;
    `stranger` is of whom an undated one tells, if that is none of the case's names; `bound` is what the article’s
    own date says of an undated one; `figures` are the amounts and counts of its clause; `speaker` is whose act of saying it is.
    `negated`: it tells, on its day, what did not happen; `supposed`: what would have happened, and did not; `asked`:
    whether it happened; `ongoing`: what still went on (“is still detained”). `whom` are all whom it certainly befell,
    parties or not, `relays` the outlet from which its document has it. `outcome` names the rule of its language, under
    `outcomes:`, that says what its sentence tells; `rest` is that sentence without its times and parties.
    """

    sentence: Sentence
    kind: str
    mention: Mention | None
    voice: Voice
    parties: tuple[str, ...]
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    origin: str
    principals: tuple[Part, ...] = ()
    bound: When | None = None
    figures: tuple[Figure, ...] = ()
    stranger: str | None = None
    speaker: Speaker | None = None
    negated: bool = False
    supposed: bool = False
    asked: bool = False
    ongoing: bool = False
    whom: tuple[Bearer, ...] = ()
    relays: str | None = None
    outcome: str | None = None
    rest: str = ""

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


def reports(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], names: Names, origin: str, sources: Sources = _NOBODY
) -> tuple[Report, ...]:
    """What a document's sentences tell. `origin` is the id of the report that the document is, or is a copy of.

    `sources` are the outlets that it may relay.
    """
    if not sentences:
        return ()
    found: list[Report] = []
    starts = [mention.start for mention in mentions]
    document = sentences[0].document
    topics, small, everybody = names.topics(document.text), small_words(document.text), bearers.bearers(document, names)
    others = strangers(document, names)
    foremost = names.outnamed(document.text, others) if others else None
    for sentence in sentences:
        lang = language.load(sentence.document.article.lang)
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        dated = occasions.dated(hindsight.counted(mentions[first:last], sentence, lang), sentence, lang)
        told = triggers.triggers(sentence, lang, dated)
        if told or dated:
            parts = clauses.clauses(sentence, lang)
            reaches = tuple(_of_outlet(reach, sources.outlets) for reach in voices.reaches(sentence, lang))
            scene = Scene(
                *(sentence, sentences, parts, dated, told, reaches, names, everybody, others, foremost, small),
                *(topics, origin, lang, undating.words(sentence, dated), sources),
            )
            found += tuple(_of_scene(scene, found))
    return tuple(found)


def _of_outlet(reach: Reach, outlets: frozenset[str]) -> Reach:
    """The cue, known as an outlet's where its speaker is one."""
    who = reach.voice.who
    return replace(reach, relays=True) if who and outletnames.called(who, outlets) else reach


def _of_scene(scene: Scene, before: Sequence[Report]) -> Iterator[Report]:
    """What a sentence tells; `before` are the reports before it."""
    borne: set[Trigger] = set()
    told: list[Report] = []
    for mention, trigger in scenes.borne(scene):
        if trigger is not None:
            borne.add(trigger)
            told.append(_held(_told(scene, trigger, mention), scene))
            yield told[-1]
        elif _earned(mention, scene) and (report := _of_no_kind(scene, mention)):
            yield report
    for trigger in scene.told:
        main = clauses.at(scene.parts, trigger.start).opens not in ("relative", "subordinate")
        asks = questions.asks(scene.sentence, scene.parts, trigger.start, scene.lang)
        if trigger not in borne and main and asks != "whether" and language.kinds()[trigger.kind].get("once") == "yes":
            ruled = rulings.ruling((*before, *told), scene, trigger)
            report = _asking(_report(scene, trigger.kind, trigger.start, ruled.mention if ruled else None, trigger), asks)
            yield _ruled(report, ruled) if ruled else report


def _ruled(report: Report, ruled: Report) -> Report:
    """The report of more that a ruling decides, which it quotes too; of an outcome that names nobody, on whom it names."""
    if report.sentence.start == ruled.sentence.start and not report.principals:
        report = replace(report, principals=ruled.principals, actors=ruled.actors, whom=ruled.whom)
    return replace(report, sentence=replace(report.sentence, start=ruled.sentence.start))


def _of_no_kind(scene: Scene, mention: Mention) -> Report | None:
    """What a clause tells that tells no kind at its time; None for what only would be, if something else were."""
    place = scenes.told(mention, scene)
    asked = _unreal(scene, place, *_ASKED)
    if not asked and _unreal(scene, place, "hypothesis"):
        return None
    report = _held(_report(scene, "other", place, mention), scene)
    report = replace(report, ongoing=_unreal(scene, place, "ongoing"))
    undone = triggers.undone(clauses.at(scene.parts, place), scene.sentence, scene.lang)
    report = _negated(report, scene, place) if undone or _unreal(scene, place, "negation") else report
    report = _supposed(report) if _unreal(scene, place, *_SUPPOSED) else report
    return _asking(report, "whether" if asked else questions.asks(scene.sentence, scene.parts, place, scene.lang))


def _earned(mention: Mention, scene: Scene) -> bool:
    """It dates by itself, and not just a noun; not what counts from a day named before (“that summer”) beside one named here."""
    if described.alone(mention, scene.dated, scene.sentence, scene.lang):
        return False
    wide = mention.basis == "anchor" and mention.when is not None and mention.when.named.precision != "day"
    days = (other.when for other in scene.dated if other.basis == "stated" and other.when is not None)
    return occasions.earned(mention) and not (wide and any(when.named.precision == "day" for when in days))


def _held(report: Report, scene: Scene) -> Report:
    """The report; of the deed that the law answers, as what somebody alleges, or a court found."""
    deed = deeds.stretch(report.mention, scene.sentence, scene.lang) if report.mention else None
    if deed is None or report.voice.status != "established":
        return report
    return replace(report, voice=replace(report.voice, status=deeds.status(deed, scene.told)))


def _told(scene: Scene, trigger: Trigger, mention: Mention) -> Report:
    """The report that a trigger makes with its date; where its words only ask whether it happened, of no kind."""
    asks = questions.asks(scene.sentence, scene.parts, trigger.start, scene.lang)
    if asks == "whether":
        return _asking(_report(scene, "other", trigger.start, mention), asks)
    return _asking(_report(scene, trigger.kind, trigger.start, mention, trigger), asks)


def _asking(report: Report, asks: Asks | None) -> Report:
    """The report of a question: nobody tells it as a fact."""
    if asks is None:
        return report
    return replace(report, asked=asks == "whether", voice=_doubted(report.voice))


def _negated(report: Report, scene: Scene, place: int) -> Report:
    """The report as one of what did not happen; where the accused, or who speaks for them, says so, it is their denial."""
    part = clauses.at(scene.parts, place)
    if denials.denied(report.voice, scene.sentence, part, scene.names):
        return replace(report, negated=True, voice=replace(report.voice, status="denied"))
    return replace(report, negated=True)


def _supposed(report: Report) -> Report:
    """The report as one of what would have happened: nobody tells it as a fact."""
    return replace(report, negated=True, supposed=True, voice=_doubted(report.voice))


def _doubted(voice: Voice) -> Voice:
    return replace(voice, status="reported") if voice.status == "established" else voice


def _unreal(scene: Scene, place: int, *how: str) -> bool:
    """The clause at `place` denies or only supposes what it tells: `how` names the rules."""
    return triggers.unreal(clauses.at(scene.parts, place), scene.sentence, scene.lang, only=how)


def _report(scene: Scene, kind: str, place: int, mention: Mention | None, trigger: Trigger | None = None) -> Report:
    """The report that the clause at `place` makes."""
    voice = vouching.voice(scene, kind, place)
    return Report(
        sentence=scene.sentence,
        kind=kind,
        mention=undating.plain(mention) if mention is not None and scenes.apposition(mention, scene) is not None else mention,
        voice=undating.speaker(voice, scene.dated),
        parties=cast.parties(scene, place, voice),
        actors=cast.actors(scene, place, voice),
        topics=scene.topics,
        origin=scene.origin,
        principals=_principals(scene, trigger, voice) if trigger else tuple(map(Part, cast.actors(scene, place, voice))),
        bound=undating.bound(scene.sentence.document) if mention is None else None,
        figures=figures.of_event(figures.figures(scene.sentence, scene.lang), scene.sentence, scene.parts, place, scene.told),
        stranger=cast.stranger(scene, place, voice) if mention is None or mention.when is None else None,
        speaker=vouching.speaker(scene, kind, place),
        whom=cast.befallen(scene, trigger, voice) if trigger else (),
        relays=hearsay.outlet(scene, place, voice),
        outcome=scene.outcome,
        rest=scene.rest,
    )


def _principals(scene: Scene, trigger: Trigger, voice: Voice) -> tuple[Part, ...]:
    """Whom the title may name: who said it, nobody where another only claims so; else whom the trigger's verb names."""
    said = language.kinds()[trigger.kind].get("named") == "speaker"
    if said and voice.status != "established":
        return ()
    if said and (who := vouching.saying(scene, trigger.start)) is not None:
        return principals.speaker(scene, who)
    return principals.principals(scene, trigger, scene.undated if said else cast.unspoken(scene, voice))
