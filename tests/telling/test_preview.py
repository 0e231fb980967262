"""The preview serves what was built, to this machine only, follows changes, and says what is wrong without losing the page.

Each runs in a process of its own, on real sockets of the loopback, and is ended as a person ends it: by Ctrl-C.
"""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.model import Artifact, Problem, Stop
from dateline.telling import preview, proof

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
import time
from pathlib import Path
from dateline.model import Artifact, Problem, Stop
from dateline.telling import preview

source, base_path = Path(sys.argv[1]), sys.argv[2]
POLICY = "default-src 'none'; style-src 'sha256-abc='; img-src 'self'"
PAGE = (
    f'<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}"></head>'
    "<body><h1>WORD</h1></body></html>"
)

def build():
    text = (source / "text.md").read_text()
    if text == "bad":
        raise Stop(Problem("quote", "content/x/events.yaml", "has a <quotation> that is not there.", "Copy it again.", 12))
    if text == "deaf":
        print("deaf", flush=True)
        try:
            time.sleep(60)
        except KeyboardInterrupt:
            pass
    if text == "bug":
        raise ValueError("no such thing")
    if (source / "templates/new.j2").exists():
        text = "themed"
    names = ("index.html", "case/en/index.html", "404.html")
    pages = [Artifact(name, PAGE.replace("WORD", f"{text} {name}").encode()) for name in names]
    return (*pages, Artifact("case/timeline.json", b"{}"), Artifact("é/x.txt", b"x"))

preview.serve(build, [source / "text.md", source / "templates"], port=0, base_path=base_path,
              ready=lambda url: print(url, flush=True), complain=lambda problems: print(*problems, file=sys.stderr))
"""


class Got(NamedTuple):
    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Running:
    source: Path
    url: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(re.findall(r":(\d+)", self.url)[0])

    def write(self, text: str) -> None:
        (self.source / "text.md").write_text(text)

    def ask(self, path: str, method: str = "GET", host: str | None = None, address: str = "127.0.0.1") -> Got:
        with closing(http.client.HTTPConnection(address, self.port, timeout=20)) as connection:
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", f"localhost:{self.port}" if host is None else host)
            connection.endheaders()
            answer = connection.getresponse()
            return Got(answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read().decode())


Start = Callable[..., Running]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    processes = []

    def begin(base_path: str = "/", text: str = "good") -> Running:
        (tmp_path / "text.md").write_text(text)
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(tmp_path), base_path],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "generator"), "PYTHONFAULTHANDLER": "1"},
        )  # fmt: skip
        processes.append(process)
        assert process.stdout is not None
        return Running(tmp_path, process.stdout.readline().strip(), process)

    yield begin
    for process in processes:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGABRT)  # tells where every thread stands
            pytest.fail(f"Ctrl-C did not end the preview:\n{process.communicate()[1]}")


class Stream:
    """The event stream, as a browser reads it."""

    def __init__(self, running: Running) -> None:
        self.socket = socket.create_connection(("127.0.0.1", running.port), timeout=30)
        self.socket.sendall(f"GET {proof.FOLDER}events HTTP/1.1\r\nHost: localhost:{running.port}\r\n\r\n".encode())
        self.file = self.socket.makefile("r", encoding="utf-8")

    def next(self) -> str:
        return next(line.removeprefix("data: ").strip() for line in self.file if line.startswith("data: "))

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()
        self.socket.close()


def test_serves_what_was_built_and_nothing_else(start: Start) -> None:
    running = start()
    assert running.url == f"http://127.0.0.1:{running.port}/"
    assert "<h1>good index.html</h1>" in running.ask("/").text
    assert "<h1>good case/en/index.html</h1>" in running.ask("/case/en/?x=1").text
    assert running.ask("/case/timeline.json").headers["content-type"] == "application/json"
    assert running.ask("/%C3%A9/x.txt").text == "x"
    for path in (
        "/text.md",
        "/../text.md",
        "/%2e%2e/text.md",
        "/etc/passwd",
        "//etc/passwd",
        "/case\\en",
        "/\0",
        "*",
        "http://evil.example/",
    ):
        got = running.ask(path.replace("\0", "%00"))
        assert (got.status, "<h1>good 404.html</h1>" in got.text) == (404, True), path


def test_a_folder_without_its_slash_leads_to_it(start: Start) -> None:
    running = start()
    assert running.ask("/case/en").status == 302
    assert running.ask("/case/en").headers["location"] == "/case/en/"
    assert running.ask("/case").status == 404, "there is no index.html in it"


def test_everything_stands_under_the_base_path(start: Start) -> None:
    running = start("/project")
    assert running.url.endswith("/project/")
    assert running.ask("/project/").status == 200
    assert running.ask("/project/case/en").headers["location"] == "/project/case/en/"
    assert (running.ask("/").headers["location"], running.ask("/project").headers["location"]) == ("/project/", "/project/")
    assert running.ask("/case/en/").status == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "", "localhost", "localhost:1", "127.0.0.1.evil.example:PORT", "evil.example:PORT", "0.0.0.0:PORT"]
)
def test_another_host_name_gets_nothing(start: Start, host: str) -> None:
    running = start()
    for path in ("/", f"{proof.FOLDER}events", "/case/timeline.json"):
        got = running.ask(path, host=host.replace("PORT", str(running.port)))
        assert got.status == 403
        assert "good" not in got.text


def test_this_machines_own_names_are_answered(start: Start) -> None:
    running = start()
    for name in ("localhost", "LOCALHOST", "127.0.0.1", "[::1]"):
        assert running.ask("/", host=f"{name}:{running.port}").status == 200


def test_ipv6_loopback_is_answered_where_there_is_one(start: Start) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no ::1")
    assert start().ask("/", address="::1").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "NONSENSE"])
def test_only_get_and_head_are_answered(start: Start, method: str) -> None:
    got = start().ask("/", method)
    assert (got.status, got.headers["allow"]) == (405, "GET, HEAD")


def test_head_is_get_without_the_body(start: Start) -> None:
    running = start()
    head, get = running.ask("/", "HEAD"), running.ask("/")
    assert (head.status, head.text) == (200, "")
    assert head.headers["content-length"] == get.headers["content-length"]


def test_the_served_copy_alone_gets_the_reload_script_and_a_policy_that_lets_it_run(start: Start) -> None:
    running = start()
    text = running.ask("/").text
    assert f'<script src="{proof.FOLDER}reload.js"' in text
    policy = text.split('content="')[1].split('"')[0].replace("&#x27;", "'")
    assert {rule.strip() for rule in policy.split(";")} == {
        "default-src 'none'", "style-src 'sha256-abc=' 'self'", "img-src 'self'", "script-src 'self'", "connect-src 'self'",
    }  # fmt: skip
    script = running.ask(f"{proof.FOLDER}reload.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert "EventSource" in script.text


def test_a_change_is_built_and_announced(start: Start) -> None:
    running = start()
    with Stream(running) as stream:
        before = stream.next()
        assert f'data-version="{before}"' in running.ask("/").text
        running.write("better")
        assert stream.next() != before
        assert "better index.html" in running.ask("/").text


def test_a_folder_that_appears_later_is_watched_too(start: Start) -> None:
    running = start()
    with Stream(running) as stream:
        stream.next()
        (running.source / "templates").mkdir()
        (running.source / "templates/new.j2").write_text("x")
        stream.next()
        assert "themed index.html" in running.ask("/").text


def test_an_error_is_shown_on_the_last_good_page_and_goes_when_mended(start: Start) -> None:
    running = start()
    with Stream(running) as stream:
        stream.next()
        running.write("bad")
        stream.next()
        got = running.ask("/")
        assert got.status == 200
        assert "<h1>good index.html</h1>" in got.text
        assert "<code>content/x/events.yaml:12</code> has a &lt;quotation&gt; that is not there. Copy it again." in got.text
        assert running.ask("/case/timeline.json").text == "{}", "data is served as it was built"
        running.write("mended")
        stream.next()
        assert "dateline-problems" not in running.ask("/").text


def test_an_error_from_the_start_is_a_page_of_its_own(start: Start) -> None:
    running = start(text="bad")
    got = running.ask("/case/en/")
    assert got.status == 500
    assert "content/x/events.yaml:12" in got.text
    assert "Not built yet." in got.text
    with Stream(running) as stream:
        stream.next()
        running.write("good")
        stream.next()
        assert running.ask("/case/en/").status == 200


def test_a_slip_in_the_program_does_not_end_the_preview(start: Start) -> None:
    running = start()
    with Stream(running) as stream:
        stream.next()
        running.write("bug")
        stream.next()
        assert "ValueError: no such thing" in running.ask("/").text


def test_ctrl_c_ends_it_without_a_word_even_while_browsers_listen(start: Start) -> None:
    running = start()
    with Stream(running) as stream:
        stream.next()
        running.process.send_signal(signal.SIGINT)
        _, errors = running.process.communicate(timeout=60)
    assert (running.process.returncode, errors) == (0, "")


def test_ctrl_c_ends_it_even_where_the_interrupt_is_swallowed(start: Start) -> None:
    running = start()
    running.write("deaf")
    assert running.process.stdout is not None
    assert running.process.stdout.readline() == "deaf\n"
    running.process.send_signal(signal.SIGINT)
    _, errors = running.process.communicate(timeout=60)
    assert (running.process.returncode, errors) == (0, "")


def test_a_browser_that_complains_is_not_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    browser, seen = tmp_path / "browser", tmp_path / "seen"
    browser.write_text(f'#!/bin/sh\necho out\necho "no display" >&2\necho "$1" > {seen}\n')
    os.mkfifo(seen)
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    preview.show("http://127.0.0.1:8000/")
    assert seen.read_text() == "http://127.0.0.1:8000/\n"
    assert capfd.readouterr() == ("", "")


def test_a_taken_port_is_a_sentence_that_says_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(Stop, match=rf"port {port}: is taken by another program\. .*--port"):
            preview.serve(tuple, [], port=port, ready=print, complain=print)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_other_machines_are_never_served(host: str) -> None:
    with pytest.raises(Stop, match="not an address of this machine alone"):
        preview.serve(tuple, [], host=host, port=0, ready=print, complain=print)


def test_a_page_without_body_or_policy_is_copied_too() -> None:
    copy = proof.of(b"<p>Hello", "v1", [Problem("k", "a.yaml", "is wrong.", "Mend it.")])
    assert copy.startswith(b"<p>Hello")
    assert b"<code>a.yaml</code> is wrong. Mend it." in copy


def test_only_what_stops_the_build_is_shown() -> None:
    warning = Problem("k", "b.yaml", "could be better.", fatal=False)
    assert b"b.yaml" not in proof.of(b"<body></body>", "v1", [warning, Problem("k", "a.yaml", "is wrong.")])
    assert b"b.yaml" in proof.of(b"<body></body>", "v1", [warning]), "in a strict build a warning stops it"


def test_what_is_wrong_is_said_once_until_it_changes() -> None:
    first, second = Problem("quote", "events.yaml", "is wrong."), Problem("quote", "events.yaml", "is wrong otherwise.")
    tries = iter([first, first, None, first, second])
    said: list[tuple[Problem, ...]] = []

    def build() -> tuple[Artifact, ...]:
        problem = next(tries)
        if problem:
            raise Stop(problem)
        return ()

    desk = preview.Desk(build, "/", said.append)
    for _ in range(5):
        desk.rebuild()
    assert said == [(first,), (first,), (second,)]


def test_no_language_is_named_in_code_the_words_stand_in_a_template() -> None:
    code = Path(proof.__file__).read_text("utf-8")
    assert "lang=" not in code
    assert "Not built" not in code
    page = proof.error_page("v", [Problem("quote", "a<b.yaml", "is <wrong>.", line=3)]).decode()
    assert page.startswith("<!DOCTYPE html>")
    assert "<code>a&lt;b.yaml:3</code> is &lt;wrong&gt;." in page
