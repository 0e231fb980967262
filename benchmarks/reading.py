"""Articles of one thing over and over come in; the seconds of the processor in which `dateline read` reads them go out.

    python benchmarks/reading.py                            # all languages and shapes, a megabyte of each
    python benchmarks/reading.py en de --shapes acts words  # some of them
    python benchmarks/reading.py --size 100000              # of so many characters

Each is read at half its size too, by a process of its own. Exit code 1 where one takes longer than five seconds a megabyte, or
twice as much more than 2.3 times the time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from dateline import proposals
from dateline.dossier import Case
from dateline.reading import desk

SIZE: Final = 1_000_000
MOST: Final = 5.0
"""Seconds of the processor that a megabyte may take."""
GROWTH: Final = 2.3
PATIENCE: Final = 60
"""Seconds of the processor after which a reading is ended."""
NOISE: Final = 0.5
"""Seconds below which a ratio says nothing."""
SHORT: Final = 2_000
"""Characters of a short article."""
FOLDER: Final = "folder"
"""The shape that is many short articles, all alike."""
ACTS: Final = {
    "de": "Kern zahlte am 3. März 2015 5.000 Euro und wurde am 4. April 2016 festgenommen, ",
    "en": "Kern paid 5,000 euros on 3 March 2015 and was arrested on 4 April 2016, ",
    "es": "Kern pagó 5.000 euros el 3 de marzo de 2015 y fue detenido el 4 de abril de 2016, ",
    "fr": "Kern a payé 5.000 euros le 3 mars 2015 et a été arrêté le 4 avril 2016, ",
    "it": "Kern pagò 5.000 euro il 3 marzo 2015 e fu arrestato il 4 aprile 2016, ",
    "nl": "Kern betaalde 5.000 euro op 3 maart 2015 en werd op 4 april 2016 gearresteerd, ",
    "pt": "Kern pagou 5.000 euros em 3 de março de 2015 e foi preso em 4 de abril de 2016, ",
}
SPOKEN: Final = {
    "de": "laut Anna Kern sagte der Anwalt, dass ",
    "en": "according to Anna Kern the lawyer said that ",
    "es": "según Anna Kern el abogado dijo que ",
    "fr": "selon Anna Kern l’avocat a déclaré que ",
    "it": "secondo Anna Kern l’avvocato ha detto che ",
    "nl": "volgens Anna Kern zei de advocaat dat ",
    "pt": "segundo Anna Kern o advogado disse que ",
}
VERBS: Final = {
    "de": "wurde festgenommen ",
    "en": "was arrested ",
    "es": "fue detenido ",
    "fr": "a été arrêté ",
    "it": "fu arrestato ",
    "nl": "werd gearresteerd ",
    "pt": "foi preso ",
}
DATES: Final = {
    "de": "3. März 2015, ",
    "en": "3 March 2015, ",
    "es": "3 de marzo de 2015, ",
    "fr": "3 mars 2015, ",
    "it": "3 marzo 2015, ",
    "nl": "3 maart 2015, ",
    "pt": "3 de março de 2015, ",
}
Shape = Callable[[str, int], str]
"""The tag of a language and a number of characters to a text."""


def over(units: str | Mapping[str, str]) -> Shape:
    """The same words over and over."""

    def text(tag: str, size: int) -> str:
        unit = units if isinstance(units, str) else units[tag]
        return (unit * (size // len(unit) + 1))[:size]

    return text


def strange(tag: str, size: int) -> str:
    """Names of whom nobody has heard before, each another."""
    del tag
    syllables = ("ba", "ke", "li", "mo", "tu", "ra", "se", "no", "vi", "da")
    names, length, number = [], 0, 0
    while length < size:
        word = "".join(syllables[int(digit)] for digit in str(number)).capitalize()
        names.append(f"with Anna {word}son ")
        length += len(names[-1])
        number += 1
    return "".join(names)[:size]


def article(tag: str, size: int) -> str:
    """Plain sentences, ten a paragraph."""
    return over((ACTS[tag].rstrip(", ") + ". ") * 10 + "\n\n")(tag, size)


def told(tag: str, size: int) -> str:
    """A quotation that is never closed, of sentences."""
    return "“" + article(tag, size)


SHAPES: Final[Mapping[str, Shape]] = {
    "acts": over(ACTS),
    "spoken": over(SPOKEN),
    "verbs": over(VERBS),
    "dates": over(DATES),
    "article": article,
    "told": told,
    "names": over("Anna Kern "),
    "strange": strange,
    "opened": over("“Kern "),
    "nested": over("“Kern ‘said «then "),
    "straight": over('"Kern '),
    "marks": over("“"),
    "pauses": over("; : "),
    "colons": over(":;"),
    "numbers": over("1234 "),
    "digits": over("9"),
    "word": over("a"),
    "capitals": over("A"),
    "accents": over("e\u0301"),
    "commas": over(","),
    "stops": over("."),
    "spaces": over("a " + " " * 500),
    "blockquote": over("> "),
    "blockquotes": over("> > > > > Kern said\n"),
    "lines": over("a\n"),
    "blank": over("\n"),
    "dashes": over("— Kern "),
    "brackets": over("("),
    "stars": over("*"),
}


def read(tag: str, texts: list[str]) -> tuple[float, int]:
    """Seconds of the processor in which articles of these texts are read, and how many events are proposed."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        articles = project / "content" / "hostile" / "articles"
        articles.mkdir(parents=True)
        for number, text in enumerate(texts):
            (articles / f"{number}.txt").write_text(f"---\nlang: {tag}\ndate: 2019-03-27\n---\n{text}", "utf-8")
        start = time.process_time()
        reading = desk.read(project, Case("hostile"))
        proposed = proposals.propose(project, "hostile", reading.articles, reading.events)
        return time.process_time() - start, len(proposed.events)


def measured(tag: str, shape: str, size: int) -> float | None:
    """Seconds of the processor, in a process of its own; None where it was ended."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_measure, args=(sender, tag, shape, size))
    process.start()
    sender.close()
    process.join()
    return float(receiver.recv()) if process.exitcode == 0 else None


def _measure(sender: Connection, tag: str, shape: str, size: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE + 5))
    read(tag, [SHAPES["article"](tag, SHORT)])  # compiles the patterns
    texts = [SHAPES["article"](tag, SHORT)] * (size // SHORT) if shape == FOLDER else [SHAPES[shape](tag, size)]
    sender.send(read(tag, texts)[0])


def main() -> None:
    """Print a line a language and shape."""
    parser = argparse.ArgumentParser(description="How long hostile articles take to be read.")
    parser.add_argument("tags", nargs="*", metavar="TAG")
    parser.add_argument("--shapes", nargs="+", choices=[*SHAPES, FOLDER], default=[*SHAPES, FOLDER])
    parser.add_argument("--size", type=int, default=SIZE)
    given = parser.parse_args()
    slow = 0
    for tag in given.tags or ACTS:
        for shape in given.shapes:
            half, whole = (measured(tag, shape, size) for size in (given.size // 2, given.size))
            ratio = whole / half if whole and half else None
            late = whole is None or whole > max(MOST * given.size / SIZE, NOISE)
            steep = ratio is not None and whole is not None and whole > NOISE and ratio > GROWTH
            slow += late or steep
            told = f"more than {PATIENCE} s" if whole is None else f"{whole:6.2f} s"
            note = f"{f', {ratio:.1f} times half' if ratio else ''}{'  SLOW' if late or steep else ''}"
            print(f"{tag} {shape:13}{told}{note}", flush=True)  # noqa: T201
    sys.exit(1 if slow else 0)


if __name__ == "__main__":
    main()
