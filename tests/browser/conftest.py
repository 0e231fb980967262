"""A real Chromium, and the built site of a case of ten events behind a local server, under a base path."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from stand import Site, sample, serving

from dateline.telling import render
from dateline.telling.publish import publish

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
FLAGS = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--force-color-profile=srgb",
)  # fmt: skip
MISSING = "needs Chromium or Chrome: install it (on Debian: apt-get install chromium), or set DATELINE_CHROMIUM to its path"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The sample case, twice: its ten events in project/; in drafts/ also what is withdrawn or proposed."""
    folder = tmp_path_factory.mktemp("web")
    with serving(folder) as served:
        for name, case in (("project", sample().casefile()), ("drafts", sample().whole(drafts=True))):
            publish(render.site([case], base_url=f"{served.url}{name}/", templates=None), folder / name)
        yield served


@pytest.fixture(scope="session")
def site(web: Site) -> Site:
    """The record, below a base path, as on project pages."""
    return Site(web.folder / "project", f"{web.url}project/")


@pytest.fixture(scope="session", params=["project", "drafts"])
def either(web: Site, request: pytest.FixtureRequest) -> Site:
    """The record, then the drafts."""
    return Site(web.folder / request.param, f"{web.url}{request.param}/")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, driven by Playwright; skipped where there is none, but not in CI."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("DATELINE_CHROMIUM") or next(filter(None, map(shutil.which, (*NAMES, MAC))), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """An empty page of its own, 1280 × 900."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """What package-lock.json pins, installed."""
    folder = HERE / "node_modules"
    if not folder.is_dir():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("needs what npm installs: run make setup")
    return folder
