"""The record's text and new entries come in; the same text with the entries added goes out, nothing else touched.

The entries are set in after the last line of the list that they belong to; an entry in which something is decided anew (to
which origin an article counts, that an event is withdrawn) changes in those lines alone. The result is read again before it is
returned: where anything else would have changed, Stop is raised and the text stays as it was.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dateline import typeset, yamlfile
from dateline.model import Article, Event, Problem, Stop
from dateline.yamlfile import Fields, Items, Node, Place, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_BREAK: Final = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""What libyaml counts as the end of a line."""
_TO_LINE_END: Final = re.compile(r"[^\n\r\x85\u2028\u2029]*")
HEAD: Final = (
    "# The record of this case: what people decided. Edit it as you like; “dateline accept” and “dateline reject” only",
    "# add to it, and bring the origins up to date that you did not write yourself. Every quotation is checked, character for",
    "# character, against its article.",
)


class Changed(NamedTuple):
    """What is decided anew in an entry: the list that it stands in, its id, and the texts that its keys have now."""

    key: str
    id: str
    values: Mapping[str, str]


class _Insertion(NamedTuple):
    """Lines to set in behind the line that ends at character `at`; a key of its own comes after all else there."""

    at: int
    lines: list[str]
    own_key: bool = False


class _Edit(NamedTuple):
    """What stands from one character to another, and what stands there now."""

    start: int
    end: int
    text: str


def add(  # noqa: PLR0913, PLR0917 - a text, and four sorts of what comes into it
    text: str,
    file: str,
    articles: Sequence[Article],
    events: Sequence[Event],
    additions: Sequence[Event] = (),
    changes: Sequence[Changed] = (),
) -> str:
    """`text` with these articles and events, the citations of `additions` in the events that they add to, and the changes."""
    mark = text[:1] if text[:1] == "\ufeff" else ""
    body = text[len(mark) :]
    root = yamlfile.load(body, file)
    if root is None:
        return text + _first(text, articles, events)
    page = _Page(body, file, yamlfile.fields(root, file, "the record"))
    # In this order where two belong behind the same line: an event's further citations come before the next event.
    insertions = [
        *(piece for item in additions for piece in page.cited(item)),
        *page.listed(page.root, "articles", [typeset.article(item) for item in articles]),
        *page.listed(page.root, "events", [typeset.event(item) for item in events]),
    ]
    new = page.edited([edit for item in changes for edit in page.changed(item)], insertions)
    page.prove(new, articles, events, additions, changes)
    return mark + new


def _first(text: str, articles: Sequence[Article], events: Sequence[Event]) -> str:
    """The whole record, for a file that is empty or holds comments only."""
    gap = "" if not text or _BREAK.search(text[-1:]) else "\n"
    return gap + typeset.document(articles, events, () if text.strip("\ufeff \r\n\t") else HEAD)


class _Page:
    """The text of a record and where its lines begin."""

    def __init__(self, text: str, file: str, root: Fields) -> None:
        self.text, self.file, self.root = text, file, root
        found = _BREAK.search(text)
        self.newline = found[0] if found else "\n"
        self.starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def refuse(self, what: str, hint: str, place: Place | None) -> Stop:
        line, column = place or (None, None)
        return Stop(Problem("form", self.file, f"cannot be added to: {what}. Nothing was changed.", hint, line, column))

    def listed(self, parent: Fields, key: str, entries: list[list[str]]) -> list[_Insertion]:
        """The insertion that adds these entries to the list under `key`."""
        if not entries:
            return []
        items = parent.get(key)
        if isinstance(items, Items) and items and not items.flow:
            column = items.place.column - 1
            return [_Insertion(self.behind(items, column), self.joined(entries, column))]
        own = parent.place.column - 1
        lines = self.joined(entries, own + 2)
        if key not in parent and parent is self.root and not parent.flow:
            return [_Insertion(len(self.text), typeset.indented([f"{key}:"], own) + lines, own_key=True)]
        at = self.line_end(self.index(parent.places.get(key, parent.place)))
        if key in parent and items is None and not parent.flow and self.bare(parent, key):
            return [_Insertion(at, lines)]
        hint = f"Write “{key}:” and below it each item on lines of its own, starting with “- ”."
        raise self.refuse(f"“{key}” is no list with a line for each item", hint, parent.places.get(key, parent.place))

    def cited(self, addition: Event) -> list[_Insertion]:
        """The insertion that adds the citations of a proposal to the event that it adds to."""
        events = self.root.get("events")
        for item in events if isinstance(events, Items) else ():
            if isinstance(item, Fields) and item.get("id") == addition.adds_to:
                return self.listed(item, "citations", [typeset.citation(one) for one in addition.citations])
        hint = "Run “dateline read” again."
        raise self.refuse(f"the event “{addition.adds_to}” is not in it", hint, None)

    def joined(self, entries: list[list[str]], column: int) -> list[str]:
        return [line for entry in entries for line in typeset.indented(entry, column)]

    def index(self, place: Place) -> int:
        return self.starts[place.line - 1] + place.column - 1

    def line_end(self, at: int) -> int:
        found = _TO_LINE_END.match(self.text, at)
        return found.end() if found else at

    def line_start(self, at: int) -> bool:
        return at > 0 and _BREAK.fullmatch(self.text[at - 1]) is not None

    def bare(self, parent: Fields, key: str) -> bool:
        """Nothing but a comment stands behind “key:”."""
        at = self.index(parent.places[key])
        return re.fullmatch(r"[^\s:]+\s*:\s*(#.*)?", self.text[at : self.line_end(at)]) is not None

    def behind(self, node: Node, column: int) -> int:
        """The end of the node's last line, or of the comments below it that are indented deeper than `column`."""
        at = self.last(node, 0)
        if self.line_start(at):
            # A block scalar ends where the next line starts: step back over the line end before it.
            return max(match.start() for match in _BREAK.finditer(self.text, max(0, at - 2), at))
        comments = re.compile(rf"(?:(?:\r\n|\n|\r) {{{column + 1},}}#[^\r\n]*)*").match(self.text, self.line_end(at))
        return comments.end() if comments else at

    def last(self, node: Node, known: int) -> int:
        """The end of the last thing written in the node; `known` where the node is nothing."""
        if isinstance(node, Fields) and node and not node.flow:
            key = list(node)[-1]
            return self.last(node[key], self.index(node.places[key]))
        if isinstance(node, Items) and node and not node.flow:
            return self.last(node[-1], self.index(node.place))
        return node.end if node is not None else known

    def changed(self, change: Changed) -> Iterator[_Edit]:
        """The edits that give an entry's keys these texts; a key that it lacks comes after the last."""
        items = self.root.get(change.key)
        entry = next(item for item in items or () if isinstance(item, Fields) and item.get("id") == change.id)
        new = {key: text for key, text in change.values.items() if key not in entry}
        for key, text in change.values.items():
            if key in entry:
                yield self.replaced(entry, key, text)
        if new and entry.flow:
            yield _Edit(entry.end - 1, entry.end - 1, "".join(f", {key}: {_text(text, entry)}" for key, text in new.items()))
        elif new:
            column = entry.place.column - 1
            at = self.behind(entry, column)
            lines = typeset.indented([f"{key}: {_text(text, entry)}" for key, text in new.items()], column)
            yield _Edit(at, at, self.set_in(at, lines))

    def replaced(self, entry: Fields, key: str, text: str) -> _Edit:
        """The edit that gives a key which stands there another text."""
        value = entry[key]
        if isinstance(value, Text):
            start = self.index(value.place)
            return _Edit(start, value.end, _text(text, entry) + (self.newline if self.line_start(value.end) else ""))
        if value is None and self.bare(entry, key):
            at = self.text.index(":", self.index(entry.places[key])) + 1
            return _Edit(at, at, f" {_text(text, entry)}")
        raise self.refuse(f"“{key}” is not one text there", f"Write “{key}: ...” on one line.", entry.places[key])

    def edited(self, edits: list[_Edit], insertions: list[_Insertion]) -> str:
        ordered = sorted(insertions, key=lambda insertion: (insertion.at, insertion.own_key))
        edits = [*edits, *(_Edit(at, at, self.set_in(at, lines)) for at, lines, _ in ordered)]
        pieces, done = [], 0
        for start, end, text in sorted(edits, key=lambda edit: edit.start):
            pieces += [self.text[done:start], text]
            done = end
        return "".join([*pieces, self.text[done:]])

    def set_in(self, at: int, lines: list[str]) -> str:
        block = self.newline.join(lines)
        return block + self.newline if self.line_start(at) else self.newline + block

    def prove(
        self,
        new: str,
        articles: Sequence[Article],
        events: Sequence[Event],
        additions: Sequence[Event],
        changes: Sequence[Changed],
    ) -> None:
        """Raise Stop unless the new text holds exactly what the old one held, the additions and the changes."""
        expected = _bare(self.root)
        for key, name, values in changes:
            next(item for item in expected[key] if item and item.get("id") == name).update(values)
        for key, entries in (("articles", map(typeset.article, articles)), ("events", map(typeset.event, events))):
            expected[key] = [*(expected.get(key) or ()), *map(_read, entries)]
        for addition in additions:
            event = next(item for item in expected["events"] if item.get("id") == addition.adds_to)
            event["citations"] = [*(event.get("citations") or ()), *(_read(typeset.citation(one)) for one in addition.citations)]
        try:
            found = _bare(yamlfile.load(new, self.file))
        except Stop:
            found = None
        if found is None or {k: v for k, v in found.items() if v} != {k: v for k, v in expected.items() if v}:
            hint = "Write the last item of each list in plain lines, and end the file with an empty line."
            raise self.refuse("an addition would change what stands in it", hint, None)


def _text(text: str, parent: Fields) -> str:
    return typeset.plain(text, bracketed=parent.flow)


def _bare(node: Node) -> Any:
    """The node without places, for comparison."""
    if isinstance(node, Fields):
        return {str(key): _bare(value) for key, value in node.items()}
    if isinstance(node, Items):
        return [_bare(value) for value in node]
    return str(node) if isinstance(node, Text) else None


def _read(lines: list[str]) -> Any:
    """What an entry's lines hold."""
    return _bare(yamlfile.load("\n".join(lines), "entry"))[0]
