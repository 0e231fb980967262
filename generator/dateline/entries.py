"""A mapping of a YAML file comes in; its values, typed, and a Problem for each that is wrong, go out.

One `Entry` a mapping. Its getters never raise: they note the problem in the list that all entries of a file share,
and return None or the default, so that one run names every mistake.
"""

from __future__ import annotations

import difflib
import ipaddress
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from dateline import language, yamlfile
from dateline.model import Problem
from dateline.texts import Texts
from dateline.when import When, WhenError
from dateline.yamlfile import Fields, Items, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NO_ADDRESS: Final = re.compile(r"[\x00-\x20\x7f-\x9f\s<>\"'`“”‘’«»\\{}|^\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BARE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST_PART: Final = re.compile(r"(?!-)(?:[^\W_]|-){1,63}(?<!-)")
_LONGEST_HOST: Final = 253
"""Characters, as RFC 1035 has it."""
YES = {"yes": True, "true": True, "no": False, "false": False}


def near(word: str, options: Iterable[str]) -> str:
    """What to do about a word that is none of the options: the nearest, or all of them."""
    names = sorted(options)
    found = difflib.get_close_matches(word, names, 1)
    if found:
        return f"Did you mean “{found[0]}”?"
    return f"Known here: {', '.join(names)}." if names else ""


def web_address(text: str) -> bool:
    """It is an http or https address with a host and without spaces."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(c.isspace() for c in text)
    except ValueError:
        return False


def _host(name: str) -> bool:
    """A name of parts in letters, digits and inner dashes, each of at most 63, or an IP address in figures."""
    if ":" in name or name.rpartition(".")[2].isdecimal():
        try:
            return bool(ipaddress.ip_address(name))
        except ValueError:
            return False
    return len(name) <= _LONGEST_HOST and all(_HOST_PART.fullmatch(part) for part in name.split("."))


def base_flaw(text: str) -> str:
    """Why a site cannot stand at this address, as the end of a sentence; empty where it can."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        return f"cannot be read: {error}"
    flaws = {
        "does not start with http:// or https:// and a host": parts.scheme not in ("http", "https") or not host,
        "names no host that the web could have": host and not _host(host),
        "has a “:” and no port after it": parts.netloc.endswith(":"),
        "has a “%” that is not followed by two hexadecimal digits": _BARE_PERCENT.search(text),
        "has a space, a control character, a quotation mark or another sign that no address has": _NO_ADDRESS.search(text),
        "has a name or a password in it": "@" in parts.netloc,
        "has a “?” or a “#”, after which no page can be named": "?" in text or "#" in text,
        "has a part “.” or “..” or an empty one": re.search(r"/(?:\.|%2e){1,2}(?:/|$)|//", parts.path, re.IGNORECASE),
    }
    return next((flaw for flaw, found in flaws.items() if found), "")


def untold(texts: Mapping[str, Texts], languages: Sequence[str]) -> str:
    """Which of the texts are missing in which languages, as “no title in LANG”; empty where none is."""
    missing: dict[str, list[str]] = {}
    for what, text in texts.items():
        if absent := " and ".join(lang for lang in languages if text.get(lang) is None):
            missing.setdefault(absent, []).append(f"no {what}")
    return ", ".join(f"{' and '.join(what)} in {absent}" for absent, what in missing.items())


class Entry:
    """A mapping, the file it stands in, and what it is called in sentences (`what`)."""

    def __init__(self, node: Fields, file: str, what: str, problems: list[Problem], known: Iterable[str]) -> None:
        self.node, self.file, self.what, self.problems = node, file, what, problems
        self.known = tuple(known)
        problems.extend(yamlfile.unknown_keys(node, self.known, file))

    @property
    def line(self) -> int:
        """The line on which it starts."""
        return self.node.place.line

    def note(self, kind: str, message: str, hint: str, key: str = "", *, fatal: bool = True) -> None:
        """Remember a problem, at that key's line where there is one."""
        self.problems.append(Problem(kind, self.file, message, hint, self.node.line(key), None, fatal))

    def text(self, key: str, *, required: str = "") -> str | None:
        """A text, or None. `required` is the hint for the person where it is missing."""
        value = self.node.get(key)
        if isinstance(value, Text):
            return str(value)
        if value is not None:
            self.note("shape", f"“{key}” of {self.what} must be one text.", f"Write “{key}: ...” on one line.", key)
        elif required and not self.misspelt(key):
            self.note("missing", f"{self.what} has no “{key}”.", required)
        return None

    def misspelt(self, key: str) -> bool:
        """A key that is not known here looks like this one, and was noted as such."""
        return any(
            difflib.get_close_matches(other, sorted(self.known), 1) == [key] for other in self.node if other not in self.known
        )

    def choice(self, key: str, options: Sequence[str], default: str, *, required: str = "") -> str:
        """One of the options, else the default."""
        value = self.text(key, required=required)
        if value is None or value in options:
            return value or default
        self.note(f"unknown-{key}", f"“{value}” is not a {key} that is known here.", near(value, options), key)
        return default

    def yes(self, key: str) -> bool:
        """True for yes, False for no or nothing."""
        value = self.text(key)
        if value is not None and value.lower() not in YES:
            self.note("shape", f"“{key}” of {self.what} is “{value}”.", "Write yes or no.", key)
        return YES.get((value or "no").lower(), False)

    def number(self, key: str) -> int | None:
        """A count of characters, or None."""
        value = self.text(key)
        if value is not None and not (value.isascii() and value.isdigit() and len(value) < 10):
            self.note("shape", f"“{key}” of {self.what} is “{value}”.", "Write a whole number, counted in characters.", key)
            return None
        return int(value) if value is not None else None

    def when(self, key: str, end_key: str = "") -> When | None:
        """An EDTF time, with the bound that stands under `end_key`, or None."""
        start, end = self._time(key), self._time(end_key) if end_key else None
        if start is None or end is None:
            if end:
                self.note("date", f"“{end_key}” of {self.what} needs a “{key}”.", f"Add “{key}”.", end_key)
            return start
        if (end.latest or start.earliest or "") < (start.earliest or ""):
            message = f"“{end_key}” ({end.edtf}) is before “{key}” ({start.edtf})."
            self.note("date", message, "Put the earlier date first.", end_key)
        return When(start.edtf, end.edtf)

    def _time(self, key: str) -> When | None:
        value = self.text(key)
        try:
            return When.parse(value) if value else None
        except WhenError as error:
            self.note("date", f"{error}.", "Correct it, or leave it out where it is unknown.", key)
            return None

    def day(self, key: str, *, required: str = "") -> str | None:
        """A day as YYYY-MM-DD, or None."""
        value = self.text(key, required=required)
        try:
            if value is None or When.parse(value).precision == "day":
                return value
            self.note("date", f"“{value}” is no day.", "Write it as 2019-03-27.", key)
        except WhenError as error:
            self.note("date", f"{error}.", "Write the day as 2019-03-27.", key)
        return None

    def url(self, key: str) -> str | None:
        """A web address, or None."""
        value = self.text(key)
        if value is None or web_address(value):
            return value
        self.note("url", f"“{key}” of {self.what} is no web address: “{value}”.", "It must start with http:// or https://.", key)
        return None

    def texts(self, key: str, lang: str) -> Texts:
        """A text per language; a plain text is in `lang`."""
        value = self.node.get(key)
        if not isinstance(value, Fields):
            plain = self.text(key)
            return Texts(((lang, plain),)) if plain else Texts()
        inner = Entry(value, self.file, f"“{key}” of {self.what}", self.problems, value)
        for tag in value:
            self.language(tag, value.line(tag))
        return Texts(tuple((tag, text) for tag in value if (text := inner.text(tag))))

    def language(self, tag: str, line: int, *sections: str) -> None:
        """Note a tag for which no language file has one of the sections (without any: labels, to be told in)."""
        known = sorted({name for section in sections or ("labels",) for name in language.tags(section)})
        if tag not in known:
            message = f"“{tag}” is no language that is known here."
            self.problems.append(Problem("unknown-language", self.file, message, near(tag, known), line))

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text counts as a list of one."""
        value = self.node.get(key)
        if isinstance(value, Items) and all(isinstance(item, Text) for item in value):
            return tuple(map(str, value))
        if isinstance(value, (Items, Fields)):
            self.note("shape", f"“{key}” of {self.what} must be a list of texts.", f"Write “{key}: [one, two]”.", key)
            return ()
        return (str(value),) if value is not None else ()

    def entry(self, key: str, known: Iterable[str]) -> Entry | None:
        """A mapping in the mapping, or None."""
        value = self.node.get(key)
        if isinstance(value, Fields):
            return Entry(value, self.file, f"“{key}” of {self.what}", self.problems, known)
        if value is not None:
            self.note("shape", f"“{key}” of {self.what} must be “key: value” lines.", f"Known: {', '.join(known)}.", key)
        return None

    def entries(self, key: str, known: Iterable[str], what: str) -> list[Entry]:
        """A list of mappings; each is called `what` and its id or number in sentences."""
        value = self.node.get(key)
        if value is not None and not isinstance(value, Items):
            self.note("shape", f"“{key}” of {self.what} must be a list.", "Start each item with “- ”.", key)
            return []
        found = []
        for number, item in enumerate(value or (), 1):
            if isinstance(item, Fields):
                name = item.get("id") or item.get("name")
                called = f"{what} “{name}”" if isinstance(name, Text) else f"{what} number {number}"
                found.append(Entry(item, self.file, called, self.problems, known))
            else:
                line = item.place.line if item is not None else self.node.line(key)
                hint = "Write “- id: ...” and its keys below."
                self.problems.append(Problem("shape", self.file, f"{what} number {number} is no “key: value” lines.", hint, line))
        return found
