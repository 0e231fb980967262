"""The invented case, and its site as built."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline.model import Artifact
from dateline.telling import render

sys.path.insert(0, str(Path(__file__).parent))
import sample

BASE = "https://example.org/project/"


def files(artifacts: tuple[Artifact, ...]) -> dict[str, str]:
    return {artifact.path: artifact.data.decode() for artifact in artifacts}


@pytest.fixture(scope="session")
def site() -> dict[str, str]:
    """Every file of the whole case, as text by path."""
    return files(render.site([sample.whole()], base_url=BASE, templates=None))


@pytest.fixture(scope="session")
def drafts() -> dict[str, str]:
    """The same with proposals, and without an address."""
    return files(render.site([sample.whole(drafts=True)], base_url=None, templates=None))
