"""What goes on from an accusation or a denial is that claim still; what an authority or the outlet tells is not."""

from __future__ import annotations

import pytest
from tests.reading.test_speakers import voice_at

GOES_ON = (
    ("en", "Voss accuses Lind of bribery. On 3 May 2023 he paid the mayor 40,000 pounds.", "paid", "alleged", "Voss"),
    (
        "de",
        "Voss wirft Lind Bestechung vor. Am 3. Mai 2023 zahlte er dem Bürgermeister 40.000 Euro.",
        "zahlte",
        "alleged",
        "Voss",
    ),
    ("fr", "Lind aurait corrompu le maire. Le 3 mai 2023, 40 000 euros ont été versés.", "versés", "reported", None),
    ("en", "Lind denies everything. He did not pay the mayor. He was in Oslo.", "Oslo", "alleged", "Lind"),
    ("es", "Lind lo niega todo. No pagó al alcalde.", "pagó", "denied", "Lind"),
)
OWN = (
    ("en", "Voss accuses Lind of bribery.\n\nOn 3 May 2023 he paid the mayor 40,000 pounds.", "paid"),
    ("en", "Voss accuses Lind of bribery. On 3 May 2023 he was arrested.", "arrested"),
    ("en", "Voss accuses Lind of bribery. On 3 May 2023 the council paid Voss 40,000 pounds.", "paid"),
    ("fr", "Lind aurait corrompu le maire. Le 3 mai 2023, la police a perquisitionné sa maison.", "perquisitionné"),
)


@pytest.mark.parametrize(("tag", "text", "word", "status", "who"), GOES_ON)
def test_what_goes_on_is_that_claim_still(tag: str, text: str, word: str, status: str, who: str | None) -> None:
    voice = voice_at(tag, text, word)
    assert (voice.status, voice.who) == (status, who)


@pytest.mark.parametrize(("tag", "text", "word"), OWN)
def test_what_the_outlet_tells_itself_is_a_fact(tag: str, text: str, word: str) -> None:
    assert voice_at(tag, text, word).status == "established"
