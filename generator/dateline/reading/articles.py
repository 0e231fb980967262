"""A case's folder comes in; its articles come out as Documents, with what is unknown left unknown and said."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import Final

from dateline import language, yamlfile
from dateline.faircopy import FairCopy
from dateline.model import Article, Document, Problem, Stop
from dateline.reading import furniture, tongue
from dateline.reading.dates import parser
from dateline.when import When, WhenError

ENDINGS: Final = (".md", ".txt")
KINDS: Final = ("article", "filing", "release", "interview")
_CLOCK: Final = re.compile(r"\d[T ](\d{1,2}):(\d{2})(?!\d)")
KEYS: Final = ("title", "outlet", "author", "date", "lang", "url", "archived", "kind", "origin", "excerpt")
_FIRST_PAPERS: Final = 1600
"""The first printed newspaper is of 1605."""
_FENCE: Final = re.compile(r"---[ \t]*\r?\n")
_CLOSE: Final = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.M)
_HEADLESS: Final = re.compile(rf"(?:(?:{'|'.join(KEYS)}):[^\n]*\n)+---[ \t]*(?:\r?\n|\Z)")
_YES: Final = {"yes": True, "true": True, "no": False, "false": False}


def read_folder(project: Path, case_id: str) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Every article of content/<case>/articles, in the order of file names, and what is wrong with the others.

    A file that cannot be read costs its own document only; its problem is fatal.
    """
    folder = project / "content" / case_id / "articles"
    documents: dict[str, Document] = {}
    problems = no_folder(project, folder)
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith((".", "README")):
            continue
        shown = path.relative_to(project).as_posix()
        try:
            document, found = read_file(path, shown)
            twin = documents.setdefault(document.article.id, document)
            if twin is not document:
                found += (_twins(document, twin),)
            problems.extend(found)
        except Stop as stop:
            problems.extend(stop.problems)
    return tuple(documents.values()), tuple(problems)


def no_folder(project: Path, path: Path) -> list[Problem]:
    """For a file that stands where a case has a folder: what to do."""
    if not path.exists() or path.is_dir():
        return []
    hint = "Move the file away, make a folder of that name, and put what belongs there into it."
    return [Problem("no-folder", path.relative_to(project).as_posix(), "is a file and has to be a folder.", hint)]


def read_file(path: Path, shown: str) -> tuple[Document, tuple[Problem, ...]]:
    """One article; `shown` is what problems call the file. Raises Stop where there is nothing to read."""
    raw, text = _text(path, shown)
    head, body, line = split(text, shown)
    if not body.strip():
        raise Stop(Problem("empty-article", shown, "holds no text.", "Put the article's words below the front matter.", line))
    known, problems = front_matter(head, shown)
    copy = FairCopy.of(body)
    article, more = _article(known, path, copy.text, shown)
    found = furniture.set_aside(copy.text, language.load(article.lang))
    document = Document(
        article=_completed(article, found, hashlib.sha256(raw).hexdigest()),
        text=copy.text,
        path=PurePosixPath(shown),
        line=line,
        date_line=known.line("date") if known.get("date") else line,
        asides=found.asides,
        agency=found.agency,
        copy=copy,
    )
    return document, (*problems, *more)


def body(path: Path, shown: str) -> str:
    """The text of a stored source after its front matter, character for character; all offsets count in it."""
    return split(_text(path, shown)[1], shown)[1]


def undated(document: Document, waiting: Iterable[str] = ()) -> list[Problem]:
    """For an article without a day of publication: what to add, and which of its words stay open without it."""
    published, open_words = document.article.published, ", ".join(dict.fromkeys(f"“{words}”" for words in waiting))
    if published is not None and (published.precision == "day" or not open_words):
        return []
    missing = "has no publication date" if published is None else f"is dated {published.edtf}, without a day"
    line = "add a line “date: YYYY-MM-DD” to its front matter"
    if published is not None:
        line = "write “date: YYYY-MM-DD” in its front matter"
    if document.line == 1:
        line = "begin the file with the lines “---”, “date: YYYY-MM-DD”, “---”"
    message = f"{missing}{f', so {open_words} cannot be resolved' if open_words else ''}."
    return [Problem("undated-article", str(document.path), message, f"If you know it, {line}.", 1, fatal=False)]


def implausible(document: Document, today: str) -> list[Problem]:
    """For an article dated later than the day after `today` (YYYY-MM-DD; zones differ), or before there were newspapers."""
    published = document.article.published
    if published is None:
        return []
    first, last = published.span
    tomorrow = date.fromisoformat(today) + timedelta(days=1)
    if first and first > (tomorrow.year, tomorrow.month, tomorrow.day):
        flaw = f"says that it was published {published.edtf}, which is still to come"
    elif last and last[0] < _FIRST_PAPERS:
        flaw = f"says that it was published {published.edtf}, before there were newspapers"
    else:
        return []
    return [Problem("published", str(document.path), f"{flaw}.", "Correct it.", document.date_line, fatal=False)]


def article_id(path: Path) -> str:
    """The id that an article has by its file's name: letters, digits, dots, dashes and underscores."""
    return re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", path.stem)).strip("-.") or "article"


def _twins(document: Document, twin: Document) -> Problem:
    message = f"has the same id ({twin.article.id}) as {twin.path}."
    return Problem("same-id", str(document.path), message, "Rename one of the two files.")


def _text(path: Path, shown: str) -> tuple[bytes, str]:
    if path.is_symlink():
        raise Stop(Problem("symlink", shown, "is a symbolic link, which is not followed.", "Put a copy of the file here."))
    if not path.is_file() or path.suffix.lower() not in ENDINGS:
        hint = "Save the article as .txt or .md." if path.is_file() else "Keep articles side by side in this folder."
        raise Stop(Problem("not-an-article", shown, "is not read.", hint, fatal=False))
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Stop(Problem.unreadable(shown, error)) from error
    return raw, decoded(raw, shown)


def decoded(raw: bytes, shown: str) -> str:
    """The bytes of a source as text. Raises Stop, with the line, where they are none."""
    if raw.startswith((b"PK\x03\x04", b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0")):
        hint = "Open it, and save it as plain text in UTF-8."
        raise Stop(Problem("not-an-article", shown, "is a word processor's file or a PDF, not a text.", hint))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Stop(Problem("encoding", shown, "is not UTF-8.", "Save it again as UTF-8.", line)) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Stop(Problem("encoding", shown, "holds NUL characters; it is not a text.", "Save it again as text.", line))
    return text


def split(text: str, shown: str) -> tuple[str, str, int]:
    """Front matter, body, and the line on which the body starts. Raises Stop where the front matter is not closed."""
    opened = _FENCE.match(text)
    if opened is None:
        if _HEADLESS.match(text):
            message = "has front matter without the line “---” above it."
            raise Stop(Problem("front-matter", shown, message, "Put “---” on a line of its own at the very top.", 1))
        return "", text, 1
    closed = _CLOSE.search(text, opened.end())
    if closed is None:
        message = "opens its front matter with “---” but never closes it."
        raise Stop(Problem("front-matter", shown, message, "Put a line “---” after the last key.", 1))
    return text[opened.end() : closed.start()], text[closed.end() :], text.count("\n", 0, closed.end()) + 1


def front_matter(head: str, shown: str) -> tuple[yamlfile.Fields, list[Problem]]:
    """What stands above an article, and the keys in it that are not known."""
    node = yamlfile.load(unicodedata.normalize("NFC", head), shown, first_line=2)
    if node is None:
        node = yamlfile.Fields()
        node.place, node.places = yamlfile.Place(1, 1), {}
    known = yamlfile.fields(node, shown, "the front matter")
    return known, yamlfile.unknown_keys(known, KEYS, shown)


def _article(known: yamlfile.Fields, path: Path, text: str, shown: str) -> tuple[Article, list[Problem]]:
    problems: list[Problem] = []
    lang = _lang(known, text, shown)
    one = {key: _one(known, key, shown, problems) for key in KEYS}
    kind = one["kind"] or "article"
    if kind not in KINDS:
        message = f"“{kind}” is no kind of source."
        problems.append(Problem("kind", shown, message, f"Use one of: {', '.join(KINDS)}.", known.line("kind")))
    for key in ("url", "archived"):
        if one[key] and not re.fullmatch(r"https?://[^\s/]\S*", one[key] or ""):
            message = f"“{one[key]}” is no web address."
            problems.append(
                Problem("url", shown, message, "Write it with http:// or https://, and without spaces.", known.line(key))
            )
            one[key] = None
    excerpt = (one["excerpt"] or "no").lower()
    if excerpt not in _YES:
        problems.append(
            Problem("excerpt", shown, f"“{excerpt}” is neither yes nor no.", "Write yes or no.", known.line("excerpt"))
        )
    published = _published(one["date"], lang, known, shown, problems)
    article = Article(
        id=article_id(path),
        lang=lang,
        title=one["title"],
        outlet=one["outlet"],
        author=one["author"],
        published=published,
        url=one["url"],
        archived=one["archived"],
        kind=kind,
        excerpt=_YES.get(excerpt, False),
        origin=one["origin"],
        file=f"articles/{path.name}",
    )
    return article, problems


def _one(known: yamlfile.Fields, key: str, shown: str, problems: list[Problem]) -> str | None:
    value = known.get(key)
    if value is None or isinstance(value, yamlfile.Text):
        return str(value).strip() or None if value is not None else None
    problems.append(Problem("shape", shown, f"“{key}” takes one text.", "Write it on one line.", known.line(key)))
    return None


def _lang(known: yamlfile.Fields, text: str, shown: str) -> str:
    readable = language.tags("dates")
    given = known.get("lang")
    if given is None:
        return tongue.told(text, shown)
    if (tag := language.primary(str(given))) not in readable:
        hint = f"Use one of: {', '.join(readable)}."
        raise Stop(Problem("language", shown, f"“{given}” is no language that dateline reads.", hint, known.line("lang")))
    return tag


def _published(typed: str | None, lang: str, known: yamlfile.Fields, shown: str, problems: list[Problem]) -> When | None:
    try:
        return certain_date(typed, lang) if typed is not None else None
    except WhenError as error:
        problems.append(Problem("date", shown, f"{error}.", "", known.line("date")))
        return None


def certain_date(typed: str, lang: str) -> When:
    """`typed_date`, or a WhenError that says in a sentence why there is none."""
    when = typed_date(typed, lang)
    if (clock := _CLOCK.search(typed)) and (int(clock[1]) > 23 or int(clock[2]) > 59):
        raise WhenError(f"“{typed}” names a time that no clock shows: write the day alone, as 2018-04-09")
    if when is None and parser.either_way(typed, lang):
        raise WhenError(f"“{typed}” can be read two ways: write it as 2018-04-09")
    if when is None and len(typed) > parser.LONGEST:
        raise WhenError(f"the date is {len(typed)} characters long: write it as 2018-04-09")
    return when or When.parse(typed)


def typed_date(typed: str, lang: str) -> When | None:
    """A date in EDTF, or as a person types it in that language, no more precise than typed; None where it is not certain."""
    try:
        return When.parse(typed)
    except WhenError:
        return parser.ask(typed, lang)


def _completed(article: Article, found: furniture.Found, sha256: str) -> Article:
    """What the article's own furniture says fills what its front matter leaves open."""
    return replace(
        article,
        title=article.title or found.title,
        author=article.author or found.author,
        outlet=article.outlet or found.outlet,
        published=article.published or found.published,
        sha256=sha256,
    )
