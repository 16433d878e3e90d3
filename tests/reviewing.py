"""A review for tests: sessions on the invented report, and their server running on loopback."""

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import httpx
from reporting import a_report
from signing import DAY

from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.review.routes import routes
from provcheck.review.server import Server
from provcheck.review.session import Session, Ways
from provcheck.rulebook.book import load_rulebook
from provcheck.signoff.apply import settled
from provcheck.signoff.book import sheet_of

NAMED = {"claim": "c1", "id": "q-ferry"}
ALTERED = {
    **NAMED,
    "status": "accepted",
    "by": "ab",
    "note": "she says so in the recording",
}


def an_article_of(folder: Path, *findings: Finding, name: str = "ferry.txt") -> Report:
    """A report on an article that lies in `folder`."""
    path = folder / name
    report = a_report(*findings)
    path.write_text(report.article.text, encoding="utf-8")
    known = {"path": str(path), "sha256": sha256(path.read_bytes()).hexdigest()}
    return report.model_copy(update={"article": report.article.model_copy(update=known)})


def a_session(*reports: Report, by: str = "") -> Session:
    rules = load_rulebook()

    def lay(report: Report) -> Report:
        return settled(report, sheet_of(Path(report.article.path), rules), DAY, rules)

    return Session(reports, Ways(lay, lambda: DAY), by)


@dataclass
class Running:
    """A server that runs; `notes` are what it told."""

    server: Server
    session: Session
    thread: threading.Thread
    notes: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.port}"

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    def raw(self, data: bytes, *, ends: bool = False) -> bytes:
        """Send bytes as they are, and return all that comes back."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=15) as client:
            client.sendall(data)
            if ends:
                client.shutdown(socket.SHUT_WR)
            return received(client)


def received(client: socket.socket) -> bytes:
    """What comes until the other side closes, or breaks the connection off."""
    told = b""
    try:
        while part := client.recv(65536):
            told += part
    except ConnectionResetError:
        pass
    return told


@contextmanager
def running(session: Session) -> Iterator[Running]:
    """Serve `session` until the block ends."""
    notes: list[str] = []
    server = Server(routes(session, load_rulebook()), notes.append)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield Running(server, session, thread, notes)
    finally:
        server.end()
        thread.join(10)
        assert not thread.is_alive()


def entered(review: Running) -> httpx.Client:
    """A client that came in by the address, and asks as the page's script does."""
    client = httpx.Client(base_url=review.origin, headers={"Origin": review.origin}, timeout=15)
    assert client.get(review.server.access.opening).status_code == 200
    return client


class Started:
    """A review that a user started in `folder`, and a client that may come in by its address."""

    def __init__(self, folder: Path, arguments: tuple[str, ...], **environment: str) -> None:
        program = [sys.executable, "-m", "provcheck.cli.main", "review", *arguments]
        self.process = subprocess.Popen(
            program,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr
        self.first, self.second = (self.process.stderr.readline() for _ in range(2))
        found = re.fullmatch(r"review: (http://127\.0\.0\.1:\d+)(/\?token=[\w-]{43})\n", self.first)
        assert found, self.first + self.process.stderr.read()
        self.client = httpx.Client(base_url=found[1], headers={"Origin": found[1]}, timeout=20)
        self.token = found[2]

    def enter(self) -> None:
        assert self.client.get(self.token).status_code == 200

    def ended(self) -> tuple[int, str, str]:
        told, complained = self.process.communicate(timeout=20)
        return self.process.returncode, told, complained

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()
        self.client.close()
