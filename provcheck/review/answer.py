"""What the review's server answers, and the header fields that go with every answer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType

from provcheck.report.visible import visible

HTML = "text/html; charset=utf-8"
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
FIXED: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "Connection": "close",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)


@dataclass(frozen=True)
class Answer:
    """One answer; `policy` is its Content-Security-Policy, `more` further header fields.

    After the `last` one the server ends.
    """

    status: HTTPStatus
    body: bytes
    media_type: str
    policy: str = POLICY
    more: tuple[tuple[str, str], ...] = ()
    last: bool = False

    def fields(self) -> list[tuple[str, str]]:
        """Return all header fields; none of them lets another origin read the answer."""
        return [
            ("Content-Type", self.media_type),
            ("Content-Length", str(len(self.body))),
            ("Content-Security-Policy", self.policy),
            *FIXED.items(),
            *self.more,
        ]


def page(text: str, policy: str = POLICY, more: tuple[tuple[str, str], ...] = ()) -> Answer:
    """Return an answer that shows `text`, which is HTML."""
    return Answer(HTTPStatus.OK, _bytes(text), HTML, policy, more)


def told(**values: object) -> Answer:
    """Return an answer for the page's script: `values` as JSON."""
    return _json(HTTPStatus.OK, values)


def refused(status: HTTPStatus, why: str, more: tuple[tuple[str, str], ...] = ()) -> Answer:
    """Return a refusal; `why` says to a person what to do, as JSON for the page's script."""
    return _json(status, {"error": visible(why)}, more)


def _json(
    status: HTTPStatus, values: Mapping[str, object], more: tuple[tuple[str, str], ...] = ()
) -> Answer:
    return Answer(status, _bytes(json.dumps(values)), "application/json", POLICY, more)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
