"""A language comes in; sentences beside the rules of its `reading` for which the rule does not hold go out as misses.

`examples` are what a rule must see, `not` what looks like it and is something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final

from dateline import accusations, language
from dateline.dossier import Party
from dateline.model import Article, Document, Sentence
from dateline.proofreading.miss import Miss, Path
from dateline.reading import clauses, cues, figures, furniture, relays, sentences, triggers, voices

EVERYDAY: Final = "other"
"""The kind of what has no kind: it has no words of its own."""
_SCOPES: Final = ("before", "after", "sentence", "own", "clause", "rest", "word", "quotation", "next")
_BRACKETS: Final = re.compile(r"\[([^\]]+)\]")
Row = Mapping[str, Any]
Check = Callable[[str, str, Row], Iterator[tuple[tuple[str | int, ...], str]]]
"""Language, name of the rule and the rule to the sentences that do not hold: where in the rule, and what is wrong."""


def misses(tag: str) -> Iterator[Miss]:
    """All of them; sentences are read only where every pattern can be."""
    found = [*_patterns(tag), *_kinds(tag), *_scopes(tag)]
    yield from found or [miss for section in CHECKS for name in names(tag, section) for miss in rule(tag, section, name)]


def names(tag: str, section: str) -> tuple[str, ...]:
    """The rules of a section; one without a name for a section that is a single rule."""
    found = language.load(tag).reading.get(section, ())
    if section in SINGLE:
        return ("",) if found else ()
    return tuple(found) if isinstance(found, Mapping) else tuple(row["name"] for row in found)


def rule(tag: str, section: str, name: str) -> Iterator[Miss]:
    """What does not hold for that rule."""
    path, row = _row(tag, section, name)
    for inner, message in CHECKS[section](tag, name, row):
        yield Miss((*path, *inner), message, "Mend the rule, or the sentence.")


def _row(tag: str, section: str, name: str) -> tuple[Path, Row]:
    found = language.load(tag).reading[section]
    if section in SINGLE:
        return ("reading", section), found
    if isinstance(found, Mapping):
        return ("reading", section, name), found[name]
    number = next(n for n, row in enumerate(found) if row["name"] == name)
    return ("reading", section, number), found[number]


def whole(tag: str, text: str) -> Sentence:
    """A text that is one sentence."""
    return Sentence(Document(Article("example", tag), text, PurePosixPath("example.txt")), 0, len(text), 0)


def kinds(tag: str, text: str) -> tuple[list[str], str]:
    """The kinds of event that a sentence tells, and the same in words."""
    sentence, lang = whole(tag, text), language.load(tag)
    found = triggers.triggers(sentence, lang)
    words = ", ".join(f"{trigger.kind} (“{text[trigger.start : trigger.end]}”)" for trigger in found) or "nothing"
    return [trigger.kind for trigger in found], words


def _seen(row: Row, sees: Callable[[str], object]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for n, text in enumerate(row["examples"]):
        if not sees(text):
            yield ("examples", n), f"is not seen in “{text}”"
    for n, text in enumerate(row.get("not", ())):
        if sees(text):
            yield ("not", n), f"is seen in “{text}”"


def _furniture(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    pattern = next(rule.pattern for rule in furniture.rules(tag) if rule.name == f"{tag}/{name}")
    return _seen(row, lambda line: pattern.match(line.strip()))


def _matched(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    del name
    return _seen(row, partial(cues.find, tag, row["match"]))


def _matched_whole(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    del name
    return _seen(row, cues.compiled(tag, row["match"]).fullmatch)


def _unnamed(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Nothing else may stand in what names nobody."""
    del name
    return _seen(row, lambda who: language.unnamed(who, tag))


def _speakers(tag: str, name: str, text: str) -> list[str]:
    """Who the rule names in a sentence; “-” where it names nobody."""
    sentence, lang = whole(tag, text), language.load(tag)
    found = [reach.voice for reach in voices.reaches(sentence, lang)]
    return [voice.who or "-" for voice in found if voice.rule == f"{tag}/{name}"]


def _voices(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for n, example in enumerate(row["examples"]):
        text, arrow, who = example.partition(" => ")
        said = _speakers(tag, name, text)
        if not arrow:
            yield ("examples", n), f"write “sentence => who” (or “-”), not “{example}”"
        elif who not in said:
            yield ("examples", n), f"“{text}” is said by {who}, not by {' or '.join(said) or 'anyone'}"
    for n, text in enumerate(row.get("not", ())):
        if _speakers(tag, name, text):
            yield ("not", n), f"is seen in “{text}”"


def _relays(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    known = language.load(language.EVERYWHERE).reading["outlets"]
    for key in ("examples", "not"):
        for n, example in enumerate(row[key]):
            text, arrow, outlet = example.partition(" => ")
            said = [cue.outlet for cue in relays.found(text, tag, known) if cue.rule == f"{tag}/{name}"]
            if key == "examples" and not arrow:
                yield (key, n), f"write “sentence => outlet”, not “{example}”"
            elif said != ([outlet] if arrow else []):
                yield (key, n), f"“{text}” names {' and '.join(said) or 'no outlet'} as its source"


def _figures(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    del name
    for key in ("examples", "not"):
        for n, example in enumerate(row[key]):
            text, arrow, wanted = example.partition(" => ")
            said = "; ".join(f"{one.value} {one.unit}" for one in figures.figures(whole(tag, text), language.load(tag)))
            if key == "examples" and not arrow:
                yield (key, n), f"write “sentence => value unit; ...”, not “{example}”"
            elif said != wanted:
                yield (key, n), f"“{text}” tells {said or 'nothing'}"


def _roles(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    lang = language.load(tag)
    for n, who in enumerate(row["examples"]):
        if (found := voices.role(who, lang)) != name:
            yield ("examples", n), f"“{who}” is {found}"
    for n, who in enumerate(row["not"]):
        if voices.role(who, lang) == name:
            yield ("not", n), f"“{who}” is no {name}"


def _openings(tag: str, name: str, text: str) -> list[int]:
    """Where clauses of that opening start, at their first letter."""
    found = [part for part in clauses.clauses(whole(tag, text), language.load(tag)) if part.opens == name]
    return [part.start + len(text[part.start :]) - len(text[part.start :].lstrip()) for part in found]


def _clauses(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for n, example in enumerate(row["examples"]):
        before, bar, after = example.partition("| ")
        if not bar:
            yield ("examples", n), f"put “| ” before the opening in “{example}”"
        elif len(before) not in _openings(tag, name, before + after):
            yield ("examples", n), f"no {name} clause at the bar of “{example}”"
    for n, text in enumerate(row["not"]):
        if _openings(tag, name, text):
            yield ("not", n), f"a {name} clause in “{text}”"


def _abbreviations(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    del name
    lang = language.load(tag)
    for n, text in enumerate(row["examples"]):
        if len(sentences.split(text, lang)) != 1:
            yield ("examples", n), f"“{text}” is cut"
    for n, text in enumerate(row["not"]):
        if len(sentences.split(text, lang)) < 2:
            yield ("not", n), f"“{text}” is not cut"


def _triggers(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if len(row["examples"]) < 2:
        yield ("examples",), f"{name} has one example: add another tense or word order"
    for n, text in enumerate(row["examples"]):
        found, words = kinds(tag, text)
        if set(found) != {name}:
            yield ("examples", n), f"“{text}” tells {words}, not just {name}"
    for n, text in enumerate(row["not"]):
        found, words = kinds(tag, text)
        if name in found:
            yield ("not", n), f"“{text}” tells {words}"


def _unreal(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """An example would tell an event but for the rule; what only looks like it tells one."""
    del name
    for n, text in enumerate(row["examples"]):
        if not cues.find(tag, row["match"], text):
            yield ("examples", n), f"does not see “{text}”"
        if (words := kinds(tag, text)[1]) != "nothing":
            yield ("examples", n), f"“{text}” tells {words}"
    for n, text in enumerate(row["not"]):
        if not kinds(tag, text)[0]:
            yield ("not", n), f"“{text}” tells nothing"


def _cautions(tag: str, name: str, row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What accuses is looked for as in the desk's own words, of the party that stands in [brackets]."""
    if name != "accusing":
        return _matched(tag, name, row)
    return _seen(row, lambda text: any(accusations.found(tag, _BRACKETS.sub(r"\1", text), _accused(text))))


def _accused(text: str) -> list[Party]:
    return [Party(name, (name,), accused=True) for name in _BRACKETS.findall(text)]


_WORDS: Final = (
    *("official_agent", "persons", "goes_on", "openers", "apposition", "awaited", "either", "turn", "finite", "misheard"),
    *("takes_up", "story", "told_on", "told_next", "accuses", "misdeeds", "told_paid", "denies_all", "told_denial"),
    *("another_day", "same_court", "other_court", "new_scene", "papers", "deeds", "floating", "said_on", "claims_nothing"),
    *("described", "lends", "enclosed", "is_sure", "told_sure"),
)
"""Sections that are one rule, whose words must match."""
CHECKS: Final[Mapping[str, Check]] = {
    "furniture": _furniture,
    "voices": _voices,
    "roles": _roles,
    "unnamed": _unnamed,
    "relays": _relays,
    "figures": _figures,
    **dict.fromkeys((*_WORDS, "pronouns", "person_names", "asks", "undoes", "outcomes", "denials", "principals"), _matched),
    "takes_back": _matched_whole,
    "clauses": _clauses,
    "abbreviations": _abbreviations,
    "triggers": _triggers,
    "unreal": _unreal,
    "cautions": _cautions,
}
SINGLE: Final = (*_WORDS, "unnamed", "figures", "takes_back", "abbreviations")
"""Sections that are one rule."""


def _patterns(tag: str) -> Iterator[Miss]:
    """Regular expressions that are none, and {words} that there are not."""
    reading = language.load(tag).reading
    for path, pattern in patterns(tag):
        try:
            re.compile(pattern) if path[1] == "furniture" else cues.compiled(tag, pattern)
        except re.error as error:
            yield Miss(path, f"is no regular expression: {error}.", "The manual's page on languages says what it may hold.")
        except KeyError as error:
            yield Miss(path, f"{{{error.args[0]}}} is no entry of `words`.", f"Known are {', '.join(reading.get('words', ()))}.")


def patterns(tag: str) -> Iterator[tuple[Path, str]]:
    """Every regular expression of `reading`, with where it stands."""
    for section in (*CHECKS, "place_before", "currencies"):
        if section != "abbreviations":
            yield from _written(language.load(tag).reading.get(section, ()), ("reading", section))


def _written(node: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, list):
        for n, row in enumerate(node):
            yield from _written(row, (*path, n))
    else:
        rule = [key for key in ("match", "with", "led", "words", "unless", "needs", "unlike") if key in node]
        for key in rule or node:
            yield from _written(node[key], (*path, key))


def _kinds(tag: str) -> Iterator[Miss]:
    """Every kind of event has words, and no other."""
    given, wanted = language.load(tag).reading.get("triggers", {}), set(language.kinds()) - {EVERYDAY}
    for kind in sorted(wanted - set(given)) if given else ():
        yield Miss(("reading", "triggers"), f"The kind “{kind}” has no words.", "Take it over from another language.")
    for kind in sorted(set(given) - wanted):
        yield Miss(("reading", "triggers", kind), f"“{kind}” is no kind of event.", "kinds.yaml lists them.")


def _scopes(tag: str) -> Iterator[Miss]:
    for n, row in enumerate(language.load(tag).reading.get("voices", ())):
        if row["scope"] not in _SCOPES:
            path = ("reading", "voices", n, "scope")
            yield Miss(path, f"“{row['scope']}” is no scope.", f"Known are {', '.join(_SCOPES)}.")
