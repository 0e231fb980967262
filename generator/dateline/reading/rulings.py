"""Two sentences of one ruling come in; whether the second decides on the day of the first comes out.

“The court on Friday jailed Kern. It cleared Voss of all charges.” Not where its words tell of another day: these stand in the
language files under `reading: another_day:`.
"""

from __future__ import annotations

from dateline import language
from dateline.model import Sentence
from dateline.reading import cues
from dateline.reading.scenes import Scene
from dateline.reading.triggers import Trigger


def goes_on(kind: str, ruled: Sentence, scene: Scene, trigger: Trigger) -> bool:
    """The undated `trigger` tells what else was decided when what `ruled`, right before it, tells of that kind was."""
    rule = scene.lang.reading.get("another_day")
    if rule is None or scene.dated or not (_ruling(kind) and _ruling(trigger.kind)):
        return False
    own = scene.sentence
    beside = ruled.paragraph == own.paragraph and not own.document.text[ruled.end : own.start].strip()
    return beside and cues.find(scene.lang.tag, rule["match"], own.text) is None


def _ruling(kind: str) -> bool:
    return language.kinds()[kind].get("ruling") == "yes"
