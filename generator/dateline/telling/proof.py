"""A page as built comes in; the copy that a preview shows goes out: with a reload script, and what is wrong on top.

Only this copy's Content-Security-Policy is widened, and only to the preview's own files; the page itself stays as it is.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
_OLD: Final = "Not built. What you see is the last build that worked."
_TYPES: Final = {"reload.js": "text/javascript; charset=utf-8", "problems.css": "text/css; charset=utf-8"}
_POLICY: Final = re.compile(
    rb"""(<meta\s[^>]*http-equiv=["']?content-security-policy["']?[^>]*\scontent=)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
_OWN: Final = {"script-src": "'self'", "style-src": "'self'", "connect-src": "'self'"}


def files() -> Mapping[str, tuple[str, bytes]]:
    """The preview's own files by name: media type and bytes."""
    texts = {"reload.js": _SCRIPT.replace("FOLDER", FOLDER), "problems.css": _STYLE}
    return {name: (_TYPES[name], text.encode()) for name, text in texts.items()}


def of(page: bytes, version: str, problems: Sequence[Problem] = (), heading: str = _OLD) -> bytes:
    """The page's copy for the preview. `version` names the build, so that the page knows when it is old."""
    own = f'<script src="{FOLDER}reload.js" data-version="{escape(version)}"></script>'
    extra = (_overlay(problems, heading) + own).encode()
    page = _POLICY.sub(_widen, page)
    head, end, tail = page.rpartition(b"</body>")
    return head + extra + end + tail if end else page + extra


def error_page(version: str, problems: Sequence[Problem]) -> bytes:
    """A whole page where there is no good one yet."""
    page = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>dateline: not built yet</title><body></body></html>'
    return of(page.encode(), version, problems, "Not built yet.")


def _overlay(problems: Sequence[Problem], heading: str) -> str:
    if not problems:
        return ""
    stopping = [problem for problem in problems if problem.fatal] or problems
    items = "".join(f"<li><code>{escape(_place(problem))}</code> {escape(_sentence(problem))}</li>" for problem in stopping)
    return (
        f'<link rel="stylesheet" href="{FOLDER}problems.css"><div id="dateline-problems" role="alert" lang="en">'
        f"<h2>{heading}</h2><ul>{items}</ul></div>"
    )


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
