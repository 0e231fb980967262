"""Texts of a case and the names that must stay out come in; where such a name stands goes out, never the name itself.

However it is written: capitals, accents, the signs between its words (a web address has “-”, a line ends) do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from dateline.model import Problem
from dateline.yamlfile import Fields, Items, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.model import Page
    from dateline.yamlfile import Node

HINT = "Leave the name out."
_UNSEEN = ("Mn", "Cf")  # accents, and signs of no width such as the soft hyphen


def finder(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds one of the names in a text that `plain` made; None where there is none to find."""
    words = [re.findall(r"[^\W_]+", plain(name)) for name in names]
    found = [r"[\W_]+".join(map(re.escape, parts)) for parts in words if parts]
    return re.compile("|".join(found)) if found else None


def plain(text: str) -> str:
    """The text without capitals, accents and signs that nobody sees; its lines stay."""
    spelt = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in spelt if unicodedata.category(letter) not in _UNSEEN)


def stands(names: Iterable[str], *values: object) -> bool:
    """One of the names stands in a text of the values, however deep."""
    search = finder(names)
    return search is not None and any(search.search(plain(text)) for value in values for text in _texts(value))


def in_yaml(names: Iterable[str], node: Node, file: str, *, but: str) -> Iterator[Problem]:
    """A problem for each text below `node` with such a name in it, except under the key `but`."""
    if isinstance(node, Text):
        if stands(names, str(node)):
            yield _problem(file, node.place.line)
    elif isinstance(node, (Items, Fields)):
        inner = [value for key, value in node.items() if key != but] if isinstance(node, Fields) else node
        for value in inner:
            yield from in_yaml(names, value, file, but=but)


def in_pages(names: Iterable[str], pages: Iterable[Page]) -> Iterator[Problem]:
    """A problem for each place of a prose page where such a name stands."""
    search = finder(names)
    if search is None:
        return
    for page in pages:
        text = plain(page.text)
        yield from (_problem(page.path, text.count("\n", 0, match.start()) + 1) for match in search.finditer(text))


def _problem(file: str, line: int) -> Problem:
    return Problem("protected", file, "names a protected person here.", HINT, line)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
