"""A Scene and a trigger in it come in; the Stage goes out: its sentence without dates, and where in it names stand, and how.

A name counts only where it is the head of what is said: no part of a longer name, nobody else's, behind no preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.reading import clauses, cues
from dateline.reading.scenes import Scene
from dateline.reading.triggers import Trigger

BLOT: Final = "|"
WORD: Final = re.compile(r"[\w’'-]+|[^\w\s]")
GAP: Final = re.compile(rf"[\s{BLOT}]*")
_OPENED: Final = ("and", "subordinate", "relative")
_FAR: Final = 3  # words of a title before a name
_LONGER: Final = re.compile(r"['’]|-\w|\s(?-i:[^\W\d_a-zß-öø-ÿœ])")  # “Denizot’s”, “Marlow-Chef”, “Marlow Street”


@dataclass(frozen=True, slots=True)
class Name:
    """A party's name, and where it stands in the sentence."""

    party: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stage:
    """The sentence with dates blotted out, its trigger and clause as offsets in it, and the names in it."""

    scene: Scene
    text: str
    trigger: Trigger
    start: int
    end: int
    names: tuple[Name, ...]

    @property
    def told(self) -> tuple[int, int]:
        """The span of the trigger in the sentence."""
        offset = self.scene.sentence.start
        return self.trigger.start - offset, self.trigger.end - offset

    @property
    def verb_last(self) -> bool:
        """The language is one in which verbs come last."""
        return bool(self.scene.lang.reading["official_agent"].get("verb_last") == "yes")

    def pattern(self, row: str) -> re.Pattern[str] | None:
        """The words of a row of the language file; None where it has no such row."""
        rows = self.scene.lang.reading["principals"]
        return cues.compiled(self.scene.lang.tag, rows[row]["match"]) if row in rows else None

    def seen(self, row: str, start: int, end: int) -> re.Match[str] | None:
        """The first words of a row of the language file in that stretch."""
        rows = self.scene.lang.reading["principals"]
        return cues.find(self.scene.lang.tag, rows[row]["match"], self.text, start, end) if row in rows else None

    def opening(self, offset: int) -> clauses.Clause:
        """The clause at that offset of the sentence, as a span of the document."""
        return clauses.at(self.scene.parts, offset + self.scene.sentence.start)

    def begun(self, offset: int) -> int:
        """Where that clause begins in the sentence."""
        return max(self.opening(offset).start - self.scene.sentence.start, 0)

    def closed(self, at: int) -> int:
        """Where what stands before a place ends, without the dates and spaces between."""
        return len(self.text[:at].rstrip(f"{BLOT} "))


def stage(scene: Scene, trigger: Trigger, text: str) -> Stage:
    """The trigger's own; `text` is the sentence with its dates blotted out, of which the prepositions are blotted out too."""
    governs = scene.lang.reading["principals"]["governs"]["match"]
    before = cues.compiled(scene.lang.tag, rf"(?:{governs}) (?=[{BLOT}])")
    text = before.sub(lambda match: BLOT * len(match[0]), text)
    part, offset = clauses.at(scene.parts, trigger.start), scene.sentence.start
    names = tuple(Name(*place) for place in scene.names.places(text))
    return Stage(scene, text, trigger, part.start - offset, part.end - offset, names)


def ending(stage: Stage, at: int, *, apposed: bool = False) -> Name | None:
    """The name that ends there and is the head of what is said, no other's: nothing but a title stands before it."""
    name = next((name for name in stage.names if name.end == at), None)
    if name is None:
        return None
    start = stage.begun(name.start)
    if apposed and (stage.opening(name.start).opens != "pause" or words(stage.text[start : name.start])):
        return None
    return name if is_title(stage, start, name.start) else None


def is_title(stage: Stage, start: int, end: int) -> bool:
    """Words that are no more than a title before a name, behind the opening of its clause or a date.

    Behind “who” or “that” it has to have a capital: in “the man that met Denizot” a verb stands there.
    """
    clause = stage.opening(end - 1)
    start = max(start, stage.text.rfind(BLOT, start, end) + 1)
    found = list(WORD.finditer(stage.text, start, end))
    if found and clause.opens in _OPENED and start == clause.start - stage.scene.sentence.start:
        start, found = found[0].end() if clause.opens != "and" else start, found[1:]
        if clause.opens != "and" and any(word[0][0].islower() for word in found):
            return False
    told = (trigger.start - stage.scene.sentence.start for trigger in stage.scene.told)
    if any(start < name.end <= end and not stage.text[name.end : end].strip() for name in stage.names):
        return False  # another name right before it
    return len(found) <= _FAR and not stage.seen("governs", start, end) and not any(start <= place < end for place in told)


def words(text: str) -> list[str]:
    """The words and signs of a text, without what is blotted out."""
    return [word for word in WORD.findall(text) if word != BLOT]


def stands(stage: Stage, start: int, end: int) -> bool:
    """Somebody may stand in that stretch who is the subject: it is no bare date and begins with no preposition."""
    first = next((word for word in WORD.finditer(stage.text, start, end) if word[0] != BLOT), None)
    return first is not None and stage.seen("governs", first.start(), first.end()) is None


def coordinated(stage: Stage, last: Name, verb: int) -> Iterator[Name]:
    """The last subject, and those that “and” and a plural verb join to it; none where the first of them is another's."""
    plural = stage.seen("plural", verb, stage.end) is not None
    chain, doubtful = [last], False
    while (joint := _joint(stage, chain[-1])) is not None:
        before, comma = joint
        name = next((name for name in stage.names if name.end == before), None)
        start = stage.begun(before - 1)
        if name is None or not is_title(stage, start, name.start):
            doubtful = (plural or name is not None) and not comma and stage.seen("governs", start, before) is not None
            break
        alone = not words(stage.text[start : name.start])
        if not (plural or (alone and not comma)):
            break
        chain.append(name)
    if not doubtful:
        yield from chain


def _joint(stage: Stage, name: Name) -> tuple[int, bool] | None:
    """Where what “and” or a comma joins to that name ends, and whether it is a comma."""
    joins = stage.scene.lang.reading["clauses"]["and"]["match"]
    before = stage.text[: name.start]
    join = rf"(?s:.*)(?P<join>(?P<comma>,)|(?<!\w)(?:{cues.loosened(joins)}))\s+(?:[\w-]+ ){{0,2}}\Z"
    match = re.match(join, before, re.IGNORECASE)
    return (len(before[: match.start("join")].rstrip(" ,")), match["comma"] is not None) if match else None


def following(stage: Stage, start: int, end: int) -> Iterator[Name]:
    """The name that follows there, behind no more than a title, and those that “and” joins to it."""
    name = next((name for name in stage.names if start <= name.start < end), None)
    if name is None or within_another(name, stage):
        return
    between = stage.text[start : name.start]
    if re.search(r"[,;:.()“”„«»\"]", between) or len(words(between)) > _FAR or stage.seen("governs", start, name.start):
        return
    yield name
    other = _joined(stage, name)
    if other is not None and _ends(stage, other.end):
        yield other


def pair(stage: Stage, start: int) -> tuple[Name, Name] | None:
    """The two names that stand right there, with nothing but “and” between (“between Marlow and Denizot”)."""
    name = next((name for name in stage.names if name.start == start), None)
    other = _joined(stage, name) if name else None
    return (name, other) if name is not None and other is not None else None


def _joined(stage: Stage, name: Name) -> Name | None:
    """The name that “and” joins to that one."""
    joins = stage.scene.lang.reading["clauses"]["and"]["match"]
    join = re.compile(rf"\s+(?:{cues.loosened(joins)})\s+", re.IGNORECASE).match(stage.text, name.end)
    other = next((one for one in stage.names if one.start == join.end()), None) if join else None
    return None if other is None or within_another(other, stage) else other


def _ends(stage: Stage, at: int) -> bool:
    """A phrase ends there: at a pause, a date, a preposition, or, where verbs come last, before the last word of the clause."""
    rest = stage.text[at:].lstrip()
    word = WORD.match(rest)
    if word is None or rest[0] == BLOT or not word[0][0].isalnum():
        return True
    if stage.verb_last and word[0].islower() and not rest[word.end() :].lstrip()[:1].isalnum():
        return True  # the verb, or what is parted from it, and the clause is over
    begins = len(stage.text) - len(rest)
    return stage.seen("governs", begins, begins + len(word[0])) is not None


def within_another(name: Name, stage: Stage) -> bool:
    """It is part of a longer name, or only says whose somebody or something is."""
    if name.end + 1 == stage.told[0] and stage.text[name.end].isspace():
        return False
    if _LONGER.match(stage.text, name.end):
        return True
    if "compounds" not in stage.scene.lang.reading["principals"]:
        return False
    match = re.compile(r"\s(?=[a-z])").match(stage.text, name.end)
    return match is not None and not _ends(stage, name.end) and not stage.seen("compounds", match.end(), match.end() + 12)


def first_word(stage: Stage, start: int) -> int:
    """Where the first word from there on ends."""
    word = WORD.search(stage.text, start)
    return word.end() if word else start


def right_behind(stage: Stage, end: int) -> Iterator[Name]:
    """The names with which what follows begins."""
    found = list(following(stage, end, stage.end))
    if found and not stage.text[end : found[0].start].strip():
        yield from found
