"""Paths of artifacts come in; problems go out for those that have no safe place on every file system.

A site built on Linux is checked out on Windows and macOS, so their rules count too: reserved names, names that differ
only in case, a dot or blank at the end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from dateline.model import MAX_NAME, Problem

# Names that Windows keeps for devices, whatever follows the first dot.
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(\..*)?")
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\ud800-\udfff]')  # surrogates are no text
_HINT: Final = "Change the id or the file name that it comes from."


def problems(paths: Sequence[str], reserved: Collection[str] = ()) -> tuple[Problem, ...]:
    """What is wrong with these paths, taken alone and together. No first part may be one of `reserved`."""
    alone = [(path, reason) for path in paths if (reason := _reason(path, reserved))]
    found = alone or _clashes(paths)
    return tuple(Problem("path", path, f"cannot be a file of the site: {reason}.", _HINT) for path, reason in found)


def _reason(path: str, reserved: Collection[str]) -> str | None:
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts):
        return "it must be a path inside the site, without empty parts, “.” and “..”"
    if parts[0] in reserved:
        return f"dateline keeps the name “{parts[0]}” for itself"
    return next((reason for part in parts if (reason := _reason_for_name(part))), None)


def _reason_for_name(name: str) -> str | None:
    if found := _FORBIDDEN.search(name):
        return f"it has the character U+{ord(found[0]):04X}"
    if _RESERVED.fullmatch(name):
        return f"Windows keeps the name “{name}” for a device"
    if name[-1] in ". ":
        return f"“{name}” ends in a dot or a blank"
    if len(name.encode("utf-8")) > MAX_NAME:
        return f"“{name[:20]}…” is longer than {MAX_NAME} bytes"
    return None


def _clashes(paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Paths that are one file, or a file and a folder, where case and accents' form do not count."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in sorted(paths):
        key = _key(path)
        if key in files:
            yield path, f"“{files[key]}” is the same file where case does not count"
        files[key] = path
        for folder in map(str, list(PurePosixPath(path).parents)[:-1]):
            if folders.setdefault(_key(folder), folder) != folder:
                yield path, f"its folder and “{folders[_key(folder)]}” are the same where case does not count"
    for key in sorted(files.keys() & folders.keys()):
        yield files[key], f"“{folders[key]}” is a folder too"


def _key(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
