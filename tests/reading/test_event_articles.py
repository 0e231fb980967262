"""Short articles of event_articles/: each sentence must tell its kind of event at its time; one without a kind tells none."""

from pathlib import Path
from typing import Any

import pytest
import telltale
import yaml

from dateline.when import When

ARTICLES = [
    pytest.param(path.stem, article, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "event_articles").glob("*.yaml"))
    for number, article in enumerate(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
]


@pytest.mark.parametrize(("tag", "article"), ARTICLES)
def test_each_sentence_tells_its_event(tag: str, article: dict[str, Any]) -> None:
    found = telltale.tagged(tag, " ".join(line[0] for line in article["lines"]), When.parse(article["published"]))
    wrong, start = [], 0
    for sentence, kind, edtf in article["lines"]:
        here = [(told, when) for at, told, when in found if start <= at < start + len(sentence)]
        if (kind, edtf) not in here if kind else any(told != "other" for told, _ in here):
            wrong.append(f"“{sentence}” tells {here}, not {kind} {edtf}")
        start += len(sentence) + 1
    assert wrong == []
