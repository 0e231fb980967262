"""A sentence with all that is found in it comes together here: what reports are told from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language import Language
from dateline.model import Mention, Sentence
from dateline.reading import voices
from dateline.reading.clauses import Clause
from dateline.reading.names import Names
from dateline.reading.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what is needed to tell its reports: `around` are the document's sentences, `topics` whom it names most,
    `foremost` a stranger to the case that it names more often than these; `small` are the words that it writes small.
    """

    sentence: Sentence
    around: Sequence[Sentence]
    parts: tuple[Clause, ...]
    dated: tuple[Mention, ...]
    told: tuple[Trigger, ...]
    reaches: tuple[voices.Reach, ...]
    names: Names
    strangers: re.Pattern[str] | None
    foremost: str | None
    small: frozenset[str]
    topics: tuple[str, ...]
    origin: str
    lang: Language
