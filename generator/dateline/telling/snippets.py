"""A case in one language comes in; the lines that another site pastes to show its timeline go out."""

from __future__ import annotations

from html import escape
from typing import Final

from dateline.telling import links
from dateline.telling.entries import Told

WIDTH: Final = 600
HEIGHT: Final = 600
"""Pixels of the frame before it has told its own height."""


def snippet(story: Told) -> str | None:
    """A link with the case's title and count, which the script turns into a frame; None without the site's address."""
    timeline = links.absolute(story.base_url, story.here)
    frame = links.absolute(story.base_url, story.here + "embed/")
    script = links.absolute(story.base_url, "embed.js")
    if timeline is None or frame is None or script is None:
        return None
    return (
        f'<p class="dateline-embed" data-frame="{escape(frame)}" lang="{escape(story.words.tag)}" dir="{story.words.dir}">'
        f'<a href="{escape(timeline)}">{escape(caption(story))}</a></p>\n'
        f'<script src="{escape(script)}" async></script>'
    )


def frame(story: Told) -> str | None:
    """The frame itself, for who asks for a card (oEmbed)."""
    source = links.absolute(story.base_url, story.here + "embed/")
    if source is None:
        return None
    return (
        f'<iframe src="{escape(source)}" title="{escape(story.title.text)}" width="{WIDTH}" height="{HEIGHT}" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>'
    )


def caption(story: Told) -> str:
    """The case's title and how many events it tells."""
    told = sum(event.review != "withdrawn" for event in story.events)
    return story.words.say("title_count", title=story.title.text, count=story.words.count("events", told))
