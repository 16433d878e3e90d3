"""Answers requests from sources given by hand, as if the web had answered."""

import httpx

from provcheck.store.given import Given, GivenSource

_FOUND = 302


class NotRecordedError(LookupError):
    """No given source answers the address; not an httpx error, so never taken for a web failure."""


class ReplayTransport(httpx.AsyncBaseTransport):
    """An httpx transport that opens no socket: every answer stands in the manifest."""

    def __init__(self, given: Given) -> None:
        self._given = given

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the recorded answer; raises NotRecordedError when there is none."""
        entry = self._given.at(str(request.url))
        if entry is None:
            raise NotRecordedError(str(request.url))
        return recorded(entry)


def recorded(entry: GivenSource) -> httpx.Response:
    """Return the response that `entry` stands for."""
    if entry.redirect_to:
        return httpx.Response(_FOUND, headers={"location": entry.redirect_to})
    headers = {"content-type": entry.content_type} if entry.content_type else {}
    body = entry.path.read_bytes() if entry.path else b""
    return httpx.Response(entry.status, headers=headers, stream=httpx.ByteStream(body))
