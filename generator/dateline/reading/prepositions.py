"""A Stage comes in; whom the prepositions by its trigger name go out: “the arrest of”, “against”, “to”, “between ... and”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dateline.reading import cues
from dateline.reading.stages import BLOT, GAP, Name, Stage, first_word, following, is_title, pair, right_behind, words

Side = Literal["by", "to"]
"""Who does it, or to whom it is done; of what two do together, the one and the other."""


def of(stage: Stage, start: int, end: int) -> Iterator[Name]:
    """Whose arrest or founding it is, right behind the noun, or before it (“Denizot’s arrest”)."""
    match = stage.seen("of", start, min(end + 6, len(stage.text)))
    if match is not None and match.end() >= end and not stage.text[end : match.start()].strip():
        yield from following(stage, match.end(), stage.end)


def after(stage: Stage, row: str, start: int, end: int) -> Iterator[Name]:
    """Whoever stands behind a row's words."""
    match = stage.seen(row, start, end)
    if match is not None:
        yield from following(stage, match.end(), end)


def against(stage: Stage, verb: int, start: int, *, passive: bool) -> Iterator[Name]:
    """Against whom it is: behind the trigger; right behind its auxiliary; or as the case that is its subject says."""
    yield from after(stage, "against", start, stage.end)
    if not passive:
        return
    row = stage.pattern("against")
    helped = GAP.match(stage.text, first_word(stage, verb))
    if stage.verb_last and row and helped and (match := row.match(stage.text, helped.end(), start)):
        yield from following(stage, match.end(), start)
    name = next((name for name in stage.names if name.end == stage.closed(verb)), None)
    if name and (_leads(stage, "brought", name) is not None or _leads(stage, "against", name) == ""):
        yield name


def _leads(stage: Stage, row: str, name: Name) -> str | None:
    """What the clause has before a row's words that stand right before the name, if that is no more than an article."""
    match = stage.seen(row, stage.start, name.start)
    if match is None or match.end() + 1 != name.start or not is_title(stage, stage.start, match.start()):
        return None
    return "".join(words(stage.text[stage.start : match.start()]))


def given(stage: Stage, end: int) -> Iterator[Name]:
    """To whom something is given: behind a sum, with no other preposition before it than “of”."""
    match = stage.seen("given", end, stage.end)
    if match is None:
        return
    between = stage.text[end : match.start()]
    row = stage.pattern("of")
    bare = row.sub(lambda found: BLOT * len(found[0]), between) if row else between
    if not cues.find(stage.scene.lang.tag, stage.scene.lang.reading["principals"]["governs"]["match"], bare):
        yield from right_behind(stage, match.end())


def between(stage: Stage, start: int, end: int) -> Iterator[tuple[Name, Side]]:
    """The two sides of what two do together: “the contract between Marlow and Denizot”."""
    match = stage.seen("between", start, max(end, stage.end))
    two = pair(stage, match.end() + 1) if match else None
    if two is not None:
        yield two[0], "by"
        yield two[1], "to"
