"""A Markdown page of the newsroom comes in; clean HTML goes out. Quotations never come this way: Markdown changes characters."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING, Final

from dateline.dossier import Page
from dateline.model import Problem, Stop
from dateline.telling import links, markup

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from markupsafe import Markup

MOST: Final = 200_000
"""Characters. The sanitiser is quadratic in depth, and a page of prose is a hundredth of this."""
BRACKETS: Final = "\ue000\ue001"
"""Stand in a page's text for brackets that mean nothing to Markdown, in code neither."""
_PLAIN: Final = str.maketrans(BRACKETS, "[]")
_NOWHERE: Final = re.compile(rf'<a\b[^>]*\bhref="[^"]*[{BRACKETS}][^"]*"[^>]*>(.*?)</a>', re.DOTALL)
"""A link to an address of which a part is withheld."""
_MAY_LINK: Final = re.compile(r"\](?:\(|:)|href")
_HREF: Final = re.compile(r'<a href="([^"]*)"')
_TITLE: Final = re.compile(r"\A\s*#[ \t]+[^\n]*\n?")


def astray(page: Page, here: str, base_path: str, paths: Collection[str]) -> Iterator[Problem]:
    """A Problem for each link of the page that leads to a place on the site where nothing stands.

    `here` is the folder of the page and `paths` are all files, both below the site's root; `base_path` is where that stands.
    """
    if not _MAY_LINK.search(page.text):
        return
    for href in dict.fromkeys(_HREF.findall(html(page))):
        target = links.target(unescape(href), here, base_path)
        if target is not None and target not in paths and posixpath.join(target, "index.html") not in paths:
            line = next((number for number, text in enumerate(page.text.splitlines(), 1) if href in text), None)
            hint = "Correct the address, or take the link out."
            yield Problem("astray", page.path, f"a link leads to “{href}”, where nothing stands.", hint, line, fatal=False)


def html(page: Page) -> Markup:
    """The page's text without its title, as HTML."""
    from markdown import markdown  # noqa: PLC0415 - 60 ms that a case without pages need not pay

    if len(page.text) > MOST:
        raise Stop(Problem("page", page.path, f"is longer than {MOST} characters.", "Split it into several pages."))
    try:
        made = markdown(_TITLE.sub("", page.text, count=1), extensions=["tables"], output_format="html")
    except RecursionError:
        raise Stop(Problem("page", page.path, "is nested too deep.", "Take some of the “>” or the indentation out.")) from None
    return markup.prose(_NOWHERE.sub(r"\1", made).translate(_PLAIN))
