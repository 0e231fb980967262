"""A place in a text comes in; whether its clause tells what is over there, or points forward, goes out.

A clause is read once. In one that tells what is over, a day may still be to come: the one for which somebody calls, summons
or sets something (“called for a strike on 1 July”, “set the hearing for 5 July”).
"""

from __future__ import annotations

import re
from typing import Final

from dateline.reading.dates.rulebook import Rulebook, compiled
from dateline.reading.dates.tensewords import Context, Done

_CLAUSE_END: Final = re.compile(r"[!?\n,;–—\"»«„“”()]|:(?!\d)|(?<!\b\d)(?<!\b\d\d)\. ")
_ARTICLE: Final = 5
"""Characters between a word and a date; no more hold an article alone."""
_SHORT: Final = 24
"""Characters of a date alone."""
_ASIDE: Final = 30
"""Characters of a date that stands between commas, with what introduces it."""
_BESIDE: Final = 12
"""Characters behind a participle in which its auxiliary stands (“vrijgelaten wordt”)."""
_REST: Final = re.compile(r"[!?\n;]|:(?!\d)|(?<!\b\d)(?<!\b\d\d)\. ")
_SENTENCE: Final = 300
"""Characters; a longer sentence is looked at in parts for words that point forward."""


class Tenses:
    """The clauses of one text, in small letters; keeps what the one at hand tells."""

    def __init__(self, book: Rulebook, low: str) -> None:
        self.book, self.low = book, low
        self.whole = (0, -1)
        self.begin, self.end, self.forward, self.happened = 0, -1, False, False

    def toward(self, at: int) -> str:
        """Where a bare weekday or month there lies: ahead where the clause points forward, or a term of what has not happened."""
        effect = self.leading(at)
        if effect == "since" or self.asked(at):
            return "past"
        ahead = self.points_forward(at) or (effect == "to" and not self.happened) or self.set(at)
        return "future" if ahead else "past"

    def timeless(self, at: int) -> bool:
        """The clause tells nothing that happened, and nothing bounds what is named there."""
        self.look(at)
        return not self.happened and self.leading(at) is None

    def behind(self, at: int) -> bool:
        """The clause tells what happened, and nothing in it points forward, nor to that place; or a participle tells it."""
        self.look(at)
        if self.done(at) or self.asked(at):
            return True
        if self.happened or self.forward:
            return not self.forward and not self.coming(at)
        return self.told_beside()

    def done(self, at: int) -> bool:
        """A participle tells without its auxiliary what was done then: “Lind, fined on 3 May, ...”."""
        done, coming = self.book.done, self.book.coming
        if done is None or self.leading(at) == "to" or (coming and self.stands(coming.to, at)) or self.coming(at):
            return False
        return self.done_before(done, at) or self.done_behind(done, at)

    def done_before(self, done: Done, at: int) -> bool:
        """It stands before the day, and nothing between or before it points forward."""
        found = self.participle(done, done.words, self.begin, at)
        return found is not None and not self.has(done.but, found.end(), at) and not self.has(self.book.future, self.begin, at)

    def done_behind(self, done: Done, at: int) -> bool:
        """It stands behind the day, and nothing before it or right behind points forward."""
        found = self.participle(done, done.behind, at, self.end) if done.behind else None
        return found is not None and not self.has(self.book.future, self.begin, min(self.end, found.end() + _BESIDE))

    def participle(self, done: Done, words: str, begin: int, end: int) -> re.Match[str] | None:
        """The first of the words there that has no auxiliary or article right before it."""
        places = compiled(words).finditer(self.low, begin, end)
        return next((found for found in places if done.not_after.before(self.low, found.start()) is None), None)

    def told_beside(self) -> bool:
        """The clause at hand is a date alone (“on her birthday, 3 June”, “On 3 June, he”), and beside it stands what happened."""
        begin, end = self.whole
        if min(end, len(self.low)) - begin > _ASIDE:
            return False
        if self.low[begin - 1 : begin] in (",", "("):
            before = self.clause(begin - 1, begin - 1)
            if before[1] - before[0] > _ASIDE or self.has(self.book.happened, *before):
                return self.tells(*before)
        close = _REST.search(self.low, end, end + _SENTENCE)
        return self.low[end : end + 1] in (",", ")") and self.tells(end, close.start() if close else end + _SENTENCE)

    def tells(self, begin: int, end: int) -> bool:
        """What happened is told there, and nothing points forward, nor is anything set for a day."""
        if not self.has(self.book.happened, begin, end) or self.has(self.book.future, begin, end):
            return False
        coming = self.book.coming
        if coming is None or self.has(coming.calls, begin, end):
            return coming is None
        return not self.has(coming.sets, begin, end) or not any(aim in self.low[begin:end] for aim in coming.aims.texts)

    def coming(self, at: int) -> bool:
        """What is named there may be to come in a clause that tells what happened: “called for a strike on”, “a strike for”."""
        coming = self.book.coming
        return coming is not None and (self.stands(coming.aims, at) or self.told_last(coming.calls, at) or self.set(at))

    def asked(self, at: int) -> bool:
        """Somebody asked for something then, whatever is to come of it: “on Tuesday called for him to be fined”."""
        coming = self.book.coming
        asked = coming.asked if coming else None
        if coming is None or asked is None or self.stands(coming.aims, at):
            return False
        self.look(at)
        places = list(compiled(asked).finditer(self.low, self.begin, self.end))
        if any(found.end() == at - 1 for found in places):
            return True
        behind = next((found.start() for found in places if found.start() > at), None)
        return behind is not None and not self.has(self.book.future, self.begin, behind)

    def set(self, at: int) -> bool:
        """Somebody sets something, or calls for it, and the word right before says for when: “gave them until”."""
        coming = self.book.coming
        if coming is None or not (self.stands(coming.aims, at) or self.stands(coming.to, at)):
            return False
        return self.told_last(coming.calls, at) or self.told_last(coming.sets, at) or self.told_next(coming.sets, at)

    def stands(self, words: Context, at: int) -> bool:
        """One of the words stands right before it."""
        return words.before(self.low, at) is not None

    def told_last(self, words: str, at: int) -> bool:
        """One of the words stands before it in the clause, and nothing that happened between."""
        self.look(at)
        found = list(compiled(words).finditer(self.low, self.begin, at))
        return bool(found) and not self.has(self.book.happened, found[-1].end(), at)

    def told_next(self, words: str, at: int) -> bool:
        """The same behind it: some languages end a clause with what happened."""
        self.look(at)
        found = compiled(words).search(self.low, at, self.end)
        return found is not None and not self.has(self.book.happened, at, found.start())

    def leading(self, at: int) -> str | None:
        """What the words before it make of it: since, to ...; None where they leave it as it is."""
        text = self.book.modifying.before(self.low, at)
        modifier = None if text is None else self.book.modifiers[text]
        if modifier and modifier.joins and modifier.effect == "within":
            text = self.book.modifying.before(self.low, at - len(text or ""))
            modifier = None if text is None else self.book.modifiers[text]
        return modifier.effect if modifier else None

    def points_forward(self, at: int) -> bool:
        """The clause has a word that points forward; where it tells what happened too, one before it goes on.

        In “they won on Sunday and will play on Tuesday” Sunday is past.
        """
        self.look(at)
        if not (self.forward and self.happened and (onward := self.book.onward)):
            return self.forward
        turn = compiled(onward).search(self.low, at, self.end)
        begin, end = self.begin, turn.start() if turn else self.end
        return self.has(self.book.future, begin, end) or not self.has(self.book.happened, begin, end)

    def look(self, at: int) -> None:
        """Read the clause for its tense; looked up once a clause."""
        if at < self.end:
            return
        if at >= self.whole[1]:
            self.whole = self.clause(at, at)
        self.begin, self.end = self.of_one_tense(at, *self.whole)
        self.forward = self.has(self.book.future, self.begin, self.end)
        self.happened = self.has(self.book.happened, self.begin, self.end)

    def of_one_tense(self, at: int, begin: int, end: int) -> tuple[int, int]:
        """Of a clause, what is said or who says it, whichever holds the place; a date alone is neither ("only on 3 May")."""
        if self.book.told_of is None:
            return begin, end
        end = min(end, len(self.low))
        for opener in compiled(self.book.told_of).finditer(self.low, begin, end):
            if opener.start() < at:
                begin = opener.end() if at - opener.end() > _ARTICLE or end - at > _SHORT else begin
            elif opener.start() - at > _SHORT or self.has(self.book.happened, begin, at) or self.has(self.book.future, begin, at):
                return begin, opener.start()
        return begin, end

    def has(self, words: str | None, begin: int, end: int) -> bool:
        """One of the words stands there."""
        return words is not None and compiled(words).search(self.low, begin, end) is not None

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the clause around a place."""
        low, begin = self.low, max(0, start - _SENTENCE)
        begin = max((found.end() for found in _CLAUSE_END.finditer(low, begin, start)), default=begin)
        close = _CLAUSE_END.search(low, end, end + _SENTENCE)
        return begin, close.start() if close else end + _SENTENCE
