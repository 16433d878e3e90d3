"""Addresses that carry the moment at which a page is wanted, for the TimeGates of archives.

A TimeGate (RFC 7089) has one address for every moment: the header Accept-Datetime tells which is
wanted. What it answered must be found again in the store under what was asked, so the address under
which we ask, record and look up carries the moment as a fragment:
`https://web.archive.org/web/https://a.example/x#accept-datetime=20250123T120000Z`. `address_key`
keeps a fragment of this form and no other; the client makes it the header of that one request, and
sends it, as any fragment, never as a part of the address.
"""

import re
from datetime import UTC, datetime

_FORM = "%Y%m%dT%H%M%SZ"
_DATED = re.compile(r"#accept-datetime=(?P<moment>[0-9]{8}T[0-9]{6}Z)\Z")


def dated(url: str, moment: datetime) -> str:
    """Return the address by which the TimeGate at `url`, without a fragment, is asked."""
    return f"{url}#accept-datetime={moment.astimezone(UTC).strftime(_FORM)}"


def wanted_at(url: str) -> datetime | None:
    """Return the moment that `url` carries, None for other addresses; never raises."""
    match = _DATED.search(url)
    if match is None:
        return None
    try:
        return datetime.strptime(match["moment"], _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
