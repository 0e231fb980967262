"""A project comes in; the files of its site, and everything that is wrong with it, go out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from dateline import case as cases
from dateline import casefile, cautions, folder, provenance, vanished
from dateline.dossier import CaseFile
from dateline.model import Problem, Stop
from dateline.reading import articles
from dateline.when import When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dateline.model import Article, Artifact

_LEFT_OUT: Final = "has no articles yet; the site is made without it."
_NO_CASE: Final = Problem("no-case", "content", "holds no case.", "Start one with “dateline new NAME”.")


@dataclass(frozen=True, slots=True)
class Edition:
    """The cases told, the site's files, where it will stand, and what is wrong without stopping it."""

    cases: tuple[CaseFile, ...]
    artifacts: tuple[Artifact, ...]
    base_url: str | None
    problems: tuple[Problem, ...]


def make(
    project: Path, *, drafts: bool = False, strict: bool = False, base_url: str | None = None, last: Path | None = None
) -> Edition:
    """Tell all cases, in memory. Raises Stop with every problem where one stops; with `strict` each one does.

    `last` is the site of the last build: what that had published and is gone is a problem.
    """
    from dateline.telling import links, prose, render  # noqa: PLC0415 - jinja2 and Babel cost 0.2 s that other verbs need not pay

    files, problems = load(project, cases.ids(project), drafts=drafts)
    stands, conflict = _base_url(files, base_url)
    problems = (*problems, *conflict)
    if last and not stops(problems, strict=strict):
        problems += vanished.entries(project, last, files)
    if stops(problems, strict=strict):
        raise Stop(*problems)
    own = project / "templates"
    artifacts = render.site(files, base_url=stands, templates=own if own.is_dir() else None)
    paths = {artifact.path for artifact in artifacts}
    told = ((file.case.id, page) for file in files for page in file.pages if page.lang in file.case.languages)
    for name, page in told:
        here = links.path(name, page.lang, page.name)
        problems = (*problems, *prose.astray(page, here, base_path(stands), paths))
    if stops(problems, strict=strict):
        raise Stop(*problems)
    return Edition(files, artifacts, stands, problems)


def load(project: Path, case_ids: Sequence[str], *, drafts: bool) -> tuple[tuple[CaseFile, ...], tuple[Problem, ...]]:
    """The cases of those folders, and what is wrong in them; a case that cannot be read, or is empty, is left out."""
    files: list[CaseFile] = []
    problems: list[Problem] = [] if case_ids else [_NO_CASE]
    for case_id in case_ids:
        try:
            file, found = casefile.load(project, case_id, drafts)
        except Stop as stop:
            problems += stop.problems
            continue
        problems += (*found, *cautions.identified(file, f"content/{case_id}"))
        if any(problem.kind == casefile.EMPTY and not problem.fatal for problem in found):
            continue
        if file.case.id in [other.case.id for other in files]:
            message = f"another case has the web address “{file.case.id}” too."
            problems.append(Problem("duplicate", f"content/{case_id}", message, "Rename one of the two folders."))
        files.append(file)
    return tuple(files), tuple(dict.fromkeys(_empty(problem, any_told=bool(files)) for problem in problems))


def _empty(problem: Problem, *, any_told: bool) -> Problem:
    """An empty case is left out beside others; alone it leaves nothing to build."""
    if problem.kind != casefile.EMPTY or problem.fatal:
        return problem
    return replace(problem, message=_LEFT_OUT) if any_told else replace(problem, fatal=True)


def stops(problems: Sequence[Problem], *, strict: bool) -> bool:
    """One of the problems ends a run; with `strict` any does."""
    return any(problem.fatal or strict for problem in problems)


def base_path(base_url: str | None) -> str:
    """The path of the address under which the site will stand, with a slash at both ends."""
    inner = urlsplit(base_url or "").path.strip("/")
    return f"/{inner}/" if inner else "/"


def _base_url(files: Sequence[CaseFile], given: str | None) -> tuple[str | None, tuple[Problem, ...]]:
    """The address given, else the one that all cases name."""
    named = {file.case.base_url: file.case.id for file in files if file.case.base_url}
    if given or not named:
        return given, ()
    first, *others = named
    problems = (
        Problem("base-url", f"content/{named[other]}/case.yaml", f"“base_url” is {other}, but {named[first]} has {first}.", _ONE)
        for other in others
    )
    return first, tuple(problems)


_ONE: Final = "All cases stand on one site: give them the same, or use --base-url."


def stands(project: Path) -> str | None:
    """The address that the cases name, as far as they can be read; for a preview, which must start all the same."""
    files, _ = load(project, cases.ids(project), drafts=False)
    return _base_url(files, None)[0]


_SAID: Final = ("lang", "title", "outlet", "author", "published", "url", "archived", "kind")


def _changed(case_id: str, recorded: Sequence[Article], read: Mapping[str, Article]) -> tuple[Problem, ...]:
    """What an article says of itself by now and the record, and so the site, otherwise; or, for its date, not yet."""
    file = f"content/{case_id}/events.yaml"
    return tuple(
        Problem(
            "changed", file, f"the article “{article.id}” says {key}: {_said(new)}, the record {_said(old)}.", _KEEP, fatal=False
        )
        for article in recorded
        if article.id in read
        for key in _SAID
        if (new := getattr(read[article.id], key)) not in ((old := getattr(article, key)), None) and (old or key == "published")
    )


def _said(value: object) -> str:
    return f"“{value.edtf if isinstance(value, When) else value}”" if value else "nothing"


_KEEP: Final = "Correct whichever is wrong."


def check(project: Path, today: str | None = None) -> tuple[Problem, ...]:
    """Everything that would stop a build or mislead a reader, the articles that cannot be read included.

    `today` (YYYY-MM-DD) is what the age of an accusation is counted to; without it none is.
    """
    from dateline.reading import denials, origins  # noqa: PLC0415 - they bring what takes sentences apart; a build does without

    case_ids = cases.ids(project)
    files, problems = load(project, case_ids, drafts=False)
    told = {file.case.id: file for file in files}
    for case_id in case_ids:
        documents, found = articles.read_folder(project, case_id)
        read = {document.article.id: document.article for document in documents}
        undated = [problem for document in documents for problem in articles.undated(document)]
        problems += (*found, *undated)
        if today:
            problems += tuple(problem for document in documents for problem in articles.implausible(document, today))
        if (file := told.get(folder.slug(case_id))) is not None:
            counted = origins.credited(documents, origins.origins(documents))
            problems += (
                *_changed(case_id, file.articles, read),
                *provenance.problems(file.articles, counted, case_id),
                *cautions.found(file, f"content/{case_id}", today),
                *denials.unrecorded(documents, file.case.parties),
            )
    if not stops(problems, strict=False):
        try:
            problems += make(project, last=project / "site").problems
        except Stop as stop:
            problems += stop.problems
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line or 0)))
