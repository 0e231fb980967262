"""A function that builds comes in; while it runs, the site stands at a local address and follows every change.

Nothing is read from the disk to answer a request: only what was built is served, from memory, on this machine alone,
and only to requests that name it (a page elsewhere that points its own name here gets 403). A build that fails leaves
the last good one standing, with the problems shown on top of it.
"""

from __future__ import annotations

import errno
import secrets
import signal
import socket
import subprocess
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote, unquote, urlsplit

from dateline.model import Artifact, Problem, Stop
from dateline.telling import proof

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

LOCAL: Final = ("127.0.0.1", "localhost", "::1")
_TYPES: Final = {
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "xml": "application/xml", "txt": "text/plain; charset=utf-8", "svg": "image/svg+xml",
    "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "ico": "image/x-icon", "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "pdf": "application/pdf", "woff2": "font/woff2",
}  # fmt: skip
_BREATH: Final = 15.0  # seconds between signs of life on a quiet event stream, which also find out who has left
_LOOK: Final = 500  # milliseconds after which a watched folder that was not there is looked for again


@dataclass(frozen=True, slots=True)
class Build:
    """The last good files by path, the version that names this state, and what is wrong with the newest try."""

    files: Mapping[str, bytes]
    version: str
    problems: tuple[Problem, ...] = ()


class Answer(NamedTuple):
    """What one request gets."""

    status: HTTPStatus
    type: str = "text/plain; charset=utf-8"
    body: bytes = b""
    location: str | None = None


class Desk:
    """Keeps the newest build, and lets event streams wait for the next."""

    def __init__(
        self, build: Callable[[], tuple[Artifact, ...]], base_path: str, complain: Callable[[tuple[Problem, ...]], object]
    ) -> None:
        self.base = "/" + "/".join(part for part in base_path.split("/") if part)
        self.base += "" if self.base == "/" else "/"
        self.news = threading.Condition()
        self._build, self._complain, self._run, self._count = build, complain, secrets.token_hex(4), 0
        self.now = Build({}, self._run)

    def rebuild(self) -> None:
        """Build again; on problems, which are said, the files of before stay. Nobody is told where nothing differs."""
        files, problems = self._try()
        if problems and problems != self.now.problems:
            self._complain(problems)
        with self.news:
            if (files, problems) != (self.now.files, self.now.problems) or not self._count:
                self._count += 1
                self.now = Build(files, f"{self._run}-{self._count}", problems)
                self.news.notify_all()

    def _try(self) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
        try:
            return {artifact.path: artifact.data for artifact in self._build()}, ()
        except Stop as stop:
            return self.now.files, stop.problems
        except Exception as error:  # noqa: BLE001 - a slip in a newsroom's template must not end the preview
            traceback.print_exc()
            problem = Problem("bug", "dateline", f"failed: {type(error).__name__}: {error}", "The terminal has the details.")
            return self.now.files, (problem,)

    def newer(self, seen: str) -> str:
        """The version of the newest build, as soon as it is not `seen`, at the latest after a breath."""
        with self.news:
            self.news.wait_for(lambda: self.now.version != seen, _BREATH)
            return self.now.version

    def answer(self, target: str) -> Answer:
        """What stands at this request target."""
        now = self.now
        path = unquote(urlsplit(target).path, errors="replace") if target.startswith("/") else ""
        if path.startswith(proof.FOLDER) and (own := proof.files().get(path.removeprefix(proof.FOLDER))):
            return Answer(HTTPStatus.OK, *own)
        if not now.files:
            return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, _TYPES["html"], proof.error_page(now.version, now.problems))
        if path != self.base and path in {"/", self.base[:-1] or "/"}:
            return Answer(HTTPStatus.FOUND, location=self.base)
        return self._page(now, path.removeprefix(self.base) if path.startswith(self.base) else None)

    def _page(self, now: Build, name: str | None) -> Answer:
        status = HTTPStatus.OK
        if name is not None and f"{name}/index.html" in now.files:
            return Answer(HTTPStatus.FOUND, location=f"{self.base}{quote(name)}/")
        if name is not None and (not name or name.endswith("/")):
            name += "index.html"
        if name is None or name not in now.files:
            status, name = HTTPStatus.NOT_FOUND, "404.html"
        media, body = _TYPES.get(name.rpartition(".")[2], "application/octet-stream"), now.files.get(name, b"Not found.\n")
        if media == _TYPES["html"]:
            body = proof.of(body, now.version, now.problems)
        return Answer(status, media, body)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "dateline", ""

    server: _Server

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):  # every other method
            return partial(self._send, Answer(HTTPStatus.METHOD_NOT_ALLOWED, body=b"Only GET and HEAD are answered here.\n"))
        raise AttributeError(name)

    def do_GET(self) -> None:
        if not self._is_local():
            self._send(Answer(HTTPStatus.FORBIDDEN, body=b"This preview answers only to localhost, 127.0.0.1 and [::1].\n"))
        elif self.path == f"{proof.FOLDER}events" and self.command == "GET":
            self._stream()
        else:
            self._send(self.server.desk.answer(self.path))

    do_HEAD = do_GET  # noqa: N815 - the name is http.server's

    def _is_local(self) -> bool:
        port = self.server.port
        names = ("localhost", "127.0.0.1", "[::1]")
        return self.headers.get("Host", "").lower() in {*(f"{name}:{port}" for name in names), *(names if port == 80 else ())}

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
            self.close_connection = True  # whatever body came with it is not read
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _stream(self) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        sent = ""
        with suppress(OSError):  # the reader has left
            while True:
                version = self.server.desk.newer(sent)
                self.wfile.write(b": still here\n\n" if version == sent else f"data: {version}\n\n".encode())
                self.wfile.flush()
                sent = version

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        """Keep the terminal for problems."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, address: str, port: int, desk: Desk) -> None:
        super().__init__((address, port), _Handler)
        self.desk, self.port = desk, int(self.socket.getsockname()[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away in mid-answer."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Server6(_Server):
    address_family = socket.AF_INET6


def serve(  # noqa: PLR0913 - where to serve is three words
    build: Callable[[], tuple[Artifact, ...]],
    watch: Sequence[Path],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    base_path: str = "/",
    ready: Callable[[str], None],
    complain: Callable[[tuple[Problem, ...]], object],
) -> None:
    """Serve what `build` makes, again after every change under `watch`, until Ctrl-C. `ready` is told the address.

    `complain` is told what is wrong whenever that has changed.

    Raises Stop where `host` is not this machine or the port is taken (0 takes any that is free).
    """
    desk = Desk(build, base_path, complain)
    servers = _servers(desk, host, port)
    over = _over_on_interrupt()
    try:
        desk.rebuild()
        for server in servers:
            threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
        ready(f"http://{'[::1]' if host == '::1' else host}:{servers[0].port}{desk.base}")
        _follow(desk, watch, over)
    except KeyboardInterrupt:
        return
    finally:
        for server in servers:
            server.server_close()


def _over_on_interrupt() -> threading.Event:
    """Set at Ctrl-C, which also raises: what is raised inside a callback of the interpreter is lost, what is set stays."""
    over = threading.Event()

    def interrupt(*_: object) -> None:
        over.set()
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupt)
    return over


def _servers(desk: Desk, host: str, port: int) -> list[_Server]:
    """One for each of this machine's own addresses, as a browser may mean either by “localhost”."""
    if host not in LOCAL:
        hint = f"Choose one of {', '.join(LOCAL)}; to show it to others, build and publish."
        raise Stop(
            Problem("host", host, "is not an address of this machine alone, and a preview may hold what is not public.", hint)
        )
    try:
        servers: list[_Server] = [_Server("127.0.0.1", port, desk)]
    except (OSError, OverflowError) as error:
        raise _no_port(port, error) from error
    try:
        servers.append(_Server6("::1", servers[0].port, desk))
    except OSError as error:
        if error.errno == errno.EADDRINUSE and port:
            servers[0].server_close()
            raise _no_port(port, error) from error
    return servers


def _no_port(port: int, error: Exception) -> Stop:
    taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
    message = "is taken by another program." if taken else f"cannot be used ({getattr(error, 'strerror', None) or error})."
    free = port + 1 if taken and port < 65535 else 8000
    return Stop(Problem("port", f"port {port}", message, f"Choose another, for example: dateline serve --port {free}"))


def show(address: str) -> None:
    """Open the browser there. What it, or a machine that has none, has to say is not for the terminal."""
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "webbrowser", address]
    run = partial(subprocess.run, command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, check=False)
    threading.Thread(target=run, daemon=True).start()


def _follow(desk: Desk, watch: Sequence[Path], over: threading.Event) -> None:
    """Build again after each change until it is over. A folder that is not there yet (templates/, often) is waited for."""
    import watchfiles  # noqa: PLC0415 - only the preview needs it

    while not over.is_set():
        there = [path for path in watch if path.exists()]
        fresh = True  # the watch stands only now: what changed since the last build is looked at once
        for changes in watchfiles.watch(*there, stop_event=over, yield_on_timeout=True, rust_timeout=_LOOK):
            if changes or fresh:
                desk.rebuild()
            fresh = False
            if there != [path for path in watch if path.exists()]:
                break
