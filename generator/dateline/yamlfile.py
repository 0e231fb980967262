"""YAML text comes in; maps, lists and texts that know their place go out.

Scalars stay text (`no` is "no", `2018-04` is "2018-04", `010` is "010"); nothing or `null` is None. Duplicate keys,
anchors, aliases, tags and more than one document are errors. PyYAML's C parser gives the events; depth is capped.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

import yaml

from dateline.model import Problem, Stop

MAX_DEPTH: Final = 32
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HINT: Final = "Check the indentation, the quotation marks and the colons here and on the line before."
_HINTS: Final = {
    "mapping values": "A text with a colon in it needs quotation marks around it.",
    "tab character": "Indent with spaces, not with a tab.",
    "cannot start any token": "Indent with spaces, not with a tab; put a text that starts with a sign in quotation marks.",
    "unexpected end of stream": "A quotation mark that was opened is not closed.",
    "',' or": "A bracket opened here is not closed, or a text in it has a colon: put such a text in quotation marks.",
    "block end": "Something above is not closed or not indented like its neighbours.",
    "simple key": "The line above lacks a space after its colon, or is not indented like its neighbours.",
}
_NOT_CLOSED: Final = ("unexpected end of stream", "',' or")
"""What the parser says where it stopped; the person has to mend where it was opened."""
_COMMA: Final = (
    'A comma in {…} ends a text. Put a text with a comma in it between straight quotation marks, as in {en: "one, two"}.'
)
_NULLS: Final = ("", "~", "null")


class Place(NamedTuple):
    """1-based line and column."""

    line: int
    column: int


class Text(str):
    """A scalar that knows its place and where its node ends (`end`, a character index into the file)."""

    place: Place
    end: int


class Items(list["Node"]):
    """A sequence that knows its place, its end, whether it is written in [flow style], and its own column."""

    place: Place
    end: int
    flow: bool


class Fields(dict[str, "Node"]):
    """A mapping that knows its place, its end, and the place of each key (`places`)."""

    place: Place
    end: int
    flow: bool
    places: dict[str, Place]

    def line(self, key: str) -> int:
        """The line of that key, or of the mapping where it has none."""
        return self.places.get(key, self.place).line


Node = Text | Items | Fields | None


def load(text: str, file: str, first_line: int = 1) -> Node:
    """Read one YAML document. `first_line` is the line of `file` on which `text` starts. Raises Stop with the place."""
    reader = _Reader(file, first_line - 1)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        said = error.problem or "cannot be read"
        opened = any(sign in said for sign in _NOT_CLOSED)
        mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
        if "nesting depth" in said:  # the parser looks ahead, and some of its versions stop before we do
            reader.too_deep(mark)
        reader.stop(said, next((hint for part, hint in _HINTS.items() if part in said), _HINT), mark)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        raise Stop(
            Problem("yaml", file, f"has a character that YAML forbids (U+{_code(error.character):04X}).", "Remove it.", line)
        ) from error
    return reader.root


def _index(mark: Any) -> int:
    return int(mark.index)


def _code(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[:1] or "\0")


def fields(node: Node, file: str, what: str) -> Fields:
    """`node` as a mapping; raises Stop where it is something else. `what` names it in the sentence."""
    if isinstance(node, Fields):
        return node
    line = node.place.line if node is not None else 1
    raise Stop(Problem("shape", file, f"{what} must be “key: value” lines.", "See the manual for its keys.", line))


def unknown_keys(node: Fields, known: Iterable[str], file: str) -> list[Problem]:
    """A problem for each key that is not known, with the nearest known one as a suggestion."""
    names = sorted(known)
    found = []
    for key in node:
        if key not in names:
            near = difflib.get_close_matches(key, names, 1)
            hint = f"Did you mean “{near[0]}”?" if near else f"Known here: {', '.join(names)}."
            found.append(Problem("unknown-key", file, f"“{key}” is not a key that is known here.", hint, *node.places[key]))
    return found


class _Reader:
    """Builds the tree from parser events with a stack, so that no input can exhaust the recursion limit.

    Events and marks are Any: PyYAML's stubs know neither their tags nor the C parser's marks.
    """

    def __init__(self, file: str, offset: int) -> None:
        self.file, self.offset = file, offset
        self.root: Node = None
        self.seen = 0
        self.stack: list[tuple[Items | Fields, Text | None]] = []

    def stop(self, message: str, hint: str, mark: Any) -> None:
        line, column = (mark.line + 1 + self.offset, mark.column + 1) if mark else (None, None)
        raise Stop(Problem("yaml", self.file, f"is not valid YAML: {message}.", hint, line, column))

    def too_deep(self, mark: Any) -> None:
        self.stop(f"nested more than {MAX_DEPTH} deep", "Flatten it.", mark)

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.seen += 1
            if self.seen > 1:
                self.stop("a second document starts here", "Keep one document a file; remove the “---”.", event.start_mark)
        elif isinstance(event, yaml.AliasEvent):
            self.stop(f"“*{event.anchor}” is an alias", "Write the value out.", event.start_mark)
        elif isinstance(event, yaml.NodeEvent):
            self.node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            node, _ = self.stack.pop()
            node.end = _index(event.end_mark)

    def node(self, event: Any) -> None:
        if event.anchor:
            self.stop(f"“&{event.anchor}” is an anchor", "Remove it; write values out.", event.start_mark)
        if event.tag and event.tag != "!":
            self.stop(f"“{event.tag}” is a tag", "Remove it; every value is read as text.", event.start_mark)
        if len(self.stack) >= MAX_DEPTH:
            self.too_deep(event.start_mark)
        value = self.value(event)
        self.place(value, event)
        if isinstance(value, (Items, Fields)):
            self.stack.append((value, None))

    def value(self, event: Any) -> Node:
        place = Place(event.start_mark.line + 1 + self.offset, event.start_mark.column + 1)
        node: Text | Items | Fields
        if isinstance(event, yaml.ScalarEvent):
            if event.value in _NULLS and event.implicit[0] and not self.wants_key():
                return None
            node = Text(event.value)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Items()
            node.flow = bool(event.flow_style)
        else:
            node = Fields()
            node.places = {}
            node.flow = bool(getattr(event, "flow_style", False))
        node.place, node.end = place, event.end_mark.index
        return node

    def wants_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1][0], Fields) and self.stack[-1][1] is None

    def place(self, value: Node, event: Any) -> None:
        if not self.stack:
            self.root = value
            return
        parent, key = self.stack[-1]
        if isinstance(parent, Items):
            parent.append(value)
        elif key is None:
            self.key(parent, value, event)
        else:
            if parent.flow and value is None and event.start_mark.index <= key.end:
                raise Stop(Problem("yaml", self.file, f"“{key}” stands in {{…}} and has no “:” behind it.", _COMMA, *key.place))
            parent[key] = value
            self.stack[-1] = (parent, None)

    def key(self, parent: Fields, value: Node, event: Any) -> None:
        if not isinstance(value, Text):
            self.stop("a key must be plain text", "Quote it.", event.start_mark)
        assert isinstance(value, Text)
        if value in parent:
            first = parent.places[value].line
            self.stop(f"“{value}” stands here a second time (first on line {first})", "Keep one of the two.", event.start_mark)
        parent.places[value] = value.place
        self.stack[-1] = (parent, value)
