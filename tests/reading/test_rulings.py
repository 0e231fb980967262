"""What a court decides in the sentence right behind a dated ruling bears that day, and cites both sentences."""

import pytest
from telltale import read, told

RULED = {
    "en": ("The court on 2024-02-08 sentenced Kern to three years in prison.", "It cleared Voss of all charges."),
    "fr": ("Le tribunal a condamné le 2024-02-08 Kern à trois ans de prison.", "Voss a été relaxé."),
    "de": ("Das Gericht verurteilte Kern am 2024-02-08 zu drei Jahren Haft.", "Voss wurde freigesprochen."),
    "nl": ("De rechtbank veroordeelde Kern op 2024-02-08 tot drie jaar cel.", "Voss werd vrijgesproken."),
    "es": ("El tribunal condenó el 2024-02-08 a Kern a tres años de cárcel.", "Voss fue absuelto."),
    "it": ("Il tribunale ha condannato il 2024-02-08 Kern a tre anni di carcere.", "Voss è stato assolto."),
    "pt": ("O tribunal condenou em 2024-02-08 Kern a três anos de prisão.", "Voss foi absolvido."),
}


@pytest.mark.parametrize("lang", sorted(RULED))
def test_what_else_was_decided_bears_the_day_of_the_ruling(lang: str) -> None:
    ruled, more = RULED[lang]
    events = read(("a", lang, f"{ruled} {more}", "2024-02-09"))
    assert ("acquittal", "2024-02-08") in told(events)
    (acquittal,) = (event for event in events if event.kind == "acquittal")
    assert [citation.quote for citation in acquittal.citations] == [f"{ruled} {more}"]


@pytest.mark.parametrize(
    "more",
    [
        "Voss had been acquitted in 2019.",
        "Voss had been acquitted.",
        "An appeal court later acquitted Voss.",
        "Kern went home. Voss was acquitted.",
        "\n\nVoss was acquitted.",
        "Voss was not acquitted.",
    ],
)
def test_another_day_another_paragraph_or_a_denial_bears_none(more: str) -> None:
    events = read(("a", "en", f"The court on 2024-02-08 sentenced Kern to three years in prison. {more}", "2024-02-09"))
    assert ("acquittal", "2024-02-08") not in told(events)


def test_three_decisions_are_three_events_of_one_day() -> None:
    text = (
        "The court on 2024-02-08 sentenced Kern to three years in prison. Voss was acquitted. The firm was fined 3 million euros."
    )
    assert sorted(told(read(("a", "en", text, "2024-02-09")))) == [
        (kind, "2024-02-08") for kind in ("acquittal", "fine", "sentence")
    ]
