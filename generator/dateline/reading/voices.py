"""A sentence and a place in it come in; who vouches for what stands there, and how surely, comes out.

Cues stand in the language files under `reading: voices:`; each has a scope (scopes.py), and only what lies in it is theirs.
The smallest scope around the place wins. A relative clause with an official agent of its own is out of every scope.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from dateline import language
from dateline.language import Language
from dateline.model import Sentence, Status, Voice
from dateline.reading import clauses, cues, disclaimers, heard, quotations, scopes
from dateline.reading.clauses import Clause
from dateline.reading.needles import Shelf

OWN = Voice("established")
OUTLET: Final = "outlet"  # a role, as
_PERSON: Final = "person"
_CLAIMS: Final[tuple[Status, ...]] = ("alleged", "denied")
_RANK: Mapping[Status, int] = {"denied": 0, "alleged": 1, "reported": 2, "established": 3}
_BESIDE = 3  # characters before a cue, inside the quotation that closes there: “..”, she said


@dataclass(frozen=True, slots=True)
class Reach:
    """A cue that was found, and the span of the document that it covers; `carried` says that its speaker may stand elsewhere.

    `relays`: its speaker is an outlet, which only tells what others say; `cites`: it names whom an outlet has it from, and
    nobody's claim without one (“closed the yard, citing its losses”).
    """

    voice: Voice
    start: int
    end: int
    carried: bool = False
    relays: bool = False
    cites: bool = False


def voice(found: Sequence[Reach], sentence: Sentence, parts: tuple[Clause, ...], place: int, lang: Language) -> Reach | None:
    """The cue by which the clause around `place` (an offset in the document) speaks; `found` are the sentence's `reaches`.

    None where it is the outlet's own voice.
    """
    text = sentence.document.text
    around = [reach for reach in found if reach.start <= place < reach.end]
    around = [reach for reach in around if not (_of_speaker(reach, parts, place) or _taken_over(reach, found, text, place))]
    if not any(reach.relays for reach in around):
        around = [reach for reach in around if not reach.cites]
    if around and not _officially_told(around, parts, place, sentence, lang):
        claims = [reach for reach in around if reach.voice.status in _CLAIMS] or around
        return _gone_on(min(claims, key=lambda reach: _farness(reach, _parted(reach, text, place))), text, place, lang)
    return None if around else _quoted(sentence, place, lang)


def _farness(reach: Reach, parted: int = 0) -> tuple[bool, int, int, int, bool]:
    """The cue `parted` by the fewest “;” speaks, then the smallest scope, of equal ones the one put in.

    An outlet only relays where somebody else is named.
    """
    leads = reach.start >= (reach.voice.end or 0)
    return reach.relays, parted, reach.end - reach.start, _RANK[reach.voice.status], leads


def _parted(reach: Reach, text: str, place: int) -> int:
    """How many “;” stand between a cue and the place."""
    return text.count(scopes.PART, *sorted((reach.voice.start or 0, place)))


def _taken_over(reach: Reach, found: Sequence[Reach], text: str, place: int) -> bool:
    """The place lies in the cue of somebody else, who is named behind a “;”: no claim of the one who spoke before it."""
    return any(in_cue(other, place) and other.voice.who for other in found) and _parted(reach, text, place) > 0


def _gone_on(reach: Reach, text: str, place: int, lang: Language) -> Reach:
    """What follows a denial behind a “;” is a claim of who denies, unless its first word goes on denying (“; that it …”)."""
    behind = text.rfind(scopes.PART, reach.voice.end, place)
    link = lang.reading["clauses"].get("subordinate")
    if reach.voice.status != "denied" or behind < 0 or (link and cues.compiled(lang.tag, link["match"]).match(text, behind + 2)):
        return reach
    return replace(reach, voice=replace(reach.voice, status="alleged"))


def _quoted(sentence: Sentence, place: int, lang: Language) -> Reach | None:
    """Words in quotation marks are somebody's, even where nobody is named."""
    text = sentence.document.text
    for found in quotations.around(text, lang, place):
        if quotations.speech(text, found):
            return Reach(Voice("alleged", rule=f"{lang.tag}/quotation"), found.start, found.end, carried=True)
    return None


def vouched(voice_: Voice, kind: str, *, retold: bool = False) -> Voice:
    """The voice for a kind of event: saying is a fact whoever says it, and so is what an authority tells of its own acts.

    Not where it is `retold`: what somebody quotes others as saying is that somebody's claim.
    """
    marks = language.kinds()[kind]
    if marks.get("public") == "yes" or (marks.get("speech") == "yes" and not retold):
        return OWN
    if voice_.role == "official" and voice_.status == "alleged" and marks.get("official") == "yes" and not retold:
        return replace(voice_, status="established")
    return voice_


def told_of(found: Reach | None, every: Sequence[Reach], text: str, place: int, lang: Language) -> bool:
    """The saying at `place` is itself told by another: it stands in a quotation, or `found`, of the sentence's cues, is about it.

    Not where the cue is itself what is said there, or is about a quotation right before it in which that is not said.
    """
    if any(quotations.speech(text, quote) for quote in quotations.around(text, lang, place)):
        return True
    cue = (found.voice.start or 0) if found else None
    if found is None or cue is None or any(own.start <= cue < own.end for own in every if own != found and in_cue(own, place)):
        return False
    last = next((quote for quote in quotations.around(text, lang, cue - _BESIDE) if found.start <= quote.start), None)
    return last is None or last.start <= place < last.end


def in_cue(reach: Reach, place: int) -> bool:
    """The place lies in the words of the cue."""
    return (reach.voice.start or 0) <= place < (reach.voice.end or 0)


def quoted(found: Reach | None, text: str, lang: Language) -> bool:
    """The words that name who vouches stand in quotation marks: somebody is quoted as telling what others said."""
    if found is None or found.voice.start is None or found.end == found.voice.start:  # put in: it says who is quoted
        return False
    return any(quotations.speech(text, quote) for quote in quotations.around(text, lang, found.voice.start))


@lru_cache(maxsize=64)  # of the sentences among which speakers are looked for
def reaches(sentence: Sentence, lang: Language) -> tuple[Reach, ...]:
    """Every cue of the sentence with what it covers, in text order."""
    parts = clauses.clauses(sentence, lang)
    rows, text = lang.reading.get("voices", ()), sentence.text
    found = [
        _reach(sentence, parts, row, match, lang)
        for row in map(rows.__getitem__, _shelf(lang).near(text))
        if not _idle(sentence, row, lang)
        for match in cues.compiled(lang.tag, row["match"]).finditer(text)
    ]
    nothing = disclaimers.disclaimers(sentence, lang)
    found = [reach for reach in found if not any(reach.voice.who and _of_nobody(reach, span) for span in nothing)]
    found.sort(key=lambda reach: (reach.voice.start or 0, reach.start))
    return tuple(_with_carried_speakers([_nested(reach, found) for reach in found]))


def _of_nobody(reach: Reach, span: tuple[int, int]) -> bool:
    """The cue is that of words by which nobody claims anything."""
    first, last = _span(reach)
    return first < span[1] and span[0] < last <= span[1] + scopes.BARE


@cache
def _shelf(lang: Language) -> Shelf:
    rows = lang.reading.get("voices", ())
    return Shelf(f"{language.code(lang.tag)}-voices", [cues.expression(lang.tag, row["match"]) for row in rows])


def _nested(reach: Reach, found: Sequence[Reach]) -> Reach:
    """The cue with no more than it covers of what another covers.

    “Lind says that, according to the audit, it paid”: the audit tells what is behind “that”. “The audit says it paid, Lind said”:
    what the audit tells ends where Lind is named; not so what a person said, for which whoever tells of it answers.
    """
    start, end, (first, last) = reach.start, reach.end, _span(reach)
    for other in found:
        begins, ends = _span(other)
        if start < first and ends <= other.start <= first < other.end and end - last > scopes.BARE:
            start = max(start, other.start)
        told = reach.start >= last and other.start <= first and other.end <= begins and last <= begins < end
        if told and reach.voice.role != _PERSON:
            end = begins
    return replace(reach, start=start, end=end)


def _span(reach: Reach) -> tuple[int, int]:
    """Where the cue itself stands."""
    return reach.voice.start or 0, reach.voice.end or 0


def _idle(sentence: Sentence, row: Mapping[str, str], lang: Language) -> bool:
    """The sentence lacks what the cue needs, makes it mean something else, or begins with a quotation and not with who speaks."""
    if row.get("who") == "subject" and quotations.around(sentence.document.text, lang, sentence.start):
        return True
    if "needs" in row and cues.find(lang.tag, row["needs"], sentence.text) is None:
        return True
    return "unless" in row and cues.find(lang.tag, row["unless"], sentence.text) is not None


def role(who: str | None, lang: Language) -> str | None:
    """What kind of speaker those words name, by the language's `roles`; a name alone is a person."""
    if who is None:
        return None
    for name, row in lang.reading.get("roles", {}).items():
        if cues.find(lang.tag, row["match"], who):
            return str(name)
    return _PERSON if re.search(r"[^\W\d_]", who) else None


def _reach(sentence: Sentence, parts: tuple[Clause, ...], row: Mapping[str, str], match: re.Match[str], lang: Language) -> Reach:
    start, end = sentence.start + match.start(), sentence.start + match.end()
    who = heard.subject(parts, sentence, start, lang) if row.get("who") == "subject" else heard.named(match, sentence, lang)
    voice_ = Voice(
        status=row.get("status", "alleged"),  # type: ignore[arg-type]
        who=who,
        role=role(who, lang),
        cue=match[0].strip(),
        start=start,
        end=end,
        rule=f"{lang.tag}/{row['name']}",
    )
    carried, cites = row.get("carried") == "yes", row.get("cites") == "yes"
    first, last = scopes.scope(row["scope"], sentence, parts, (start, end), lang)
    if match.groupdict().get("frame"):  # a verb that closes behind all it frames: “soll im Mai und im Juni gezahlt haben”
        last = max(last, sentence.start + match.end("frame"))
    return Reach(voice_, first, last, carried, voice_.role == OUTLET, cites)


def _of_speaker(reach: Reach, parts: tuple[Clause, ...], place: int) -> bool:
    """The place lies in the cue, or in the relative clause that follows it: what is told of the speaker is no claim of theirs."""
    cue = reach.voice
    if cue.who is None or cue.start is None or cue.end is None or (cue.start <= reach.start and reach.end <= cue.end + len(".")):
        return False  # nobody is named, or so much with the speaker that nothing else is left to be told
    own = clauses.at(parts, place)
    behind = own.opens == "relative" and 0 <= own.start - cue.end <= len(", ")
    return cue.start <= place < cue.end or (behind and reach.start < cue.end)


def _officially_told(around: Sequence[Reach], parts: tuple[Clause, ...], place: int, sentence: Sentence, lang: Language) -> bool:
    """The place lies in a relative clause that names an authority as the one who acts, and no cue stands between the two."""
    index = parts.index(clauses.at(parts, place))
    first = next((i for i in range(index, -1, -1) if parts[i].opens == "relative"), None)
    rule = lang.reading.get("official_agent")
    if first is None or rule is None or any(parts[first].start < (cue.voice.end or 0) <= place for cue in around):
        return False
    begun = first if rule.get("verb_last") == "yes" else index  # elsewhere the verb comes first, and a pause may end the clause
    start, end = parts[begun].start - sentence.start, parts[index].end - sentence.start
    return cues.find(lang.tag, rule["match"], sentence.text, start, end) is not None


def _with_carried_speakers(found: Sequence[Reach]) -> Iterator[Reach]:
    """A cue without a speaker of its own (“adding that”, a mood) has that of the nearest that covers it, or of the one before.

    A mood in what somebody denies is denied with it; one in the words that name who speaks is not theirs (“Kern allegedly burned
    them and told the clerk …”).
    """
    last: Reach | None = None
    named = sorted((reach for reach in found if reach.voice.who and not reach.cites), key=_farness)
    for reach in found:
        open_ = reach.voice.who is None and (reach.carried or reach.voice.status in _CLAIMS)
        told_by = last if last and not in_cue(last, reach.voice.start or 0) else None
        by = _covering(named, reach) or (told_by if reach.carried or reach.voice.status != "denied" else None)
        yield _carried(reach, by) if open_ and by is not None else reach
        if reach in named:
            last = reach


def _carried(reach: Reach, by: Reach) -> Reach:
    told = spoken(reach, by.voice)
    inside = reach.voice.status != "alleged" and by.start <= (reach.voice.start or 0) < by.end
    return replace(told, voice=replace(told.voice, status="denied")) if inside and by.voice.status == "denied" else told


def _covering(named: Sequence[Reach], reach: Reach) -> Reach | None:
    """Of cues with a speaker, the first in whose scope another stands."""
    at = reach.voice.start or 0
    return next((other for other in named if other.start <= at < other.end), None)


def spoken(reach: Reach, by: Voice) -> Reach:
    """The cue with the speaker of another: what was hearsay, or would be nobody's, is a claim."""
    status: Status = reach.voice.status if reach.voice.status == "denied" else "alleged"
    return replace(reach, voice=replace(reach.voice, who=by.who, role=by.role, status=status))
