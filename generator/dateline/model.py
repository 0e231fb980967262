"""The frozen values that cross borders between the rooms; nothing here reads or writes a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final, Literal

from dateline.faircopy import FairCopy
from dateline.figures import Agreement, Compared, Figure
from dateline.texts import Texts
from dateline.when import When

Status = Literal["established", "alleged", "denied", "reported"]
"""established: the outlet's own voice; alleged: someone's claim; denied: someone's denial; reported: hearsay, nobody named."""
MAX_NAME: Final = 255
"""Bytes in the name of a file or folder, on nearly every file system."""
ASKED: Final = "its words ask, and do not say"
"""The note of a proposal whose quotation is a question."""
STRENGTH: Final[Mapping[Status, int]] = {"denied": 0, "alleged": 1, "reported": 2, "established": 3}
"""How much each says, weakest first. An event is told as no more than its sources say, however many say it."""
Review = Literal["accepted", "proposed", "withdrawn", "rejected"]
Basis = Literal["stated", "published", "anchor"]
"""What a date rests on: its own words, the article's publication date, or a date named earlier in the text."""
BY_HAND: Final = "by hand"
"""The rule of what no rule found: a person did."""
RELIABILITIES: Final = tuple("ABCDEF")
"""How far a source can be relied on, by the Admiralty Code: A completely, E not, F cannot be judged."""
CREDIBILITIES: Final = tuple("123456")
"""How credible a statement is, by the same: 1 confirmed by other sources, 5 improbable, 6 cannot be judged."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person must know: one sentence, where it is (1-based line and column), and what to do."""

    kind: str
    file: str
    message: str
    hint: str = ""
    line: int | None = None
    column: int | None = None
    fatal: bool = True

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return f"{place}: {self.message}{' ' if self.hint else ''}{self.hint}"

    @staticmethod
    def unreadable(file: str, error: OSError) -> Problem:
        """What to say of a file that the system does not let dateline read."""
        hint = "Look who owns the file and who may read it."
        return Problem("unreadable", file, f"cannot be read: {error.strerror or error}.", hint)


class Stop(Exception):
    """A run cannot go on; `problems` say why, each with its place."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def halt(problems: Iterable[Problem]) -> None:
    """End the run where one of the problems is fatal: raises Stop with all of these."""
    if fatal := [problem for problem in problems if problem.fatal]:
        raise Stop(*fatal)


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of a source. `id` is its file's stem; `file` is relative to the case's folder, None where not kept.

    `origin` names the report that it is (a copy or translation of), `origin_why` the reason in words; `origin_found` is what
    reading called it: where `origin` is another, a person wrote it.
    `sha256` is of the file's bytes as read. `reliability` is the newsroom's rating of the source, one of RELIABILITIES.
    """

    id: str
    lang: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: When | None = None
    url: str | None = None
    archived: str | None = None
    kind: str = "article"
    excerpt: bool = False
    origin: str | None = None
    origin_found: str | None = None
    origin_why: str | None = None
    sha256: str | None = None
    file: str | None = None
    reliability: str | None = None

    @property
    def by_hand(self) -> bool:
        """A person said which report it is, or, where they took the origin out, that it is one of its own."""
        return self.origin != self.origin_found


@dataclass(frozen=True, slots=True)
class Aside:
    """A part of a document that is not story (byline, reading time, credit ...): span, what it is, the rule that said so."""

    start: int
    end: int
    what: str
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its text, as reading takes it: `text` is the fair copy of the file's body, and all offsets are into it.

    `line` is the 1-based line of the file on which `text` begins, `date_line` the one that dates the article; `agency` the news
    agency its dateline or credit names.
    """

    article: Article
    text: str
    path: PurePosixPath
    line: int = 1
    date_line: int = 1
    asides: tuple[Aside, ...] = ()
    agency: str | None = None
    copy: FairCopy | None = None

    @property
    def written(self) -> FairCopy:
        """The text with the way back to the body as it stands in the file, in whose characters it is quoted."""
        return self.copy or FairCopy(self.text, self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document's story; its text is always a slice of the document's. `paragraph` counts from 0.

    `cut`: it was too long for one, and goes on in the next.
    """

    document: Document = field(repr=False, hash=False)
    start: int
    end: int
    paragraph: int
    cut: bool = False

    @property
    def text(self) -> str:
        """The words, as they stand."""
        return self.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that tell a time, `words == text[start:end]`, as TIMEX3 (`type`, `value`) and as `when`.

    `when` is None where the words fix no point in time (a duration, a weekday without a publication date ...).
    `rule` is LANG/NAME of the rule that understood it; `basis` is None where `when` is. `anchor` are the words of the article
    that name the date from which it counts, where that is known.
    """

    start: int
    end: int
    words: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    when: When | None
    rule: str
    basis: Basis | None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who vouches for a statement, and how surely.

    `who` are the source's own words; `role` is the kind of speaker (filing, person, official, company, outlet ...) that
    language files have a word for; `start`, `end` are the cue's span in the document; `rule` is LANG/NAME.
    """

    status: Status
    who: str | None = None
    role: str | None = None
    cue: str | None = None
    start: int | None = None
    end: int | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: `name` is theirs, without accents and capitals, the surname last, empty where nobody is named.

    `words` are the source's, in the same letters, in the language `lang`; `role` as in Voice, None where no word tells one.
    """

    name: tuple[str, ...]
    words: str
    lang: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quotation that carries an event. `quote == text[start:end]` in the article called `article`.

    `mention` are the words that date it; None where the quotation names no date. `prefix` and `suffix` are up to 32
    characters before and after. `translations` are the newsroom's own; `credibility` is its rating, one of CREDIBILITIES.
    `figures` are the amounts and counts of what it tells. `relays` is the outlet that its own words name as their source, and
    `origin` the id of the report to which it counts: both tell nothing of the rest of its article. `origin` is worked out, never
    in the record.
    `elided` are the spans of the article in whose place a mark stands in `quote`: never in the record, only where it is told.
    """

    article: str
    lang: str
    quote: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""
    mention: Mention | None = None
    voice: Voice = Voice("established")
    translations: Texts = Texts()
    credibility: str | None = None
    figures: tuple[Figure, ...] = ()
    relays: str | None = None
    origin: str | None = None
    elided: tuple[tuple[int, int], ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was changed after publication: when (YYYY-MM-DD), and per language in words, what stood, what stands now, and why.

    All of it is for readers, `because` too.
    """

    date: str
    text: Texts = Texts()
    was: Texts = Texts()
    now: Texts = Texts()
    because: Texts = Texts()


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence with all that vouches for it. `when` is None where nothing dates it.

    `claimant` names whose claim it is, per language, where a person wrote it; `because` and `note` are internal.
    Of the `parties`, `by` are those who do it and `to` those to whom it is done, or the two sides of a contract, where known.
    `origins` are ids of independent reports; `agreement` compares their dates (None where nothing is there to compare),
    `compared` their amounts and counts.
    `unidentified`: a person said that no reader can tell whom it accuses.
    Two are set only on a proposal: `adds_to`, the recorded event to which these citations would be added, and `speaker`, whose
    act of saying it is, if that is known.
    """

    id: str
    when: When | None
    kind: str
    status: Status = "established"
    titles: Texts = Texts()
    summaries: Texts = Texts()
    claimant: Texts = Texts()
    parties: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    review: Review = "proposed"
    reviewed_by: str | None = None
    reviewed_on: str | None = None
    corrections: tuple[Correction, ...] = ()
    because: str | None = None
    note: str | None = None
    origins: tuple[str, ...] = ()
    agreement: Agreement | None = None
    compared: tuple[Compared, ...] = ()
    adds_to: str | None = None
    speaker: Speaker | None = None
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    unidentified: bool = False
    line: int | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """Sort key of a timeline: oldest first, undated last."""
        return (1, self.id) if self.when is None else (0, self.when.order, self.id)


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site: its path relative to site/, and its bytes."""

    path: str
    data: bytes
