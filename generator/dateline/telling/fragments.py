"""A verbatim quotation comes in; a link that opens the article at these words goes out.

Scroll to Text Fragment (https://wicg.github.io/scroll-to-text-fragment/): whole words only, one block a piece; case, accents
and the shape of quotation marks do not matter. A browser without it opens the top of the article.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import quote

EXACT: Final = 300
"""Longer quotations are named by their first and last words."""
CLEAR: Final = 20
"""Shorter ones are told apart by what stands around them."""
EDGE: Final = 3
CONTEXT: Final = 32
"""Characters kept before and after a quotation: at full length the outermost word may be cut."""
_MARKS: Final = "\"'“”„‟‘’‚‛«»‹›"


def link(url: str, words: str, prefix: str = "", suffix: str = "") -> str:
    """`url` with a text fragment for `words`; without one where no whole word is left."""
    core = _whole(words, prefix, suffix)
    blocks = [part for part in re.split(r"\s*\n\s*", core) if part.strip(_MARKS + " ")]
    if not blocks:
        return url
    fragment = _range(blocks)
    if len(core) < CLEAR:
        lead, _, tail = words.partition(core)
        before, after = _before(prefix, lead), _after(tail, suffix)
        fragment = (f"{_code(before)}-," if before else "") + fragment + (f",-{_code(after)}" if after else "")
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _range(blocks: list[str]) -> str:
    first, last = blocks[0], blocks[-1]
    if len(blocks) == 1 and len(first) <= EXACT:
        return _code(first)
    return f"{_code(' '.join(first.split()[:EDGE]))},{_code(' '.join(last.split()[-EDGE:]))}"


def _whole(words: str, prefix: str, suffix: str) -> str:
    """The quotation from its first whole word to its last, without the marks around it."""
    text = words
    if prefix[-1:].isalnum() and text[:1].isalnum():
        text = re.sub(r"^\w+\s*", "", text)
    if suffix[:1].isalnum() and text[-1:].isalnum():
        text = re.sub(r"\s*\w+$", "", text)
    return text.strip().strip(_MARKS + "\u00a0\u202f ")


def _before(prefix: str, lead: str) -> str:
    """Whole words right before the core: of the prefix, and of what the core left of the quotation."""
    text = prefix + lead
    words = text.rpartition("\n")[2].split()
    return " ".join(words[1:] if len(prefix) >= CONTEXT and "\n" not in text else words)


def _after(tail: str, suffix: str) -> str:
    text = tail + suffix
    words = text.partition("\n")[0].split()
    return " ".join(words[:-1] if len(suffix) >= CONTEXT and "\n" not in text else words)


def _code(text: str) -> str:
    """Percent-encoded; “-” too, which otherwise would end a prefix."""
    return quote(unicodedata.normalize("NFC", text), safe="").replace("-", "%2D")
