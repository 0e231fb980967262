"""Articles and Events come in; the YAML lines that hold them, fit for a person's eye, go out.

Quotations are always in double quotes, with every character that an editor could lose or hide (tabs, line ends,
marks of direction) written as an escape; other texts stand plain where that is safe.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.figures import Figure
    from dateline.model import Article, Citation, Event, Mention
    from dateline.texts import Texts

_PLAIN: Final = re.compile(r"[^\W_](?:[^:#]|:(?=\S)|(?<=\S)#)*")
_BRACKETS: Final = frozenset("[]{},")
_NAMED: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\", "\0": "\\0"}
_HIDDEN: Final = ("Cc", "Cf", "Zl", "Zp", "Cs", "Cn", "Co")
_SIMPLE: Final = re.compile(r"[ !#-\[\]-~¡-¬®-ʯ–—‘’“”„…€]*")
"""Written as they are, like almost all that is printed: a look at them all at once takes a tenth of the time."""
_NO_TEXT: Final = ("null", "~", "yes", "no", "true", "false", "on", "off", "y", "n")
"""What other readers of YAML take for something else than a text."""


def quoted(text: str) -> str:
    """The text in double quotes; reading it gives the same characters."""
    return '"' + (text if _SIMPLE.fullmatch(text) else "".join(map(_escaped, text))) + '"'


def _escaped(char: str) -> str:
    if char in _NAMED:
        return _NAMED[char]
    if unicodedata.category(char) not in _HIDDEN:
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def plain(text: str, *, bracketed: bool = False) -> str:
    """The text as it stands where YAML allows that, else in double quotes. `bracketed`: it will stand in [] or {}."""
    hidden = any(unicodedata.category(char) in _HIDDEN for char in text)
    safe = _PLAIN.fullmatch(text) and not text[-1:].isspace() and text.lower() not in _NO_TEXT
    return text if safe and not hidden and not (bracketed and _BRACKETS & set(text)) else quoted(text)


def article(value: Article) -> list[str]:
    """The lines of an article's entry in a list, without indentation."""
    pairs = {
        "id": value.id,
        "file": value.file,
        "lang": value.lang,
        "title": value.title,
        "outlet": value.outlet,
        "author": value.author,
        "published": value.published.edtf if value.published else None,
        "url": value.url,
        "archived": value.archived,
        "kind": value.kind,
        "excerpt": "yes" if value.excerpt else None,
        "origin": value.origin,
        "origin_found": value.origin_found,
        "origin_why": value.origin_why,
        "sha256": value.sha256,
        "reliability": value.reliability,
    }
    return _item("excerpt: yes" if key == "excerpt" else _pair(key, text) for key, text in pairs.items() if text)


def event(value: Event) -> list[str]:
    """The lines of an event's entry in a list, without indentation."""
    return _item(_event(value))


def citation(value: Citation) -> list[str]:
    """The lines of a citation's entry in a list, without indentation."""
    return _item(_citation(value))


def indented(lines: Iterable[str], by: int) -> list[str]:
    """The lines, each `by` spaces further in."""
    return [f"{' ' * by}{line}" for line in lines]


def _item(lines: Iterable[str]) -> list[str]:
    return [f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]


def _pair(key: str, text: str) -> str:
    return f"{key}: {plain(text)}"


def _event(value: Event) -> Iterator[str]:
    yield _pair("id", value.id)
    if value.adds_to:
        yield _pair("adds_to", value.adds_to)
    if value.when:
        yield from _when("when", value.when.edtf, value.when.end_after)
    yield _pair("kind", value.kind)
    yield from _texts("title", value.titles)
    yield from _texts("summary", value.summaries)
    yield _pair("status", value.status)
    yield from _texts("claimant", value.claimant)
    for key, parties in (("parties", value.parties), ("by", value.by), ("to", value.to)):
        if parties:
            yield f"{key}: [{', '.join(plain(party, bracketed=True) for party in parties)}]"
    if value.unidentified:
        yield "unidentified: yes"
    yield _pair("review", value.review)
    yield from _reviewed(value.reviewed_by, value.reviewed_on)
    yield from (_pair(key, text) for key, text in (("because", value.because), ("note", value.note)) if text)
    yield from _corrections(value)
    if value.citations:
        yield "citations:"
        for item in value.citations:
            yield from indented(citation(item), 2)


def _when(key: str, edtf: str, end_after: str | None) -> Iterator[str]:
    yield _pair(key, edtf)
    if end_after:
        yield _pair("end_after", end_after)


def _texts(key: str, texts: Texts) -> Iterator[str]:
    if texts:
        yield f"{key}:"
        yield from (f"  {_pair(lang, text)}" for lang, text in texts.pairs)


def _reviewed(by: str | None, on: str | None) -> Iterator[str]:
    parts = [f"{key}: {plain(text, bracketed=True)}" for key, text in (("by", by), ("on", on)) if text]
    if parts:
        yield f"reviewed: {{{', '.join(parts)}}}"


def _corrections(value: Event) -> Iterator[str]:
    if value.corrections:
        yield "corrections:"
    for item in value.corrections:
        said = (("text", item.text), ("was", item.was), ("now", item.now), ("because", item.because))
        lines = [_pair("date", item.date), *(line for key, texts in said for line in _texts(key, texts))]
        yield from indented(_item(lines), 2)


def _citation(value: Citation) -> Iterator[str]:
    yield _pair("article", value.article)
    yield f"quote: {quoted(value.quote)}"
    yield f"start: {value.start}"
    yield f"end: {value.end}"
    yield from (f"{key}: {quoted(text)}" for key, text in (("prefix", value.prefix), ("suffix", value.suffix)) if text)
    if value.mention:
        yield from _mention(value.mention)
    if value.figures:
        yield "figures:"
        yield from (f"  - {_figure(figure)}" for figure in value.figures)
    yield _pair("status", value.voice.status)
    pairs = (("voice", value.voice.who), ("role", value.voice.role), ("cue", value.voice.cue), ("voice_rule", value.voice.rule))
    yield from (_pair(key, text) for key, text in pairs if text)
    if value.relays:
        yield _pair("relays", value.relays)
    yield from _texts("translations", value.translations)
    if value.credibility:
        yield _pair("credibility", value.credibility)


def _mention(value: Mention) -> Iterator[str]:
    yield f"words: {quoted(value.words)}"
    yield f"words_start: {value.start}"
    yield f"words_end: {value.end}"
    if value.when:
        yield from _when("when", value.when.edtf, value.when.end_after)
    yield _pair("rule", value.rule)
    if value.basis:
        yield _pair("basis", value.basis)
    if value.anchor:
        yield f"anchor: {quoted(value.anchor)}"


def _figure(value: Figure) -> str:
    pairs = (("value", value.value), ("unit", value.unit), ("rule", value.rule))
    said = "".join(f", {key}: {plain(text, bracketed=True)}" for key, text in pairs)
    return f"{{words: {quoted(value.words)}, start: {value.start}{said}}}"


def document(articles: Sequence[Article], events: Sequence[Event], head: Sequence[str] = ()) -> str:
    """A whole file: comment lines, the articles, the events."""
    lines = [*head, "dateline: 1"]
    for key, entries in (("articles", [article(item) for item in articles]), ("events", [event(item) for item in events])):
        if entries:
            lines.append(f"{key}:")
            lines += [line for entry in entries for line in indented(entry, 2)]
    return "\n".join(lines) + "\n"
