"""A rule's pattern comes in; a regular expression, what its groups mean, and the words it can begin with go out.

A pattern is plain text with five signs: `( | )` alternatives, `?` the letter, group or placeholder before it may be missing,
`{list}` a word of that list, `{role:list}` the same under another role (`_` where nobody needs it), backslash for a sign itself.
There is no repetition: every pattern matches in bounded time, and all that a list's word can match can be written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

BUILT_IN: Final[Mapping[str, str]] = {
    "D": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
    "M": r"(?:0?[1-9]|1[0-2])(?!\d)",
    "MM": r"(?:0[1-9]|1[0-2])(?!\d)",
    "DD": r"(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "LATE": r"(?:1[3-9]|2\d|3[01])(?!\d)",
    "Y": r"(?:1\d|2[01])\d\d(?!\d)",
    "TENS": r"(?:1\d|20)\d0(?!\d)",
    "YC": r"(?:19|20)\d\d(?=\d{4}(?!\d))",
    "MC": r"(?:0[1-9]|1[0-2])(?=\d\d(?!\d))",
    "YR": r"(?:1[5-9]\d\d|20[0-4]\d)(?!\d)",
    "YY": r"\d\d(?!\d)",
    "YN": r"(?:1[3-9]|[2-9]\d)(?!\d)",
    "YYY": r"[1-9]\d\d(?!\d)",
    "N": r"\d{1,4}(?!\d)",
    "H": r"(?:[01]?\d|2[0-4])(?!\d)",
    "MIN": r"[0-5]\d(?!\d)",
    "STOP": r"(?= {0,3}(?:[.,;:!?)\]»”\"—–]|$|\n))",
}
"""Lists that every language has: day, month, month of two digits, day of two digits, day that can be no month, year, first year
of a decade, year and month at the head of eight digits, year that a number rarely is by chance, year of two digits, the same
where it can be no month, year of three digits, number, hour, minute; and STOP, where a clause can end."""
LENGTHS: Final[Mapping[str, tuple[int, ...]]] = {
    "Y": (4,),
    "YR": (4,),
    "YYY": (3,),
    "N": (1, 2, 3, 4),
    "TENS": (4,),
    "YC": (8,),
    "MC": (4,),
    **dict.fromkeys(("MM", "DD", "LATE", "YY", "YN"), (2,)),
}
"""How many digits the run at whose head each stands can have; one or two where it is not named."""
LEFT: Final[Mapping[str, str]] = {"YC": "#4", "MC": "#2"}
"""What these leave of the run, as a key; the others take it whole."""
_PLAIN: Final = re.compile(r"[^(|){}?\\]+(?!\?)")
"""Letters that stand for themselves, but for one before “?”: read at once, they make a language ready in half the time."""
RUN: Final = re.compile(r"\d+|[^\W\d_]+")
"""A word, or digits."""


def key(run: str) -> str:
    """What rules are filed under: a word as it stands, digits by how many there are (a sign no word begins with)."""
    return f"#{len(run)}" if run[0].isdigit() else run


@dataclass(frozen=True, slots=True)
class Words:
    """A list of a language: each word as it can be written, with its value. `capital`: a date only with a capital."""

    values: Mapping[str, str]
    capital: bool = False

    def regex(self) -> str:
        """An alternation, longest word first, behind a look at the first letter: most places cost one step, not a step a word."""
        words = sorted(self.values, key=lambda word: (-len(word), word))
        first = re.escape("".join(sorted({word[0] for word in words})))
        return f"(?=[{first}])(?:{'|'.join(map(re.escape, words))})"


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a pattern. `kind` is text, ref, opt, alt or seq; `text` is the sign, or the role and list of a ref."""

    kind: str
    text: str = ""
    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A compiled pattern: a regular expression, what each group stands for as (role, list), and the keys it is filed under."""

    regex: str
    groups: tuple[tuple[str, str], ...]
    starts: frozenset[str]
    node: Node


class PatternError(ValueError):
    """A pattern that cannot be read; its message says why, in one sentence."""


def parse(pattern: str) -> Node:
    """The pattern as a tree. Raises PatternError."""
    node, rest = _alternatives(pattern, 0)
    if rest != len(pattern):
        raise PatternError(f"“{pattern}” has a “)” too many")
    return node


def _alternatives(pattern: str, at: int) -> tuple[Node, int]:
    branches: list[Node] = []
    parts: list[Node] = []
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            branches.append(Node("seq", parts=tuple(parts)))
            parts, at = [], at + 1
        else:
            part, at = _item(pattern, at)
            parts.append(part)
    branches.append(Node("seq", parts=tuple(parts)))
    if len(branches) == 1:
        return branches[0], at
    if not any(map(_has_list, branches)):
        branches.sort(key=_width, reverse=True)  # so that “today” does not hide “today week”
    return Node("alt", parts=tuple(branches)), at


def _width(branch: Node) -> int:
    return sum(len(part.text) if part.kind == "text" else 1 for part in branch.parts)


def _has_list(node: Node) -> bool:
    return node.kind == "ref" or any(map(_has_list, node.parts))


def _item(pattern: str, at: int) -> tuple[Node, int]:
    if plain := _PLAIN.match(pattern, at):
        return Node("text", plain[0]), plain.end()
    if pattern[at] == "(":
        node, at = _alternatives(pattern, at + 1)
        if at == len(pattern):
            raise PatternError(f"“{pattern}” lacks a “)”")
    elif pattern[at] == "{":
        end = pattern.find("}", at)
        if end < 0:
            raise PatternError(f"“{pattern}” lacks a “}}”")
        node, at = Node("ref", pattern[at + 1 : end]), end
    elif pattern[at] == "?":
        raise PatternError(f"“{pattern}” has a “?” with nothing before it")
    else:
        at += pattern[at] == "\\"
        node = Node("text", pattern[at : at + 1])
    at += 1
    if pattern[at : at + 1] == "?":
        return Node("opt", parts=(node,)), at + 1
    return node, at


def written(pattern: str) -> Iterable[str]:
    """Every text that a pattern without placeholders can match. Raises PatternError where it has one."""
    return (pattern,) if _PLAIN.fullmatch(pattern) else spellings(parse(pattern))


def spellings(node: Node) -> Iterator[str]:
    """The same of a pattern as a tree."""
    if node.kind == "text":
        yield node.text
    elif node.kind == "opt":
        yield from ("", *spellings(node.parts[0]))
    elif node.kind == "alt":
        for part in node.parts:
            yield from spellings(part)
    elif node.kind == "ref":
        raise PatternError(f"{{{node.text}}} cannot stand here: what it matches cannot be written out")
    else:
        found = [""]
        for part in node.parts:
            tails = tuple(spellings(part))
            found = [head + tail for head in found for tail in tails]
        yield from found


class Compiler:
    """Turns patterns into shapes, with the lists and the named part-patterns of one language."""

    def __init__(self, lists: Mapping[str, Words], parts: Mapping[str, str]) -> None:
        self.lists = lists
        self.regexes = {name: words.regex() for name, words in lists.items()}
        self.parts = {name: parse(pattern) for name, pattern in parts.items()}
        self.begun_by: dict[str, frozenset[tuple[str, bool]]] = {}

    def shape(self, pattern: str) -> Shape:
        """Compile a rule's pattern. Raises PatternError."""
        groups: list[tuple[str, str]] = []
        node = parse(pattern)
        return Shape(self._regex(node, groups), tuple(groups), frozenset(start for start, _ in self._starts(node)), node)

    def regex(self, pattern: str) -> str:
        """The regular expression alone. Raises PatternError."""
        return re.escape(pattern) if _PLAIN.fullmatch(pattern) else self._regex(parse(pattern), [])

    def texts(self, pattern: str) -> frozenset[str]:
        """Every text that the pattern can match, its lists written out. Raises PatternError where it matches digits."""
        return frozenset(spellings(self._written_out(parse(pattern))))

    def _written_out(self, node: Node) -> Node:
        if node.kind != "ref":
            return Node(node.kind, node.text, tuple(map(self._written_out, node.parts)))
        _, name = role_of(node.text)
        if name in self.parts:
            return self._written_out(self.parts[name])
        if name not in self.lists:
            return node
        return Node("alt", parts=tuple(Node("text", word) for word in self.lists[name].values))

    def _regex(self, node: Node, groups: list[tuple[str, str]]) -> str:
        if node.kind == "text":
            return re.escape(node.text)
        if node.kind == "ref":
            return self._reference(node.text, groups)
        inner = [self._regex(part, groups) for part in node.parts]
        if node.kind == "opt":
            return f"(?:{inner[0]})?"
        return f"(?:{'|'.join(inner)})" if node.kind == "alt" else "".join(inner)

    def _reference(self, text: str, groups: list[tuple[str, str]]) -> str:
        role, name = role_of(text)
        if name in self.parts:
            return f"(?:{self._regex(self.parts[name], groups)})"
        regex = BUILT_IN.get(name) or self.regexes.get(name)
        if regex is None:
            raise PatternError(f"“{{{text}}}” names no list that is known here")
        if role == "_":
            return f"(?:{regex})"
        groups.append((role, name))
        return f"({regex})"

    def _starts(self, node: Node) -> set[tuple[str, bool]]:
        """Keys of the first words that the node can match, each with whether the word ends inside the node."""
        if node.kind == "text":
            return {_first_word(node.text)}
        if node.kind == "ref":
            return set(self._reference_starts(node.text))
        if node.kind == "opt":
            return self._starts(node.parts[0]) | {("", False)}
        if node.kind == "alt":
            return set().union(*(self._starts(part) for part in node.parts))
        found: set[tuple[str, bool]] = {("", False)}
        for part in node.parts:
            if all(ended for _, ended in found):
                break
            more = self._starts(part)
            ended = {start for start in found if start[1]}
            found = ended | {_joined(head, tail) for head, _ in found - ended for tail in more}
        return found

    def _reference_starts(self, text: str) -> frozenset[tuple[str, bool]]:
        _, name = role_of(text)
        if name not in self.begun_by:
            self.begun_by[name] = frozenset(self._list_starts(name))
        return self.begun_by[name]

    def _list_starts(self, name: str) -> set[tuple[str, bool]]:
        if name in self.parts:
            return self._starts(self.parts[name])
        if name in BUILT_IN:
            return {(f"#{length}", True) for length in LENGTHS.get(name, (1, 2))}
        return {_first_word(word) for word in self.lists[name].values}


def _joined(head: str, tail: tuple[str, bool]) -> tuple[str, bool]:
    """A word begun and what follows it; digits after letters end it."""
    return (head, True) if head and tail[0].startswith("#") else (head + tail[0], tail[1])


def _first_word(text: str) -> tuple[str, bool]:
    run = RUN.match(text)
    if run is None:
        return "", bool(text)
    return key(run[0]), run.end() < len(text) or run[0][0].isdigit()


def role_of(text: str) -> tuple[str, str]:
    """The role of a placeholder, and its list."""
    role, _, name = text.partition(":")
    return role, name or role
