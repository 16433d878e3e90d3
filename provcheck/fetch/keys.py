"""Which requests carry a key, and in what header field."""

import httpx

from provcheck.settings import Key

_PORTS = {None, 443}


def key_fields(url: str, keys: tuple[Key, ...]) -> dict[str, str]:
    """Return the header fields that make `url`, an address that may be asked, a customer's query.

    Only for the endpoint of a key, over TLS on its usual port: not for its host's robots.txt, and
    not for what it redirects to.
    """
    place = _place(url)
    if place is None:
        return {}
    return {
        key.field: key.secret.get_secret_value() for key in keys if _place(key.endpoint) == place
    }


def _place(url: str) -> tuple[bytes, bytes] | None:
    """Return host and path of an https address, None for other ones."""
    parts = httpx.URL(url)
    if parts.scheme != "https" or parts.port not in _PORTS:
        return None
    return parts.raw_host, parts.raw_path.partition(b"?")[0]
