"""An event comes in; what it is called goes out: as the record says in this language, else plainly, never in translation.

A plain heading is the kind with the parties, and says who did what to whom where the record tells their sides. Where no word
tells the kind it is what an article says in its own words, in quotation marks and marked as that article's language; else
that it is a report, a claim or a denial, and about whom or whose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dateline import language
from dateline.dossier import Party
from dateline.model import Citation, Event
from dateline.telling import leads, speakers, times, withheld
from dateline.telling.pieces import Piece
from dateline.telling.words import Words, plain

_LONGEST: Final = 60  # characters of a sentence that stand as a heading: three lines of it on a phone
_OPEN: Final = " ,;:–—-("
"""What no heading ends with, where it is cut."""


def title(event: Event, words: Words, parties: Mapping[str, Party]) -> Piece:
    """What stands over the event, where how surely it is told stands beside it."""
    written = event.titles.get(words.tag)
    if written:
        return Piece(written)
    return quoted(event, words, parties) or Piece(_plain(event, words, parties))


def label(event: Event, words: Words, parties: Mapping[str, Party]) -> str | None:
    """What leads to a title of another language: what it is, in this one."""
    return _other(event, words)["alone"] if title(event, words, parties).lang else None


def alone(event: Event, words: Words, parties: Mapping[str, Party]) -> str:
    """The title where nothing stands beside it and no words of another language can be marked.

    What nobody wrote says itself that it is only claimed, or unattributed.
    """
    found = title(event, words, parties)
    if found.lang:
        return _plain(event, words, parties)
    if event.titles.get(words.tag) or event.status == "established" or event.kind == "other":
        return found.text
    return f"{found.text}{words.ui['dot']}{words.name('statuses', event.status)}"


def quoted(event: Event, words: Words, parties: Mapping[str, Party]) -> Piece | None:
    """For an event of which no word tells the kind, how a reporter begins to tell it, cut where a word ends.

    In another language only where nobody is named by whom it could go.
    """
    if event.kind != "other" or event.titles.get(words.tag):
        return None
    own = (one for one in leads.ordered(event, words.tag) if _is_reporters(one, event.kind, words, parties.values()))
    citation = next(own, None) if event.status == "established" else None
    if citation is None or (event.parties and citation.lang != words.tag):
        return None
    return words.piece(words.say("quoted", text=_begun(citation)), citation.lang)


def _is_reporters(citation: Citation, kind: str, words: Words, parties: Iterable[Party]) -> bool:
    """The reporter vouches for it alone, and it names nobody who is accused or protected: no heading says that of anybody."""
    voice = citation.voice
    if voice.status != "established" or voice.who or speakers.tells_speech(citation, kind):
        return False
    return not withheld.marked(citation.quote, words) and not any(one.accused and one.named_in(citation.quote) for one in parties)


def _begun(citation: Citation) -> str:
    """The quotation, or as many of its first words as a heading holds, with “…”: no date is cut in two."""
    quote = citation.quote
    if len(quote) <= _LONGEST:
        return " ".join(quote.split())
    at = max(quote.rfind(" ", 0, _LONGEST + 1), 0) or _LONGEST
    first, mention = quote[:at], citation.mention
    if mention and mention.start - citation.start < at < mention.end - citation.start:
        first = quote[: mention.start - citation.start] or first
    return f"{' '.join(first.split()).rstrip(_OPEN)} …"


def _plain(event: Event, words: Words, parties: Mapping[str, Party]) -> str:
    """In this language's own words: the kind and the parties."""
    return _kind(event, words, parties) if event.kind != "other" else _told(event, words, parties)


def _told(event: Event, words: Words, parties: Mapping[str, Party]) -> str:
    """What no word names: whether it is a report, a claim or a denial, with about whom, else by whom, else of when."""
    forms, speaker = _other(event, words), speakers.named(event, words, parties)
    about = [name for name in _called(event.parties, parties) if name != speaker]
    if about:
        return forms["about"].format(about=words.either(about, "standard"))
    if speaker and "by" in forms:
        return forms["by"].format(by=speaker)
    if event.when is None:
        return forms["alone"]
    return words.say("title", kind=forms["alone"], parties=plain(times.line(event.when, words)))


def _other(event: Event, words: Words) -> Mapping[str, str]:
    return words.labels["others"][event.status]  # type: ignore[no-any-return]


def _kind(event: Event, words: Words, parties: Mapping[str, Party]) -> str:
    """The kind, with who did it to whom; alone, where a name beside it could be of either."""
    forms: Mapping[str, str] = words.labels["titles"].get(event.kind, {})
    sides = {side: names for side, names in (("by", event.by), ("to", event.to)) if names}
    form = forms.get("both" if len(sides) == 2 else "") or next(
        (forms[side] for side in ("to", "by") if side in sides and side in forms), None
    )
    if form is not None:
        return form.format_map({side: words.either(_called(names, parties), "standard") for side, names in sides.items()})
    kind = words.name("kinds", event.kind)
    if not event.parties or language.kinds()[event.kind].get("directed") == "yes":
        return kind
    return words.say("title", kind=kind, parties=words.ui["between_parties"].join(_called(event.parties, parties)))


def _called(ids: Iterable[str], parties: Mapping[str, Party]) -> list[str]:
    return [parties[one].names[0] if one in parties else one for one in ids]
