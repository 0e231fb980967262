"""A language file with its places comes in; keys that lack, are unknown or empty, or hold the wrong kind of thing go out.

A shape is "text", "texts" (a list, not empty, of texts that are not), a list with the shape of its rows, a mapping of known keys
(a “?” after one says that it may lack; “*” stands for keys of one's own), or a tuple of shapes of which one fits;
"any" is looked at elsewhere.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline import yamlfile
from dateline.proofreading.miss import Miss, Path

_RULE: Final = {"match": "text", "examples": "texts", "not": "texts"}
_NAMED: Final = {"name": "text", **_RULE}
DATES: Final = {
    "lists": {"*": ("texts", {"*": "texts"})},
    "capital?": "texts",
    "parts?": {"*": "text"},
    **dict.fromkeys(("future?", "past?", "happened?", "told_of?"), "texts"),
    "coming?": {**dict.fromkeys(("calls", "sets", "for", "to", "asked?"), "texts"), "examples": {"*": "text"}},
    "done?": {**dict.fromkeys(("words", "behind?", "not_after", "but"), "texts"), "examples": {"*": "text"}},
    "modifiers?": {"*": {"pattern": "text", "effect": "text", "joins?": "text"}},
    "rules": {
        "*": {
            **dict.fromkeys(("pattern", "op"), "text"),
            **dict.fromkeys(("after?", "not_after?", "before?", "not_before?", "told?", "history?"), "text"),
            "fields?": {"*": "text"},
            "small?": "texts",
            "large?": "texts",
            "examples": {"*": "text"},
        }
    },
}
READING: Final = {
    "abbreviations": {"words": "texts", "ordinal?": "text", "ends?": "texts", "examples": "texts", "not": "texts"},
    "furniture": [{**_NAMED, "what": "text", "where?": "text", "rest?": "text"}],
    "clauses": {"*": _RULE},
    "apposition": _RULE,
    "awaited?": _RULE,
    "either?": _RULE,
    "bids?": _RULE,
    "papers?": _RULE,
    "described?": _RULE,
    "lends?": _RULE,
    "enclosed?": _RULE,
    "deeds?": _RULE,
    "floating?": _RULE,
    "outcomes?": {"*": _RULE},
    "turn?": _RULE,
    **dict.fromkeys(("takes_up?", "takes_back?", "another_day?", "new_scene?", "other_court?", "said_on?"), _RULE),
    **dict.fromkeys(("story?", "told_on?", "told_next?", "is_sure?", "told_sure?", "misheard?", "finite?"), _RULE),
    **dict.fromkeys(("accuses?", "misdeeds?", "told_paid?", "denies_all?", "told_denial?", "claims_nothing?"), _RULE),
    "same_court?": _RULE | {"with": "text"},
    "quotes?": "texts",
    "dialogue?": "text",
    "place_before": "text",
    "capitalised_nouns": "text",
    "no_names": "texts",
    "person_names?": {"full": _RULE, "alone": _RULE, "noun": _RULE},
    "words": {"*": "text"},
    "roles": {"*": _RULE},
    "unnamed?": _RULE,
    "official_agent": _RULE | {"verb_last?": "text"},
    "pronouns?": {"*": {**_RULE, "unlike": "text"}},
    **dict.fromkeys(("persons?", "goes_on?", "openers?"), _RULE),
    "agencies?": "texts",
    "outlet_articles?": "texts",
    "relays?": [_NAMED],
    "outlets?": "texts",
    "company_names?": "texts",
    "currencies?": {"*": "text"},
    "figures?": {
        "decimal": "text",
        "words": {
            **{key: {"*": "texts"} for key in ("numbers?", "rough?")},
            **{key: {"*": "text"} for key in ("scales", "times?", "currencies", "units", "things?")},
            **dict.fromkeys(
                ("of", "about", "least", "most", "between", "and", "to", "not_after", "not_before", "from", "sums", "leads"),
                "text",
            ),
            **dict.fromkeys(
                ("hundreds?", "half?", "point?", "bears?", "unsure?", "measures?", "attributive?", "doubtful?", "paid?"), "text"
            ),
        },
        "examples": "texts",
        "not": "texts",
    },
    "voices": [
        {
            "name": "text",
            "scope": "text",
            "match": "text",
            "examples": "texts",
            "status?": "text",
            "who?": "text",
            "not?": "texts",
            "unless?": "text",
            "needs?": "text",
            "carried?": "text",
            "cites?": "text",
        }
    ],
    "unreal": [_NAMED | dict.fromkeys(("with?", "led?"), "text")],
    "undoes?": dict.fromkeys(("noun", "before", "behind", "parted?"), _RULE),
    "asks?": {"which": _RULE, "presupposed": _RULE, "whether?": _RULE},
    "cautions?": {"accusing": _RULE, "attributed": _RULE, "resumed": _RULE, "age": _RULE, "job": _RULE, "place": _RULE},
    "denials?": {
        **dict.fromkeys(("speaks_for", "against", "of_another", "of_body", "whose", "body"), _RULE),
        **dict.fromkeys(("client", "own", "first", "untrue", "protests", "helps"), _RULE),
    },
    "principals?": {"*": _RULE},
    "triggers": {"*": {"words": [("text", {"match": "text", "with": "text"})], "examples": "texts", "not": "texts"}},
}
FILE: Final = {"name": "text", "dates?": DATES, "reading?": READING, "labels?": {"*": "any"}}


def misses(data: yamlfile.Fields) -> Iterator[Miss]:
    """What is not as a language file is."""
    return unlike(data, FILE)


def unlike(node: Any, shape: Any, path: Path = ()) -> Iterator[Miss]:
    """What of the node, which lies at that path, is not of that shape."""
    if isinstance(shape, tuple):
        yield from unlike(node, next((one for one in shape if _fits(node, one)), shape[0]), path)
    elif isinstance(shape, Mapping):
        yield from _mapping(node, shape, path)
    elif isinstance(shape, list) or shape == "texts":
        yield from _rows(node, shape[0] if isinstance(shape, list) else "text", path)
    elif shape == "text" and not (isinstance(node, str) and node):
        yield Miss(path, f"{_name(path)} holds no text.", "Write one, in quotation marks where it has “:” or “#”.")


def _fits(node: Any, shape: Any) -> bool:
    """It is the kind of thing that the shape is about, right or wrong inside."""
    if isinstance(shape, Mapping):
        return isinstance(node, Mapping)
    return isinstance(node, list if isinstance(shape, list) or shape == "texts" else str)


def _mapping(node: Any, shape: Mapping[str, Any], path: Path) -> Iterator[Miss]:
    if not isinstance(node, Mapping) or not node:
        yield Miss(path, f"{_name(path)} is empty, or no “key: value” lines.", "Fill it, or take it out.")
        return
    for key in shape:
        if key not in ("*", *node) and not key.endswith("?"):
            yield Miss(path, f"{_name(path)} has no “{key}”.", "Take it over from another language.")
    for key, value in node.items():
        inner = shape.get(key) or shape.get(f"{key}?") or shape.get("*")
        if inner is None:
            names = [name.rstrip("?") for name in shape]
            near = difflib.get_close_matches(key, names, 1)
            yield Miss((*path, key), f"“{key}” is no key of {_name(path)}.", f"Known are {', '.join(near or names)}.")
        else:
            yield from unlike(value, inner, (*path, key))


def _rows(node: Any, shape: Any, path: Path) -> Iterator[Miss]:
    if not isinstance(node, list) or not node:
        yield Miss(path, f"{_name(path)} is an empty list, or none.", "Write its words between [ and ], or take it out.")
        return
    for number, value in enumerate(node):
        yield from unlike(value, shape, (*path, number))


def _name(path: Path) -> str:
    return f"“{': '.join(map(str, path))}”" if path else "the file"
