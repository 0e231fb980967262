"""A real Chromium, and the built site of a case of ten events behind a local server, under a base path."""

from __future__ import annotations

import importlib.util
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

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


def sample() -> ModuleType:
    """tests/telling/sample.py, which is no package's."""
    spec = importlib.util.spec_from_file_location("sample", HERE.parent / "telling/sample.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Handler(SimpleHTTPRequestHandler):
    """Files of one folder, as GitHub Pages serves them; every request is written down."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@dataclass
class Site:
    """A built site: its folder, its address (ending in a slash), and the requests that came in."""

    folder: Path
    url: str
    asked: list[str] = field(default_factory=list)

    def pages(self) -> list[str]:
        """Every page, as its path below the address."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return sorted(path.removesuffix("index.html") for path in found)


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """`folder` behind a server on the loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    server.daemon_threads = True
    site = Site(folder, f"http://127.0.0.1:{server.server_address[1]}/")
    server.asked = site.asked  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The sample case, built as for https://example.org/project/, and served from /project/."""
    folder = tmp_path_factory.mktemp("web")
    artifacts = render.site([sample().case_file()], base_url="https://example.org/project/", templates=None)
    publish(artifacts, folder / "project")
    with serving(folder) as served:
        yield Site(folder / "project", f"{served.url}project/", served.asked)


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
