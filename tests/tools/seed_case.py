"""The five seed articles and the gold file beside the project come in; a fresh case in a project of its own goes out.

Usage: seed_case.py SHARED PROJECT [--undated]

Each article keeps its text as it is, under front matter with only what the gold file lists of it: date, url, outlet and
author. With --undated, the three articles that print no date of their own get none.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import yaml

CASE = "backpage"
LISTED = ("date", "url", "outlet", "author")
UNDATED = ("001", "003", "004")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("--undated", action="store_true")
    given = parser.parse_args()
    gold = yaml.safe_load((given.shared / "gold/backpage.yaml").read_text("utf-8"))
    folder = given.project / "content" / CASE / "articles"
    folder.mkdir(parents=True)
    for name, article in gold["articles"].items():
        known = {key: article[key] for key in LISTED if article.get(key)}
        if given.undated and name in UNDATED:
            known.pop("date", None)
        # A JSON string is a YAML string too, whatever it holds.
        front = "".join(f"{key}: {json.dumps(str(value), ensure_ascii=False)}\n" for key, value in known.items())
        body = (given.shared / "seeds" / article["file"]).read_bytes()
        (folder / f"{Path(article['file']).stem}.md").write_bytes(f"---\n{front}---\n".encode() + body)


if __name__ == "__main__":
    main()
