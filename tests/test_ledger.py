"""An addition to the record changes no byte of what stands in it, however a person wrote it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from roof import COLLAPSE, CONTRACT, WARNING, article

from dateline import ledger, record, typeset, yamlfile
from dateline.dossier import Case
from dateline.model import Event, Stop

OTHER = replace(article(), id="courier", file="articles/courier.txt")
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)

ARTICLES = [
    "articles:\n  - id: gazette\n    lang: en\n",
    "articles:\n- id: gazette\n  lang: en\n",
    "articles:\n",
    "# none yet\n",
    "",
]
EVENTS = [
    "events:\n  - id: old\n    kind: other\n    note: |\n      a note\n      # no comment\n\n",
    "events:\n  # the first\n  - id: old\n    kind: other   # as they said\n    # more to come\n\n  # the end\n",
    "events:\n- id: old\n  kind: other\n  citations:\n  - article: gazette\n    quote: 'it''s\n      two lines'\n",
    "events:\n      -   id: old\n          note: >-\n            folded\n            text\n          when:\n",
    "events:\n  - {id: old, kind: other}\n  - id: older\n    parties: [a,\n      b]   # both\n",
    'events:\n  - id: old\n    title: "a # b"\n    review:   # later\n',
    "events: # to be filled\n",
    "",
]


@st.composite
def records(draw: st.DrawFn) -> str:
    """A record as a person may have left it."""
    parts = [draw(st.sampled_from(["dateline: 1\n", "# Our record\ndateline: 1\n\n"]))]
    parts += draw(st.permutations([draw(st.sampled_from(ARTICLES)), draw(st.sampled_from(EVENTS))]))
    parts.append(draw(st.sampled_from(["", "\n", "# the last line\n", "\n\n# é\n"])))
    text = "".join(parts)
    text = text.rstrip("\n") if draw(st.booleans()) else text
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from(["", "\ufeff"])) + text


@st.composite
def proposals(draw: st.DrawFn) -> Event:
    """A proposal with texts that are awkward in YAML."""
    cited = replace(CONTRACT.citations[0], quote=draw(TEXTS), prefix=draw(TEXTS), suffix=draw(TEXTS), mention=None)
    return replace(CONTRACT, id="new", citations=(cited,), because=draw(TEXTS), reviewed_by=draw(TEXTS), review="accepted")


def is_insertion(old: str, new: str) -> bool:
    """`new` is `old` with one piece of text set in."""
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    return len(new) >= len(old) and new.endswith(old[same:]) and len(new) - len(old) + same <= len(new)


def keeps_lines(old: str, new: str) -> bool:
    """Every line of `old` stands in `new`, in order and with its line end; the last may have gained one."""
    rest = iter(new.splitlines(keepends=True))
    *lines, last = old.splitlines(keepends=True) or [""]
    return all(line in rest for line in lines) and any(line.startswith(last) for line in rest)


def add(old: str, *new: object) -> str:
    """ledger.add; it may refuse only a file whose last line, a block of text, has no line end."""
    try:
        return ledger.add(old, "events.yaml", *new)  # type: ignore[arg-type]
    except Stop:
        assert not old.endswith("\n")
        assert "|" in old or ">-" in old
        reject()


def held(text: str) -> record.Record:
    return record.parse(text.removeprefix("\ufeff"), "events.yaml", Case("roof"))


@given(records(), proposals())
def test_an_event_is_set_in_and_nothing_else_changes(old: str, new: Event) -> None:
    text = add(old, [], [new])
    assert is_insertion(old, text)
    *before, added = held(text).events
    assert [event.id for event in before] == [event.id for event in held(old).events]
    assert typeset.event(added) == typeset.event(new)


@given(records(), proposals())
def test_articles_and_events_together(old: str, new: Event) -> None:
    text = add(old, [OTHER], [new, replace(new, id="newer")])
    assert keeps_lines(old, text)
    assert held(text).articles == (*held(old).articles, OTHER)
    assert [event.id for event in held(text).events][-2:] == ["new", "newer"]


@given(records(), proposals())
def test_line_ends_are_those_of_the_file(old: str, new: Event) -> None:
    text = add(old, [], [new])
    if "\r\n" in old:
        assert "\n" not in text.replace("\r\n", "")
    elif "\n" in old:
        assert "\r" not in text


def test_further_quotations_go_into_their_event() -> None:
    text = typeset.document([article()], [replace(CONTRACT, review="accepted"), replace(COLLAPSE, review="accepted")])
    more = replace(WARNING, adds_to=CONTRACT.id)
    new = ledger.add(text, "events.yaml", [OTHER], [replace(WARNING, review="accepted")], [more])
    assert keeps_lines(text, new)
    first, second, third = held(new).events
    assert [len(event.citations) for event in (first, second, third)] == [2, 1, 1]
    assert typeset.citation(first.citations[1]) == typeset.citation(WARNING.citations[0])


def test_further_quotations_for_the_last_event_stand_before_the_next() -> None:
    text = typeset.document([article()], [replace(CONTRACT, review="accepted")])
    new = ledger.add(text, "events.yaml", [], [replace(COLLAPSE, review="accepted")], [replace(WARNING, adds_to=CONTRACT.id)])
    assert [len(event.citations) for event in held(new).events] == [2, 1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("dateline: 1\nevents: []\n", 2),
        ("events: [{id: a}]\n", 1),
        ("{dateline: 1, events: []}\n", 1),
        ("events: null\n", 1),
    ],
)
def test_a_form_that_cannot_be_added_to_is_refused(text: str, line: int) -> None:
    with pytest.raises(Stop) as stop:
        ledger.add(text, "events.yaml", [], [CONTRACT])
    (problem,) = stop.value.problems
    assert problem.line == line
    assert "Nothing was changed." in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "dateline: 1\n...\n",
        "events:\n  null\n",
        "events:\n  - id: a\n    note: |+\n      kept\n\n\n",
        "events:\n  - id: a\n    note: |\n      x",
    ],
)
def test_an_addition_changes_nothing_or_is_refused(text: str) -> None:
    """Forms at the edge of YAML: either the addition is right, or there is none."""
    try:
        new = ledger.add(text, "events.yaml", [], [CONTRACT])
    except Stop:
        return
    assert is_insertion(text, new)
    old = yamlfile.fields(yamlfile.load(text, ""), "", "")
    events = yamlfile.fields(yamlfile.load(new, ""), "", "")["events"]
    assert isinstance(events, yamlfile.Items)
    assert list(events)[:-1] == list(old.get("events") or [])  # type: ignore[arg-type]


def test_an_empty_file_becomes_a_record() -> None:
    text = ledger.add("", "events.yaml", [article()], [replace(CONTRACT, review="accepted")])
    assert text.startswith("# The record of this case")
    assert [event.id for event in held(text).events] == [CONTRACT.id]
    mine = ledger.add("# mine\n", "events.yaml", [], [CONTRACT])
    assert mine.startswith("# mine\ndateline: 1\n")


CHANGED = ledger.Changed("articles", "gazette", {"origin": "wire: one", "origin_found": "wire: one", "origin_why": "a, b"})


@pytest.mark.parametrize(
    "entry",
    [
        "  - id: gazette\n    lang: en\n",
        "  - id: gazette\n    origin: old   # as they said\n    lang: en\n    origin_why:\n",
        "  - id: gazette\n    origin: >-\n      old and\n      longer\n    origin_why: 'it''s\n      two lines'\n    lang: en\n",
        "  - {id: gazette, lang: en}\n",
        "  - {id: gazette, origin: old, lang: en}   # ours\n",
        "  - lang: en\n    # first\n    id: gazette\n    # more\n  # next\n  - id: other\n    lang: en\n",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_origin_changes_in_its_own_lines_alone(entry: str, newline: str) -> None:
    text = f"# Ours\ndateline: 1\narticles:\n{entry}events:\n  - id: old\n    kind: other\n".replace("\n", newline)
    new = ledger.add(text, "events.yaml", [OTHER], [], changes=[CHANGED])
    (found,) = [one for one in held(new).articles if one.id == "gazette"]
    assert (found.origin, found.origin_found, found.origin_why) == ("wire: one", "wire: one", "a, b")
    assert held(new).articles[-1] == OTHER
    assert all(
        line in new.splitlines() for line in text.splitlines() if "origin" not in line and "{" not in line and line[:2] != "  "
    )
    assert [comment for comment in ("# Ours", "# as they said", "# ours", "# first", "# more", "# next") if comment in text] == [
        comment for comment in ("# Ours", "# as they said", "# ours", "# first", "# more", "# next") if comment in new
    ]
    assert ("\n" not in new.replace("\r\n", "")) is (newline == "\r\n")


def test_an_origin_that_is_no_text_is_refused() -> None:
    with pytest.raises(Stop, match="Nothing was changed"):
        ledger.add("articles:\n  - id: gazette\n    origin: [a]\n", "events.yaml", [], [], changes=[CHANGED])
