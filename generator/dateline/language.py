"""A language tag comes in; what its file in languages/ says goes out. The only reader of those files.

A file has three sections: `dates` (how the language writes time), `reading` (page furniture, cues, triggers) and
`labels` (the words of the pages). Reading YAML costs 0.2 s for 60 kB, so its content is kept as JSON in the user's
cache folder under the hash of the file; a cache that cannot be written only costs that time.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

EVERYWHERE: Final = "und"
"""The file of what stands in texts of every language."""
FOLDER: Final = Path(__file__).parent / "languages"
SECTIONS: Final = ("dates", "reading", "labels")
KINDS_FILE: Final = Path(__file__).parent / "kinds.yaml"
DEFAULTS_FILE: Final = Path(__file__).parent / "defaults.yaml"
_ENDING: Final = ".yaml"
Data = Mapping[str, Any]
"""Texts, lists and mappings, as the file has them."""


@dataclass(frozen=True, slots=True)
class Language:
    """One file of languages/. A section that the file lacks is empty: a language may be only read, or only told.

    Hashed by tag and name, so that what is compiled from one can be kept by it.
    """

    tag: str
    name: str
    dates: Data = field(hash=False)
    reading: Data = field(hash=False)
    labels: Data = field(hash=False)


@cache
def tags(section: str | None = None) -> tuple[str, ...]:
    """Tags of all languages with a file, sorted; with `section`, of those whose file has it."""
    every = sorted(file.stem for file in FOLDER.glob(f"*{_ENDING}"))
    return tuple(tag for tag in every if section is None or getattr(load(tag), section))


@cache
def load(tag: str) -> Language:
    """The language's file; KeyError where there is none (`tags` lists them).

    For the path of a file that somebody writes elsewhere, its content, with that path as the tag.
    """
    if not is_path(tag) and tag not in tags():
        raise KeyError(tag)
    data = _data(path(tag))
    return Language(tag, data["name"], *(data.get(part) or {} for part in SECTIONS))


def unnamed(who: str, tag: str) -> bool:
    """Those words for somebody only point at whom the text names elsewhere: “he”, in that language."""
    rule = load(tag).reading.get("unnamed") if is_path(tag) or tag in tags() else None
    return rule is not None and re.fullmatch(rule["match"], who, re.IGNORECASE) is not None


def primary(tag: str) -> str:
    """The language in a tag that names a region or script too, or has capitals: fr of fr-BE, pt of pt_BR; a path stays."""
    return tag if is_path(tag) else re.split("[-_]", tag, maxsplit=1)[0].lower()


def is_path(tag: str) -> bool:
    """It names a file and no language that has one here. Only what a person types at the terminal may."""
    return tag.endswith(_ENDING)


def path(tag: str) -> Path:
    """The file of a language, or the one that is named."""
    return Path(tag) if is_path(tag) else FOLDER / f"{tag}{_ENDING}"


@cache
def code(tag: str) -> str:
    """The language's own tag: that of a file is its name."""
    return path(tag).stem


@cache
def kinds() -> Mapping[str, Data]:
    """The kinds of event by id, in the order of kinds.yaml."""
    return _data(KINDS_FILE)


@cache
def compared(kind: str) -> frozenset[str]:
    """The figures by which two reports of an event of that kind can contradict each other."""
    marks = kinds().get(kind, {})
    return frozenset(unit for key in ("compares", "all", "some") for unit in marks.get(key, ()))


@cache
def usual() -> tuple[str, ...]:
    """The languages in which a case is told where nobody names any: the first of defaults.yaml, then all that are read too."""
    told = tags("labels")
    return tuple(dict.fromkeys((*_data(DEFAULTS_FILE)["first"], *(tag for tag in told if load(tag).dates))))


def _data(file: Path) -> Data:
    raw = file.read_bytes()

    def parsed() -> Data:
        from dateline import yamlfile  # noqa: PLC0415 - 20 ms that a language in the cache does not need

        return yamlfile.fields(yamlfile.load(raw.decode(), str(file)), str(file), "a language file")

    return kept(file.stem, raw, parsed)  # type: ignore[no-any-return]


def kept(name: str, source: bytes, make: Callable[[], Any]) -> Any:
    """What `make` makes of that source, as JSON has it: made once, and kept in the user's cache folder by the source's hash."""
    path = _cache_folder() / f"{name}-{hashlib.sha256(source).hexdigest()[:32]}.json"
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        data = json.dumps(make(), ensure_ascii=False)
        _keep(path, data.encode())
        return json.loads(data)


def _cache_folder() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "dateline"


def _keep(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
        Path(file.name).replace(path)
    except OSError:
        return
