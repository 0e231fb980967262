"""A text and the outlets that it may name come in; where it names one, and which, comes out.

An outlet is named as it calls itself, with the article of any language or without the one that it bears, without its accents,
in capitals; and, where the text has its whole name, by the one word that is left of it: “the Lantern”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice, pairwise
from typing import Final

from dateline import mastheads

_MARKS: Final = "„“”‚‘’'«»\"*_ "
_OPENED: Final = "(?:[„“”‚‘'«»\"*_]{1,2}\\s?)?"
_CLOSED: Final = "(?:\\s?[“”‘'«»\"*_]{1,2})?"


@dataclass(frozen=True, slots=True)
class Mentions:
    """The spans of a text in which it names outlets, in text order, and the outlet that each form means there."""

    places: tuple[tuple[int, int], ...]
    meant: Mapping[str, str]

    def whose(self, form: str) -> str | None:
        """The outlet that a form means; None where it is no name of one in this text."""
        return self.meant.get(mastheads.bare(form))


def of(text: str, outlets: frozenset[str]) -> Mentions:
    """Where a text names the outlets; a short form counts where the whole name stands too, and that of no other with the same."""
    places = [match.span() for match in pattern(outlets).finditer(text)] if outlets else []
    if not places:
        return Mentions((), {})
    known = forms(outlets)
    whole = {known[mastheads.bare(text[start:end])] for start, end in places}
    meant = {form: next(iter(names & whole)) for form, names in _short_forms(outlets).items() if len(names & whole) == 1}
    if meant:
        short = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, meant))})(?!\w)")
        gaps = pairwise([0, *chain.from_iterable(places), len(text)])
        places += [match.span() for start, end in islice(gaps, 0, None, 2) for match in short.finditer(text, start, end)]
    return Mentions(tuple(sorted(places)), {**meant, **known})


def called(who: str, outlets: frozenset[str]) -> str | None:
    """The outlet whose name those words are, with or without an article, in quotation marks or not."""
    name = who.strip(_MARKS)
    return _keys(outlets).get(mastheads.key(name[:1].upper() + name[1:]))


@cache
def _keys(outlets: frozenset[str]) -> Mapping[str, str]:
    return {mastheads.key(name): name for name in sorted(outlets)}


@cache
def forms(outlets: frozenset[str]) -> Mapping[str, str]:
    """The outlet that each written form of a whole name means; a name with its article means its own outlet."""
    ordered = sorted(outlets, reverse=True)
    bare = {form: name for name in ordered for form in _written(mastheads.without_article(name))}
    return bare | {form: name for name in ordered for form in _written(name)}


@cache
def _short_forms(outlets: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """The outlets that the one word may mean which is left of their names; one that is an outlet's whole name means that."""
    whole = forms(outlets)
    found: dict[str, frozenset[str]] = {}
    for name in sorted(outlets):
        if (short := mastheads.short(name)) and short not in whole:
            found[short] = found.get(short, frozenset()) | {name}
    return found


def _written(name: str) -> Iterator[str]:
    """As it is, without its accents, and both in capitals."""
    for form in (mastheads.bare(name), mastheads.bare(mastheads.unaccented(name))):
        yield from (form, form.upper())


@cache
def pattern(outlets: frozenset[str]) -> re.Pattern[str]:
    """The outlets in all forms of their whole names, the longest first."""
    written = _longest_first(forms(outlets))
    first = "".join(sorted({re.escape(form[0]) for form in written}))
    alternatives = "|".join(map(_spaced, written)).replace(" ", r"\s+").replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?=[{first}])(?:{alternatives})")  # the look at the first letter makes it twice as fast


@cache
def in_a_cue(outlets: frozenset[str], ends: str) -> str:
    """What {outlet} stands for in a cue: one of them, in quotation marks or not, with any language's article."""
    written = _longest_first({**forms(outlets), **_short_forms(outlets)})
    articles = "|".join(map(_spaced, mastheads.articles()))
    return rf"{_OPENED}(?:{articles})?(?P<outlet>(?-i:{'|'.join(map(_spaced, written))})){ends}{_CLOSED}"


def _longest_first(written: Mapping[str, object]) -> list[str]:
    return sorted(written, key=lambda form: (-len(form), form))


def _spaced(form: str) -> str:
    return re.escape(form).replace("\\ ", " ")
