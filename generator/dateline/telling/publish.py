"""Artifacts come in; site/ comes out, holding them and nothing else. The only writer there.

All new bytes are first written beside, in .dateline/ next to site/, then each file is renamed into place: new pages
first, then changed ones (leaves before indexes), and what is no longer made goes last. So at no moment, `kill -9`
included, is a page missing or cut short, and every link of a page that stands there leads somewhere; the next run
completes the rest. Files that are the same keep their bytes and times, so that a copy by rsync or git moves little.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.model import Artifact, Problem, Stop
from dateline.telling import paths

MARKER: Final = ".dateline"
MARKER_TEXT: Final = b"dateline makes this folder. At each build it removes what else is here, except CNAME and .names.\n"
WORK: Final = ".dateline"
FILE_MODE: Final = 0o644
FOLDER_MODE: Final = 0o755


@dataclass(frozen=True, slots=True)
class Published:
    """What a run did to site/: paths relative to it, sorted. New files count as changed."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


def publish(artifacts: Iterable[Artifact], site: Path) -> Published:
    """Make `site` hold exactly these artifacts. Stop, with nothing touched, where one has no safe place there."""
    every = tuple(artifacts)
    if problems := paths.problems([artifact.path for artifact in every], reserved=(MARKER,)):
        raise Stop(*problems)
    made = {artifact.path: artifact.data for artifact in every}
    site = Path(os.path.abspath(site))  # noqa: PTH100 - resolve() would follow the symbolic link that must be refused
    try:
        with _alone(site.parent):
            return _swap_in(made, site)
    except OSError as error:
        name = str(error.filename or site)
        raise Stop(Problem("write", name, f"cannot be written ({error.strerror}).", "See to its rights and the disk.")) from error


def _swap_in(made: dict[str, bytes], site: Path) -> Published:
    there = _there(site, {path.partition("/")[0] for path in made})
    changed = {path: data for path, data in made.items() if not _same(site / path, data, path in there)}
    removed = sorted(there - made.keys())
    blocking = _blocking(removed, changed)
    stage = _stage(changed, site)
    _folder(site, site)
    _write(site / MARKER, MARKER_TEXT, stage)
    for path in blocking:
        _remove(site / path, site)
    for path in sorted(changed, key=lambda path: (path in there, -path.count("/"), path)):
        _folder((site / path).parent, site)
        (stage / path).replace(site / path)
    for path in set(removed) - blocking:
        _remove(site / path, site)
    for path in made:
        _fix_modes(site / path, site)
    _unstage(stage)
    return Published(tuple(sorted(changed)), tuple(removed), tuple(sorted(made.keys() - changed.keys())))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Only one run at a time writes here. The lock is the folder's own: nothing is left that could go stale."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - is not there on Windows

    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks have no locks; there two runs at once are the person's to avoid
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _there(site: Path, tops: Collection[str]) -> set[str]:
    """The files that stand in site/ now, but for the newsroom's own. Stop where the folder is not dateline's.

    `tops` are the names at the top of site/ that this run makes.
    """
    for place in (site, site.parent / WORK):
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            raise _in_the_way(place)
    if not site.exists():
        return set()
    tops_there = [path for path in site.iterdir() if path.name in tops or not _yours(path.name)]
    found = {path.relative_to(site).as_posix() for top in tops_there for path in _files(top)}
    if found and not (site / MARKER).is_file():
        raise _not_ours(site, min(found))
    return found


def _yours(name: str) -> bool:
    """Whether a newsroom puts such a name at the top of site/ itself: its domain, a .git, a .well-known."""
    return name.startswith(".") or name == "CNAME"


def _files(path: Path) -> Iterator[Path]:
    kind = path.lstat().st_mode
    if stat.S_ISDIR(kind):
        for below in path.iterdir():
            yield from _files(below)
    elif stat.S_ISREG(kind):
        yield path
    else:
        raise _in_the_way(path)


def _not_ours(site: Path, example: str) -> Stop:
    message = f"holds files that dateline did not make (such as {example}), and a build would remove them."
    return Stop(Problem("not-ours", str(site), message, "Move them away, or rename the folder; then build again."))


def _in_the_way(path: Path) -> Stop:
    what = "is a symbolic link" if path.is_symlink() else "is not a plain file or folder"
    return Stop(
        Problem("in-the-way", str(path), f"{what}, and dateline writes only plain files.", "Remove it; then build again.")
    )


def _same(path: Path, data: bytes, there: bool) -> bool:
    return there and path.stat().st_size == len(data) and path.read_bytes() == data


def _stage(changed: dict[str, bytes], site: Path) -> Path:
    """A folder beside site/, on the same disk, with all that is new: a full disk is met before site/ is touched."""
    stage = site.parent / WORK / f"{site.name}-new"
    shutil.rmtree(stage, ignore_errors=True)  # left by a run that was killed
    stage.mkdir(parents=True)
    for path, data in changed.items():
        target = stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        target.chmod(FILE_MODE)
    return stage


def _unstage(stage: Path) -> None:
    shutil.rmtree(stage)
    with suppress(OSError):  # others may keep something there
        stage.parent.rmdir()


def _write(path: Path, data: bytes, stage: Path) -> None:
    if path.is_symlink():
        raise _in_the_way(path)
    if not _same(path, data, path.is_file()):
        (stage / path.name).write_bytes(data)
        (stage / path.name).replace(path)
    path.chmod(FILE_MODE)


def _blocking(removed: Iterable[str], changed: Collection[str]) -> set[str]:
    """Those that have to go first: a file where a folder is to be, or below a folder where a file is to be."""
    folders = {str(parent) for path in changed for parent in Path(path).parents}
    return {path for path in removed if path in folders or any(str(parent) in changed for parent in Path(path).parents)}


def _remove(path: Path, site: Path) -> None:
    path.unlink()
    for folder in path.parents:
        if folder == site:
            return
        with suppress(OSError):  # not empty yet
            folder.rmdir()


def _folder(path: Path, site: Path) -> None:
    """Make it and those above it, up to site/, with their mode whatever the umask."""
    missing = [folder for folder in (path, *path.parents) if folder.is_relative_to(site) and not folder.is_dir()]
    for folder in reversed(missing):
        folder.mkdir(parents=True)
        folder.chmod(FOLDER_MODE)


def _fix_modes(path: Path, site: Path) -> None:
    if stat.S_IMODE(path.stat().st_mode) != FILE_MODE:
        path.chmod(FILE_MODE)
    for folder in path.parents:
        if stat.S_IMODE(folder.stat().st_mode) != FOLDER_MODE:
            folder.chmod(FOLDER_MODE)
        if folder == site:
            return
