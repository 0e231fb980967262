"""A case comes in; what reading finds in its articles comes out, in the order in which one step needs the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline import language
from dateline.dossier import Case
from dateline.model import Article, Document, Event, Problem
from dateline.reading import articles, dates, denials, events, names, occasions, origins, relays, reports, sentences

Progress = Callable[[Sequence[Document]], Iterable[Document]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, what is proposed, and what a person must know."""

    documents: tuple[Document, ...]
    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]


def read(project: Path, case: Case, progress: Progress = lambda documents: documents) -> Reading:
    """Read all articles of a case. `progress` is handed the documents and yields each when its turn comes."""
    documents, problems = articles.read_folder(project, case.id)
    known = names.names(documents, case.parties)
    groups = origins.origins(documents)
    sources = dict(zip((document.article.id for document in documents), relays.sources(documents), strict=True))
    origin_of = {article: group for group in groups for article in group.articles}
    found: list[reports.Report] = []
    unsure: list[Problem] = []
    for document in progress(documents):
        lang = language.load(document.article.lang)
        mentions = dates.find(document.text, lang, document.article.published)
        story = sentences.sentences(document, lang)
        name = document.article.id
        found += reports.reports(story, mentions, known, origin_of[name].id, sources[name])
        waiting = [document.written.words(m.start, m.end) for m in mentions if occasions.datable(m) and m.when is None]
        unsure += [*articles.undated(document, waiting), *sentences.cut(story)]
    unsure += denials.unrecorded(documents, case.parties)
    return Reading(documents, origins.credited(documents, groups), events.events(found), (*problems, *unsure))
