"""Names for articles, sources and findings in linked data: equal in every run, on any machine."""

import hashlib
import re
from base64 import urlsafe_b64encode
from urllib.parse import quote
from uuid import UUID, uuid5

_WEB = re.compile(r"(https?://[^/?#]*)([^#]*)(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_STRAY = re.compile("%(?![0-9A-Fa-f]{2})")
_OURS = UUID("7b3c2f3e-9d51-5c0b-8a57-5a5d6f0f7a11")
_HOST, _PATH = ":/@[]!$&'()*+,;=%", ":/?@!$&'()*+,;=~%"


def iri(address: str) -> str:
    """Return a valid reference to `address`: a web address as it is, else a relative one.

    What no address may hold is percent-encoded. A file's path never turns into another scheme or
    another host.
    """
    web = _WEB.fullmatch(_STRAY.sub("%25", address))
    if not web:
        return _quoted(re.sub("^/+", "/", address), "/") or "."
    host, path, fragment = web.groups()
    end = "" if fragment is None else f"#{_quoted(fragment, _PATH)}"
    return f"{_quoted(host, _HOST)}{_quoted(path, _PATH)}{end}"


def copy_of(sha256: str) -> str:
    """Return the name (RFC 6920) of the bytes with this hash, given in hex."""
    return f"ni:///sha-256;{urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip('=')}"


def urn(*parts: str) -> str:
    """Return a name made of `parts` and of nothing else."""
    told = "\0".join(parts).encode("utf-8", "surrogatepass")
    return uuid5(_OURS, hashlib.sha256(told).hexdigest()).urn


def _quoted(text: str, safe: str) -> str:
    return quote(text, safe=safe, errors="surrogatepass")
