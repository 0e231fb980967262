"""A party and an article come in; whether it is a person or a body (a company, a club) comes out, or that nothing tells.

A body bears a word of one in its name (`company_names` in the file of every language), in its role in case.yaml, or beside its
name in the article: “the dredging company Vantage”, “Vantage, a dredging company,”. A person's name is given whole and as its
last word alone: “Ann Lee”, “Lee”. The words for a body stand in the language files under `reading: denials: body:`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, Literal

from dateline import faircopy, language
from dateline.dossier import Party
from dateline.language import Language
from dateline.reading import cues, offices

Sort = Literal["person", "body"]
_BESIDE: Final = 60
"""Characters before or behind a name in which what it is stands."""
_BEHIND: Final = re.compile(r",(?P<what>(?: [^\W\d_][\w’'-]*){1,4})[,.;)]")
_JOINED: Final = re.compile(r"(?: (?:d['’]|[^\W\d_]{2,3} )[^\W\d_]+)?[ (“«„]+\Z")


@lru_cache(maxsize=256)
def sort(party: Party, text: str, tag: str) -> Sort | None:
    """What the party is, by its names, its role, and what that text says of it; None where none of them tells."""
    if any(map(_of_company, party.names)) or _in_role(party) or _told(party, text, language.load(tag)):
        return "body"
    whole = {name for name in party.names if " " in name}
    return "person" if any(name.rpartition(" ")[2] in party.names for name in whole) else None


def _of_company(name: str) -> bool:
    words = name.split()
    ends = {words[0], words[-1].rstrip(".")} if len(words) > 1 else set()
    return "&" in name or name.isupper() or bool(ends & _company_names())


@cache
def _company_names() -> frozenset[str]:
    return frozenset(language.load(language.EVERYWHERE).reading["company_names"])


def _in_role(party: Party) -> bool:
    """Its role ends with a word for a body: “dredging company”, and not “company director” nor “head of the company”."""
    roles = ((language.load(tag), role) for tag, role in party.role.pairs if tag in language.tags("reading"))
    return any(_ends(_head(role, lang), lang) for lang, role in roles)


def _head(role: str, lang: Language) -> str:
    """The role up to a preposition, or to an article inside it: “Chef der Firma”."""
    head = offices.head(role, lang)
    rule = lang.reading.get("principals", {}).get("article")
    article = cues.find(lang.tag, rule["match"], head, 1) if rule else None
    return head[: article.start()] if article else head


def _told(party: Party, text: str, lang: Language) -> bool:
    """The text calls it one, right before its name or behind it."""
    names = "|".join(re.escape(faircopy.even(name)) for name in sorted(party.names, key=len, reverse=True))
    for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
        before = text[max(0, match.start() - _BESIDE) : match.start()]
        behind = _BEHIND.match(text, match.end(), match.end() + _BESIDE)
        if _ends(before, lang) or _ends(_JOINED.sub("", before), lang) or (behind and _ends(behind["what"], lang)):
            return True
    return False


def _ends(words: str, lang: Language) -> bool:
    """Those words end with one for a body."""
    rule = lang.reading.get("denials", {}).get("body")
    words = words.rstrip(" (“«„")
    return rule is not None and any(found.end() == len(words) for found in cues.compiled(lang.tag, rule["match"]).finditer(words))
