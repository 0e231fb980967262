"""A case in one language comes in; what other sites ask for to show it goes out: the card (oEmbed)."""

from __future__ import annotations

import json

from dateline.model import Artifact
from dateline.telling import links, snippets
from dateline.telling.entries import Told


def card(story: Told) -> Artifact | None:
    """The case's card as oEmbed 1.0, type rich; None without the site's address. It cannot honour maxwidth, so it is narrow."""
    html = snippets.frame(story)
    if html is None or story.file.drafts:
        return None
    case = story.file.case
    data = {
        "type": "rich",
        "version": "1.0",
        "title": story.title.text,
        "provider_name": case.publisher,
        "provider_url": links.web(case.publisher_url),
        "html": html,
        "width": snippets.WIDTH,
        "height": snippets.HEIGHT,
    }
    known = {key: value for key, value in data.items() if value is not None}
    return Artifact(story.here + "oembed.json", json.dumps(known, ensure_ascii=False, indent=1).encode() + b"\n")
