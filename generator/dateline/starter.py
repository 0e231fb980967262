"""A name comes in; the folder of a case that is ready to fill goes out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline import folder, language, typeset
from dateline.model import Problem, Stop

if TYPE_CHECKING:
    from collections.abc import Sequence

FILES: Final = Path(__file__).parent / "starter"


def new(project: Path, name: str, languages: Sequence[str] = ()) -> Path:
    """Make content/<name>; `name` may have spaces and is the case's title. Raises Stop where it cannot be made."""
    case_id = folder.slug(name.casefold())
    home = project / "content" / case_id
    if not case_id.strip("_"):
        raise Stop(Problem("id", "content", f"“{name}” cannot be the name of a case.", "Use letters and digits."))
    if home.exists() or home.is_symlink() or folder.linked(project, home):
        raise Stop(Problem("exists", folder.shown(project, home), "is there already.", "Choose another name, or remove it."))
    told = tuple(languages) or language.usual()
    text = (FILES / "case.yaml").read_text("utf-8")
    text = text.replace("$title", typeset.plain(name)).replace("$languages", ", ".join(told))
    for part in ("articles", "pages"):
        (home / part).mkdir(parents=True)
    folder.write(home / "case.yaml", text)
    folder.write(home / "articles" / "README.txt", (FILES / "README.txt").read_text("utf-8"))
    for page in sorted(FILES.glob("*.md")):
        if page.suffixes[0].removeprefix(".") in told:
            folder.write(home / "pages" / page.name, page.read_text("utf-8"))
    return home
