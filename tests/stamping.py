"""A time-stamping authority (RFC 3161) for tests: its certificates, and the tokens that it signs.

The CMS is written in DER by hand, since no library at hand builds tokens.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
_DAY = timedelta(days=1)
_SHA256, _ECDSA_SHA256 = "2.16.840.1.101.3.4.2.1", "1.2.840.10045.4.3.2"
_SIGNED_DATA, _TST_INFO = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
_CONTENT_TYPE, _MESSAGE_DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
_SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.47"
_POLICY = "1.2.3.4"


def tlv(tag: int, *parts: bytes) -> bytes:
    """A value of DER with its tag and length."""
    body = b"".join(parts)
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(size)]) + size + body


def sequence(*parts: bytes) -> bytes:
    return tlv(0x30, *parts)


def integer(number: int) -> bytes:
    return tlv(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def identifier(dotted: str) -> bytes:
    first, second, *rest = map(int, dotted.split("."))
    body = bytes([first * 40 + second])
    for number in rest:
        digits = [number & 0x7F]
        while number := number >> 7:
            digits.append(number & 0x7F | 0x80)
        body += bytes(reversed(digits))
    return tlv(0x06, body)


def elements(data: bytes) -> list[tuple[int, bytes]]:
    """The tags and bodies of the values that stand in `data`, one after the other."""
    found = []
    while data:
        tag, size, start = data[0], data[1], 2
        if size & 0x80:
            start += size & 0x7F
            size = int.from_bytes(data[2:start], "big")
        found.append((tag, data[start : start + size]))
        data = data[start + size :]
    return found


@dataclass(frozen=True)
class Authority:
    """Signs the hash in a request, at `time`, whatever it is asked."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    root: x509.Certificate
    time: datetime = NOW

    @property
    def pem(self) -> bytes:
        """The certificate that whoever trusts this authority has."""
        return self.root.public_bytes(Encoding.PEM)

    def answer(self, request: bytes) -> bytes:
        """A response to a request for a token, granted."""
        ((_, asked),) = elements(request)
        _, (_, imprint), *others = elements(asked)
        nonce = next(
            (integer(int.from_bytes(body, "big")) for tag, body in others if tag == 2), b""
        )
        info = sequence(
            integer(1),
            identifier(_POLICY),
            sequence(imprint),
            integer(4711),
            tlv(0x18, self.time.strftime("%Y%m%d%H%M%SZ").encode()),
            nonce,
        )
        return sequence(sequence(integer(0)), self._token(info))

    def refusal(self, _request: bytes) -> bytes:
        """A response that grants nothing."""
        return sequence(sequence(integer(2)))

    def _token(self, info: bytes) -> bytes:
        algorithm = sequence(identifier(_SHA256))
        der = self.certificate.public_bytes(Encoding.DER)
        attributes = [
            _attribute(_CONTENT_TYPE, identifier(_TST_INFO)),
            _attribute(_MESSAGE_DIGEST, tlv(0x04, sha256(info).digest())),
            _attribute(
                _SIGNING_CERTIFICATE, sequence(sequence(sequence(tlv(0x04, sha256(der).digest()))))
            ),
        ]
        signed = b"".join(sorted(attributes))
        signature = self.key.sign(tlv(0x31, signed), ec.ECDSA(hashes.SHA256()))
        signer = sequence(
            integer(1),
            sequence(
                self.certificate.issuer.public_bytes(), integer(self.certificate.serial_number)
            ),
            algorithm,
            tlv(0xA0, signed),
            sequence(identifier(_ECDSA_SHA256)),
            tlv(0x04, signature),
        )
        data = sequence(
            integer(3),
            tlv(0x31, algorithm),
            sequence(identifier(_TST_INFO), tlv(0xA0, tlv(0x04, info))),
            tlv(0xA0, der),
            tlv(0x31, signer),
        )
        return sequence(identifier(_SIGNED_DATA), tlv(0xA0, data))


def an_authority(name: str = "Times of Example", *, ends: datetime | None = None) -> Authority:
    """An authority with a root of its own; its certificate is good until `ends`."""
    root_key = ec.generate_private_key(ec.SECP256R1())
    root_name = _name(f"{name} Root")
    root = (
        _builder(root_name, root_name, NOW + 999 * _DAY)
        .public_key(root_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=1), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    key = ec.generate_private_key(ec.SECP256R1())
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    certificate = (
        _builder(_name(name), root_name, ends or NOW + 99 * _DAY)
        .public_key(key.public_key())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(root_key, hashes.SHA256())
    )
    return Authority(key, certificate, root)


def _attribute(kind: str, value: bytes) -> bytes:
    return sequence(identifier(kind), tlv(0x31, value))


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _builder(subject: x509.Name, issuer: x509.Name, ends: datetime) -> x509.CertificateBuilder:
    return x509.CertificateBuilder(
        subject_name=subject,
        issuer_name=issuer,
        serial_number=x509.random_serial_number(),
        not_valid_before=NOW - 99 * _DAY,
        not_valid_after=ends,
    )
