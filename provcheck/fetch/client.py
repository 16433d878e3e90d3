"""The one HTTP client: redirects walked by hand, every failure a reason."""

from http import HTTPStatus
from urllib.parse import urljoin

import httpx

from provcheck.fetch.gate import refused
from provcheck.fetch.replay import NotRecordedError
from provcheck.model.evidence import Hop, Unavailable
from provcheck.model.value import Value
from provcheck.settings import Settings
from provcheck.store.address import address_key

_ERRORS = 400
_AGENT = "provcheck (checks quotations against their sources)"


class Response(Value):
    """A body that came back whole: `url` as asked, `final_url` after the redirects in `hops`."""

    url: str
    final_url: str
    hops: tuple[Hop, ...]
    media_type: str
    charset: str | None
    body: bytes


class Client:
    """GETs over a transport; no cookies, no environment, no redirect that was not looked at."""

    def __init__(self, transport: httpx.AsyncBaseTransport, settings: Settings) -> None:
        self._transport, self._settings = transport, settings

    async def get(self, url: str) -> Response | Unavailable:
        """Return what `url` leads to, or why it could not be read; never raises."""
        hops: list[Hop] = []
        seen: set[str] = set()
        asked = url
        while len(hops) <= self._settings.limits.redirects:
            why = refused(asked) or (
                "it redirects in a circle" if address_key(asked) in seen else None
            )
            if why:
                return Unavailable(reason=f"{url}: {why}", attempts=tuple(hops))
            seen.add(address_key(asked))
            answer = await self._asked(asked)
            if isinstance(answer, str):
                return Unavailable(reason=f"{url}: {answer}", attempts=tuple(hops))
            hops.append(Hop(url=asked, status=answer.status_code))
            location = answer.headers.get("location")
            if not (answer.has_redirect_location and location):
                return await self._read(url, hops, answer)
            asked = urljoin(asked, location.strip().replace(" ", "%20"))
        return Unavailable(reason=f"{url}: too many redirects", attempts=tuple(hops))

    async def _asked(self, url: str) -> httpx.Response | str:
        """Return the answer of one request, or why there is none."""
        request = httpx.Request("GET", url, headers={"User-Agent": _AGENT})
        try:
            return await self._transport.handle_async_request(request)
        except NotRecordedError:
            if self._settings.offline:
                return "offline, and no copy of it was given; give one with --sources"
            return "this version reads no live pages; give a copy of it with --sources"
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as problem:
            return f"no answer ({type(problem).__name__})"

    async def _read(
        self, url: str, hops: list[Hop], answer: httpx.Response
    ) -> Response | Unavailable:
        if answer.status_code >= _ERRORS:
            return Unavailable(
                reason=f"{url}: answered {_told(answer.status_code)}", attempts=tuple(hops)
            )
        body = bytearray()
        async for chunk in answer.aiter_raw():
            body += chunk
            if len(body) > self._settings.limits.source_bytes:
                most = self._settings.limits.source_bytes
                return Unavailable(reason=f"{url}: larger than {most} bytes", attempts=tuple(hops))
        return Response(
            url=url,
            final_url=hops[-1].url,
            hops=tuple(hops),
            media_type=answer.headers.get("content-type", "").partition(";")[0].strip(),
            charset=answer.charset_encoding,
            body=bytes(body),
        )


def _told(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
