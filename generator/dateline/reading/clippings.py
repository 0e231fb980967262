"""A text that lies in no case comes in, with what is known of it; a Clipping goes out, and the times that it tells."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline import faircopy, language
from dateline.model import Mention, Problem, Stop
from dateline.reading import articles, dates, furniture, tongue
from dateline.reading.dates import elsewhere
from dateline.when import When, WhenError


@dataclass(frozen=True, slots=True)
class Clipping:
    """A text with its language and publication date. `line` is that of the file on which `text` begins, counted from 1.

    `lang` is a tag, or the path of a language file; `guessed`: nobody named it, the text told it.
    """

    name: str
    text: str
    lang: str
    guessed: bool
    published: When | None
    line: int = 1


def read(raw: bytes, name: str, *, lang: str | None = None, published: str | None = None) -> Clipping:
    """An article file or plain text. What is given wins over its front matter, and that over its printed lines. Raises Stop.

    `lang` may also be the path of a language file.
    """
    head, text, line = articles.split(articles.decoded(raw, name), name)
    known, _ = articles.front_matter(head, name)
    named = lang or known.get("lang")
    if not named and not any(map(str.isalpha, text)):
        raise Stop(Problem("language", name, "holds no words that would tell its language.", "Say it with --lang."))
    tag = language.primary(str(named)) if named else tongue.guess(faircopy.even(text))
    if not elsewhere.readable(tag) and not (lang and language.is_path(lang)):
        raise Stop(_unreadable(tag, name, known.line("lang") if "lang" in known and not lang else None, guessed=not named))
    typed = (known.get("date") or None) if published is None else published
    try:
        when = articles.certain_date(str(typed), language.code(tag)) if typed is not None else _printed(text, tag)
    except WhenError as error:
        raise Stop(Problem("date", name, f"{error}.", "", None if published is not None else known.line("date"))) from error
    return Clipping(name, text, tag, not named, when, line)


def times(text: str, tag: str, published: When | None) -> tuple[Mention, ...]:
    """Every time that a text in that language tells; full dates alone where the language has no file."""
    if _has_file(tag):
        return dates.find(text, replace(language.load(tag), tag=language.code(tag)), published)
    return elsewhere.find(text, tag)


def _printed(text: str, tag: str) -> When | None:
    """The day that the text's own first lines give."""
    return furniture.set_aside(faircopy.even(text), language.load(tag)).published if _has_file(tag) else None


def _has_file(tag: str) -> bool:
    return language.is_path(tag) or elsewhere.has_file(tag)


def _unreadable(tag: str, name: str, line: int | None, *, guessed: bool) -> Problem:
    told = "looks like a text in" if guessed else "is said to be in"
    hint = f"Say its language with --lang: {', '.join(language.tags('dates'))}, or one that dateparser knows."
    return Problem("language", name, f"{told} “{tag}”, which is not read here.", hint, line)
