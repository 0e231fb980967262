"""Made-up articles come in; how long it takes to find the copies among them, in how much memory, and how many are found goes out.

    python benchmarks/origins.py            # 10,000 articles
    python benchmarks/origins.py 1000
    python benchmarks/origins.py 1000 --like   # how long their events take, where all tell one story, as one origin and as many

One article in five is a relative of another: a copy, a copy cut to half, one with every eighth word changed, or a “translation”,
which keeps names and figures and changes all other words. All draw on the same names and words. Fifty copies of one more report
are among them. The seed is fixed. Memory is that of the whole process.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import PurePosixPath

from dateline import language
from dateline.model import Article, Document
from dateline.reading import dates, events, names, origins, reports, sentences
from dateline.when import When

SYLLABLES = (
    "ba",
    "ke",
    "li",
    "mo",
    "nu",
    "pra",
    "sti",
    "ro",
    "ve",
    "gan",
    "tol",
    "dri",
    "fe",
    "hu",
    "zam",
    "cor",
    "el",
    "wi",
    "ox",
)
WIRE = 50
Lines = list[list[str]]


def vocabulary(chance: random.Random, size: int) -> list[str]:
    """Words that are none of any language."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(size)]


def report(chance: random.Random, words: list[str], names: list[str]) -> Lines:
    """Ten sentences of some eighteen words; each has a name or two, half of them a figure."""
    lines = []
    for _ in range(10):
        line = chance.choices(words, k=chance.randint(12, 22))
        for name in chance.sample(names, 2):
            line.insert(chance.randint(1, len(line)), name)
        if chance.random() < 0.5:
            line.insert(chance.randint(1, len(line)), str(chance.randint(2, 9999)))
        lines.append(line)
    return lines


def kept(word: str) -> bool:
    """A translator leaves it."""
    return word[0].isupper() or word[0].isdigit()


def relatives(chance: random.Random, words: list[str]) -> dict[str, Callable[[Lines], Lines]]:
    """What a report may become, by what that is called."""

    def changed(lines: Lines, every: int) -> Lines:
        return [
            [chance.choice(words) if not kept(word) and n % every == 0 else word for n, word in enumerate(line)] for line in lines
        ]

    return {
        "copy": lambda lines: lines,
        "half": lambda lines: lines[:5],
        "reworded": lambda lines: changed(lines, 8),
        "translation": lambda lines: changed(lines, 1),
    }


def document(name: str, tag: str, lines: Lines) -> Document:
    """The lines as an article, two sentences a paragraph."""
    sentences = [f"{line[0].capitalize()} {' '.join(line[1:])}." for line in lines]
    text = "\n\n".join(" ".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2))
    return Document(Article(name, tag), text, PurePosixPath(f"{name}.txt"))


def made(size: int) -> tuple[list[Document], dict[str, list[tuple[str, str]]]]:
    """The articles, shuffled, and the pairs that are one report, by kind."""
    chance = random.Random(4)  # noqa: S311 - nothing secret
    words, names = vocabulary(chance, 4000), [name.capitalize() for name in vocabulary(chance, 3000)]
    first, second = language.tags("reading")[:2]
    kinds = relatives(chance, words)
    wire = report(chance, words, names)
    documents = [document(f"wire-{number}", first, wire) for number in range(WIRE)]
    planted = {"wire": list(combinations([one.article.id for one in documents], 2)), **{kind: [] for kind in kinds}}
    lines = wire
    for number in range(size - WIRE):
        kind = list(kinds)[number // 5 % len(kinds)] if number % 5 == 4 else None
        lines = kinds[kind](lines) if kind else report(chance, words, names)
        documents.append(document(f"a{number}", second if kind == "translation" else first, lines))
        if kind:
            planted[kind].append((f"a{number - 1}", f"a{number}"))
    chance.shuffle(documents)
    return documents, planted


def report_of(name: str) -> str:
    """Which report an article is: a relative follows what it is made from."""
    number = name.removeprefix("a")
    return "wire" if number == name else str(int(number) - (int(number) % 5 == 4))


def like(size: int, one_origin: bool) -> list[reports.Report]:
    """What short articles tell that all tell one story, each with a sentence of its own."""
    lang = language.load("en")
    published = When.parse("2021-06-14")
    texts = [
        "Renner was arrested on 3 May 2021 in Merrow. Brackwater Port paid Renner 40,000 euros in March 2019. "
        f"The trial opens on 4 September 2021. A clerk counted {n + 2} boxes on {1 + n % 28} March 2021."
        for n in range(size)
    ]
    documents = [Document(Article(f"a{n}", "en", published=published), text, PurePosixPath("a")) for n, text in enumerate(texts)]
    known, found = names.names(documents, ()), []
    for one in documents:
        mentions = dates.find(one.text, lang, published)
        origin = "a" if one_origin else one.article.id
        found += reports.reports(sentences.sentences(one, lang), mentions, known, origin)
    return found


def time_like(size: int) -> None:
    """Print how long it takes to put what they tell together."""
    for one_origin in (True, False):
        found = like(size, one_origin)
        start = time.process_time()
        made = events.events(found)
        how = "one origin" if one_origin else "as many origins"
        print(f"{size} like articles, {how}: {len(made)} events in {time.process_time() - start:.1f} s of processor")  # noqa: T201


def peak() -> float:
    """The most memory taken until now, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="How fast copies are found among many articles.")
    parser.add_argument("size", nargs="?", type=int, default=10_000)
    parser.add_argument("--like", action="store_true")
    given = parser.parse_args()
    size = given.size
    if given.like:
        time_like(size)
        return
    documents, planted = made(size)
    before, wall, processor = peak(), time.perf_counter(), time.process_time()
    groups = origins.origins(documents)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    group_of = {article: group.id for group in groups for article in group.articles}
    length = sum(len(one.text) for one in documents) / size / 1000
    mixed = sum(len({report_of(name) for name in group.articles}) > 1 for group in groups)
    print(f"{size} articles of {length:.1f} kB: {wall:.1f} s, {processor:.1f} s of processor")  # noqa: T201
    print(f"memory: {peak():.0f} MB, {before:.0f} MB before")  # noqa: T201
    for kind, pairs in planted.items():
        found = sum(group_of[one] == group_of[other] for one, other in pairs)
        print(f"{kind}: {found} of {len(pairs)} pairs")  # noqa: T201
    print(f"{len(groups)} origins, {mixed} of which hold two reports")  # noqa: T201


if __name__ == "__main__":
    main()
