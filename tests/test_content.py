"""The excerpts of the case that comes with the project: short, to the letter, and nowhere the whole."""

from __future__ import annotations

import html
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from dateline import case
from dateline.reading import articles

ROOT = Path(__file__).parents[1]
CASE = "backpage-salesforce"
SEEDS = ROOT.parent / "shared/seeds"
GOLD = ROOT.parent / "shared/gold/backpage.yaml"
MARK = "[…]"
MOST = 0.3
EXCERPTS = sorted((ROOT / "content" / CASE / "articles").glob("*.md"))
BUILT = {"__pycache__", "node_modules"}
PARAGRAPH = 60  # characters; what is shorter stands in many texts

needs_seeds = pytest.mark.skipif(not (SEEDS.is_dir() and GOLD.exists()), reason="the whole articles in ../shared are not here")
each_excerpt = pytest.mark.parametrize("path", EXCERPTS, ids=lambda path: path.stem)


def seeds() -> dict[str, str]:
    """The whole articles, by their address."""
    known = yaml.safe_load(GOLD.read_text("utf-8"))["articles"].values()
    return {article["url"]: (SEEDS / article["file"]).read_text("utf-8") for article in known}


def whole(path: Path) -> str:
    """The article of which `path` is an excerpt."""
    return seeds()[articles.read_file(path, path.name)[0].article.url]


def lines(text: str) -> list[str]:
    """What an excerpt takes from its article, without the marks of what was left out."""
    return [line for line in text.splitlines() if line.strip() and line != MARK]


def shares(excerpt: str, article: str) -> tuple[float, float]:
    """How much of the article the excerpt is, by words and by characters; its marks count too."""
    return len(excerpt.split()) / len(article.split()), len(excerpt.strip()) / len(article)


def one_line(text: str) -> str:
    return " ".join(html.unescape(text).split())


def holds_too_much(text: str, article: str) -> bool:
    """Half of the article's paragraphs stand in the text, however its lines are broken."""
    flat = one_line(text)
    paragraphs = [one_line(line) for line in article.splitlines() if len(line) >= PARAGRAPH]
    return sum(paragraph in flat for paragraph in paragraphs) * 2 >= len(paragraphs)


def written() -> Iterator[Path]:
    """Every file of the project, without hidden folders and what tools put there."""
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if not name.startswith(".") and name not in BUILT]
        yield from (Path(folder) / name for name in names)


def test_there_are_five() -> None:
    assert len(EXCERPTS) == 5


@needs_seeds
@each_excerpt
def test_an_excerpt_is_at_most_three_tenths_of_its_article(path: Path) -> None:
    words, characters = shares(articles.body(path, path.name), whole(path))
    assert words <= MOST
    assert characters <= MOST


@needs_seeds
@each_excerpt
def test_every_line_of_an_excerpt_is_the_articles_own(path: Path) -> None:
    article = whole(path)
    taken = lines(articles.body(path, path.name))
    assert taken
    assert [line for line in taken if line not in article] == []


@needs_seeds
def test_no_file_of_the_project_holds_an_article_whole() -> None:
    known = seeds().values()
    texts = ((path, path.read_bytes().decode("utf-8", "ignore")) for path in written())
    assert [path for path, text in texts if any(holds_too_much(text, article) for article in known)] == []


def test_a_whole_article_would_be_found() -> None:
    article = "\n".join(f"{name} said at some length what had been seen at the harbour that night." for name in "ABCD")
    assert holds_too_much("<p>" + article.replace(" at ", "\n at  ") + "</p>", article)
    assert not holds_too_much(article.splitlines()[0], article)
    assert shares(article, article) == (1, 1)


def test_a_reply_stands_to_the_letter_in_the_article_named_as_its_source() -> None:
    parties = case.load(ROOT, CASE)[0].parties
    replies = [party.reply for party in parties if party.reply and party.reply.words]
    assert replies
    for reply in replies:
        assert reply.sources
        for path in (path for path in EXCERPTS if path.stem in reply.sources):
            said = reply.words.get(articles.read_file(path, path.name)[0].article.lang)
            assert said
            assert said in articles.body(path, path.name)
