"""That a ledger existed at a time, by the word of an authority (RFC 3161) and not of this machine.

The authority gets the SHA-256 of the link of the last record, and nothing else. As every link is
made of the one before it, its token speaks for all records up to there.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from provcheck.errors import StoreError
from provcheck.model.value import Value
from provcheck.store.evidence import Store
from provcheck.store.objects import Flaw, Objects
from provcheck.store.record import Chained, Timestamp

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampRequest, TimeStampResponse

_PEM_BYTES = 16 << 20
_GRANTED = 0


class Proven(Value):
    """Timestamp `seq` holds: records 1 to `head` existed at `time`, if the authority is honest."""

    seq: int
    head: int
    time: datetime
    authority: str


class Unproven(Value):
    """Timestamp `seq` shows nothing; `reason` is one plain clause."""

    seq: int
    reason: str


def request(link: str) -> bytes:
    """Return the question for an authority (DER, application/timestamp-query) over `link`.

    It holds the SHA-256 of the link's 64 characters, and a random number against old answers.
    Raises StoreError when the extra `timestamp` is not installed.
    """
    return _asked(link).as_bytes()


def stamp(store: Store, send: Callable[[bytes], bytes], authority: str) -> Timestamp:
    """Return the record of a token over the last record of `store`, once both are durable.

    `send` takes the request to the authority and returns its answer; `authority` is how it is
    called in the record. The token's signature is checked when somebody who trusts certain
    certificates asks for it. Raises StoreError when nothing is recorded, the answer is no token
    or not one for this request, or the extra `timestamp` is not installed.
    """
    last = None
    for said in store.ledger.chained():
        last = said
    if last is None:
        message = f"{store.root}: nothing is recorded there yet; check an article first"
        raise StoreError(message)
    asked = _asked(last.link)
    token = send(asked.as_bytes())
    answer = _answer(token)
    why = "what it answered is no timestamp" if answer is None else _mismatch(answer, asked)
    if answer is None or why:
        message = f"{authority}: {why}; try again, or name another --authority"
        raise StoreError(message)
    record = Timestamp(
        head=last.seq,
        link=last.link,
        sha256=store.objects.put(token),
        authority=authority,
        time=answer.tst_info.gen_time,
    )
    store.note(record)
    return record


def proofs(
    records: Iterable[Chained], objects: Objects, certificates: Path
) -> tuple[Proven | Unproven, ...]:
    """Return for every timestamp among `records` whether it holds, by a PEM file of certificates.

    Those are the roots of the authorities that the caller trusts; no network is asked. A
    certificate must have been valid at the time of the token, not today. Raises StoreError when the
    file holds no certificates, or the extra `timestamp` is not installed.
    """
    roots = _roots(certificates)
    known = list(records)
    return tuple(_proofs(known, objects, roots))


def _proofs(
    records: list[Chained], objects: Objects, roots: "list[Certificate]"
) -> Iterator[Proven | Unproven]:
    links = {said.seq: said.link for said in records}
    for said in records:
        if not isinstance(said.record, Timestamp):
            continue
        stamped = said.record
        why = _unproven(stamped, links, objects.look(stamped.sha256), roots)
        if why:
            yield Unproven(seq=said.seq, reason=why)
        else:
            yield Proven(
                seq=said.seq, head=stamped.head, time=stamped.time, authority=stamped.authority
            )


def _unproven(
    stamped: Timestamp, links: dict[int, str], token: bytes | Flaw, roots: "list[Certificate]"
) -> str | None:
    """Return why a token proves nothing, None when it does prove what its record says."""
    if stamped.head not in links:
        return f"record {stamped.head}, which it is over, is not here"
    if links[stamped.head] != stamped.link:
        return f"record {stamped.head} has another link than the one that was stamped"
    if isinstance(token, Flaw):
        return f"its token is {token}"
    answer = _answer(token)
    if answer is None:
        return "its token is no timestamp"
    if answer.tst_info.gen_time != stamped.time:
        return "its token is of another time"
    return _untrusted(answer, stamped.link, roots)


def _untrusted(answer: "TimeStampResponse", link: str, roots: "list[Certificate]") -> str | None:
    from rfc3161_client import VerificationError, VerifierBuilder  # noqa: PLC0415  (an extra)

    try:
        VerifierBuilder(roots=roots).build().verify_message(answer, link.encode("ascii"))
    except (VerificationError, ValueError) as problem:
        told = str(problem)
        if "Mismatch between messages" in told:
            return "its token is over something else"
        if "expired" in told or "not yet valid" in told:
            return "the authority's certificate was not valid at that time"
        if "certificate" in told.casefold():
            return "its token is not signed by an authority that these certificates are of"
        return "its token is broken"
    return None


def _asked(link: str) -> "TimeStampRequest":
    rfc3161 = _extra()
    builder = rfc3161.TimestampRequestBuilder().hash_algorithm(rfc3161.HashAlgorithm.SHA256)
    asked: TimeStampRequest = builder.data(link.encode("ascii")).build()
    return asked


def _extra() -> ModuleType:
    try:
        import rfc3161_client  # noqa: PLC0415  (an extra)
    except ImportError:
        message = "timestamps need an extra: pip install 'provcheck[timestamp]'"
        raise StoreError(message) from None
    return rfc3161_client


def _answer(data: bytes) -> "TimeStampResponse | None":
    """Return the answer of an authority that grants a token, None for anything else."""
    try:
        answer: TimeStampResponse = _extra().decode_timestamp_response(data)
        granted = answer.status == _GRANTED and answer.tst_info is not None
    except ValueError:  # also what lacks a token
        return None
    return answer if granted else None


def _mismatch(answer: "TimeStampResponse", asked: "TimeStampRequest") -> str | None:
    info = answer.tst_info
    if info.message_imprint.message != asked.message_imprint.message:
        return "its timestamp is over something else"
    return None if info.nonce == asked.nonce else "its timestamp answers another request"


def _roots(certificates: Path) -> "list[Certificate]":
    _extra()
    from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415  (an extra)

    try:
        with certificates.open("rb") as file:
            return load_pem_x509_certificates(file.read(_PEM_BYTES))
    except OSError as problem:
        why = f"cannot be read ({problem.strerror})"
    except ValueError:
        why = "holds no certificates in PEM"
    message = f"{certificates}: {why}; name the file with the roots of the authority"
    raise StoreError(message)
