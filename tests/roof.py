"""A small case for tests, made up: a library's roof, told by two papers. Its folder is tests/library."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Final

from dateline.model import Article, Citation, Event, Mention, Voice
from dateline.when import When

LIBRARY: Final = Path(__file__).parent / "library"
CASE: Final = "library"
BODY: Final = (
    "The city signed a contract with Kestrel in 2017. On 3 March 2020 the roof of the library fell in.\n"
    "According to the prosecutors, Kestrel had been warned in April 2019. The mayor resigned last Monday.\n"
)


def library(folder: Path) -> Path:
    """A copy of the whole case, to change at will; the project's folder."""
    shutil.copytree(LIBRARY, folder / "project")
    return folder / "project"


def home(project: Path) -> Path:
    """The folder of the library's case."""
    return project / "content" / CASE


def amend(file: Path, was: str, now: str) -> None:
    """Put other words into a file, at the first place where the old ones stand; they must."""
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, now, 1), "utf-8")


def empty(folder: Path, case_id: str = "roof", body: str = BODY) -> Path:
    """A project whose one case has an article and nothing else."""
    articles = folder / "content" / case_id / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    (articles / "gazette.txt").write_text(f"---\nlang: en\ndate: 2021-05-06\n---\n{body}", "utf-8")
    return folder


def article(project: Path | None = None, case_id: str = "roof", name: str = "gazette") -> Article:
    """The article of that case; with the sum of its bytes where there is a project."""
    file = f"articles/{name}.txt"
    raw = (project / "content" / case_id / file).read_bytes() if project else b""
    return Article(name, "en", published=When("2021-05-06"), file=file, sha256=hashlib.sha256(raw).hexdigest())


def citation(
    quote: str, words: str | None = None, when: str | None = None, *, name: str = "gazette", who: str | None = None
) -> Citation:
    """A citation of BODY, dated by `words` that stand in the quotation."""
    start = BODY.index(quote)
    end = start + len(quote)
    mention = None
    if words:
        at = start + quote.index(words)
        time = When.parse(when) if when else None
        mention = Mention(at, at + len(words), words, "DATE", when or "", time, "by hand", "stated" if time else None)
    voice = Voice("alleged", who) if who else Voice("established")
    return Citation(name, "en", quote, start, end, BODY[max(0, start - 32) : start], BODY[end : end + 32], mention, voice)


CONTRACT: Final = Event(
    "2017-contract",
    When("2017"),
    "contract",
    parties=("kestrel",),
    citations=(citation("The city signed a contract with Kestrel in 2017.", "2017", "2017"),),
)
COLLAPSE: Final = Event(
    "2020-03-03-other",
    When("2020-03-03"),
    "other",
    citations=(citation("On 3 March 2020 the roof", "3 March 2020", "2020-03-03"),),
)
WARNING: Final = Event(
    "2019-04-statement",
    When("2019-04"),
    "statement",
    "alleged",
    citations=(
        citation(
            "According to the prosecutors, Kestrel had been warned in April 2019.", "April 2019", "2019-04", who="the prosecutors"
        ),
    ),
)
