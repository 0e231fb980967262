"""Replies: quoted in their source's language, called a translation in others, and no quotation where no source has them."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
import sample

from dateline.dossier import Party, Reply, Stage
from dateline.model import Citation, Event, Voice
from dateline.telling import replies, words
from dateline.telling.pieces import Answer, Piece
from dateline.telling.words import plain
from dateline.texts import Texts

ARTICLES = {article.id: article for article in sample.articles()}
BOTH = {"en": "We did nothing.", "fr": "Nous n’avons rien fait."}


def answer(lang: str, said: dict[str, str], *sources: str) -> Answer:
    party = Party("norvik", ("Norvik",), accused=True, reply=Reply(words=Texts.of(said), sources=sources))
    return replies.answers([party], ARTICLES, words.of(lang), sources="")[0]


def test_in_the_sources_language_it_is_a_quotation() -> None:
    found = answer("fr", BOTH, "courrier-fr")
    assert plain(found.words) == "«\u202fNous n’avons rien fait.\u202f»"
    assert (found.translated, found.language) == (False, None)
    assert found.source is not None


def test_in_another_it_is_our_translation() -> None:
    found = answer("en", BOTH, "courrier-fr")
    assert (plain(found.words), found.translated, found.language) == ("“We did nothing.”", True, None)


def test_each_source_vouches_for_its_own_language() -> None:
    found = answer("en", BOTH, "courrier-fr", "courier-en")
    assert found.translated is False
    assert found.source is not None
    assert found.source.href == "#a-courier-en"


def test_where_no_words_are_in_the_pages_language_the_source_is_heard_marked_as_its_language() -> None:
    found = answer("de", BOTH, "courrier-fr")
    assert (found.translated, found.language) == (False, "Französisch")
    assert ("Nous n’avons rien fait.", "fr") in [(piece.text, piece.lang) for piece in found.words]


@pytest.mark.parametrize("lang", ["en", "fr", "nl", "de"])
def test_without_a_source_no_quotation_marks_stand(lang: str) -> None:
    found = answer(lang, BOTH)
    assert plain(found.words) == BOTH.get(lang, BOTH["en"])
    assert (found.translated, found.source) == (False, None)


def test_the_page_says_that_it_is_a_translation(site: dict[str, str]) -> None:
    assert "“We have nothing to hide.”</bdi> <a" in site["norvik/en/index.html"]
    french = site["norvik/fr/index.html"]
    assert '<span lang="en">We have nothing to hide.</span>' in french
    assert "notre traduction" not in french.split('id="replies"')[1].split("</section>")[0]


def staged(lang: str, **fields: object) -> Answer:
    party = Party("norvik", ("Norvik",), accused=True, **fields)  # type: ignore[arg-type]
    return replies.answers([party], ARTICLES, words.of(lang), sources="")[0]


def test_how_far_the_law_has_come_stands_with_the_reply() -> None:
    found = staged("en", stage="on trial", stage_on="2020-05-03")
    assert (plain(found.stage), found.outcome) == ("On trial (3 May 2020)", None)
    assert plain(staged("fr", stage="on trial").stage) == "Procès en cours"
    assert staged("en").stage == ()


def test_an_outcome_that_is_told_in_another_language_is_marked_as_that() -> None:
    outcome = staged("de", outcome=Texts.of({"en": "The case was dropped."})).outcome
    assert outcome is not None
    assert (outcome.text, outcome.lang) == ("The case was dropped.", "en")


@pytest.mark.parametrize("stage", get_args(Stage))
@pytest.mark.parametrize("lang", ["en", "fr", "nl", "de"])
def test_every_stage_has_its_word(stage: Stage, lang: str) -> None:
    assert plain(staged(lang, stage=stage).stage) != stage


def test_nobody_is_called_not_convicted_who_is() -> None:
    accused = Party("norvik", ("Norvik",), accused=True)
    english = words.of("en")
    charged, convicted = (replace(accused, stage=stage) for stage in ("charged", "convicted"))
    assert replies.introduction([charged], english) == "Those named here are accused, not convicted."
    assert "not convicted" not in replies.introduction([charged, convicted], english)
    assert replies.introduction([charged, accused], english) == "To be accused is not to be convicted."


def test_without_a_reply_a_denial_that_an_article_tells_is_not_passed_over() -> None:
    accused = Party("norvik", ("Norvik",), accused=True)

    def said(*, denying: frozenset[str] = frozenset(), drafts: bool = False) -> str:
        return plain(replies.answers([accused], {}, words.of("en"), sources="", denying=denying, drafts=drafts)[0].text)

    assert said() == "No reply is recorded."
    assert said(drafts=True) == "No reply is recorded yet; the articles may hold one."
    denied = Citation("a", "en", "mots", 0, 4, voice=Voice("denied", "norvik", "company"))
    for event in (Event("e", None, "payment", citations=(denied,)), Event("e", None, "denial", by=("norvik",))):
        found = replies.denying([event], [accused])
        assert said(denying=found) == "An article tells of a denial; no other reply is recorded."
    assert not replies.denying([Event("e", None, "denial", by=("norvik",), status="alleged")], [accused])


def test_the_page_says_it_where_the_accusation_stands(site: dict[str, str]) -> None:
    said = 'Acquitted (<time datetime="2020-05-03">3 May 2020</time>). The court found no proof of a payment.'
    for path in ("en/index.html", "en/events/2011-contract/index.html", "en/embed/index.html"):
        assert said in site[f"norvik/{path}"], path
    assert said not in site["norvik/en/events/2009-launch/index.html"]


def test_a_reply_stands_in_full_once_and_then_in_short(site: dict[str, str]) -> None:
    entries = site["norvik/en/index.html"].split('id="replies"')[0]
    assert entries.count("We have nothing to hide.”</bdi>") == 1
    assert entries.count('<a href="#p-norvik">The reply in full</a>') > 1
    assert entries.index("nothing to hide.”</bdi>") < entries.index("The reply in full")
    assert site["norvik/en/embed/index.html"].count('<a href="../#p-norvik" target="_blank"') > 1
    assert "The reply in full" not in site["norvik/en/events/2011-contract/index.html"]


def test_in_short_the_outcome_stays_where_no_stage_tells_it() -> None:
    said = answer("en", BOTH, "courier-en")
    ended = replace(said, stage=words.of("en").line("name", name="Acquitted"), outcome=Piece("For want of proof."))
    assert replies.brief(ended, "../") == replace(ended, words=(), source=None, outcome=None, full="../#p-norvik")
    assert replies.brief(replace(ended, stage=()), "").outcome == ended.outcome
    silent = replace(said, words=())
    assert replies.brief(silent, "") == silent
