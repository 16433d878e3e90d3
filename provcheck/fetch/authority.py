"""Asks a time-stamping authority (RFC 3161, section 3.4: over HTTP), and nobody else."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus

import httpx

from provcheck.errors import StoreError
from provcheck.fetch.asking import AGENT, status_told
from provcheck.fetch.failures import told
from provcheck.fetch.gate import refused
from provcheck.fetch.transport import guarded_transport, host_header
from provcheck.settings import Settings

_MOST = 1 << 20  # bytes of an answer; tokens with their certificates have some thousand


def sender(url: str, settings: Settings) -> Callable[[bytes], bytes]:
    """Return what takes a request to the authority at `url` and returns its answer.

    It connects as a run does: to public addresses alone, but for those that `settings` allow, and
    follows no redirect. It raises StoreError, naming the address and why, when there is no
    answer, and SettingsError as `guarded_transport` does.
    """
    return lambda asked: asyncio.run(_sent(url, asked, settings))


async def _sent(url: str, asked: bytes, settings: Settings) -> bytes:
    why = refused(url)
    if why:
        raise _unanswered(url, why)
    transport = guarded_transport(settings)
    try:
        async with asyncio.timeout(settings.limits.total_seconds):
            response = await transport.handle_async_request(_request(url, asked))
            try:
                return await _body(url, response)
            finally:
                await response.aclose()
    except (httpx.HTTPError, OSError, ValueError) as problem:
        raise _unanswered(url, told(problem, settings.limits).clause) from None
    finally:
        await transport.aclose()


async def _body(url: str, response: httpx.Response) -> bytes:
    if response.status_code != HTTPStatus.OK:
        raise _unanswered(url, f"it answered {status_told(response.status_code)}")
    body = bytearray()
    async for part in response.aiter_raw():
        body += part
        if len(body) > _MOST:
            raise _unanswered(url, f"its answer is larger than {_MOST} bytes")
    return bytes(body)


def _request(url: str, asked: bytes) -> httpx.Request:
    parsed = httpx.URL(url)
    fields = {
        "Host": host_header(parsed),
        "User-Agent": AGENT,
        "Accept": "application/timestamp-reply",
        "Content-Type": "application/timestamp-query",
        "Connection": "close",
    }
    return httpx.Request("POST", parsed, headers=fields, content=asked)


def _unanswered(url: str, why: str) -> StoreError:
    return StoreError(f"{url}: {why}; try again, or name another --authority")
