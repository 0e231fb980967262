"""A place in a project's folder comes in; its text goes out, or a new text goes into it in one step.

Nothing is read or written through a symbolic link: a link in content/ could lead out of the project.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import unicodedata
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.model import Problem, Stop

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES: Final = 50_000_000
"""A record of 2,000 events is about 2 MB; what is far larger is no record."""


def shown(project: Path, path: Path) -> str:
    """The path as problems name it: relative to the project, with forward slashes."""
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else path.as_posix()


def slug(name: str) -> str:
    """A name as a part of a web address: letters of any script, digits, dots inside, - and _."""
    return re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", name)).strip("-.")


def linked(project: Path, path: Path) -> Path | None:
    """The first symbolic link on the way from the project's folder to `path`, or None."""
    steps = [path, *path.parents]
    inside = steps[: steps.index(project)] if project in steps else steps
    return next((step for step in reversed(inside) if step.is_symlink()), None)


def read(project: Path, path: Path) -> str:
    """The file's text, line ends as they stand. Raises Stop, with the place, where it is a link or not UTF-8."""
    return decode(data(project, path), shown(project, path))


def data(project: Path, path: Path) -> bytes:
    """The file's bytes. Raises Stop where it is a link, no plain file or too large."""
    name = shown(project, path)
    if linked(project, path):
        raise Stop(Problem("symlink", name, "is reached through a symbolic link.", "Put the file itself there."))
    if not path.is_file():
        raise Stop(Problem("file", name, "is not a file.", "Put a text file there, or remove it."))
    if path.stat().st_size > MAX_BYTES:
        raise Stop(Problem("size", name, f"is larger than {MAX_BYTES // 1_000_000} MB.", "Split the case in two."))
    try:
        return path.read_bytes()
    except OSError as error:
        raise Stop(Problem.unreadable(name, error)) from error


def decode(raw: bytes, name: str) -> str:
    """Bytes as UTF-8 text; raises Stop with the line of the first byte that is none."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "Save the file as UTF-8 in your editor."
        raise Stop(Problem("encoding", name, f"is not UTF-8 (byte 0x{raw[error.start]:02X}).", hint, line)) from error


def write(path: Path, text: str) -> None:
    """Put `text` there in one step: whoever reads sees the old file or the new one, never half of it."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    data = text.encode()
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    try:
        Path(file.name).chmod(mode)
        Path(file.name).replace(path)
    except OSError as error:
        Path(file.name).unlink()
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def locked(project: Path) -> Iterator[None]:
    """One decision at a time in a project. The lock goes with the process, so a killed run leaves none behind."""
    place = project / ".dateline"
    place.mkdir(exist_ok=True)
    with (place / "lock").open("w") as file:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 - there is none on Windows, where the renaming alone must do

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
