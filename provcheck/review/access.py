"""Who may ask the review's server, and for what: decided from the request's head alone."""

import secrets
import threading
from collections.abc import Mapping
from email.message import Message
from http import HTTPStatus
from types import MappingProxyType

from provcheck.review.answer import Answer, page, refused

HOST = "127.0.0.1"
MOST_BYTES = 16_000  # of a request's body
ENTRY = "/?token="
PATHS: Mapping[str, str] = MappingProxyType(
    {"/": "GET", "/sign": "POST", "/undo": "POST", "/done": "POST"}
)
_SECRET_BYTES = 32
_ENTER = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>provcheck review</title>'
    '<meta http-equiv="refresh" content="0; url=/"></head>'
    '<body><p><a href="/">Open the review</a></p></body></html>'
)


class Access:
    """The secrets of one review at `port`: a token that opens it once, and the cookie it gives.

    The cookie goes to no page of another site (SameSite=Strict) and to no script (HttpOnly). Its
    name has the port in it, since browsers send cookies to every port of a host.
    """

    def __init__(self, port: int) -> None:
        self.address = f"http://{HOST}:{port}/"
        self._hosts = (f"{HOST}:{port}", f"localhost:{port}")
        self._name = f"provcheck-{port}"
        self._token: str | None = secrets.token_urlsafe(_SECRET_BYTES)
        self._cookie = secrets.token_urlsafe(_SECRET_BYTES)
        self._entering = threading.Lock()
        self.opening = f"{self.address[:-1]}{ENTRY}{self._token}"

    def refusal(self, method: str, path: str, fields: Message) -> Answer | None:
        """Return why the request is refused, None where it is not; bodies are judged elsewhere.

        A host by another name is refused first (DNS rebinding), then what has no cookie.
        """
        host = _only(fields, "Host")
        if host not in self._hosts:
            return refused(HTTPStatus.FORBIDDEN, f"this server answers to {self._hosts[0]} alone")
        if not self._knows(fields):
            return refused(HTTPStatus.FORBIDDEN, "open the address that the terminal shows")
        if path not in PATHS:
            return refused(HTTPStatus.NOT_FOUND, "there is nothing at this path")
        if method != PATHS[path]:
            return not_so(PATHS[path])
        return _foreign(fields, f"http://{host}", posts=method == "POST")

    def entrance(self, method: str, path: str, fields: Message) -> Answer | None:
        """Return the answer to a request that shows a token; None where none is shown.

        The right token gives the cookie, once. A page of its own then leads on, rather than a
        redirect: a browser that came by a link from elsewhere would not send the cookie there.
        """
        if method != "GET" or not path.startswith(ENTRY):
            return None
        if _only(fields, "Host") not in self._hosts:
            return refused(HTTPStatus.FORBIDDEN, f"this server answers to {self._hosts[0]} alone")
        if not self._enters(path.removeprefix(ENTRY)):
            why = (
                "this address is not valid, or was used before; it works once. If you did not "
                "use it, end the review in the terminal and start it again"
            )
            return refused(HTTPStatus.FORBIDDEN, why)
        kept = f"{self._name}={self._cookie}; Path=/; HttpOnly; SameSite=Strict"
        return page(_ENTER, more=(("Set-Cookie", kept),))

    def _enters(self, token: str) -> bool:
        with self._entering:
            if self._token is None or not _same(token, self._token):
                return False
            self._token = None
            return True

    def _knows(self, fields: Message) -> bool:
        pairs = (each.strip().partition("=") for each in (_only(fields, "Cookie") or "").split(";"))
        return any(name == self._name and _same(value, self._cookie) for name, _, value in pairs)


def not_so(*allowed: str) -> Answer:
    """Return the refusal of a method; `allowed` are those that the path takes."""
    more = (("Allow", ", ".join(allowed)),)
    return refused(HTTPStatus.METHOD_NOT_ALLOWED, "not by this method", more)


def size_of(fields: Message) -> int | Answer:
    """Return how many bytes of JSON follow the head, or why they are not read."""
    if (_only(fields, "Content-Type") or "").strip().casefold() != "application/json":
        return refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "application/json is expected")
    length = _only(fields, "Content-Length") or ""
    if "Transfer-Encoding" in fields or not (length.isascii() and length.isdigit()):
        return refused(HTTPStatus.LENGTH_REQUIRED, "the length of the body is not told")
    if len(length) > len(str(MOST_BYTES)) or int(length) > MOST_BYTES:
        why = f"at most {MOST_BYTES} bytes are taken; shorten the note"
        return refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, why)
    return int(length)


def _foreign(fields: Message, own: str, *, posts: bool) -> Answer | None:
    """Return the refusal of what another origin brought about; a POST has to name its own."""
    origin = _only(fields, "Origin")
    site = _only(fields, "Sec-Fetch-Site")
    sites = {None, "same-origin"} if posts else {None, "same-origin", "none"}
    named = {own} if posts else {None, own}
    told_once = all(len(fields.get_all(name, [])) <= 1 for name in ("Origin", "Sec-Fetch-Site"))
    if told_once and origin in named and site in sites:
        return None
    return refused(HTTPStatus.FORBIDDEN, "this came from another page than the review's own")


def _only(fields: Message, name: str) -> str | None:
    """Return the value of a header field that stands there once."""
    values = fields.get_all(name, [])
    return str(values[0]) if len(values) == 1 else None


def _same(given: str, secret: str) -> bool:
    """Compare in a time that does not tell how much was right."""
    return secrets.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode())
