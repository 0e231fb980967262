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
_TURNS: Final = re.compile(rb"\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")
"""U+202A to U+202E and U+2066 to U+2069. The pages isolate every text of another direction themselves."""


def straight(data: bytes, *, escape: bool = False) -> bytes:
    """UTF-8 without the characters that turn the direction of what follows; with `escape` as JSON names them."""
    return _TURNS.sub(lambda found: f"\\u{ord(found[0].decode()):04x}".encode() if escape else b"", data)


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
