"""A text comes in; the language it is in comes out, where none is given."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Final

from dateline import language
from dateline.model import Problem, Stop

_SHORT: Final = 400
"""Characters; of the 97 languages that a guess may name, a shorter text is often taken for the wrong one."""
_ENOUGH: Final = 2000
"""Characters that tell a text's script."""


def told(text: str, shown: str) -> str:
    """The readable language that the text is in. Raises Stop, which names the file as `shown`, where dateline has none for it."""
    guessed = guess(text)
    if guessed not in language.tags("dates"):
        hint = "If it is in another language, say so with “lang:” in its front matter."
        message = f"looks like a text in “{guessed}”, for which there is no language file."
        raise Stop(Problem("language", shown, message, hint, 1))
    return guessed


def guess(text: str) -> str:
    """The tag of the language that the text looks like; where it is short, one of those that can be read."""
    import py3langid  # noqa: PLC0415  (numpy: 150 ms, needed only where a language is not given)

    readable = language.tags("dates")
    py3langid.set_languages(None)
    tag = py3langid.classify(text)[0]
    if tag not in readable and len(text) < _SHORT and _script(text) in {_script(language.load(tag).name) for tag in readable}:
        py3langid.set_languages(list(readable))
        tag = py3langid.classify(text)[0]
    return str(tag)


def _script(text: str) -> str:
    """The script of most letters of a text, as Unicode names it: LATIN, ARABIC ..."""
    letters = Counter(unicodedata.name(character, "").split(" ")[0] for character in text[:_ENOUGH] if character.isalpha())
    return max(letters, key=letters.__getitem__, default="")
