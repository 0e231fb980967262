"""A language comes in; patterns that take more than linear time on a hostile text go out as misses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from dateline import pace
from dateline.language import Language
from dateline.pace import UNITS
from dateline.proofreading import dates, story
from dateline.proofreading.miss import Miss
from dateline.reading import cues
from dateline.reading.dates import find
from dateline.when import When


def misses(tag: str) -> Iterator[Miss]:
    """Every pattern of `reading` alone, and the rules of `dates` as they run, alone where together they are slow."""
    lang = dates.opened(tag)
    for path, pattern in story.patterns(tag):
        run = re.compile(pattern).match if path[1] == "furniture" else cues.compiled(tag, pattern).search
        if unit := pace.slow(run):
            yield Miss(path, f"takes more than linear time on “{unit}” over and over.", "Bound what repeats, as in {0,30}.")
    if lang.dates and (unit := pace.slow(partial(_read, lang), _units(lang))):
        for name, rule in lang.dates["rules"].items():
            alone = replace(lang, tag=f"{lang.tag}-{name}", dates={**lang.dates, "rules": {name: rule}})
            if pace.slow(partial(_read, alone), (unit,)):
                yield Miss(("dates", "rules", name), f"takes more than linear time on “{unit}” over and over.", "Say it shorter.")


def _read(lang: Language, text: str) -> object:
    return find(text, lang, When.parse("2019-03-27"))


def _units(lang: Language) -> tuple[str, ...]:
    """Hostile texts, and the words that rules begin and end with."""
    months = [words[0].split("(")[0] + " " for words in list(lang.dates["lists"]["month"].values())[:5:2]]
    examples = [next(iter(rule["examples"])).partition(" | ")[0] + " " for rule in lang.dates["rules"].values()]
    return (*UNITS, *months, *examples[::4])
