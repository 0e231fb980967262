"""CaseFiles and templates come in; every file of the site goes out, in memory. No clock, no locale, no order by chance."""

from __future__ import annotations

import base64
import hashlib
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import dateline
from dateline.dossier import CaseFile
from dateline.model import Artifact, Problem, Stop
from dateline.telling import embeds, feeds, markup, pages
from dateline.telling.contexts import LostPage, Widget

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

STYLES: Final = ("style.css", "theme.css")
"""The look, and the file in which a newsroom sets its own colours and letters."""
SCRIPTS: Final = ("embed.js", "resize.js")
_TEMPLATES: Final = (".j2", ".html")
_POLICY: Final = "default-src 'none'; style-src '{hash}'; img-src 'self' data:; base-uri 'none'; form-action 'none'"


def site(cases: Sequence[CaseFile], *, base_url: str | None, templates: Path | None) -> tuple[Artifact, ...]:
    """Every file of the site, by path. `templates` is the newsroom's own folder, whose files win; raises Stop."""
    environment = _environment(templates)
    made = list(pages.pages(cases, base_url))
    found = [*_html(made, environment), *_feeds(cases, made, base_url)]
    found += [Artifact(name, _source(environment, name).encode()) for name in SCRIPTS]
    found.append(Artifact(".nojekyll", b""))
    return _checked(found)


def folder() -> Path:
    """The default theme: in the package where it is installed, else in the checkout."""
    package = Path(dateline.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent.parent / "templates"


def _environment(templates: Path | None) -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415

    places = (folder(),) if templates is None else (templates, folder())
    return Environment(
        loader=FunctionLoader(lambda name: _template(name, places)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _template(name: str, places: Sequence[Path]) -> tuple[str, str, None] | None:
    """The text of the first template of that name and its path, or None; a name cannot lead out of the folders."""
    if ".." in name.split("/") or "\\" in name:
        return None
    path = next((path for place in places if (path := place / name.lstrip("/")).is_file()), None)
    if path is None:
        return None
    raw = path.read_bytes()
    try:
        return raw.decode().replace("\r\n", "\n"), str(path), None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8: byte {raw[error.start]:#04x} is none of its characters."
        raise Stop(Problem("template", f"templates/{name}", message, "Save it as UTF-8.", line)) from error


def _source(environment: Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _html(made: Sequence[pages.Made], environment: Environment) -> Iterator[Artifact]:
    style = _style(environment)
    policy = _POLICY.format(hash=_hash(style))
    for page in made:
        scripts = "; script-src 'self'" if isinstance(page.page, Widget) else ""
        try:
            text = environment.get_template(page.template).render(
                page=page.page, shell=page.page.shell, ui=page.words.ui, style=style, policy=policy + scripts
            )
        except Stop:
            raise
        except Exception as error:  # a newsroom's template may fail in any way
            raise Stop(_template_problem(error, page)) from error
        yield Artifact(page.path, text.encode())


def _style(environment: Environment) -> Markup:
    try:
        return markup.style("".join(_source(environment, name) for name in STYLES))
    except ValueError as error:
        raise Stop(Problem("template", f"templates/{STYLES[0]}", f"cannot stand in a page: {error}.", "Take it out.")) from error


def _hash(style: str) -> str:
    """What the policy needs to let exactly this style through."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _template_problem(error: Exception, page: pages.Made) -> Problem:
    """The template's file and line, where the error knows them, else those of the last template on its way."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError  # noqa: PLC0415

    name, line = page.template, None
    if isinstance(error, TemplateSyntaxError):
        name, line = error.name or name, error.lineno
    else:
        frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
        for path, number in frames:
            if path.suffix in _TEMPLATES:
                name, line = path.name, number
    said, hint = str(error) or type(error).__name__, "A template sees only what dateline/telling/contexts.py lists."
    if isinstance(error, TemplateNotFound):
        said, hint = f"there is no template “{error.name}”", "Correct the name, or put it into templates/."
    return Problem("template", f"templates/{name}", f"cannot make {page.path}: {said}.", hint, line)


def _feeds(cases: Sequence[CaseFile], made: Sequence[pages.Made], base_url: str | None) -> Iterator[Artifact]:
    for file in cases:
        yield feeds.timeline(file)
        for story in pages.stories_of(file, base_url):
            yield from (artifact for artifact in (feeds.atom(story), embeds.card(story)) if artifact is not None)
    drafts = any(file.drafts for file in cases)
    listed = None if drafts else feeds.sitemap(base_url, _listed(cases, made))
    yield from [listed] if listed else []
    yield feeds.robots(base_url, drafts)


def _listed(cases: Sequence[CaseFile], made: Sequence[pages.Made]) -> Iterator[tuple[str, str | None, list[tuple[str, str]]]]:
    """The pages that search engines may list, each with its last change and its versions in other languages."""
    modified = {file.case.id: file.modified for file in cases}
    for page in made:
        shell = page.page.shell
        if not shell.noindex and not isinstance(page.page, LostPage):
            place = page.path.removesuffix(pages.INDEX)
            same = [(link.lang, link.href) for link in shell.alternates if link.lang]
            yield place, modified.get(place.partition("/")[0]), same


def _checked(found: Sequence[Artifact]) -> tuple[Artifact, ...]:
    """By path; two files of one path, or a path that leaves the site, stop the build."""
    by_path: dict[str, Artifact] = {}
    for artifact in found:
        names = artifact.path.split("/")
        if any(name in ("", ".", "..") or "\\" in name or not name.isprintable() for name in names):
            hint = "Use letters, digits and “-” in ids and names of pages."
            raise Stop(Problem("path", artifact.path, "is no path for a page.", hint))
        if artifact.path in by_path:
            hint = "Give the event or page another name."
            raise Stop(Problem("path", artifact.path, "would be made twice.", hint))
        by_path[artifact.path] = replace(artifact, data=markup.straight(artifact.data, escape=names[-1].endswith(".json")))
    return tuple(by_path[path] for path in sorted(by_path))
