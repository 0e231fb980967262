"""A folder comes in; it goes out behind a server on the loopback."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType


def sample() -> ModuleType:
    """tests/telling/sample.py, which is no package's."""
    spec = importlib.util.spec_from_file_location("sample", Path(__file__).parents[1] / "telling/sample.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Handler(SimpleHTTPRequestHandler):
    """Files of one folder, as any host serves them."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Site:
    """A built site: its folder, and its address, which ends in a slash."""

    folder: Path
    url: str

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
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def html_validate(node_modules: Path, report: Path, *files: Path) -> list[str]:
    """What is not valid in those files, a line each; `report` is a file to write on the way."""
    node = Path(sys.executable).parent / "node"
    program = node_modules / "html-validate/bin/html-validate.mjs"
    # The report goes to a file: what node writes to a pipe is cut off when it ends.
    command = [node, program, "--config", Path(__file__).parent / "htmlvalidate.json", "--formatter", f"json={report}", *files]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert report.is_file(), done.stdout + done.stderr
    return [
        f"{found['filePath']}:{message['line']}: {message['ruleId']}: {message['message']}"
        for found in json.loads(report.read_text("utf-8"))
        for message in found["messages"]
    ]
