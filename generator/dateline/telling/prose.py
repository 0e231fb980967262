"""A Markdown page of the newsroom comes in; clean HTML goes out. Quotations never come this way: Markdown changes characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.dossier import Page
from dateline.model import Problem, Stop
from dateline.telling import markup

if TYPE_CHECKING:
    from markupsafe import Markup

MOST: Final = 200_000
"""Characters. The sanitiser is quadratic in depth, and a page of prose is a hundredth of this."""
_TITLE: Final = re.compile(r"\A\s*#[ \t]+[^\n]*\n?")


def html(page: Page) -> Markup:
    """The page's text without its title, as HTML."""
    from markdown import markdown  # noqa: PLC0415 - 60 ms that a case without pages need not pay

    if len(page.text) > MOST:
        raise Stop(Problem("page", page.path, f"is longer than {MOST} characters.", "Split it into several pages."))
    try:
        made = markdown(_TITLE.sub("", page.text, count=1), extensions=["tables"], output_format="html")
    except RecursionError:
        raise Stop(Problem("page", page.path, "is nested too deep.", "Take some of the “>” or the indentation out.")) from None
    return markup.prose(made)
