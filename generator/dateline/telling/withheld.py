"""A CaseFile comes in; the same without the names that it protects, marked in the page's language, goes out.

Every text is looked at, whatever field of the record it stands in, so that a field that is added later is too; only what is
an id, a date or a word of dateline's own is left as it is. Ids that name somebody never come here: `promises` refuses them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from dateline import language, protection
from dateline.dossier import Case, CaseFile, Page
from dateline.model import Article, Citation, Event, Problem, Stop
from dateline.protection import Protection
from dateline.telling import prose
from dateline.telling import words as told
from dateline.telling.words import Words
from dateline.texts import Texts
from dateline.when import When

_FIXED: Final = frozenset(
    {
        *("id", "article", "articles", "origin", "origins", "adds_to", "lang", "languages", "status"),
        *("review", "reviewed_on", "basis", "type", "value", "agreement", "unit", "sha256", "stage", "stage_on", "date"),
        *("asked", "answered", "modified", "base_url", "reliability", "credibility", "protect"),
    }
)
"""Fields whose texts are no words of anybody's."""
_ADDRESSES: Final = ("url", "archived", "publisher_url")
_TAG: Final = re.compile(r"<[^>]*>")
_VALUE: Final = re.compile(r'="([^"]*)"')
Value = TypeVar("Value")


def file(whole: CaseFile, words: Words) -> CaseFile:
    """The case as it may be told in that language. Raises Stop where a name of a prose page cannot be replaced."""
    hidden = protection.of(whole.case.protect)
    if not hidden:
        return whole
    clean = _Censor(hidden, words.ui["withheld"]).of(whole)
    return replace(clean, case=replace(clean.case, protect=()))


def marked(values: object, words: Words) -> bool:
    """The mark of what is withheld stands in some text of theirs."""
    return words.ui["withheld"] in repr(values)


def _is_text(value: Any) -> bool:
    """A text or a row of texts, and no value that has texts of its own."""
    return isinstance(value, str) or (isinstance(value, tuple) and all(isinstance(one, str) for one in value))


@dataclass(frozen=True, slots=True)
class _Censor:
    """Walks through values; `mark` is what stands where a name stood."""

    hidden: Protection
    mark: str

    def of(self, value: Value) -> Value:
        """The value without protected names."""
        return self._of(value)  # type: ignore[no-any-return]

    def _of(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.hidden.withhold(value, self.mark)
        if isinstance(value, tuple):
            return tuple(map(self._of, value))
        if isinstance(value, Texts):
            return self.texts(value)
        if isinstance(value, Page):
            return self.page(value)
        if not is_dataclass(value) or isinstance(value, (When, type)):
            return value
        changed = self.fields(value)
        if isinstance(value, (Article, Case)):
            changed |= {name: self.address(getattr(value, name)) for name in _ADDRESSES if hasattr(value, name)}
        if isinstance(value, Citation):
            changed |= self.quotation(value)
        return replace(value, **changed)

    def fields(self, value: Any) -> dict[str, Any]:
        """Each field by name, but for ids, days and the like."""
        found = {one.name: getattr(value, one.name) for one in fields(value)}
        fixed = _FIXED | {"kind"} if isinstance(value, Event) else _FIXED
        return {name: self._of(inner) for name, inner in found.items() if not (name in fixed and _is_text(inner))}

    def texts(self, value: Texts) -> Texts:
        """Each with the mark of its own language."""
        known = language.tags("labels")
        marks = {lang: told.of(lang).ui["withheld"] if lang in known else self.mark for lang, _ in value.pairs}
        return Texts(tuple((lang, self.hidden.withhold(text, marks[lang])) for lang, text in value.pairs))

    def address(self, url: str | None) -> str | None:
        """An address that names somebody is none: it cannot be changed and still lead somewhere."""
        return None if url and self.hidden.names_somebody(url) else url

    def quotation(self, value: Citation) -> dict[str, Any]:
        """Quotation and context taken as one text, so that a name that a border runs through is found too."""
        hidden, mark = self.hidden, self.mark
        start, end = len(value.prefix), len(value.prefix) + len(value.quote)
        whole = hidden.spans(value.prefix + value.quote + value.suffix)
        quoted = protection.within(whole, start, end)
        before = protection.merged((*protection.within(whole, 0, start), *hidden.begun(value.prefix)))
        after = protection.merged((*protection.within(whole, end, end + len(value.suffix)), *hidden.broken_off(value.suffix)))
        return {
            "prefix": protection.cut(value.prefix, before, mark),
            "quote": protection.cut(value.quote, quoted, mark),
            "suffix": protection.cut(value.suffix, after, mark),
            "elided": tuple((value.start + one, value.start + other) for one, other in quoted),
        }

    def page(self, value: Page) -> Page:
        """A prose page; brackets mean something to Markdown, so others stand in the place of the mark's."""
        mark = self.mark.translate(str.maketrans("[]", prose.BRACKETS))
        text = self.hidden.withhold(value.text, mark)
        if self.hidden.names_somebody(value.name):
            raise Stop(Problem("protected", value.path, "names a protected person in its file's name.", "Rename it."))
        clean = replace(value, text=text, title=self.hidden.withhold(value.title, self.mark))
        made = str(prose.html(clean))
        if any(map(self.hidden.names_somebody, (clean.title, _TAG.sub("", made), *_VALUE.findall(made)))):
            hint = "Write the name in plain letters, to have it replaced, or leave it out."
            raise Stop(Problem("protected", value.path, "names a protected person with markup inside the name.", hint))
        return clean
