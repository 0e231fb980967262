"""Names of outlets as texts write them come in; what is the same for all forms of one name goes out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import Final

from dateline import language

_BRACKETED: Final = re.compile(r"\s*\(.*?\)")
_SHORTEST: Final = 4  # letters of a word that may stand for a name


@cache
def known(what: str) -> tuple[str, ...]:
    """A list of what every language knows, as `outlets`."""
    return tuple(language.load(language.EVERYWHERE).reading[what])


def articles() -> tuple[str, ...]:
    """What a name bears before it and loses in running text."""
    return known("outlet_articles")


def whole(name: str) -> str:
    """Without what stands in brackets: “Quay (Lusa)”."""
    return _BRACKETED.sub("", name).strip()


def bare(text: str) -> str:
    """With one kind of apostrophe and of white space."""
    return " ".join(text.replace("’", "'").split())


def unaccented(text: str) -> str:
    """Without the accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def without_article(name: str) -> str:
    """“Il Corriere” is “al Corriere”, “The Post” “die Post”: an outlet keeps its own article in few sentences."""
    whole = bare(name)
    shorter = (whole.removeprefix(article) for article in articles())
    return next((rest for rest in shorter if 2 < len(rest) < len(whole)), whole)


def short(name: str) -> str | None:
    """The word by which a text calls an outlet that it has named in full: “the Lantern”, “la Voix”. None where it has none.

    It is the last word of “The Halden Lantern”, and the one before “du” of “La Voix du Port”.
    """
    words = without_article(name).split()
    head = next((word for word, link in pairwise(words) if link.islower()), words[-1])
    return head if len(words) > 1 and len(head) >= _SHORTEST and head[0].isupper() else None


@cache
def key(name: str) -> str:
    """The same for all forms of an outlet's name."""
    return unaccented(without_article(name)).lower()
