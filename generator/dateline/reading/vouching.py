"""A scene and a place in it come in; who vouches for what is told there goes out, and whose act of saying it is."""

from __future__ import annotations

from dateline import language
from dateline.model import Speaker, Voice
from dateline.reading import clauses, identity, offices, outletnames, speakers, undating, voices
from dateline.reading.scenes import Scene
from dateline.reading.voices import Reach


def speaker(scene: Scene, kind: str, place: int) -> Speaker | None:
    """Whose act of saying the verb at `place` tells: whom its cue names; else, with a verb of one's own deeds, its subject."""
    marks = language.kinds()[kind]
    if marks.get("speech") != "yes":
        return None
    subject = scene.sentence.document.text[clauses.at(scene.parts, place).start : place]
    who = saying(scene, place) or (subject if marks.get("subject") == "yes" else None)
    return identity.speaker(who, scene.lang, scene.small)


def saying(scene: Scene, place: int) -> str | None:
    """Whom the cue at `place` names as its speaker."""
    found = [reach.voice for reach in scene.reaches if voices.in_cue(reach, place)]
    return next((undating.speaker(voice, scene.dated).who for voice in found if voice.who), None)


def voice(scene: Scene, kind: str, place: int) -> Voice:
    """Who vouches for what the clause at `place` tells."""
    reaches = [reach for reach in scene.reaches if not _is_act(reach, scene, kind, place)]
    found = voices.voice(reaches, scene.sentence, scene.parts, place, scene.lang)
    text = scene.sentence.document.text
    says = language.kinds()[kind].get("speech") == "yes"
    retold = voices.told_of(found, reaches, text, place, scene.lang) if says else voices.quoted(found, text, scene.lang)
    resolved = speakers.resolved(found, scene.around, place, scene.lang)
    if resolved.who is not None and outletnames.called(resolved.who, scene.sources.outlets):
        return resolved  # a lawsuit is a fact whoever tells it, but not on the word of another outlet alone
    return voices.vouched(offices.personal(resolved, scene.sentence.document, scene.names), kind, retold=retold)


def _is_act(reach: Reach, scene: Scene, kind: str, place: int) -> bool:
    """The cue is part of the words that tell an act of an authority: “was charged with” is no claim that somebody was charged."""
    act = next((trigger for trigger in scene.told if trigger.start == place and trigger.kind == kind), None)
    if act is None or reach.voice.who is not None or language.kinds()[kind].get("official") != "yes":
        return False
    return act.start <= (reach.voice.start or 0) < act.end
