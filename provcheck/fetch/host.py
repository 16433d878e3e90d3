"""The host of an address, as a browser reads it: the one that we dial must be the same one."""

import re
import unicodedata

import idna

from provcheck.fetch.addresses import read_address

_LONGEST_NAME = 253
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")
# What the URL standard of WHATWG calls "ends in a number": such a host is an address or invalid.
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_IPV6 = re.compile(r"\[[0-9a-f.]*:[0-9a-f:.]*\]")
_ACE = "xn--"
_JOINERS = "\u200c\u200d"


def ascii_host(written: str) -> str:
    """Return the host in lower-case ASCII, as it is looked up: A-labels, IPv6 in brackets.

    Letters that stand for others (full width, ligatures) are mapped as UTS 46 says. Raises
    UnicodeError for letters that no host may hold; what else is wrong tells `why_not_a_host`.
    """
    if written.isascii():
        return written.lower()
    labels = idna.uts46_remap(written, std3_rules=False).split(".")
    return ".".join(label if label.isascii() else _encoded(label) for label in labels)


def why_not_a_host(host: str) -> str | None:
    """Return why `host`, in lower-case ASCII, is none that browsers and we read alike, or None.

    Names of letters, digits, hyphen and underscore; IPv4 as four plain decimal numbers, never
    short, octal or hexadecimal; IPv6 in brackets, without a zone.
    """
    if host.startswith("["):
        if not _IPV6.fullmatch(host) or read_address(host[1:-1]) is None:
            return "its host is not a valid IPv6 address"
        return None
    name = host.removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        if read_address(host) is None:
            return "its host ends in a number and is not a plain IPv4 address"
        return None
    if len(name) > _LONGEST_NAME or not all(map(_LABEL.fullmatch, labels)):
        return "its host is not a valid name"
    return None if _reads_alike(labels) else "its host is not a valid international name"


def _reads_alike(labels: list[str]) -> bool:
    """Tell whether labels of international names decode to what encodes to them."""
    if not any(label.startswith(_ACE) for label in labels):
        return True
    try:
        spelled = [_decoded(label) for label in labels]
        right_to_left = any(
            unicodedata.bidirectional(letter) in {"R", "AL", "AN"}
            for label in spelled
            for letter in label
        )
        return not right_to_left or all(idna.check_bidi(s, check_ltr=True) for s in spelled)
    except ValueError:  # of which all errors of idna are
        return False


def _encoded(label: str) -> str:
    return _ACE + label.encode("punycode").decode("ascii")


def _decoded(label: str) -> str:
    """Return the letters behind a label; raises ValueError when browsers refuse it (UTS 46, 4.1).

    Not by idna's own decoder: it knows the letters of 2008 alone, and hosts with emoji exist.
    """
    if not label.startswith(_ACE):
        return label
    letters = label.removeprefix(_ACE).encode("ascii").decode("punycode")
    if letters.isascii() or letters.startswith(_ACE) or _encoded(letters) != label:
        raise UnicodeError(label)
    if idna.uts46_remap(letters, std3_rules=False) != letters:
        raise UnicodeError(label)
    idna.check_initial_combiner(letters)
    if not all(
        idna.valid_contextj(letters, place)
        for place, letter in enumerate(letters)
        if letter in _JOINERS
    ):
        raise UnicodeError(label)
    return letters
