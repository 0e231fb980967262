"""The frozen values of a case as a whole: who is in it, what it says of itself, and all that people decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from dateline import faircopy
from dateline.model import Article, Correction, Event
from dateline.texts import Texts

Stage = Literal["investigated", "sued", "charged", "on trial", "on appeal", "acquitted", "convicted", "dismissed", "settled"]
"""How far the law has come with an accused party."""
OUTCOMES: Final[frozenset[Stage]] = frozenset({"acquitted", "convicted", "dismissed", "settled"})
"""The stages after which nothing more is waited for."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What an accused party answered: dates are YYYY-MM-DD; `answered` None with `asked` set means no answer came.

    `sources` are articles; `words` in one's language are quoted from it, others translate them. Without any the words are the
    desk's report. `line` is that of the words in case.yaml.
    """

    asked: str | None = None
    answered: str | None = None
    words: Texts = Texts()
    sources: tuple[str, ...] = ()
    line: int | None = field(default=None, compare=False)


@lru_cache(maxsize=1_000)
def _naming(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(faircopy.even(name)) for name in names)})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """A person or body of the case. `names` are all that texts call it, the first is shown.

    `stage` is how far the law has come with it, since `stage_on` (YYYY-MM-DD); `outcome` says in words what came of it.
    """

    id: str
    names: tuple[str, ...]
    role: Texts = Texts()
    accused: bool = False
    reply: Reply | None = None
    stage: Stage | None = None
    stage_on: str | None = None
    outcome: Texts = Texts()
    line: int | None = field(default=None, compare=False)

    def named_in(self, text: str) -> bool:
        """The text has one of its names, in any case, with whatever ending."""
        return bool(self.names) and _naming(self.names).search(faircopy.even(text)) is not None


@dataclass(frozen=True, slots=True)
class Case:
    """What case.yaml says; every field has a value even where there is no such file. `languages` are those told in.

    `reviewers`: readers may know who decided.
    """

    id: str
    languages: tuple[str, ...] = ()
    titles: Texts = Texts()
    summaries: Texts = Texts()
    publisher: str | None = None
    publisher_url: str | None = None
    base_url: str | None = None
    parties: tuple[Party, ...] = ()
    protect: tuple[str, ...] = ()
    licence: str | None = None
    corrections: tuple[Correction, ...] = ()
    reviewers: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent report and the articles that carry it; `why` says in words why they count as one."""

    id: str
    articles: tuple[str, ...]
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A prose page of the case in one language, as Markdown; `path` is relative to the project."""

    name: str
    lang: str
    title: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as decided by people (and, in drafts, as proposed): all that telling may know.

    `modified` is the latest day on which a person decided or corrected something, YYYY-MM-DD; `rivals`, in drafts, are the ids of
    two events each that may be one and have two dates.
    """

    case: Case
    articles: tuple[Article, ...]
    origins: tuple[Origin, ...]
    events: tuple[Event, ...]
    pages: tuple[Page, ...] = ()
    modified: str | None = None
    drafts: bool = False
    rivals: tuple[tuple[str, str], ...] = ()
