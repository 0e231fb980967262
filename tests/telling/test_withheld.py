"""Canary words in protected names and in what is internal: none in any file that is built, however it is written there."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from dateline import casefile, edition, folding, protection, typeset
from dateline.dossier import Case, CaseFile, Page, Party, Reply
from dateline.model import Article, Citation, Correction, Event, Mention, Stop, Voice
from dateline.telling import entries, evidence, withheld, words
from dateline.texts import Texts
from dateline.when import When

FIRST, LAST, CODE = "Zyxánne", "Qwelmör", "Vqz-77"
NAME = f"{FIRST} {LAST}"
INTERNAL = ("cnryreason", "cnrynote", "cnryrejected", "cnryproposed")
CANARIES = (FIRST, LAST, CODE, NAME, *INTERNAL)
BODY = (
    f"On 4 May 2019 the court heard {NAME} in 2019, file {CODE}. “I am {FIRST}\n{LAST},” {NAME.upper()} said in June 2020. "
    f"{NAME} left in 2021.\n"
)
CYRILLIC_AND_GREEK = str.maketrans({"у": "y", "х": "x", "е": "e", "Ζ": "Z", "ο": "o", "α": "a"})
DISGUISED = (
    f"Zyx<b>ánne</b> {LAST}",
    "Zyx**án**ne _Qwel_mör",
    f"Zyx<!-- the witness -->ánne {LAST}",
    "Zy\u200bxánne Qwel\u00admör",
    "Zyx&#225;nne Qwelm&ouml;r",
    "Zyx&lt;i&gt;ánne&lt;/i&gt; Qwelm&#246r",
    "Zухánne Qwеlmör",  # Cyrillic у, х, е
    "Ζyxαnne Qwelmοr",  # Greek Ζ, α, ο
    "Ｚｙｘánne Ｑｗｅｌmör",
    "`Zyx`\u2060ánne Q\u2063welmör",
)
"""The name as a person sees it, though it is written otherwise."""
MARKS = {"en": "[name withheld]", "fr": "[nom non publié]"}


def both(text: str) -> Texts:
    return Texts.of({"en": text, "fr": text})


def citation(quote_: str, dated: str, when: str, **fields: object) -> Citation:
    start = BODY.index(quote_)
    at = start + quote_.index(dated)
    end = start + len(quote_)
    mention = Mention(at, at + len(dated), dated, "DATE", when, When.parse(when), "by hand", "stated")
    context = BODY[max(0, start - 32) : start], BODY[end : end + 32]
    return Citation("gazette", "en", quote_, start, end, *context, mention, **fields)  # type: ignore[arg-type]


HEARD = citation(
    f"heard {NAME} in 2019",
    "2019",
    "2019",
    translations=both(f"entendu {NAME}"),
    voice=Voice("alleged", NAME, "person", f"heard {NAME}"),
)
SAID = citation(f"{NAME.upper()} said in June 2020", "June 2020", "2020-06")
CUT = citation(f"{LAST},” {NAME.upper()} said in June 2020", "June 2020", "2020-06")
LEFT = citation("left in 2021", "2021", "2021")
EVENTS = (
    Event(
        "hearing",
        When("2019"),
        "hearing",
        "alleged",
        both(f"The hearing of {NAME}"),
        both(f"{NAME.lower()} is heard"),
        both(f"{NAME}’s lawyer"),
        ("witness",),
        (HEARD,),
        "accepted",
        NAME,
        "2026-01-05",
        (Correction("2026-01-06", both(f"{NAME} was misspelt"), both(NAME), both(FIRST + "-" + LAST), both(f"It is {CODE}")),),
        note=INTERNAL[1],
        because=INTERNAL[0],
    ),
    Event("words", When("2020-06"), "statement", titles=both("A statement"), citations=(SAID, CUT), review="accepted"),
    Event("leaving", When("2021"), "other", titles=both("Leaving"), citations=(LEFT,), review="accepted"),
    Event("gone", When("2019"), "other", titles=both(NAME), citations=(HEARD,), review="withdrawn", because=INTERNAL[0]),
    Event("no", When("2019"), "other", titles=both(INTERNAL[2]), citations=(HEARD,), review="rejected", because=INTERNAL[0]),
)
CASE = f"""\
title: {{en: "{NAME} and the court", fr: "{NAME} au tribunal"}}
summary: {{en: "{CODE}: {NAME}", fr: "{NAME}"}}
languages: [en, fr]
publisher: {{name: "The {NAME} Desk", url: "https://desk.example/{quote(NAME)}"}}
base_url: https://desk.example/t/
licence: "by {NAME}"
reviewers: yes
corrections: [{{date: 2026-01-07, was: {{en: "{NAME}", fr: "{NAME}"}}, now: {{en: "{NAME}", fr: "{NAME}"}}}}]
protect: ["{NAME}", "{FIRST}", "{LAST}", "/Vqz-\\\\d+/"]
parties:
  - id: witness
    name: "{NAME}"
    aliases: ["{FIRST}"]
    role: {{en: "daughter of {LAST}", fr: "fille de {LAST}"}}
    accused: yes
    reply: {{asked: 2026-01-01, answered: 2026-01-02, words: {{en: "I am {NAME}", fr: "Je suis {NAME}"}}}}
    stage: acquitted
    outcome: {{en: "{NAME} was acquitted", fr: "{NAME} : acquittement"}}
"""
PROSE = f"# Method, by {NAME}\n\n{NAME}: *{FIRST}* **{LAST}**, [{NAME}](https://x.example/{FIRST}), `{CODE}`.\n\n| {NAME} |\n|---|\n| x |\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("canary") / "content/court"
    for folder in ("articles", "pages"):
        (home / folder).mkdir(parents=True)
    raw = f"---\nlang: en\n---\n{BODY}".encode()
    (home / "articles/gazette.txt").write_bytes(raw)
    article = Article(
        *("gazette", "en", f"{NAME} in court", f"The {LAST} Gazette", NAME, When("2021-01-01")),
        url=f"https://gazette.example/{quote(FIRST.lower())}-{quote(LAST)}",
        file="articles/gazette.txt",
        sha256=sha256(raw).hexdigest(),
        origin_why=f"by {NAME}",
    )
    (home / "events.yaml").write_text(typeset.document([article], EVENTS), "utf-8")
    proposed = replace(EVENTS[2], id="proposed", review="proposed", titles=both(f"{INTERNAL[3]} {NAME}"))
    (home / "proposals.yaml").write_text(typeset.document([article], [proposed]), "utf-8")
    (home / "case.yaml").write_text(CASE, "utf-8")
    for lang in ("en", "fr"):
        (home / f"pages/method.{lang}.md").write_text(PROSE, "utf-8")
    return home.parents[1]


def forms(word: str) -> set[str]:
    """Every way in which a program might write the word."""
    cased = {word, word.lower(), word.upper(), word.casefold(), folding.fold(word)}
    every = {unicodedata.normalize(form, text) for text in cased for form in ("NFC", "NFD", "NFKD")}
    every |= {text.replace(" ", joint) for text in every for joint in ("-", "_", "", "\n", "\u00a0", "\\n")}
    escaped = (
        {json.dumps(text)[1:-1] for text in every} | {quote(text) for text in every} | {quote(text, safe="") for text in every}
    )
    return every | escaped | {text.encode("ascii", "xmlcharrefreplace").decode() for text in every}


class _Reader(HTMLParser):
    """What a program that reads HTML or XML gets: the texts with tags gone and entities decoded, and all values of attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.values: list[str] = []
        self.feed(text)
        self.close()

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.values += [value for _, value in attrs if value]


def strings(value: object) -> Iterator[str]:
    """Every text of a JSON document, names of fields too."""
    if isinstance(value, dict):
        yield from (text for pair in value.items() for one in pair for text in strings(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in strings(one))
    elif isinstance(value, str):
        yield value


def contents(path: str, text: str) -> Iterator[str]:
    """The texts of a file as the programs get them that its ending is for."""
    if path.endswith((".html", ".xml")):
        reader = _Reader(text)
        yield from ("".join(reader.said), *reader.values)
        yield from (
            one for block in re.findall(r"(?s)<script[^>]*json[^>]*>(.*?)</script>", text) for one in strings(json.loads(block))
        )
    elif path.endswith(".json"):
        yield from strings(json.loads(text))
    elif path.endswith(".csv"):
        yield from (cell for row in csv.reader(io.StringIO(text)) for cell in row)
    elif path.endswith(".ics"):
        yield re.sub(r"\\(.)", r"\1", re.sub(r"\r?\n[ \t]", "", text))


def seen(text: str) -> str:
    """What a person sees of it once markup is rendered, in Latin letters."""
    rendered = re.sub(r"<!--.*?-->|<[^<>]*>|[*`\\~]", "", unescape(text), flags=re.DOTALL)
    visible = (char for char in unicodedata.normalize("NFKC", rendered) if unicodedata.category(char) != "Cf")
    return "".join(visible).translate(CYRILLIC_AND_GREEK)


def found(path: str, data: bytes) -> list[str]:
    """Canaries in a file's bytes or in its path: as they stand there, with every way of escaping undone, and as they are read."""
    text = data.decode()
    bare = unescape(re.sub(r"<[^>]*>", "", text))
    plain = [path, text, unescape(text), bare, unquote(text), unquote(unescape(text))]
    plain.append(re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text))
    read = list(contents(path, text))
    plain += [*read, *map(seen, (path, text, *read))]
    folded = [folding.fold(one) for one in plain]
    written = [word for word in CANARIES if any(form.encode() in data for form in forms(word))]
    return written + [word for word in CANARIES if any(folding.fold(word) in one for one in folded)]


@pytest.fixture(scope="module")
def made(project: Path) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in edition.make(project).artifacts}


def test_no_canary_is_anywhere(made: dict[str, bytes]) -> None:
    assert {path: words for path, data in made.items() if (words := found(path, data))} == {}
    kinds = {"index.html", "timeline.json", "feed.xml", "oembed.json", "sitemap.xml", "robots.txt", "404.html"}
    assert kinds <= {path.rpartition("/")[2] for path in made}
    assert {"court/en/embed/index.html", "court/fr/method/index.html", "court/en/events/gone/index.html"} <= made.keys()


def test_no_disguise_gets_past(project: Path, tmp_path: Path) -> None:
    """In titles, summaries, translations and prose alike, in the files of every kind."""
    shutil.copytree(project, tmp_path / "copy")
    home = tmp_path / "copy/content/court"
    article = Article("gazette", "en", " / ".join(DISGUISED), published=When("2021-01-01"), file="articles/gazette.txt")
    events = [disguised(number, name) for number, name in enumerate(DISGUISED)]
    (home / "events.yaml").write_text(typeset.document([article], events), "utf-8")
    (home / "case.yaml").write_text(CASE.replace(f'title: {{en: "{NAME}', f'title: {{en: "{DISGUISED[0]}'), "utf-8")
    (home / "pages/method.en.md").write_text("# Method\n\n" + "\n\n".join(DISGUISED), "utf-8")
    made = edition.make(tmp_path / "copy").artifacts
    assert {one.path: words for one in made if (words := found(one.path, one.data))} == {}
    assert all(found("x.html", f"<p>{escape(name)}</p>".encode()) for name in DISGUISED)


def disguised(number: int, name: str) -> Event:
    """The hearing, told with the name written that way."""
    heard = replace(HEARD, translations=both(name), voice=Voice("alleged", HEARD.voice.who, "person"))
    texts = both(f"On {name}"), both(f"{name}, heard"), both(name)
    fields = dict(zip(("titles", "summaries", "claimant"), texts, strict=True))
    return replace(EVENTS[0], id=f"hearing-{number}", citations=(heard,), **fields)


def test_drafts_hide_names_too(project: Path) -> None:
    for artifact in edition.make(project, drafts=True).artifacts:
        assert set(found(artifact.path, artifact.data)) <= {INTERNAL[3]}, artifact.path


@pytest.mark.parametrize("word", CANARIES)
def test_the_search_would_find_each(word: str) -> None:
    for form in forms(word):
        assert word in found("x", f"<p>{form}</p>".encode()), form
    assert word in found("x", f"<p>{word[:3]}<b>{word[3:]}</b></p>".encode())
    assert word in found(word, b"")
    assert word in found("x.json", json.dumps({"a": [f"{word[:3]}<i>{word[3:]}</i>"]}).encode())
    assert word in found("x.xml", f"<a><![CDATA[{word}]]></a>".encode())
    assert word in found("x.csv", f'a;"{word[:3]}<i></i>{word[3:]}"\n'.encode())
    assert word in found("x.ics", f"SUMMARY:{word[:3]}\r\n {word[3:]}\r\n".encode())
    assert word in found("x.html", f'<a title="{word[:3]}&#8203;{word[3:]}">'.encode())


def test_the_mark_is_explained_where_something_is_withheld(made: dict[str, bytes], site: dict[str, str]) -> None:
    for lang in MARKS:
        ui = words.of(lang).ui
        key = made[f"court/{lang}/index.html"].decode().split('<details class="key">', 1)[1].split("</details>", 1)[0]
        assert f"{ui['withheld']}</dt><dd>{ui['withheld_text']}</dd>" in unescape(key)
        assert ui["withheld_text"] not in unescape(site[f"norvik/{lang}/index.html"])


def test_the_mark_is_in_the_pages_language(made: dict[str, bytes]) -> None:
    for lang, mark in MARKS.items():
        other = next(text for tag, text in MARKS.items() if tag != lang)
        for page in ("", "events/hearing/", "sources/", "method/", "embed/"):
            text = made[f"court/{lang}/{page}index.html"].decode()
            assert mark in text, (lang, page)
            assert other not in text, (lang, page)
    assert MARKS["fr"] in json.loads(made["court/timeline.json"])["title"]["fr"]


def test_a_prose_page_keeps_all_but_the_name(made: dict[str, bytes]) -> None:
    """Brackets at the start of a line would be the definition of a link to Markdown, and vanish."""
    text = made["court/en/method/index.html"].decode()
    assert "<p>[name withheld]: <em>[name withheld]</em> <strong>[name withheld]</strong>" in text


def test_the_elided_quotation_says_where_it_stood(made: dict[str, bytes], project: Path) -> None:
    """The build has compared the words of the record with the source; what is published says which of them are not shown."""
    data = json.loads(made["court/timeline.json"])
    cited = {event["id"]: event["citations"] for event in data["events"]}
    (heard,) = cited["hearing"]
    assert heard["quote"] == "heard [name withheld] in 2019"
    assert BODY[heard["start"] : heard["end"]] == f"heard {NAME} in 2019"
    (span,) = heard["elided"]
    assert BODY[slice(*span)] == NAME
    assert cited["leaving"][0]["elided"] == []
    assert data["articles"][0]["url"] is None
    broken = project / "content/court/articles/gazette.txt"
    before = broken.read_text("utf-8")
    broken.write_text(before.replace(NAME, "Somebody Else"), "utf-8")
    try:
        assert "quote" in {problem.kind for problem in casefile.load(project, "court")[1] if problem.fatal}
    finally:
        broken.write_text(before, "utf-8")


def test_the_dating_words_are_still_marked() -> None:
    hidden = withheld.file(CaseFile(Case("court", ("en",), protect=(NAME,)), (), (), EVENTS), words.of("en"))
    heard, said = hidden.events[0].citations[0], hidden.events[1].citations[0]
    assert evidence.split(heard) == ("heard [name withheld] in ", "2019", "")
    assert evidence.split(said) == ("[name withheld] said in ", "June 2020", "")
    assert hidden.case.protect == ()


def test_a_name_that_the_border_of_the_quotation_runs_through_goes_whole() -> None:
    hidden = withheld.file(CaseFile(Case("court", ("en",), protect=(NAME,)), (), (), EVENTS), words.of("en"))
    cut = hidden.events[1].citations[1]
    assert cut.quote.startswith("[name withheld],” [name withheld] said")
    assert LAST not in cut.prefix + cut.suffix


@pytest.mark.parametrize(
    ("prefix", "suffix"),
    [
        ("ourne sat and Winterbourne hid. ", " Winterbourne wept, and Winterbo"),
        ("r b o u r n e sat and she hid. ", " W i n t e r b"),
    ],
)
def test_a_name_that_a_border_cuts_goes_even_where_another_stands_whole(prefix: str, suffix: str) -> None:
    censor = withheld._Censor(protection.of(("Ines Winterbourne", "Winterbourne")), "#")
    cited = replace(EVENTS[1].citations[0], prefix=prefix, quote="Police came.", suffix=suffix)
    told = censor.quotation(cited)
    assert not any(part in told["prefix"] + told["suffix"] for part in ("ourne", "Winterb", "W i n t", "o u r n"))


def test_every_text_of_the_record_is_looked_at() -> None:
    """Whatever field it stands in, so that one that is added later is not forgotten."""

    def filled(kind: type) -> object:
        values = {}
        for one in dataclasses.fields(kind):
            if str(one.type).startswith("str") and one.name not in withheld._FIXED | set(withheld._ADDRESSES):
                values[one.name] = NAME
            elif one.type == "Texts":
                values[one.name] = both(NAME)
        needed = {"id": "x", "lang": "en", "article": "x", "start": 0, "end": 9, "date": "2020-01-01", "names": (NAME,)}
        return kind(**{name: needed[name] for name in needed if name in kind.__dataclass_fields__} | values)  # type: ignore[attr-defined]

    case = replace(filled(Case), protect=(NAME,))  # type: ignore[type-var]
    clean = withheld._Censor(protection.of((NAME,)), "#")
    for kind in (Article, Party, Reply, Correction, Voice):
        extra = {"status": "alleged"} if kind is Voice else {}
        value = filled(kind) if not extra else replace(Voice("alleged"), who=NAME, cue=NAME)
        assert NAME not in repr(clean.of(value)), kind
    assert NAME not in repr(replace(clean.of(case), protect=()))  # type: ignore[type-var]


@pytest.mark.parametrize(
    "text",
    [f"[{FIRST}](https://x.example/) {LAST}", f'{FIRST}<b title="a > b">{LAST}</b>'],
)
def test_a_name_that_cannot_be_replaced_stops_the_build(text: str) -> None:
    page = Page("method", "en", "Method", f"# Method\n\n{text}\n", "content/court/pages/method.en.md")
    whole = CaseFile(Case("court", ("en",), protect=(NAME,)), (), (), (), (page,))
    with pytest.raises(Stop) as stop:
        entries.told(whole, words.of("en"), None)
    assert stop.value.problems[0].kind == "protected"
    assert stop.value.problems[0].file == "content/court/pages/method.en.md"


@pytest.mark.parametrize(
    "text", ["Zyx&#225;nne Qwelmör", quote(NAME), f"[who](https://x.example/{quote(FIRST)}%20{quote(LAST)})"]
)
def test_a_name_in_escapes_is_replaced(text: str) -> None:
    page = Page("method", "en", "Method", f"# Method\n\n{text}\n", "content/court/pages/method.en.md")
    clean = withheld.file(CaseFile(Case("court", ("en",), protect=(NAME,)), (), (), (), (page,)), words.of("en"))
    assert text not in clean.pages[0].text
    assert "name withheld" in clean.pages[0].text


def test_a_case_that_protects_nobody_stays_as_it_is() -> None:
    whole = CaseFile(Case("court", ("en",)), (), (), EVENTS)
    assert withheld.file(whole, words.of("en")) is whole
