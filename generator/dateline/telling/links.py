"""Addresses as written come in; addresses that a page may carry go out: http(s) only, or relative to the page."""

from __future__ import annotations

import posixpath
import re
from typing import Final
from urllib.parse import quote, unquote, urlsplit

_FORBIDDEN: Final = re.compile(r"[\x00-\x20\x7f-\x9f<>\"'`\\{}|^]")


def web(url: str | None) -> str | None:
    """The address where it is a plain http(s) one, else None. The only gate through which an outside address reaches a page."""
    if url is None or _FORBIDDEN.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.password:
        return None
    return url


def host(url: str | None) -> str | None:
    """The host of an address that a page may carry, as readers know it, without “www.”."""
    found = web(url)
    return (urlsplit(found).hostname or "").removeprefix("www.") or None if found else None


def path(*parts: str) -> str:
    """A path below the site's root from names: a folder, with its closing slash."""
    return "".join(f"{part}/" for part in parts)


def relative(here: str, there: str) -> str:
    """The way from the folder `here` to `there` (both below the site's root), percent-encoded."""
    way = posixpath.relpath("/" + there, "/" + here)
    if there.endswith("/") or not there:
        way += "/"
    return quote(way, safe="/-._~")


def absolute(base_url: str | None, there: str) -> str | None:
    """The full address of a path below the site's root; None where nobody said where the site will stand."""
    base = web(base_url)
    return None if base is None else base.rstrip("/") + "/" + quote(there, safe="/-._~")


def base_path(base_url: str | None) -> str:
    """The path under which the site stands, with slashes at both ends."""
    base = web(base_url)
    folder = urlsplit(base).path.strip("/") if base else ""
    return f"/{folder}/" if folder else "/"


def target(href: str, here: str, base_path: str) -> str | None:
    """The path below the site's root to which a link on a page in the folder `here` leads; None where it leaves the site, or
    stays on its page.
    """
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    way = posixpath.normpath(posixpath.join(base_path + here, unquote(parts.path)))
    inside = f"{way}/".startswith(base_path)
    return way.removeprefix(base_path.rstrip("/")).strip("/") if inside else None
