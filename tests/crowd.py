"""Fifty hosts on loopback, some slow, some broken, and an article that links to all of them."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

PAGE = (
    "<html lang=en><title>Minutes {n}</title><body><article><h1>Minutes {n}</h1>"
    "<p>The council met at nine.</p><p>Quay number {n} stays open until the winter ends and the "
    "cranes come back from the yard.</p></article>"
)


@dataclass
class Seen:
    """What a host saw: how many connections at a time, and when requests came."""

    open: int = 0
    most: int = 0
    starts: list[float] = field(default_factory=list)
    pages: int = 0


@dataclass
class Crowd:
    """Hosts 127.0.1.1 and up on one port; `kinds` gives the number of hosts of each kind."""

    kinds: dict[str, int]
    links: int  # of each host
    slow_seconds: float = 3.0
    seen: dict[str, Seen] = field(default_factory=lambda: defaultdict(Seen))

    def hosts(self) -> list[tuple[str, str]]:
        kinds = [kind for kind, number in self.kinds.items() for _ in range(number)]
        return [(f"127.0.1.{i + 1}", kind) for i, kind in enumerate(kinds)]

    async def start(self) -> None:
        self._servers = []
        self.port = 0
        for host, kind in self.hosts():
            server = await asyncio.start_server(self._behaviour(host, kind), host, self.port)
            self.port = self.port or server.sockets[0].getsockname()[1]
            self._servers.append(server)

    def stop(self) -> None:
        for server in self._servers:
            server.close()

    def article(self) -> str:
        """An article with one quotation and one link a page, hosts taking turns."""
        paragraphs = (
            f"<p>“Quay number {self._number(h, i)} stays open until the winter ends and the cranes "
            f"come back from the yard,” Ada Brandvold said <a href='http://{host}:{self.port}/{i}'>"
            "in the minutes</a>.</p>"
            for i in range(self.links)
            for h, (host, _) in enumerate(self.hosts())
        )
        return "<html lang=en><body><article><h1>Quays</h1>" + "".join(paragraphs) + "</article>"

    def _number(self, host: int, page: int) -> int:
        return 1000 + host * self.links + page

    def _behaviour(self, host: str, kind: str) -> Behaviour:
        number = next(i for i, (name, _) in enumerate(self.hosts()) if name == host)

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            seen = self.seen[host]
            seen.open += 1
            seen.most = max(seen.most, seen.open)
            seen.starts.append(asyncio.get_running_loop().time())
            try:
                line = (await reader.readuntil(b"\r\n\r\n")).split(b" ")[1].decode()
                await getattr(self, f"_{kind}")(writer, line.strip("/"), number)
            except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
                pass
            finally:
                seen.open -= 1
                with contextlib.suppress(OSError):
                    writer.close()

        return serve

    async def _good(self, writer: asyncio.StreamWriter, page: str, number: int) -> None:
        if page == "robots.txt":
            writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            return
        self.seen[f"127.0.1.{number + 1}"].pages += 1
        body = PAGE.format(n=self._number(number, int(page))).encode()
        head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        await writer.drain()

    async def _slow(self, writer: asyncio.StreamWriter, page: str, number: int) -> None:
        await asyncio.sleep(self.slow_seconds)
        await self._good(writer, page, number)

    async def _hang(self, _writer: asyncio.StreamWriter, _page: str, _number: int) -> None:
        await asyncio.sleep(120)

    async def _reset(self, writer: asyncio.StreamWriter, _page: str, _number: int) -> None:
        writer.transport.abort()

    async def _garbage(self, writer: asyncio.StreamWriter, _page: str, _number: int) -> None:
        writer.write(b"\x00\xff" * 500)

    async def _drip(self, writer: asyncio.StreamWriter, _page: str, _number: int) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(600):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.1)
