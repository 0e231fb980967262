"""An entry of “citations” comes in; the Citation goes out, and what is wrong with it is noted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast, get_args

from dateline import figures
from dateline.case import UNSAID
from dateline.entries import Entry, near
from dateline.figures import Figure, FigureError
from dateline.model import BY_HAND, CREDIBILITIES, Article, Basis, Citation, Mention, Review, Status, Voice

KEYS: Final = (
    *("article", "quote", "start", "end", "prefix", "suffix", "words", "words_start", "words_end", "when", "end_after"),
    *("rule", "basis", "anchor", "status", "voice", "role", "cue", "voice_rule", "translations", "credibility", "figures"),
    "relays",
)
FIGURE_KEYS: Final = ("words", "start", "value", "unit", "rule")
STATUSES: Final = get_args(Status)
"""What a citation or an event may be told as, as the record writes it."""


def citation(entry: Entry, articles: Mapping[str, Article], review: Review, lang: str) -> Citation:
    """What one entry of “citations” says; `review` is that of its event, `lang` that of its translations where none is named."""
    article = entry.text("article", required="Name the article that it quotes: “article: ...”.") or ""
    if article and article not in articles and review != "rejected":
        _unknown_article(entry, article, articles)
    quote = entry.text("quote", required="Copy the words out of the article: “quote: ...”.") or ""
    start, end = _span(entry, len(quote))
    return Citation(
        article=article,
        lang=articles[article].lang if article in articles else UNSAID,
        quote=quote,
        start=start,
        end=end,
        prefix=entry.text("prefix") or "",
        suffix=entry.text("suffix") or "",
        mention=_mention(entry, quote, start),
        voice=_voice(entry, quote, start),
        translations=entry.texts("translations", lang),
        credibility=entry.choice("credibility", CREDIBILITIES, "") or None,
        figures=tuple(_figure(item, quote, start) for item in entry.entries("figures", FIGURE_KEYS, "figure")),
        relays=_relays(entry),
        line=entry.line,
    )


def _relays(entry: Entry) -> str | None:
    relays = entry.text("relays")
    if relays is not None and not relays.strip():
        entry.note("missing", "the citation has an empty “relays”.", "Name the outlet, or leave it out.", "relays")
    return relays


def _unknown_article(entry: Entry, article: str, articles: Mapping[str, Article]) -> None:
    hint = near(article, articles) or "List it under “articles” in this file."
    entry.note("no-article", f"there is no article “{article}” in this record.", hint, "article")


def _span(entry: Entry, length: int) -> tuple[int, int]:
    """Start and end; (-1, -1) where they are left out, so that the check against the source can say them."""
    start, end = entry.number("start"), entry.number("end")
    if start is None or end is None:
        return -1, -1
    if length and end - start != length:
        hint = f"For this quotation write “end: {start + length}”, if “start” is right."
        entry.note("span", f"“start” and “end” span {end - start} characters, the quotation has {length}.", hint, "end")
    return start, end


def _mention(entry: Entry, quote: str, start: int) -> Mention | None:
    words, when = entry.text("words"), entry.when("when", "end_after")
    if words is None:
        if when:
            entry.note("words", "the citation has a “when” and no “words”.", "Add the words that name the date.", "when")
        return None
    at = _words_start(entry, words, quote, start, "words_start")
    basis = entry.choice("basis", get_args(Basis), "stated") if when else None
    rule = entry.text("rule") or BY_HAND
    value = when.edtf if when else ""
    anchor = entry.text("anchor") if basis == "anchor" else None
    return Mention(at, at + len(words), words, "DATE", value, when, rule, cast("Basis | None", basis), anchor)


def _figure(entry: Entry, quote: str, start: int) -> Figure:
    words = entry.text("words", required="Copy the words that tell it out of the quotation.") or ""
    value = entry.text("value", required="Write the number in plain digits, as in “value: 2300000”.") or "0"
    unit = entry.text("unit", required="Write a currency or what is counted: “unit: EUR”, “unit: person”.") or "unknown"
    at = _words_start(entry, words, quote, start, "start")
    try:
        figures.bounds(value)
    except FigureError as error:
        entry.note("figure", f"{error}.", "Write 2300000, 40000~ (about), 2000/.. (at least), ../25000 or 20/30.", "value")
        value = "0"
    if not figures.UNIT.fullmatch(unit):
        entry.note("figure", f"“{unit}” is no unit.", "Write a currency, as in EUR, or one word in small letters.", "unit")
    return Figure(at, at + len(words), words, value, unit, entry.text("rule") or BY_HAND)


def _words_start(entry: Entry, words: str, quote: str, start: int, key: str) -> int:
    """Where words of the quotation begin; they must stand in it."""
    said = entry.number(key)
    at = quote.find(words) if said is None else said - start
    if quote and start >= 0 and (at < 0 or quote[at : at + len(words)] != words):
        found = quote.find(words)
        hint = f"They stand at {key}: {start + found}." if found >= 0 else "Copy them out of the quotation."
        which = "dating words" if key == "words_start" else "words"
        entry.note("words", f"the {which} “{words}” do not stand there in the quotation.", hint, "words")
    return start + max(at, 0) if start >= 0 else -1


def _voice(entry: Entry, quote: str, start: int) -> Voice:
    cue = entry.text("cue")
    at = quote.find(cue) if cue and start >= 0 else -1
    return Voice(
        status=cast("Status", entry.choice("status", STATUSES, "established")),
        who=entry.text("voice"),
        role=entry.text("role"),
        cue=cue,
        start=start + at if cue and at >= 0 else None,
        end=start + at + len(cue) if cue and at >= 0 else None,
        rule=entry.text("voice_rule"),
    )
