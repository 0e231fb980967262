"""The corridor: imports only look back along it, `telling` never knows `reading`, and no language is named in code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from dateline import language

PACKAGE = Path(__file__).parent.parent / "generator" / "dateline"
CORRIDOR = (
    *("", "when", "figures", "faircopy", "texts", "model", "dossier", "yamlfile", "language", "mastheads", "folding"),
    *("pace", "protection", "reading"),
    *(
        "folder",
        "entries",
        "corrections",
        "case",
        "passages",
        "record",
        "agreement",
        "provenance",
        "archive",
        "typeset",
        "ledger",
        "rereading",
        "promises",
        "verify",
        "doubles",
        "casefile",
        "accusations",
        "cautions",
        "vanished",
        "ties",
        "explain",
        "proposals",
        "decide",
        "starter",
    ),
    *("telling", "edition", "summary", "galley", "proofreading", "dates_cli", "languages_cli", "terminal", "cli", "__main__"),
)
"""From the street to the last room; a module may import those before its own place. A new module needs one."""
MODULES = sorted(PACKAGE.rglob("*.py"))
ENGLISH = "en"
UNSAID = "und"
"""The file of what stands in texts of every language; the tag names none."""
CODE = {"march", "mars", "monday"}
"""Months and days that are also plain words of code: a week starts with its monday."""


def name(path: Path) -> str:
    """The module's name inside the package, as reading.dates."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> set[str]:
    """The modules of the package that it imports anywhere, in functions and for types too."""
    known = {name(module) for module in MODULES}
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {
                alias.name.removeprefix("dateline").lstrip(".") for alias in node.names if alias.name.split(".")[0] == "dateline"
            }
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "dateline":
            base = (node.module or "").removeprefix("dateline").lstrip(".")
            found |= {inner if (inner := f"{base}.{alias.name}".lstrip(".")) in known else base for alias in node.names}
    return found


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in the code but docstrings, and every identifier, with its line."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value
        elif isinstance(node, (ast.Name, ast.Attribute)):
            yield node.lineno, node.id if isinstance(node, ast.Name) else node.attr
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.lineno, node.name


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_look_back(path: Path) -> None:
    room = name(path).split(".")[0]
    place = CORRIDOR.index(room)
    ahead = {other for other in imports(path) if CORRIDOR.index(other.split(".")[0]) > place}
    assert ahead == set()


@pytest.mark.parametrize("path", sorted((PACKAGE / "telling").rglob("*.py")), ids=name)
def test_telling_knows_nothing_of_articles(path: Path) -> None:
    back = {other.split(".")[0] for other in imports(path)}
    assert back <= {
        "",
        "when",
        "figures",
        "faircopy",
        "texts",
        "model",
        "dossier",
        "yamlfile",
        "language",
        "protection",
        "telling",
    }


@pytest.mark.parametrize("path", sorted((PACKAGE / "reading").rglob("*.py")), ids=name)
def test_reading_knows_nothing_of_pages_or_files_of_decisions(path: Path) -> None:
    back = {other.split(".")[0] for other in imports(path)}
    core = {"", "when", "figures", "faircopy", "texts", "model", "dossier", "yamlfile", "language", "mastheads", "reading"}
    assert back <= core


def test_no_import_goes_in_a_circle() -> None:
    """A package's own __init__ counts as part of it, so that `from dateline import x` is no import of everything."""
    edges = {name(path): imports(path) - {"", name(path)} for path in MODULES}
    done: set[str] = set()

    def walk(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " -> ".join((*way[way.index(module) :], module))
        if module not in done:
            for other in sorted(edges.get(module, ())):
                walk(other, (*way, module))
            done.add(module)

    for module in edges:
        walk(module, ())


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_language_is_named(path: Path) -> None:
    tags = set(language.tags()) - {UNSAID}
    assert [(line, text) for line, text in texts(path) if text in tags] == []


def calendar_words() -> set[str]:
    """Names of months and days, and of the languages themselves, in every language that has a file."""
    words: set[str] = set()
    for tag in language.tags():
        if tag == UNSAID:
            continue
        locale = Locale.parse(tag)
        words |= {str(word).lower() for key in ("months", "days") for word in getattr(locale, key)["format"]["wide"].values()}
        words |= {str(locale.languages[other]).lower() for other in language.tags() if other != UNSAID}
    return {word for word in words if len(word) > 3 and word not in CODE}


def written_words(node: object) -> Iterator[str]:
    """Every single word in a language file's lists."""
    if isinstance(node, dict):
        for value in node.values():
            yield from written_words(value)
    elif isinstance(node, list):
        yield from (item.lower() for item in node if isinstance(item, str) and item.isalpha())
        for item in node:
            yield from written_words(item)


def distinctive_words() -> set[str]:
    """Words of other languages' files that are no English words of the code: those that English files have are left out."""
    english = set(written_words({"all": [*language.load(ENGLISH).dates.items()]}))
    words = set()
    for tag in language.tags():
        if tag not in (ENGLISH, UNSAID):
            one = language.load(tag)
            words |= {
                word for part in (one.dates, one.reading) for word in written_words(part) if len(word) > 4 and not word.isascii()
            }
    return words - english


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_word_of_a_language_stands_in_code(path: Path) -> None:
    forbidden = calendar_words() | distinctive_words()
    found = [(line, word) for line, text in texts(path) for word in re.findall(r"[^\W\d_]+", text.lower()) if word in forbidden]
    assert found == []


def test_the_test_finds_what_it_looks_for(tmp_path: Path) -> None:
    """Were the lists empty, or texts skipped, nothing above could fail."""
    assert {"january", "janvier", "mittwoch", "français"} <= calendar_words()
    assert len(distinctive_words()) > 20
    path = tmp_path / "x.py"
    path.write_text('"""janvier"""\n\ndef f():\n    "mercredi"\n    return "fr", janvier\n', "utf-8")
    assert [text for _, text in texts(path)] == ["f", "fr", "janvier"]
