"""A pattern and the word that a text begins with come in; the words that can come second go out, and those that must come.

Most rules that begin with “the” need one of a few words after it: a look at the second word spares compiling and trying them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.reading.dates.shapes import BUILT_IN, LEFT, LENGTHS, RUN, Compiler, Node, key, role_of

_SEPARATOR: Final = "\0"
Step = tuple[str, tuple[Node, ...]]
"""What is left of the word where the node was used up, or, where the word was, what is left of the node."""
Begun = frozenset[tuple[str, bool]]
"""First words, each with whether it ends there; a separator stands for signs before it."""
_NOTHING: Final[Begun] = frozenset({("", False)})


class Seconds:
    """Answers for the patterns of one language; keeps what it found of each list and part-pattern."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler = compiler
        self.eaten_by: dict[tuple[str, str], tuple[Step, ...]] = {}
        self.begun_after: dict[tuple[Node, ...], frozenset[str] | None] = {}
        self.begun_by: dict[str, Begun] = {}

    def words(self, node: Node, first: str) -> frozenset[str] | None:
        """Keys of the words that can come second where the pattern begins with `first` (a key); None where there need be none."""
        found: set[str] = set()
        for rest in {rest for left, rest in self.eaten(node, first) if not left}:
            words = self.after(rest)
            if words is None:
                return None
            found |= words
        return frozenset(found)

    def musts(self, node: Node) -> tuple[frozenset[str], ...]:
        """Sets of keys of which each has one in every text that the node matches: what stands behind its spaces and signs."""
        parts = node.parts if node.kind == "seq" else (node,)
        found = (self.begun(parts[at:]) for at in range(len(parts)))
        words = (frozenset(word.strip(_SEPARATOR) for word, _ in one) for one in found if _apart(one))
        return tuple(one for one in words if "" not in one)

    def after(self, nodes: tuple[Node, ...]) -> frozenset[str] | None:
        """Keys of the words that the nodes can begin with; None where they can be left out."""
        if nodes not in self.begun_after:
            words = frozenset(word.strip(_SEPARATOR) for word, _ in self.begun(nodes))
            self.begun_after[nodes] = None if "" in words else words
        return self.begun_after[nodes]

    def eaten(self, node: Node, word: str) -> Iterator[Step]:
        """Match the word, or its beginning, with the node; words are letters, or # and a number of digits."""
        if not word:
            yield "", (node,)
        elif node.kind == "text":
            if word.startswith(node.text):
                yield word[len(node.text) :], ()
            elif node.text.startswith(word):
                yield "", (Node("text", node.text[len(word) :]),)
        elif node.kind == "ref":
            yield from self.eaten_by_list(role_of(node.text)[1], word)
        elif node.kind == "opt":
            yield word, ()
            yield from self.eaten(node.parts[0], word)
        elif node.kind == "alt":
            for part in node.parts:
                yield from self.eaten(part, word)
        else:
            yield from self.eaten_in_turn(node.parts, word)

    def eaten_in_turn(self, parts: tuple[Node, ...], word: str) -> Iterator[Step]:
        """The same with one node after the other."""
        if not parts or not word:
            yield word, parts
            return
        for left, rest in set(self.eaten(parts[0], word)):
            if left:
                yield from self.eaten_in_turn(parts[1:], left)
            else:
                yield "", rest + parts[1:]

    def eaten_by_list(self, name: str, word: str) -> tuple[Step, ...]:
        """The same with a list or part-pattern of that name."""
        if (name, word) not in self.eaten_by:
            part = self.compiler.parts.get(name)
            self.eaten_by[name, word] = tuple(set(self.eaten(part, word) if part else self.eaten_by_words(name, word)))
        return self.eaten_by[name, word]

    def eaten_by_words(self, name: str, word: str) -> Iterator[Step]:
        """The same with the words of a list."""
        if name == "STOP":
            yield word, ()
        elif name in BUILT_IN:
            if word.startswith("#") and int(word[1:]) in LENGTHS.get(name, (1, 2)):
                yield LEFT.get(name, ""), ()
        else:
            for text in self.compiler.lists[name].values:
                spelt = _keyed(text) if word.startswith("#") else text
                if word.startswith(spelt):
                    yield word[len(spelt) :], ()
                elif spelt.startswith(word):
                    yield "", (Node("text", spelt[len(word) :]),)

    def begun(self, nodes: Iterable[Node]) -> Begun:
        """The first words that the nodes can match one after the other."""
        found = _NOTHING
        for node in nodes:
            open_ = {start for start in found if not start[1]}
            if not open_:
                break
            more = self.begun_by_node(node)
            found = more if found == _NOTHING else found - open_ | {_joined(head, tail) for head, _ in open_ for tail in more}
        return found

    def begun_by_node(self, node: Node) -> Begun:
        """The first words that one node can match."""
        if node.kind == "text":
            return frozenset({_begun_text(node.text)})
        if node.kind == "ref":
            return self.begun_by_list(role_of(node.text)[1])
        if node.kind == "opt":
            return self.begun_by_node(node.parts[0]) | _NOTHING
        if node.kind == "alt":
            return frozenset().union(*map(self.begun_by_node, node.parts))
        return self.begun(node.parts)

    def begun_by_list(self, name: str) -> Begun:
        """The first words of a list or part-pattern of that name."""
        if name not in self.begun_by:
            part = self.compiler.parts.get(name)
            self.begun_by[name] = self.begun_by_node(part) if part else frozenset(self.begun_by_words(name))
        return self.begun_by[name]

    def begun_by_words(self, name: str) -> Iterator[tuple[str, bool]]:
        """The first words of a list."""
        if name == "STOP":
            yield "", False
        elif name in BUILT_IN:
            yield from ((f"#{length}", True) for length in LENGTHS.get(name, (1, 2)))
        else:
            yield from map(_begun_text, self.compiler.lists[name].values)


def _apart(begun: Begun) -> bool:
    """Signs stand before each of the words: no letter before it is of the same word."""
    return all(word.startswith(_SEPARATOR) for word, _ in begun)


def _keyed(text: str) -> str:
    """The text with the digits that it begins with as a key."""
    run = RUN.match(text)
    return text if run is None or not run[0].isdigit() else key(run[0]) + text[run.end() :]


def _begun_text(text: str) -> tuple[str, bool]:
    run = RUN.search(text)
    if run is None:
        return (_SEPARATOR, False) if text else ("", False)
    head = _SEPARATOR if run.start() else ""
    return head + key(run[0]), run.end() < len(text) or run[0].isdigit()


def _joined(head: str, tail: tuple[str, bool]) -> tuple[str, bool]:
    text, ended = tail
    if head.strip(_SEPARATOR) and text[:1] in (_SEPARATOR, "#"):
        return head, True
    return head.rstrip(_SEPARATOR) + text if text.startswith(_SEPARATOR) else head + text, ended
