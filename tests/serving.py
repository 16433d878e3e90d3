"""A real HTTP server on loopback, answering byte for byte what a test tells it to."""

import asyncio
import ssl
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

Handler = Callable[["Request", asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Request:
    """One request as it came: its path with query, its header fields, when it came."""

    path: str
    headers: dict[str, str]
    raw: bytes
    at: float
    body: bytes = b""


@dataclass
class Site:
    """Serves `routes` (path to bytes or to a handler) while it is entered; 404 for other paths.

    `seen` are all requests, `most` the most connections that were open at a time.
    """

    routes: dict[str, bytes | Handler] = field(default_factory=dict)
    host: str = "127.0.0.1"
    tls: ssl.SSLContext | None = None
    seen: list[Request] = field(default_factory=list)
    open: int = 0
    most: int = 0
    _serving: list[asyncio.Task[None]] = field(default_factory=list)
    _writers: list[asyncio.StreamWriter] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, self.host, 0, ssl=self.tls)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        serving = [task for task in self._serving if not task.done()]
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)
        for writer in self._writers:  # what is still to be sent is not
            writer.transport.abort()
        await asyncio.sleep(0.01)

    @property
    def url(self) -> str:
        scheme = "https" if self.tls else "http"
        return f"{scheme}://{self.host}:{self.port}"

    def paths(self) -> list[str]:
        return [request.path for request in self.seen]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._serving.append(task)
        self._writers.append(writer)
        self.open += 1
        self.most = max(self.most, self.open)
        try:
            raw = await reader.readuntil(b"\r\n\r\n")
            request = _request(raw)
            size = int(request.headers.get("content-length", "0"))
            request = replace(request, body=await reader.readexactly(size))
            self.seen.append(request)
            route = self.routes.get(request.path, answer(b"", status="404 Not Found"))
            if callable(route):
                await route(request, writer)
            else:
                writer.write(route)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self.open -= 1
            writer.close()


def answer(body: bytes = b"<p>Nobody sang.", *, status: str = "200 OK", **fields: str) -> bytes:
    """Return an answer; `fields` are header fields, `content_type` for Content-Type."""
    named = {"content_type": "text/html; charset=utf-8", **fields}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in named.items()]
    head = "\r\n".join([f"HTTP/1.1 {status}", *lines, f"Content-Length: {len(body)}", "", ""])
    return head.encode("latin-1") + body


def redirect(target: str, status: str = "302 Found", **fields: str) -> bytes:
    return answer(b"", status=status, location=target, **fields)


def _request(raw: bytes) -> Request:
    line, *rest = raw.decode("latin-1").split("\r\n")
    headers = {k.strip().lower(): v.strip() for k, _, v in (f.partition(":") for f in rest if f)}
    return Request(path=line.split(" ")[1], headers=headers, raw=raw, at=time.monotonic())


@contextmanager
def running(site: Site) -> Iterator[Site]:
    """Run `site` in a thread of its own, for programs that are started beside it."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    asyncio.run_coroutine_threadsafe(site.__aenter__(), loop).result()
    try:
        yield site
    finally:
        asyncio.run_coroutine_threadsafe(_ended(site), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _ended(site: Site) -> None:
    await site.__aexit__(None, None, None)
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
