"""A place in a scene comes in; the outlet whose report its article relays there, if it does, goes out.

An article with news of its own may have one thing from another outlet: “..., the Courier reported”. Where the words that name
the outlet are somebody's who tells it something, or its own cue, they reach as far as that cue; else over what no clause parts
from them. “That was reported by the Courier” is of the sentence before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from dateline import mastheads
from dateline.model import Sentence, Voice
from dateline.reading import clauses, cues, outletnames, relays, scopes
from dateline.reading.relays import Cue
from dateline.reading.scenes import Scene
from dateline.reading.voices import OUTLET, Reach

_ASIDE = ("relative", "subordinate")


def outlet(scene: Scene, place: int, voice: Voice) -> str | None:
    """The outlet from which the article has what stands at `place`, told in that voice; None where it is its own news."""
    found = [cue for cue in scene.sources.cues if cue.start >= scene.sentence.start and cue.end <= scene.sentence.end]
    named = next((cue.outlet for cue in (*filter(lambda cue: _covers(cue, scene, place), found), *_taking_back(scene))), None)
    if named or voice.who is None or relays.speaks_for(voice.who, scene.sentence.document):
        return named
    return outletnames.called(voice.who, scene.sources.outlets) or (_only(scene) if voice.role == OUTLET else None)


def _only(scene: Scene) -> str | None:
    """The outlet that the article cites, where it cites one: “the paper said” is of it."""
    cited = {mastheads.key(cue.outlet): cue.outlet for cue in scene.sources.cues}
    return next(iter(cited.values())) if len(cited) == 1 else None


def _covers(cue: Cue, scene: Scene, place: int) -> bool:
    """What stands at `place` is told on the word of that outlet: also that somebody told it, but not that it says so itself."""
    spoken = [reach for reach in scene.reaches if _overlap(reach, cue)]
    if cue.start <= place < cue.end:
        return bool(spoken) and not any(reach.relays for reach in spoken)
    if spoken:
        return any(reach.start <= place < reach.end for reach in spoken)
    return _beside(cue, scene, place)


def _overlap(reach: Reach, cue: Cue) -> bool:
    return (reach.voice.start or 0) < cue.end and cue.start < (reach.voice.end or 0)


def _beside(cue: Cue, scene: Scene, place: int) -> bool:
    """Nothing parts the two but pauses, and “and” only where the outlet is named in what leads the sentence or ends it."""
    own, there = clauses.at(scene.parts, cue.start), clauses.at(scene.parts, place)
    if own == there:
        return True
    text = scene.sentence.document.text
    if scopes.PART in text[min(cue.end, place) : max(cue.start, place)]:
        return False
    if own.opens in _ASIDE and text[own.start : cue.start].strip():
        return there == clauses.behind(scene.parts, cue.start) and there.opens == "subordinate"
    if place < cue.start:
        return own.opens != "and"
    behind = clauses.behind(scene.parts, cue.start)
    leads = own == scene.parts[0] and behind is not None and behind.opens == "pause"
    return leads or not any(part.opens == "and" for part in scene.parts if own.start < part.start <= there.start)


def _taking_back(scene: Scene) -> Iterator[Cue]:
    """The cues of the sentence behind, where all of it says who told what stands in this one."""
    rule = scene.lang.reading.get("takes_back")
    behind = _behind(scene) if rule and scene.sources.cues else None
    if rule and behind:
        pattern, text = cues.compiled(scene.lang.tag, rule["match"]), behind.document.text
        for cue in scene.sources.cues:
            if behind.start < cue.start < behind.end and pattern.fullmatch(text[behind.start : cue.start].rstrip()):
                yield cue


def _behind(scene: Scene) -> Sentence | None:
    """The next sentence of its paragraph."""
    at = bisect_left(scene.around, scene.sentence.end, key=lambda sentence: sentence.start)
    behind = scene.around[at] if at < len(scene.around) else None
    return behind if behind and behind.paragraph == scene.sentence.paragraph else None
