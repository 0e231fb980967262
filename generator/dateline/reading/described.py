"""A Mention comes in, with its sentence; out goes the noun that its time describes, if it does, as a Noun.

“the 2017 contract”, “la perquisition du 3 juin”: such a time is the noun's, and no verb's beside it that has one of its own. How
each language says so stands in its file under `reading:` as `described`, `lends` and `enclosed`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.language import Language
from dateline.model import Mention, Sentence
from dateline.reading import cues
from dateline.reading.triggers import Trigger

_BEFORE: Final = 70  # characters before a time in which the noun that it describes begins
_BEHIND: Final = 40


@dataclass(frozen=True, slots=True)
class Noun:
    """Where the noun stands with its time; `lends`: what is told happened in it (“in the 2018 attack”), so that its time is
    the verb's as well; `enclosed`: a clause about the noun tells it, and the verb of another follows (“the bar that opened in
    2004 was”).
    """

    start: int
    end: int
    lends: bool
    enclosed: bool

    def holds(self, trigger: Trigger) -> bool:
        """The trigger is the noun itself, or of the clause about it."""
        return self.start <= trigger.start and trigger.end <= self.end

    def bars(self, trigger: Trigger) -> bool:
        """The trigger is a verb whose date it cannot be: it governs the noun, or goes on behind a clause about it."""
        return not self.holds(trigger) and (self.enclosed or (trigger.end <= self.start and not self.lends))


def noun(mention: Mention, sentence: Sentence, lang: Language) -> Noun | None:
    """What the time describes."""
    for name in ("enclosed", "lends", "described"):
        rule = lang.reading.get(name)
        within = max(sentence.start, mention.start - _BEFORE), min(sentence.end, mention.end + _BEHIND)
        date = mention.start, mention.end
        if rule is not None and (found := cues.over(lang.tag, rule["match"], sentence.document.text, date, within)):
            return Noun(*found, lends=name == "lends", enclosed=name == "enclosed")
    return None


def alone(mention: Mention, dated: Sequence[Mention], sentence: Sentence, lang: Language) -> bool:
    """The time does nothing but describe a noun: the sentence has another, which does not."""
    own = noun(mention, sentence, lang)
    if own is None or own.lends or own.enclosed:
        return False
    return any(noun(other, sentence, lang) is None for other in dated if other != mention)
