"""What was told so far and a scene come in; the dated ruling with which the scene's undated decision goes on comes out.

“The court on Friday jailed Kern. It cleared Voss of all charges.” So does a later paragraph, where the same court or its judges,
or one accused beside the other, are named in it; and, in one sentence, the other outcome: “was acquitted on Friday of bribery but
convicted of fraud”. Not where its words tell of another day, another court, or a new scene begins between: these words stand in
the language files under `reading:` as `another_day`, `same_court`, `other_court` and `new_scene`. The day of a deed that the law
answers is none of its own: “jailed Kern for taking bribes in May 2019”.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, Protocol, TypeVar

from dateline import language
from dateline.model import Mention, Sentence
from dateline.reading import clauses, cues, deeds
from dateline.reading.scenes import Scene
from dateline.reading.triggers import Trigger

_FAR: Final = 1200
"""Characters from the start of a ruling to the end of what still goes on with it: both are one quotation."""
_RECENT: Final = 40
"""What may have been told on that stretch."""
_ENDS: Final = frozenset(".!?…:;,»”“\"'’)")
"""What a sentence ends with; a heading has none of it."""


class Told(Protocol):
    """What a sentence tells."""

    @property
    def kind(self) -> str:
        """The id of its kind of event."""

    @property
    def sentence(self) -> Sentence:
        """Where it is told."""

    @property
    def mention(self) -> Mention | None:
        """The words that date it."""


Ruling = TypeVar("Ruling", bound=Told)


def ruling(before: Sequence[Ruling], scene: Scene, trigger: Trigger) -> Ruling | None:
    """Which of those told before, or in the same sentence, is the ruling that the undated `trigger` tells more of."""
    if not _decides(trigger.kind):
        return None
    own = [mention for mention in scene.dated if deeds.stretch(mention, scene.sentence, scene.lang) is None]
    if own:
        return _other_outcome([one for one in before if one.mention in own], own, scene, trigger)
    if _says("another_day", scene, _without_deeds(scene, trigger)):
        return None
    recent = before[-_RECENT:]
    dated = [index for index, one in enumerate(recent) if one.mention and _decides(one.kind)]
    last = dated[-1] if dated else None
    if last is None:
        return None
    beside = (recent[index] for index in dated if _beside(recent[index].sentence, scene))
    carried = recent[last] if _carried_on(recent[last], recent[last + 1 :], scene) else None
    return next(beside, carried)


def _other_outcome(here: Sequence[Ruling], own: Sequence[Mention], scene: Scene, trigger: Trigger) -> Ruling | None:
    """The ruling of the only date of the sentence, before the trigger, where that clears and this does not, or the reverse."""
    part = clauses.at(scene.parts, trigger.start)
    text = scene.sentence.document.text[part.start : part.end]
    if part.opens != "and" or len(own) > 1 or own[0].start > trigger.start:
        return None
    if _says("another_day", scene, text) or _elsewhere(scene, text, ""):
        return None
    return next((one for one in here if _decides(one.kind) and _clears(one.kind) != _clears(trigger.kind)), None)


def _without_deeds(scene: Scene, trigger: Trigger) -> str:
    """The text of the sentence without the clauses of its own that tell when a deed was done."""
    own, text = clauses.at(scene.parts, trigger.start), scene.sentence.text
    for part in {clauses.at(scene.parts, mention.start) for mention in scene.dated} - {own}:
        text = text.replace(scene.sentence.document.text[part.start : part.end], " ")
    return text


def _clears(kind: str) -> bool:
    return language.kinds()[kind].get("family") == "clearing"


def _decides(kind: str) -> bool:
    return language.kinds()[kind].get("ruling") == "yes"


def _says(name: str, scene: Scene, text: str) -> bool:
    """Words of that rule stand in the text; they may, where the language has no such rule."""
    rule = scene.lang.reading.get(name)
    return rule is None or cues.find(scene.lang.tag, rule["match"], text) is not None


def _beside(ruled: Sentence, scene: Scene) -> bool:
    """The scene's sentence comes right behind, in the same paragraph, and no other court is named in it."""
    own = scene.sentence
    joined = ruled.paragraph == own.paragraph and not own.document.text[ruled.end : own.start].strip()
    return joined and not _elsewhere(scene, own.text, ruled.text)


def _elsewhere(scene: Scene, text: str, ruled: str) -> bool:
    """The text begins a new scene, or names another court than `ruled`."""
    rule = scene.lang.reading.get("other_court")
    court = cues.find(scene.lang.tag, rule["match"], text) if rule else None
    return _says("new_scene", scene, text) or (court is not None and court[0].lower() not in ruled.lower())


def _carried_on(ruled: Told, since: Iterable[Told], scene: Scene) -> bool:
    """The same court goes on in another paragraph; all that was told since is of years before, and no step of the law."""
    own, text = scene.sentence, scene.sentence.document.text
    if own.end - ruled.sentence.start > _FAR or _elsewhere(scene, text[ruled.sentence.end : own.end], ruled.sentence.text):
        return False
    first, last = (bisect_left(scene.around, at, key=lambda one: one.start) for at in (ruled.sentence.end, own.start))
    headed = any(one.text.rstrip()[-1:] not in _ENDS for one in scene.around[first:last])
    return not headed and _same_court(ruled.sentence, scene) and all(_background(one, ruled) for one in since)


def _background(told: Told, ruled: Told) -> bool:
    """It is of a year before the ruling, and tells nothing that a court, or who prosecutes, did."""
    if language.kinds()[told.kind].get("step") is not None:
        return False
    when, then = (one.mention.when if one.mention else None for one in (told, ruled))
    return told.mention is None or bool(when and then and when.latest and then.earliest and when.latest[:4] < then.earliest[:4])


def _same_court(ruled: Sentence, scene: Scene) -> bool:
    """The sentence names the court of the ruling, its judges, or who was accused beside another."""
    rule, tag = scene.lang.reading.get("same_court"), scene.lang.tag
    found = cues.find(tag, rule["match"], scene.sentence.text) if rule else None
    if rule is None or found is None:
        return False
    court = cues.find(tag, rule["with"], found[0])
    return court is None or court[0].lower() in ruled.text.lower() or cues.find(tag, rule["with"], ruled.text) is None
