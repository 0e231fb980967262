"""A clipping and its slips come in; a page for the browser goes out: the text with each time marked, and a list of them.

The page stands alone: it loads nothing and runs nothing, and its policy says so.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from dateline import language
from dateline.galley import Slip, about, visible
from dateline.reading.clippings import Clipping

_FOLDER: Final = Path(__file__).parent
_PICTURES: Final = {n: 0x2400 + n for n in range(32) if chr(n) not in "\t\n\r"} | {0x7F: 0x2421}
"""Control characters have no place in HTML; their pictures show that they are there."""


def page(clipping: Clipping, slips: Sequence[Slip]) -> bytes:
    """HTML in UTF-8."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    style = (_FOLDER / "page.css").read_text("utf-8")
    policy = f"default-src 'none'; style-src 'sha256-{_hash(style)}'; base-uri 'none'; form-action 'none'"
    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    text = environment.get_template("page.html.j2").render(
        name=visible(Path(clipping.name).name),
        about=about(clipping),
        lang=language.code(clipping.lang),
        pieces=list(_pieces(clipping.text, slips)),
        slips=slips,
        style=Markup(style),  # noqa: S704 - a file of the package's own
        policy=policy,
    )
    return text.encode("utf-8", "replace")


def _pieces(text: str, slips: Sequence[Slip]) -> Iterator[tuple[str, Slip | None]]:
    """The text in pieces, each with its slip where it tells a time."""
    at = 0
    for slip in slips:
        yield _shown(text[at : slip.start]), None
        yield _shown(text[slip.start : slip.end]), slip
        at = slip.end
    yield _shown(text[at:]), None


def _shown(text: str) -> str:
    return text.replace("\r\n", "\n").translate(_PICTURES)


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
