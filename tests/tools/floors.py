"""What `dateline` makes of the seeds and corpora beside the project comes in; the figures, held against floors.yaml, go out.

Usage: floors.py SHARED

Exit code 1 where a figure is below its floor (or `extra`, `false` and `merged` above their ceiling).
"""

# ruff: noqa: T201 - it speaks to the terminal
from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).parent
FLOORS = HERE.parent / "floors.yaml"
CEILINGS = ("extra", "false", "merged")
DATELINE = (sys.executable, "-m", "dateline")


def run(*command: str | Path, may_fail: bool = False) -> str:
    """The command's output; on failure what it said is shown and everything ends."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode and not may_fail:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def case_figures(shared: Path, undated: bool) -> tuple[dict[str, int], str]:
    """The figures of a fresh case read from the seeds, and what the scorer said of it."""
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, HERE / "seed_case.py", shared, folder, *(["--undated"] if undated else []))
        run(*DATELINE, "-C", folder, "read")
        run(*DATELINE, "-C", folder, "build", "--drafts")
        (case,) = Path(folder).glob("site/*/timeline.json")
        # The scorer's own exit code asks for perfection; the floors say how far we are.
        how = ["--undated-articles"] if undated else []
        said = run(sys.executable, shared / "tools/score_case.py", case, *how, may_fail=True)
    found = re.findall(r"(\w+) (\d+)", said.strip().splitlines()[-1])
    return {name: int(value) for name, value in found}, said


def event_figures(shared: Path, langs: str) -> dict[str, float]:
    """Per cent, and `merged` in entries, of the same news read in those languages."""
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, shared / "tools/make_news_case.py", folder, "--langs", langs)
        run(*DATELINE, "-C", folder, "read")
        run(*DATELINE, "-C", folder, "build", "--drafts")
        said = run(sys.executable, shared / "tools/score_events.py", Path(folder) / "site/news/timeline.json", "--langs", langs)
    print(said.strip())
    named = r"tied (\S+) .* date (\S+) .* pairs P (\S+) .*? R (\S+) .* across P (\S+) .*? R (\S+) .* merged (\d+)"
    (found,) = re.findall(named, said)
    names = ("tied", "date", "precision", "recall", "across-precision", "across-recall", "merged")
    return {name: 0.0 if value == "-" else float(value) for name, value in zip(names, found, strict=True)}


def dates_f1(shared: Path, corpus: str) -> float:
    """F1 of value in percent, all types."""
    gold = shared / f"corpora/dates/{corpus}.jsonl"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as found:
        found.write(run(*DATELINE, "dates", "--jsonl", gold))
        found.flush()
        said = run(sys.executable, shared / "tools/score_dates.py", gold, found.name)
    return float(re.findall(r"^value .* F1 +([\d.]+)$", said, re.MULTILINE)[0])


def holds(what: str, figure: float, floor: float) -> bool:
    """Whether the figure is good enough; prints a line either way."""
    name = what.rpartition(" ")[2]
    good = figure <= floor if name in CEILINGS else figure >= floor
    word = "at most" if name in CEILINGS else "at least"
    print(f"{'ok    ' if good else 'BROKEN'} {what}: {figure:g} ({word} {floor:g})")
    return good


def main() -> None:
    shared = Path(sys.argv[1]).resolve()
    floors = yaml.load(FLOORS.read_text("utf-8"), yaml.BaseLoader)  # texts only: “false” is a name here
    results = []
    for variant, wanted in floors["case"].items():
        figures, said = case_figures(shared, undated=variant == "undated")
        kept = [holds(f"case {variant} {name}", figures[name], float(floor)) for name, floor in wanted.items()]
        if not all(kept):
            print(said)
        results += kept
    for langs, wanted in floors["events"].items():
        scored = event_figures(shared, langs)
        results += [holds(f"events {langs} {name}", scored[name], float(floor)) for name, floor in wanted.items()]
    results += [holds(f"dates {corpus}", dates_f1(shared, corpus), float(floor)) for corpus, floor in floors["dates"].items()]
    print(f"floors: {results.count(True)} of {len(results)} hold")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
