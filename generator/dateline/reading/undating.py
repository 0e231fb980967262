"""A sentence, a speaker or an article comes in with its dates; what is left without them, or by them at most, goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Document, Mention, Sentence, Voice
from dateline.when import When, WhenError


def plain(mention: Mention) -> Mention:
    """The time named, without “until”, “after” or the like, which belong to the clause before."""
    try:
        return replace(mention, when=When.parse(mention.value))
    except WhenError:
        return mention


def bound(document: Document) -> When | None:
    """What has happened when an article is published happened by then."""
    published = document.article.published
    if published is None or "/" in published.edtf or published.latest is None:
        return None
    return When.parse(f"../{published.edtf}")


def speaker(voice: Voice, dated: Sequence[Mention]) -> Voice:
    """The speaker without the day of speaking (“their lawyer on Monday”)."""
    who = voice.who
    for mention in dated:
        if who is not None and who != mention.words:
            who = who.removesuffix(mention.words).removeprefix(f"{mention.words} ").strip(" ,")
    return replace(voice, who=who)


def words(sentence: Sentence, dated: Sequence[Mention]) -> str:
    """The sentence with its dates blotted out."""
    text, offset = sentence.text, sentence.start
    for mention in dated:
        text = text[: mention.start - offset] + "|" * (mention.end - mention.start) + text[mention.end - offset :]
    return text
