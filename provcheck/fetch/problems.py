"""How a connection can fail beyond what httpx has names for.

All are errors of httpx, so whoever catches those catches these; their words are plain clauses.
"""

import httpx


class RefusedError(httpx.TransportError):
    """The address, or what it leads to, may not be asked; its words say why. Final."""


class UnresolvedError(httpx.ConnectError):
    """The host name has no address, or the resolver failed."""


class UnresolvedInTimeError(httpx.ConnectTimeout):
    """The resolver did not answer within the time for connecting."""


class TlsFailedError(httpx.ConnectError):
    """The host answered, and no TLS connection could be agreed on with it."""


class ProxyUnreachableError(httpx.ProxyError):
    """The proxy that was asked for cannot be reached or does not answer."""


class ProxyRefusedError(httpx.ProxyError):
    """The proxy answered, and opened no tunnel."""
