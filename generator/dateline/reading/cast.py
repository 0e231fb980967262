"""A Scene comes in, with the place in it where an event is told, and the Voice that tells it; who takes part in it goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline import language
from dateline.model import Voice
from dateline.reading import clauses, principals
from dateline.reading.bearers import Bearer
from dateline.reading.names import nouns
from dateline.reading.scenes import Scene
from dateline.reading.triggers import Trigger

_REMEMBERED: Final = 400  # characters before a sentence in which stands whom “he” means


def parties(scene: Scene, place: int, voice: Voice) -> tuple[str, ...]:
    """Whom the sentence names: the event's clause if it names two, else all but the speaker."""
    near = actors(scene, place, voice)
    return near if len(near) >= 2 else scene.names.within(unspoken(scene, voice))


def actors(scene: Scene, place: int, voice: Voice) -> tuple[str, ...]:
    """Who takes part for certain: whom the event's own clause names, or the name that a relative clause follows."""
    text, offset = unspoken(scene, voice), scene.sentence.start
    clause = clauses.at(scene.parts, place)
    near = scene.names.within(text[clause.start - offset : clause.end - offset])
    if near or clause.opens != "relative":
        return near
    return scene.names.within(text[: clause.start - offset])[-1:]


def befallen(scene: Scene, trigger: Trigger, voice: Voice) -> tuple[Bearer, ...]:
    """Whom the trigger's verb says that it befell; of what one does alone, who did it."""
    named = language.kinds()[trigger.kind].get("named")
    side = "by" if named == "subject" else "to"
    if named == "speaker":
        return ()
    everybody = replace(scene, names=scene.bearers.names)
    found = principals.principals(everybody, trigger, unspoken(scene, voice))
    return tuple(scene.bearers.called[part.party] for part in found if part.side == side)


def stranger(scene: Scene, place: int, voice: Voice) -> str | None:
    """Who is named in the event's clause, or last before it (“he”), where that is nobody whom the case knows."""
    if scene.strangers is None or actors(scene, place, voice):
        return None
    text, offset, clause = unspoken(scene, voice), scene.sentence.start, clauses.at(scene.parts, place)
    if here := scene.strangers.search(text, clause.start - offset, clause.end - offset):
        return here[0]
    before = scene.sentence.document.text[max(0, offset - _REMEMBERED) : offset] + text[: clause.start - offset]
    last = next(iter([*scene.strangers.finditer(before)][::-1]), None)
    common = nouns(scene.lang.tag, scene.sentence.document.text)
    return last[0] if last and not scene.names.heard(before[last.end() :], common) else scene.foremost


def unspoken(scene: Scene, voice: Voice) -> str:
    """The sentence with its dates and its speaker blotted out; of a cue that names none (“is accused of”) nothing."""
    text, offset = scene.undated, scene.sentence.start
    named = voice.who is not None and voice.start is not None and voice.end is not None
    if not named or not offset <= (voice.start or 0) < scene.sentence.end:
        return text
    start, end = (voice.start or 0) - offset, (voice.end or 0) - offset
    return text[:start] + "|" * (end - start) + text[end:]
