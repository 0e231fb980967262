"""What articles call two speakers comes in; whether they are one comes out: yes, no, or perhaps, which is for a person to say.

A name is one in all languages and spellings: what counts is how it ends (“Mayor Okafor”, “le maire Okafor”, “Ada Okafor”). Whom
no name tells is the same only in the same words of the same language, and only an authority, a company or a paper of a court:
“she”, “a resident” and “his lawyer” are anybody.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

from dateline.language import Language
from dateline.model import Speaker
from dateline.reading import cues, voices

Same = Literal["yes", "no", "perhaps"]
_WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")
_ELIDED: Final = re.compile(r"\b[^\W\d_]{1,2}['’](?=\w)")
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")
_LINK: Final = 3  # letters of the longest word that says whose somebody is: “for”, “von”, “des”


def speaker(who: str | None, lang: Language, small: frozenset[str]) -> Speaker | None:
    """Who those words of an article name; `small` are the words that it writes without a capital."""
    role = voices.role(who, lang)
    if who is None or role is None:
        return None
    said = any(cues.find(lang.tag, row["match"], who) for row in lang.reading.get("roles", {}).values())
    return Speaker(_name(who, lang, small), folded(who.strip()), lang.tag, role if said else None)


def same(one: Speaker | None, other: Speaker | None) -> Same:
    """Whether two speakers are one."""
    if one is None or other is None or bool(one.name) != bool(other.name):
        return "perhaps"
    if one.name:
        return _same_name(one.name, other.name)
    if None in (one.role, other.role) or "person" in (one.role, other.role):
        return "perhaps"
    if one.role != other.role:
        return "no"
    return "yes" if (one.lang, one.words) == (other.lang, other.words) else "perhaps"


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> Same:
    pairs = list(zip(reversed(one), reversed(other), strict=False))
    if one[-1] == other[-1] and all(_same_word(mine, yours) for mine, yours in pairs):
        return "yes"
    return "perhaps" if set(one) & set(other) else "no"


def _same_word(one: str, other: str) -> bool:
    """One is the other, or its initial."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _name(who: str, lang: Language, small: frozenset[str]) -> tuple[str, ...]:
    """The words of the speaker's own name, the surname last: no title, no other whose lawyer or mayor it is."""
    found: list[str] = []
    words = _WORD.findall(_ELIDED.sub(lambda match: match[0] + " ", who))
    for at, word in enumerate(words):
        if at >= 2 and len(words[at - 1]) <= _LINK and words[at - 1][0].islower() and not words[at - 2][0].isupper():
            break
        if at + 1 < len(words) and _POSSESSIVE.search(word):
            found.clear()
            break
        opens = at == 0 and words[1:] and words[1][0].islower()  # “The company”
        if word[0].isupper() and not opens and word.lower() not in small and not _is_role(word, lang):
            found.append(folded(_POSSESSIVE.sub("", word)))
    return tuple(found)


def _is_role(word: str, lang: Language) -> bool:
    return any(
        (match := cues.find(lang.tag, row["match"], word)) is not None and match.end() - match.start() == len(word)
        for row in lang.reading.get("roles", {}).values()
    )


def folded(words: str) -> str:
    """Without accents and capitals."""
    plain = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
