"""A case's documents come in; the names that recur in them come out, and which of them a stretch of text holds.

The parties that case.yaml names come first. Where it names none, a name is a run of capitalised words, seen inside a
sentence, that recurs in two documents, one of them in a language that does not capitalise every noun. What mostly
follows “in” or “at” is a place and no party; nor is who wrote or published the articles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline import faircopy, language, mastheads
from dateline.dossier import Party
from dateline.model import Document
from dateline.reading import cues, furniture, voices

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿœ]"
_RUN: Final = re.compile(rf"{_CAPITAL}[\w’'&-]*(?:\.com)?(?: {_CAPITAL}[\w’'&-]+)*")
_CAPITALISED: Final = re.compile(rf"(?<![\w-]){_CAPITAL}[\w-]+")
_FULL: Final = re.compile(rf"(?<!\w){_CAPITAL}[\w’'-]+(?: {_CAPITAL}[\w’'-]+){{1,3}}")
_PAIR: Final = re.compile(rf"(?<![\w-])({_CAPITAL}[\w-]+)(?= ({_CAPITAL}[\w-]+))")
_INSIDE: Final = re.compile(r"[\w,’'(] ?\Z")
_SMALL: Final = re.compile(r"(?<![\w’'])[a-zß-öø-ÿœ]+(?!\w)")
_SUFFIX: Final = re.compile(r"['’]s\Z|\.com\Z")
_MOST: Final = 40
_PLACE_SHARE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Names:
    """The case's parties as one pattern; `ids` maps each written form, in lower case, to the party's id.

    `given` says that a person named them: then they are all who can take part. `met` are the capitalised words that stand in
    two documents.
    """

    parties: tuple[Party, ...]
    pattern: re.Pattern[str] | None
    ids: dict[str, str]
    given: bool
    met: frozenset[str]

    def within(self, text: str) -> tuple[str, ...]:
        """Ids of the parties named in `text`, each once, in the order of the text."""
        return tuple(dict.fromkeys(self._all(text)))

    def topics(self, text: str) -> tuple[str, ...]:
        """The two parties that a text names most: whom “the company” may mean where nobody is named."""
        return tuple(name for name, _ in Counter(self._all(text)).most_common(2))

    def heard(self, text: str, nouns: frozenset[str]) -> bool:
        """Somebody is named, inside a sentence of `text`, whom two documents name, party or not; no `nouns`."""
        inside = (match[0] for match in _CAPITALISED.finditer(text) if _inside(text, match.start()))
        return bool(self.within(text)) or any(word in self.met and word not in nouns for word in inside)

    def outnamed(self, text: str, others: re.Pattern[str]) -> str | None:
        """Whom of others a text names more often than any party."""
        most = Counter(match[0].split()[-1] for match in others.finditer(text)).most_common(1)
        return most[0][0] if most and most[0][1] > max(Counter(self._all(text)).values(), default=0) else None

    def party(self, name: str) -> Party:
        """The party of that id."""
        return next(party for party in self.parties if party.id == name)

    def places(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The id of each party named in `text`, with its span there."""
        for match in self.pattern.finditer(text) if self.pattern else ():
            if party := self.ids.get(match[0].lower()):  # “İ” matches an “i” and is none in lower case
                yield party, match.start(), match.end()

    def _all(self, text: str) -> Iterator[str]:
        return (name for name, _, _ in self.places(text))


def names(documents: Sequence[Document], parties: Sequence[Party]) -> Names:
    """The parties of the case: those given, else the names that recur."""
    known = tuple(parties) or recurring(documents)
    plain = {mastheads.unaccented(form).lower(): party.id for party in known for form in map(faircopy.even, party.names)}
    ids = plain | {form.lower(): party.id for party in known for form in map(faircopy.even, party.names)}
    written = {faircopy.even(name) for party in known for name in party.names}
    forms = "|".join(map(re.escape, sorted(written | set(map(mastheads.unaccented, written)), key=lambda n: (-len(n), n))))
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE if parties else 0) if forms else None
    seen = Counter(word for document in documents for word in set(_CAPITALISED.findall(document.text)))
    return Names(known, pattern, ids, bool(parties), frozenset(word for word, count in seen.items() if count > 1))


def strangers(document: Document, known: Names) -> re.Pattern[str] | None:
    """The full names in a document, and their last words alone, that only it has: no parties, no places, no authorities.

    None where there are none.
    """
    lang = language.load(document.article.lang)
    small, makers = small_words(document.text), set(_makers(document))
    found: set[str] = set()
    for start, name in full_names(document):
        last = name.split()[-1]
        opens = not _inside(document.text, start)
        if last in known.met or known.within(name) or name.lower() in makers or (opens and name.split()[0].lower() in small):
            continue
        if voices.role(name, lang) == "person" and not _is_located(document, start):
            found.update((name, last))
    forms = "|".join(re.escape(form) for form in sorted(found, key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)") if forms else None


def full_names(document: Document) -> Iterator[tuple[int, str]]:
    """Runs of capitalised words, each with its start; where every noun has a capital, those that a rule shows to be a name."""
    tag, text = document.article.lang, document.text
    if language.load(tag).reading.get("capitalised_nouns") != "yes":
        yield from ((match.start(), match[0]) for match in _FULL.finditer(text))
        return
    rules = language.load(tag).reading.get("person_names", {})
    common = nouns(tag, text)
    yield from ((m.start(), m[0]) for m in _all(tag, rules, "full", text) if m[0].split()[-1] not in common)
    alone = {match[0].split()[0] for match in _all(tag, rules, "alone", text) if not _inside(text, match.start())}
    names = alone - common
    for match in _PAIR.finditer(text):
        if match[2] in names and not _is_located(document, match.start(2)):
            yield match.start(), f"{match[1]} {match[2]}"


@lru_cache(maxsize=8)
def nouns(tag: str, text: str) -> frozenset[str]:
    """The words that show by what stands before them that they are common nouns, where every noun has a capital."""
    return frozenset(match["noun"] for match in _all(tag, language.load(tag).reading.get("person_names", {}), "noun", text))


def _all(tag: str, rules: Mapping[str, Mapping[str, str]], name: str, text: str) -> Iterator[re.Match[str]]:
    return cues.compiled(tag, rules[name]["match"]).finditer(text) if name in rules else iter(())


def _inside(text: str, start: int) -> bool:
    """What stands there does not open a sentence."""
    return bool(_INSIDE.search(text, max(0, start - 2), start))


def recurring(documents: Sequence[Document]) -> tuple[Party, ...]:
    """Names seen in at least two documents, the most frequent first; ids are the names themselves.

    What differs in accents alone (“Peñalver”, in English often “Penalver”) is one name, written with most of them.
    """
    everything = [list(runs(document)) for document in documents]
    spelt = _spelt({name for found in everything for name, _ in found})
    seen: Counter[str] = Counter()
    total: Counter[str] = Counter()
    located: Counter[str] = Counter()
    tongues: dict[str, set[str]] = defaultdict(set)
    for document, written in zip(documents, everything, strict=True):
        found = [(spelt[name], start) for name, start in written]
        total.update(name for name, _ in found)
        located.update(name for name, start in found if _is_located(document, start))
        for name in dict.fromkeys(name for name, _ in found):
            seen[name] += 1
            tongues[name].add(document.article.lang)
    makers = {maker for document in documents for maker in _makers(document)}
    small = Counter(word for document in documents for word in _SMALL.findall(document.text))
    kept = [
        name
        for name, count in seen.most_common()
        if count >= 2
        and located[name] < _PLACE_SHARE * total[name]
        and name.lower() not in makers
        and small[name.lower()] < total[name]  # what is mostly written small is a word
        and _is_name(name, tongues[name])
    ]
    return tuple(Party(name, names_) for name, names_ in _called(kept[:_MOST], total))


def _spelt(names_: Iterable[str]) -> dict[str, str]:
    """For each name the form of it that has most accents."""
    forms: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names_):
        forms[mastheads.unaccented(name)].append(name)
    best = {plain: max(same, key=_accents) for plain, same in forms.items()}
    return {name: best[plain] for plain, same in forms.items() for name in same}


def _accents(name: str) -> int:
    return sum(mastheads.unaccented(char) != char for char in name)


def _called(kept: Sequence[str], total: Mapping[str, int]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name with what else it is called: its web address, and its last word alone (“Ann Lee”, “Lee”)."""
    last = {name.split()[-1]: name for name in reversed(kept) if " " in name}
    for name in kept:
        short = name.split()[-1]
        alone = (short,) if last.get(short) == name and total[short] else ()
        if name not in last:
            yield name, (name, f"{name}.com", *alone)


def small_words(text: str) -> frozenset[str]:
    """What it writes without a capital: no names."""
    return frozenset(_SMALL.findall(text))


def runs(document: Document) -> Iterator[tuple[str, int]]:
    """Every capitalised run that does not open a sentence, with its start; asides are left out."""
    text, asides = document.text, document.asides
    for match in _RUN.finditer(text):
        start = match.start()
        if len(match[0]) <= 2 or not _inside(text, start):
            continue
        if furniture.end_of_aside(asides, start) is None:
            yield _SUFFIX.sub("", match[0]), start


def slug(text: str) -> str:
    """A name as an id: lower case, words joined by dashes."""
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-_") or "name"


def _is_located(document: Document, start: int) -> bool:
    """What stands before says where: “in”, “at”."""
    pattern = language.load(document.article.lang).reading.get("place_before")
    before = document.text[max(0, start - 24) : start].rstrip()
    return pattern is not None and any(
        match.end() == len(before) for match in cues.compiled(document.article.lang, pattern).finditer(before)
    )


def _makers(document: Document) -> Iterator[str]:
    """Who wrote, published or sent the article."""
    article = document.article
    for name in (article.author, article.outlet, document.agency):
        if name:
            yield re.sub(r"\s*\(.*?\)", "", name).strip().lower()


def _is_name(name: str, tongues: set[str]) -> bool:
    """Not only in languages that capitalise every noun; and no word that a language file knows as something else."""
    plain = [tag for tag in tongues if language.load(tag).reading.get("capitalised_nouns") != "yes"]
    return bool(plain) and not any(name.lower() in _common(tag) for tag in tongues)


def _common(tag: str) -> frozenset[str]:
    return frozenset(word.lower() for word in language.load(tag).reading.get("no_names", ()))
