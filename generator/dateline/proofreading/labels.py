"""A language comes in; words for pages that it lacks beside the other languages, or that do not fit, go out as misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any, Final

from dateline import language
from dateline.proofreading.miss import Miss, Path
from dateline.telling import times, words
from dateline.when import When, WhenError

FREE: Final = ("locale", "examples")
"""What each language has its own way."""


def misses(tag: str) -> Iterator[Miss]:
    """Labels that lack or are too many, blanks that differ, kinds, plural forms, examples."""
    found = [*_shape(tag), *_kinds(tag)]
    yield from found or [*_plurals(tag), *_examples(tag)]


def shape(labels: Mapping[str, Any]) -> dict[Path, frozenset[str]]:
    """Each label's path with the blanks in it; plural forms count as one."""
    found: dict[Path, frozenset[str]] = {}
    for path, text in _leaves({key: value for key, value in labels.items() if key not in FREE}, ()):
        name = path[:-1] if path[0] == "counts" else path
        found[name] = found.get(name, frozenset()) | _blanks(text)
    return found


def _leaves(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, (Mapping, list)):
        for key, value in data.items() if isinstance(data, Mapping) else enumerate(data):
            yield from _leaves(value, (*path, key))
    else:
        yield path, data or ""


def _blanks(text: str) -> frozenset[str]:
    try:
        return frozenset(blank for _, blank, _, _ in Formatter().parse(text) if blank is not None)
    except ValueError:
        return frozenset({"a brace that nothing closes"})


def _shape(tag: str) -> Iterator[Miss]:
    own = shape(language.load(tag).labels)
    others = [shape(language.load(other).labels) for other in language.tags("labels") if other != tag]
    common = [path for path, number in Counter(path for other in others for path in other).items() if number * 2 > len(others)]
    for path, text in _leaves(language.load(tag).labels, ()):
        if not text:
            yield Miss(("labels", *path), f"“{_name(path)}” holds no text.", "Write it.")
    for path in common:
        usual = Counter(other[path] for other in others if path in other).most_common(1)[0][0]
        if path not in own:
            yield Miss(("labels", *path), f"“{_name(path)}” lacks.", "Take it over from another language.")
        elif own[path] != usual:
            blanks = ", ".join(f"{{{blank}}}" for blank in sorted(usual)) or "none"
            yield Miss(("labels", *path), f"“{_name(path)}” has other blanks than elsewhere.", f"They are: {blanks}.")
    for path in own:
        if others and path not in common:
            yield Miss(("labels", *path), f"“{_name(path)}” stands in no other language.", "Take it out.")
    for key in FREE:
        if key not in language.load(tag).labels:
            yield Miss(("labels",), f"“{key}” lacks.", "Take it over from another language.")


def _name(path: Path) -> str:
    return ": ".join(map(str, path))


def _kinds(tag: str) -> Iterator[Miss]:
    given, wanted = language.load(tag).labels.get("kinds", {}), language.kinds()
    if list(given) != list(wanted) and set(given) == set(wanted):
        yield Miss(("labels", "kinds"), "The kinds stand in another order than in kinds.yaml.", "Follow its order.")


def _plurals(tag: str) -> Iterator[Miss]:
    told = words.of(tag)
    numbers = Counter(told.locale.plural_form(number) for number in range(200))
    needed = {*numbers, "other"}
    for key, forms in told.labels["counts"].items():
        path = ("labels", "counts", key)
        for form in sorted(needed - set(forms)):
            yield Miss(path, f"“{key}” lacks the plural form “{form}”.", "CLDR has it for this language; write it.")
        for form, text in forms.items():
            if "{n}" not in text and numbers[form] > 1:
                yield Miss((*path, form), "The number is not in it.", "Put {n} where the number stands.")


def _examples(tag: str) -> Iterator[Miss]:
    for edtf, text in language.load(tag).labels["examples"].items():
        try:
            said = times.plain(When.parse(edtf), words.of(tag)).replace("\u00a0", " ").replace("\u202f", " ")
        except WhenError as error:
            yield Miss(("labels", "examples", edtf), f"{error}.", "Write EDTF before the colon.")
            continue
        if said != text:
            yield Miss(
                ("labels", "examples", edtf), f"{edtf} is told as “{said}”, not as “{text}”.", "Mend the label, or the example."
            )
