"""A cue of a voice comes in; what of its sentence it covers comes out.

Its row in the language file names the scope: before (what the sentence says up to the cue), after (what follows it), sentence
(all but the cue), own (as sentence, but no further than an “and” beside it, unless it comes first), clause (its own clause), rest
(of that, what follows), word (the next), quotation (the one that begins there),
next (nothing yet: only who speaks is known, and what follows in a mood or in quotation marks is theirs).
What stands in a quotation reaches no further than it, and what is said ends where `turn` goes back to the reporter.
"""

from __future__ import annotations

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
    if name in ("after", "next"):
        return end, _turned(text, end, last, lang) if name == "after" else end
    if name == "word":
        return end, text.find(" ", end + 1, last) if " " in text[end + 1 : last] else last
    if name == "quotation":
        return end, max([end, *(found.end for found in quotations.around(text, lang, end)[-1:])])
    if name == "own" and text[first:start].strip():
        first, last = _joined(parts, (first, last), cue)
    if name in ("clause", "rest"):
        begun = max(first, clauses.at(parts, start).start) if name == "clause" else end
        return begun, min(last, clauses.at(parts, end - (name == "clause")).end)
    return first if name == "before" else max(first, _begun(text, parts, sentence.start, start)), _turned(text, end, last, lang)


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
