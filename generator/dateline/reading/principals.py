"""A Scene and the trigger of an event in it come in; the parties that the event's title may name come out, with their sides.

A title that names somebody says that it befell them, or that they did it. So a party is named only where the words of the
language leave no doubt: as the subject or the object of the trigger's own verb, as against whom or between whom it is, or as
whose arrest it was. Whoever stands behind another preposition, or is only whose father, lawyer or office it was, is not.
`named` in kinds.yaml says which of them counts; the words stand in the language file under `reading: principals:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline import language
from dateline.language import Language
from dateline.reading import cues, prepositions
from dateline.reading.names import Names
from dateline.reading.prepositions import Side
from dateline.reading.scenes import Scene
from dateline.reading.stages import (
    BLOT,
    GAP,
    WORD,
    Name,
    Stage,
    coordinated,
    ending,
    first_word,
    following,
    right_behind,
    stage,
    stands,
)
from dateline.reading.triggers import Trigger

_ASIDE: Final = re.compile(r",[^,;:|]{1,80},\s*\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """A party that a title may name; `side` is None where the words do not tell it."""

    party: str
    side: Side | None = None


def principals(scene: Scene, trigger: Trigger, text: str) -> tuple[Part, ...]:
    """The parties, in the order of the text; `text` is the sentence with its dates blotted out."""
    if "principals" not in scene.lang.reading or not scene.names.within(text):
        return ()
    found = list(_named(stage(scene, trigger, text), language.kinds()[trigger.kind].get("named")))
    return parts(Part(name.party, side) for name, side in sorted(found, key=lambda one: one[0].start))


def parts(found: Iterable[Part]) -> tuple[Part, ...]:
    """Each party once; on no side where it is said to be on both."""
    sides: dict[str, set[Side]] = {}
    for part in found:
        sides.setdefault(part.party, set()).update({part.side} if part.side else ())
    return tuple(Part(party, next(iter(told)) if len(told) == 1 else None) for party, told in sides.items())


def speaker(scene: Scene, who: str) -> tuple[Part, ...]:
    """The party that a speaker's words name, as `bearer`; none where they name another."""
    party = bearer(scene.names, scene.lang, who)
    return (Part(party, "by"),) if party is not None else ()


def bearer(names: Names, lang: Language, who: str) -> str | None:
    """The party that those words name, if they name that party itself: “Minister Denizot”, not “a lawyer for Denizot”."""
    rows = lang.reading.get("principals")
    last = next((Name(*place) for place in names.places(who) if place[2] == len(who.rstrip())), None)
    if rows is None or last is None or cues.find(lang.tag, rows["governs"]["match"], who, 0, last.start):
        return None
    return last.party


def _named(stage: Stage, what: str | None) -> Iterator[tuple[Name, Side | None]]:
    """Each name with its side. `what` is the kind's: whom it befalls, or who does it; else the verb says which."""
    start, end = stage.told
    verb = _verb(stage, start)
    passive = _is_passive(stage, verb, start, end)
    suffers = stage.seen("undergoes", verb, end) is not None
    undergone = what in ("subject", "speaker") or suffers
    doer, other = _sides(stage, what)
    if what != "object" or passive or undergone:
        subjects = _subjects(stage, verb, start, end, certain=passive or suffers)
        yield from ((name, other if passive else doer if _acts(stage, verb, start, end) else None) for name in subjects)
    if passive:
        yield from ((name, other) for name in following(stage, end, stage.end))  # “fue detenida Clara Denizot”
    elif suffers and not stands(stage, stage.start, verb):
        yield from ((name, other) for name in right_behind(stage, end))  # “falleció Pieter Aalbrecht”
    elif what != "subject" and not undergone:
        yield from ((name, other) for name in _objects(stage, verb, start, end))
    yield from ((name, doer if what else _kind(stage).get("of")) for name in prepositions.of(stage, start, end))
    if what is None and passive:
        yield from ((name, doer) for name in prepositions.after(stage, "by", verb, stage.end))
    if what == "object" or stage.trigger.kind == "lawsuit":
        yield from ((name, "to") for name in prepositions.against(stage, verb, start, passive=passive))
    if "given" in _kind(stage):
        yield from ((name, "to") for name in prepositions.given(stage, end))
    if "mutual" in _kind(stage):
        yield from prepositions.between(stage, start, end)


def _kind(stage: Stage) -> language.Data:
    return language.kinds()[stage.trigger.kind]


def _sides(stage: Stage, what: str | None) -> tuple[Side | None, Side | None]:
    """The side of who does what the verb says, and of whom it is done to. A kind of which only one is named has one side.

    Who takes a bribe is paid; and who sells is not who buys.
    """
    if what is not None:
        return ("to", "to") if what == "object" else ("by", "by")
    start, end = stage.told
    if "mutual" in _kind(stage):
        return None, None
    if "given" in _kind(stage) and not stage.seen("gives", start, end):
        return ("to" if stage.seen("takes", start, end) else None), None
    return (None if stage.seen("sells", start, end) else "by"), "to"


def _acts(stage: Stage, verb: int, start: int, end: int) -> bool:
    """The verb is certainly in the active voice, and its subject known: with an object or an auxiliary, in no “die Marlow ...”.

    “Marlow sued over fraud”, in a heading, is no lawsuit of Marlow's.
    """
    if _kind(stage).get("directed") != "yes" or "named" in _kind(stage):
        return True
    if stage.seen("undergoes", verb, end) and not stage.seen("takes", start, end):
        return False
    if stage.verb_last and stage.opening(start).opens == "relative":
        return False
    behind = next((word for word in WORD.finditer(stage.text, end) if word[0] != BLOT), None)
    if behind is not None and stage.seen("by", *behind.span()):
        return False
    told = behind is not None and behind[0][0].isalnum() and not stage.seen("governs", *behind.span())
    return told or verb < start or " " in stage.text[start:end] or stage.verb_last or _marked(stage, end) is not None


def _verb(stage: Stage, start: int) -> int:
    """Where the verb begins: with its auxiliary, which stands right before it, or anywhere before where verbs come last."""
    first = start
    while (help_ := _help_before(stage, first, far=stage.verb_last and first == start)) is not None:
        first = help_
    return first


def _help_before(stage: Stage, start: int, *, far: bool) -> int | None:
    patterns = [stage.pattern(row) for row in ("passive", "helps")]
    found = [match for pattern in patterns if pattern for match in pattern.finditer(stage.text, stage.start, start)]
    if far:
        return max((match.start() for match in found), default=None)
    return next((m.start() for m in found if not GAP.sub("", stage.text[m.end() : start])), None)


def _is_passive(stage: Stage, verb: int, start: int, end: int) -> bool:
    """By its auxiliary; where verbs come last, in a clause in which that stands behind it, too."""
    if stage.seen("passive", verb, end):
        return True
    behind = stage.seen("passive", end, stage.end) if stage.verb_last and verb == start else None
    return behind is not None and not stage.text[end : behind.start()].strip()


def _subjects(stage: Stage, verb: int, start: int, end: int, *, certain: bool) -> Iterator[Name]:
    """Who stands right before the verb; where verbs come last, right behind the auxiliary or the clause's opening too.

    There a verb that nobody stands before has its subject right behind it. `certain`: its subject is whom it befalls.
    """
    at = stage.closed(verb)
    before = ending(stage, at)
    if before is None:
        before = _antecedent(stage, at, end, certain=certain)
    if before is None and stage.text[:at].endswith(","):
        aside = _ASIDE.search(stage.text, 0, at)
        before = ending(stage, at - 1, apposed=True) or (ending(stage, aside.start()) if aside else None)
    if before is not None:
        yield from coordinated(stage, before, verb)
    elif not stage.verb_last:
        return
    elif verb < start and not stands(stage, stage.start, verb):
        yield from following(stage, first_word(stage, verb), start)
    elif verb == start and stage.opening(start - 1).opens in ("subordinate", "relative"):
        yield from following(stage, first_word(stage, stage.start), start)
    elif verb == start and stage.opening(start).opens == "main" and not stands(stage, stage.start, verb):
        yield from right_behind(stage, first_word(stage, start))


def _antecedent(stage: Stage, at: int, end: int, *, certain: bool) -> Name | None:
    """Whom “who” stands for, if nothing but that word opens the clause before the verb, and the name stands right before it.

    A word that may stand for the object too (“que”) does so where the subject is whom it befalls, or an object is marked.
    """
    opener = WORD.search(stage.text, stage.start, at)
    if opener is None or opener.end() != at or stage.opening(opener.start()).opens != "relative":
        return None
    either = stage.seen("either", *opener.span()) is not None
    if either and not (certain or _marked(stage, end)):
        return None
    if not either and stage.seen("governs", *opener.span()):
        return None
    return ending(stage, len(stage.text[: opener.start()].rstrip(" ,")))


def _marked(stage: Stage, end: int) -> re.Match[str] | None:
    """The mark of an object right behind the verb."""
    mark = stage.pattern("object")
    return mark.match(stage.text, end + 1) if mark else None


def _objects(stage: Stage, verb: int, start: int, end: int) -> Iterator[Name]:
    """Whom the verb is about: right behind it; where verbs come last, only if somebody stands before it.

    Where objects are marked, one without the mark is none, unless the subject is a name right before the verb.
    """
    if stage.verb_last:
        if stands(stage, stage.start, verb):
            first = WORD.match(stage.text, verb)
            yield from following(stage, first.end() if first else end, max(start, stage.end))
        return
    inside = any(start < name.start < end for name in stage.names)  # “took Marlow to court”
    within = first_word(stage, start) if inside else end
    if stage.pattern("object") is None:
        yield from following(stage, within, stage.end)
    elif mark := _marked(stage, within):
        yield from following(stage, mark.end(), stage.end)
    elif ending(stage, stage.closed(verb)):
        yield from right_behind(stage, end)
