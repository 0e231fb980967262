"""A cue of a voice comes in; what of its sentence it covers comes out.

Its row in the language file names the scope: before (what the sentence says up to the cue), after (what follows it), sentence
(all but the cue), own (as sentence, but no further than an “and” beside it, unless it comes first), clause (its own clause), rest
(of that, what follows), word (the next), quotation (the one that begins there),
next (nothing yet: only who speaks is known, and what follows in a mood or in quotation marks is theirs).
What stands in a quotation reaches no further than it, and what is said ends where `turn` goes back to the reporter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.language import Language
from dateline.model import Sentence
from dateline.reading import clauses, cues, quotations
from dateline.reading.clauses import Clause

PART: Final = ";"
"""What parts the sentences in a sentence."""
BARE: Final = 6
"""Characters of “and” with what stands around it."""
_LINKS: Final = ("and", "relative", "subordinate")


def scope(name: str, sentence: Sentence, parts: tuple[Clause, ...], cue: tuple[int, int], lang: Language) -> tuple[int, int]:
    """What the cue covers, no further than the quotation in which it stands."""
    text, (start, end) = sentence.document.text, cue
    first, last = sentence.start, sentence.end
    for found in quotations.around(text, lang, start):
        first, last = max(first, found.start), min(last, found.end)
    if name == "before" and not text[end : end + 2].strip().startswith(PART):
        return first, start
    if name in ("next", "word", "quotation"):
        return end, _next(name, text, end, last, lang)
    if name == "after":
        return end, min(_turned(text, end, last, lang), _around(text, parts, start, lang))
    if name == "own" and text[first:start].strip():
        first, last = _joined(parts, (first, last), cue)
    if name in ("clause", "rest"):
        begun = max(first, clauses.at(parts, start).start) if name == "clause" else end
        return begun, min(last, clauses.at(parts, end - (name == "clause")).end)
    if name == "before":
        return first, _turned(text, end, last, lang)
    begun = max(first, _inside(text, parts, cue, lang), _begun(text, parts, sentence.start, start))
    put_in = not text[clauses.at(parts, start).start : start].strip()  # “Lind, das zeigen die Akten, zahlte”
    return begun, min(_turned(text, end, last, lang), last if put_in else _around(text, parts, start, lang))


def _next(name: str, text: str, end: int, last: int, lang: Language) -> int:
    """Where a scope ends that is nothing but the word, or the quotation, behind a cue; “next” is nothing."""
    if name == "word":
        return text.find(" ", end + 1, last) if " " in text[end + 1 : last] else last
    return max([end, *(found.end for found in quotations.around(text, lang, end)[-1:])]) if name == "quotation" else end


def _inside(text: str, parts: tuple[Clause, ...], cue: tuple[int, int], lang: Language) -> int:
    """Where what a cue holds of begins: with its own clause, if that is a relative or subordinate one, or an “and” with its verb.

    So too with the verb with which it goes on behind what was put in (“Der Hof, 1702 abgebrannt, hat laut Lind …”). Put in itself
    before the verb of such a clause (“when talks, as Lind says, broke down”), it holds of that; at a clause's end of all.
    """
    own, finite = clauses.at(parts, cue[0]), _finite(lang)
    before, at_end = parts[: parts.index(own)], not text[cue[1] : own.end].strip(" ,.;")
    if finite is None or not before:
        return parts[0].start
    if at_end:
        put_in = own.opens == "pause" and not text[own.start : cue[0]].strip() and before[-1].opens in _LINKS[1:]
        return before[-1].start if put_in and not finite.search(text, before[-1].start, before[-1].end) else parts[0].start
    joined = own.opens == "and" and finite.match(text, text.find(" ", own.start) + 1, cue[0])
    aside = len(before) > 1 and own.opens == "pause" and all(part.opens in ("pause", "and") for part in before[1:])
    resumed = aside and finite.match(text, own.start + 1, cue[0]) and not finite.search(text, before[0].start, before[0].end)
    return own.start if joined or resumed or own.opens in _LINKS[1:] else parts[0].start


def _around(text: str, parts: tuple[Clause, ...], cue: int, lang: Language) -> int:
    """Where what a cue holds of ends that stands in a relative clause: where the clause around that goes on with its verb."""
    finite, own = _finite(lang), clauses.at(parts, cue)
    if finite is not None and own.opens == "relative":
        behind = next((part for part in parts if part.start > own.start and part.opens == "pause"), None)
        if behind and finite.match(text, behind.start + 1):
            return behind.start
    return parts[-1].end


def _finite(lang: Language) -> re.Pattern[str] | None:
    """What a clause's verb is like."""
    rule = lang.reading.get("finite")
    return cues.compiled(lang.tag, rule["match"]) if rule else None


def _joined(parts: tuple[Clause, ...], within: tuple[int, int], cue: tuple[int, int]) -> tuple[int, int]:
    """What of a stretch stands around a cue, up to the “and” on either side."""
    joints = [part.start for part in parts if part.opens == "and"]
    first, last = within
    return max([first, *(at for at in joints if at <= cue[0])]), min([last, *(at for at in joints if at >= cue[1])])


def _turned(text: str, start: int, end: int, lang: Language) -> int:
    """Where the reporter takes the word again."""
    rule = lang.reading.get("turn")
    match = cues.find(lang.tag, rule["match"], text, start, end) if rule else None
    return match.start() if match else end


@lru_cache(maxsize=64)
def turns(sentence: Sentence, lang: Language) -> tuple[int, ...]:
    """Where the words end by which, in that sentence, the reporter takes the word again."""
    rule = lang.reading.get("turn")
    text = sentence.document.text
    found = cues.compiled(lang.tag, rule["match"]).finditer(text, sentence.start, sentence.end) if rule else ()
    return tuple(match.end() for match in found)


def _begun(text: str, parts: tuple[Clause, ...], start: int, cue: int) -> int:
    """Where that begins over which a cue like “according to” stands: behind “;”, or an “and” or “because” right before it."""
    own = clauses.at(parts, cue)
    index = parts.index(own)
    before = parts[index - 1] if index and not text[own.start : cue].strip() else own
    for part in (own, before):
        if part.opens in _LINKS and _bare(text[part.start : cue].strip()):
            return part.start
    return max(text.rfind("; ", start, cue) + 1, start)


def _bare(link: str) -> bool:
    """Nothing is told yet: a single word, or a short “and”; not where the cue itself opens the clause (“if she is right”)."""
    return link != "" and (" " not in link or len(link) <= BARE)
