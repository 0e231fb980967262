"""What all tests share: where the project is, and the corpora that lie beside it where it is developed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("dateline", deadline=None)  # how long a test takes says more of the machine than of the code
settings.load_profile("dateline")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The corpora beside the project; a test that needs them is skipped where they are not."""
    folder = ROOT.parent / "shared"
    if not (folder / "corpora").is_dir():
        pytest.skip("needs the corpora that lie in ../shared")
    return folder
