"""A small internet on loopback: many hosts behind names, over TLS, answering as tests tell them."""

import asyncio
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import httpcore
import pytest
import trustme
from dialling import PUBLIC
from serving import Handler, Request, Site, answer, running

from provcheck.fetch import desk
from provcheck.fetch.connect import system_connector
from provcheck.fetch.transport import guarded_transport
from provcheck.settings import Limits, Settings

Routes = dict[str, bytes | Handler]


@dataclass
class World(Site):
    """A server for all `hosts`, each with its routes; every answer takes `latency` seconds."""

    hosts: dict[str, Routes] = field(default_factory=dict)
    latency: float = 0.0
    down: set[str] = field(default_factory=set)  # hosts that are not found
    inside: set[str] = field(default_factory=set)  # hosts of a network that is not public

    async def reply(self, request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(self.latency)
        routes = self.hosts.get(host_of(request), {})
        route = routes.get(request.path, routes.get("*", answer(b"", status="404 Not Found")))
        if callable(route):
            await route(request, writer)
        else:
            writer.write(route)
            await writer.drain()

    def asked(self, host: str) -> list[str]:
        """The paths that `host` was asked for, robots.txt left out, in order."""
        paths = [request.path for request in self.seen if host_of(request) == host]
        return [path for path in paths if path != "/robots.txt"]

    async def resolve(self, host: str) -> list[str]:
        if host not in self.hosts or host in self.down:
            raise OSError(host)
        return ["10.0.0.7"] if host in self.inside else [PUBLIC]

    async def connect(
        self, _address: str, _port: int, seconds: float | None
    ) -> httpcore.AsyncNetworkStream:
        return await system_connector("127.0.0.1", self.port, seconds)


def host_of(request: Request) -> str:
    return request.headers.get("host", "").partition(":")[0]


@contextmanager
def online(
    hosts: Mapping[str, Routes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    """Make `hosts` all of the internet that runs in this process see; TLS by `folder`/ca.pem."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*hosts).configure_cert(tls)
    world = World(tls=tls, hosts={host: dict(routes) for host, routes in hosts.items()})
    world.routes = _Everything(world)
    dialled = partial(guarded_transport, resolver=world.resolve, connector=world.connect)
    monkeypatch.setattr(desk, "guarded_transport", dialled)
    with running(world):
        yield world


class _Everything(dict[str, bytes | Handler]):
    """Routes that hand every request to the world."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world

    def get(self, _path: str, _other: object = None) -> Handler:  # type: ignore[override]
        return self._world.reply


def settings(folder: Path, **known: object) -> Settings:
    """Settings of a run on the small internet; it is asked as fast as it answers."""
    limits = Limits(host_interval=0.0, retry_wait=0.01, attempts=2)
    fields = {"authorities": folder / "ca.pem", "store": folder / "kept", "limits": limits}
    return Settings(**{**fields, **known})
