"""A case's folder comes in; the Case that its case.yaml describes, and what is wrong with it, go out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast, get_args

from dateline import corrections, folder, language, protection, yamlfile
from dateline.dossier import Case, Party, Reply, Stage
from dateline.entries import Entry, base_flaw, near, untold
from dateline.model import Problem, Stop
from dateline.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

UNSAID: Final = ""
"""The language of a plain title until the languages told are known."""
_KEYS: Final = (
    *("title", "summary", "languages", "publisher", "base_url", "parties", "protect", "licence", "corrections", "reviewers"),
)
_PARTY_KEYS: Final = ("id", "name", "aliases", "role", "accused", "reply", "stage", "stage_on", "outcome")
_STAGES: Final = get_args(Stage)
_REPLY_KEYS: Final = ("asked", "answered", "words", "source")


def ids(project: Path) -> tuple[str, ...]:
    """The names of the cases' folders in content/, sorted. Hidden ones and those that start with _ are none."""
    content = project / "content"
    names = [path.name for path in content.iterdir() if path.is_dir()] if content.is_dir() else []
    return tuple(sorted(name for name in names if name[0] not in "._"))


def home(project: Path, case_id: str) -> Path:
    """The case's folder. Raises Stop, with the nearest name, where there is none or it leads out of the project."""
    place = project / "content" / case_id
    if case_id not in ids(project):
        raise Stop(Problem("no-case", "content", f"there is no case “{case_id}” here.", near(case_id, ids(project))))
    if folder.linked(project, place):
        name = folder.shown(project, place)
        raise Stop(Problem("symlink", name, "is reached through a symbolic link.", "Put the folder itself there."))
    return place


def load(project: Path, case_id: str) -> tuple[Case, tuple[Problem, ...]]:
    """What case.yaml says; without one, the folder's name is the title. Raises Stop where it cannot be read at all."""
    path = home(project, case_id) / "case.yaml"
    name = folder.shown(project, path)
    if not path.exists() and not path.is_symlink():
        return _untold(case_id, name, "is not there.")
    root = yamlfile.load(folder.read(project, path), name)
    if root is None:
        return _untold(case_id, name, "is empty.")
    problems: list[Problem] = []
    node = yamlfile.fields(root, name, "a case")
    return _case(case_id, Entry(node, name, "the case", problems, _KEYS)), tuple(problems)


def _untold(case_id: str, name: str, flaw: str) -> tuple[Case, tuple[Problem, ...]]:
    """The case of which nothing is said: the folder's name is the title."""
    problem = Problem("no-case-file", name, flaw, "Write title, languages and parties into it.", fatal=False)
    return Case(case_id, titles=Texts(((UNSAID, case_id),))), (problem,)


def told(case: Case, of_articles: Iterable[str]) -> Case:
    """The same case with the languages it is told in: its own, else those of its articles that have labels."""
    known = language.tags("labels")
    chosen = case.languages or tuple(dict.fromkeys(tag for tag in of_articles if tag in known)) or language.usual()[:1]
    return replace(case, languages=chosen, titles=_said(case.titles, chosen), summaries=_said(case.summaries, chosen))


def _said(texts: Texts, languages: tuple[str, ...]) -> Texts:
    return Texts(tuple((languages[0] if tag == UNSAID and languages else tag, text) for tag, text in texts.pairs))


def _case(case_id: str, entry: Entry) -> Case:
    languages = _languages(entry)
    lang = languages[0] if languages else UNSAID
    publisher, publisher_url = _publisher(entry)
    titles, summaries = entry.texts("title", lang), entry.texts("summary", lang)
    if missing := untold({"title": titles, "summary": summaries}, languages):
        entry.note("untold", f"the case has {missing}.", "Add it here.", fatal=False)
    return Case(
        id=case_id,
        languages=languages,
        titles=titles or Texts(((lang, case_id),)),
        summaries=summaries,
        publisher=publisher,
        publisher_url=publisher_url,
        base_url=_base_url(entry),
        parties=_parties(entry, lang),
        protect=_protect(entry),
        licence=entry.text("licence"),
        corrections=corrections.read(entry, lang),
        reviewers=entry.yes("reviewers"),
    )


def _protect(entry: Entry) -> tuple[str, ...]:
    names = entry.words("protect")
    for name in names:
        if flaw := protection.flaw(name):
            entry.note("protect", f"“protect” has an entry that {flaw}.", "Write a name, or /a regular expression/.", "protect")
    return names


def _languages(entry: Entry) -> tuple[str, ...]:
    known = language.tags("labels")
    for tag in (tags := entry.words("languages")):
        if tag not in known:
            entry.note("unknown-language", f"“{tag}” is no language that pages can be told in.", near(tag, known), "languages")
    if len(set(tags)) < len(tags):
        entry.note("duplicate", "“languages” names a language twice.", "Name each once.", "languages")
    return tuple(dict.fromkeys(tag for tag in tags if tag in known))


def _base_url(entry: Entry) -> str | None:
    address = entry.text("base_url")
    if address is None or not (flaw := base_flaw(address)):
        return address
    entry.note("url", f"“base_url” {flaw}: “{address}”.", "Write it as https://example.org/timelines/.", "base_url")
    return None


def _publisher(entry: Entry) -> tuple[str | None, str | None]:
    if not isinstance(entry.node.get("publisher"), yamlfile.Fields):
        return entry.text("publisher"), None
    inner = entry.entry("publisher", ("name", "url"))
    return (inner.text("name", required="Add its name."), inner.url("url")) if inner else (None, None)


def _parties(entry: Entry, lang: str) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for item in entry.entries("parties", _PARTY_KEYS, "the party"):
        party = _party(item, lang)
        if party.id in found:
            item.note("duplicate", f"two parties are called “{party.id}”.", "Give each an id of its own.", "id")
        _shared(item, party, found.values())
        found[party.id] = party
    return tuple(found.values())


def _shared(entry: Entry, party: Party, others: Iterable[Party]) -> None:
    """Note each name of the party that an earlier one has too, in whatever case: nobody could say who is meant."""
    taken = {name.casefold(): other for other in others if other.id != party.id for name in other.names}
    for name in party.names:
        if other := taken.get(name.casefold()):
            key = "name" if name == party.names[0] else "aliases"
            message = f"“{name}” is a name of “{other.id}” and of “{party.id}”."
            entry.note("duplicate", message, "Keep it with one of the two, and give the other a name of its own.", key)


def _party(entry: Entry, lang: str) -> Party:
    name = entry.text("name", required="Add its name.") or ""
    party_id = entry.text("id") or folder.slug(name).lower()
    if party_id != folder.slug(party_id):
        entry.note("id", f"“{party_id}” cannot be an id.", f"Use letters, digits and “-”: {folder.slug(party_id)}.", "id")
    names = tuple(dict.fromkeys((name, *entry.words("aliases"))))
    accused, reply = entry.yes("accused"), _reply(entry, lang)
    if accused and (reply is None or not (reply.asked or reply.words)):
        said, hint = "neither a reply nor a question is recorded", "Ask, and write “reply: {asked: YYYY-MM-DD}”."
        if reply and reply.answered:
            said, hint = f"the reply of {reply.answered} is recorded without its words", "Add “words: ...” to the reply."
        entry.note("no-reply", f"“{name}” is accused, and {said}.", hint, "accused", fatal=False)
    return Party(party_id, names, entry.texts("role", lang), accused, reply, *_stage(entry, accused, lang), entry.line)


def _stage(entry: Entry, accused: bool, lang: str) -> tuple[Stage | None, str | None, Texts]:
    """How far the law has come with a party, since when, and in words what came of it."""
    stage = cast("Stage | None", entry.choice("stage", _STAGES, "") or None)
    day, outcome = entry.day("stage_on"), entry.texts("outcome", lang)
    if day and not stage:
        entry.note("missing", f"{entry.what} has a “stage_on” and no “stage”.", f"One of: {', '.join(_STAGES)}.", "stage_on")
    if (stage or outcome) and not accused:
        entry.note(
            "stage",
            f"{entry.what} has a “stage” and is not accused: it is not shown.",
            "Add “accused: yes”.",
            "stage",
            fatal=False,
        )
    return stage, day, outcome


def _reply(entry: Entry, lang: str) -> Reply | None:
    inner = entry.entry("reply", _REPLY_KEYS)
    if inner is None:
        return None
    asked, answered = inner.day("asked"), inner.day("answered")
    if asked and answered and answered < asked:
        inner.note("date", f"answered ({answered}) is before asked ({asked}).", "Correct one of the two.", "answered")
    return Reply(asked, answered, inner.texts("words", lang), inner.words("source"), inner.node.line("words"))
