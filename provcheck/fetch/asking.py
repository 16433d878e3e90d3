"""One request over the network: its turn, its deadline, its body, and further attempts."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus

import httpx
import stamina

from provcheck.fetch.answer import Answer
from provcheck.fetch.budget import Budget
from provcheck.fetch.decoding import BodyError, Decoder
from provcheck.fetch.failures import Failure, told
from provcheck.fetch.gate import unreachable
from provcheck.fetch.hosts import Hosts, turn_of
from provcheck.fetch.private import private
from provcheck.fetch.transport import host_header
from provcheck.model.version import VERSION
from provcheck.rulebook.archives import archive_rules
from provcheck.settings import Settings

AGENT = f"provcheck/{VERSION} (checks quotations against their sources)"
_BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_TRY_AGAIN = (500, 502, 503, 504)
_LONGEST_WAIT = 5.0  # seconds between attempts, when the server does not say
# Attempts are told in the report; a log line about them would be noise on standard error.
logging.getLogger("stamina").addHandler(logging.NullHandler())


class _AgainError(Exception):
    """An attempt ended in a way that may be another one later, in `after` seconds if told."""

    def __init__(self, outcome: Answer | Failure, after: float | None = None) -> None:
        super().__init__()
        self.outcome, self.after = outcome, after


class Asker:
    """Sends GETs over `transport`, each in its host's turn; keeps no cookie and no connection.

    `intervals` are the seconds between two requests to hosts that ask for more than the usual.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport,
        settings: Settings,
        intervals: Mapping[str, float] | None = None,
    ) -> None:
        self._transport, self._limits = transport, settings.limits
        self._private = private(settings.private)
        self.hosts = Hosts(settings.limits, intervals or {})

    def refusal(self, url: str) -> str | None:
        """Return why `url` is not asked, whatever its site says, or None when it may be."""
        return unreachable(url, self._private)

    async def ask(self, url: str, headers: dict[str, str], budget: Budget) -> Answer | Failure:
        """Return what `url` answers, or why it does not; raises nothing but CancelledError.

        Connections that fail and answers of 500, 502, 503 and 504 get `limits.attempts` in all,
        with growing waits; 429 and 503 wait as long as Retry-After says, or end there when
        it says more than `limits.retry_after`, or in all more than the budget and
        `limits.waits` have. Redirects are answers like others.
        """
        limits = self._limits
        try:
            async for attempt in stamina.retry_context(
                on=_wait,
                attempts=limits.attempts,
                timeout=None,
                wait_initial=limits.retry_wait,
                wait_max=_LONGEST_WAIT,
                wait_jitter=limits.retry_wait,
            ):
                with attempt:
                    return await self._attempt(url, headers, budget)
        except _AgainError as last:
            return last.outcome
        raise AssertionError  # stamina returns or raises

    async def _attempt(self, url: str, headers: dict[str, str], budget: Budget) -> Answer | Failure:
        host = turn_of(url)
        async with self.hosts.turn(host) as up:
            if not up:
                return Failure(clause=self.hosts.why_down(host))
            outcome = await self._outcome(url, headers, budget)
        self.hosts.note(host, _hard(outcome))
        if budget.left <= 0:
            return outcome
        if isinstance(outcome, Failure):
            if outcome.retry:
                raise _AgainError(outcome)
            return outcome
        return self._answered(host, outcome, budget)

    def _answered(self, host: str, answer: Answer, budget: Budget) -> Answer | Failure:
        """Return the answer, unless the server asks to come again later."""
        wait = _wait_asked(host, answer)
        if wait is not None and wait > self._limits.retry_after:
            return self._too_long(host, answer, f"more than {self._limits.retry_after:g} s")
        if wait is not None:
            if wait > budget.waits or not self.hosts.pause(host, wait):
                return self._too_long(host, answer, "too often")
            budget.waits -= wait
            raise _AgainError(answer, after=wait)
        if answer.status in _TRY_AGAIN:
            raise _AgainError(answer)
        return answer

    def _too_long(self, host: str, answer: Answer, how: str) -> Failure:
        clause = f"it answered {status_told(answer.status)}, to wait {how}"
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS and _patience(host) is not None:
            self.hosts.give_up(host, clause)  # an archive shuts out those who go on
        return Failure(clause=clause)

    async def _outcome(self, url: str, headers: dict[str, str], budget: Budget) -> Answer | Failure:
        try:
            async with budget.spending():
                return await self._exchange(url, headers, budget.enough)
        except TimeoutError:
            clause = f"no whole answer came within {self._limits.total_seconds:g} s"
            return Failure(clause=clause, hard=True)
        except BodyError as problem:
            return Failure(clause=str(problem))
        except Exception as problem:  # noqa: BLE001  (a hostile server; `told` knows them all)
            return told(problem, self._limits)

    def _noting(self, host: str) -> Callable[[str, object], Awaitable[None]]:
        async def note(event: str, _told: object) -> None:
            if event.endswith("send_request_headers.started"):
                self.hosts.sent(host)

        return note

    async def _exchange(self, url: str, headers: dict[str, str], enough: int | None) -> Answer:
        request = _request(url, headers)
        request.extensions["trace"] = self._noting(turn_of(url))
        response = await self._transport.handle_async_request(request)
        try:
            fields = tuple((k.lower(), v) for k, v in response.headers.multi_items())
            if len(fields) > self._limits.header_fields:
                message = f"it has more than {self._limits.header_fields} header fields"
                raise BodyError(message)
            peer = response.extensions.get("peer")
            answer = Answer(url=url, status=response.status_code, headers=fields, peer=peer)
            if not answer.is_page:
                return answer
            body = await self._body(response, enough)
            return answer.model_copy(update={"body": body})
        finally:
            await response.aclose()

    async def _body(self, response: httpx.Response, enough: int | None) -> bytes:
        decoder = Decoder(response.headers.get("content-encoding", ""), self._limits)
        body = bytearray()
        async for chunk in response.aiter_raw():
            body += decoder.feed(chunk)
            if enough is not None and len(body) >= enough:
                return bytes(body[:enough])
        return bytes(body + decoder.finish())


def status_told(status: int) -> str:
    """Return a status with its name: "404 Not Found"."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _wait(problem: Exception) -> bool | float:
    """Tell stamina whether to come again, and after how many seconds if that is known."""
    if not isinstance(problem, _AgainError):
        return False
    return True if problem.after is None else problem.after


def _wait_asked(host: str, answer: Answer) -> float | None:
    """Return for how many seconds a busy server is to be left alone; None where nothing says it."""
    if answer.status not in _BUSY:
        return None
    said = answer.retry_after(datetime.now(UTC))
    if said is None and answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        return _patience(host)
    return said


def _patience(host: str) -> float | None:
    return archive_rules().patience(host.partition("/")[0])


def _request(url: str, headers: dict[str, str]) -> httpx.Request:
    """Return the one request that is ever sent: the same few fields for every server."""
    parsed = httpx.URL(url)
    fields = {
        "Host": host_header(parsed),
        "User-Agent": AGENT,
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **headers,
    }
    return httpx.Request("GET", parsed, headers=fields)


def _hard(outcome: Answer | Failure) -> str | None:
    """Return what to hold against a host, None for an answer or what is no fault of its."""
    return outcome.clause if isinstance(outcome, Failure) and outcome.hard else None
