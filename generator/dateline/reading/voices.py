"""A sentence and a place in it come in; who vouches for what stands there, and how surely, comes out.

Cues stand in the language files under `reading: voices:`; each has a scope, and only what lies in it is the speaker's:
before (what the sentence says up to the cue), after (what follows it), sentence (all but the cue), clause (its own clause).
The smallest scope around the place wins. A relative clause with an official agent of its own is out of every scope.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.language import Language
from dateline.model import Sentence, Status, Voice
from dateline.reading import clauses, cues
from dateline.reading.clauses import Clause

OWN = Voice("established")
_RANK: Mapping[Status, int] = {"denied": 0, "alleged": 1, "reported": 2, "established": 3}


@dataclass(frozen=True, slots=True)
class Reach:
    """A cue that was found, and the span of the document that it covers."""

    voice: Voice
    start: int
    end: int


def voice(found: Sequence[Reach], sentence: Sentence, parts: tuple[Clause, ...], place: int, lang: Language) -> Voice:
    """The voice of what the clause around `place` (an offset in the document) says; `found` are the sentence's `reaches`."""
    around = [reach for reach in found if reach.start <= place < reach.end]
    around = [reach for reach in around if not _of_speaker(reach, parts, place)]
    if around and not _officially_told(parts, place, sentence, lang):
        named = [reach for reach in around if reach.voice.status != "reported"] or around
        return min(named, key=lambda reach: (reach.end - reach.start, _RANK[reach.voice.status])).voice
    if not around and clauses.at(parts, place).quoted:
        return Voice("alleged", rule=f"{lang.tag}/quotation")
    return OWN


def reaches(sentence: Sentence, parts: tuple[Clause, ...], lang: Language) -> tuple[Reach, ...]:
    """Every cue of the sentence with what it covers, in text order."""
    found = [
        _reach(sentence, parts, row, match, lang)
        for row in lang.reading.get("voices", ())
        for match in cues.compiled(lang.tag, row["match"]).finditer(sentence.text)
    ]
    found.sort(key=lambda reach: (reach.voice.start or 0, reach.start))
    return tuple(_with_carried_speakers(found))


def role(who: str | None, lang: Language) -> str | None:
    """What kind of speaker those words name, by the language's `roles`; a name alone is a person."""
    if who is None:
        return None
    for name, row in lang.reading.get("roles", {}).items():
        if cues.find(lang.tag, row["match"], who):
            return str(name)
    return "person" if re.search(r"[^\W\d_]", who) else None


def _reach(sentence: Sentence, parts: tuple[Clause, ...], row: Mapping[str, str], match: re.Match[str], lang: Language) -> Reach:
    start, end = sentence.start + match.start(), sentence.start + match.end()
    who = _subject(parts[0], sentence) if row.get("who") == "subject" else _who(match, sentence)
    voice_ = Voice(
        status=row.get("status", "alleged"),  # type: ignore[arg-type]
        who=who,
        role=row.get("role") or role(who, lang),
        cue=match[0].strip(),
        start=start,
        end=end,
        rule=f"{lang.tag}/{row['name']}",
    )
    return Reach(voice_, *_scope(row["scope"], sentence, parts, start, end))


def _who(match: re.Match[str], sentence: Sentence) -> str | None:
    """The speaker's words, with the name in apposition that follows them (“her lawyer, Ann Lee”)."""
    who = match.groupdict().get("who")
    if who is None:
        return None
    after = sentence.text[match.end("who") :]
    name = re.match(r", ([^\W\d_a-z][\w’'-]*\.?(?: [^\W\d_a-z][\w’'-]+){1,3})(?=[,.]|$)", after)
    return who.strip() + (f", {name[1]}" if name else "")


def _subject(first: Clause, sentence: Sentence) -> str:
    """What the sentence begins with, up to its first pause: whose verb comes after something put in between."""
    return sentence.document.text[first.start : first.end].strip(" ,")


def _scope(scope: str, sentence: Sentence, parts: tuple[Clause, ...], start: int, end: int) -> tuple[int, int]:
    if scope == "before":
        return sentence.start, start
    if scope == "after":
        return end, sentence.end
    if scope == "clause":
        own = clauses.at(parts, start)
        return own.start, own.end
    return sentence.start, sentence.end


def _of_speaker(reach: Reach, parts: tuple[Clause, ...], place: int) -> bool:
    """The place lies in the cue, or in the relative clause that follows it: what is told of the speaker is no claim of theirs."""
    cue = reach.voice
    if cue.who is None or cue.start is None or cue.end is None:
        return False
    own = clauses.at(parts, place)
    return cue.start <= place < cue.end or (own.opens == "relative" and 0 <= own.start - cue.end <= len(", "))


def _officially_told(parts: tuple[Clause, ...], place: int, sentence: Sentence, lang: Language) -> bool:
    """The place lies in a relative clause that names an authority as the one who acts."""
    index = parts.index(clauses.at(parts, place))
    first = next((i for i in range(index, -1, -1) if parts[i].opens == "relative"), None)
    rule = lang.reading.get("official_agent")
    if first is None or rule is None:
        return False
    start, end = parts[first].start - sentence.start, parts[index].end - sentence.start
    return cues.find(lang.tag, rule["match"], sentence.text, start, end) is not None


def _with_carried_speakers(found: list[Reach]) -> Iterator[Reach]:
    """A cue without a speaker of its own (“adding that”) has the speaker of the cue before it."""
    last: Voice | None = None
    for reach in found:
        if reach.voice.who is None and reach.voice.status == "alleged" and last is not None:
            yield replace(reach, voice=replace(reach.voice, who=last.who, role=last.role))
        else:
            yield reach
        if reach.voice.who is not None:
            last = reach.voice
