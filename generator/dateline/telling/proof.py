"""A page as built comes in; the copy that a preview shows goes out: with a reload script, and what is wrong on top.

Only this copy's Content-Security-Policy is widened, and only to the preview's own files; the page itself stays as it is.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Template

    from dateline.model import Problem

FOLDER: Final = "/__dateline/"
# Only a visible page that is no frame listens: a browser allows six connections to one address, and each would take one.
_SCRIPT: Final = """\
"use strict";
const seen = document.currentScript.dataset.version;
let source;
function listen() {
  if (source) source.close();
  source = document.hidden ? undefined : new EventSource("FOLDERevents");
  if (source) source.onmessage = (event) => { if (event.data !== seen) location.reload(); };
}
if (window.parent === window) {
  document.addEventListener("visibilitychange", listen);
  listen();
}
"""
_STYLE: Final = """\
#dateline-problems {
  position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; padding: 1rem 1.5rem;
  background: #fff4f2; color: #1c1c1c; border-top: 4px solid #b3261e;
  font: 1rem/1.5 system-ui, sans-serif; text-align: left; direction: ltr;
}
#dateline-problems h2 { margin: 0; font-size: 1.1rem; color: #8c1d18; }
#dateline-problems ul { margin: .5rem 0; padding-left: 1.2rem; }
#dateline-problems code { font-weight: 600; overflow-wrap: anywhere; }
"""
_TYPES: Final = {"reload.js": "text/javascript; charset=utf-8", "problems.css": "text/css; charset=utf-8"}
_POLICY: Final = re.compile(
    rb"""(<meta\s[^>]*http-equiv=["']?content-security-policy["']?[^>]*\scontent=)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
_OWN: Final = {"script-src": "'self'", "style-src": "'self'", "connect-src": "'self'"}


def files() -> Mapping[str, tuple[str, bytes]]:
    """The preview's own files by name: media type and bytes."""
    texts = {"reload.js": _SCRIPT.replace("FOLDER", FOLDER), "problems.css": _STYLE}
    return {name: (_TYPES[name], text.encode()) for name, text in texts.items()}


def of(page: bytes, version: str, problems: Sequence[Problem] = ()) -> bytes:
    """The page's copy for the preview. `version` names the build, so that the page knows when it is old."""
    extra = _told(version, problems, alone=False)
    page = _POLICY.sub(_widen, page)
    head, end, tail = page.rpartition(b"</body>")
    return head + extra + end + tail if end else page + extra


def error_page(version: str, problems: Sequence[Problem]) -> bytes:
    """A whole page where there is no good one yet."""
    return _told(version, problems, alone=True)


def _told(version: str, problems: Sequence[Problem], *, alone: bool) -> bytes:
    """What is wrong and the reload script, as `proof.html.j2` has them; `alone` with a page around."""
    stopping = [problem for problem in problems if problem.fatal] or problems
    told = [(_place(problem), _sentence(problem)) for problem in stopping]
    return _template().render(alone=alone, problems=told, folder=FOLDER, version=version).encode()


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - what is only built has its own

    place = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=place, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("proof.html.j2")


def _place(problem: Problem) -> str:
    return ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part is not None)


def _sentence(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".strip()


def _widen(found: re.Match[bytes]) -> bytes:
    policy = unescape((found[2] or found[3] or b"").decode())
    rules = {words[0].lower(): words[1:] for rule in policy.split(";") if (words := rule.split())}
    for name, source in _OWN.items():
        kept = [word for word in rules.get(name, rules.get("default-src", ["*"])) if word != "'none'"]
        rules[name] = [*kept, *([] if source in kept else [source])]
    return found[1] + b'"' + escape("; ".join(" ".join((name, *words)) for name, words in rules.items())).encode() + b'"'
