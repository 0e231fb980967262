"""A Mention comes in, with its sentence; out goes whether it dates the deed that the law answers, and no act of the law.

“is charged with forging invoices in July 2019”, “wegen eines Betrugs vom Oktober 2018 verurteilt”: which stretch of a sentence
tells the deed stands in the language file under `reading: deeds:`. What has just happened when an article is written is the
news itself: “was convicted of taking bribes on Monday”.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from dateline import language
from dateline.language import Language
from dateline.model import Mention, Sentence, Status
from dateline.reading import cues
from dateline.reading.triggers import Trigger

_BEFORE: Final = 180  # characters before a date in which a stretch that ends with it begins
_BEHIND: Final = 100
_NEWS: Final = 31  # days: what is so young is told as news


def stretch(mention: Mention, sentence: Sentence, lang: Language) -> tuple[int, int] | None:
    """The words that tell of a deed that it was done at that time, with those that tell how the law answers it."""
    rule = lang.reading.get("deeds")
    if rule is None or _is_news(mention, sentence):
        return None
    within = max(sentence.start, mention.start - _BEFORE), min(sentence.end, mention.end + _BEHIND)
    return cues.over(lang.tag, rule["match"], sentence.document.text, (mention.start, mention.end), within)


def _is_news(mention: Mention, sentence: Sentence) -> bool:
    """It lies right before publication; or nobody knows when it is."""
    published = sentence.document.article.published
    if mention.when is None:
        return True
    last = mention.when.span[1]
    if published is None or published.earliest is None or last is None or last[0] < date.min.year:
        return False
    return (date.fromisoformat(published.earliest) - date(*last)).days <= _NEWS


def may_be(trigger: Trigger, told: tuple[int, int]) -> bool:
    """The trigger tells that deed: it is of the stretch, and no act of the law."""
    return told[0] <= trigger.start and trigger.end <= told[1] and not _of_law(trigger)


def status(told: tuple[int, int], triggers: Iterable[Trigger]) -> Status:
    """How surely the deed is told: for what a court has punished it for, as reported; else somebody alleges it."""
    acts = [trigger for trigger in triggers if _of_law(trigger)]
    nearest = min(acts, key=lambda act: max(act.start - told[1], told[0] - act.end, 0), default=None)
    kind = language.kinds()[nearest.kind] if nearest else {}
    return "reported" if kind.get("ruling") == "yes" and kind.get("neutral") != "yes" else "alleged"


def _of_law(trigger: Trigger) -> bool:
    return "step" in language.kinds()[trigger.kind]
