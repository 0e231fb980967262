"""Text that was checked comes in; markup that a template prints as it stands goes out. No other module may make any."""

from __future__ import annotations

import re
from typing import Final

import nh3
from markupsafe import Markup

TAGS: Final = frozenset(
    {
        *(
            "h2",
            "h3",
            "h4",
            "p",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "code",
            "em",
            "strong",
            "a",
            "hr",
            "br",
        ),
        *("table", "thead", "tbody", "tr", "th", "td", "sup", "sub"),
    }
)
_ATTRIBUTES: Final = {"a": {"href", "hreflang"}, "th": {"scope"}, "ol": {"start"}}


def style(css: str) -> Markup:
    """A style sheet for a <style> element, without comments; anything that could end the element is refused."""
    if "<" in css:
        raise ValueError("a style sheet must not contain “<”")
    short = re.sub(r"/\*.*?\*/|\s+", lambda found: " " if found[0].isspace() else "", css, flags=re.DOTALL)
    return Markup(re.sub(r" ?([{};]) ?", r"\1", short).strip())  # noqa: S704 - no “<” in it


def prose(html: str) -> Markup:
    """HTML from Markdown, reduced to the tags of a plain text; links lead to http(s), mail or the site itself."""
    clean = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
    return Markup(clean)  # noqa: S704 - sanitised on the line above
