"""A pattern and the word that a text begins with come in; the words that can come second go out.

Most rules that begin with “the” need one of a few words after it: a look at the second word spares trying them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.reading.dates.shapes import BUILT_IN, LENGTHS, RUN, Compiler, Node, key, role_of

_SEPARATOR: Final = "\0"
Step = tuple[str, tuple[Node, ...]]
"""What is left of the word where the node was used up, or, where the word was, what is left of the node."""


def second_words(compiler: Compiler, node: Node, first: str) -> frozenset[str] | None:
    """Keys of the words that can come second where the pattern begins with `first` (a key); None where there need be none."""
    found: set[str] = set()
    for left, rest in _eaten(compiler, node, first):
        if left:
            continue
        begun = {word.strip(_SEPARATOR) for word, _ in _begun(compiler, rest)}
        if "" in begun:
            return None
        found |= begun
    return frozenset(found)


def _eaten(compiler: Compiler, node: Node, word: str) -> Iterator[Step]:
    """Match the word, or its beginning, with the node; words are letters, or # and a number of digits."""
    if not word:
        yield "", (node,)
    elif node.kind == "text":
        if word.startswith(node.text):
            yield word[len(node.text) :], ()
        elif node.text.startswith(word):
            yield "", (Node("text", node.text[len(word) :]),)
    elif node.kind == "ref":
        yield from _eaten_by_list(compiler, node, word)
    elif node.kind == "opt":
        yield word, ()
        yield from _eaten(compiler, node.parts[0], word)
    elif node.kind == "alt":
        for part in node.parts:
            yield from _eaten(compiler, part, word)
    else:
        yield from _eaten_in_turn(compiler, node.parts, word)


def _eaten_in_turn(compiler: Compiler, parts: tuple[Node, ...], word: str) -> Iterator[Step]:
    if not parts or not word:
        yield word, parts
        return
    for left, rest in set(_eaten(compiler, parts[0], word)):
        if left:
            yield from _eaten_in_turn(compiler, parts[1:], left)
        else:
            yield "", rest + parts[1:]


def _eaten_by_list(compiler: Compiler, node: Node, word: str) -> Iterator[Step]:
    _, name = role_of(node.text)
    if name in compiler.parts:
        yield from _eaten(compiler, compiler.parts[name], word)
    elif name == "STOP":
        yield word, ()
    elif name in BUILT_IN:
        if word.startswith("#") and int(word[1:]) in LENGTHS.get(name, (1, 2)):
            yield "", ()
    else:
        for text in compiler.lists[name].values:
            spelt = _keyed(text) if word.startswith("#") else text
            if word.startswith(spelt):
                yield word[len(spelt) :], ()
            elif spelt.startswith(word):
                yield "", (Node("text", spelt[len(word) :]),)


def _keyed(text: str) -> str:
    """The text with the digits that it begins with as a key."""
    run = RUN.match(text)
    return text if run is None or not run[0].isdigit() else key(run[0]) + text[run.end() :]


def _begun(compiler: Compiler, nodes: Iterable[Node]) -> set[tuple[str, bool]]:
    """The first words that the nodes can match, each with whether it ends inside them; a separator stands for signs before it."""
    found = {("", False)}
    for node in nodes:
        if all(ended for _, ended in found):
            break
        more = _begun_by(compiler, node)
        ended = {start for start in found if start[1]}
        found = ended | {_joined(head, tail) for head, _ in found - ended for tail in more}
    return found


def _begun_by(compiler: Compiler, node: Node) -> set[tuple[str, bool]]:
    if node.kind == "text":
        return {_begun_text(node.text)}
    if node.kind == "ref":
        return _begun_by_list(compiler, node)
    if node.kind == "opt":
        return _begun_by(compiler, node.parts[0]) | {("", False)}
    if node.kind == "alt":
        return set().union(*(_begun_by(compiler, part) for part in node.parts))
    return _begun(compiler, node.parts)


def _begun_by_list(compiler: Compiler, node: Node) -> set[tuple[str, bool]]:
    _, name = role_of(node.text)
    if name in compiler.parts:
        return _begun_by(compiler, compiler.parts[name])
    if name == "STOP":
        return {("", False)}
    if name in BUILT_IN:
        return {(f"#{length}", True) for length in LENGTHS.get(name, (1, 2))}
    return {_begun_text(text) for text in compiler.lists[name].values}


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
