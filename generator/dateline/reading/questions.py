"""A sentence, its clauses and a place in it come in; out goes whether the words there ask, and what: what is asked is not told.

“Did he take the money?” tells nothing as done. “Who paid him?” takes it for granted that somebody did, and vouches for
nothing. What a relative clause, or one of time or reason, holds is told in a question too: “the bank, which was raided”.
“Whether he took it is unclear” asks as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from dateline.language import Language
from dateline.model import Sentence
from dateline.reading import cues
from dateline.reading.clauses import Clause

Asks = Literal["whether", "which"]
_MARK: Final = re.compile(r"(?<![(\[])[?؟？](?=[!?؟？\s»”“\"’'›)\]]|\Z)")
_QUOTES: Final = re.compile(r"[«»„“”‹›\"‘]")
_ENDS: Final = ('"', *":;.!?؟…«»„“”‹›")
_AROUND: Final = 200
"""Characters before a clause that ask, and behind it that answer."""
_BEGINS: Final = re.compile(r"[\W_]*")


def asks(sentence: Sentence, parts: Sequence[Clause], place: int, lang: Language) -> Asks | None:
    """Whether the clause at that place asks “whether”, or “which” (who, when, why); None where it tells."""
    text = sentence.document.text
    if indirect(sentence, parts, place, lang):
        return "whether"
    index = max(i for i, part in enumerate(parts) if part.start <= max(place, parts[0].start))
    if not _asked(text, place, parts[index:], sentence.end):
        return None
    first = next(i for i in range(index, -1, -1) if not i or text[: parts[i].start].rstrip().endswith(_ENDS))
    if _opens("which", text, parts[first], lang):
        return None if index > first and _opens("presupposed", text, parts[index], lang) else "which"
    return None if _opens("presupposed", text, parts[index], lang) else "whether"


def indirect(sentence: Sentence, parts: Sequence[Clause], place: int, lang: Language) -> bool:
    """The clause at that place opens with a “whether” that nothing in the sentence answers."""
    rule = lang.reading.get("asks", {}).get("whether")
    if rule is None:
        return False
    opening = _opening(sentence.document.text, parts, place) - sentence.start
    at, pattern = place - sentence.start, cues.compiled(lang.tag, rule["match"])
    found = pattern.finditer(sentence.text, max(opening - _AROUND, 0), at + _AROUND)
    return any(opening < match.end() <= at for match in found)


def _opening(text: str, parts: Sequence[Clause], place: int) -> int:
    """Where the clause at that place opens, before what is put in behind its names: “whether Kern, the broker, was”."""
    index = max(i for i, part in enumerate(parts) if part.start <= max(place, parts[0].start))
    if index > 1 and {part.opens for part in parts[index - 1 : index + 1]} == {"pause"}:
        _, *names = text[parts[index - 2].start : parts[index - 2].end].split()
        if names and all(name[0].isupper() for name in names):
            return parts[index - 2].start
    return parts[index].start


def _asked(text: str, place: int, parts: Sequence[Clause], end: int) -> bool:
    """What stands at that place ends with a question mark of its own: none in quotes or brackets that open behind it."""
    mark = _MARK.search(text, place, end)
    if mark is None:
        return False
    between = text[place : mark.start()]
    level = len(_QUOTES.findall(between)) % 2 == 0 and between.count("(") <= between.count(")")
    ends = (text[place : part.start].rstrip() for part in parts[1:] if part.start <= mark.start())
    return level and not any(before.endswith((":", ";", ".", "!", "…")) for before in ends)


def _opens(rule: str, text: str, part: Clause, lang: Language) -> bool:
    """The clause opens with words of that rule of the language."""
    rows = lang.reading.get("asks", {})
    if rule not in rows:
        return False
    begins = _BEGINS.match(text, part.start, part.end)
    assert begins is not None
    return cues.compiled(lang.tag, rows[rule]["match"]).match(text, begins.end()) is not None
