import ssl
from pathlib import Path

import certifi
import pytest
import trustme

from provcheck.errors import SettingsError
from provcheck.fetch.trust import tls_context


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trust") / "ca.pem"
    trustme.CA().cert_pem.write_to_path(str(path))
    return path


def believed(context: ssl.SSLContext) -> int:
    return context.cert_store_stats()["x509_ca"]


USUAL = believed(ssl.create_default_context(cafile=certifi.where()))


def test_the_usual_authorities_and_no_compromise() -> None:
    context = tls_context(None, {})

    assert believed(context) == USUAL
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2


def test_a_newsrooms_authority_is_believed_beside_them(file: Path) -> None:
    assert believed(tls_context(file, {})) == USUAL + 1
    assert believed(tls_context(None, {"SSL_CERT_FILE": str(file)})) == USUAL + 1
    assert believed(tls_context(file, {"SSL_CERT_FILE": str(file)})) == USUAL + 1


@pytest.mark.parametrize(
    "environment",
    [{"SSL_CERT_FILE": ""}, {"SSL_CERT_DIR": "/nowhere"}, {"REQUESTS_CA_BUNDLE": "/nowhere"}],
    ids=["empty", "a folder", "another program's"],
)
def test_no_other_variable_is_read(environment: dict[str, str]) -> None:
    assert believed(tls_context(None, environment)) == USUAL


def test_keys_are_not_logged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))

    assert tls_context(None).keylog_filename is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "cannot be read (No such file or directory)"),
        (b"", "holds no certificates"),
        (b"not a certificate", "holds no certificates"),
        (b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "holds no certific"),
        (b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "holds no certific"),
        (b"\x00\xff" * 100, "holds no certificates"),
    ],
    ids=["missing", "empty", "words", "broken", "a key", "bytes"],
)
def test_a_broken_file_is_told_by_name(tmp_path: Path, content: bytes | None, why: str) -> None:
    path = tmp_path / "own.pem"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(SettingsError) as option:
        tls_context(path, {})
    with pytest.raises(SettingsError) as variable:
        tls_context(None, {"SSL_CERT_FILE": str(path)})

    assert str(option.value).startswith(f"{path} (--cacert): {why}")
    assert str(variable.value).startswith(f"{path} (SSL_CERT_FILE): {why}")
    assert "\n" not in str(option.value)


def test_a_folder_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="--cacert"):
        tls_context(tmp_path, {})
