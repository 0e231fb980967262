"""Whether a party is a person or a company, where its names, its role or the article tell."""

import pytest

from dateline.dossier import Party
from dateline.reading import bodies
from dateline.texts import Texts


@pytest.mark.parametrize(
    ("names", "sort"),
    [
        (("Ada Kern", "Kern"), "person"),
        (("Ada Kern",), None),
        (("Kern",), None),
        (("Northdock AG", "Northdock"), "body"),
        (("Banco Vole",), "body"),
        (("Kern & Sons",), "body"),
        (("NDK",), "body"),
        (("Kern Shipping", "Shipping"), "body"),
    ],
)
def test_a_name_alone(names: tuple[str, ...], sort: str | None) -> None:
    assert bodies.sort(Party("a", names), "", "en") == sort


@pytest.mark.parametrize(
    ("lang", "role", "sort"),
    [
        ("en", "dredging company", "body"),
        ("en", "chairman of the company", None),
        ("en", "company director", None),
        ("fr", "société de dragage", "body"),
        ("fr", "directeur de la société", None),
        ("de", "Baggerfirma", "body"),
        ("de", "Chef der Firma", None),
    ],
)
def test_its_role(lang: str, role: str, sort: str | None) -> None:
    assert bodies.sort(Party("a", ("Vole",), Texts.of({lang: role})), "", "en") == sort


@pytest.mark.parametrize(
    ("lang", "text", "sort"),
    [
        ("en", "He worked for the dredging company Vole.", "body"),
        ("en", "Vole, a dredging company, paid.", "body"),
        ("en", "The company paid Vole.", None),
        ("en", "Vole, a company director, left.", None),
        ("fr", "La société de dragage Vole a payé.", "body"),
        ("fr", "La société a payé Vole.", None),
        ("fr", "La société de Vole a payé.", None),
        ("de", "Die Baggerfirma Vole zahlte.", "body"),
        ("nl", "Het baggerbedrijf Vole betaalde.", "body"),
        ("es", "La empresa Vole pagó.", "body"),
        ("it", "La società Vole ha pagato.", "body"),
        ("pt", "A empresa Vole pagou.", "body"),
        ("pt", "A empresa pagou a Vole.", None),
    ],
)
def test_what_the_article_calls_it(lang: str, text: str, sort: str | None) -> None:
    assert bodies.sort(Party("a", ("Vole",)), text, lang) == sort
