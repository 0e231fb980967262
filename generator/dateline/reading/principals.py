"""A Scene and the trigger of an event in it come in; the parties that the event's title may name come out.

A title that names somebody says that it befell them, or that they did it. So a party is named only where the words of the
language leave no doubt: as the subject or the object of the trigger's own verb, or as whose arrest it was. Whoever stands
behind another preposition, or is only whose father, lawyer or office it was, is not. `named` in kinds.yaml says which of them
counts; the words stand in the language file under `reading: principals:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline import language
from dateline.language import Language
from dateline.reading import clauses, cues
from dateline.reading.names import Names
from dateline.reading.scenes import Scene
from dateline.reading.triggers import Trigger

_BLOT: Final = "|"
_WORD: Final = re.compile(r"[\w’'-]+|[^\w\s]")
_GAP: Final = re.compile(rf"[\s{_BLOT}]*")
_OPENED: Final = ("and", "subordinate", "relative")
_FAR: Final = 3  # words of a title before a name
_ASIDE: Final = re.compile(r",[^,;:|]{1,80},\s*\Z")
_LONGER: Final = re.compile(r"['’]|-\w|\s(?-i:[^\W\d_a-zß-öø-ÿœ])")  # “Denizot’s”, “Marlow-Chef”, “Marlow Street”


@dataclass(frozen=True, slots=True)
class _Name:
    """A party's name, and where it stands in the sentence."""

    party: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Stage:
    """The sentence with dates blotted out, its trigger and clause as offsets in it, and the names in it."""

    scene: Scene
    text: str
    trigger: Trigger
    start: int
    end: int
    names: tuple[_Name, ...]

    @property
    def told(self) -> tuple[int, int]:
        """The span of the trigger in the sentence."""
        offset = self.scene.sentence.start
        return self.trigger.start - offset, self.trigger.end - offset

    def seen(self, row: str, start: int, end: int) -> re.Match[str] | None:
        """The first words of a row of the language file in that stretch."""
        rows = self.scene.lang.reading["principals"]
        return cues.find(self.scene.lang.tag, rows[row]["match"], self.text, start, end) if row in rows else None

    def opening(self, offset: int) -> clauses.Clause:
        """The clause at that offset of the sentence, as a span of the document."""
        return clauses.at(self.scene.parts, offset + self.scene.sentence.start)


def principals(scene: Scene, trigger: Trigger, text: str) -> tuple[str, ...]:
    """Ids of the parties, in the order of the text; `text` is the sentence with its dates blotted out."""
    if "principals" not in scene.lang.reading or not scene.names.within(text):
        return ()
    text = _without_on(scene, text)
    part, offset = clauses.at(scene.parts, trigger.start), scene.sentence.start
    names = tuple(_Name(party, start, end) for party, start, end in scene.names.places(text))
    stage = _Stage(scene, text, trigger, part.start - offset, part.end - offset, names)
    found = sorted(_named(stage, language.kinds()[trigger.kind].get("named")), key=lambda name: name.start)
    return tuple(dict.fromkeys(name.party for name in found))


def speaker(scene: Scene, who: str) -> tuple[str, ...]:
    """The party that a speaker's words name, as `bearer`; none where they name another."""
    party = bearer(scene.names, scene.lang, who)
    return (party,) if party is not None else ()


def bearer(names: Names, lang: Language, who: str) -> str | None:
    """The party that those words name, if they name that party itself: “Minister Denizot”, not “a lawyer for Denizot”."""
    rows = lang.reading.get("principals")
    last = next((_Name(*place) for place in names.places(who) if place[2] == len(who.rstrip())), None)
    if rows is None or last is None or cues.find(lang.tag, rows["governs"]["match"], who, 0, last.start):
        return None
    return last.party


def _without_on(scene: Scene, text: str) -> str:
    """The prepositions right before the dates blotted out too."""
    governs = scene.lang.reading["principals"]["governs"]["match"]
    before = cues.compiled(scene.lang.tag, rf"(?:{governs}) (?=[{_BLOT}])")
    return before.sub(lambda match: _BLOT * len(match[0]), text)


def _named(stage: _Stage, what: str | None) -> Iterator[_Name]:
    start, end = stage.told
    verb = _verb(stage, start)
    passive = _is_passive(stage, verb, start, end)
    undergone = what in ("subject", "speaker") or stage.seen("undergoes", verb, end) is not None
    if what != "object" or passive or undergone:
        yield from _subjects(stage, verb, start)
    if passive:
        yield from _behind(stage, end)
    elif what != "subject" and not undergone:
        yield from _objects(stage, verb, start, end)
    yield from _of(stage, start, end)
    if what is None and passive:
        yield from _after(stage, "by", verb, stage.end)
    if what == "object" or stage.trigger.kind == "lawsuit":
        yield from _after(stage, "against", start, stage.end)


def _last_verb(stage: _Stage) -> bool:
    return bool(stage.scene.lang.reading["official_agent"].get("verb_last") == "yes")


def _verb(stage: _Stage, start: int) -> int:
    """Where the verb begins: with its auxiliary, which stands right before it, or anywhere before where verbs come last."""
    first = start
    while (help_ := _help_before(stage, first, far=_last_verb(stage) and first == start)) is not None:
        first = help_
    return first


def _help_before(stage: _Stage, start: int, *, far: bool) -> int | None:
    lang = stage.scene.lang
    patterns = [cues.compiled(lang.tag, lang.reading["principals"][row]["match"]) for row in ("passive", "helps")]
    found = [match for pattern in patterns for match in pattern.finditer(stage.text, stage.start, start)]
    if far:
        return max((match.start() for match in found), default=None)
    return next((m.start() for m in found if not _GAP.sub("", stage.text[m.end() : start])), None)


def _is_passive(stage: _Stage, verb: int, start: int, end: int) -> bool:
    """By its auxiliary; where verbs come last, in a clause in which that stands behind it, too."""
    if stage.seen("passive", verb, end):
        return True
    behind = stage.seen("passive", end, stage.end) if _last_verb(stage) and verb == start else None
    return behind is not None and not stage.text[end : behind.start()].strip()


def _subjects(stage: _Stage, verb: int, start: int) -> Iterator[_Name]:
    """Who stands right before the verb; where verbs come last, right behind the auxiliary or the clause's opening too."""
    at = len(stage.text[:verb].rstrip(f"{_BLOT} "))
    before = _ending(stage, at)
    if before is None:
        before = _antecedent(stage, at)
    if before is None and stage.text[:at].endswith(","):
        aside = _ASIDE.search(stage.text, 0, at)
        before = _ending(stage, at - 1, apposed=True) or (_ending(stage, aside.start()) if aside else None)
    if before is not None:
        yield from _coordinated(stage, before, verb)
    elif _last_verb(stage) and verb < start and not _stands(stage, stage.start, verb):
        help_ = _WORD.match(stage.text, verb)
        yield from _from(stage, help_.end() if help_ else verb, start)
    elif _last_verb(stage) and verb == start and stage.opening(start - 1).opens in ("subordinate", "relative"):
        opener = _WORD.search(stage.text, stage.start)
        yield from _from(stage, opener.end() if opener else start, start)


def _antecedent(stage: _Stage, at: int) -> _Name | None:
    """Whom “who” stands for, if nothing but that word opens the clause before the verb, and the name stands right before it."""
    opener = _WORD.search(stage.text, stage.start, at)
    alone = opener is not None and opener.end() == len(stage.text[:at].rstrip(f"{_BLOT} "))
    if opener is None or not alone or stage.opening(opener.start()).opens != "relative":
        return None
    if stage.seen("governs", opener.start(), opener.end()):
        return None
    return _ending(stage, len(stage.text[: opener.start()].rstrip(" ,")))


def _stands(stage: _Stage, start: int, end: int) -> bool:
    """Somebody may stand in that stretch who is the subject: it is no bare date and begins with no preposition."""
    first = next((word for word in _WORD.finditer(stage.text, start, end) if word[0] != _BLOT), None)
    return first is not None and stage.seen("governs", first.start(), first.end()) is None


def _ending(stage: _Stage, at: int, *, apposed: bool = False) -> _Name | None:
    """The name that ends there and is the head of what is said, no other's: nothing but a title stands before it."""
    name = next((name for name in stage.names if name.end == at), None)
    if name is None:
        return None
    first = stage.opening(name.start)
    start = max(first.start - stage.scene.sentence.start, 0)
    if apposed and (first.opens != "pause" or _words(stage.text[start : name.start])):
        return None
    return name if _is_title(stage, start, name.start) else None


def _is_title(stage: _Stage, start: int, end: int) -> bool:
    """Words that are no more than a title before a name, behind the opening of its clause or a date.

    Behind “who” or “that” it has to have a capital: in “the man that met Denizot” a verb stands there.
    """
    clause = stage.opening(end - 1)
    start = max(start, stage.text.rfind(_BLOT, start, end) + 1)
    words = list(_WORD.finditer(stage.text, start, end))
    if words and clause.opens in _OPENED and start == clause.start - stage.scene.sentence.start:
        start, words = words[0].end() if clause.opens != "and" else start, words[1:]
        if clause.opens != "and" and any(word[0][0].islower() for word in words):
            return False
    told = (trigger.start - stage.scene.sentence.start for trigger in stage.scene.told)
    return len(words) <= _FAR and not stage.seen("governs", start, end) and not any(start <= place < end for place in told)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word != _BLOT]


def _coordinated(stage: _Stage, last: _Name, verb: int) -> Iterator[_Name]:
    """The last subject, and those that “and” and a plural verb join to it; none where the first of them is another's."""
    plural = stage.seen("plural", verb, stage.end) is not None
    chain, doubtful = [last], False
    while (joint := _joint(stage, chain[-1])) is not None:
        before, comma = joint
        name = next((name for name in stage.names if name.end == before), None)
        start = max(stage.opening(before - 1).start - stage.scene.sentence.start, 0)
        if name is None or not _is_title(stage, start, name.start):
            doubtful = (plural or name is not None) and not comma and stage.seen("governs", start, before) is not None
            break
        alone = not _words(stage.text[start : name.start])
        if not (plural or (alone and not comma)):
            break
        chain.append(name)
    if not doubtful:
        yield from chain


def _joint(stage: _Stage, name: _Name) -> tuple[int, bool] | None:
    """Where what “and” or a comma joins to that name ends, and whether it is a comma."""
    joins = stage.scene.lang.reading["clauses"]["and"]["match"]
    before = stage.text[: name.start]
    join = rf"(?s:.*)(?P<join>(?P<comma>,)|(?<!\w)(?:{cues.loosened(joins)}))\s+(?:[\w-]+ ){{0,2}}\Z"
    match = re.match(join, before, re.IGNORECASE)
    return (len(before[: match.start("join")].rstrip(" ,")), match["comma"] is not None) if match else None


def _from(stage: _Stage, start: int, end: int) -> Iterator[_Name]:
    """The name that follows there, behind no more than a title, and those that “and” joins to it."""
    name = next((name for name in stage.names if start <= name.start < end), None)
    if name is None or _within_another(name, stage):
        return
    between = stage.text[start : name.start]
    if re.search(r"[,;:.()“”„«»\"]", between) or len(_words(between)) > _FAR or stage.seen("governs", start, name.start):
        return
    yield name
    joins = stage.scene.lang.reading["clauses"]["and"]["match"]
    if join := re.compile(rf"\s+(?:{cues.loosened(joins)})\s+", re.IGNORECASE).match(stage.text, name.end):
        other = next((one for one in stage.names if one.start == join.end()), None)
        if other is not None and not _within_another(other, stage) and _ends(stage, other.end):
            yield other


def _ends(stage: _Stage, at: int) -> bool:
    """A phrase ends there: at a pause, a date, or a preposition."""
    rest = stage.text[at:].lstrip()
    word = _WORD.match(rest)
    if word is None or rest[0] == _BLOT or not word[0][0].isalnum():
        return True
    begins = len(stage.text) - len(rest)
    return stage.seen("governs", begins, begins + len(word[0])) is not None


def _within_another(name: _Name, stage: _Stage) -> bool:
    """It is part of a longer name, or only says whose somebody or something is."""
    if _LONGER.match(stage.text, name.end):
        return True
    if "compounds" not in stage.scene.lang.reading["principals"]:
        return False
    if name.end + 1 == stage.told[0]:
        return False
    match = re.compile(r"\s(?=[a-z])").match(stage.text, name.end)
    return match is not None and not _ends(stage, name.end) and not stage.seen("compounds", match.end(), match.end() + 12)


def _behind(stage: _Stage, end: int) -> Iterator[_Name]:
    """The subject that follows a passive verb (“fue detenida Clara Denizot”)."""
    yield from _from(stage, end, stage.end)


def _objects(stage: _Stage, verb: int, start: int, end: int) -> Iterator[_Name]:
    """Whom the verb is about: right behind it; where verbs come last, only if somebody stands before it."""
    if _last_verb(stage):
        if not _stands(stage, stage.start, verb):
            return
        first = _WORD.match(stage.text, verb)
        yield from _from(stage, first.end() if first else end, max(start, stage.end))
        return
    marks = stage.scene.lang.reading["principals"].get("object")
    if marks is not None:
        mark = cues.compiled(stage.scene.lang.tag, marks["match"]).match(stage.text, end + 1)
        if mark is None:
            return
        end = mark.end()
    yield from _from(stage, end, stage.end)


def _of(stage: _Stage, start: int, end: int) -> Iterator[_Name]:
    """Whose arrest or founding it is, right behind the noun, or before it (“Denizot’s arrest”)."""
    match = stage.seen("of", start, min(end + 6, len(stage.text)))
    if match is not None and match.end() >= end and not stage.text[end : match.start()].strip():
        yield from _from(stage, match.end(), stage.end)


def _after(stage: _Stage, row: str, start: int, end: int) -> Iterator[_Name]:
    match = stage.seen(row, start, end)
    if match is not None:
        yield from _from(stage, match.end(), end)
