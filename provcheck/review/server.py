"""Serves one review on this machine: reads requests within bounds, refuses all that are not ours.

The standard library's server does: one page and three actions, one person, no file served.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import Any

from provcheck.errors import SettingsError
from provcheck.review.access import HOST, PATHS, Access, not_so, size_of
from provcheck.review.answer import Answer, refused
from provcheck.review.owner import Owners, Whose

MOST_CONNECTIONS = 32  # at a time
LONGEST = 20.0  # seconds that one connection may take, however it dawdles
_IDLE = 10.0  # seconds without a byte
_PARTING = 2.0  # seconds that answers on their way get when the review ends
_DRAINED = 1 << 16  # bytes of a refused body that are read, so that the refusal arrives
_SHUT_READING = 0

Act = Callable[[str, Any], Answer]


class Server(ThreadingTCPServer):
    """A review at a free port of 127.0.0.1, or at `port`; `act` answers what was let in.

    `act` gets a path and what the body's JSON says, None for a GET; it runs in several threads.
    `note` is told, once each kind, in plain words of what was turned away at the door. Raises
    SettingsError when the port cannot be had.
    """

    allow_reuse_address = os.name == "posix"  # elsewhere it lets others take the port as well
    daemon_threads = True
    request_queue_size = MOST_CONNECTIONS

    def __init__(self, act: Act, note: Callable[[str], None], port: int = 0) -> None:
        self._act, self._note = act, note
        self._noted: set[str] = set()
        self._open: dict[Any, float] = {}
        self._changed = threading.Condition()
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as problem:
            message = f"--port {port}: cannot be had ({problem.strerror}); leave it out"
            raise SettingsError(message) from None
        self.port = int(self.server_address[1])
        self.access = Access(self.port)
        self._owners = Owners(self.port)

    def run(self) -> None:
        """Serve until an answer is the last, or Ctrl-C; answers on their way are still sent."""
        try:
            self.serve_forever(poll_interval=0.1)
        finally:
            with self._changed:
                self._changed.wait_for(lambda: not self._open, _PARTING)
            self.server_close()

    def end(self) -> None:
        """Let `run` return; may be called while it answers."""
        threading.Thread(target=self.shutdown, daemon=True).start()

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ANN401
        """Tell whether a connection is served: a process of our user's, and not too many."""
        whose = self._owners.whose(int(client_address[1]))
        if whose is Whose.ANOTHER:
            self._tell("another user of this machine tried to connect, and was turned away")
        if whose is not Whose.OURS:
            return False
        with self._changed:
            if len(self._open) >= MOST_CONNECTIONS:
                return False
            self._open[request] = time.monotonic()
        return True

    def service_actions(self) -> None:
        """End the connections that take too long; called several times a second."""
        late = time.monotonic() - LONGEST
        with self._changed:
            for request in [each for each, since in self._open.items() if since < late]:
                with suppress(OSError):
                    request.shutdown(_SHUT_READING)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401
        """Close a connection that was answered."""
        super().shutdown_request(request)
        with self._changed:
            self._open.pop(request, None)
            self._changed.notify_all()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401, ARG002
        """Say nothing of a browser that hung up, and no traceback of anything else."""
        problem = sys.exc_info()[1]
        if not isinstance(problem, OSError):
            self._fault(problem)

    def answer(self, path: str, given: Any) -> Answer:  # noqa: ANN401
        """Return what `act` answers; a fault in it is told and ends nothing."""
        try:
            return self._act(path, given)
        except Exception as problem:  # noqa: BLE001  (the editor's other claims are still to sign)
            self._fault(problem)
            why = "the program failed here; the terminal says how. What was signed is kept"
            return refused(HTTPStatus.INTERNAL_SERVER_ERROR, why)

    def _fault(self, problem: BaseException | None) -> None:
        self._tell(f"internal error: {type(problem).__name__}: {problem}; please report it")

    def _tell(self, words: str) -> None:
        if words not in self._noted:
            self._noted.add(words)
            self._note(words)


class _Handler(BaseHTTPRequestHandler):
    """One request a connection; nothing of it is logged."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = _IDLE

    def do_GET(self) -> None:
        self._reply(self._entered() or self._refusal() or self.server.answer(self.path, None))

    def do_POST(self) -> None:
        refusal = self._refusal()
        size = refusal or size_of(self.headers)
        if isinstance(size, Answer):
            self._reply(size)
            self._drain()
            return
        given = _object(self.rfile.read(size))
        if given is None:
            self._reply(refused(HTTPStatus.BAD_REQUEST, "a JSON object is expected"))
        else:
            self._reply(self.server.answer(self.path, given))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request, in our own words: the standard ones repeat it."""
        del message, explain
        self.close_connection = True
        if code == HTTPStatus.NOT_IMPLEMENTED:  # no do_ method of that name
            self._reply(not_so(*sorted(set(PATHS.values()))))
        else:
            self._reply(refused(HTTPStatus(code), "this is no request that is understood"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Log nothing."""

    def version_string(self) -> str:
        """Name no versions."""
        return "provcheck"

    def _entered(self) -> Answer | None:
        return self.server.access.entrance(self.command, self.path, self.headers)

    def _refusal(self) -> Answer | None:
        return self.server.access.refusal(self.command, self.path, self.headers)

    def _reply(self, answer: Answer) -> None:
        self.close_connection = True
        if self.request_version == "HTTP/0.9":  # which has no head, and so no policy
            self.request_version = "HTTP/1.0"
        self.send_response(answer.status)
        for name, value in answer.fields():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
        self.wfile.flush()
        if answer.last:
            self.server.end()

    def _drain(self) -> None:
        left = _DRAINED
        while left > 0 and (part := self.rfile.read1(left)):
            left -= len(part)


def _object(body: bytes) -> dict[str, Any] | None:
    """Return the JSON object that `body` is, None for anything else; a part of one is none."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return given if isinstance(given, dict) else None
